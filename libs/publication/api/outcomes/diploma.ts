import type { Diploma } from '@award/documents/api';
import { dateInWords, type Language } from '@award/mail/api';
import { editionTitle } from '@award/nominations/api';
import { inLanguage } from '../public-language';
import type { DiplomaRow } from './outcome.queries';

interface DiplomaWords {
  readonly title: string;
  readonly winner: string;
  readonly finalist: string;
  readonly municipality: string;
  readonly signers: readonly string[];
  readonly file: string;
}

export const DIPLOMA_WORDS: Readonly<Record<Language, DiplomaWords>> = {
  nb: {
    title: 'Diplom til {name}',
    winner: 'Vinner',
    finalist: 'Finalist',
    municipality: '{name} kommune',
    signers: ['For KS', 'For NHO'],
    file: 'diplom',
  },
  nn: {
    title: 'Diplom til {name}',
    winner: 'Vinnar',
    finalist: 'Finalist',
    municipality: '{name} kommune',
    signers: ['For KS', 'For NHO'],
    file: 'diplom',
  },
  en: {
    title: 'Diploma for {name}',
    winner: 'Winner',
    finalist: 'Finalist',
    municipality: '{name} kommune',
    signers: ['For KS', 'For NHO'],
    file: 'diploma',
  },
};

/** Beyond this many characters the jury's words do not fit on one page with room for signatures. */
const MOST_TEXT = 2400;

export function diplomaOf(row: DiplomaRow, language: Language): Diploma {
  const words = DIPLOMA_WORDS[language];
  const recipient = /kommune$/i.test(row.municipality)
    ? row.municipality
    : words.municipality.replace('{name}', () => row.municipality);
  const text = row.justification ?? '';
  return {
    layout: 'diploma',
    language,
    title: words.title.replace('{name}', () => recipient),
    over: editionTitle(row.editionName, row.year, language),
    honour: row.winner ? words.winner : words.finalist,
    recipient,
    under: inLanguage(row.className, language),
    text: text.length <= MOST_TEXT ? text : '',
    textLanguage: row.writtenForm,
    signers: words.signers,
    date: row.announcedAt ? dateInWords(row.announcedAt, language) : String(row.year),
    sample: row.sample,
  };
}

export function diplomaName(
  { year, classCode, municipality }: DiplomaRow,
  language: Language,
): string {
  return `${DIPLOMA_WORDS[language].file}-${year}-${classCode}-${municipality.toLowerCase()}`;
}
