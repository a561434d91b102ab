import fc from 'fast-check';
import { readScoreFile } from './score-file';
import { scoreReport, type ViewReport } from './score-report';

type Row = readonly [judge: string, entry: string, criterion: string, score: number | string];

const META = {
  scale: { min: 1, max: 10 },
  direction: 'higher',
  views: [{ id: 'v', weights: { c: 1 } }],
};

const csvOf = (rows: readonly Row[]) =>
  ['judge,entry,criterion,score', ...rows.map((row) => row.join(','))].join('\n');

/** Rows of one criterion from a table: one line per entry, one column per judge. */
const rowsOf = (...table: readonly (readonly (number | null)[])[]): Row[] =>
  table.flatMap((line, entry) =>
    line.flatMap((score, judge): Row[] =>
      score === null ? [] : [[`j${judge}`, `e${entry}`, 'c', score]],
    ),
  );

const report = (rows: readonly Row[], meta: object = {}): ViewReport =>
  scoreReport(readScoreFile(csvOf(rows), JSON.stringify({ ...META, ...meta }))).views['v'];

/** Six targets and four judges (Shrout and Fleiss 1979, table 2). */
const TEXTBOOK = rowsOf(
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
);

describe('the figures of a table of scores', () => {
  it('are those of the textbook', () => {
    const found = report(TEXTBOOK);
    expect(found).toMatchObject({
      plain_rank: { e0: 3, e1: 6, e2: 2, e3: 5, e4: 1, e5: 4 },
      plain_top3: { ids: ['e4', 'e2', 'e0'], cut_tie: false, tied: [] },
      severity_estimable: true,
      n_components: 1,
      connected: true,
      dropped_incomplete_sheets: 0,
      unscored: [],
      warnings: [],
    });
    expect(found.icc?.single).toBeCloseTo(0.289763779527559, 12);
    expect(found.icc?.average).toBeCloseTo(0.620050547598989, 12);
    expect(found.sigma2_error).toBeCloseTo(1.0194444444444444, 12);
    expect(found.sigma2_judge).toBeCloseTo(5.244444444444444, 12);
    expect(found.judges['j1'].fe_effect).toBeCloseTo(-2.7916666666666665, 12);
    for (const one of Object.values(found.entries)) {
      expect(one.eb_adjusted).toBeCloseTo(one.plain_mean ?? NaN, 12);
      expect(one.se_vs_mean).toBeCloseTo(Math.sqrt(((1.0194444444444444 / 4) * 5) / 6), 12);
    }
  });

  it('of a design with gaps are those that were worked out by hand', () => {
    const found = report(rowsOf([6, 4], [8, 6], [5, null], [null, 5]));
    expect(found.judges['j0'].fe_effect).toBeCloseTo(1, 12);
    expect(found.judges['j1'].fe_effect).toBeCloseTo(-1, 12);
    expect(found.entries['e2'].fe_adjusted).toBeCloseTo(4, 12);
    expect(found.entries['e3'].fe_adjusted).toBeCloseTo(6, 12);
    expect(found).toMatchObject({
      gamma: 'Infinity',
      sigma2_error: 0,
      sigma2_judge: 2,
      fe_rank: { e1: 1, e3: 2, e0: 3, e2: 4 },
      icc: null,
    });
    expect(found.entries['e1']).toMatchObject({ se_vs_mean: 0, p_top3: 1 });
  });

  it('count complete sheets only, and say how many were not', () => {
    const rows: Row[] = [
      ...rowsOf([6, 4], [8, 6]),
      ['j0', 'e0', 'd', 3],
      ['j1', 'e0', 'd', 5],
      ['j0', 'e1', 'd', 8],
      ['j2', 'e1', 'other', 1],
    ];
    const views = [{ id: 'v', weights: { c: 3, d: 1 } }];
    const found = report(rows, { views });
    expect(found.entries['e0']).toMatchObject({ n: 2, plain_mean: (21 + 17) / 8 });
    expect(found.entries['e1']).toMatchObject({ n: 1, plain_mean: 8 });
    expect(found.judges['j2']).toEqual({ n: 0, fe_effect: null, eb_effect: null });
    expect(found.dropped_incomplete_sheets).toBe(2);
    expect(found.warnings).toContain('INCOMPLETE_SHEETS');
    const seen = report(rows, { views: [{ id: 'v', weights: { c: 1, d: 0 } }] });
    expect(seen.entries['e1']).toMatchObject({ n: 1, plain_mean: 8 });
  });

  it.each<[string, readonly Row[], object, Partial<ViewReport>]>([
    [
      'has nothing for one judge to be compared with',
      rowsOf([3], [5], [4]),
      {},
      {
        gamma: 0,
        sigma2_error: null,
        sigma2_judge: null,
        severity_estimable: false,
        icc: null,
        krippendorff_alpha_interval: null,
        eb_rank: { e0: 3, e1: 1, e2: 2 },
        leave_one_judge_out: {
          j0: {
            plain_top3: { ids: [], cut_tie: false, tied: [] },
            eb_top3: { ids: [], cut_tie: false, tied: [] },
          },
        },
        warnings: ['ONE_JUDGE', 'SEVERITY_NOT_ESTIMABLE'],
      },
    ],
    [
      'has no figures of severity where all scores are equal',
      rowsOf([4, 4, 4], [4, 4, 4], [4, 4, 4], [4, 4, 4]),
      {},
      {
        gamma: 0,
        sigma2_error: 0,
        sigma2_judge: 0,
        severity_estimable: true,
        icc: { single: null, average: null },
        krippendorff_alpha_interval: null,
        plain_top3: { ids: [], cut_tie: true, tied: ['e0', 'e1', 'e2', 'e3'] },
        warnings: ['NO_VARIANCE', 'CUT_TIE_PLAIN', 'CUT_TIE_FE', 'CUT_TIE_EB'],
      },
    ],
    [
      'has no joint ranking of groups that nothing links',
      rowsOf([4, 3, null, null], [5, 5, null, null], [null, null, 1, 2], [null, null, 2, 2]),
      {},
      {
        n_components: 2,
        connected: false,
        eb_rank: null,
        fe_rank: null,
        eb_top3: null,
        fe_top3: null,
        plain_rank: { e0: 2, e1: 1, e2: 4, e3: 3 },
        warnings: ['DISCONNECTED'],
      },
    ],
    [
      'leaves an entry without sheets unranked and never gives it a zero',
      rowsOf([3, 4], [5, 4]),
      { entries: ['e0', 'e1', 'e9'] },
      {
        unscored: ['e9'],
        plain_rank: { e0: 2, e1: 1, e9: null },
        plain_top3: { ids: ['e1', 'e0'], cut_tie: false, tied: [] },
        warnings: ['UNSCORED_ENTRIES'],
      },
    ],
    [
      'turns the order where lower is better, and nothing else',
      rowsOf([3, 4], [5, 6], [1, 2], [2, 2]),
      { direction: 'lower' },
      {
        plain_rank: { e0: 3, e1: 4, e2: 1, e3: 2 },
        plain_top3: { ids: ['e2', 'e3', 'e0'], cut_tie: false, tied: [] },
      },
    ],
    [
      'has nothing at all of a header alone',
      [],
      { entries: ['e0'] },
      {
        gamma: 0,
        n_components: 0,
        judges: {},
        plain_rank: { e0: null },
        leave_one_judge_out: {},
        warnings: ['UNSCORED_ENTRIES', 'SEVERITY_NOT_ESTIMABLE'],
      },
    ],
    [
      'tells a judge with a single score',
      rowsOf([4, 3, 5], [5, 5, null], [6, 4, null]),
      {},
      { warnings: ['SINGLE_SCORE_JUDGE'] },
    ],
  ])('%s', (_, rows, meta, expected) => {
    expect(report(rows, meta)).toMatchObject(expected);
  });

  it('finds thirds equal that floating point would part, whatever the weights', () => {
    const three = { views: [{ id: 'v', weights: { c: 0.1, d: 0.2, x: 0.3 } }] };
    const sheet = (judge: string, entry: string, ...scores: readonly number[]): Row[] =>
      ['c', 'd', 'x'].map((code, at) => [judge, entry, code, scores[at]]);
    const found = report(
      [
        ...sheet('a', 'p', 1, 2, 2),
        ...sheet('b', 'p', 3, 1, 2),
        ...sheet('a', 'q', 1, 2, 2),
        ...sheet('b', 'q', 2, 3, 1),
        ...sheet('a', 'r', 3, 1, 2),
        ...sheet('b', 'r', 1, 2, 2),
      ],
      three,
    );
    expect(found.plain_rank).toEqual({ p: 1, q: 1, r: 1 });
  });

  it('leaves out each judge in turn, and says so when nothing links the rest', () => {
    const found = report(
      rowsOf([9, 8, null], [7, 5, null], [8, null, 6], [6, null, 5], [1, 1, null], [2, null, 1]),
    );
    expect(found.leave_one_judge_out['j0']).toEqual({
      plain_top3: { ids: ['e0', 'e2'], cut_tie: true, tied: ['e1', 'e3'] },
      eb_top3: null,
    });
    expect(found.leave_one_judge_out['j1'].plain_top3.ids).toEqual(['e0', 'e1', 'e2']);
    expect(found.leave_one_judge_out['j1'].eb_top3).not.toBeNull();
  });

  it('for a crowd leaves out judges as it would with the full solution', () => {
    const crowd = Array.from({ length: 30 }, (_, entry) =>
      Array.from({ length: 210 }, (_unused, judge) =>
        (judge * 5 + entry * 7) % 13 < 2
          ? 1 + ((entry * 3 + judge * 11 + ((entry * judge) % 5)) % 10)
          : null,
      ),
    );
    const found = report(rowsOf(...crowd));
    for (const left of [0, 7, 209]) {
      const without = report(
        rowsOf(...crowd.map((row) => row.map((one, judge) => (judge === left ? null : one)))),
      );
      expect(found.leave_one_judge_out[`j${left}`]).toEqual({
        plain_top3: without.plain_top3,
        eb_top3: without.eb_top3,
      });
    }
  });

  it('keeps ids that mean something to the language', () => {
    const found = report([
      ['__proto__', 'constructor', 'c', 4],
      ['toString', 'constructor', 'c', 5],
    ]);
    expect(Object.keys(found.judges)).toEqual(['__proto__', 'toString']);
    expect(JSON.stringify(found)).toContain('"__proto__":{"n":1');
  });
});

describe('any table of scores', () => {
  const score = fc.option(fc.integer({ min: 1, max: 10 }), { freq: 5 });
  const table = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });

  it('gives the same bytes in whatever order the rows come, and finite numbers only', () => {
    fc.assert(
      fc.property(table, fc.nat(), (lines, turn) => {
        const rows = rowsOf(...lines);
        const shift = turn % (rows.length + 1);
        const turned = [...rows.slice(shift), ...rows.slice(0, shift)].reverse();
        const text = JSON.stringify(report(rows), (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'BROKEN' : value,
        );
        expect(JSON.stringify(report(turned))).toBe(text);
        expect(text).not.toContain('BROKEN');
      }),
      { numRuns: 25 },
    );
  });
});
