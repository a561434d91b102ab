import fc from 'fast-check';
import { choleskyFactor, inverseOf, matrixOf, solveWith, times, zeros } from './symmetric-matrix';

const MATRIX = matrixOf([
  [4, 2, 0],
  [2, 5, 2],
  [0, 2, 5],
]);

const numbers = (rows: readonly Float64Array[]) => rows.map((row) => [...row]);

describe('a symmetric matrix', () => {
  it('is the product of its factor and the factor turned', () => {
    expect(numbers(choleskyFactor(MATRIX))).toEqual([
      [2, 0, 0],
      [1, 2, 0],
      [0, 1, 2],
    ]);
  });

  it('solves for a right-hand side', () => {
    expect([...solveWith(choleskyFactor(MATRIX), [8, 18, 19])]).toEqual([1, 2, 3]);
    expect([...times(MATRIX, [1, 2, 3])]).toEqual([8, 18, 19]);
  });

  it('has a factor also when rounding leaves nothing of a row', () => {
    const flat = matrixOf([
      [1, 1],
      [1, 1],
    ]);
    expect(numbers(choleskyFactor(flat))).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('times its inverse is one, whatever the size', () => {
    const size = fc.integer({ min: 1, max: 8 });
    const rows = size.chain((n) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(rows, (root) => {
        const matrix = zeros(root.length);
        root.forEach((one, i) =>
          root.forEach((other, j) => {
            matrix[i][j] = one.reduce((sum, value, at) => sum + value * other[at], 0);
          }),
        );
        matrix.forEach((row, at) => (row[at] += 1));
        const inverse = inverseOf(matrix);
        matrix.forEach((_, column) => {
          times(matrix, inverse[column]).forEach((value, at) => {
            expect(value).toBeCloseTo(at === column ? 1 : 0, 8);
          });
        });
      }),
    );
  });
});
