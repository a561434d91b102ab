import {
  dateInOslo,
  instantInOslo,
  isWorkingDay,
  nextWorkingDayAtNoon,
  publicHolidays,
  receivedInTime,
} from './deadline';

const at = (iso: string) => new Date(iso);

describe('the deadline', () => {
  const deadline = at('2027-01-27T11:00:00.000Z');

  it.each<[string, string, boolean]>([
    ['one second before is in time', '2027-01-27T10:59:59.000Z', true],
    ['the instant itself is in time', '2027-01-27T11:00:00.000Z', true],
    ['one millisecond late is late', '2027-01-27T11:00:00.001Z', false],
    ['one second late is late', '2027-01-27T11:00:01.000Z', false],
  ])('%s', (_, received, expected) => {
    expect(receivedInTime(at(received), deadline)).toBe(expected);
  });
});

describe('wall-clock time in Oslo', () => {
  it.each<[string, string, number, string]>([
    ['noon in winter is 11 in UTC', '2027-01-27', 12, '2027-01-27T11:00:00.000Z'],
    ['noon in summer is 10 in UTC', '2027-07-01', 12, '2027-07-01T10:00:00.000Z'],
    ['noon on the day summer time begins', '2027-03-28', 12, '2027-03-28T10:00:00.000Z'],
    ['noon on the day summer time ends', '2027-10-31', 12, '2027-10-31T11:00:00.000Z'],
    ['midnight on the day summer time begins', '2027-03-28', 0, '2027-03-27T23:00:00.000Z'],
    ['four in the morning after it ended', '2027-10-31', 4, '2027-10-31T03:00:00.000Z'],
  ])('%s', (_, date, hour, expected) => {
    expect(instantInOslo(date, hour).toISOString()).toBe(expected);
  });

  it('counts minutes too', () => {
    expect(instantInOslo('2027-03-02', 13, 30).toISOString()).toBe('2027-03-02T12:30:00.000Z');
  });

  it.each<[string, string, string]>([
    ['late in the evening in UTC is the next day', '2027-01-26T23:30:00Z', '2027-01-27'],
    ['new year comes an hour early', '2026-12-31T23:00:00Z', '2027-01-01'],
    ['in summer two hours early', '2027-06-30T22:00:00Z', '2027-07-01'],
    ['just before, it is still the old day', '2027-06-30T21:59:59Z', '2027-06-30'],
  ])('%s', (_, instant, expected) => {
    expect(dateInOslo(at(instant))).toBe(expected);
  });
});

describe('the public holidays', () => {
  it.each<[number, string, string]>([
    [2021, '2021-04-04', 'Easter Sunday'],
    [2025, '2025-04-20', 'Easter Sunday'],
    [2026, '2026-04-05', 'Easter Sunday'],
    [2027, '2027-03-28', 'Easter Sunday'],
    [1900, '1900-04-15', 'Easter Sunday of another century'],
    [1954, '1954-04-18', 'Easter Sunday a week before the plain reckoning'],
    [1981, '1981-04-19', 'Easter Sunday a week before the plain reckoning'],
    [2100, '2100-03-28', 'Easter Sunday of the next century'],
    [2200, '2200-04-06', 'Easter Sunday of the century after'],
    [2285, '2285-03-22', 'the earliest possible Easter Sunday'],
    [2300, '2300-04-08', 'Easter Sunday of the one after that'],
    [2038, '2038-04-25', 'the latest possible Easter Sunday'],
    [2027, '2027-05-06', 'Ascension Day'],
    [2027, '2027-05-17', 'Constitution Day, also Whit Monday that year'],
  ])('of %i hold %s, %s', (year, date) => {
    expect(publicHolidays(year)).toContain(date);
  });

  it('are twelve, each once also where two fall together', () => {
    expect(publicHolidays(2026)).toHaveLength(12);
    expect(publicHolidays(2027)).toHaveLength(11);
  });

  it.each<[string, string, boolean]>([
    ['a Wednesday is a working day', '2027-01-27', true],
    ['a Saturday is not', '2027-01-30', false],
    ['a Sunday is not', '2027-01-31', false],
    ['Maundy Thursday is not', '2027-03-25', false],
    ['the Wednesday before Easter is', '2027-03-24', true],
    ['Christmas Eve is', '2026-12-24', true],
  ])('%s', (_, date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });
});

describe('the next working day at noon', () => {
  it.each<[string, string, string]>([
    ['after a Wednesday is Thursday', '2027-01-27T11:00:00Z', '2027-01-28T11:00:00.000Z'],
    ['after a Friday is Monday', '2027-01-29T11:00:00Z', '2027-02-01T11:00:00.000Z'],
    [
      'after the Wednesday before Easter is Tuesday',
      '2027-03-24T11:00:00Z',
      '2027-03-30T10:00:00.000Z',
    ],
    [
      'after late Thursday evening in Oslo is Monday',
      '2027-01-28T23:30:00Z',
      '2027-02-01T11:00:00.000Z',
    ],
    [
      'after early morning is still the day after',
      '2027-01-27T05:00:00Z',
      '2027-01-28T11:00:00.000Z',
    ],
    [
      'after the day before Christmas Eve is Christmas Eve',
      '2026-12-23T11:00:00Z',
      '2026-12-24T11:00:00.000Z',
    ],
    ['after Christmas Eve is the Monday after', '2026-12-24T11:00:00Z', '2026-12-28T11:00:00.000Z'],
  ])('%s', (_, after, expected) => {
    expect(nextWorkingDayAtNoon(at(after)).toISOString()).toBe(expected);
  });
});
