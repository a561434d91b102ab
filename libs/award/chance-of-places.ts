/**
 * The chance that an entry is among the first places, drawn from the severity model. Draws are
 * pseudo-random and seeded from the cells and the class, so that the same scores always give the
 * same percentages. It helps the jury see which places are open; it never decides.
 */
import { type SeededRandom, seededRandom, seedOf } from './seeded-random';
import type { ScoreCell, SeverityFit } from './severity-model';
import { choleskyFactor } from './symmetric-matrix';

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
/** Up to this many entries are a class, and all are drawn. */
const CLASS = 200;
/** Standard errors beyond which an entry of a crowd has no part in the first places. */
const OUT_OF_REACH = 4;

export interface ChanceOptions {
  readonly classCode: string;
  readonly places: number;
  /** `lower` means that the lowest is best. Default: higher. */
  readonly direction?: 'higher' | 'lower';
  /** Default {@link DRAWS}. */
  readonly draws?: number;
}

/**
 * The chance of each entry to be among `places`, in the order of the fit. Null when the noise is
 * unknown, when judges and entries fall into groups that nothing links, for then there is no joint
 * ranking, or when there are too many of both (see severity-spread.ts).
 */
export function chanceOfPlaces(
  fit: SeverityFit,
  cells: readonly ScoreCell[],
  options: ChanceOptions,
): readonly Chance[] | null {
  if (fit.noise === null || fit.spread === null || fit.components > 1) return null;
  const { places, draws = DRAWS } = options;
  const sign = options.direction === 'lower' ? -1 : 1;
  const random = seededRandom(seedOf(seedText(cells, options.classCode)));
  const inPlaces = new Float64Array(fit.entries.length);
  const first = new Float64Array(fit.entries.length);
  const { among, draw } = drawing(fit, places, sign, random);
  for (let drawn = 0; drawn < draws; drawn += 1) {
    const values = draw();
    shareOut(values, among, places, inPlaces);
    shareOut(values, among, 1, first);
  }
  return fit.entries.map(({ entry }, at) => ({
    entry,
    inPlaces: inPlaces[at] / draws,
    first: first[at] / draws,
  }));
}

/** The entries whose place is open, in the order of the chances. */
export function contestedZone(chances: readonly Chance[]): readonly string[] {
  return chances
    .filter(({ inPlaces }) => inPlaces > CONTESTED.above && inPlaces < CONTESTED.below)
    .map(({ entry }) => entry);
}

/** Draws the levels of the entries at the places `among`, up to a shift of all; best is highest. */
interface Drawing {
  readonly among: Int32Array;
  readonly draw: () => Float64Array;
}

function drawing(fit: SeverityFit, places: number, sign: 1 | -1, random: SeededRandom): Drawing {
  const among = withinReach(fit, places, sign);
  return fit.spread?.of === 'entries'
    ? drawEntries(fit, among, sign, random)
    : drawJudges(fit, among, sign, random);
}

/** All entries of a class; of a crowd those that have any part in the first places. */
function withinReach(fit: SeverityFit, places: number, sign: 1 | -1): Int32Array {
  const least = fit.entries
    .map(({ adjusted, se }) => sign * adjusted - OUT_OF_REACH * (se ?? 0))
    .sort((a, b) => b - a);
  const bar = least[Math.min(Math.max(places, 1), least.length) - 1];
  return Int32Array.from(
    fit.entries.flatMap(({ adjusted, se }, at) =>
      fit.entries.length <= CLASS || sign * adjusted + OUT_OF_REACH * (se ?? 0) >= bar ? [at] : [],
    ),
  );
}

/** The noise of each entry and the effects of its judges, drawn apart. */
function drawJudges(
  fit: SeverityFit,
  among: Int32Array,
  sign: 1 | -1,
  { normal }: SeededRandom,
): Drawing {
  const { start, judgeOf } = fit.design;
  const covariance = fit.spread?.of === 'judges' ? fit.spread.covariance : null;
  const factor = covariance === null ? [] : choleskyFactor(covariance);
  const noise = Math.sqrt(fit.noise ?? 0);
  const raw = new Float64Array(factor.length);
  const judges = new Float64Array(factor.length);
  const values = new Float64Array(among.length);
  const centres = Float64Array.from(among, (at) => sign * fit.entries[at].adjusted);
  const own = Float64Array.from(among, (at) => noise / Math.sqrt(fit.entries[at].n));
  const share = Float64Array.from(among, (at) => noise / fit.entries[at].n);
  const draw = () => {
    for (let j = 0; j < raw.length; j += 1) {
      raw[j] = normal();
      judges[j] = 0;
      for (let k = 0; k <= j; k += 1) judges[j] += factor[j][k] * raw[k];
    }
    for (let at = 0; at < values.length; at += 1) {
      let severity = 0;
      if (judges.length > 0)
        for (let cell = start[among[at]]; cell < start[among[at] + 1]; cell += 1)
          severity += judges[judgeOf[cell]];
      values[at] = centres[at] + own[at] * normal() + share[at] * severity;
    }
    return values;
  };
  return { among, draw };
}

/** The entries' levels drawn together, of those that could be within reach of the places. */
function drawEntries(
  fit: SeverityFit,
  among: Int32Array,
  sign: 1 | -1,
  { normal }: SeededRandom,
): Drawing {
  const covariance = fit.spread?.of === 'entries' ? fit.spread.covariance : [];
  const factor = choleskyFactor(
    Array.from(among, (i) => Float64Array.from(among, (k) => covariance[i][k])),
  );
  const noise = Math.sqrt(fit.noise ?? 0);
  const raw = new Float64Array(among.length);
  const values = new Float64Array(among.length);
  const draw = () => {
    for (let i = 0; i < raw.length; i += 1) {
      raw[i] = normal();
      let off = 0;
      for (let k = 0; k <= i; k += 1) off += factor[i][k] * raw[k];
      values[i] = sign * fit.entries[among[i]].adjusted + noise * off;
    }
    return values;
  };
  return { among, draw };
}

/** Adds one to each of the highest `places` values; a tie across the last shares what is left. */
function shareOut(
  values: Float64Array,
  among: Int32Array,
  places: number,
  into: Float64Array,
): void {
  if (places <= 0 || values.length === 0) return;
  const last = highest(values, Math.min(places, values.length));
  let above = 0;
  let level = 0;
  for (const value of values) {
    if (value > last + SAME) above += 1;
    else if (value >= last - SAME) level += 1;
  }
  const share = Math.min((places - above) / level, 1);
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] > last + SAME) into[among[at]] += 1;
    else if (values[at] >= last - SAME) into[among[at]] += share;
  }
}

/** The value at a place counted from the highest, found by keeping the few highest in order. */
function highest(values: Float64Array, place: number): number {
  const top = new Float64Array(place).fill(-Infinity);
  for (const value of values) {
    if (value <= top[place - 1]) continue;
    let at = place - 1;
    while (at > 0 && top[at - 1] < value) {
      top[at] = top[at - 1];
      at -= 1;
    }
    top[at] = value;
  }
  return top[place - 1];
}

function seedText(cells: readonly ScoreCell[], classCode: string): string {
  return [
    classCode,
    ...cells.map(({ judge, entry, value }) => JSON.stringify([judge, entry, value])).sort(),
  ].join('\n');
}
