/**
 * A severity-adjusted mean, shown beside the official plain mean and never instead of it. The model
 * is y = entry + judge + noise: the entries are fixed, the judges' effects are shrunk towards zero
 * by the ratio g of their variance to the noise's. g = 0 gives the plain mean, g = infinity two-way
 * least squares; the ratio is Henderson's method 3, in closed form. When every judge has scored
 * every entry the adjusted mean is the plain one. Judges and entries that nothing links are fitted
 * apart, and are not ranked together. Everything happens in a matrix as large as the jury.
 */
import { choleskyFactor, inverseOf, type Matrix, plus, solveWith, times } from './symmetric-matrix';

/** One judge's composite for one entry (`CountedSheet.value` of score-aggregation.ts). */
export interface ScoreCell {
  readonly judge: string;
  readonly entry: string;
  readonly value: number;
}

export const SEVERITY_WARNINGS = [
  'one-judge',
  'disconnected',
  'no-variance',
  'single-score-judge',
  'severity-not-estimable',
] as const;
export type SeverityWarning = (typeof SEVERITY_WARNINGS)[number];

/** `plain`, `adjusted` and `fixed` have the same level within a component. `se` is null when unknown. */
export interface AdjustedEntry {
  readonly entry: string;
  readonly n: number;
  readonly plain: number;
  readonly adjusted: number;
  /** Two-way least squares, the judges' effects summing to zero. */
  readonly fixed: number;
  readonly se: number | null;
  /** Which linked group the entry belongs to, from 0. */
  readonly component: number;
}

/** `effect`: how much higher the judge scores than the panel on the same entries. */
export interface JudgeEffect {
  readonly judge: string;
  readonly n: number;
  readonly effect: number;
  readonly component: number;
}

export interface SeverityFit {
  /** Sorted by id, as are the judges. */
  readonly entries: readonly AdjustedEntry[];
  readonly judges: readonly JudgeEffect[];
  readonly components: number;
  /** Variance of the judges over variance of the noise: 0 or more, possibly `Infinity`. */
  readonly gamma: number;
  /** Variance of the noise, null when it cannot be estimated. */
  readonly noise: number | null;
  readonly warnings: readonly SeverityWarning[];
  /** What the uncertainty is drawn from; see chance-of-places.ts. */
  readonly spread: {
    /** A factor of the judges' covariance over the noise, up to a shift of a whole component. */
    readonly factor: Matrix;
    /** For each entry, the places of its judges in `judges`. */
    readonly judgesOf: readonly (readonly number[])[];
  };
}

interface Design {
  readonly judges: readonly string[];
  readonly entries: readonly string[];
  /** The judges of each entry and their scores, by place. */
  readonly rows: readonly (readonly { readonly judge: number; readonly value: number }[])[];
  readonly componentOf: readonly number[];
  readonly components: number;
}

const NEGLIGIBLE = 1e-12;

/**
 * Fits the model to the cells of one class. At most one cell per judge and entry, finite values.
 * Meant for juries: time grows with the cube of the number of judges, a millisecond for twelve.
 */
export function fitSeverity(cells: readonly ScoreCell[]): SeverityFit {
  const design = designOf(cells);
  const { judges, entries, rows, componentOf, components } = design;
  const means = rows.map((row) => mean(row.map(({ value }) => value)));
  const residuals = rows.map((row, at) =>
    row.map(({ judge, value }) => ({ judge, value: value - means[at] })),
  );
  const total = sum(residuals.flat().map(({ value }) => value * value));
  const right = judges.map((_, judge) =>
    sum(residuals.flat().map((one) => (one.judge === judge ? one.value : 0))),
  );
  const gram = gramOf(design);
  const linked = inverseOf(plus(gram, blocks(componentOf)));
  const fixedEffects = centred(times(linked, right), componentOf);
  const estimate = ratioOf({
    total,
    explained: sum(right.map((value, at) => value * fixedEffects[at])),
    free: cells.length - entries.length,
    rank: judges.length - components,
  });
  const { gamma } = estimate;
  const effects = gamma === 0 ? judges.map(() => 0) : effectsAt(gamma, gram, right, fixedEffects);
  const inner = gamma === 0 ? null : gamma === Infinity ? linked : inverseOf(ridged(gram, gamma));
  const factor = inner === null ? [] : choleskyFactor(inner);
  const judgesOf = rows.map((row) => row.map(({ judge }) => judge));
  const entryComponent = judgesOf.map(([first]) => componentOf[first]);
  const level = (values: readonly number[]) => sameLevel(values, means, entryComponent);
  const adjusted = level(
    rows.map((row, at) => means[at] - mean(row.map((one) => effects[one.judge]))),
  );
  const fixed = level(
    rows.map((row, at) => means[at] - mean(row.map((one) => fixedEffects[one.judge]))),
  );
  const errors = standardErrors(judgesOf, inner, entryComponent);
  const { noise } = estimate;
  return {
    entries: entries.map((entry, at) => ({
      entry,
      n: rows[at].length,
      plain: means[at],
      adjusted: adjusted[at],
      fixed: fixed[at],
      se: noise === null ? null : Math.sqrt(noise) * errors[at],
      component: entryComponent[at],
    })),
    judges: judges.map((judge, at) => ({
      judge,
      n: gramDiagonal(design)[at],
      effect: effects[at],
      component: componentOf[at],
    })),
    components,
    gamma,
    noise,
    warnings: warningsOf(design, estimate, total),
    spread: { factor, judgesOf },
  };
}

function designOf(cells: readonly ScoreCell[]): Design {
  const judges = [...new Set(cells.map(({ judge }) => judge))].sort();
  const entries = [...new Set(cells.map(({ entry }) => entry))].sort();
  const placeOfJudge = new Map(judges.map((judge, at) => [judge, at]));
  const placeOfEntry = new Map(entries.map((entry, at) => [entry, at]));
  const rows: { judge: number; value: number }[][] = entries.map(() => []);
  for (const { judge, entry, value } of cells) {
    rows[placeOfEntry.get(entry) ?? 0].push({ judge: placeOfJudge.get(judge) ?? 0, value });
  }
  rows.forEach((row) => row.sort((a, b) => a.judge - b.judge));
  const { componentOf, components } = componentsOf(judges.length, rows);
  return { judges, entries, rows, componentOf, components };
}

/** Judges who have scored the same entry belong together, and so on. */
function componentsOf(count: number, rows: Design['rows']) {
  const label = Array.from({ length: count }, (_, at) => at);
  for (const row of rows) {
    const touched = new Set(row.map(({ judge }) => label[judge]));
    const lowest = Math.min(...touched);
    label.forEach((one, at) => {
      if (touched.has(one)) label[at] = lowest;
    });
  }
  const distinct = [...new Set(label)];
  return { componentOf: label.map((one) => distinct.indexOf(one)), components: distinct.length };
}

/** M = diag(cells per judge) - N' diag(1 / cells per entry) N, where N tells who scored what. */
function gramOf(design: Design): Matrix {
  const gram = design.judges.map(() => design.judges.map(() => 0));
  gramDiagonal(design).forEach((n, at) => (gram[at][at] = n));
  for (const row of design.rows)
    for (const one of row) for (const other of row) gram[one.judge][other.judge] -= 1 / row.length;
  return gram;
}

function gramDiagonal({ judges, rows }: Design): readonly number[] {
  const counts = judges.map(() => 0);
  for (const row of rows) for (const { judge } of row) counts[judge] += 1;
  return counts;
}

/** The projection onto constants within each component, which makes M invertible. */
function blocks(componentOf: readonly number[]): Matrix {
  const size = (wanted: number) => componentOf.filter((one) => one === wanted).length;
  return componentOf.map((one) => componentOf.map((other) => (one === other ? 1 / size(one) : 0)));
}

function ridged(gram: Matrix, gamma: number): Matrix {
  return gram.map((row, i) => row.map((value, j) => (i === j ? value + 1 / gamma : value)));
}

interface Ratio {
  readonly gamma: number;
  readonly noise: number | null;
  readonly estimable: boolean;
}

/** Henderson's method 3. `free` is cells minus entries; `rank` is judges minus components. */
function ratioOf(squares: {
  readonly total: number;
  readonly explained: number;
  readonly free: number;
  readonly rank: number;
}): Ratio {
  const { total, explained, free, rank } = squares;
  const degrees = free - rank;
  if (rank === 0 && degrees > 0) return { gamma: 0, noise: total / degrees, estimable: true };
  if (free <= 0 || degrees <= 0) return { gamma: 0, noise: null, estimable: false };
  const rest = Math.max(total - explained, 0);
  if (rest <= NEGLIGIBLE * total) {
    const between = explained / free;
    return { gamma: between > NEGLIGIBLE * total ? Infinity : 0, noise: 0, estimable: true };
  }
  const noise = rest / degrees;
  return { gamma: Math.max(0, (explained - rank * noise) / free) / noise, noise, estimable: true };
}

function effectsAt(
  gamma: number,
  gram: Matrix,
  right: readonly number[],
  fixedEffects: readonly number[],
): readonly number[] {
  if (gamma === Infinity) return fixedEffects;
  return solveWith(choleskyFactor(ridged(gram, gamma)), right);
}

function centred(values: readonly number[], componentOf: readonly number[]): readonly number[] {
  return values.map((value, at) => {
    const together = values.filter((_, other) => componentOf[other] === componentOf[at]);
    return value - mean(together);
  });
}

/** Moves each component of the values to the mean of the plain means there. */
function sameLevel(
  values: readonly number[],
  means: readonly number[],
  componentOf: readonly number[],
): readonly number[] {
  const off = values.map((value, at) => means[at] - value);
  const within = (wanted: number) => off.filter((_, at) => componentOf[at] === wanted);
  const shifts = new Map([...new Set(componentOf)].map((one) => [one, mean(within(one))]));
  return values.map((value, at) => value + (shifts.get(componentOf[at]) ?? 0));
}

/** Square roots of the diagonal of H C H over the noise; H centres each component's entries. */
function standardErrors(
  judgesOf: readonly (readonly number[])[],
  inner: Matrix | null,
  componentOf: readonly number[],
): readonly number[] {
  const covariance = judgesOf.map((one, i) =>
    judgesOf.map((other, k) => {
      const own = i === k ? 1 / one.length : 0;
      if (inner === null) return own;
      return (
        own + sum(one.flatMap((a) => other.map((b) => inner[a][b]))) / (one.length * other.length)
      );
    }),
  );
  return covariance.map((row, i) => {
    const group = componentOf.flatMap((one, at) => (one === componentOf[i] ? [at] : []));
    const withGroup = mean(group.map((k) => row[k]));
    const ofGroup = mean(group.map((k) => mean(group.map((l) => covariance[k][l]))));
    return Math.sqrt(Math.max(row[i] - 2 * withGroup + ofGroup, 0));
  });
}

function warningsOf(design: Design, estimate: Ratio, total: number): readonly SeverityWarning[] {
  const found: readonly (readonly [SeverityWarning, boolean])[] = [
    ['one-judge', design.judges.length === 1],
    ['disconnected', design.components > 1],
    ['no-variance', estimate.estimable && total === 0],
    [
      'single-score-judge',
      design.judges.length > 1 && design.entries.length > 1 && gramDiagonal(design).includes(1),
    ],
    ['severity-not-estimable', !estimate.estimable],
  ];
  return found.filter(([, holds]) => holds).map(([warning]) => warning);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
