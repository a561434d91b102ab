/**
 * Deadlines are instants. Whoever asks brings the time at which the request was received, read
 * from the database's clock in the request's first statement; nothing here looks at a clock.
 */
const ZONE = 'Europe/Oslo';
const DAY = 24 * 60 * 60 * 1000;
const NOON = 12;

/** In time if and only if received at or before the deadline: the instant itself counts. */
export function receivedInTime(receivedAt: Date, deadline: Date): boolean {
  return receivedAt.getTime() <= deadline.getTime();
}

/** The calendar date in Oslo at an instant, as `YYYY-MM-DD`. */
export function dateInOslo(at: Date): string {
  const parts = osloParts(at);
  return isoDate(parts.year, parts.month, parts.day);
}

/** The instant of a wall-clock time in Oslo. `date` is `YYYY-MM-DD`, `hour` 0 to 23. */
export function instantInOslo(date: string, hour: number, minute = 0): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  const guess = new Date(wanted - offsetAt(new Date(wanted)));
  return new Date(wanted - offsetAt(guess));
}

/** Kl. 12.00 in Oslo on the first working day after the day of `after`. */
export function nextWorkingDayAtNoon(after: Date): Date {
  let day = Date.parse(`${dateInOslo(after)}T00:00:00Z`) + DAY;
  while (!isWorkingDay(isoOf(day))) day += DAY;
  return instantInOslo(isoOf(day), NOON);
}

/** Monday to Friday and not a Norwegian public holiday. `date` is `YYYY-MM-DD`. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(date.slice(0, 4))).includes(date);
}

/** The public holidays of a year, as `YYYY-MM-DD`. Sources: lov om helligdager, lov om 1. og 17. mai. */
export function publicHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const movable = [-3, -2, 0, 1, 39, 49, 50].map((days) => isoOf(easter + days * DAY));
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`);
  return [...new Set([...fixed, ...movable])].sort();
}

/** Easter Sunday of the Gregorian calendar by the anonymous algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}

function offsetAt(at: Date): number {
  const { year, month, day, hour, minute } = osloParts(at);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / 60_000) * 60_000;
}

const OSLO = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

function osloParts(at: Date) {
  const parts = OSLO.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

function isoOf(dayInUtc: number): string {
  return new Date(dayInUtc).toISOString().slice(0, 10);
}

function isoDate(year: number, month: number, day: number): string {
  return isoOf(Date.UTC(year, month - 1, day));
}
