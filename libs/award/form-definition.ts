/**
 * The form is data of the edition: which questions are asked, in which order, in which words, how
 * much room each has and what must be answered. The award has eleven questions of its own; an
 * edition leaves out what it does not want to know, and adds questions that are answered in words.
 * What the award's rules stand upon is always asked: what the entry builds on, its title, the one
 * reasoned text, whom to contact, and that it is agreed with the chief executive.
 */
import { RESULT_MEASURES, type ResultMeasure } from './entry-codes';
import { DEFAULT_FILE_LIMITS, FILE_CEILING, type FileLimits } from './file-rules';

/** The award's own questions, in the order of the default form. */
export const SECTION_CODES = [
  'title',
  'text',
  'summary',
  'fields',
  'traits',
  'difficult',
  'business',
  'results',
  'partners',
  'neighbours',
  'attachments',
] as const;
export type SectionCode = (typeof SECTION_CODES)[number];
/** A question of the edition's own. Its answer is found under the code in the entry's `answers`. */
export type OwnCode = `own-${string}`;

export const OWN_CODE = /^own-[a-z0-9][a-z0-9-]{0,35}$/;

/** Questions that every edition asks, in the short form. */
export const ALWAYS_ASKED: readonly string[] = ['title', 'text'];

/** Questions answered in words. Only these may stand in the short form. */
export const TEXT_SECTIONS = ['title', 'text', 'summary', 'difficult', 'business'] as const;
export type TextSection = (typeof TEXT_SECTIONS)[number];

/** A text in the award's languages; one that is empty falls back to bokmål, and then to the form's own words. */
export interface InLanguages {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

export type SectionPlace = 'short' | 'elaborate';

/** One question. */
export interface FormSection {
  readonly code: SectionCode | OwnCode;
  /** In the short form, or under what can be elaborated. */
  readonly place: SectionPlace;
  readonly asked: boolean;
  readonly required: boolean;
  /** Characters of each text; null where nothing is counted. */
  readonly limit: number | null;
  /** Without words, the question is called what the award calls it. */
  readonly heading: InLanguages;
  readonly help: InLanguages;
}

/** An edition's form. Lengths are in characters as `characters` counts them. */
export interface NominationForm {
  /** In the order in which they are asked. */
  readonly sections: readonly FormSection[];
  /** By which results may be told, in order. */
  readonly measures: readonly ResultMeasure[];
  /** Of a name or a figure. */
  readonly maxShort: number;
  /** Of a list, in rows. */
  readonly maxRows: number;
  readonly requirePhone: boolean;
  /** Whether the mayor and the chief executive may approve by a personal link. Never a condition. */
  readonly approvalByLink: boolean;
  readonly files: FileLimits;
}

/** The range in which an edition may set the limit of the reasoned text, in characters. */
export const TEXT_LIMIT_RANGE = { min: 3000, max: 6000 } as const;

interface LimitRange {
  readonly min: number;
  readonly max: number;
}

const LIMIT_RANGES: Readonly<Partial<Record<string, LimitRange>>> = {
  title: { min: 40, max: 200 },
  text: TEXT_LIMIT_RANGE,
  summary: { min: 200, max: 2000 },
  traits: { min: 200, max: 6000 },
  difficult: { min: 200, max: 6000 },
  business: { min: 200, max: 6000 },
  results: { min: 200, max: 3000 },
};
const OWN_RANGE: LimitRange = { min: 100, max: 6000 };

/** At most so many questions of an edition's own. */
export const MOST_OWN_SECTIONS = 12;

/** Limits of the words of a question, in characters. */
export const SECTION_LIMITS = { heading: 120, help: 600 } as const;

export const NO_WORDS: InLanguages = { nb: '', nn: '', en: '' };

const DEFAULT_LIMITS: Readonly<Partial<Record<SectionCode, number>>> = {
  title: 120,
  text: 6000,
  summary: 600,
  traits: 1500,
  difficult: 1500,
  business: 1500,
  results: 1500,
};

export const DEFAULT_SECTIONS: readonly FormSection[] = SECTION_CODES.map((code) => ({
  code,
  place: ALWAYS_ASKED.includes(code) ? 'short' : 'elaborate',
  asked: true,
  required: ALWAYS_ASKED.includes(code),
  limit: DEFAULT_LIMITS[code] ?? null,
  heading: NO_WORDS,
  help: NO_WORDS,
}));

export const DEFAULT_FORM: NominationForm = {
  sections: DEFAULT_SECTIONS,
  measures: RESULT_MEASURES,
  maxShort: 200,
  maxRows: 20,
  requirePhone: false,
  approvalByLink: true,
  files: DEFAULT_FILE_LIMITS,
};

/** The stored form with what it does not set: a question that it does not know of is not asked. */
export function wholeForm(stored: Partial<NominationForm>): NominationForm {
  const { sections } = stored;
  if (sections === undefined) return { ...DEFAULT_FORM, ...stored };
  const unknown = DEFAULT_SECTIONS.filter(({ code }) => !sections.some((one) => one.code === code));
  return {
    ...DEFAULT_FORM,
    ...stored,
    sections: [...sections, ...unknown.map((one) => ({ ...one, asked: false }))],
  };
}

export function isOwn(code: string): code is OwnCode {
  return OWN_CODE.test(code);
}

/** Whether a question is answered in words, and so may stand in the short form. */
export function answeredInWords(code: string): boolean {
  return isOwn(code) || (TEXT_SECTIONS as readonly string[]).includes(code);
}

/** The range of a question's limit in characters; null where nothing is counted. */
export function limitRange(code: string): LimitRange | null {
  return isOwn(code) ? OWN_RANGE : (LIMIT_RANGES[code] ?? null);
}

/** The questions that are asked, in order; of one place, or all. */
export function askedSections(form: NominationForm, place?: SectionPlace): readonly FormSection[] {
  return form.sections.filter((one) => one.asked && (!place || one.place === place));
}

/** A question by its code, asked or not. */
export function sectionNamed(form: NominationForm, code: string): FormSection | undefined {
  return form.sections.find((one) => one.code === code);
}

/** Characters that a question has room for. The award's own questions are in every form. */
export function limitOf(form: NominationForm, code: string): number {
  return sectionNamed(form, code)?.limit ?? DEFAULT_LIMITS[code as SectionCode] ?? OWN_RANGE.max;
}

/** A page of what can be elaborated: questions that belong together, or one of the edition's own. */
export const FORM_PAGES = [
  'summary',
  'traits',
  'lessons',
  'results',
  'partners',
  'attachments',
] as const;
export type FormPage = (typeof FORM_PAGES)[number] | OwnCode;

const PAGE_OF: Readonly<Partial<Record<string, FormPage>>> = {
  fields: 'summary',
  difficult: 'lessons',
  business: 'lessons',
  neighbours: 'partners',
};

/** The page on which a question stands when it is elaborated. */
export function pageOf(code: string): FormPage {
  return PAGE_OF[code] ?? (code as FormPage);
}

/** The pages of what can be elaborated, each where its first question stands in the order. */
export function formPages(
  form: NominationForm,
): readonly { readonly page: FormPage; readonly sections: readonly FormSection[] }[] {
  const asked = askedSections(form, 'elaborate');
  return [...new Set(asked.map(({ code }) => pageOf(code)))].map((page) => ({
    page,
    sections: asked.filter(({ code }) => pageOf(code) === page),
  }));
}

/** What is wrong with a form: the path of it, such as `sections.3.limit`, and why. */
export interface DefinitionProblem {
  readonly path: string;
  readonly reason:
    | 'missing'
    | 'named-twice'
    | 'unknown'
    | 'always-asked'
    | 'only-words'
    | 'not-asked'
    | 'out-of-range'
    | 'too-many';
}

/** Why a form cannot be an edition's; nothing when it can. */
export function definitionProblems(form: NominationForm): readonly DefinitionProblem[] {
  const codes = form.sections.map(({ code }) => code);
  const lacking = SECTION_CODES.filter((code) => !codes.includes(code));
  return [
    ...(lacking.length > 0 ? [{ path: 'sections', reason: 'missing' as const }] : []),
    ...(codes.filter(isOwn).length > MOST_OWN_SECTIONS
      ? [{ path: 'sections', reason: 'too-many' as const }]
      : []),
    ...form.sections.flatMap((one, place) => sectionProblems(one, place, codes)),
    ...listProblems('measures', form.measures, RESULT_MEASURES),
    ...(form.files.groups.length === 0
      ? [{ path: 'files.groups', reason: 'missing' as const }]
      : []),
    ...outside('files.mostFiles', form.files.mostFiles, { min: 1, max: FILE_CEILING.files }),
    ...outside('files.mostBytes', form.files.mostBytes, { min: 1, max: FILE_CEILING.bytes }),
  ];
}

/** Whether two forms ask the same in the same words, whatever their help says. */
export function sameQuestions(one: NominationForm, other: NominationForm): boolean {
  return JSON.stringify(questionsOf(one)) === JSON.stringify(questionsOf(other));
}

function questionsOf(form: NominationForm): unknown[] {
  const { sections, measures, maxShort, maxRows, requirePhone, approvalByLink, files } = form;
  return [
    sections.map(({ code, place, asked, required, limit, heading: { nb, nn, en } }) => [
      [code, place, asked, required, limit],
      [nb, nn, en],
    ]),
    [measures, maxShort, maxRows, requirePhone, approvalByLink],
    [files.mostBytes, files.mostFiles, [...files.groups].sort()],
  ];
}

function sectionProblems(
  { code, place, asked, required, limit, heading }: FormSection,
  at: number,
  codes: readonly string[],
): DefinitionProblem[] {
  const path = `sections.${at}`;
  const always = ALWAYS_ASKED.includes(code);
  const range = limitRange(code);
  const problem = (
    wrong: boolean,
    part: string,
    reason: DefinitionProblem['reason'],
  ): DefinitionProblem[] => (wrong ? [{ path: `${path}.${part}`, reason }] : []);
  return [
    ...problem(!isOwn(code) && !SECTION_CODES.includes(code), 'code', 'unknown'),
    ...problem(codes.indexOf(code) !== at, 'code', 'named-twice'),
    ...problem(isOwn(code) && heading.nb.trim() === '', 'heading', 'missing'),
    ...problem(always && (!asked || !required || place !== 'short'), 'asked', 'always-asked'),
    ...problem(place === 'short' && !answeredInWords(code), 'place', 'only-words'),
    ...problem(required && !asked, 'required', 'not-asked'),
    ...(range === null
      ? problem(limit !== null, 'limit', 'out-of-range')
      : outside(`${path}.limit`, limit, range)),
  ];
}

function listProblems(
  path: string,
  chosen: readonly string[],
  known: readonly string[],
): DefinitionProblem[] {
  if (chosen.length === 0) return [{ path, reason: 'missing' }];
  if (new Set(chosen).size < chosen.length) return [{ path, reason: 'named-twice' }];
  return chosen.every((one) => known.includes(one)) ? [] : [{ path, reason: 'unknown' }];
}

function outside(
  path: string,
  number: number | null,
  { min, max }: LimitRange,
): DefinitionProblem[] {
  return number !== null && Number.isInteger(number) && number >= min && number <= max
    ? []
    : [{ path, reason: 'out-of-range' }];
}
