import { formatDate, formatDateTime, formatNumber, formatTime } from './dates';

describe('dates and times', () => {
  it.each([
    ['a day in words', formatDate('2021-03-02', 'nb'), '2. mars 2021'],
    ['a day in figures, with points', formatDate('2021-03-02', 'nb', 'short'), '02.03.2021'],
    ['a weekday', formatDate('2021-03-02', 'nb', 'weekday'), 'tirsdag 2. mars 2021'],
    ['nynorsk', formatDate('2021-03-02', 'nn', 'weekday'), 'tysdag 2. mars 2021'],
    ['English', formatDate('2021-03-02', 'en', 'weekday'), 'Tuesday 2 March 2021'],
    [
      'the day in Oslo, not in Greenwich',
      formatDate('2021-01-27T23:30:00Z', 'nb'),
      '28. januar 2021',
    ],
    ['a time with a point', formatTime('2021-01-27T12:00:00Z', 'nb'), 'kl.\u00a013.00'],
    ['summer time', formatTime('2021-07-01T12:00:00Z', 'nn'), 'kl.\u00a014.00'],
    ['midnight', formatTime('2021-01-27T23:00:00Z', 'nb'), 'kl.\u00a000.00'],
    ['an English time', formatTime('2021-01-27T12:00:00Z', 'en'), '13:00'],
    ['both', formatDateTime('2021-01-27T11:00:00Z', 'nb'), 'onsdag 27. januar 2021 kl.\u00a012.00'],
    [
      'both in English',
      formatDateTime('2021-01-27T11:00:00Z', 'en', 'long'),
      '27 January 2021 at 12:00',
    ],
  ])('%s', (_, written, expected) => {
    expect(written).toBe(expected);
  });

  it('does not move a plain date to the day before', () => {
    expect(formatDate('2020-01-01', 'nb')).toBe('1. januar 2020');
  });
});

describe('numbers', () => {
  it.each([
    [15000, 'nb', 0, '15\u00a0000'],
    [2200, 'nn', 0, '2\u00a0200'],
    [15000, 'en', 0, '15,000'],
    [4.25, 'nb', 1, '4,3'],
    [0, 'nb', 0, '0'],
  ])('%d in %s with %d decimals is %s', (value, locale, decimals, expected) => {
    expect(formatNumber(value, locale, decimals)).toBe(expected);
  });
});
