/**
 * How far the members of a jury agree. Two measures that are known by name, for the talk about the
 * jury's own work and never about an entry: among finalists alone they would be near zero, because
 * the range is cut off.
 */
import type { ScoreCell } from './severity-model';

/** Intraclass correlations, two-way random, absolute agreement: of one judge and of their mean. */
export interface Intraclass {
  /** ICC(2,1), at most 1; null where everybody gives everything the same. */
  readonly single: number | null;
  /** ICC(2,k), at most 1; null likewise. */
  readonly average: number | null;
}

/**
 * Krippendorff's alpha for interval data: 1 is full agreement, 0 what chance would give. Entries
 * with a single cell are left out. Null when nothing differs or nothing can be compared.
 */
export function krippendorffAlpha(cells: readonly ScoreCell[]): number | null {
  const units = [...byEntry(cells).values()].filter((values) => values.length > 1);
  const all = units.flat();
  if (all.length === 0) return null;
  const observed = sum(
    units.map((values) => (2 * values.length * squares(values)) / (values.length - 1)),
  );
  const expected = (2 * squares(all)) / (all.length - 1);
  return expected === 0 ? null : 1 - observed / all.length / expected;
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
  const grand = mean(cells.map(({ value }) => value));
  const between = k * sum(entries.map((row) => (mean(row) - grand) ** 2));
  const severity = n * sum(judges.map((column) => (mean(column) - grand) ** 2));
  const total = sum(cells.map(({ value }) => (value - grand) ** 2));
  const rows = between / (n - 1);
  const columns = severity / (k - 1);
  const rest = Math.max(total - between - severity, 0) / ((n - 1) * (k - 1));
  return {
    single: ratio(rows - rest, rows + (k - 1) * rest + (k * (columns - rest)) / n),
    average: ratio(rows - rest, rows + (columns - rest) / n),
  };
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
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell.value]);
  return groups;
}

function squares(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
