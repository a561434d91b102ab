import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Ground } from '@award/award';

/** A statement of somebody in the secretariat about one entry; null for no ground. Only ever added to. */
@Entity('office_declaration')
@ForeignKey('Person', ['personId'], ['id'], { name: 'fk_office_declaration_person_id' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_office_declaration_nomination_id_edition_id',
})
@Index('ix_office_declaration_person_id', ['personId', 'nominationId', 'declaredAt'])
export class OfficeDeclaration {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text', { nullable: true })
  ground: Ground | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  declaredAt: Date;
}

/** What another of the secretariat has answered to it. */
@Entity('office_ruling')
@ForeignKey('Person', ['personId'], ['id'], { name: 'fk_office_ruling_person_id' })
@ForeignKey('Person', ['ruledBy'], ['id'], { name: 'fk_office_ruling_ruled_by' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_office_ruling_nomination_id_edition_id',
})
@Index('ix_office_ruling_person_id', ['personId', 'nominationId', 'ruledAt'])
@Check('ck_office_ruling_outcome', `outcome in ('recused', 'impartial')`)
@Check('ck_office_ruling_not_oneself', `ruled_by <> person_id`)
export class OfficeRuling {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  outcome: 'recused' | 'impartial';

  @Column('uuid')
  ruledBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  ruledAt: Date;
}
