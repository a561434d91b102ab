import fc from 'fast-check';
import {
  estimate,
  fitSeverity,
  type ScoreCell,
  type SeverityFit,
  type SeverityWarning,
} from './severity-model';
import { judgeMatrix } from './severity-solver';
import { type Spread, standardErrors } from './severity-spread';
import { choleskyFactor, inverseOf, solveWith } from './symmetric-matrix';

/** Cells from a table: one row per entry, one column per judge, null where nothing was scored. */
const cellsOf = (...rows: readonly (readonly (number | null)[])[]): ScoreCell[] =>
  rows.flatMap((row, entry) =>
    row.flatMap((value, judge) =>
      value === null ? [] : [{ entry: `e${entry}`, judge: `j${judge}`, value }],
    ),
  );

/** Six targets and four judges (Shrout and Fleiss 1979, table 2). */
const TEXTBOOK = cellsOf(
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
);

const numbersOf = (fit: SeverityFit) =>
  fit.entries.flatMap(({ plain, adjusted, fixed, se }) => [plain, adjusted, fixed, se ?? 0]);

/** The same model by turns: entries given judges, judges given entries, until nothing moves. */
function byTurns(cells: readonly ScoreCell[], gamma: number): ReadonlyMap<string, number> {
  const entries = new Map(cells.map(({ entry }) => [entry, 0]));
  const judges = new Map(cells.map(({ judge }) => [judge, 0]));
  const ridge = gamma === Infinity ? 0 : 1 / gamma;
  for (let turn = 0; turn < 4000; turn += 1) {
    for (const entry of entries.keys()) {
      const own = cells.filter((cell) => cell.entry === entry);
      const rest = own.reduce((sum, cell) => sum + cell.value - (judges.get(cell.judge) ?? 0), 0);
      entries.set(entry, rest / own.length);
    }
    for (const judge of judges.keys()) {
      const own = cells.filter((cell) => cell.judge === judge);
      const rest = own.reduce((sum, cell) => sum + cell.value - (entries.get(cell.entry) ?? 0), 0);
      judges.set(judge, rest / (own.length + ridge));
    }
  }
  return entries;
}

const LINKED = cellsOf(
  [6, 5, null, 4],
  [5, null, 3, 3],
  [null, 6, 4, 5],
  [4, 4, 2, null],
  [6, null, null, 2],
  [3, 2, 2, 1],
);

describe('the severity-adjusted mean', () => {
  it('finds the ratio of the textbook table', () => {
    const fit = fitSeverity(TEXTBOOK);
    expect(fit.noise).toBeCloseTo(1.0194, 4);
    expect(fit.gamma).toBeCloseTo(5.1449, 3);
    expect(fit.judges.map(({ effect }) => Math.sign(effect))).toEqual([1, -1, -1, 1]);
    expect(fit.judges.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 12);
  });

  it('is the plain mean when everybody has scored everything', () => {
    for (const { plain, adjusted, fixed } of fitSeverity(TEXTBOOK).entries) {
      expect(Math.abs(adjusted - plain)).toBeLessThan(1e-12);
      expect(Math.abs(fixed - plain)).toBeLessThan(1e-12);
    }
  });

  it('is what the model gives when it is solved another way', () => {
    const fit = fitSeverity(LINKED);
    expect(fit.gamma).toBeGreaterThan(0);
    expect(fit.gamma).toBeLessThan(Infinity);
    const adjusted = byTurns(LINKED, fit.gamma);
    const fixed = byTurns(LINKED, Infinity);
    const [base] = fit.entries;
    for (const one of fit.entries) {
      const apart = (levels: ReadonlyMap<string, number>) =>
        (levels.get(one.entry) ?? NaN) - (levels.get(base.entry) ?? NaN);
      expect(one.adjusted - base.adjusted).toBeCloseTo(apart(adjusted), 8);
      expect(one.fixed - base.fixed).toBeCloseTo(apart(fixed), 8);
    }
  });

  it('is shown at the level of the plain means', () => {
    const { entries } = fitSeverity(LINKED);
    const total = (pick: (one: (typeof entries)[number]) => number) =>
      entries.reduce((sum, one) => sum + pick(one), 0);
    expect(total(({ shown }) => shown)).toBeCloseTo(
      total(({ plain }) => plain),
      10,
    );
    const [first] = entries;
    for (const { shown, adjusted } of entries)
      expect(shown - adjusted).toBeCloseTo(first.shown - first.adjusted, 12);
  });

  it('is the plain mean less the mean effect of those who scored the entry', () => {
    const { entries, judges } = fitSeverity(LINKED);
    const first = judges.filter((_, at) => at !== 2);
    const mean = (pick: (one: (typeof judges)[number]) => number) =>
      first.reduce((sum, one) => sum + pick(one), 0) / 3;
    expect(entries[0].adjusted).toBeCloseTo(5 - mean(({ effect }) => effect), 12);
    expect(entries[0].fixed).toBeCloseTo(5 - mean(({ fixed }) => fixed), 12);
  });

  it('has the standard errors of the formula, by judge and by entry alike', () => {
    const many = cellsOf(
      ...Array.from({ length: 5 }, (_, entry) =>
        Array.from({ length: 204 }, (_unused, judge) =>
          (judge + entry) % 3 === 0 ? 1 + ((judge * 7 + entry * 5 + judge * entry) % 6) : null,
        ),
      ),
    );
    const crowd = fitSeverity(many);
    expect(crowd.spread?.of).toBe('entries');
    expect(crowd.gamma).toBeGreaterThan(0);
    const jury = {
      of: 'judges',
      covariance: inverseOf(judgeMatrix(crowd.design, 1 / crowd.gamma)),
    };
    const errors = standardErrors(crowd.design, jury as Spread);
    crowd.entries.forEach(({ se }, at) =>
      expect(se).toBeCloseTo(Math.sqrt(crowd.noise ?? NaN) * errors[at], 8),
    );
  });

  it('solves for many judges what it solves for few', () => {
    const many = cellsOf(
      ...Array.from({ length: 40 }, (_, entry) =>
        Array.from({ length: 170 }, (_unused, judge) =>
          (judge * 3 + entry * 7) % 11 < 2 ? 1 + ((judge * 7 + entry * 5) % 10) : null,
        ),
      ),
    );
    const { design, gamma } = fitSeverity(many);
    const estimates = estimate(design);
    const right = new Float64Array(design.judges.length);
    design.entries.forEach((_, entry) => {
      for (let cell = design.start[entry]; cell < design.start[entry + 1]; cell += 1)
        right[design.judgeOf[cell]] += design.value[cell] - estimates.means[entry];
    });
    for (const [ridge, found] of [
      [0, estimates.fixedEffects],
      [1 / gamma, estimates.effects],
    ] as const)
      solveWith(choleskyFactor(judgeMatrix(design, ridge)), right).forEach((value, at) =>
        expect(found[at]).toBeCloseTo(value, 9),
      );
  });

  it('lifts who was scored by the strict', () => {
    const strict = [5, 5, 5, 5].map((value, at) => [value, value - 2, at % 2 ? value : value - 2]);
    const { entries } = fitSeverity(
      cellsOf(...strict, [4, null, null], [null, 2, null], [6, 4, 6], [2, 1, 3]),
    );
    const [, , , , byMild, byStrict] = entries;
    expect(byStrict.adjusted - byMild.adjusted).toBeGreaterThan(byStrict.plain - byMild.plain);
  });

  it('has the standard error of a mean where judges do not differ', () => {
    const fit = fitSeverity(cellsOf([1, 2], [2, 1], [4, 5], [5, 4]));
    expect(fit.gamma).toBe(0);
    for (const { se } of fit.entries) {
      expect(se).toBeCloseTo(Math.sqrt(((fit.noise ?? NaN) / 2) * (1 - 1 / 4)), 12);
    }
  });

  it.each<[string, ScoreCell[], readonly SeverityWarning[], Partial<SeverityFit>]>([
    ['of a whole table are none', TEXTBOOK, [], { components: 1 }],
    [
      'of nothing are that nothing can be estimated',
      [],
      ['severity-not-estimable'],
      { entries: [] },
    ],
    [
      'of one judge are that there is one',
      cellsOf([3], [5]),
      ['one-judge', 'severity-not-estimable'],
      { gamma: 0, noise: null },
    ],
    [
      'of one judge per entry are that nothing can be estimated',
      cellsOf([3, null], [null, 5]),
      ['disconnected', 'single-score-judge', 'severity-not-estimable'],
      { gamma: 0, noise: null },
    ],
    [
      'of scores that are all equal are that nothing differs',
      cellsOf([4, 4], [4, 4], [4, 4]),
      ['no-variance'],
      { gamma: 0, noise: 0 },
    ],
    [
      'of scores that differ by the judge alone are none, and the ratio is infinite',
      cellsOf([4, 3], [5, 4], [6, 5]),
      [],
      { gamma: Infinity, noise: 0 },
    ],
    [
      'of two groups that nothing links are that they are apart',
      cellsOf([4, 3, null, null], [5, 5, null, null], [null, null, 1, 2], [null, null, 2, 2]),
      ['disconnected'],
      { components: 2 },
    ],
    [
      'of a judge with one score are that there is one',
      cellsOf([4, 3, 5], [5, 5, null], [6, 4, null]),
      ['single-score-judge'],
      { components: 1 },
    ],
  ])('the warnings %s', (_, cells, warnings, expected) => {
    const fit = fitSeverity(cells);
    expect(fit.warnings).toEqual(warnings);
    expect(fit).toMatchObject(expected);
    expect(numbersOf(fit).every(Number.isFinite)).toBe(true);
  });

  it('puts groups that nothing links each at its own level', () => {
    const fit = fitSeverity(
      cellsOf([6, 5, null, null], [5, 5, null, null], [null, null, 1, 2], [null, null, 2, 2]),
    );
    expect(fit.entries.map(({ component }) => component)).toEqual([0, 0, 1, 1]);
    expect(fit.judges.map(({ component }) => component)).toEqual([0, 0, 1, 1]);
    for (const { plain, adjusted } of fit.entries) expect(adjusted).toBeCloseTo(plain, 12);
  });
});

describe('any table of scores', () => {
  const score = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 5 });
  const table = fc.array(fc.array(score, { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  });

  it('leaves least squares as they are when a judge adds a constant to all own scores', () => {
    const whole = fc.array(
      fc.array(score, { minLength: 4, maxLength: 4 }).filter((row) => row.some((one) => one)),
      { minLength: 3, maxLength: 8 },
    );
    fc.assert(
      fc.property(whole, fc.integer({ min: -3, max: 3 }), (rows, shift) => {
        const cells = cellsOf(...rows);
        const moved = cells.map((one) =>
          one.judge === 'j1' ? { ...one, value: one.value + shift } : one,
        );
        const before = fitSeverity(cells);
        const after = fitSeverity(moved);
        if (before.components > 1) return;
        const [base] = before.entries;
        const [movedBase] = after.entries;
        before.entries.forEach((one, at) =>
          expect(after.entries[at].fixed - movedBase.fixed).toBeCloseTo(one.fixed - base.fixed, 8),
        );
      }),
    );
  });

  it('does not depend on what judges and entries are called', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const cells = cellsOf(...rows);
        const renamed = cells.map(({ judge, entry, value }) => ({
          judge: `z${9 - Number(judge.slice(1))}`,
          entry: `y${9 - Number(entry.slice(1))}`,
          value,
        }));
        const after = new Map(fitSeverity(renamed).entries.map((one) => [one.entry, one]));
        for (const { entry, adjusted, se } of fitSeverity(cells).entries) {
          const same = after.get(`y${9 - Number(entry.slice(1))}`);
          expect(same?.adjusted).toBeCloseTo(adjusted, 9);
          if (se === null) expect(same?.se).toBeNull();
          else expect(same?.se).toBeCloseTo(se, 9);
        }
      }),
    );
  });

  it('gives finite numbers, effects that sum to zero, and the same whatever the order', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const cells = cellsOf(...rows);
        const fit = fitSeverity(cells);
        expect(numbersOf(fit).every(Number.isFinite)).toBe(true);
        for (let component = 0; component < fit.components; component += 1) {
          const own = fit.judges.filter((one) => one.component === component);
          expect(own.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 8);
        }
        const turned = fitSeverity([...cells].reverse());
        turned.entries.forEach((one, at) => {
          expect(one.entry).toBe(fit.entries[at].entry);
          expect(one.adjusted).toBeCloseTo(fit.entries[at].adjusted, 8);
        });
      }),
    );
  });

  it('is the plain mean wherever it is complete', () => {
    const whole = fc.array(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(whole, (rows) => {
        for (const { plain, adjusted } of fitSeverity(cellsOf(...rows)).entries) {
          expect(Math.abs(adjusted - plain)).toBeLessThan(1e-12);
        }
      }),
    );
  });
});
