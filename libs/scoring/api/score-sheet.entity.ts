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
import { Assignment } from './assignment.entity';

/** One member's view of one version of one entry. */
@Entity('score_sheet')
@Unique('uq_score_sheet_seat_id_nomination_id', ['seatId', 'nominationId'])
@Unique('uq_score_sheet_id_edition_id', ['id', 'editionId'])
@ForeignKey(
  () => Assignment,
  ['seatId', 'nominationId', 'editionId', 'classCode'],
  ['seatId', 'nominationId', 'editionId', 'classCode'],
  { name: 'fk_score_sheet_assignment' },
)
@ForeignKey('NominationVersion', ['nominationVersionId', 'nominationId'], ['id', 'nominationId'], {
  name: 'fk_score_sheet_nomination_version',
})
@Index('ix_score_sheet_class', ['editionId', 'classCode'])
@Index('ix_score_sheet_nomination_id', ['nominationId'])
@Check(
  'ck_score_sheet_state',
  `(state = 'locked') = (locked_at is not null) and state in ('open', 'locked')`,
)
export class ScoreSheet {
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

  @Column('uuid')
  nominationVersionId: string;

  @Column('integer', { nullable: true })
  overall: number | null;

  @Column('text', { default: '' })
  line: string;

  @Column('text', { default: '' })
  assessment: string;

  @Column('text', { default: 'open' })
  state: 'open' | 'locked';

  @Column('integer', { default: 1 })
  lockVersion: number;

  @Column('timestamptz', { default: () => 'award_now()' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;
}

/** A score that is given. A criterion left open has no row. */
@Entity('sheet_score')
@ForeignKey(() => ScoreSheet, ['sheetId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_sheet_score_sheet_id',
})
@ForeignKey('Criterion', ['criterionId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_sheet_score_criterion_id',
})
export class SheetScore {
  @PrimaryColumn('uuid')
  sheetId: string;

  @PrimaryColumn('uuid')
  criterionId: string;

  @Column('uuid')
  editionId: string;

  @Column('integer')
  value: number;
}

/** The sheet as it was saved, each time. `number` is the sheet's lock version. */
@Entity('sheet_version')
@Unique('uq_sheet_version_sheet_id_number', ['sheetId', 'number'])
@ForeignKey(() => ScoreSheet, ['sheetId'], ['id'], { name: 'fk_sheet_version_sheet_id' })
export class SheetVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  sheetId: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  content: object;

  @Column('timestamptz', { default: () => 'award_now()' })
  savedAt: Date;
}
