import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  type Agreement,
  type Contention,
  DECISION_LIMITS,
  type House,
  MOST_FINALISTS,
  type PairwiseTable,
  type ParityHouse,
  type Refusal,
  type SeatPosition,
  type TieSettlement,
} from '@award/award';
import type { ClassEntryView, ClassHeadView } from './class.contract';
import type { DecisionView } from './decision.contract';
import type { MinutesLineView } from './minutes.contract';

export class OpenMeeting {
  /** The seats that are present from the start. A recused member is stepped out whatever is said here. */
  @IsArray()
  @ArrayMaxSize(DECISION_LIMITS.present)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  present: string[];
}

export class NoteAttendance {
  @IsBoolean()
  present: boolean;
}

/** Options that share a place on a ballot paper. */
export class RankOfPaper {
  @IsArray()
  @ArrayMaxSize(MOST_FINALISTS)
  @IsUUID('all', { each: true })
  options: string[];
}

/** Best first. What is left out is ranked last, tied with the others left out; an empty paper abstains. */
export class CastPaper {
  @IsArray()
  @ArrayMaxSize(MOST_FINALISTS)
  @ValidateNested({ each: true })
  @Type(() => RankOfPaper)
  ranks: RankOfPaper[];
}

export interface AttendanceView {
  seatId: string;
  name: string;
  house: House;
  position: SeatPosition;
  present: boolean;
  /** Whether the member takes part in the class. Why not is never told. */
  takesPart: boolean;
  steppedOutAt: string | null;
  returnedAt: string | null;
  own: boolean;
}

export interface QuorumView {
  needed: number;
  present: number;
  houses: Record<ParityHouse, number>;
  /** Why the jury cannot decide now; null when it can. */
  missing: Refusal | null;
}

export interface AgendaLineView {
  nominationId: string;
  place: number | null;
  mean: number | null;
  spread: number | null;
  contentions: Contention[];
}

export interface TallyView {
  pairwise: PairwiseTable;
  rank: Record<string, number>;
  condorcet: string | null;
  winners: string[];
  ballots: number;
}

/** A counted ballot: frozen when the ballot was closed. What would tell a single paper is null. */
export interface BallotResultView {
  winners: string[];
  tie: boolean;
  /** Null: too few have voted of a house for its own count to be shown, and all that follows from it. */
  agreement: Agreement | null;
  weights: Record<ParityHouse, number> | null;
  /** Null without a valid ballot of each house, and where the houses are not shown. */
  parity: TallyView | null;
  /** Null when fewer than three have voted in all. */
  unweighted: TallyView | null;
  /** Both or neither. */
  houses: Record<ParityHouse, TallyView | null>;
  /** `commonSecond` is empty where the houses are not shown. */
  deadlock: { commonSecond: string[] } | null;
  /** Valid papers counted. */
  ballots: number;
  abstentions: number;
  /** Papers of members who no longer took part when the ballot was closed. */
  setAside: number;
  /** SHA-256 of the counted papers and a secret salt, so that the count can be made again and no paper guessed. */
  papersHash: string;
}

/** What a ballot shows while it is open: how many have voted, never what. */
export interface BallotView {
  id: string;
  round: number;
  state: 'open' | 'closed';
  options: string[];
  openedAt: string;
  closedAt: string | null;
  papers: number;
  /** Whether it still holds: false once somebody whose paper was counted has come under question. */
  holds: boolean;
  waitingFor: string[];
  /** The reader's own paper; best first. */
  mine: string[][] | null;
  result: BallotResultView | null;
}

export const MEETING_ACTS = [
  'openMeeting',
  'noteAttendance',
  'decideFinalists',
  'supersedeFinalists',
  'openBallot',
  'cast',
  'closeBallot',
  'decideWinner',
  'supersedeWinner',
  'keepDecision',
  'writeMinutes',
  'approveMinutes',
  'closeMeeting',
] as const;
export type MeetingAct = (typeof MEETING_ACTS)[number];

export interface MeetingView {
  class: ClassHeadView;
  /** The award's clock at the time of the answer. */
  now: string;
  meeting: { id: string; openedAt: string; closedAt: string | null } | null;
  members: AttendanceView[];
  quorum: QuorumView;
  entries: ClassEntryView[];
  agenda: AgendaLineView[];
  /** The edition's own numbers. */
  usual: { finalists: number; winners: number };
  /** Ways to settle a tie among finalists, and a tied ballot as it stands now. */
  settlements: { finalists: TieSettlement[]; winner: TieSettlement[] };
  finalists: DecisionView | null;
  winner: DecisionView | null;
  earlierDecisions: DecisionView[];
  ballots: BallotView[];
  minutes: MinutesLineView[];
  /** Null when the reader may do it now, otherwise why not. */
  acts: Record<MeetingAct, Refusal | null>;
}
