const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Begins to measure; answers the milliseconds gone since. One clock may stand still while the machine sleeps, the other may
 * be put back: the longer of the two counts, so that nobody is told of more time than there is.
 */
export function stopwatch(): () => number {
  const [clock, steady] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - clock, performance.now() - steady);
}

/** How long in words, from milliseconds left. The two largest units are enough to plan by. */
export function timeLeft(left: number): string {
  if (left <= 0) return $localize`:@@ui.countdown.over:Tiden er ute`;
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 3) return $localize`:@@ui.countdown.days:${days}:days: dager igjen`;
  if (days > 0) {
    return $localize`:@@ui.countdown.days-hours:${daysInWords(days)}:days: og ${hoursInWords(hours)}:hours: igjen`;
  }
  if (hours > 0) {
    return $localize`:@@ui.countdown.hours-minutes:${hoursInWords(hours)}:hours: og ${minutesInWords(minutes)}:minutes: igjen`;
  }
  if (minutes > 0) {
    return $localize`:@@ui.countdown.minutes:${minutesInWords(minutes)}:minutes: igjen`;
  }
  return $localize`:@@ui.countdown.last-minute:Mindre enn ett minutt igjen`;
}

function daysInWords(days: number): string {
  return days === 1
    ? $localize`:@@ui.countdown.one-day:1 dag`
    : $localize`:@@ui.countdown.many-days:${days}:days: dager`;
}

function hoursInWords(hours: number): string {
  return hours === 1
    ? $localize`:@@ui.countdown.one-hour:1 time`
    : $localize`:@@ui.countdown.many-hours:${hours}:hours: timer`;
}

function minutesInWords(minutes: number): string {
  return minutes === 1
    ? $localize`:@@ui.countdown.one-minute:1 minutt`
    : $localize`:@@ui.countdown.many-minutes:${minutes}:minutes: minutter`;
}
