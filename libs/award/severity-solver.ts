/**
 * Solves (M + r I) b = t for the judges' effects, where M = diag(cells per judge) - N' diag(1 /
 * cells per entry) N and r is the ridge: 1 over the ratio of variances, 0 for two-way least squares.
 * M leaves the level of each linked group open; the answer sums to zero within each. A jury is
 * solved directly; more judges by conjugate gradients, which need no matrix.
 */
import { type Design, meanOverJudges, sumOverEntries } from './severity-design';
import { choleskyFactor, type Matrix, solveWith, zeros } from './symmetric-matrix';

/** Above this number of judges a matrix costs more than it saves. */
const DIRECT = 150;
const PRECISE = 1e-14;

/** What a solution starts from and how far it goes; both only matter to the iteration. */
export interface Iteration {
  readonly from?: Float64Array;
  /** Where to stop, as a part of the right-hand side. */
  readonly within?: number;
}

/** The effects that solve the equations, summing to zero within each linked group. */
export function solveEffects(
  design: Design,
  right: Float64Array,
  ridge: number,
  iteration: Iteration = {},
): Float64Array {
  const { length } = design.judges;
  const effects =
    length <= DIRECT
      ? solveWith(choleskyFactor(judgeMatrix(design, ridge)), right)
      : conjugateGradients(design, right, ridge, iteration);
  return centred(design, effects);
}

/**
 * M + r I and the constants of each linked group, which give it an inverse also without a ridge and
 * keep it well-conditioned with a small one: they shift a whole group and nothing within it.
 */
export function judgeMatrix(design: Design, ridge: number): Matrix {
  const { start, judgeOf, entries, cellsOfJudge, groupOfJudge } = design;
  const matrix = zeros(design.judges.length);
  for (let entry = 0; entry < entries.length; entry += 1) {
    const share = 1 / (start[entry + 1] - start[entry]);
    for (let one = start[entry]; one < start[entry + 1]; one += 1)
      for (let other = start[entry]; other < start[entry + 1]; other += 1)
        matrix[judgeOf[one]][judgeOf[other]] -= share;
  }
  matrix.forEach((row, judge) => (row[judge] += cellsOfJudge[judge] + ridge));
  addConstants(matrix, groupOfJudge);
  return matrix;
}

/** Adds one over the size of its group between each two that belong together. */
export function addConstants(matrix: Matrix, groupOf: Int32Array): void {
  const sizes = new Map<number, number>();
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  matrix.forEach((row, i) => {
    for (let j = 0; j < row.length; j += 1)
      if (groupOf[i] === groupOf[j]) row[j] += 1 / (sizes.get(groupOf[i]) ?? 1);
  });
}

function centred(design: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(design.groups);
  const sizes = new Float64Array(design.groups);
  values.forEach((value, judge) => {
    sums[design.groupOfJudge[judge]] += value;
    sizes[design.groupOfJudge[judge]] += 1;
  });
  return values.map((value, judge) => {
    const group = design.groupOfJudge[judge];
    return value - sums[group] / sizes[group];
  });
}

/** With Jacobi's preconditioner. Stops at once where the right-hand side is nothing but rounding. */
function conjugateGradients(
  design: Design,
  right: Float64Array,
  ridge: number,
  { from, within = PRECISE }: Iteration,
): Float64Array {
  const diagonal = diagonalOf(design, ridge);
  const effects = from ? Float64Array.from(from) : new Float64Array(right.length);
  const applied = from ? applyTo(design, effects, ridge) : new Float64Array(right.length);
  const residual = right.map((value, at) => value - applied[at]);
  const scaled = residual.map((value, at) => value / diagonal[at]);
  let size = product(residual, scaled);
  const direction = Float64Array.from(scaled);
  const level = largest(design.value) * PRECISE;
  const goal = Math.max(within * Math.sqrt(product(right, right)), level);
  for (let turn = 0; turn < 20 * right.length; turn += 1) {
    if (Math.sqrt(product(residual, residual)) <= goal) break;
    const image = applyTo(design, direction, ridge);
    const step = size / product(direction, image);
    for (let at = 0; at < right.length; at += 1) {
      effects[at] += step * direction[at];
      residual[at] -= step * image[at];
      scaled[at] = residual[at] / diagonal[at];
    }
    const next = product(residual, scaled);
    const kept = next / size;
    size = next;
    for (let at = 0; at < right.length; at += 1) direction[at] = scaled[at] + kept * direction[at];
  }
  return effects;
}

/** (M + r I) b. */
export function applyTo(design: Design, effects: Float64Array, ridge: number): Float64Array {
  const image = sumOverEntries(design, meanOverJudges(design, effects));
  for (let at = 0; at < image.length; at += 1)
    image[at] = (design.cellsOfJudge[at] + ridge) * effects[at] - image[at];
  return image;
}

function diagonalOf(design: Design, ridge: number): Float64Array {
  const { start, entries, cellsOfJudge } = design;
  const shares = Float64Array.from(entries, (_, at) => 1 / (start[at + 1] - start[at]));
  const own = sumOverEntries(design, shares);
  // A judge whose entries nobody else has scored has nothing on the diagonal, and nothing to solve.
  return own.map((share, judge) => cellsOfJudge[judge] - share + ridge || 1);
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at] * other[at];
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
