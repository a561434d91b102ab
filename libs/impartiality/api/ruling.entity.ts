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

/** The leader's answer about a member and an entry: provisional until the jury has confirmed it. */
@Entity('ruling')
@Unique('uq_ruling_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ruling_seat_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_ruling_nomination_id',
})
@ForeignKey('Seat', ['ruledBy', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ruling_ruled_by',
})
@Index('ix_ruling_seat_id', ['seatId', 'nominationId', 'ruledAt'])
@Check('ck_ruling_outcome', `outcome in ('recused', 'impartial')`)
@Check('ck_ruling_not_oneself', `ruled_by <> seat_id`)
export class RulingRow {
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
  outcome: 'recused' | 'impartial';

  @Column('uuid')
  ruledBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  ruledAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}

/** One member's confirmation of a ruling. */
@Entity('ruling_confirmation')
@ForeignKey(
  () => RulingRow,
  ['rulingId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  { name: 'fk_ruling_confirmation_ruling_id' },
)
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ruling_confirmation_seat_id',
})
export class RulingConfirmation {
  @PrimaryColumn('uuid')
  rulingId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  confirmedAt: Date;
}
