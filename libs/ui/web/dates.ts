/**
 * Dates and times as Norwegians write them, always on the clock of Oslo. Instants are ISO strings
 * from the server; a plain date (`2021-01-01`) is a calendar day and is never moved by a time zone.
 */
import { inject, LOCALE_ID, Pipe, type PipeTransform } from '@angular/core';

export type DateStyle = 'long' | 'short' | 'weekday';

const ZONE = 'Europe/Oslo';
const TAGS: Readonly<Record<string, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `2. mars 2021`, `02.03.2021` or `tirsdag 2. mars 2021`. */
export function formatDate(value: string, locale: string, style: DateStyle = 'long'): string {
  const at = new Date(value);
  const timeZone = PLAIN_DATE.test(value) ? 'UTC' : ZONE;
  if (style === 'short') {
    const [year, month, day] = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at).split('-');
    return `${day}.${month}.${year}`;
  }
  const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const tag = tagOf(locale);
  const date = new Intl.DateTimeFormat(tag, long).format(at);
  return style === 'weekday'
    ? `${new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone }).format(at)} ${date}`
    : date;
}

/** `kl. 13.00`; in English `13:00`. Intl writes a colon in Norwegian too, so the parts are joined here. */
export function formatTime(value: string, locale: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).formatToParts(new Date(value));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return locale.startsWith('en')
    ? `${part('hour')}:${part('minute')}`
    : `kl.\u00a0${part('hour')}.${part('minute')}`;
}

/** `tirsdag 2. mars 2021 kl. 13.00`. */
export function formatDateTime(
  value: string,
  locale: string,
  style: DateStyle = 'weekday',
): string {
  const between = locale.startsWith('en') ? ' at ' : ' ';
  return `${formatDate(value, locale, style)}${between}${formatTime(value, locale)}`;
}

/** `15 000` with a hard space; in English `15,000`. At most `decimals` decimals, after a comma. */
export function formatNumber(value: number, locale: string, decimals = 0): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: decimals }).format(value);
}

function tagOf(locale: string): string {
  return TAGS[locale] ?? 'nb-NO';
}

@Pipe({ name: 'osloDate' })
export class OsloDate implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(value: string | null | undefined, style: DateStyle = 'long'): string {
    return value ? formatDate(value, this.locale, style) : '';
  }
}

@Pipe({ name: 'osloTime' })
export class OsloTime implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(value: string | null | undefined): string {
    return value ? formatTime(value, this.locale) : '';
  }
}

@Pipe({ name: 'osloDateTime' })
export class OsloDateTime implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(value: string | null | undefined, style: DateStyle = 'weekday'): string {
    return value ? formatDateTime(value, this.locale, style) : '';
  }
}

@Pipe({ name: 'grouped' })
export class Grouped implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(value: number | null | undefined, decimals = 0): string {
    return value === null || value === undefined ? '' : formatNumber(value, this.locale, decimals);
  }
}
