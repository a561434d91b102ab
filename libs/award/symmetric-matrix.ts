/**
 * The little linear algebra that the severity model needs, on dense symmetric matrices as large as
 * a jury: rows of numbers, all of the same length.
 */
export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle L with L L' equal to the matrix (Cholesky). The matrix must be symmetric and
 * positive definite; a pivot that rounding has made negative counts as zero.
 */
export function choleskyFactor(matrix: Matrix): Matrix {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    lower.push(
      row.slice(0, i + 1).reduce<number[]>((line, value, j) => {
        const above = lower[j] ?? line;
        const rest = value - sumOver(j, (k) => line[k] * above[k]);
        if (i === j) return [...line, Math.sqrt(Math.max(rest, 0))];
        return [...line, above[j] === 0 ? 0 : rest / above[j]];
      }, []),
    );
  });
  return lower;
}

/** The vector x with L L' x equal to the right-hand side. */
export function solveWith(lower: Matrix, right: readonly number[]): readonly number[] {
  const size = right.length;
  const forward: number[] = [];
  for (let i = 0; i < size; i += 1) {
    forward.push((right[i] - sumOver(i, (k) => lower[i][k] * forward[k])) / lower[i][i]);
  }
  const solution = [...forward];
  for (let i = size - 1; i >= 0; i -= 1) {
    const known = sumOver(size - i - 1, (k) => lower[i + 1 + k][i] * solution[i + 1 + k]);
    solution[i] = (forward[i] - known) / lower[i][i];
  }
  return solution;
}

/** The inverse of a symmetric positive definite matrix. */
export function inverseOf(matrix: Matrix): Matrix {
  const lower = choleskyFactor(matrix);
  return matrix.map((_, column) =>
    solveWith(
      lower,
      matrix.map((_row, at) => (at === column ? 1 : 0)),
    ),
  );
}

/** The matrix times the vector. */
export function times(matrix: Matrix, vector: readonly number[]): readonly number[] {
  return matrix.map((row) => sumOver(vector.length, (k) => (row[k] ?? 0) * vector[k]));
}

/** Two matrices of the same size, added. */
export function plus(one: Matrix, other: Matrix): Matrix {
  return one.map((row, i) => row.map((value, j) => value + other[i][j]));
}

function sumOver(count: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += term(k);
  return sum;
}
