import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { NominationAction, NominationState } from '@award/award';

/** Each step that an entry has taken in its workflow, with what was said about it. */
@Entity('nomination_step')
@Index('ix_nomination_step_nomination_id', ['nominationId'])
@ForeignKey('Nomination', ['nominationId'], ['id'], { name: 'fk_nomination_step_nomination_id' })
export class NominationStep {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_nomination_step' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('text')
  action: NominationAction;

  @Column('text')
  fromState: NominationState;

  @Column('text')
  toState: NominationState;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  takenAt: Date;
}
