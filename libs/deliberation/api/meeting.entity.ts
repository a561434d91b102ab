import {
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

/** A meeting of one class's jury. At most one is open at a time; a later one may decide the winner. */
@Entity('meeting')
@Unique('uq_meeting_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@Index('uq_meeting_one_open', ['editionId', 'classCode'], {
  unique: true,
  where: 'closed_at is null',
})
@Index('ix_meeting_class', ['editionId', 'classCode', 'openedAt'])
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_meeting_edition_id_class_code',
})
export class Meeting {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('uuid', { nullable: true })
  openedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

/** Who is in the room. Stepping out has a time and never a reason. */
@Entity('attendance')
@ForeignKey('Meeting', ['meetingId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_attendance_meeting_id',
})
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_attendance_seat_id',
})
export class Attendance {
  @PrimaryColumn('uuid')
  meetingId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('boolean')
  present: boolean;

  @Column('timestamptz', { nullable: true })
  steppedOutAt: Date | null;

  @Column('timestamptz', { nullable: true })
  returnedAt: Date | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  notedAt: Date;
}
