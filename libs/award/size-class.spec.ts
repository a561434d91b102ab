import type { ClassStage } from './edition-phases';
import {
  DEFAULT_CLASSES,
  mayReclassify,
  mayUseClasses,
  populationAt,
  referenceDateFor,
  type SizeClass,
  sizeClassOf,
} from './size-class';
import { no, type Verdict, yes } from './verdict';

describe('the size class', () => {
  it.each<[string, number, string | null]>([
    ['nobody at all is small', 0, 'small'],
    ['Utsira with 215 is small', 215, 'small'],
    ['14 999 is small', 14_999, 'small'],
    ['exactly 15 000 is large', 15_000, 'large'],
    ['15 001 is large', 15_001, 'large'],
    ['Oslo is large', 728_714, 'large'],
    ['Malvik of 2024 is small', 14_783, 'small'],
    ['Malvik of 2025 is large', 15_023, 'large'],
    ['Malvik of 2026 is small again', 14_961, 'small'],
    ['Namsos of 2022 is large', 15_001, 'large'],
    ['Namsos of 2023 is small', 14_923, 'small'],
    ['Namsos of 2024 is large again', 15_083, 'large'],
    ['Eigersund of 2022 is small', 14_860, 'small'],
    ['Eigersund of 2023 is large', 15_011, 'large'],
    ['a part of a person belongs nowhere', 14_999.5, null],
    ['less than nobody belongs nowhere', -1, null],
    ['an unknown number belongs nowhere', Number.NaN, null],
  ])('%s', (_, population, expected) => {
    expect(sizeClassOf(population, DEFAULT_CLASSES)?.code ?? null).toBe(expected);
  });

  it('is null when the edition has no class for the number', () => {
    const middle = [{ code: 'middle', minPopulation: 500, maxPopulation: 5000 }];
    expect(sizeClassOf(499, middle)).toBe(null);
    expect(sizeClassOf(500, middle)?.code).toBe('middle');
    expect(sizeClassOf(5000, middle)).toBe(null);
    expect(sizeClassOf(20_000, [{ code: 'tiny', minPopulation: null, maxPopulation: 500 }])).toBe(
      null,
    );
  });
});

describe('the reference date', () => {
  it.each<[string, string, string]>([
    ['of a January deadline is a year back', '2021-01-27T11:00:00Z', '2020-01-01'],
    ['of a March deadline is the same year', '2019-03-15T11:00:00Z', '2019-01-01'],
    ['just before the figures are published is a year back', '2027-02-25T06:59:59Z', '2026-01-01'],
    ['as the figures are published is the same year', '2027-02-25T07:00:00Z', '2027-01-01'],
    ['of a deadline at new year in Oslo is of the old year', '2026-12-31T23:00:00Z', '2026-01-01'],
    ['of a deadline in December is the same year', '2026-12-15T11:00:00Z', '2026-01-01'],
  ])('%s', (_, deadline, expected) => {
    expect(referenceDateFor(new Date(deadline))).toBe(expected);
  });
});

describe('a population by date', () => {
  const malvik = [
    { date: '2024-01-01', population: 14_783 },
    { date: '2026-01-01', population: 14_961 },
    { date: '2025-01-01', population: 15_023 },
  ];

  it.each<[string, string, number | null]>([
    ['of the date is found', '2025-01-01', 15_023],
    ['of another day is unknown, not the year before', '2025-01-02', null],
    ['of a year without a figure is unknown', '2023-01-01', null],
  ])('%s', (_, date, expected) => {
    expect(populationAt(malvik, date)?.population ?? null).toBe(expected);
  });

  it('decides the class of Malvik year by year', () => {
    const classes = malvik.map(({ date }) => {
      const figure = populationAt(malvik, date);
      return figure && sizeClassOf(figure.population, DEFAULT_CLASSES)?.code;
    });
    expect(classes).toEqual(['small', 'small', 'large']);
  });
});

describe('the classes of an edition', () => {
  const one = (code: string, min: number | null, max: number | null): SizeClass => ({
    code,
    minPopulation: min,
    maxPopulation: max,
  });

  it.each<[string, readonly SizeClass[], Verdict]>([
    ['are good as this award has them', DEFAULT_CLASSES, yes],
    ['are good in any order', [...DEFAULT_CLASSES].reverse(), yes],
    ['may be one for all', [one('all', null, null)], yes],
    ['may be three', [one('s', null, 5000), one('m', 5000, 15_000), one('l', 15_000, null)], yes],
    ['leave no gap', [one('s', null, 14_000), one('l', 15_000, null)], no('classes-overlap')],
    ['do not overlap', [one('s', null, 16_000), one('l', 15_000, null)], no('classes-overlap')],
    ['begin at the bottom', [one('l', 15_000, null)], no('classes-overlap')],
    ['end at the top', [one('s', null, 15_000)], no('classes-overlap')],
    ['do not share a code', [one('a', null, 9), one('a', 9, null)], no('classes-overlap')],
    ['are at least one', [], no('classes-overlap')],
  ])('%s', (_, classes, expected) => {
    expect(mayUseClasses(classes)).toEqual(expected);
  });
});

describe('reclassifying an entry', () => {
  const move = (
    change: Partial<Parameters<typeof mayReclassify>[0]> = {},
  ): Parameters<typeof mayReclassify>[0] => ({
    from: 'small',
    to: 'large',
    classes: DEFAULT_CLASSES,
    stages: { small: 'waiting', large: 'waiting' } satisfies Record<string, ClassStage>,
    reason: 'The register was wrong',
    ...change,
  });

  it.each<[string, Parameters<typeof mayReclassify>[0], Verdict]>([
    ['is allowed before scoring, with a reason', move(), yes],
    ['needs a reason', move({ reason: ' ' }), no('reason-required')],
    ['goes to a class of the edition', move({ to: 'middle' }), no('unknown-class')],
    ['goes to another class', move({ to: 'small' }), no('unknown-class')],
    [
      'stops when its own class is scored',
      move({ stages: { small: 'scoring', large: 'waiting' } }),
      no('wrong-stage'),
    ],
    [
      'stops when the other class is scored',
      move({ stages: { small: 'waiting', large: 'deliberation' } }),
      no('wrong-stage'),
    ],
  ])('%s', (_, situation, expected) => {
    expect(mayReclassify(situation)).toEqual(expected);
  });
});
