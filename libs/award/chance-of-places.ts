/**
 * The chance that an entry is among the first places, drawn from the severity model. Draws are
 * pseudo-random and seeded from the cells and the class, so that the same scores always give the
 * same percentages. It helps the jury see which places are open; it never decides.
 */
import type { ScoreCell, SeverityFit } from './severity-model';

/** Chances from 0 to 1. */
export interface Chance {
  readonly entry: string;
  readonly inPlaces: number;
  readonly first: number;
}

/** How many times the ranking is drawn. */
export const DRAWS = 20_000;
/** An entry whose chance is strictly between these is contested: it is where talk is worth its time. */
export const CONTESTED = { above: 0.05, below: 0.95 } as const;

const SAME = 1e-9;

/**
 * The chance of each entry to be among `places`, in the order of the fit. Null when the noise is
 * unknown or when judges and entries fall into groups that nothing links, for then there is no joint
 * ranking. `direction` `lower` means that the lowest is best.
 */
export function chanceOfPlaces(
  fit: SeverityFit,
  cells: readonly ScoreCell[],
  options: {
    readonly classCode: string;
    readonly places: number;
    readonly direction?: 'higher' | 'lower';
  },
): readonly Chance[] | null {
  if (fit.noise === null || fit.components > 1) return null;
  const sign = options.direction === 'lower' ? -1 : 1;
  const normal = normalNumbers(seedOf(cells, options.classCode));
  const inPlaces = fit.entries.map(() => 0);
  const first = fit.entries.map(() => 0);
  const draw = drawing(fit, sign, normal);
  for (let drawn = 0; drawn < DRAWS; drawn += 1) {
    const values = draw();
    const sorted = [...values].sort((a, b) => b - a);
    shareOut(values, sorted, options.places, inPlaces);
    shareOut(values, sorted, 1, first);
  }
  return fit.entries.map(({ entry }, at) => ({
    entry,
    inPlaces: inPlaces[at] / DRAWS,
    first: first[at] / DRAWS,
  }));
}

/** The entries whose place is open, in the order of the chances. */
export function contestedZone(chances: readonly Chance[]): readonly string[] {
  return chances
    .filter(({ inPlaces }) => inPlaces > CONTESTED.above && inPlaces < CONTESTED.below)
    .map(({ entry }) => entry);
}

/** Draws the entries' true levels, up to a shift of all; best is highest. */
function drawing(fit: SeverityFit, sign: 1 | -1, normal: () => number): () => Float64Array {
  const { factor, judgesOf } = fit.spread;
  const noise = Math.sqrt(fit.noise ?? 0);
  const centres = fit.entries.map(({ adjusted }) => sign * adjusted);
  const own = fit.entries.map(({ n }) => noise / Math.sqrt(n));
  const raw = new Float64Array(factor.length);
  const judges = new Float64Array(factor.length);
  const values = new Float64Array(fit.entries.length);
  return () => {
    for (let j = 0; j < raw.length; j += 1) raw[j] = normal();
    for (let j = 0; j < judges.length; j += 1) {
      judges[j] = 0;
      for (let k = 0; k <= j; k += 1) judges[j] += factor[j][k] * raw[k];
    }
    for (let at = 0; at < values.length; at += 1) {
      let severity = 0;
      if (judges.length > 0) for (const judge of judgesOf[at]) severity += judges[judge];
      values[at] = centres[at] + own[at] * normal() + (noise * severity) / judgesOf[at].length;
    }
    return values;
  };
}

/** Adds one to each of the highest `places` values; a tie across the last shares what is left. */
function shareOut(
  values: Float64Array,
  sorted: readonly number[],
  places: number,
  into: number[],
): void {
  if (places <= 0 || sorted.length === 0) return;
  const last = sorted[Math.min(places, sorted.length) - 1];
  let above = 0;
  let level = 0;
  for (const value of values) {
    if (value > last + SAME) above += 1;
    else if (value >= last - SAME) level += 1;
  }
  const share = Math.min((places - above) / level, 1);
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] > last + SAME) into[at] += 1;
    else if (values[at] >= last - SAME) into[at] += share;
  }
}

function seedOf(cells: readonly ScoreCell[], classCode: string): number {
  const text = [
    classCode,
    ...cells.map(({ judge, entry, value }) => JSON.stringify([judge, entry, value])).sort(),
  ].join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Standard normal numbers by Box and Muller over the generator mulberry32. */
function normalNumbers(seed: number): () => number {
  let state = seed;
  let spare: number | null = null;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
