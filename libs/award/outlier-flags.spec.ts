import { FEWEST_SHARED, outlierFlags } from './outlier-flags';
import type { ScoreCell } from './severity-model';

/** Rows of entries A, B, C …, a column for each judge J1, J2 …; null is not scored. */
const cellsOf = (rows: readonly (readonly (number | null)[])[]): ScoreCell[] =>
  rows.flatMap((row, entry) =>
    row.flatMap((value, judge) =>
      value === null
        ? []
        : [{ judge: `J${judge + 1}`, entry: String.fromCharCode(65 + entry), value }],
    ),
  );

/** Eight entries on which four judges agree but for small differences. */
const AGREED = [
  [6, 6, 5, 6],
  [5, 6, 5, 5],
  [5, 5, 4, 5],
  [4, 4, 4, 5],
  [4, 3, 3, 4],
  [3, 3, 2, 3],
  [2, 2, 2, 3],
  [1, 2, 1, 2],
];
const changed = (at: number, judge: number, value: number | null) =>
  AGREED.map((row, place) =>
    row.map((one, column) => (place === at && column === judge ? value : one)),
  );

describe('flags of scores that stand far out', () => {
  it('are none where the judges agree', () => {
    expect(outlierFlags(cellsOf(AGREED))).toEqual({ scores: [], judges: [] });
  });

  it('tell the one score beyond three standard errors, and by how much', () => {
    const { scores, judges } = outlierFlags(cellsOf(changed(7, 3, 6)));
    expect(scores).toEqual([
      { judge: 'J4', entry: 'H', value: 6, residual: expect.closeTo(2.95, 1) },
    ]);
    expect(judges).toEqual([]);
  });

  it('do not mistake a strict judge for a far one', () => {
    const strict = AGREED.map((row) =>
      row.map((value, judge) => (judge === 0 ? value - 3 : value)),
    );
    expect(outlierFlags(cellsOf(strict))).toEqual({ scores: [], judges: [] });
  });

  it('tell the judge who goes another way than the others, lowest first', () => {
    const turned = AGREED.map((row, at) => [...row.slice(0, 3), 1 + (at % 6)]);
    const { judges } = outlierFlags(cellsOf(turned));
    expect(judges.map(({ judge, shared }) => [judge, shared])).toEqual([['J4', 8]]);
    expect(judges[0].correlation).toBeLessThan(0);
  });

  it.each<[string, ScoreCell[]]>([
    ['nothing', []],
    ['one judge', cellsOf(AGREED.map((row) => row.slice(0, 1)))],
    ['everybody the same', cellsOf(AGREED.map(() => [3, 3, 3]))],
    [
      `fewer than ${FEWEST_SHARED} entries in common`,
      cellsOf([
        [6, 1, 6],
        [4, 3, 4],
        [1, 6, 1],
      ]),
    ],
  ])('are none of %s', (_case, cells) => {
    expect(outlierFlags(cells).judges).toEqual([]);
  });

  it('are none where the noise is nothing, or an entry has one reading', () => {
    expect(outlierFlags(cellsOf(AGREED.map(([a = 0]) => [a, a, a]))).scores).toEqual([]);
    expect(
      outlierFlags(
        cellsOf([
          [6, null],
          [null, 1],
        ]),
      ).scores,
    ).toEqual([]);
  });

  it('do not depend on the order of the cells', () => {
    const cells = cellsOf(changed(0, 2, 1));
    expect(outlierFlags([...cells].reverse())).toEqual(outlierFlags(cells));
  });
});
