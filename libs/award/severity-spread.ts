/**
 * How unsure the severity-adjusted means are. Their covariance over the variance of the noise is
 * C = D^-1 + D^-1 N (M + I/g)^-1 N' D^-1 with D = diag(cells per entry); it is held by judge for a
 * jury, and for a crowd by whichever is fewer. By entry its inverse is D - N diag(1 / (cells per judge
 * + 1/g)) N'. A shift of a whole linked group is left open in both, and matters to neither a standard
 * error about the group's mean nor a place.
 */
import { type Design, groupOfEntry, meanOverJudges, sumOverEntries } from './severity-design';
import { addConstants, judgeMatrix } from './severity-solver';
import { inverseOf, type Matrix, times, zeros } from './symmetric-matrix';

/** Beyond this many of both judges and entries no uncertainty is computed. */
export const LARGEST_SPREAD = 3000;

/** Up to this many judges are a jury. */
const JURY = 200;

/** Covariance over the noise of the judges' effects (null when they are all 0) or of the entries. */
export type Spread =
  | { readonly of: 'judges'; readonly covariance: Matrix | null }
  | { readonly of: 'entries'; readonly covariance: Matrix };

/** The covariance at a ratio of variances; null when there are too many of both. */
export function spreadOf(design: Design, gamma: number): Spread | null {
  if (gamma === 0) return { of: 'judges', covariance: null };
  const judges = design.judges.length;
  const entries = design.entries.length;
  if (Math.min(judges, entries) > LARGEST_SPREAD) return null;
  return judges <= Math.max(entries, JURY)
    ? { of: 'judges', covariance: inverseOf(judgeMatrix(design, 1 / gamma)) }
    : { of: 'entries', covariance: inverseOf(entryMatrix(design, 1 / gamma)) };
}

/**
 * The standard error of each entry's adjusted mean about the mean of its linked group, over the
 * standard deviation of the noise.
 */
export function standardErrors(design: Design, spread: Spread): Float64Array {
  const { own, total } =
    spread.of === 'entries' ? entryVariances(spread.covariance) : judgeVariances(design, spread);
  const groupOf = groupOfEntry(design);
  const sizes = new Float64Array(design.groups);
  const sums = new Float64Array(design.groups);
  groupOf.forEach((group, at) => {
    sizes[group] += 1;
    sums[group] += total[at];
  });
  return own.map((variance, at) => {
    const size = sizes[groupOf[at]];
    const about = variance - (2 * total[at]) / size + sums[groupOf[at]] / (size * size);
    return Math.sqrt(Math.max(about, 0));
  });
}

/** Of each entry: its variance, and its covariance with the sum of all. */
interface Variances {
  readonly own: Float64Array;
  readonly total: Float64Array;
}

function entryVariances(covariance: Matrix): Variances {
  return {
    own: Float64Array.from(covariance, (row, at) => row[at]),
    total: times(covariance, new Float64Array(covariance.length).fill(1)),
  };
}

function judgeVariances(
  design: Design,
  { covariance }: { readonly covariance: Matrix | null },
): Variances {
  const { start, judgeOf, entries } = design;
  const shares = Float64Array.from(entries, (_, at) => 1 / (start[at + 1] - start[at]));
  if (covariance === null) return { own: shares, total: shares };
  const own = shares.map((share, entry) => {
    let sum = 0;
    for (let one = start[entry]; one < start[entry + 1]; one += 1)
      for (let other = start[entry]; other < start[entry + 1]; other += 1)
        sum += covariance[judgeOf[one]][judgeOf[other]];
    return share + sum * share * share;
  });
  const withAll = times(covariance, sumOverEntries(design, shares));
  const means = meanOverJudges(design, withAll);
  return { own, total: shares.map((share, entry) => share + means[entry]) };
}

function entryMatrix(design: Design, ridge: number): Matrix {
  const { start, judgeOf, entries, judges, cellsOfJudge } = design;
  const matrix = zeros(entries.length);
  const entriesOf: number[][] = judges.map(() => []);
  entries.forEach((_, entry) => {
    matrix[entry][entry] = start[entry + 1] - start[entry];
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1)
      entriesOf[judgeOf[cell]].push(entry);
  });
  entriesOf.forEach((own, judge) => {
    const share = 1 / (cellsOfJudge[judge] + ridge);
    for (const one of own) for (const other of own) matrix[one][other] -= share;
  });
  if (ridge === 0) addConstants(matrix, groupOfEntry(design));
  return matrix;
}
