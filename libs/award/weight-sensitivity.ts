/**
 * How much the choice of weights matters. An entry's mean is linear in the weights when the sheets
 * stay as they are, so that the smallest change of weights that moves an entry over the line is
 * exact. Drawn weights show how often an entry is within the places when nobody is sure of them.
 */
import { ranksOf } from './rank-by-value';
import { cutAt } from './score-aggregation';
import type { Criterion } from './score-sheet-rules';
import { seededRandom, seedOf } from './seeded-random';

/** An entry's mean for each criterion, over the sheets that count. */
export interface CriterionMeans {
  readonly entry: string;
  readonly means: Readonly<Record<string, number>>;
}

/** `entry` is level with `over` when `to` weighs `after` instead of `before`, taken from `from`. */
export interface TippingPoint {
  readonly entry: string;
  readonly over: string;
  readonly from: string;
  readonly to: string;
  /** Parts of the sum of weights, from 0 to 1. */
  readonly before: number;
  readonly after: number;
}

/** How many sets of weights are drawn, and how close to the registered ones (Dirichlet). */
export const WEIGHT_DRAWS = 500;
const CLOSENESS = 20;

type Direction = 'higher' | 'lower';

/** The mean of each entry under these weights. */
export function weightedMeans(
  entries: readonly CriterionMeans[],
  criteria: readonly Criterion[],
): readonly number[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return entries.map(
    ({ means }) =>
      criteria.reduce((sum, { code, weight }) => sum + weight * (means[code] ?? 0), 0) / total,
  );
}

/**
 * The smallest shift of weight from one criterion to another that brings an entry below the line level
 * with the one on the last place. Null when nothing is below, when the line is tied already, or when no
 * shift does it.
 */
export function tippingPoint(
  entries: readonly CriterionMeans[],
  criteria: readonly Criterion[],
  places: number,
  direction: Direction = 'higher',
): TippingPoint | null {
  const sign = direction === 'lower' ? -1 : 1;
  const values = weightedMeans(entries, criteria);
  const ids = entries.map(({ entry }) => entry);
  const ranks = ranksOf(ids, values, direction);
  const { top, cutTie } = cutAt(ranks, places);
  const last = ids.indexOf(top[places - 1] ?? '');
  if (cutTie || last < 0) return null;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const shifts = entries.flatMap((below, at) => {
    if (top.includes(below.entry)) return [];
    const gap = sign * (values[last] - values[at]);
    const apart = (code: string) => sign * (entries[last].means[code] - below.means[code]);
    return criteria.flatMap((from) =>
      criteria.flatMap((to) => {
        const lead = apart(from.code) - apart(to.code);
        const shift = (gap * total) / lead;
        return lead > 0 && shift <= from.weight ? [{ below, from, to, shift }] : [];
      }),
    );
  });
  if (shifts.length === 0) return null;
  const { below, from, to, shift } = shifts.reduce((a, b) => (b.shift < a.shift ? b : a));
  return {
    entry: below.entry,
    over: entries[last].entry,
    from: from.code,
    to: to.code,
    before: to.weight / total,
    after: (to.weight + shift) / total,
  };
}

/**
 * The share of {@link WEIGHT_DRAWS} drawn sets of weights in which each entry is within the places, in
 * the order of `entries`; seeded from all that is given. A tie across the line counts as outside.
 */
export function placesUnderDrawnWeights(
  entries: readonly CriterionMeans[],
  criteria: readonly Criterion[],
  places: number,
  direction: Direction = 'higher',
): readonly { readonly entry: string; readonly share: number }[] {
  const { gamma } = seededRandom(seedOf(JSON.stringify([entries, criteria, places, direction])));
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const ids = entries.map(({ entry }) => entry);
  const within = new Map(ids.map((entry) => [entry, 0]));
  for (let drawn = 0; drawn < WEIGHT_DRAWS; drawn += 1) {
    const weights = criteria.map(({ code, weight }) => ({
      code,
      weight: weight === 0 ? 0 : gamma((CLOSENESS * weight) / total),
    }));
    const { top } = cutAt(ranksOf(ids, weightedMeans(entries, weights), direction), places);
    for (const entry of top) within.set(entry, (within.get(entry) ?? 0) + 1);
  }
  return ids.map((entry) => ({ entry, share: (within.get(entry) ?? 0) / WEIGHT_DRAWS }));
}
