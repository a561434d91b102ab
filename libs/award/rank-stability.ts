/**
 * Whether the same entries are within the places when the figures are made in other reasonable ways:
 * by other means, without each judge, with other weights, by each organisation alone. Deterministic,
 * and told in one sentence; it says where to talk and decides nothing.
 */
import { PARITY_HOUSES } from './ballots';
import { ranksOf } from './rank-by-value';
import { type Cut, cutAt } from './score-aggregation';
import type { Criterion } from './score-sheet-rules';
import { designOf, plainMeans } from './severity-design';
import { adjustedMeans, estimate, type ScoreCell } from './severity-model';

/** One sheet that counts, with a score for every counted criterion. */
export interface CountedScores {
  readonly judge: string;
  readonly entry: string;
  readonly scores: Readonly<Record<string, number>>;
}

export const CHECKS = [
  'adjusted',
  'least-squares',
  'trimmed',
  'median',
  'without-judge',
  'adjusted-without-judge',
  'equal-weights',
  'weight-more',
  'weight-less',
  'without-criterion',
  'house',
] as const;
export type CheckKind = (typeof CHECKS)[number];

/** The places by one other way. */
export interface StabilityCheck {
  readonly kind: CheckKind;
  /** The judge, criterion or organisation that it is about; null for a way of its own. */
  readonly of: string | null;
  /** Null when there is no joint ranking this way, because nothing links all that is left. */
  readonly places: readonly { readonly entry: string; readonly rank: number }[] | null;
  /** Within the places this way and not by the official figure, and the other way round. */
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  /** Those who share the last place this way when that is a tie across the line. */
  readonly tied: readonly string[];
  /** Entries that nobody would have scored. */
  readonly unscored: readonly string[];
}

export interface StabilityInput {
  readonly sheets: readonly CountedScores[];
  /** Those that the official figure counts, with their weights. */
  readonly criteria: readonly Criterion[];
  readonly places: number;
  readonly houseOf: ReadonlyMap<string, string>;
  readonly direction?: 'higher' | 'lower';
}

/** From so many scores on, a trimmed mean leaves out the highest and the lowest. */
const TRIM_FROM = 5;
const WEIGHT_CHANGE = 0.25;

/** Every check of the official cut. Empty when nothing counts. */
export function stabilityChecks(input: StabilityInput, official: Cut): readonly StabilityCheck[] {
  const { sheets, criteria, places, direction } = input;
  const cells = compositesOf(sheets, criteria);
  if (cells.length === 0) return [];
  const entries = [...new Set(cells.map(({ entry }) => entry))].sort();
  const check = (kind: CheckKind, of: string | null, found: Found | null): StabilityCheck => {
    const ranks = found && ranksOf(found.ids, found.values, direction);
    const { top, tied } = ranks ? cutAt(ranks, places) : official;
    return {
      kind,
      of,
      places: ranks,
      enters: top.filter((entry) => !official.top.includes(entry)),
      leaves: official.top.filter((entry) => !top.includes(entry) && !tied.includes(entry)),
      tied: ranks ? tied : [],
      unscored: found ? entries.filter((entry) => !found.ids.includes(entry)) : [],
    };
  };
  const judges = [...new Set(cells.map(({ judge }) => judge))].sort();
  const without = (judge: string) => cells.filter((cell) => cell.judge !== judge);
  return [
    check('adjusted', null, byModel(cells, 'adjusted')),
    check('least-squares', null, byModel(cells, 'fixed')),
    check('trimmed', null, byEntry(cells, trimmedMean)),
    check('median', null, byEntry(cells, median)),
    ...(judges.length < 2 ? [] : judges).flatMap((judge) => [
      check('without-judge', judge, byPlainMean(without(judge))),
      check('adjusted-without-judge', judge, byModel(without(judge), 'adjusted')),
    ]),
    ...otherWeights(criteria).map(({ kind, of, weights }) =>
      check(kind, of, byPlainMean(compositesOf(sheets, weights))),
    ),
    ...PARITY_HOUSES.flatMap((house) => {
      const own = cells.filter(({ judge }) => input.houseOf.get(judge) === house);
      return own.length === 0 ? [] : [check('house', house, byPlainMean(own))];
    }),
  ];
}

/** In how many checks the same entries are within the places, and which some check takes in, out or onto the line. */
export interface StabilityVerdict {
  /** Checks made, those of the organisations left out: they are two halves of the jury and not a change. */
  readonly checks: number;
  readonly kept: number;
  /** Sorted by id. */
  readonly moving: readonly string[];
}

export function stabilityVerdict(
  checks: readonly StabilityCheck[],
  official: Pick<Cut, 'tied'>,
): StabilityVerdict {
  const counted = checks.filter(({ kind, places }) => kind !== 'house' && places !== null);
  const moved = counted.filter((check) => movedBy(check, official).length > 0);
  return {
    checks: counted.length,
    kept: counted.length - moved.length,
    moving: [...new Set(moved.flatMap((check) => movedBy(check, official)))].sort(),
  };
}

function movedBy(
  { enters, leaves, tied }: StabilityCheck,
  official: Pick<Cut, 'tied'>,
): readonly string[] {
  return [...enters, ...leaves, ...tied.filter((entry) => !official.tied.includes(entry))];
}

/** The weighted mean of each sheet. Weights of any size; they may not all be 0. */
export function compositesOf(
  sheets: readonly CountedScores[],
  criteria: readonly Criterion[],
): readonly ScoreCell[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return sheets.map(({ judge, entry, scores }) => ({
    judge,
    entry,
    value: criteria.reduce((sum, { code, weight }) => sum + weight * scores[code], 0) / total,
  }));
}

interface Found {
  readonly ids: readonly string[];
  readonly values: ArrayLike<number>;
}

function otherWeights(criteria: readonly Criterion[]): readonly {
  readonly kind: CheckKind;
  readonly of: string | null;
  readonly weights: readonly Criterion[];
}[] {
  const counted = criteria.filter(({ weight }) => weight > 0);
  if (counted.length < 2) return [];
  const scaled = (of: string, factor: number) =>
    counted.map(({ code, weight }) => ({ code, weight: code === of ? weight * factor : weight }));
  return [
    {
      kind: 'equal-weights',
      of: null,
      weights: counted.map(({ code }) => ({ code, weight: 1 })),
    },
    ...counted.flatMap(({ code }) => [
      { kind: 'weight-more' as const, of: code, weights: scaled(code, 1 + WEIGHT_CHANGE) },
      { kind: 'weight-less' as const, of: code, weights: scaled(code, 1 - WEIGHT_CHANGE) },
      { kind: 'without-criterion' as const, of: code, weights: scaled(code, 0) },
    ]),
  ];
}

function byPlainMean(cells: readonly ScoreCell[]): Found {
  const design = designOf(cells);
  return { ids: design.entries, values: plainMeans(design) };
}

function byModel(cells: readonly ScoreCell[], which: 'adjusted' | 'fixed'): Found | null {
  const design = designOf(cells);
  if (design.groups > 1) return null;
  const estimates = estimate(design);
  const effects = which === 'fixed' ? estimates.fixedEffects : estimates.effects;
  return {
    ids: design.entries,
    values: adjustedMeans(design, { means: estimates.means, effects }),
  };
}

function byEntry(
  cells: readonly ScoreCell[],
  figure: (sorted: readonly number[]) => number,
): Found {
  const values = new Map<string, number[]>();
  for (const { entry, value } of cells) values.set(entry, [...(values.get(entry) ?? []), value]);
  const ids = [...values.keys()].sort();
  return { ids, values: ids.map((id) => figure((values.get(id) ?? []).sort((a, b) => a - b))) };
}

function trimmedMean(sorted: readonly number[]): number {
  const kept = sorted.length < TRIM_FROM ? sorted : sorted.slice(1, -1);
  return kept.reduce((sum, one) => sum + one, 0) / kept.length;
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
