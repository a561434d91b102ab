import { fromOsloInput, toOsloInput } from './oslo-input';

describe('a date and time in a form', () => {
  it.each([
    ['winter', '2027-01-27T11:00:00.000Z', '2027-01-27T12:00'],
    ['summer', '2027-06-01T10:30:00.000Z', '2027-06-01T12:30'],
    ['midnight', '2026-12-31T23:00:00.000Z', '2027-01-01T00:00'],
  ])('is on the clock of Oslo in %s', (_case, instant, shown) => {
    expect(toOsloInput(instant)).toBe(shown);
    expect(fromOsloInput(shown)).toBe(instant);
  });

  it.each(['', 'i morgen', '2027-01-27'])('is not set by %j', (typed) => {
    expect(fromOsloInput(typed)).toBeNull();
  });

  it('shows nothing for what is not decided', () => {
    expect(toOsloInput(null)).toBe('');
  });
});
