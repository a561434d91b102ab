import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NominationContent, NominationState } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';

/** What a municipality puts forward in one edition. Its state changes through `Nominations.take` only. */
@Entity('nomination')
@Unique('uq_nomination_id_edition_id', ['id', 'editionId'])
@Unique('uq_nomination_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@Index('uq_nomination_living', ['editionId', 'municipalityId'], {
  unique: true,
  where: `state <> 'withdrawn'`,
})
@Index('ix_nomination_edition_id_state', ['editionId', 'state'])
@Index('ix_nomination_municipality_id', ['municipalityId'])
@ForeignKey('Edition', ['editionId'], ['id'], { name: 'fk_nomination_edition_id' })
@ForeignKey('Municipality', ['municipalityId'], ['id'], { name: 'fk_nomination_municipality_id' })
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_nomination_edition_id_class_code',
})
@ForeignKey('NominationVersion', ['submittedVersionId', 'id'], ['id', 'nominationId'], {
  name: 'fk_nomination_submitted_version_id',
})
@Check(
  'ck_nomination_state',
  `state in ('tipped', 'draft', 'declined', 'held', 'lapsed', 'submitted', 'in-eligibility-check',
    'returned', 'eligible', 'ineligible', 'in-review', 'assessed', 'withdrawn')`,
)
@Check(
  'ck_nomination_sent_has_class',
  `state in ('tipped', 'draft', 'declined', 'held', 'lapsed', 'withdrawn')
    or (class_code is not null and population is not null and population_date is not null and population_source is not null)`,
)
@Check('ck_nomination_written_form', `written_form in ('nb', 'nn')`)
export class Nomination {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_nomination' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  municipalityId: string;

  @Column('text', { nullable: true })
  classCode: string | null;

  @Column('text', { default: 'draft' })
  state: NominationState;

  @Column('jsonb', { default: {} })
  content: NominationContent;

  @Column('text', { default: 'nb' })
  writtenForm: WrittenForm;

  @Column('integer', { nullable: true })
  population: number | null;

  @Column('date', { nullable: true })
  populationDate: string | null;

  @Column('text', { nullable: true })
  populationSource: string | null;

  @Column('text', { nullable: true })
  classReason: string | null;

  @Column('uuid', { nullable: true })
  submittedVersionId: string | null;

  @Column('timestamptz', { nullable: true })
  receivedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  returnDueAt: Date | null;

  @Column('integer', { default: 1 })
  lockVersion: number;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  createdAt: Date;

  @Column('uuid', { nullable: true })
  updatedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  updatedAt: Date;
}
