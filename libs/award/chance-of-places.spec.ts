import { chanceOfPlaces, contestedZone } from './chance-of-places';
import { type ScoreCell, fitSeverity } from './severity-model';

const cellsOf = (...rows: readonly (readonly (number | null)[])[]): ScoreCell[] =>
  rows.flatMap((row, entry) =>
    row.flatMap((value, judge) =>
      value === null ? [] : [{ entry: `e${entry}`, judge: `j${judge}`, value }],
    ),
  );

const TABLE = cellsOf(
  [6, 6, 5, 6, 6],
  [5, 5, 6, 5, 5],
  [4, 5, 4, 5, 3],
  [4, 3, 5, 4, 5],
  [3, 5, 4, 3, 4],
  [1, 2, 1, 2, 1],
);

const chances = (cells: readonly ScoreCell[], places = 3, classCode = 'small', lower = false) =>
  chanceOfPlaces(fitSeverity(cells), cells, {
    classCode,
    places,
    direction: lower ? 'lower' : 'higher',
  });

describe('the chance of a place', () => {
  it('is near one for the best, near nothing for the last, and open between', () => {
    const found = chances(TABLE) ?? [];
    expect(found.map(({ entry }) => entry)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e5']);
    expect(found[0].inPlaces).toBeGreaterThan(0.99);
    expect(found[5].inPlaces).toBeLessThan(0.01);
    expect(contestedZone(found)).toEqual(['e2', 'e3', 'e4']);
  });

  it('adds up to the places', () => {
    const found = chances(TABLE) ?? [];
    expect(found.reduce((sum, { inPlaces }) => sum + inPlaces, 0)).toBeCloseTo(3, 8);
    expect(found.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 8);
  });

  it('is the same for the same scores in any order, and drawn anew for another class', () => {
    expect(chances([...TABLE].reverse())).toEqual(chances(TABLE));
    expect(chances(TABLE, 3, 'large')).not.toEqual(chances(TABLE));
  });

  it('turns round where lower is better', () => {
    const [best] = chances(TABLE, 3, 'small', true) ?? [];
    expect(best.inPlaces).toBeLessThan(0.01);
  });

  it('of one of two follows the normal distribution of their difference', () => {
    const cells = cellsOf([4, 5, 3, 4], [4, 3, 4, 3]);
    const fit = fitSeverity(cells);
    expect(fit.gamma).toBe(0);
    const apart = fit.entries[0].plain - fit.entries[1].plain;
    const error = Math.sqrt(((fit.noise ?? NaN) * 2) / 4);
    const [one] = chances(cells, 1) ?? [];
    expect(one.first).toBeCloseTo(normalUpTo(apart / error), 1);
    expect(Math.abs(one.first - normalUpTo(apart / error))).toBeLessThan(0.015);
  });

  it('also where the judges’ effects are part of it', () => {
    const cells = cellsOf([6, 4, null], [null, 2, 5], [5, 3, 4], [4, 2, 4], [6, 3, 5], [2, 1, 2]);
    const fit = fitSeverity(cells);
    expect(fit.gamma).toBeGreaterThan(0);
    const found = chances(cells) ?? [];
    expect(found.reduce((sum, { inPlaces }) => sum + inPlaces, 0)).toBeCloseTo(3, 8);
  });

  it.each<[string, ScoreCell[], number, readonly number[] | null]>([
    ['is certain where nothing is left to chance', cellsOf([6, 5], [5, 4], [3, 2]), 1, [1, 0, 0]],
    ['is shared by those who are equal', cellsOf([4, 4], [4, 4]), 1, [0.5, 0.5]],
    ['is one for all where there are places for all', cellsOf([4, 5], [5, 4]), 3, [1, 1]],
    ['is none without places', cellsOf([6, 5], [5, 4], [3, 2]), 0, [0, 0, 0]],
    ['is not told where the noise is unknown', cellsOf([4], [5]), 1, null],
    [
      'is not told across groups that nothing links',
      cellsOf([4, 3, null, null], [5, 5, null, null], [null, null, 1, 2], [null, null, 2, 2]),
      1,
      null,
    ],
  ])('%s', (_, cells, places, expected) => {
    const found = chances(cells, places);
    expect(found?.map(({ inPlaces }) => inPlaces) ?? null).toEqual(expected);
  });
});

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function normalUpTo(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = terms.reduce((sum, term, at) => sum + term * t ** (at + 1), 0);
  const upper = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return x >= 0 ? 1 - upper : upper;
}
