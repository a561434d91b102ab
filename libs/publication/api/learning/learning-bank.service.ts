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
import { PublicWatch } from '../public-watch.service';
import { Catalogue, filtered, matching } from './catalogue';
import {
  type CatalogueRow,
  EXAMPLE_ADDRESSES,
  type ExampleRow,
  HITS,
  HITS_INSIDE_WORDS,
  type HitRow,
  ONE_EXAMPLE,
  type SharedContent,
  SHOWN,
  type ShownRow,
} from './learning.queries';
import { LEARNING_WORDS } from './learning-words';
import { type SearchWord, searchWords } from './search-words';

const PAGE_SIZE = 20;
const EXCERPT = 280;

/** The learning bank as anybody reads it. */
@Injectable()
export class LearningBank {
  private readonly catalogue: Catalogue;

  constructor(
    private readonly db: PublicDatabase,
    watch: PublicWatch,
  ) {
    this.catalogue = new Catalogue(db, watch);
  }

  /** One page of what matches; `wanted` counts from 1 and stops at the last. */
  async examples(
    language: Language,
    search: string,
    filter: ExampleFilter,
    wanted: number,
  ): Promise<ExamplesPageView> {
    const all = await this.catalogue.rows();
    const words = searchWords(search);
    const { rows, insideWords } = await this.found(filtered(all, filter), words);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    const page = Math.min(wanted, pages);
    return {
      kind: 'examples',
      search,
      filter,
      total: all.length,
      found: rows.length,
      insideWords,
      page,
      pages,
      choices: choicesIn(all, language),
      examples: await this.shown(
        rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
        words,
        language,
      ),
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

  private async found(
    rows: readonly CatalogueRow[],
    words: readonly SearchWord[],
  ): Promise<{ rows: readonly CatalogueRow[]; insideWords: boolean }> {
    if (words.length === 0 || rows.length === 0) return { rows, insideWords: false };
    const whole = await this.matching(rows, words, false);
    if (whole.length > 0) return { rows: whole, insideWords: false };
    const inside = await this.matching(rows, words, true);
    return { rows: inside, insideWords: inside.length > 0 };
  }

  private async matching(
    rows: readonly CatalogueRow[],
    words: readonly SearchWord[],
    insideWords: boolean,
  ): Promise<readonly CatalogueRow[]> {
    const statement = insideWords ? HITS_INSIDE_WORDS : HITS;
    const hits = await this.db.query<HitRow[]>(statement, [JSON.stringify(words)]);
    return matching(rows, words, hits, insideWords);
  }

  /** What has been taken down since the catalogue was read is left out: the texts are as they are now. */
  private async shown(
    rows: readonly CatalogueRow[],
    words: readonly SearchWord[],
    language: Language,
  ): Promise<ExamplesPageView['examples']> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const shown = await this.db.query<ShownRow[]>(SHOWN, [JSON.stringify(words), ids]);
    const texts = new Map(shown.map((one) => [one.id, one]));
    return rows.flatMap((row) => {
      const text = texts.get(row.id);
      if (text === undefined) return [];
      return {
        number: row.number,
        name: row.name,
        county: row.county,
        year: row.year,
        classCode: row.classCode,
        className: inLanguage(row.className, language),
        winner: row.winner,
        finalist: row.finalist,
        sample: row.sample,
        title: text.title,
        excerpt: words.length === 0 ? beginningOf(text.excerpt) : piecesOf(text.excerpt),
        writtenForm: text.writtenForm ?? 'nb',
      };
    });
  }
}

/** Only what some example has is offered. */
function choicesIn(
  shelves: readonly CatalogueRow[],
  language: Language,
): ExamplesPageView['choices'] {
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
