/**
 * The little linear algebra that the severity model needs, on dense symmetric matrices: rows of
 * numbers, all of the same length. Sums run in a fixed order, so that equal input gives equal bytes
 * on every machine.
 */
export type Matrix = readonly Float64Array[];

/** A matrix from its rows. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return rows.map((row) => Float64Array.from(row));
}

/** A square matrix of zeros. */
export function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => new Float64Array(size));
}

/**
 * The lower triangle L with L L' equal to the matrix (Cholesky), zeros above. The matrix must be
 * symmetric and positive definite; a pivot that rounding has made negative counts as zero.
 */
export function choleskyFactor(matrix: Matrix): Matrix {
  const lower = zeros(matrix.length);
  for (let i = 0; i < matrix.length; i += 1) {
    const row = lower[i];
    for (let j = 0; j <= i; j += 1) {
      const above = lower[j];
      let rest = matrix[i][j];
      for (let k = 0; k < j; k += 1) rest -= row[k] * above[k];
      if (i === j) row[j] = Math.sqrt(Math.max(rest, 0));
      else row[j] = above[j] === 0 ? 0 : rest / above[j];
    }
  }
  return lower;
}

/** The vector x with L L' x equal to the right-hand side. */
export function solveWith(lower: Matrix, right: ArrayLike<number>): Float64Array {
  const size = lower.length;
  const solution = Float64Array.from({ length: size }, (_, at) => right[at]);
  for (let i = 0; i < size; i += 1) {
    const row = lower[i];
    let rest = solution[i];
    for (let k = 0; k < i; k += 1) rest -= row[k] * solution[k];
    solution[i] = rest / row[i];
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = lower[i];
    const value = solution[i] / row[i];
    solution[i] = value;
    for (let k = 0; k < i; k += 1) solution[k] -= row[k] * value;
  }
  return solution;
}

/** The inverse of a symmetric positive definite matrix. */
export function inverseOf(matrix: Matrix): Matrix {
  const lower = choleskyFactor(matrix);
  return matrix.map((_, column) => {
    const unit = new Float64Array(matrix.length);
    unit[column] = 1;
    return solveWith(lower, unit);
  });
}

/** The matrix times the vector. */
export function times(matrix: Matrix, vector: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: matrix.length }, (_, at) => {
    const row = matrix[at];
    let sum = 0;
    for (let k = 0; k < row.length; k += 1) sum += row[k] * vector[k];
    return sum;
  });
}
