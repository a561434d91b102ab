import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Assignment } from './assignment.entity';

/** A member's own note on an entry. No other user sees it, and no other service reads it. */
@Entity('private_note')
@ForeignKey(() => Assignment, ['seatId', 'nominationId'], ['seatId', 'nominationId'], {
  name: 'fk_private_note_assignment',
})
export class PrivateNote {
  @PrimaryColumn('uuid')
  seatId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('text', { default: '' })
  text: string;

  @Column('integer', { default: 1 })
  lockVersion: number;

  @Column('timestamptz', { default: () => 'award_now()' })
  updatedAt: Date;
}
