import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One seat reads one entry, at a place in the seat's own order. */
@Entity('assignment')
@Unique('uq_assignment_class', ['seatId', 'nominationId', 'editionId', 'classCode'])
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_assignment_seat_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_assignment_nomination_id',
})
@Index('ix_assignment_nomination_id', ['nominationId'])
export class Assignment {
  @PrimaryColumn('uuid')
  seatId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('integer')
  position: number;
}
