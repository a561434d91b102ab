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
import type { BallotResultView } from '@award/deliberation/contract';

/** One round of voting in a meeting. Its result is frozen when it is closed. */
@Entity('ballot')
@Unique('uq_ballot_id_edition_id_class_code', ['id', 'editionId', 'classCode'])
@Unique('uq_ballot_finalists_decision_id_round', ['finalistsDecisionId', 'round'])
@Index('uq_ballot_one_open', ['meetingId'], { unique: true, where: `state = 'open'` })
@ForeignKey('Meeting', ['meetingId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ballot_meeting_id',
})
@ForeignKey(
  'Decision',
  ['finalistsDecisionId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  { name: 'fk_ballot_finalists_decision_id' },
)
@Check(
  'ck_ballot_state',
  `(state = 'closed') = (closed_at is not null) and (state = 'closed') = (result is not null) and state in ('open', 'closed')`,
)
export class BallotRow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  /** Whose finalists are voted on. */
  @Column('uuid')
  finalistsDecisionId: string;

  @Column('integer')
  round: number;

  @Column('text', { default: 'open' })
  state: 'open' | 'closed';

  /** With the salt of the papers' hash, which no read gives out. */
  @Column('jsonb', { nullable: true })
  result: (BallotResultView & { papersSalt: string }) | null;

  @Column('uuid', { nullable: true })
  openedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

@Entity('ballot_option')
@ForeignKey('BallotRow', ['ballotId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ballot_option_ballot_id',
})
@ForeignKey(
  'Nomination',
  ['nominationId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  { name: 'fk_ballot_option_nomination_id' },
)
export class BallotOption {
  @PrimaryColumn('uuid')
  ballotId: string;

  @PrimaryColumn('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;
}

/** One member's vote: secret, one per seat, open to change until the ballot is closed. */
@Entity('ballot_paper')
@ForeignKey('BallotRow', ['ballotId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ballot_paper_ballot_id',
})
@ForeignKey('Seat', ['seatId', 'editionId', 'classCode'], ['id', 'editionId', 'classCode'], {
  name: 'fk_ballot_paper_seat_id',
})
export class BallotPaper {
  @PrimaryColumn('uuid')
  ballotId: string;

  @PrimaryColumn('uuid')
  seatId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('jsonb')
  choices: string[][];

  @Column('timestamptz', { default: () => 'award_now()' })
  castAt: Date;
}
