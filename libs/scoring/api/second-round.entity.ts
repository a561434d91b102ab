import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How many read each entry of a class, when not everybody reads everything. Without a row everybody does. */
@Entity('reading_plan')
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_reading_plan_class',
})
@Check('ck_reading_plan_readings', `readings between 1 and 60`)
export class ReadingPlanRow {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  classCode: string;

  @Column('integer')
  readings: number;

  @Column('uuid', { nullable: true })
  setBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  setAt: Date;
}

/** A class's second round: at most one, opened by who leads the panel. */
@Entity('second_round')
@ForeignKey('EditionClass', ['editionId', 'classCode'], ['editionId', 'code'], {
  name: 'fk_second_round_class',
})
@ForeignKey('Seat', ['openedBy', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_second_round_opened_by',
})
export class SecondRoundRow {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  classCode: string;

  @Column('uuid')
  openedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  openedAt: Date;
}

/**
 * A member is asked for more about an entry, or to read it now. The overall score of the first round is
 * kept, and counts until the second sheet is locked. Why the entry was chosen is not stored.
 */
@Entity('second_reading')
@ForeignKey(
  'Assignment',
  ['seatId', 'nominationId', 'editionId', 'classCode'],
  ['seatId', 'nominationId', 'editionId', 'classCode'],
  { name: 'fk_second_reading_assignment' },
)
@ForeignKey(() => SecondRoundRow, ['editionId', 'classCode'], ['editionId', 'classCode'], {
  name: 'fk_second_reading_round',
})
@Index('ix_second_reading_class', ['editionId', 'classCode'])
export class SecondReading {
  @PrimaryColumn('uuid')
  seatId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('integer', { nullable: true })
  firstOverall: number | null;
}
