import { instantInOslo } from '@award/award';

/** An ISO instant as a `datetime-local` control shows it, on the clock of Oslo whatever the browser's zone. */
export function toOsloInput(instant: string | null): string {
  if (instant === null) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Oslo',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** The instant that was typed, or null when the control is empty or holds no whole date and time. */
export function fromOsloInput(value: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(value);
  if (!found) return null;
  const [, date = '', hour, minute] = found;
  return instantInOslo(date, Number(hour), Number(minute)).toISOString();
}
