/**
 * How far the members of a jury agree. Measures that are known by name, for the talk about the
 * jury's own work and never about an entry: among finalists alone they would be near zero, because
 * the range is cut off.
 */
import type { ScoreCell, SeverityFit } from './severity-model';

/** Intraclass correlations, two-way random, absolute agreement: of one judge and of their mean. */
export interface Intraclass {
  /** ICC(2,1); null where everybody gives everything the same. */
  readonly single: number | null;
  /** ICC(2,k); null likewise. */
  readonly average: number | null;
}

/** A part of the whole that is as good as nothing. */
const NEGLIGIBLE = 1e-12;

/**
 * Krippendorff's alpha for interval data: 1 is full agreement, 0 what chance would give. Entries
 * with a single cell are left out. Null when nothing differs or nothing can be compared.
 */
export function krippendorffAlpha(cells: readonly ScoreCell[]): number | null {
  const units = [...byEntry(cells).values()].filter((values) => values.length > 1);
  const all = units.flat();
  if (allEqual(all)) return null;
  const observed = sum(
    units.map((values) => (2 * values.length * squares(values)) / (values.length - 1)),
  );
  const expected = (2 * squares(all)) / (all.length - 1);
  return 1 - observed / all.length / expected;
}

/**
 * The intraclass correlations of a complete design: at least two judges and two entries, each judge
 * on each entry once. Null for any other design.
 */
export function intraclass(cells: readonly ScoreCell[]): Intraclass | null {
  const entries = [...byEntry(cells).values()];
  const judges = [...byJudge(cells).values()];
  const n = entries.length;
  const k = judges.length;
  if (n < 2 || k < 2 || cells.length !== n * k || entries.some((row) => row.length !== k))
    return null;
  const values = cells.map(({ value }) => value);
  if (allEqual(values)) return { single: null, average: null };
  const grand = mean(values);
  const between = k * sum(entries.map((row) => (mean(row) - grand) ** 2));
  const severity = n * sum(judges.map((column) => (mean(column) - grand) ** 2));
  const total = squares(values);
  const rows = between / (n - 1);
  const columns = severity / (k - 1);
  const rest = Math.max(total - between - severity, 0) / ((n - 1) * (k - 1));
  return {
    single: ratio(rows - rest, rows + (k - 1) * rest + (k * (columns - rest)) / n, total),
    average: ratio(rows - rest, rows + (columns - rest) / n, total),
  };
}

/**
 * What one judge's score says about the entry, for any design: the variance of the entries over that
 * of entries, judges and noise together, from 0 to 1. On a complete design it is near ICC(2,1). Null
 * when the noise is unknown, nothing links the groups, or nothing differs.
 */
export function reliability(fit: SeverityFit): number | null {
  const { entries, noise, judgeVariance, components } = fit;
  if (noise === null || judgeVariance === null || components !== 1 || entries.length < 2)
    return null;
  const levels = entries.map(({ adjusted }) => adjusted);
  const errors = sum(entries.map(({ se }) => (se ?? 0) ** 2));
  const entryVariance = Math.max(0, (squares(levels) - errors) / (entries.length - 1));
  const whole = entryVariance + judgeVariance + noise;
  return entries.some(({ se }) => se === null) || whole === 0 ? null : entryVariance / whole;
}

function byEntry(cells: readonly ScoreCell[]): ReadonlyMap<string, readonly number[]> {
  return grouped(cells, ({ entry }) => entry);
}

function byJudge(cells: readonly ScoreCell[]): ReadonlyMap<string, readonly number[]> {
  return grouped(cells, ({ judge }) => judge);
}

function grouped(
  cells: readonly ScoreCell[],
  key: (cell: ScoreCell) => string,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const cell of cells) {
    const group = groups.get(key(cell));
    if (group) group.push(cell.value);
    else groups.set(key(cell), [cell.value]);
  }
  return groups;
}

function allEqual(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function squares(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}

function ratio(part: number, whole: number, scale: number): number | null {
  return Math.abs(whole) <= NEGLIGIBLE * scale ? null : part / whole;
}

/** Exact where all values are equal. */
function mean(values: readonly number[]): number {
  return values[0] + sum(values.map((value) => value - values[0])) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
