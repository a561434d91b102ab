import {
  type CheckKind,
  type CountedScores,
  stabilityChecks,
  type StabilityInput,
  stabilityVerdict,
} from './rank-stability';
import { cutAt } from './score-aggregation';
import { ranksOf } from './rank-by-value';

/** One line per entry, one column per judge, null for who has not scored. */
const sheets = (...lines: readonly (readonly (number | null)[])[]): CountedScores[] =>
  lines.flatMap((line, entry) =>
    line.flatMap((score, judge) =>
      score === null ? [] : [{ entry: `e${entry}`, judge: `j${judge}`, scores: { a: score } }],
    ),
  );

const input = (given: readonly CountedScores[], more: Partial<StabilityInput> = {}) => ({
  sheets: given,
  criteria: [{ code: 'a', weight: 1 }],
  places: 1,
  houseOf: new Map([
    ['j0', 'KS'],
    ['j1', 'NHO'],
    ['j2', 'NHO'],
  ]),
  ...more,
});

const official = (given: StabilityInput) => {
  const entries = [...new Set(given.sheets.map(({ entry }) => entry))].sort();
  const mean = (entry: string) => {
    const own = given.sheets.filter((sheet) => sheet.entry === entry);
    const weights = given.criteria.reduce((sum, { weight }) => sum + weight, 0);
    const total = own.map(({ scores }) =>
      given.criteria.reduce((sum, { code, weight }) => sum + weight * scores[code], 0),
    );
    return total.reduce((sum, one) => sum + one, 0) / weights / own.length;
  };
  return cutAt(ranksOf(entries, entries.map(mean)), given.places);
};

const checksOf = (given: StabilityInput) => stabilityChecks(given, official(given));
const verdictOf = (given: StabilityInput) => stabilityVerdict(checksOf(given), official(given));
const find = (given: StabilityInput, kind: CheckKind, of: string | null = null) =>
  checksOf(given).find((check) => check.kind === kind && check.of === of);

describe('the stability of the places', () => {
  it('is whole when every way gives the same', () => {
    const checks = checksOf(input(sheets([6, 6, 5], [4, 4, 4], [1, 2, 1])));
    expect(stabilityVerdict(checks, { tied: [] })).toEqual({ checks: 10, kept: 10, moving: [] });
    expect(checks.map(({ kind }) => kind)).toEqual([
      'adjusted',
      'least-squares',
      'trimmed',
      'median',
      ...['j0', 'j1', 'j2'].flatMap(() => ['without-judge', 'adjusted-without-judge']),
      'house',
      'house',
    ]);
  });

  it.each<[string, CheckKind, string | null, StabilityInput, string[], string[]]>([
    [
      'one judge carries it',
      'without-judge',
      'j0',
      input(sheets([6, 3, 3], [3, 4, 4])),
      ['e1'],
      ['e0'],
    ],
    [
      'the middle says otherwise',
      'median',
      null,
      input(sheets([6, 3, 3], [3, 4, 4])),
      ['e1'],
      ['e0'],
    ],
    [
      'the highest and the lowest are left out of five',
      'trimmed',
      null,
      input(sheets([6, 3, 3, 3, 3], [3, 3, 3, 4, 4]), { houseOf: new Map() }),
      ['e1'],
      ['e0'],
    ],
    [
      'KS alone sees it otherwise',
      'house',
      'KS',
      input(sheets([3, 5, 5], [4, 2, 2])),
      ['e1'],
      ['e0'],
    ],
    [
      'another was scored by the strict',
      'least-squares',
      null,
      input(sheets([5, null, 2], [null, 3, 2], [4, 1, null], [4, 1, null])),
      ['e1'],
      ['e0'],
    ],
  ])('tells when %s', (_, kind, of, given, enters, leaves) => {
    expect(find(given, kind, of)).toMatchObject({ enters, leaves });
  });

  it('has no joint ranking of what nothing links any more, and does not count it', () => {
    const given = input(sheets([6, 5, null], [4, 4, null], [5, null, 2], [3, null, 1]));
    const without = find(given, 'adjusted-without-judge', 'j0');
    expect(without).toMatchObject({ places: null, enters: [], leaves: [] });
    expect(verdictOf(given).checks).toBe(9);
  });

  it('tells a tie across the line as a tie, and as a change where there was none', () => {
    const given = input(sheets([6, 4, 4], [3, 4, 4]));
    expect(find(given, 'median')).toMatchObject({ enters: [], leaves: [], tied: ['e0', 'e1'] });
    expect(verdictOf(given).moving).toEqual(['e0', 'e1']);
    const level = input(sheets([4, 4], [4, 4]));
    expect(verdictOf(level)).toEqual({ checks: 8, kept: 8, moving: [] });
  });

  it('tells whom nobody else has scored', () => {
    const given = input(sheets([6, 5], [4, null]));
    expect(find(given, 'without-judge', 'j0')).toMatchObject({ unscored: ['e1'] });
  });

  it('tries other weights where there are several criteria', () => {
    const given = input(
      [
        { entry: 'e0', judge: 'j0', scores: { a: 5, b: 2 } },
        { entry: 'e1', judge: 'j0', scores: { a: 2, b: 4 } },
      ],
      { criteria: ['a', 'b'].map((code) => ({ code, weight: 4 })) },
    );
    expect(find(given, 'weight-less', 'a')).toMatchObject({ enters: [], leaves: [] });
    expect(find(given, 'without-criterion', 'a')).toMatchObject({ enters: ['e1'], leaves: ['e0'] });
    expect(checksOf(given).filter(({ kind }) => kind.startsWith('weight'))).toHaveLength(4);
    expect(verdictOf(given).moving).toEqual(['e0', 'e1']);
  });

  it('of nothing is nothing', () => {
    expect(checksOf(input([]))).toEqual([]);
  });
});
