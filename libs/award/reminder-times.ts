/**
 * When a municipality that has begun is reminded of the deadline by the clock: a week, two days and
 * one day ahead. Who was away for one reminder gets only the next: nobody is written to twice at once.
 */
const HOUR = 60 * 60 * 1000;

export const REMINDER_TIMES = [
  { code: 'week', hoursBefore: 7 * 24 },
  { code: 'two-days', hoursBefore: 48 },
  { code: 'last-day', hoursBefore: 24 },
] as const;

export type ReminderCode = (typeof REMINDER_TIMES)[number]['code'];

/**
 * The reminder that is due at an instant of the award's clock; null before the first and from the
 * deadline on. `begunAt`: whoever began after a reminder's time has nothing to be reminded of yet.
 */
export function reminderDue(now: Date, deadline: Date, begunAt: Date): ReminderCode | null {
  if (now.getTime() >= deadline.getTime()) return null;
  const at = (hours: number) => deadline.getTime() - hours * HOUR;
  const due = REMINDER_TIMES.findLast(({ hoursBefore }) => at(hoursBefore) <= now.getTime());
  return due && begunAt.getTime() < at(due.hoursBefore) ? due.code : null;
}
