/**
 * Reasons to ask, never to delete: a score that stands far from what the severity model expects of its
 * member and its entry, and a member whose scores go another way than those of the others. Of honest
 * members the former catches 2 to 5 in a hundred by chance and the latter up to 4, and a member who
 * favours one entry is often missed, so a flag proves nothing. For the secretariat alone.
 */
import { fitSeverity, type ScoreCell } from './severity-model';

/** A score is far off when its residual is beyond so many standard errors of a residual. */
export const FAR_OFF = 3;
/** A member goes another way below this correlation with the mean of the others. */
export const OTHER_WAY = 0.2;
/** A correlation over fewer entries than these says nothing. */
export const FEWEST_SHARED = 6;

/** How far a score is from the model, in steps of the scale: above is positive. */
export interface FarScore {
  readonly judge: string;
  readonly entry: string;
  readonly value: number;
  readonly residual: number;
}

/** The correlation of a member's scores with the mean of the others' on the same entries. */
export interface OtherWay {
  readonly judge: string;
  readonly correlation: number;
  /** Entries that both the member and somebody else have scored. */
  readonly shared: number;
}

export interface OutlierFlags {
  /** Furthest first. */
  readonly scores: readonly FarScore[];
  /** Lowest correlation first. */
  readonly judges: readonly OtherWay[];
}

/**
 * The flags of one class, from its counted cells: at most one for each judge and entry. Both lists are
 * empty where the noise is unknown or there is too little to compare.
 */
export function outlierFlags(cells: readonly ScoreCell[]): OutlierFlags {
  return { scores: farScores(cells), judges: otherWays(cells) };
}

function farScores(cells: readonly ScoreCell[]): readonly FarScore[] {
  if (cells.length === 0) return [];
  const { entries, judges, noise } = fitSeverity(cells);
  if (noise === null || noise === 0) return [];
  const entryOf = new Map(entries.map((one) => [one.entry, one]));
  const effectOf = new Map(judges.map(({ judge, effect }) => [judge, effect]));
  return cells
    .flatMap(({ judge, entry, value }) => {
      const { adjusted = 0, n = 1 } = entryOf.get(entry) ?? {};
      const residual = value - adjusted - (effectOf.get(judge) ?? 0);
      const limit = FAR_OFF * Math.sqrt(noise * (1 - 1 / n));
      return n > 1 && Math.abs(residual) > limit ? [{ judge, entry, value, residual }] : [];
    })
    .sort(
      (a, b) =>
        Math.abs(b.residual) - Math.abs(a.residual) || order(a.judge, b.judge, a.entry, b.entry),
    );
}

function otherWays(cells: readonly ScoreCell[]): readonly OtherWay[] {
  const byEntry = new Map<string, ScoreCell[]>();
  for (const cell of cells) byEntry.set(cell.entry, [...(byEntry.get(cell.entry) ?? []), cell]);
  const judges = [...new Set(cells.map(({ judge }) => judge))].sort();
  return judges
    .flatMap((judge) => {
      const pairs = [...byEntry.values()].flatMap((row) => {
        const own = row.find((cell) => cell.judge === judge);
        const others = row.filter((cell) => cell.judge !== judge).map(({ value }) => value);
        return own && others.length > 0 ? [[own.value, meanOf(others)] as const] : [];
      });
      if (pairs.length < FEWEST_SHARED) return [];
      const r = correlation(pairs);
      return r !== null && r < OTHER_WAY ? [{ judge, correlation: r, shared: pairs.length }] : [];
    })
    .sort((a, b) => a.correlation - b.correlation || (a.judge < b.judge ? -1 : 1));
}

/** Pearson's; null where one side never differs. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [x, y] = [meanOf(pairs.map(([own]) => own)), meanOf(pairs.map(([, others]) => others))];
  let [both, own, others] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - x) * (b - y);
    own += (a - x) ** 2;
    others += (b - y) ** 2;
  }
  return own <= 1e-12 || others <= 1e-12 ? null : both / Math.sqrt(own * others);
}

function order(judge: string, other: string, entry: string, otherEntry: string): number {
  return judge === other ? (entry < otherEntry ? -1 : 1) : judge < other ? -1 : 1;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
