import fc from 'fast-check';
import {
  aggregate,
  type Aggregation,
  compareFractions,
  cutAt,
  fraction,
  leading,
  type Ranking,
  type Scoring,
  type Sheet,
} from './score-aggregation';
import { countedCriteria, DEFAULT_CRITERIA, DEFAULT_SCALE, OVERALL } from './score-sheet-rules';

const ONE = [{ code: 'a', weight: 1 }];

/** Sheets from rows of `judge: score per entry`; null is a sheet with the score left open. */
const sheets = (rows: Readonly<Record<string, Readonly<Record<string, number | null>>>>): Sheet[] =>
  Object.entries(rows).flatMap(([judge, scores]) =>
    Object.entries(scores).map(([entry, score]) => ({
      judge,
      entry,
      scores: { a: score },
      locked: true,
    })),
  );

const scoring = (change: Partial<Scoring> = {}): Scoring => ({
  entries: ['p', 'q', 'r', 's'],
  criteria: ONE,
  scale: DEFAULT_SCALE,
  sheets: [],
  places: 3,
  ...change,
});

const rankingOf = (result: Aggregation): Ranking => {
  if (!result.allowed) throw new Error(`${result.reason} at ${result.at}`);
  return result.ranking;
};

const ranks = (ranking: Ranking) =>
  Object.fromEntries(ranking.entries.map(({ entry, rank }) => [entry, rank]));

describe('the ranking of a class', () => {
  it.each<[string, Partial<Scoring>, Readonly<Record<string, number | null>>, Partial<Ranking>]>([
    [
      'orders by mean, best first',
      { sheets: sheets({ j1: { p: 4, q: 6, r: 5, s: 1 }, j2: { p: 4, q: 5, r: 5, s: 2 } }) },
      { q: 1, r: 2, p: 3, s: 4 },
      { top: ['q', 'r', 'p'], cutTie: false, tied: [], unscored: [] },
    ],
    [
      'gives equals the same rank and skips the next',
      { sheets: sheets({ j1: { p: 6, q: 5, r: 5, s: 4 } }) },
      { p: 1, q: 2, r: 2, s: 4 },
      { top: ['p', 'q', 'r'], cutTie: false, tied: [] },
    ],
    [
      'tells a tie across the last place and picks nobody',
      { sheets: sheets({ j1: { p: 6, q: 5, r: 3, s: 3 } }) },
      { p: 1, q: 2, r: 3, s: 3 },
      { top: ['p', 'q'], cutTie: true, tied: ['r', 's'] },
    ],
    [
      'tells a tie that begins before the last place',
      { sheets: sheets({ j1: { p: 6, q: 3, r: 3, s: 3 } }) },
      { p: 1, q: 2, r: 2, s: 2 },
      { top: ['p'], cutTie: true, tied: ['q', 'r', 's'] },
    ],
    [
      'finds no tie among fewer entries than places',
      { entries: ['p', 'q'], sheets: sheets({ j1: { p: 3, q: 3 } }) },
      { p: 1, q: 1 },
      { top: ['p', 'q'], cutTie: false, tied: [] },
    ],
    [
      'leaves an entry without sheets unranked',
      { sheets: sheets({ j1: { p: 1, q: 2 } }) },
      { q: 1, p: 2, r: null, s: null },
      { top: ['q', 'p'], unscored: ['r', 's'] },
    ],
    [
      'does not count a recusal as zero',
      { entries: ['p', 'q'], sheets: sheets({ j1: { p: 5, q: 4 }, j2: { q: 4 } }) },
      { p: 1, q: 2 },
      {},
    ],
    [
      'does not count an open criterion as zero',
      { entries: ['p', 'q'], sheets: sheets({ j1: { p: 5, q: 4 }, j2: { p: null, q: 4 } }) },
      { p: 1, q: 2 },
      { countedSheets: 3, setAsideSheets: 1 },
    ],
    [
      'turns round where lower is better, and nothing else',
      { direction: 'lower', sheets: sheets({ j1: { p: 4, q: 6, r: 5, s: 1 } }) },
      { s: 1, p: 2, r: 3, q: 4 },
      { top: ['s', 'p', 'r'] },
    ],
    ['of a class without entries is empty', { entries: [] }, {}, { top: [], cutTie: false }],
    [
      'with no places has nobody in it and no tie',
      { places: 0, sheets: sheets({ j1: { p: 4, q: 4 } }) },
      { p: 1, q: 1, r: null, s: null },
      { top: [], cutTie: false },
    ],
  ])('%s', (_, change, expected, overall) => {
    const ranking = rankingOf(aggregate(scoring(change)));
    expect(ranks(ranking)).toEqual(expected);
    expect(ranking).toMatchObject(overall);
  });

  it('finds the thirds of six equal that floating point would part', () => {
    const criteria = [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 1 },
      { code: 'c', weight: 1 },
    ];
    const sheet = (entry: string, judge: string, a: number, b: number, c: number): Sheet => ({
      entry,
      judge,
      locked: true,
      scores: { a, b, c },
    });
    const { entries } = rankingOf(
      aggregate(
        scoring({
          entries: ['p', 'q'],
          criteria,
          sheets: [
            sheet('p', 'j1', 1, 1, 2),
            sheet('p', 'j2', 1, 2, 2),
            sheet('p', 'j3', 2, 2, 2),
            sheet('q', 'j1', 1, 2, 2),
          ],
        }),
      ),
    );
    expect(entries.map(({ mean, rank }) => [mean, rank])).toEqual([
      [{ numerator: 5, denominator: 3 }, 1],
      [{ numerator: 5, denominator: 3 }, 1],
    ]);
  });

  it('weighs criteria, and counts every judge the same', () => {
    const criteria = [
      { code: 'a', weight: 2 },
      { code: 'b', weight: 1 },
      { code: 'seen', weight: 0 },
    ];
    const sheet = (judge: string, a: number, b: number): Sheet => ({
      judge,
      entry: 'p',
      locked: true,
      scores: { a, b, seen: 1 },
    });
    const { entries } = rankingOf(
      aggregate(
        scoring({ entries: ['p'], criteria, sheets: [sheet('j1', 6, 3), sheet('j2', 3, 6)] }),
      ),
    );
    expect(entries[0]).toMatchObject({
      n: 2,
      mean: { numerator: 9, denominator: 2 },
      value: 4.5,
      spread: 1,
      counted: [
        { judge: 'j1', composite: { numerator: 5, denominator: 1 }, value: 5, stale: false },
        { judge: 'j2', composite: { numerator: 4, denominator: 1 }, value: 4, stale: false },
      ],
    });
  });

  it('sets a sheet aside when a criterion of weight 0 is open', () => {
    const criteria = [
      { code: 'a', weight: 1 },
      { code: 'seen', weight: 0 },
    ];
    const { entries } = rankingOf(
      aggregate(scoring({ entries: ['p'], criteria, sheets: sheets({ j1: { p: 6 } }) })),
    );
    expect(entries[0]).toMatchObject({ n: 0, setAside: [{ judge: 'j1', why: 'incomplete' }] });
  });

  it('comes with its trail: who counted, who was set aside and why', () => {
    const one = (judge: string, change: Partial<Sheet>): Sheet => ({
      judge,
      entry: 'p',
      scores: { a: 4 },
      locked: true,
      ...change,
    });
    const { entries } = rankingOf(
      aggregate(
        scoring({
          entries: ['p'],
          sheets: [
            one('e', { setAside: 'withdrawn' }),
            one('d', { scores: {} }),
            one('c', { locked: false }),
            one('b', { setAside: 'recused' }),
            one('a', { stale: true }),
          ],
        }),
      ),
    );
    expect(entries[0].counted.map(({ judge, stale }) => [judge, stale])).toEqual([['a', true]]);
    expect(entries[0].setAside).toEqual([
      { judge: 'b', why: 'recused' },
      { judge: 'c', why: 'not-locked' },
      { judge: 'd', why: 'incomplete' },
      { judge: 'e', why: 'withdrawn' },
    ]);
  });

  it('counts the overall score alone in the simple preset', () => {
    const criteria = countedCriteria('simple', DEFAULT_CRITERIA);
    const sheet = (entry: string, overall: number): Sheet => ({
      judge: 'j1',
      entry,
      locked: true,
      scores: { [OVERALL]: overall, 'able-to-change': 1 },
    });
    const result = aggregate(
      scoring({ entries: ['p', 'q'], criteria, sheets: [sheet('p', 3), sheet('q', 5)] }),
    );
    expect(ranks(rankingOf(result))).toEqual({ q: 1, p: 2 });
  });
});

describe('scores that cannot be ranked', () => {
  const good = sheets({ j1: { p: 4 } });

  it.each<[string, Partial<Scoring>, string, string]>([
    [
      'are two sheets of one judge on one entry',
      { sheets: [...good, ...good] },
      'duplicate-score',
      'j1 p',
    ],
    ['are scores above the scale', { sheets: sheets({ j1: { p: 7 } }) }, 'out-of-scale', 'j1 p'],
    ['are scores below it', { sheets: sheets({ j1: { q: 0 } }) }, 'out-of-scale', 'j1 q'],
    ['are half points', { sheets: sheets({ j1: { p: 3.5 } }) }, 'out-of-scale', 'j1 p'],
    [
      'are weights that are all 0',
      { criteria: [{ code: 'a', weight: 0 }] },
      'zero-weights',
      'criteria',
    ],
    ['are no criteria at all', { criteria: [] }, 'zero-weights', 'criteria'],
    ['are negative weights', { criteria: [{ code: 'a', weight: -1 }] }, 'bad-input', 'a'],
    ['are weights with a fraction', { criteria: [{ code: 'a', weight: 0.5 }] }, 'bad-input', 'a'],
    [
      'are sheets on an entry of another class',
      { entries: ['q'], sheets: good },
      'bad-input',
      'j1 p',
    ],
  ])('%s', (_, change, reason, at) => {
    expect(aggregate(scoring(change))).toEqual({ allowed: false, reason, at });
  });
});

describe('the cut', () => {
  const list = (...given: (number | null)[]) =>
    given.map((rank, at) => ({ entry: 'abcdefgh'[at], rank }));

  it.each<[string, (number | null)[], number, readonly string[], readonly string[]]>([
    ['at three of four', [1, 2, 3, 4], 3, ['a', 'b', 'c'], []],
    ['at two, through a tie', [1, 2, 2, 4], 2, ['a'], ['b', 'c']],
    ['at four takes the tie in', [1, 2, 3, 3], 4, ['a', 'b', 'c', 'd'], []],
    ['leaves out who has no rank', [1, null, 2, null], 3, ['a', 'c'], []],
    ['at none is empty', [1, 1], 0, [], []],
  ])('%s', (_, given, places, top, tied) => {
    expect(cutAt(list(...given), places)).toEqual({ top, tied, cutTie: tied.length > 0 });
  });

  it('does not depend on the order of the list', () => {
    const given = [3, 1, 4, 2].map((rank, at) => ({ entry: 'abcd'[at], rank }));
    expect(cutAt(given, 2)).toEqual({ top: ['b', 'd'], tied: [], cutTie: false });
  });

  it('of the leading six takes the tie at the sixth place along', () => {
    const row = { p: 6, q: 5, r: 5, s: 4, t: 3, u: 2, v: 2, w: 1 };
    const entries = [...Object.keys(row), 'x'];
    const ranking = rankingOf(aggregate(scoring({ entries, sheets: sheets({ j1: row }) })));
    expect(leading(ranking)).toEqual(['p', 'q', 'r', 's', 't', 'u', 'v']);
  });
});

describe('fractions', () => {
  it.each<[string, number, number, number, number]>([
    ['are in lowest terms', 12, 8, 3, 2],
    ['of nothing are nothing', 0, 5, 0, 1],
    ['may be whole', 6, 3, 2, 1],
  ])('%s', (_, numerator, denominator, expectedNumerator, expectedDenominator) => {
    expect(fraction(numerator, denominator)).toEqual({
      numerator: expectedNumerator,
      denominator: expectedDenominator,
    });
  });

  it('are compared without rounding', () => {
    expect(compareFractions(fraction(1, 3), fraction(33_333, 100_000))).toBe(1);
    expect(compareFractions(fraction(1, 3), fraction(2, 6))).toBe(0);
    expect(compareFractions(fraction(1, 3), fraction(1, 2))).toBe(-1);
  });
});

describe('any set of sheets', () => {
  const cell = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 });
  const table = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 6 });
  const asSheets = (rows: readonly (readonly (number | null)[])[]): Sheet[] =>
    rows.flatMap((row, judge) =>
      row.flatMap((score, entry) =>
        score === null
          ? []
          : [{ judge: `j${judge}`, entry: `e${entry}`, scores: { a: score }, locked: true }],
      ),
    );
  const entries = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'];

  it('ranks the same in whatever order sheets and entries come', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 6 }), fc.nat(), (rows, places, turn) => {
        const all = asSheets(rows);
        const shift = turn % (all.length + 1);
        const turned = [...all.slice(shift), ...all.slice(0, shift)].reverse();
        const one = aggregate(scoring({ entries, sheets: all, places }));
        const other = aggregate(
          scoring({ entries: [...entries].reverse(), sheets: turned, places }),
        );
        expect(other).toEqual(one);
      }),
    );
  });

  it('never has more in its places than there are, and never a name twice', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 6 }), (rows, places) => {
        const { top, tied, cutTie } = rankingOf(
          aggregate(scoring({ entries, sheets: asSheets(rows), places })),
        );
        expect(new Set([...top, ...tied]).size).toBe(top.length + tied.length);
        expect(top.length).toBeLessThanOrEqual(places);
        expect(cutTie).toBe(tied.length > 0);
        if (cutTie) expect(top.length + tied.length).toBeGreaterThan(places);
      }),
    );
  });

  it('does not move an entry when another judge only leaves it open', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const open: Sheet = { judge: 'late', entry: 'e0', scores: {}, locked: true };
        const before = rankingOf(aggregate(scoring({ entries, sheets: asSheets(rows) })));
        const after = rankingOf(aggregate(scoring({ entries, sheets: [...asSheets(rows), open] })));
        expect(ranks(after)).toEqual(ranks(before));
      }),
    );
  });
});
