import * as fc from 'fast-check';
import { type IndustryFigures, shiftShare } from './shift-share';

const row = (
  industry: string,
  first: number | null,
  last: number | null,
  countryFirst: number | null,
  countryLast: number | null,
): IndustryFigures => ({ industry, first, last, countryFirst, countryLast });

describe('the parts of growth in jobs', () => {
  it('are as worked out by hand', () => {
    const found = shiftShare([
      row('industry', 100, 130, 1000, 900),
      row('care', 100, 110, 1000, 1300),
    ]);
    expect(found).toMatchObject({ first: 200, last: 240, leftOut: [] });
    expect(found?.countryGrowth).toBeCloseTo(0.1, 12);
    expect(found?.national).toBeCloseTo(20, 10);
    expect(found?.mix).toBeCloseTo(0, 10);
    expect(found?.own).toBeCloseTo(20, 10);
  });

  it('give the mix its due when the municipality has the industries that grow', () => {
    const found = shiftShare([
      row('care', 100, 130, 1000, 1300),
      row('industry', 0, 0, 1000, 1000),
    ]);
    expect(found?.national).toBeCloseTo(15, 10);
    expect(found?.mix).toBeCloseTo(15, 10);
    expect(found?.own).toBeCloseTo(0, 10);
  });

  it('leave an industry with a missing figure out of every sum, and say which', () => {
    const whole = [row('care', 100, 130, 1000, 1300)];
    const found = shiftShare([
      ...whole,
      row('withheld', null, 5, 10, 10),
      row('new', 0, 5, 0, 10),
      row('unknown', 5, 5, 10, null),
    ]);
    expect(found).toEqual({ ...shiftShare(whole), leftOut: ['withheld', 'new', 'unknown'] });
  });

  it.each([
    ['nothing', []],
    ['no jobs at first', [row('care', 0, 5, 10, 10)]],
    ['figures that are all missing', [row('care', null, null, 10, 10)]],
  ])('are unknown for %s', (_case, rows) => {
    expect(shiftShare(rows)).toBeNull();
  });

  it('always add up to the growth', () => {
    const count = fc.integer({ min: 0, max: 100_000 });
    const rows = fc.array(
      fc.record({
        industry: fc.string(),
        first: fc.option(count),
        last: fc.option(count),
        countryFirst: fc.option(count),
        countryLast: fc.option(count),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (industries) => {
        const found = shiftShare(industries);
        if (found === null) return;
        const parts = found.national + found.mix + found.own;
        expect(Math.abs(parts - (found.last - found.first))).toBeLessThan(1e-3);
      }),
    );
  });
});
