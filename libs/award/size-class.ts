/**
 * The class of an entry is computed from the municipality's population at the edition's reference
 * date; it is never typed in. The boundary belongs to the larger class: exactly 15 000 is large.
 */
import { dateInOslo, instantInOslo } from './deadline';
import type { ClassStage } from './edition-phases';
import { allOf, needs, type Verdict } from './verdict';

/** A class of an edition. Populations are residents; null means no bound on that side. */
export interface SizeClass {
  readonly code: string;
  /** Fewest residents, inclusive. */
  readonly minPopulation: number | null;
  /** Where the next class begins, exclusive. */
  readonly maxPopulation: number | null;
}

/** The classes of this award. Data of the edition: the rules know no other number than these rows. */
export const DEFAULT_CLASSES: readonly SizeClass[] = [
  { code: 'small', minPopulation: null, maxPopulation: 15_000 },
  { code: 'large', minPopulation: 15_000, maxPopulation: null },
];

/** A municipality's residents on a 1 January. `date` is `YYYY-MM-DD`. */
export interface PopulationFigure {
  readonly date: string;
  readonly population: number;
}

/** The class with this many residents, or null when no class takes it. */
export function sizeClassOf<C extends SizeClass>(
  population: number,
  classes: readonly C[],
): C | null {
  return classes.find((candidate) => holds(candidate, population)) ?? null;
}

/**
 * The reference date of an edition, `YYYY-01-01`: the newest 1 January whose figures are published
 * at the deadline. Statistics Norway publishes the figures of 1 January in late February; the rule
 * counts them as published from 25 February kl. 8.00 in Oslo.
 */
export function referenceDateFor(deadline: Date): string {
  const year = Number(dateInOslo(deadline).slice(0, 4));
  const published = instantInOslo(`${year}-02-25`, 8);
  return `${deadline.getTime() >= published.getTime() ? year : year - 1}-01-01`;
}

/** The figure for exactly that date, or null: a missing figure is unknown, never the year before's. */
export function populationAt<F extends PopulationFigure>(
  figures: readonly F[],
  isoDate: string,
): F | null {
  return figures.find((figure) => figure.date === isoDate) ?? null;
}

/** Whether the classes take every number of residents once: no gap, no overlap, no repeated code. */
export function mayUseClasses(classes: readonly SizeClass[]): Verdict {
  const codes = new Set(classes.map((one) => one.code));
  const sorted = [...classes].sort(
    (one, other) => (one.minPopulation ?? -1) - (other.minPopulation ?? -1),
  );
  const joined = sorted.every((one, place) => {
    const next = sorted[place + 1];
    return next === undefined
      ? one.maxPopulation === null
      : one.maxPopulation !== null && one.maxPopulation === next.minPopulation;
  });
  return needs(
    codes.size === classes.length && sorted[0]?.minPopulation === null && joined,
    'classes-overlap',
  );
}

/**
 * Whether the secretariat may move an entry to another class: a class of the edition, a written
 * reason (a register error, or a waiver under the award's rules), and before scoring of either
 * class has started, because sheets and rankings never change class.
 */
export function mayReclassify(move: {
  readonly from: string;
  readonly to: string;
  readonly classes: readonly SizeClass[];
  readonly stages: Readonly<Record<string, ClassStage>>;
  readonly reason: string;
}): Verdict {
  return allOf(
    needs(
      move.to !== move.from && move.classes.some((one) => one.code === move.to),
      'unknown-class',
    ),
    needs(
      [move.from, move.to].every((code) => (move.stages[code] ?? 'waiting') === 'waiting'),
      'wrong-stage',
    ),
    needs(move.reason.trim() !== '', 'reason-required'),
  );
}

function holds(candidate: SizeClass, population: number): boolean {
  const { minPopulation, maxPopulation } = candidate;
  return (
    Number.isInteger(population) &&
    population >= 0 &&
    (minPopulation === null || population >= minPopulation) &&
    (maxPopulation === null || population < maxPopulation)
  );
}
