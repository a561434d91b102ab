import { reminderDue, type ReminderCode } from './reminder-times';

const DEADLINE = new Date('2027-01-27T11:00:00.000Z');
const LONG_AGO = new Date('2026-12-01T11:00:00.000Z');
const SECOND = 1000;
const before = (hours: number, seconds = 0) =>
  new Date(DEADLINE.getTime() - hours * 3600 * SECOND + seconds * SECOND);

describe('the reminder that is due', () => {
  it.each<[string, Date, ReminderCode | null]>([
    ['a second before the first', before(168, -1), null],
    ['a week ahead', before(168), 'week'],
    ['a second after that', before(168, 1), 'week'],
    ['a second before the second', before(48, -1), 'week'],
    ['two days ahead', before(48), 'two-days'],
    ['a day and a second ahead', before(24, -1), 'two-days'],
    ['a day ahead', before(24), 'last-day'],
    ['a second before the deadline', before(0, -1), 'last-day'],
    ['at the deadline', DEADLINE, null],
    ['after it', before(-1), null],
  ])('%s', (_case, now, expected) => {
    expect(reminderDue(now, DEADLINE, LONG_AGO)).toBe(expected);
  });

  it.each<[string, Date, Date, ReminderCode | null]>([
    ['who began after the week waits for two days', before(100), before(120), null],
    ['who began after the week is reminded two days ahead', before(47), before(120), 'two-days'],
    ['who began on the last day is left in peace', before(2), before(20), null],
    ['who began at the very time is left in peace', before(24), before(24), null],
  ])('%s', (_case, now, begunAt, expected) => {
    expect(reminderDue(now, DEADLINE, begunAt)).toBe(expected);
  });
});
