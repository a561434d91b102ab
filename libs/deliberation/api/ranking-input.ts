import {
  adviceOn,
  agenda,
  type AgendaItem,
  aggregate,
  type Criterion,
  type House,
  PARITY_HOUSES,
  type ParityHouse,
  type Ranking,
  type RankingAdvice,
  type Scale,
  type Scoring,
  type SetAside,
} from '@award/award';
import { Refused } from '@award/access/api';
import { contentHash } from '@award/nominations/api';
import type { ScoringInput } from '@award/scoring/api';

/** The official method, by name, so that a later one can stand beside it. */
export const METHOD = 'plain-weighted-mean';

/** Everything that a ranking is made from, in a fixed order, so that equal scores give equal text and hash. */
export interface RankingInput {
  method: typeof METHOD;
  scale: Scale;
  places: number;
  /** What the official figure counts. */
  criteria: Criterion[];
  entries: string[];
  judges: { seat: string; house: House }[];
  sheets: InputSheet[];
}

export interface InputSheet {
  judge: string;
  entry: string;
  /** Every score given, counted or not, by criterion code. */
  scores: Record<string, number>;
  locked: boolean;
  setAside: SetAside | null;
  stale: boolean;
}

export interface HouseFigure {
  entry: string;
  mean: number | null;
  place: number | null;
  counted: number;
}

/** What comes out: the ranking with its trail, each house's own view, the advice beside it, and the meeting's agenda. */
export interface RankingResult {
  ranking: Ranking;
  houses: Record<ParityHouse, HouseFigure[]>;
  advice: RankingAdvice;
  agenda: AgendaItem[];
}

/** What the ranking takes from the class's scoring. A score that was left open is absent, never null or zero. */
export function inputOf(scored: ScoringInput): RankingInput {
  const { scale, places, counted, entries, seats, sheets } = scored;
  const judges = new Set(sheets.map(({ judge }) => judge));
  return {
    method: METHOD,
    scale: { min: scale.min, max: scale.max },
    places,
    criteria: counted.map(({ code, weight }) => ({ code, weight })),
    entries: [...entries],
    judges: seats
      .filter(({ seatId }) => judges.has(seatId))
      .map(({ seatId, house }) => ({ seat: seatId, house })),
    sheets: sheets.map(({ judge, entry, scores, locked, setAside, stale }) => ({
      judge,
      entry,
      scores: Object.fromEntries(
        Object.entries(scores).filter((score): score is [string, number] => score[1] !== null),
      ),
      locked,
      setAside,
      stale,
    })),
  };
}

/** The input with its parts in their fixed order. */
export function inOrder(input: RankingInput): RankingInput {
  const by =
    <T>(key: (item: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  return {
    ...input,
    entries: [...input.entries].sort(),
    judges: [...input.judges].sort(by(({ seat }) => seat)),
    sheets: [...input.sheets].sort(by(({ judge, entry }) => `${judge} ${entry}`)),
  };
}

/** SHA-256 of the input, in hexadecimal; the same for what jsonb gives back. */
export function inputHash(input: RankingInput): string {
  return contentHash(inOrder(input));
}

/** Ranks the input of a class. Refused when the scores cannot be ranked, with where the fault is. */
export function rank(input: RankingInput, classCode: string): RankingResult {
  const scoring: Scoring = inOrder(input);
  const whole = aggregate(scoring);
  if (!whole.allowed) throw new Refused(whole.reason, { at: whole.at });
  const houseOf = new Map(input.judges.map(({ seat, house }) => [seat, house]));
  const houses = Object.fromEntries(
    PARITY_HOUSES.map((house) => [house, ofHouse(scoring, (seat) => houseOf.get(seat) === house)]),
  ) as Record<ParityHouse, HouseFigure[]>;
  const advice = adviceOn(scoring, whole.ranking, { classCode, houseOf });
  const open = new Set(advice.contested);
  return { ranking: whole.ranking, houses, advice, agenda: [...agenda(scoring, open)] };
}

function ofHouse(scoring: Scoring, belongs: (seat: string) => boolean): HouseFigure[] {
  const own = aggregate({
    ...scoring,
    sheets: scoring.sheets.filter(({ judge }) => belongs(judge)),
  });
  if (!own.allowed) throw new Refused(own.reason, { at: own.at });
  return own.ranking.entries.map(({ entry, value, rank: place, n }) => ({
    entry,
    mean: value,
    place,
    counted: n,
  }));
}
