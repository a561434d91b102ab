import { adviceOn } from './ranking-advice';
import { aggregate, type Scoring, type Sheet } from './score-aggregation';

const sheet = (
  judge: string,
  entry: string,
  a: number,
  b: number,
  more: Partial<Sheet> = {},
): Sheet => ({
  judge,
  entry,
  scores: { a, b },
  locked: true,
  ...more,
});

const SHEETS = [
  sheet('ks', 'p', 6, 5),
  sheet('nho', 'p', 5, 5),
  sheet('ks', 'q', 4, 5),
  sheet('nho', 'q', 4, 4),
  sheet('ks', 'r', 2, 3),
  sheet('nho', 'r', 2, 1),
];

const advice = (sheets: readonly Sheet[], change: Partial<Scoring> = {}) => {
  const scoring: Scoring = {
    entries: ['p', 'q', 'r'],
    criteria: ['a', 'b'].map((code) => ({ code, weight: 1 })),
    scale: { min: 1, max: 6 },
    sheets,
    places: 2,
    ...change,
  };
  const result = aggregate(scoring);
  if (!result.allowed) throw new Error(result.reason);
  const houseOf = new Map([
    ['ks', 'KS'],
    ['nho', 'NHO'],
  ]);
  return adviceOn(scoring, result.ranking, { classCode: 'small', houseOf });
};

describe('the advice on a ranking', () => {
  it('holds an adjusted mean with its interval, and who scores high', () => {
    const { entries, judges, agreement, groups } = advice(SHEETS);
    expect(entries.map(({ entry, adjusted }) => [entry, adjusted])).toEqual([
      ['p', 5.25],
      ['q', 4.25],
      ['r', 2],
    ]);
    for (const { adjusted, low, high } of entries) {
      expect(adjusted - (low ?? NaN)).toBeCloseTo((high ?? NaN) - adjusted, 12);
      expect(low).toBeLessThan(adjusted);
    }
    expect(judges[0].effect).toBeGreaterThan(0);
    expect(judges[0].effect + judges[1].effect).toBeCloseTo(0, 12);
    expect(judges[0].low).toBeLessThan(judges[0].effect);
    expect(agreement.single).toBeGreaterThan(0.8);
    expect(agreement.reliability).toBeGreaterThan(0.8);
    expect(groups).toEqual([['p', 'q', 'r']]);
  });

  it('counts what the ranking counts and nothing else', () => {
    const more = [
      ...SHEETS,
      sheet('left', 'r', 6, 6, { setAside: 'left' }),
      sheet('open', 'r', 6, 6, { locked: false }),
    ];
    expect(advice(more)).toEqual(advice(SHEETS));
  });

  it('does not depend on the order of the sheets', () => {
    expect(advice([...SHEETS].reverse())).toEqual(advice(SHEETS));
  });

  it('has no shares of weights and no tipping point with one criterion', () => {
    const one = advice(SHEETS, {
      criteria: [
        { code: 'a', weight: 1 },
        { code: 'b', weight: 0 },
      ],
    });
    expect(one.tipping).toBeNull();
    expect(one.entries.map(({ underWeights }) => underWeights)).toEqual([null, null, null]);
    expect(one.checks.some(({ kind }) => kind === 'equal-weights')).toBe(false);
  });

  it('tells what is unknown with one judge, and nothing that is made up', () => {
    const alone = advice(SHEETS.filter(({ judge }) => judge === 'ks'));
    expect(alone.warnings).toContain('severity-not-estimable');
    expect(alone.entries[0]).toMatchObject({ low: null, high: null, inPlaces: null });
    expect(alone.contested).toEqual([]);
  });

  it('of an unscored class is empty', () => {
    expect(advice([])).toMatchObject({ entries: [], checks: [], tipping: null, groups: [] });
  });

  it('is plain data, which is the same after being kept as JSON', () => {
    const found = advice(SHEETS);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
