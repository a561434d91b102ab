/**
 * Whether the facts of a register fit together. It answers with every problem it finds, so that a
 * refresh can be refused with all its reasons at once.
 */
import { isOrganisationNumber } from '@award/award';
import { isDate } from './register-files';
import { inForceOn } from './register-state';
import type { RegisterMunicipality, RegisterState, RegisterVersion } from './register-state';

export type RegisterProblemCode =
  | 'key-repeated'
  | 'no-version'
  | 'bad-date'
  | 'validity-empty'
  | 'validity-overlaps'
  | 'validity-gap'
  | 'number-not-four-digits'
  | 'number-used-twice'
  | 'county-not-prefix'
  | 'county-two-names'
  | 'organisation-number-wrong'
  | 'organisation-number-repeated'
  | 'population-unknown-municipality'
  | 'population-not-1-january'
  | 'population-not-a-count'
  | 'population-repeated'
  | 'population-not-in-force'
  | 'population-missing'
  | 'succession-unknown-municipality'
  | 'succession-to-itself'
  | 'succession-repeated'
  | 'succession-share-wrong'
  | 'succession-date-wrong'
  | 'wrong-number-of-municipalities'
  | 'wrong-national-total';

export interface RegisterProblem {
  readonly code: RegisterProblemCode;
  /** What it is about, in a form for logs: a key, a number, a date, or figures. */
  readonly about: string;
}

/** What a register must add up to: municipalities in force and residents of the country, by date. */
export interface RegisterExpectations {
  readonly municipalities: Readonly<Record<string, number>>;
  readonly nationalTotals: Readonly<Record<string, number>>;
}

/**
 * The shipped register adds up to this. Residents of Norway on 1 January.
 * Source: Statistisk sentralbyrå, tabell 07459; number of municipalities: Klass 131.
 */
export const SHIPPED_EXPECTATIONS: RegisterExpectations = {
  municipalities: {
    '2019-01-01': 422,
    '2019-12-31': 422,
    '2020-01-01': 356,
    '2023-12-31': 356,
    '2024-01-01': 357,
    '2026-01-01': 357,
  },
  nationalTotals: {
    '2019-01-01': 5_328_212,
    '2020-01-01': 5_367_580,
    '2021-01-01': 5_391_369,
    '2022-01-01': 5_425_270,
    '2023-01-01': 5_488_984,
    '2024-01-01': 5_550_203,
    '2025-01-01': 5_594_340,
    '2026-01-01': 5_627_400,
  },
};

/** Every problem of the register, in a steady order; an empty list means that it may be used. */
export function checkRegister(
  state: RegisterState,
  expected?: RegisterExpectations,
): RegisterProblem[] {
  return [
    ...state.municipalities.flatMap(problemsOfOne),
    ...repeated(state.municipalities.map(({ key }) => key)).map(problem('key-repeated')),
    ...repeated(
      state.municipalities.flatMap(({ organisationNumber }) => organisationNumber ?? []),
    ).map(problem('organisation-number-repeated')),
    ...problemsOfNumbers(state),
    ...problemsOfCounties(state),
    ...problemsOfPopulations(state),
    ...problemsOfSuccessions(state),
    ...(expected === undefined ? [] : problemsOfSums(state, expected)),
  ];
}

function problem(code: RegisterProblemCode): (about: string) => RegisterProblem {
  return (about) => ({ code, about });
}

function problemsOfOne({ key, organisationNumber, versions }: RegisterMunicipality) {
  const found: RegisterProblem[] = [];
  const say = (code: RegisterProblemCode, about = key) => found.push({ code, about });
  if (versions.length === 0) say('no-version');
  if (organisationNumber !== null && !isOrganisationNumber(organisationNumber))
    say('organisation-number-wrong', `${key}: ${organisationNumber}`);
  versions.forEach((version, at) => {
    const about = `${key}: ${version.number} from ${version.validFrom}`;
    const { number, countyNumber, validFrom, validTo } = version;
    if (!/^\d{4}$/.test(number)) say('number-not-four-digits', about);
    if (!number.startsWith(countyNumber) || countyNumber.length !== 2)
      say('county-not-prefix', about);
    if (!isDate(validFrom) || (validTo !== null && !isDate(validTo))) say('bad-date', about);
    if (validTo !== null && validTo <= validFrom) say('validity-empty', about);
    const next = versions[at + 1];
    if (next === undefined) return;
    if (validTo === null || validTo > next.validFrom) say('validity-overlaps', about);
    else if (validTo < next.validFrom) say('validity-gap', about);
  });
  return found;
}

function problemsOfNumbers(state: RegisterState): RegisterProblem[] {
  const byNumber = new Map<string, RegisterVersion[]>();
  for (const { versions } of state.municipalities)
    for (const version of versions)
      byNumber.set(version.number, [...(byNumber.get(version.number) ?? []), version]);
  return [...byNumber].flatMap(([number, versions]) => {
    const sorted = versions.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
    return sorted
      .filter((version, at) => {
        const before = sorted[at - 1];
        if (before === undefined) return false;
        return before.validTo === null || before.validTo > version.validFrom;
      })
      .map(({ validFrom }) => problem('number-used-twice')(`${number} from ${validFrom}`));
  });
}

/** A county number has one name at a time; seen on every date on which a version begins. */
function problemsOfCounties(state: RegisterState): RegisterProblem[] {
  return startDates(state).flatMap((date) => {
    const names = new Map<string, Set<string>>();
    for (const { version } of inForceOn(state, date)) {
      const known = names.get(version.countyNumber) ?? new Set<string>();
      names.set(version.countyNumber, known.add(version.countyName));
    }
    return [...names]
      .filter(([, known]) => known.size > 1)
      .map(([county, known]) => `${county} on ${date}: ${[...known].join(', ')}`)
      .map(problem('county-two-names'));
  });
}

function startDates(state: RegisterState): string[] {
  const dates = state.municipalities.flatMap(({ versions }) =>
    versions.map(({ validFrom }) => validFrom),
  );
  return [...new Set(dates)].sort();
}

function problemsOfPopulations(state: RegisterState): RegisterProblem[] {
  const byKey = new Map(state.municipalities.map((one) => [one.key, one]));
  const found: RegisterProblem[] = [];
  const counted = new Map<string, Set<string>>();
  for (const { key, date, count } of state.populations) {
    const about = `${key} on ${date}`;
    const municipality = byKey.get(key);
    const inForce = municipality?.versions.some(
      ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date < validTo),
    );
    if (municipality === undefined) found.push({ code: 'population-unknown-municipality', about });
    else if (!inForce) found.push({ code: 'population-not-in-force', about });
    if (!isDate(date) || !date.endsWith('-01-01'))
      found.push({ code: 'population-not-1-january', about });
    if (!Number.isInteger(count) || count < 0)
      found.push({ code: 'population-not-a-count', about: `${about}: ${count}` });
    const keys = counted.get(date) ?? new Set<string>();
    if (keys.has(key)) found.push({ code: 'population-repeated', about });
    counted.set(date, keys.add(key));
  }
  for (const [date, keys] of counted)
    for (const { municipality } of inForceOn(state, date))
      if (!keys.has(municipality.key))
        found.push({ code: 'population-missing', about: `${municipality.key} on ${date}` });
  return found;
}

function problemsOfSuccessions(state: RegisterState): RegisterProblem[] {
  const byKey = new Map(state.municipalities.map((one) => [one.key, one]));
  const pairs = state.successions.map(({ from, to }) => `${from} to ${to}`);
  const found = repeated(pairs).map(problem('succession-repeated'));
  for (const { from, to, date, share, kind } of state.successions) {
    const about = `${from} to ${to}`;
    const [giver, taker] = [byKey.get(from), byKey.get(to)];
    if (giver === undefined || taker === undefined) {
      found.push({ code: 'succession-unknown-municipality', about });
      continue;
    }
    if (from === to) found.push({ code: 'succession-to-itself', about });
    if (share !== null && !(share > 0 && share <= 1))
      found.push({ code: 'succession-share-wrong', about });
    const ends = giver.versions.at(-1)?.validTo === date;
    const begins = taker.versions[0]?.validFrom === date;
    const fits = kind === 'merged' || kind === 'divided' ? ends : begins;
    if (!fits) found.push({ code: 'succession-date-wrong', about: `${about} on ${date}` });
  }
  return found;
}

function problemsOfSums(state: RegisterState, expected: RegisterExpectations): RegisterProblem[] {
  const counts = Object.entries(expected.municipalities)
    .map(([date, wanted]) => ({ date, wanted, found: inForceOn(state, date).length }))
    .filter(({ wanted, found }) => wanted !== found)
    .map(({ date, wanted, found }) => `${date}: ${found}, not ${wanted}`);
  const totals = Object.entries(expected.nationalTotals)
    .map(([date, wanted]) => ({ date, wanted, found: nationalTotal(state, date) }))
    .filter(({ wanted, found }) => wanted !== found)
    .map(({ date, wanted, found }) => `${date}: ${found}, not ${wanted}`);
  return [
    ...counts.map(problem('wrong-number-of-municipalities')),
    ...totals.map(problem('wrong-national-total')),
  ];
}

/** The residents of the whole country on a 1 January: the sum of what the register has for that date. */
export function nationalTotal(state: RegisterState, date: string): number {
  return state.populations
    .filter((figure) => figure.date === date)
    .reduce((sum, { count }) => sum + count, 0);
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
