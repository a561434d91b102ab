import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { MotionResult, MotionVote as Vote } from '@award/award';

const CLASS = ['editionId', 'classCode'] as const;
const OF_CLASS: [string, string, string] = ['id', ...CLASS];

/** The entry that the meeting talks about; the one without `leftAt` is on the table. */
@Entity('meeting_item')
@Index('uq_meeting_item_on_the_table', ['meetingId'], { unique: true, where: 'left_at is null' })
@ForeignKey('Meeting', ['meetingId', ...CLASS], OF_CLASS, { name: 'fk_meeting_item_meeting_id' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_meeting_item_nomination_id',
})
export class MeetingItem {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  takenUpAt: Date;

  @Column('timestamptz', { nullable: true })
  leftAt: Date | null;
}

/** Something a member has said about an entry, for those who take part in the class. */
@Entity('remark')
@Index('ix_remark_class', ['editionId', 'classCode', 'madeAt'])
@ForeignKey('Seat', ['seatId', ...CLASS], OF_CLASS, { name: 'fk_remark_seat_id' })
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_remark_nomination_id',
})
export class Remark {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  seatId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  text: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  madeAt: Date;
}

/** A proposal that the meeting votes on. Its count is frozen when it is closed. */
@Entity('motion')
@Unique('uq_motion_id_edition_id_class_code', OF_CLASS)
@Index('uq_motion_one_open', ['meetingId'], { unique: true, where: `state = 'open'` })
@ForeignKey('Meeting', ['meetingId', ...CLASS], OF_CLASS, { name: 'fk_motion_meeting_id' })
@ForeignKey('Seat', ['seatId', ...CLASS], OF_CLASS, { name: 'fk_motion_seat_id' })
@Check(
  'ck_motion_state',
  `(state = 'closed') = (closed_at is not null) and (state = 'closed') = (result is not null) and state in ('open', 'closed')`,
)
export class Motion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('uuid')
  seatId: string;

  @Column('text')
  text: string;

  @Column('text', { default: 'open' })
  state: 'open' | 'closed';

  @Column('jsonb', { nullable: true })
  result: MotionResult | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  putAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

@Entity('motion_vote')
@ForeignKey('Motion', ['motionId', ...CLASS], OF_CLASS, { name: 'fk_motion_vote_motion_id' })
@ForeignKey('Seat', ['seatId', ...CLASS], OF_CLASS, { name: 'fk_motion_vote_seat_id' })
@Check('ck_motion_vote_vote', `vote in ('for', 'against', 'abstain')`)
export class MotionVote {
  @PrimaryColumn('uuid')
  motionId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  vote: Vote;

  @Column('timestamptz', { default: () => 'award_now()' })
  castAt: Date;
}

/** A member's objection to minutes. It stands beside them; they are not approved by silence any more. */
@Entity('minutes_objection')
@Index('ix_minutes_objection_minutes_id', ['minutesId'])
export class MinutesObjection {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Minutes', { name: 'fk_minutes_objection_minutes_id' })
  @Column('uuid')
  minutesId: string;

  @ForeignKey('Seat', { name: 'fk_minutes_objection_seat_id' })
  @Column('uuid')
  seatId: string;

  @Column('text')
  text: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  madeAt: Date;
}

/** Grows with everything that happens in a class's deliberation, so that every screen knows whether it is behind. */
@Entity('meeting_revision')
@ForeignKey('EditionClass', [...CLASS], ['editionId', 'code'], {
  name: 'fk_meeting_revision_class',
})
export class MeetingRevision {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  classCode: string;

  @Column('integer')
  revision: number;
}
