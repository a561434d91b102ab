/**
 * A severity-adjusted mean, shown beside the official plain mean and never instead of it. The model
 * is y = entry + judge + noise: the entries are fixed, the judges' effects are shrunk towards zero
 * by the ratio g of their variance to the noise's. g = 0 gives the plain mean, g = infinity two-way
 * least squares; the ratio is Henderson's method 3, in closed form. When every judge has scored
 * every entry the adjusted mean is the plain one. Judges and entries that nothing links are fitted
 * with one ratio, but each group at a level of its own: they are not ranked together.
 */
import {
  type Design,
  designOf,
  groupOfEntry,
  meanOverJudges,
  plainMeans,
  type ScoreCell,
} from './severity-design';
import { applyTo, solveEffects } from './severity-solver';
import { type Spread, spreadOf, standardErrors } from './severity-spread';

export type { ScoreCell } from './severity-design';

export const SEVERITY_WARNINGS = [
  'one-judge',
  'disconnected',
  'no-variance',
  'single-score-judge',
  'severity-not-estimable',
] as const;
export type SeverityWarning = (typeof SEVERITY_WARNINGS)[number];

/** All means are in steps of the scale. */
export interface AdjustedEntry {
  readonly entry: string;
  readonly n: number;
  readonly plain: number;
  /** The plain mean less the mean effect of the entry's judges. */
  readonly adjusted: number;
  /** The same by two-way least squares, the judges' effects summing to zero. */
  readonly fixed: number;
  /** The adjusted mean to show beside the plain one: moved so that both have the same level in the group. */
  readonly shown: number;
  /** Standard error of the adjusted mean about the mean of its group; null when unknown. */
  readonly se: number | null;
  /** Which linked group the entry belongs to, from 0. */
  readonly component: number;
}

/** `effect`: how much higher the judge scores than the panel on the same entries, shrunk. */
export interface JudgeEffect {
  readonly judge: string;
  readonly n: number;
  readonly effect: number;
  /** The same by two-way least squares. */
  readonly fixed: number;
  /** Standard error of the shrunk effect; null when unknown. */
  readonly se: number | null;
  readonly component: number;
}

export interface SeverityFit {
  /** Sorted by id, as are the judges. */
  readonly entries: readonly AdjustedEntry[];
  readonly judges: readonly JudgeEffect[];
  readonly components: number;
  /** Variance of the judges over variance of the noise: 0 or more, possibly `Infinity`. */
  readonly gamma: number;
  /** Whether there are scores enough to tell severity from noise; without, `gamma` is 0. */
  readonly estimable: boolean;
  /** Variance of the noise, null when it cannot be estimated. */
  readonly noise: number | null;
  /** Variance of the judges, null when it cannot be estimated. */
  readonly judgeVariance: number | null;
  readonly warnings: readonly SeverityWarning[];
  readonly design: Design;
  /** What the uncertainty is drawn from; null when unknown. */
  readonly spread: Spread | null;
}

/** The model without its uncertainty, by place in the design. */
export interface Estimates extends Ratio {
  readonly means: Float64Array;
  readonly effects: Float64Array;
  readonly fixedEffects: Float64Array;
}

interface Ratio {
  readonly gamma: number;
  readonly estimable: boolean;
  readonly noise: number | null;
  readonly judgeVariance: number | null;
}

/** What rough estimates of adjusted means may be off by, in steps of the scale. */
export const ROUGH_MEANS = 1e-4;
const NEGLIGIBLE = 1e-12;
/** How far a crowd is solved anew when an answer nearby will do. */
const ROUGH_FIXED = 1e-4;
const ROUGH = 1e-7;

/**
 * Fits the model to the cells of one class. At most one cell per judge and entry, finite values.
 * A millisecond for a jury; see severity-solver.ts and severity-spread.ts for crowds.
 */
export function fitSeverity(cells: readonly ScoreCell[]): SeverityFit {
  const design = designOf(cells);
  const estimates = estimate(design);
  const { means, effects, fixedEffects, gamma, noise } = estimates;
  const spread = noise === null ? null : spreadOf(design, gamma);
  const errors = spread && standardErrors(design, spread);
  const deviation = Math.sqrt(noise ?? 0);
  const adjusted = adjustedMeans(design, estimates);
  const severity = meanOverJudges(design, fixedEffects);
  const component = groupOfEntry(design);
  const shifts = shiftsOf(design.groups, component, means, adjusted);
  return {
    entries: design.entries.map((entry, at) => ({
      entry,
      n: design.start[at + 1] - design.start[at],
      plain: means[at],
      adjusted: adjusted[at],
      fixed: means[at] - severity[at],
      shown: adjusted[at] + shifts[component[at]],
      se: errors && deviation * errors[at],
      component: component[at],
    })),
    judges: design.judges.map((judge, at) => ({
      judge,
      n: design.cellsOfJudge[at],
      effect: effects[at],
      fixed: fixedEffects[at],
      se: effectError(design, spread, at, deviation),
      component: design.groupOfJudge[at],
    })),
    components: design.groups,
    gamma,
    estimable: estimates.estimable,
    noise,
    judgeVariance: estimates.judgeVariance,
    warnings: warningsOf(design, estimates),
    design,
    spread,
  };
}

/**
 * Ratio, effects and means. With an answer nearby a crowd is solved faster and roughly: its adjusted
 * means are then good to {@link ROUGH_MEANS}, and its least-squares effects are not to be used.
 */
export function estimate(
  design: Design,
  near?: Pick<Estimates, 'effects' | 'fixedEffects'>,
): Estimates {
  const { start, judgeOf, value, judges, entries } = design;
  const means = plainMeans(design);
  const right = new Float64Array(judges.length);
  let total = 0;
  for (let entry = 0; entry < entries.length; entry += 1)
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1) {
      const residual = value[cell] - means[entry];
      right[judgeOf[cell]] += residual;
      total += residual * residual;
    }
  const fixedEffects = solveEffects(design, right, 0, {
    from: near?.fixedEffects,
    within: near && ROUGH_FIXED,
  });
  const image = applyTo(design, fixedEffects, 0);
  const ratio = ratioOf({
    total,
    // t' M^+ t as 2 b't - b'M b, whose error is the square of the effects' error.
    explained: right.reduce((sum, one, at) => sum + fixedEffects[at] * (2 * one - image[at]), 0),
    free: value.length - entries.length,
    rank: judges.length - design.groups,
  });
  return { means, effects: effectsAt(ratio.gamma), fixedEffects, ...ratio };

  function effectsAt(gamma: number): Float64Array {
    if (gamma === 0) return new Float64Array(judges.length);
    if (gamma === Infinity) return fixedEffects;
    return solveEffects(design, right, 1 / gamma, { from: near?.effects, within: near && ROUGH });
  }
}

/** The plain mean of each entry less the mean effect of its judges. */
export function adjustedMeans(
  design: Design,
  { means, effects }: Pick<Estimates, 'means' | 'effects'>,
): Float64Array {
  const severity = meanOverJudges(design, effects);
  return means.map((mean, at) => mean - severity[at]);
}

/** Henderson's method 3. `free` is cells minus entries; `rank` is judges minus linked groups. */
function ratioOf(squares: {
  readonly total: number;
  readonly explained: number;
  readonly free: number;
  readonly rank: number;
}): Ratio {
  const { total, explained, free, rank } = squares;
  const degrees = free - rank;
  if (free <= 0 || degrees <= 0)
    return { gamma: 0, estimable: false, noise: null, judgeVariance: null };
  const rest = Math.max(total - explained, 0);
  if (rest <= NEGLIGIBLE * total) {
    const between = Math.max(explained / free, 0);
    const gamma = between > NEGLIGIBLE * total ? Infinity : 0;
    return { gamma, estimable: true, noise: 0, judgeVariance: between };
  }
  const noise = rest / degrees;
  const judgeVariance = Math.max(0, (explained - rank * noise) / free);
  return { gamma: judgeVariance / noise, estimable: true, noise, judgeVariance };
}

/** What brings the adjusted means of each linked group to the level of its plain means. */
function shiftsOf(
  groups: number,
  groupOf: Int32Array,
  means: Float64Array,
  adjusted: Float64Array,
): Float64Array {
  const off = new Float64Array(groups);
  const sizes = new Float64Array(groups);
  groupOf.forEach((group, at) => {
    off[group] += means[at] - adjusted[at];
    sizes[group] += 1;
  });
  return off.map((sum, group) => sum / sizes[group]);
}

/** The error of prediction of one judge's effect about the panel's level, where it is held by judge. */
function effectError(
  { groupOfJudge }: Design,
  spread: Spread | null,
  judge: number,
  deviation: number,
): number | null {
  if (spread?.of !== 'judges' || spread.covariance === null) return null;
  const row = spread.covariance[judge];
  const panel = row.filter((_, other) => groupOfJudge[other] === groupOfJudge[judge]);
  const level = panel.reduce((sum, one) => sum + one, 0) / panel.length;
  return deviation * Math.sqrt(Math.max(row[judge] - level, 0));
}

function warningsOf(design: Design, { estimable }: Ratio): readonly SeverityWarning[] {
  const { judges, groups, value, cellsOfJudge } = design;
  const found: readonly (readonly [SeverityWarning, boolean])[] = [
    ['one-judge', judges.length === 1],
    ['disconnected', groups > 1],
    ['no-variance', value.length > 0 && value.every((one) => one === value[0])],
    ['single-score-judge', cellsOfJudge.includes(1)],
    ['severity-not-estimable', !estimable],
  ];
  return found.filter(([, holds]) => holds).map(([warning]) => warning);
}
