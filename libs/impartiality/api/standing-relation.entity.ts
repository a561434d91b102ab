import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RelationType } from '@award/award';

/**
 * A tie that a person has told once. Only its type, its municipality or business and its years; it goes
 * with the edition for which it was last said, so that what is not renewed does not last.
 */
@Entity('standing_relation')
@ForeignKey('Person', ['personId'], ['id'], { name: 'fk_standing_relation_person_id' })
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_standing_relation_edition_id' })
@ForeignKey('Municipality', ['municipalityId'], ['id'], {
  name: 'fk_standing_relation_municipality_id',
})
@Index('ix_standing_relation_person_id', ['personId'])
@Index('ix_standing_relation_edition_id', ['editionId'])
@Check(
  'ck_standing_relation_type',
  `type in ('residence', 'employment', 'office', 'board', 'ownership', 'family', 'earlier-work')`,
)
@Check('ck_standing_relation_one', `(municipality_id is null) <> (business_name is null)`)
@Check(
  'ck_standing_relation_number',
  `organisation_number is null or (business_name is not null and organisation_number ~ '^[0-9]{9}$')`,
)
@Check('ck_standing_relation_years', `from_year is null or to_year is null or from_year <= to_year`)
export class StandingRelation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  type: RelationType;

  @Column('uuid', { nullable: true })
  municipalityId: string | null;

  @Column('text', { nullable: true })
  organisationNumber: string | null;

  @Column('text', { nullable: true })
  businessName: string | null;

  @Column('integer', { nullable: true })
  fromYear: number | null;

  @Column('integer', { nullable: true })
  toYear: number | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  renewedAt: Date;
}
