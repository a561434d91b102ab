import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { House, SeatPosition } from '@award/award';

/** A place in the panel of one class. A deputy sits in it once `standsInForId` is set. */
@Entity('seat')
@Unique('uq_seat_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@Unique('uq_seat_edition_id_class_code_email', ['editionId', 'classCode', 'email'])
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_seat_edition_id_class_code',
})
@ForeignKey('Person', ['personId'], ['id'], { name: 'fk_seat_person_id' })
@ForeignKey('Seat', ['standsInForId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_seat_stands_in_for_id',
})
@Index('uq_seat_person', ['editionId', 'classCode', 'personId'], {
  unique: true,
  where: 'person_id is not null',
})
@Index('uq_seat_leader', ['editionId', 'classCode'], {
  unique: true,
  where: `role = 'leader' and state in ('invited', 'accepted')`,
})
@Index('uq_seat_stand_in', ['standsInForId'], {
  unique: true,
  where: `stands_in_for_id is not null and state = 'accepted'`,
})
@Check('ck_seat_house', `house in ('KS', 'NHO', 'independent')`)
@Check('ck_seat_role', `role in ('leader', 'deputy-leader', 'member', 'deputy')`)
@Check('ck_seat_state', `state in ('invited', 'accepted', 'declined', 'left')`)
@Check(
  'ck_seat_pledged',
  `state <> 'accepted' or (person_id is not null and pledged_at is not null)`,
)
@Check('ck_seat_stand_in', `stands_in_for_id is null or role = 'deputy'`)
export class Seat {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  name: string;

  @Column('text')
  email: string;

  @Column('text')
  house: House;

  @Column('text')
  role: SeatPosition;

  @Column('text', { default: 'invited' })
  state: 'invited' | 'accepted' | 'declined' | 'left';

  @Column('text', { nullable: true })
  declineReason: string | null;

  @Column('timestamptz', { nullable: true })
  pledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  standsInForId: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
