import { characters, RELEASE_TEXT_LIMITS } from '@award/award';
import type { Language } from '../public-language';

interface PressWords {
  sample: string;
  finalistsTitle: (award: string) => string;
  finalistsLead: (names: string, entries: number) => string;
  winnersTitle: (winners: string, award: string) => string;
  /** Where there is no room for the award's name. */
  winnersAlone: (winners: string) => string;
  winner: (name: string, county: string, className: string) => string;
  classOf: (className: string, names: string) => string;
  justified: (name: string, text: string) => string;
  corrected: (date: string, note: string) => string;
  about: string;
  and: string;
}

/** The texts for the press. One sentence a line; the names and numbers come from the release. */
export const PRESS_WORDS: Readonly<Record<Language, PressWords>> = {
  nb: {
    sample: 'EKSEMPELDATA',
    finalistsTitle: (award) => `Finalistene er klare: ${award}`,
    finalistsLead: (names, entries) =>
      `${names} er finalister. ${entries} kommuner stilte i år, og juryen fra KS og NHO har valgt finalistene i hver kategori.`,
    winnersTitle: (winners, award) => `${winners} vant: ${award}`,
    winnersAlone: (winners) => `${winners} vant`,
    winner: (name, county, className) => `${name} i ${county} vant i kategorien ${className}.`,
    classOf: (className, names) => `${className}: ${names}.`,
    justified: (name, text) => `Juryen om ${name}: «${text}»`,
    corrected: (date, note) => `Rettet ${date}: ${note}`,
    about:
      'KS er kommunesektorens organisasjon, og NHO er Næringslivets Hovedorganisasjon. Sammen deler de ut prisen til kommuner som er gode verter for næringslivet. Kommuner med færre enn 15 000 innbyggere og kommuner med 15 000 eller flere vurderes hver for seg.',
    and: 'og',
  },
  nn: {
    sample: 'EKSEMPELDATA',
    finalistsTitle: (award) => `Finalistane er klare: ${award}`,
    finalistsLead: (names, entries) =>
      `${names} er finalistar. ${entries} kommunar stilte i år, og juryen frå KS og NHO har valt finalistane i kvar kategori.`,
    winnersTitle: (winners, award) => `${winners} vann: ${award}`,
    winnersAlone: (winners) => `${winners} vann`,
    winner: (name, county, className) => `${name} i ${county} vann i kategorien ${className}.`,
    classOf: (className, names) => `${className}: ${names}.`,
    justified: (name, text) => `Juryen om ${name}: «${text}»`,
    corrected: (date, note) => `Retta ${date}: ${note}`,
    about:
      'KS er organisasjonen til kommunesektoren, og NHO er Næringslivets Hovedorganisasjon. Saman deler dei ut prisen til kommunar som er gode vertar for næringslivet. Kommunar med færre enn 15 000 innbyggjarar og kommunar med 15 000 eller fleire blir vurderte kvar for seg.',
    and: 'og',
  },
  en: {
    sample: 'SAMPLE DATA',
    finalistsTitle: (award) => `The finalists are out: ${award}`,
    finalistsLead: (names, entries) =>
      `${names} are finalists. ${entries} municipalities took part this year, and the jury from KS and NHO has chosen the finalists in each size class.`,
    winnersTitle: (winners, award) => `${winners} won: ${award}`,
    winnersAlone: (winners) => `${winners} won`,
    winner: (name, county, className) => `${name} in ${county} won among ${className}.`,
    classOf: (className, names) => `${className}: ${names}.`,
    justified: (name, text) => `The jury on ${name}: “${text}”`,
    corrected: (date, note) => `Corrected ${date}: ${note}`,
    about:
      'KS is the Norwegian Association of Local and Regional Authorities, and NHO is the Confederation of Norwegian Enterprise. Together they give the award to municipalities that host business well. Municipalities with fewer than 15,000 residents and those with 15,000 or more are judged apart.',
    and: 'and',
  },
};

export function listed(names: readonly string[], and: string): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** The first of the titles that a release text has room for; the last is cut where none fits. */
export function titleThatFits(...titles: readonly string[]): string {
  const most = RELEASE_TEXT_LIMITS.title;
  const fits = titles.find((title) => characters(title) <= most);
  return fits ?? `${[...(titles.at(-1) ?? '')].slice(0, most - 1).join('')}…`;
}
