import { Injectable } from '@nestjs/common';
import {
  BASES,
  FIELDS,
  type FormSection,
  isOwn,
  RESULT_MEASURES,
  TRAITS,
  wholeForm,
} from '@award/award';
import { ENTRY_WORDS } from '@award/nominations/api';
import type {
  Choice,
  ExampleFilter,
  ExamplePageView,
  ExamplesPageView,
  SharedSection,
  SharedText,
  TextPiece,
} from '@award/publication/contract';
import { imageViews } from '../images/image-views';
import { PublicDatabase } from '../public-database';
import { inLanguage, type Language } from '../public-language';
import {
  EXAMPLE_ADDRESSES,
  type ExampleRow,
  EXAMPLES,
  EXAMPLES_INSIDE_WORDS,
  type ListedRow,
  ONE_EXAMPLE,
  type SharedContent,
  type ShelfRow,
  SHELVES,
} from './learning.queries';
import { LEARNING_WORDS } from './learning-words';
import { searchWords } from './search-words';

const PAGE_SIZE = 20;
const EXCERPT = 280;

/** The learning bank as anybody reads it. */
@Injectable()
export class LearningBank {
  constructor(private readonly db: PublicDatabase) {}

  /** One page of what matches; `page` counts from 1 and stops at the last. */
  async examples(
    language: Language,
    search: string,
    filter: ExampleFilter,
    page: number,
  ): Promise<ExamplesPageView> {
    const shelves: ShelfRow[] = await this.db.query(SHELVES);
    const words = searchWords(search);
    let insideWords = false;
    let rows = shelves.length ? await this.list(EXAMPLES, words, filter, page) : [];
    if (rows.length === 0 && words.length > 0 && page === 1 && shelves.length > 0) {
      rows = await this.list(EXAMPLES_INSIDE_WORDS, words, filter, page);
      insideWords = rows.length > 0;
    }
    const found = rows[0]?.found ?? 0;
    return {
      kind: 'examples',
      search,
      filter,
      total: shelves.length,
      found,
      insideWords,
      page,
      pages: Math.max(1, Math.ceil(found / PAGE_SIZE)),
      choices: choicesIn(shelves, language),
      examples: rows.map((row) => ({
        number: row.number,
        name: row.name,
        county: row.county,
        year: row.year,
        classCode: row.classCode,
        className: inLanguage(row.className, language),
        winner: row.winner,
        finalist: row.finalist,
        sample: row.sample,
        title: row.title,
        excerpt: words.length === 0 ? beginningOf(row.excerpt) : piecesOf(row.excerpt),
        writtenForm: row.writtenForm ?? 'nb',
      })),
    };
  }

  /** Null when nothing of that municipality's entry that year may be read. */
  async example(year: number, number: string, language: Language): Promise<ExamplePageView | null> {
    const [row]: ExampleRow[] = await this.db.query(ONE_EXAMPLE, [year, number]);
    if (row === undefined) return null;
    return {
      kind: 'example',
      number: row.number,
      name: row.name,
      county: row.county,
      year: row.year,
      editionName: inLanguage(row.editionName, language),
      classCode: row.classCode,
      className: inLanguage(row.className, language),
      winner: row.winner,
      finalist: row.finalist,
      sample: row.sample,
      population: row.population,
      populationDate: row.populationDate,
      nameNow: row.nameNow === row.name ? null : row.nameNow,
      images: imageViews(row.images),
      justification: row.justification,
      justificationForm: row.justificationForm,
      own: row.content && sharedText(row.content, row, language),
    };
  }

  /** Paths of all examples, for the site map. */
  async addresses(): Promise<string[]> {
    const rows: { year: number; number: string }[] = await this.db.query(EXAMPLE_ADDRESSES);
    return rows.map(({ year, number }) => `/eksempler/${year}/${number}`);
  }

  private list(
    statement: string,
    words: ReturnType<typeof searchWords>,
    filter: ExampleFilter,
    page: number,
  ): Promise<ListedRow[]> {
    return this.db.query(statement, [
      JSON.stringify(words),
      filter.classCode,
      filter.year,
      filter.county,
      filter.field,
      filter.trait,
      filter.basis,
      PAGE_SIZE,
      (page - 1) * PAGE_SIZE,
    ]);
  }
}

/** Only what some example has is offered. */
function choicesIn(shelves: readonly ShelfRow[], language: Language): ExamplesPageView['choices'] {
  const words = { ...ENTRY_WORDS[language], ...LEARNING_WORDS[language] };
  const classes = new Map(
    shelves.map(({ classCode, className }) => [classCode, inLanguage(className, language)]),
  );
  const fields = new Set(shelves.flatMap((one) => one.fields));
  const traits = new Set(shelves.flatMap((one) => one.traits));
  const bases = new Set(shelves.map(({ basis }) => basis));
  const named = <Code extends string>(
    codes: readonly Code[],
    used: ReadonlySet<string | null>,
    names: Readonly<Record<Code, string>>,
  ): Choice[] =>
    codes.filter((code) => used.has(code)).map((code) => ({ code, name: names[code] }));
  return {
    years: [...new Set(shelves.map(({ year }) => year))],
    classes: [...classes].map(([code, name]) => ({ code, name })),
    counties: [...new Set(shelves.map(({ county }) => county))].sort((a, b) =>
      a.localeCompare(b, 'nb'),
    ),
    fields: named(FIELDS, fields, words.fields),
    traits: named(TRAITS, traits, words.traits),
    bases: named(BASES, bases, words.bases),
  };
}

function sharedText(content: SharedContent, row: ExampleRow, language: Language): SharedText {
  const words = { ...ENTRY_WORDS[language], ...LEARNING_WORDS[language] };
  const written = TRAITS.filter((trait) => content.traits[trait]?.trim());
  const fields = FIELDS.filter(
    (field) => field === content.mainField || content.fields.includes(field),
  );
  const { sections } = wholeForm(row.questions ? { sections: row.questions } : {});
  return {
    title: content.title,
    basis: content.basis ? words.bases[content.basis] : '',
    fields: fields.map((code) => ({ code, name: words.fields[code] })),
    traits: written.map((code) => ({ code, name: words.traits[code] })),
    writtenForm: row.ownForm,
    sections: summaryFirst(sections).flatMap((one) => answered(one, content, language)),
    results: content.results.map(({ measure, figure, period, source, ownPart }) => ({
      measure: RESULT_MEASURES.includes(measure) ? words.measures[measure] : measure,
      figure,
      period,
      source,
      ownPart,
    })),
    contact: row.contact,
  };
}

function summaryFirst(sections: readonly FormSection[]): FormSection[] {
  return [...sections].sort((a, b) => Number(b.code === 'summary') - Number(a.code === 'summary'));
}

/** What was answered to a question, under the edition's own words for it or the award's. */
function answered(
  { code, heading }: FormSection,
  content: SharedContent,
  language: Language,
): SharedSection[] {
  const words = LEARNING_WORDS[language];
  const under = (own: string, text: string | undefined): SharedSection[] =>
    text?.trim() ? [{ heading: inLanguage(heading, language) || own, text }] : [];
  if (isOwn(code)) return under('', content.answers?.[code]);
  switch (code) {
    case 'summary':
    case 'text':
    case 'difficult':
    case 'business':
      return under(words[code], content[code]);
    case 'traits':
      return TRAITS.flatMap((trait) => {
        const text = content.traits[trait];
        return text?.trim() ? [{ heading: words.traits[trait], text }] : [];
      });
    default:
      return [];
  }
}

/** The first words, cut at a word's end. */
function beginningOf(text: string): TextPiece[] {
  if (text.length <= EXCERPT) return [{ text, hit: false }];
  const cut = text.slice(0, EXCERPT);
  return [{ text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`, hit: false }];
}

/** A headline with its hits between U+E000 and U+E001. */
function piecesOf(marked: string): TextPiece[] {
  return marked
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((text) => text !== '')
    .map((text) => ({
      text: text.replaceAll(/[\uE000\uE001]/g, ''),
      hit: text.startsWith('\uE000'),
    }));
}
