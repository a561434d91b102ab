import { intraclass, krippendorffAlpha } from './agreement';
import type { ScoreCell } from './severity-model';

const cellsOf = (...rows: readonly (readonly (number | null)[])[]): ScoreCell[] =>
  rows.flatMap((row, entry) =>
    row.flatMap((value, judge) =>
      value === null ? [] : [{ entry: `e${entry}`, judge: `j${judge}`, value }],
    ),
  );

describe('Krippendorff’s alpha', () => {
  it.each<[string, ScoreCell[], number | null]>([
    [
      'of the example with gaps (Krippendorff 2011) is 0.849',
      cellsOf(
        [1, 1, null, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [null, 5, 5, 5],
        [null, null, 1, 1],
        [null, 3, null, null],
      ),
      0.849,
    ],
    ['of full agreement is 1', cellsOf([1, 1], [4, 4]), 1],
    ['of scores that are all equal is unknown', cellsOf([4, 4], [4, 4]), null],
    ['of entries with one score each is unknown', cellsOf([4], [2]), null],
    ['of nothing is unknown', [], null],
  ])('%s', (_, cells, expected) => {
    const alpha = krippendorffAlpha(cells);
    expect(alpha === null ? null : Math.round(alpha * 1000) / 1000).toBe(expected);
  });

  it('is below zero where judges disagree more than chance would', () => {
    expect(krippendorffAlpha(cellsOf([1, 6], [6, 1]))).toBeLessThan(0);
  });
});

describe('the intraclass correlations', () => {
  it('of the textbook table (Shrout and Fleiss 1979) are .29 and .62', () => {
    const table = cellsOf(
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    );
    const found = intraclass(table);
    expect(found?.single).toBeCloseTo(0.2898, 4);
    expect(found?.average).toBeCloseTo(0.6201, 4);
  });

  it.each<[string, ScoreCell[], ReturnType<typeof intraclass>]>([
    ['of a table with a gap are not given', cellsOf([1, 2], [3, null]), null],
    ['of one judge are not given', cellsOf([1], [3]), null],
    ['of one entry are not given', cellsOf([1, 3]), null],
    ['of full agreement are 1', cellsOf([1, 1], [5, 5]), { single: 1, average: 1 }],
    [
      'of scores that are all equal are unknown',
      cellsOf([4, 4], [4, 4]),
      { single: null, average: null },
    ],
  ])('%s', (_, cells, expected) => {
    expect(intraclass(cells)).toEqual(expected);
  });
});
