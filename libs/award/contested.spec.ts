import { agenda, standsInTwoCamps } from './contested';
import type { Scoring } from './score-aggregation';

/** One row per entry, one score per judge; null is a missing sheet. */
function scored(rows: Readonly<Record<string, readonly (number | null)[]>>, places = 1): Scoring {
  return {
    entries: Object.keys(rows),
    criteria: [{ code: 'overall', weight: 1 }],
    scale: { min: 1, max: 6 },
    places,
    sheets: Object.entries(rows).flatMap(([entry, scores]) =>
      scores.flatMap((overall, judge) =>
        overall === null ? [] : [{ judge: `j${judge}`, entry, scores: { overall }, locked: true }],
      ),
    ),
  };
}

describe('the agenda of a jury meeting', () => {
  it.each([
    ['nothing is contested when the places are clear', { a: [6, 6, 6], b: [2, 2, 2] }, {}],
    [
      'a tie across the cut is contested',
      { a: [5, 5], b: [5, 5] },
      { a: ['cut-tie'], b: ['cut-tie'] },
    ],
    [
      'a place that hangs on one member is contested',
      { a: [6, 4, 4], b: [4, 4, 5], c: [1, 1, 1] },
      { a: ['one-member'], b: ['one-member'] },
    ],
    [
      'two camps are contested though the place is sure',
      { a: [6, 6, 6, 6], b: [1, 1, 5, 5] },
      { b: ['two-camps'] },
    ],
    ['one who stands alone is not a camp', { a: [6, 6, 6, 6], b: [5, 5, 5, 1] }, {}],
    ['what nobody scored is on the agenda', { a: [6, 6], b: [null, null] }, { b: ['unscored'] }],
  ])('%s', (_situation, rows, expected) => {
    const found = agenda(scored(rows as Record<string, (number | null)[]>));
    expect(
      Object.fromEntries(
        found
          .filter((item) => item.contentions.length > 0)
          .map((item) => [item.entry, item.contentions])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ).toEqual(expected);
  });

  it('takes the contested first, the largest disagreement before the smaller', () => {
    const rows = {
      sure: [6, 6, 6, 6],
      wide: [1, 1, 6, 6],
      split: [2, 2, 4, 4],
      weak: [1, 1, 1, 2],
    };
    expect(agenda(scored(rows)).map((item) => item.entry)).toEqual([
      'wide',
      'split',
      'weak',
      'sure',
    ]);
  });

  it('does not depend on the order of the rows', () => {
    const scoring = scored({ a: [6, 4, 4], b: [4, 4, 5], c: [1, 6, 1] });
    const shuffled = {
      ...scoring,
      entries: [...scoring.entries].reverse(),
      sheets: [...scoring.sheets].reverse(),
    };
    expect(agenda(shuffled)).toEqual(agenda(scoring));
  });

  it('is empty when the scores cannot be ranked', () => {
    expect(agenda({ ...scored({ a: [1] }), criteria: [] })).toEqual([]);
  });
});

describe('two camps', () => {
  it.each([
    ['two low, two high', [1, 1, 5, 5], true],
    ['exactly two steps apart', [2, 2, 4, 4], true],
    ['less than two steps apart', [2, 2, 3.9, 3.9], false],
    ['one against all', [1, 5, 5, 5], false],
    ['nobody', [], false],
    ['one member', [4], false],
  ])('%s', (_situation, composites, expected) => {
    expect(standsInTwoCamps(composites)).toBe(expected);
  });
});
