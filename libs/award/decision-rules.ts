/**
 * Figures advise, people decide. A decision states how many finalists or winners it names; the
 * edition's number is the default, and another needs a reason and a recorded vote. Whoever is
 * recused takes no part, both houses must be present, and a tie is settled by people in a way that
 * was registered beforehand. A sealed decision is never edited, only superseded.
 */
import type { ClassStage } from './edition-phases';
import type { NominationState } from './nomination-workflow';
import { bothHouses, type House } from './panel-rules';
import { STAGE_RIGHTS, stageAllows } from './phase-rights';
import { cutAt, type RankedEntry } from './score-aggregation';
import { allOf, needs, type Verdict } from './verdict';

export const DEFAULT_FINALISTS = 3;
export const DEFAULT_WINNERS = 1;
/** The most that a decision may name; none is possible too. */
export const MOST_FINALISTS = 6;
export const MOST_WINNERS = 2;
/** Limits of a decision: text in characters, length of the reserve list, people in a meeting. */
export const DECISION_LIMITS = { reason: 4000, reserve: 20, present: 60 } as const;

/** How a tie may be settled. Which ones an edition uses is registered before scoring opens. */
export const TIE_SETTLEMENTS = ['second-ballot', 'leader-vote', 'shared'] as const;
export type TieSettlement = (typeof TIE_SETTLEMENTS)[number];

/** Who sits in the meeting when it is decided. `takesPart` is `mayTakePart` of impartiality. */
export interface Present {
  readonly person: string;
  readonly house: House;
  readonly takesPart: boolean;
}

export interface RecordedVote {
  readonly inFavour: number;
  readonly against: number;
}

/** What every decision needs around it. */
export interface Meeting {
  readonly stage: ClassStage;
  readonly present: readonly Present[];
  /** How many members who take part are needed, at least 1. */
  readonly quorum: number;
  readonly registeredSettlements: readonly TieSettlement[];
  /** A result of an earlier year as published: numbers are not judged, nothing is filled in. */
  readonly asPublished?: boolean;
}

/** What every decision states. */
export interface Statement {
  /** How many the decision names. */
  readonly number: number;
  readonly reason: string;
  readonly vote: RecordedVote | null;
  readonly settlement: TieSettlement | null;
}

export interface FinalistDecision extends Statement {
  readonly finalists: readonly string[];
  /** In the order in which they would step up. */
  readonly reserve: readonly string[];
}

export interface FinalistSituation extends Meeting {
  /** The living, eligible entries of the class. */
  readonly entries: readonly { readonly entry: string; readonly state: NominationState }[];
  /** The class's ranking; empty when it went to its meeting unscored. */
  readonly ranking: readonly Pick<RankedEntry, 'entry' | 'rank'>[];
  readonly defaultNumber?: number;
}

/** Whether the finalists of a class may be decided and sealed like this. */
export function mayDecideFinalists(
  decision: FinalistDecision,
  situation: FinalistSituation,
): Verdict {
  const named = [...decision.finalists, ...decision.reserve];
  const { tied } = cutAt(situation.ranking, decision.number);
  const standing = new Set(
    situation.entries.filter(({ state }) => state === 'assessed').map(({ entry }) => entry),
  );
  return allOf(
    stageAllows(situation.stage, 'decideFinalists'),
    quorumOf(situation),
    needs(
      named.every((entry) => standing.has(entry)),
      'not-in-class',
    ),
    needs(new Set(named).size === named.length, 'named-twice'),
    statedNumber(decision, situation, {
      named: decision.finalists.length,
      most: MOST_FINALISTS,
      usual: Math.min(situation.defaultNumber ?? DEFAULT_FINALISTS, standing.size),
      otherwise: 'wrong-number-of-finalists',
    }),
    tieSettled(decision, situation, tied),
    needs(followsRanking(decision, situation) || hasReason(decision), 'reason-required'),
  );
}

export interface WinnerDecision extends Statement {
  readonly winners: readonly string[];
}

export interface WinnerSituation extends Meeting {
  /** The finalists of the class's sealed decision that have not withdrawn. */
  readonly finalists: readonly string[];
  /** The winners by the last ballot: more than one is a tie. Null when no ballot was held. */
  readonly ballotWinners: readonly string[] | null;
  readonly defaultNumber?: number;
}

/** Whether the winner of a class may be decided and sealed like this. */
export function mayDecideWinner(decision: WinnerDecision, situation: WinnerSituation): Verdict {
  const { ballotWinners, finalists } = situation;
  const asVoted =
    ballotWinners === null || decision.winners.every((entry) => ballotWinners.includes(entry));
  const tied =
    ballotWinners !== null && ballotWinners.length > decision.number ? ballotWinners : [];
  return allOf(
    stageAllows(situation.stage, 'decideWinner'),
    quorumOf(situation),
    needs(
      decision.winners.every((entry) => finalists.includes(entry)),
      'not-a-finalist',
    ),
    needs(new Set(decision.winners).size === decision.winners.length, 'named-twice'),
    statedNumber(decision, situation, {
      named: decision.winners.length,
      most: MOST_WINNERS,
      usual: Math.min(situation.defaultNumber ?? DEFAULT_WINNERS, finalists.length),
      otherwise: 'wrong-number-of-winners',
    }),
    decision.number === 0
      ? needs(hasReason(decision), 'reason-required')
      : tieSettled(decision, situation, tied),
    needs(asVoted || hasReason(decision), 'reason-required'),
  );
}

/**
 * Whether a reserve may step up for a finalist who has withdrawn: by the jury, before the class's
 * winner is sealed, the first of the reserve who has not withdrawn.
 */
export function mayPromoteReserve(promotion: {
  readonly meeting: Meeting;
  readonly promoted: string;
  readonly reserve: readonly string[];
  readonly withdrawn: readonly string[];
  readonly withdrawnFinalists: number;
  readonly reason: string;
}): Verdict {
  const next = promotion.reserve.find((entry) => !promotion.withdrawn.includes(entry));
  return allOf(
    needs(promotion.meeting.stage === 'finalists-sealed', 'wrong-stage'),
    quorumOf(promotion.meeting),
    needs(promotion.withdrawnFinalists > 0, 'wrong-number-of-finalists'),
    needs(promotion.promoted === next, 'not-in-class'),
    needs(promotion.reason.trim() !== '', 'reason-required'),
  );
}

/** Whether a decision may be superseded by a new one: before it is released, with a reason. */
export function maySupersede(superseding: {
  readonly sealed: boolean;
  readonly released: boolean;
  readonly reason: string;
}): Verdict {
  return allOf(
    needs(superseding.sealed, 'not-sealed'),
    needs(!superseding.released, 'already-released'),
    needs(superseding.reason.trim() !== '', 'reason-required'),
  );
}

/** Whether the leader may open a ballot in the class: one at a time, in a meeting that holds. */
export function mayOpenBallot(meeting: Meeting, anotherIsOpen: boolean): Verdict {
  return allOf(
    needs(STAGE_RIGHTS[meeting.stage].vote, 'wrong-stage'),
    needs(!anotherIsOpen, 'ballot-open'),
    quorumOf(meeting),
  );
}

/** Whether the member may cast or change a ballot: while it is open, taking part in the class. */
export function mayCastBallot(casting: {
  readonly open: boolean;
  readonly seat: Verdict;
  readonly takesPart: Verdict;
}): Verdict {
  return allOf(casting.seat, casting.takesPart, needs(casting.open, 'ballot-closed'));
}

/** Whether the members in the room can decide: enough who take part, and both KS and NHO. */
export function quorumOf(meeting: Meeting): Verdict {
  if (meeting.asPublished) return { allowed: true };
  const takingPart = meeting.present.filter(({ takesPart }) => takesPart);
  const people = new Set(takingPart.map(({ person }) => person));
  return allOf(
    needs(people.size >= Math.max(meeting.quorum, 1), 'quorum-missing'),
    bothHouses(takingPart),
  );
}

function statedNumber(
  statement: Statement,
  { asPublished }: Meeting,
  number: {
    readonly named: number;
    readonly most: number;
    readonly usual: number;
    readonly otherwise: 'wrong-number-of-finalists' | 'wrong-number-of-winners';
  },
): Verdict {
  if (asPublished) return { allowed: true };
  const unusual = statement.number !== number.usual;
  const { vote } = statement;
  return allOf(
    needs(
      statement.number === number.named && statement.number >= 0 && statement.number <= number.most,
      number.otherwise,
    ),
    needs(!unusual || hasReason(statement), 'reason-required'),
    needs(!unusual || (vote !== null && vote.inFavour > vote.against), 'vote-required'),
  );
}

function tieSettled(
  statement: Statement,
  { asPublished, registeredSettlements }: Meeting,
  tied: readonly string[],
): Verdict {
  if (asPublished || tied.length === 0) return { allowed: true };
  const { settlement } = statement;
  return allOf(
    needs(settlement !== null && registeredSettlements.includes(settlement), 'tie-undecided'),
    needs(hasReason(statement), 'reason-required'),
  );
}

/** No finalist stands behind an entry that was left out. */
function followsRanking(decision: FinalistDecision, situation: FinalistSituation): boolean {
  if (situation.asPublished) return true;
  const rankOf = (entry: string) =>
    situation.ranking.find((one) => one.entry === entry)?.rank ?? Infinity;
  const worst = Math.max(...decision.finalists.map(rankOf), -Infinity);
  return situation.entries
    .filter(({ entry, state }) => state === 'assessed' && !decision.finalists.includes(entry))
    .every(({ entry }) => rankOf(entry) >= worst);
}

function hasReason(statement: Statement): boolean {
  return statement.reason.trim() !== '';
}
