import { IsBoolean } from 'class-validator';
import type { Words } from '@award/editions/contract';
import type { House, Refusal } from '@award/award';
import type { SecondRoundView } from './second-round.contract';

export class CloseScoring {
  /** The leader has seen which sheets are missing and what it means for each entry. */
  @IsBoolean()
  acknowledgeMissing: boolean;
}

/** How far a member has come. Completion only: no score, no mean, and no entry that is hidden from the member. */
export interface SeatProgressView {
  seatId: string;
  name: string;
  house: House;
  entries: number;
  started: number;
  complete: number;
  locked: number;
  /** Not before every entry is declared and nothing awaits a ruling. */
  open: boolean;
}

/** What closing now would mean for an entry: how many sheets would count, by house, and whose are missing. */
export interface EntryCoverageView {
  nominationId: string;
  municipalityName: string;
  expected: number;
  locked: number;
  lockedKs: number;
  lockedNho: number;
  missing: string[];
  belowQuorum: boolean;
}

/** Why a class cannot be opened or closed now; empty when it can. */
export interface Obstacle {
  reason: Refusal;
  count?: number;
}

export interface ScoringProgressView {
  editionId: string;
  classCode: string;
  className: Words;
  stage: string;
  quorum: number;
  scoringClosesAt: string | null;
  ruleRegisteredAt: string | null;
  ruleHash: string | null;
  eligibleEntries: number;
  openingObstacles: Obstacle[];
  closingObstacles: Obstacle[];
  missingSheets: number;
  mayOpen: boolean;
  /** Whether the reader may send a class with no more entries than finalists to its meeting unscored. */
  maySkip: boolean;
  mayClose: boolean;
  /** Whether the reader may open the second round now. */
  mayOpenSecondRound: boolean;
  secondRound: SecondRoundView | null;
  seats: SeatProgressView[];
  coverage: EntryCoverageView[];
}
