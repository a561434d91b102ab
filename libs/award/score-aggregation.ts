/**
 * The official figure of an entry is the plain weighted mean. A sheet's composite is the sum of
 * weight times score over the sum of weights; an entry's mean is the mean of its sheets'
 * composites, every member counting the same. Sums are whole numbers, so a mean is an exact
 * fraction and a tie is exact. Only complete sheets count: a criterion left open sets the sheet
 * aside, for filling it in or weighting the rest anew would shift the entry by how hard the missing
 * criterion is. A recusal is a missing sheet and never a zero. An entry without sheets is unscored
 * and has no rank. Ranks are 1, 2, 2, 4. A tie across the last place is reported, never broken.
 */
import {
  type Criterion,
  missingCriteria,
  onScale,
  type Scale,
  type Scores,
} from './score-sheet-rules';
import { no, type RefusedVerdict } from './verdict';

/**
 * Why a sheet that exists does not count whatever stands on it: its member is recused, the entry is
 * withdrawn, a ground or a declaration is still open, the member has left the panel, or the deputy
 * who took the seat has submitted a sheet.
 */
export type SetAside = 'recused' | 'withdrawn' | 'ruling-awaited' | 'left' | 'replaced';

/** One sheet. `setAside` tells why it does not count although it exists. */
export interface Sheet {
  readonly judge: string;
  readonly entry: string;
  readonly scores: Scores;
  readonly locked: boolean;
  readonly setAside?: SetAside | null;
  /** The entry's version has changed since the sheet was written: marked, and counted all the same. */
  readonly stale?: boolean;
}

export type WhySetAside = SetAside | 'not-locked' | 'incomplete';

/** An exact fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface CountedSheet {
  readonly judge: string;
  readonly composite: Fraction;
  readonly value: number;
  readonly stale: boolean;
}

/** One entry's figure with its trail. `spread` is the largest composite minus the smallest. */
export interface RankedEntry {
  readonly entry: string;
  readonly n: number;
  readonly mean: Fraction | null;
  readonly value: number | null;
  readonly rank: number | null;
  readonly spread: number | null;
  readonly counted: readonly CountedSheet[];
  readonly setAside: readonly { readonly judge: string; readonly why: WhySetAside }[];
}

export interface Ranking extends Cut {
  /** Ranked entries first, best first, then the unscored; equals by id, which says nothing. */
  readonly entries: readonly RankedEntry[];
  readonly unscored: readonly string[];
  readonly countedSheets: number;
  readonly setAsideSheets: number;
}

/** What is ranked: one class of one edition, seen by one set of criteria. */
export interface Scoring {
  readonly entries: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly scale: Scale;
  readonly sheets: readonly Sheet[];
  /** How many places there are, such as three finalists. */
  readonly places: number;
  /** `lower` reverses the order and nothing else. Default: higher is better. */
  readonly direction?: 'higher' | 'lower';
}

/** The ranking, or why the scores cannot be ranked and where. */
export type Aggregation =
  | { readonly allowed: true; readonly ranking: Ranking }
  | (RefusedVerdict & { readonly at: string });

/**
 * Ranks the entries of one class. RefusedVerdict with `bad-input` for a weight that is not a whole number
 * from 0 to 1000 or a sheet on an entry that is not in the class, `zero-weights` when nothing
 * counts, `duplicate-score` for two sheets of one judge on one entry, `out-of-scale` for a score
 * that is not a whole number on the scale. Exact up to 10 000 sheets per entry.
 */
export function aggregate(scoring: Scoring): Aggregation {
  const fault = faultIn(scoring);
  if (fault) return fault;
  const byEntry = new Map(scoring.entries.map((entry) => [entry, [] as Sheet[]]));
  for (const sheet of scoring.sheets) byEntry.get(sheet.entry)?.push(sheet);
  const figures = [...byEntry].map(([entry, sheets]) => figureOf(entry, sheets, scoring.criteria));
  const sign = scoring.direction === 'lower' ? 1 : -1;
  const scored = figures
    .filter((one) => one.mean !== null)
    .sort((a, b) => sign * compareMeans(a, b) || byId(a.entry, b.entry));
  const unscored = figures
    .filter((one) => one.mean === null)
    .sort((a, b) => byId(a.entry, b.entry));
  return { allowed: true, ranking: ranked(scored, unscored, scoring.places) };
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`, without rounding. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return Math.sign(a.numerator * b.denominator - b.numerator * a.denominator);
}

/** The fraction in lowest terms. The denominator must be positive. */
export function fraction(numerator: number, denominator: number): Fraction {
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Who is within a number of places, and whether a tie lies across the last of them. */
export interface Cut {
  /** The entries surely within the places, best first. */
  readonly top: readonly string[];
  readonly cutTie: boolean;
  /** Those sharing the last place when it is a tie across the cut, otherwise none. */
  readonly tied: readonly string[];
}

/** The cut of a ranking at a number of places. Entries without a rank are outside. */
export function cutAt(
  entries: readonly Pick<RankedEntry, 'entry' | 'rank'>[],
  places: number,
): Cut {
  const inOrder = entries
    .flatMap(({ entry, rank }) => (rank === null ? [] : [{ entry, rank }]))
    .sort((a, b) => a.rank - b.rank || byId(a.entry, b.entry));
  const last = inOrder[places - 1]?.rank;
  const atCut = inOrder.filter(({ rank }) => rank === last);
  const cutTie = last !== undefined && last - 1 + atCut.length > places;
  const within = inOrder.slice(0, places).filter(({ rank }) => !cutTie || rank !== last);
  return {
    top: within.map(({ entry }) => entry),
    cutTie,
    tied: cutTie ? atCut.map(({ entry }) => entry) : [],
  };
}

/** Entries that the simple preset asks all criteria and an assessment for: the leading ones. */
export function leading(ranking: Ranking, count = 6): readonly string[] {
  return ranking.entries
    .filter((one) => one.rank !== null && one.rank <= count)
    .map((one) => one.entry);
}

function faultIn(scoring: Scoring): (RefusedVerdict & { readonly at: string }) | null {
  const { criteria, entries, scale, sheets } = scoring;
  const badWeight = criteria.find(
    ({ weight }) => !Number.isInteger(weight) || weight < 0 || weight > 1000,
  );
  if (badWeight) return { ...no('bad-input'), at: badWeight.code };
  if (!criteria.some(({ weight }) => weight > 0)) return { ...no('zero-weights'), at: 'criteria' };
  const known = new Set(entries);
  const seen = new Map<string, Set<string>>();
  const reasonAgainst = ({ judge, entry, scores }: Sheet) => {
    if (!known.has(entry)) return 'bad-input';
    if (seen.get(entry)?.has(judge)) return 'duplicate-score';
    const given = criteria.map(({ code }) => scores[code] ?? null);
    return given.every((score) => score === null || onScale(score, scale)) ? null : 'out-of-scale';
  };
  for (const sheet of sheets) {
    const reason = reasonAgainst(sheet);
    if (reason) return { ...no(reason), at: `${sheet.judge} ${sheet.entry}` };
    seen.set(sheet.entry, (seen.get(sheet.entry) ?? new Set<string>()).add(sheet.judge));
  }
  return null;
}

function figureOf(
  entry: string,
  sheets: readonly Sheet[],
  criteria: readonly Criterion[],
): RankedEntry {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const trail = [...sheets]
    .sort((a, b) => byId(a.judge, b.judge))
    .map((sheet) => ({ sheet, why: whySetAside(sheet, criteria) }));
  const counts = trail.filter(({ why }) => why === null).map(({ sheet }) => sheet);
  const sums = counts.map((sheet) =>
    criteria.reduce((sum, { code, weight }) => sum + weight * (sheet.scores[code] ?? 0), 0),
  );
  const total = sums.reduce((sum, one) => sum + one, 0);
  const n = counts.length;
  const mean = n === 0 ? null : fraction(total, weights * n);
  return {
    entry,
    n,
    mean,
    value: mean && mean.numerator / mean.denominator,
    rank: null,
    spread: n === 0 ? null : (Math.max(...sums) - Math.min(...sums)) / weights,
    counted: counts.map((sheet, place) => ({
      judge: sheet.judge,
      composite: fraction(sums[place], weights),
      value: sums[place] / weights,
      stale: sheet.stale ?? false,
    })),
    setAside: trail.flatMap(({ sheet, why }) => (why ? [{ judge: sheet.judge, why }] : [])),
  };
}

function whySetAside(sheet: Sheet, criteria: readonly Criterion[]): WhySetAside | null {
  if (sheet.setAside) return sheet.setAside;
  if (!sheet.locked) return 'not-locked';
  return missingCriteria(sheet.scores, criteria).length > 0 ? 'incomplete' : null;
}

function ranked(
  scored: readonly RankedEntry[],
  unscored: readonly RankedEntry[],
  places: number,
): Ranking {
  let rank = 0;
  const withRanks = scored.map((one, at) => {
    if (at === 0 || compareMeans(scored[at - 1], one) !== 0) rank = at + 1;
    return { ...one, rank };
  });
  const entries = [...withRanks, ...unscored];
  return {
    entries,
    ...cutAt(withRanks, places),
    unscored: unscored.map((one) => one.entry),
    countedSheets: entries.reduce((sum, one) => sum + one.counted.length, 0),
    setAsideSheets: entries.reduce((sum, one) => sum + one.setAside.length, 0),
  };
}

function compareMeans(a: RankedEntry, b: RankedEntry): number {
  return a.mean && b.mean ? compareFractions(a.mean, b.mean) : 0;
}

function byId(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : greatestCommonDivisor(b, a % b);
}
