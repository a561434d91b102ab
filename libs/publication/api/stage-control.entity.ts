import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where the stage is in its run of show. */
@Entity('stage_control')
@Check('ck_stage_control_step', 'step >= 0')
export class StageControl {
  @ForeignKey('Edition', { name: 'fk_stage_control_edition_id' })
  @PrimaryColumn({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'integer', default: 0 })
  step: number;

  @Column({ type: 'boolean', default: false })
  blank: boolean;

  @Column({ type: 'boolean', default: false })
  held: boolean;

  /** Grows with every change, so that screens know which of two is newer. */
  @Column({ type: 'integer', default: 0 })
  sequence: number;

  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  changedAt: Date;
}
