import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Seat } from './seat.entity';

export const SEAT_ACTIONS = [
  'invite',
  'accept',
  'decline',
  'change',
  'remove',
  'stand-in',
  'stand-down',
] as const;
export type SeatAction = (typeof SEAT_ACTIONS)[number];

/** What has happened to a seat, with the reason that a frozen panel demands. */
@Entity('seat_step')
@ForeignKey(() => Seat, ['seatId'], ['id'], { name: 'fk_seat_step_seat_id' })
@Index('ix_seat_step_seat_id', ['seatId'])
@Check(
  'ck_seat_step_action',
  `action in ('invite', 'accept', 'decline', 'change', 'remove', 'stand-in', 'stand-down')`,
)
export class SeatStep {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  seatId: string;

  @Column('text')
  action: SeatAction;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  takenAt: Date;
}
