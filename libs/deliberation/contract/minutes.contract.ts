import type { ClassAnswer, House, MotionResult, SeatPosition, TieSettlement } from '@award/award';
import type { Words } from '@award/editions/contract';
import type { ClassHeadView } from './class.contract';

/** What minutes hold: ids, numbers and the jury's own words about its decisions. Never why a member stepped out. */
export interface MinutesContent {
  editionId: string;
  year: number;
  classCode: string;
  meeting: { id: string; openedAt: string; closedAt: string | null };
  quorum: number;
  ruleHash: string | null;
  attendance: {
    seatId: string;
    house: House;
    position: SeatPosition;
    present: boolean;
    steppedOutAt: string | null;
    returnedAt: string | null;
  }[];
  rankings: { id: string; inputHash: string; madeAt: string }[];
  ballots: {
    id: string;
    round: number;
    options: string[];
    openedAt: string;
    closedAt: string | null;
    papers: number;
    winners: string[];
    papersHash: string | null;
  }[];
  decisions: {
    id: string;
    kind: 'finalists' | 'winner';
    number: number;
    finalists: string[];
    reserve: string[];
    winners: string[];
    reason: string;
    dissent: string | null;
    votesFor: number | null;
    votesAgainst: number | null;
    settlement: TieSettlement | null;
    sealedAt: string;
    rankingId: string | null;
    ballotId: string | null;
    supersedes: string | null;
  }[];
  motions: { id: string; seatId: string; text: string; putAt: string; result: MotionResult }[];
  missingSheets: { seatId: string; nominationId: string }[];
  /** Best first. Nobody's name stands beside a score. Absent in minutes from before it was told. */
  scores?: MinutesScores[];
  /** Sealed decisions that the meeting has kept after somebody who took part was found recused. */
  reviews?: {
    decisionId: string;
    kind: 'finalists' | 'winner';
    reason: string;
    votesFor: number;
    votesAgainst: number;
    settledAt: string;
  }[];
  /** Which class an entry stands in, settled by the jury since the meeting before. */
  classQuestions?: {
    id: string;
    nominationId: string;
    fromClass: string;
    toClass: string;
    finding: string;
    outcome: ClassAnswer;
    reason: string;
    inFavour: number;
    against: number;
    sheetsSetAside: number;
    settledAt: string;
  }[];
}

/** What an entry was given, by the newest ranking that the meeting had. */
export interface MinutesScores {
  nominationId: string;
  place: number | null;
  mean: number | null;
  /** The counted sheets' composites, highest first. */
  values: number[];
  /** The same members' scores of the first round, highest first; null without a second round. */
  firstRound: number[] | null;
}

export interface MinutesLineView {
  id: string;
  number: number;
  madeAt: string;
  sha256: string;
  approvedAt: string | null;
  approvedBy: string | null;
}

export interface MinutesView extends MinutesLineView {
  class: ClassHeadView;
  content: MinutesContent;
  /** Whether the content still has the hash that it was given. */
  intact: boolean;
  seats: Record<string, { name: string }>;
  /** Names of the edition's classes, by code. */
  classes: Record<string, Words>;
  entries: Record<string, { municipality: string; county: string; title: string }>;
  /** Null when the reader may approve, otherwise why not. */
  mayApprove: string | null;
}
