import type { Language } from '@award/mail/api';
import type { DataAboutView, DataSection } from '@award/privacy/contract';
import { privacyWords } from './privacy-words';

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ccc}h2{margin-top:2rem}.wide{overflow-x:auto}';

/**
 * What is held about a person as one page that opens anywhere, can be printed, and asks nothing of the network. The time
 * it was made stands in its name, so that what says the same is the same.
 */
export function dataDocument(
  { emails, sections, keptBack }: DataAboutView,
  language: Language,
): string {
  const words = privacyWords[language];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${safe(words.heading)}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>`,
    `<h1>${safe(words.heading)}</h1><p>${safe(words.lead)} ${safe(emails.join(', '))}</p>`,
    ...sections.map((section) => sectionOf(section, language)),
    `<h2>${safe(words.keptBackHeading)}</h2><ul>${keptBack.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`,
    '</body></html>',
  ].join('\n');
}

function sectionOf({ title, rows }: DataSection, language: Language): string {
  const { columns } = privacyWords[language];
  const names = Object.keys(rows[0] ?? {});
  return [
    `<h2>${safe(title)}</h2><div class="wide"><table><thead><tr>`,
    ...names.map((name) => `<th scope="col">${safe(columns[name] ?? name)}</th>`),
    '</tr></thead><tbody>',
    ...rows.map(
      (row) =>
        `<tr>${names.map((name) => `<td>${safe(inWords(row[name] ?? null, language))}</td>`).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('');
}

/** A value as it is read. */
export function inWords(value: DataSection['rows'][number][string], language: Language): string {
  const { yes, no } = privacyWords[language];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  return timed(String(value), language);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LOCALE: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

function timed(value: string, language: Language): string {
  if (!INSTANT.test(value)) return value;
  return new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: 'Europe/Oslo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(value));
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
