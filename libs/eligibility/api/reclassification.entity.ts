import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import type { ReclassificationGround } from '@award/eligibility/contract';

/** An entry moved to another class before scoring, with the reason that the jury is shown. */
@Entity('reclassification')
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_reclassification_nomination_id_edition_id',
})
@ForeignKey('EditionClass', ['editionId', 'fromClass'], ['editionId', 'code'], {
  name: 'fk_reclassification_edition_id_from_class',
})
@ForeignKey('EditionClass', ['editionId', 'toClass'], ['editionId', 'code'], {
  name: 'fk_reclassification_edition_id_to_class',
})
@Check('ck_reclassification_ground', `ground in ('register-error', 'waiver')`)
export class Reclassification {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_reclassification' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  fromClass: string;

  @Column('text')
  toClass: string;

  @Column('text')
  ground: ReclassificationGround;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  decidedAt: Date;
}
