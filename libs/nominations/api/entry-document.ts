import {
  askedSections,
  FIELDS,
  formPages,
  type FormSection,
  NO_WORDS,
  type NominationContent,
  type NominationForm,
  sectionNamed,
  textOf,
  TRAITS,
} from '@award/award';
import type { Block, Report } from '@award/documents/api';
import type { Words } from '@award/editions/contract';
import { dateInWords, type Language, whenInWords } from '@award/mail/api';
import type { WrittenForm } from '@award/nominations/contract';
import { ENTRY_WORDS, type EntryWords, type NamedPart } from './entry-words';

/** A version that was sent, with what is told beside it. */
export interface SentVersion {
  nominationId: string;
  year: number;
  award: Words;
  sample: boolean;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  /** Null where the version is not the one that stands as sent. */
  classification: { name: Words; population: number; date: string } | null;
  receivedAt: Date;
  reference: string;
  versionNumber: number;
  sha256: string;
  writtenForm: WrittenForm;
  content: NominationContent;
  form: NominationForm;
  /** By name, in the order of the content. */
  neighbours: readonly { name: string; countyName: string }[];
}

const TAGS: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** The whole entry as it was sent: every word that the municipality wrote, and the hash of it. */
export function entryDocument(sent: SentVersion, language: Language): Report {
  const words = ENTRY_WORDS[language];
  return {
    layout: 'report',
    language,
    title: words.proposal.replace('{municipality}', () => sent.municipalityName),
    over: editionTitle(sent.award, sent.year, language),
    under: words.receipt,
    foot: `${words.reference} ${sent.reference}`,
    sample: sent.sample,
    blocks: [
      { kind: 'facts', rows: receiptRows(sent, words, language) },
      ...shortForm(sent, words, language),
      ...elaborated(sent, words, language),
      { kind: 'heading', level: 1, text: words.hash },
      { kind: 'code', name: words.reference + ' ' + sent.reference, text: sent.sha256 },
    ],
  };
}

/** Words that may lack a language fall back to bokmål. */
export function inLanguage(words: Words, language: Language): string {
  return words[language] || words.nb;
}

/** The edition's name with its year, once: whoever named it may have written the year already. */
export function editionTitle(name: Words, year: number, language: Language): string {
  const words = inLanguage(name, language);
  return words.includes(String(year)) ? words : `${words} ${year}`;
}

function receiptRows(
  { classification, ...sent }: SentVersion,
  words: EntryWords,
  language: Language,
): [string, string][] {
  const inWords = classification && {
    name: inLanguage(classification.name, language),
    population: classification.population.toLocaleString(TAGS[language]),
    date: dateInWords(new Date(classification.date), language),
  };
  return [
    [words.municipality, `${sent.municipalityName} (${sent.countyName})`],
    [words.number, sent.municipalityNumber],
    ...(inWords
      ? ([
          [words.className, inWords.name],
          [words.population.replace('{date}', inWords.date), inWords.population],
        ] as [string, string][])
      : []),
    [words.received, whenInWords(sent.receivedAt, language)],
    [words.reference, sent.reference],
  ];
}

function shortForm(
  { content, form, writtenForm }: SentVersion,
  words: EntryWords,
  language: Language,
): Block[] {
  const fact = (part: NamedPart, value: string | null): [string, string] => [
    words.parts[part],
    orEmpty(value, words),
  ];
  const texts = askedSections(form, 'short').filter(({ code }) => code !== 'title');
  return [
    { kind: 'heading', level: 1, text: words.sections['short-form'] },
    {
      kind: 'facts',
      rows: [
        [headingOf(form, 'title', words, language), orEmpty(content.title, words)],
        fact('basis', content.basis && words.bases[content.basis]),
        ...(content.basis === 'single-measure'
          ? [fact('mainField', content.mainField && words.fields[content.mainField])]
          : []),
        fact('contactName', content.contactName),
        fact('contactEmail', content.contactEmail),
        fact('contactPhone', content.contactPhone),
        fact(
          'confirmedWithChiefExecutive',
          content.confirmedWithChiefExecutive ? words.yes : words.no,
        ),
        [words.writtenForm, words.writtenForms[writtenForm]],
      ],
    },
    ...texts.flatMap(({ code }) =>
      section(
        headingOf(form, code, words, language),
        paragraph(textOf(content, code), writtenForm),
        2,
      ),
    ),
  ];
}

/** What was elaborated: the pages and the questions in the edition's order. */
function elaborated(sent: SentVersion, words: EntryWords, language: Language): Block[] {
  return formPages(sent.form).flatMap(({ page, sections }) => {
    const [only, another] = sections;
    if (only !== undefined && another === undefined)
      return section(
        headingOf(sent.form, only.code, words, language),
        answer(only.code, sent, words, language),
      );
    const blocks = sections.flatMap(({ code }) =>
      section(headingOf(sent.form, code, words, language), answer(code, sent, words, language), 2),
    );
    const heading = words.sections[page as keyof EntryWords['sections']];
    return section(heading, blocks);
  });
}

/** What was answered to a question, without its heading. */
function answer(
  code: FormSection['code'],
  sent: SentVersion,
  words: EntryWords,
  language: Language,
): readonly Block[] {
  const { content, writtenForm } = sent;
  switch (code) {
    case 'fields': {
      const fields = FIELDS.filter((field) => content.fields.includes(field));
      return list(fields.map((field) => words.fields[field]));
    }
    case 'traits':
      return TRAITS.flatMap((trait) =>
        section(words.traits[trait], paragraph(content.traits[trait] ?? '', writtenForm), 2),
      );
    case 'results':
      return results(sent, words);
    case 'partners':
      return list(
        content.partners.map(({ name, organisationNumber, contactEmail }) =>
          [name, organisationNumber, contactEmail].filter(Boolean).join(' · '),
        ),
      );
    case 'neighbours':
      return list(sent.neighbours.map(({ name, countyName }) => `${name} (${countyName})`));
    case 'attachments':
      return attachments(sent, words, language);
    default:
      return paragraph(textOf(content, code), writtenForm);
  }
}

/** What the edition calls a question, or else what the award calls it. */
function headingOf(
  form: NominationForm,
  code: string,
  words: EntryWords,
  language: Language,
): string {
  const own = sectionNamed(form, code)?.heading ?? NO_WORDS;
  if (own.nb.trim() !== '') return inLanguage(own, language);
  if (code === 'attachments') return words.attachments;
  if (code === 'traits') return words.sections.traits;
  return words.parts[code as NamedPart];
}

function results({ content }: SentVersion, words: EntryWords): readonly Block[] {
  if (content.results.length === 0) return [];
  const rows = content.results.map(
    ({ measure, figure, period, source, ownPart }) =>
      [`${words.measures[measure]}: ${figure}`, lines([period, source, ownPart])] as const,
  );
  return [{ kind: 'facts', rows }];
}

function attachments(
  { content }: SentVersion,
  words: EntryWords,
  language: Language,
): readonly Block[] {
  const rows = content.attachments.map(
    ({ label, kind, bytes, altText, photographer, sha256 }) =>
      [
        label,
        lines([
          `${kind.toUpperCase()}, ${Math.ceil(bytes / 1000).toLocaleString(TAGS[language])} kB`,
          altText,
          photographer && words.photographer.replace('{name}', () => photographer),
          `SHA-256: ${sha256}`,
        ]),
      ] as const,
  );
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

function section(heading: string, blocks: readonly Block[], level: 1 | 2 = 1): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level, text: heading }, ...blocks];
}

function paragraph(text: string, language: WrittenForm): Block[] {
  return text.trim() === '' ? [] : [{ kind: 'text', text, language }];
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function orEmpty(value: string | null, words: EntryWords): string {
  return value?.trim() ? value : words.empty;
}

function lines(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part?.trim()).join('\n');
}
