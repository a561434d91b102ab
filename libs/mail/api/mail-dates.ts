import type { Language } from './mail.service';

const ZONE = 'Europe/Oslo';
const TAGS: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** `27. januar 2027` on the calendar of Oslo; in English `27 January 2027`. */
export function dateInWords(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone: ZONE }).format(at);
}

/** `torsdag 27. januar 2027 kl. 12.00` on the clock of Oslo; in English `Wednesday 27 January 2027 at 12:00`. */
export function whenInWords(at: Date, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAGS[language], { ...options, timeZone: ZONE }).format(at);
  const date = `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long', year: 'numeric' })}`;
  const [hour, minute] = new Intl.DateTimeFormat('sv-SE', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  })
    .format(at)
    .split(':');
  return language === 'en' ? `${date} at ${hour}:${minute}` : `${date} kl. ${hour}.${minute}`;
}
