import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { MinutesContent } from '@award/deliberation/contract';

/** The minutes of a meeting, numbered. A number's content never changes; what was missing makes a new number. */
@Entity('minutes')
@Unique('uq_minutes_meeting_id_number', ['meetingId', 'number'])
@ForeignKey('Meeting', ['meetingId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_minutes_meeting_id',
})
export class Minutes {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  content: MinutesContent;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  madeAt: Date;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;
}
