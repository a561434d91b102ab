import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where the stage is in its run of show. */
@Entity('stage_control')
@Check('ck_stage_control_step', 'step >= 0')
@Check('ck_stage_control_live_delay', 'live_delay between 0 and 90')
@Check('ck_stage_control_captions', `captions in ('nb', 'nn', 'en')`)
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

  /** Seconds that the live page waits before it shows a name, so that it follows the video stream. */
  @Column({ type: 'integer', default: 0 })
  liveDelay: number;

  /** The language of the captions in the hall; null for none. */
  @Column({ type: 'text', nullable: true })
  captions: 'nb' | 'nn' | 'en' | null;

  /** Grows with every change, so that screens know which of two is newer. */
  @Column({ type: 'integer', default: 0 })
  sequence: number;

  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  changedAt: Date;
}
