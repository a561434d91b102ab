/**
 * What a municipality fills in. The same functions mark the field in the browser and guard the
 * service. Only a short form is required; everything else is there to elaborate. A draft may be
 * wrong or unfinished: `formProblems` and `whatIsMissing` bar sending, `STORED_LIMITS` bars storing.
 */
import { type Attachment, attachmentProblems, attachmentsMissing } from './attachment-rules';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './file-rules';
import { isOrganisationNumber } from './organisation-number';
import { characters } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

export const BASES = ['single-measure', 'all-round'] as const;
export type Basis = (typeof BASES)[number];

/** Fields of a single measure, which are also the shelves of the learning bank. */
export const FIELDS = [
  'sites-and-infrastructure',
  'town-centre',
  'planning-and-case-handling',
  'meeting-places',
  'start-ups',
  'business-gardens-and-clusters',
  'procurement',
  'skills-and-recruitment',
  'knowledge-jobs',
  'green-transition',
  'digitalisation',
  'tourism',
  'food-sea-and-land',
  'inclusion-through-work',
  'regional-cooperation',
  'after-a-merger',
] as const;
export type FieldCode = (typeof FIELDS)[number];

/** The eight traits of a good host municipality: prompts of the form, never points. */
export const TRAITS = [
  'part-of-community-building',
  'own-strengths',
  'long-term-strategy',
  'anchored-in-leadership',
  'dialogue-in-planning',
  'part-of-region',
  'across-sectors',
  'two-way-dialogue',
] as const;
export type TraitCode = (typeof TRAITS)[number];

/** The measures in common use for results. */
export const RESULT_MEASURES = [
  'job-growth',
  'new-businesses',
  'value-creation',
  'attractiveness',
  'business-satisfaction',
  'plans-carried-through',
  'other',
] as const;
export type ResultMeasure = (typeof RESULT_MEASURES)[number];

export interface Result {
  readonly measure: ResultMeasure;
  readonly figure: string;
  readonly period: string;
  readonly source: string;
  /** The municipality's own part in the result. */
  readonly ownPart: string;
}

export interface Partner {
  readonly organisationNumber?: string | null;
  readonly name: string;
  readonly contactEmail?: string | null;
}

/** The whole content of an entry; an empty string or list is what has not been written. */
export interface NominationContent {
  readonly basis: Basis | null;
  readonly mainField: FieldCode | null;
  readonly fields: readonly FieldCode[];
  readonly title: string;
  readonly text: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly confirmedWithChiefExecutive: boolean;
  readonly summary: string;
  readonly traits: Readonly<Partial<Record<TraitCode, string>>>;
  readonly difficult: string;
  readonly business: string;
  readonly results: readonly Result[];
  readonly partners: readonly Partner[];
  /** Neighbour municipalities that take part, by municipality id. */
  readonly neighbours: readonly string[];
  readonly attachments: readonly Attachment[];
}

/** Limits of an edition's form, in characters as `characters` counts them, or in rows. */
export interface NominationForm {
  readonly maxTitle: number;
  readonly maxText: number;
  readonly maxSummary: number;
  readonly maxTrait: number;
  readonly maxShort: number;
  readonly maxRows: number;
  readonly requirePhone: boolean;
  /** Whether the mayor and the chief executive may approve by a personal link. Never a condition. */
  readonly approvalByLink: boolean;
  readonly files: FileLimits;
}

export const DEFAULT_FORM: NominationForm = {
  maxTitle: 120,
  maxText: 6000,
  maxSummary: 600,
  maxTrait: 1500,
  maxShort: 200,
  maxRows: 20,
  requirePhone: false,
  approvalByLink: true,
  files: DEFAULT_FILE_LIMITS,
};

/** The range in which an edition may set the limit of the reasoned text, in characters. */
export const TEXT_LIMIT_RANGE = { min: 3000, max: 6000 } as const;

/**
 * What the server stores at most, in characters or rows, well above any edition's limit: a text
 * that is too long to send is still kept.
 */
export const STORED_LIMITS = { short: 400, text: 24_000, rows: 50, phone: 40, email: 254 } as const;

export const FORM_FAULTS = [
  'missing',
  'too-long',
  'too-many',
  'unknown',
  'repeated',
  'not-an-email',
  'not-a-phone',
  'not-an-organisation-number',
] as const;
export type FormFault = (typeof FORM_FAULTS)[number];

/**
 * One thing to mend. `field` is a path such as `text`, `traits.own-strengths` or `partners.2.name`;
 * `limit` and `actual` are given where something is counted.
 */
export interface FormProblem {
  readonly field: string;
  readonly reason: FormFault;
  readonly limit?: number;
  readonly actual?: number;
}

/** An entry in which nothing has been written. */
export const EMPTY_CONTENT: NominationContent = {
  basis: null,
  mainField: null,
  fields: [],
  title: '',
  text: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  confirmedWithChiefExecutive: false,
  summary: '',
  traits: {},
  difficult: '',
  business: '',
  results: [],
  partners: [],
  neighbours: [],
  attachments: [],
};

/** The required parts that are not filled in, in the order of the form. */
export function whatIsMissing(
  content: NominationContent,
  form: NominationForm = DEFAULT_FORM,
): readonly FormProblem[] {
  const required: readonly (readonly [string, boolean])[] = [
    ['basis', content.basis !== null],
    ['mainField', content.basis !== 'single-measure' || content.mainField !== null],
    ['title', written(content.title)],
    ['text', written(content.text)],
    ['contactName', written(content.contactName)],
    ['contactEmail', written(content.contactEmail)],
    ['contactPhone', !form.requirePhone || written(content.contactPhone)],
    ['confirmedWithChiefExecutive', content.confirmedWithChiefExecutive],
    ...content.results.flatMap((row, place): (readonly [string, boolean])[] => [
      [`results.${place}.figure`, written(row.figure)],
      [`results.${place}.period`, written(row.period)],
      [`results.${place}.source`, written(row.source)],
    ]),
    ...content.partners.map((row, place) => [`partners.${place}.name`, written(row.name)] as const),
  ];
  return [
    ...required
      .filter(([, present]) => !present)
      .map(([field]) => ({ field, reason: 'missing' as const })),
    ...attachmentsMissing(content.attachments),
  ];
}

/** What is written but cannot be sent as it stands: too long, not a known code, not an address. */
export function formProblems(
  content: NominationContent,
  form: NominationForm = DEFAULT_FORM,
): readonly FormProblem[] {
  return [
    ...oneOf('basis', content.basis, BASES),
    ...oneOf('mainField', content.mainField, FIELDS),
    ...content.fields.flatMap((code, place) => oneOf(`fields.${place}`, code, FIELDS)),
    ...once('fields', content.fields),
    ...within('title', content.title, form.maxTitle),
    ...within('text', content.text, form.maxText),
    ...within('contactName', content.contactName, form.maxShort),
    ...email('contactEmail', content.contactEmail),
    ...phone('contactPhone', content.contactPhone),
    ...within('summary', content.summary, form.maxSummary),
    ...Object.entries(content.traits).flatMap(([trait, text]) => [
      ...oneOf(`traits.${trait}`, trait, TRAITS),
      ...within(`traits.${trait}`, text ?? '', form.maxTrait),
    ]),
    ...within('difficult', content.difficult, form.maxTrait),
    ...within('business', content.business, form.maxTrait),
    ...rows('results', content.results.length, form.maxRows),
    ...content.results.flatMap((row, place) => [
      ...oneOf(`results.${place}.measure`, row.measure, RESULT_MEASURES),
      ...within(`results.${place}.figure`, row.figure, form.maxShort),
      ...within(`results.${place}.period`, row.period, form.maxShort),
      ...within(`results.${place}.source`, row.source, form.maxShort),
      ...within(`results.${place}.ownPart`, row.ownPart, form.maxTrait),
    ]),
    ...rows('partners', content.partners.length, form.maxRows),
    ...content.partners.flatMap((row, place) => [
      ...number(`partners.${place}.organisationNumber`, row.organisationNumber ?? ''),
      ...within(`partners.${place}.name`, row.name, form.maxShort),
      ...email(`partners.${place}.contactEmail`, row.contactEmail ?? ''),
    ]),
    ...rows('neighbours', content.neighbours.length, form.maxRows),
    ...once('neighbours', content.neighbours),
    ...attachmentProblems(content.attachments, form.files),
  ];
}

/** Whether the entry may be sent: nothing missing and nothing wrong. */
export function mayBeSent(
  content: NominationContent,
  form: NominationForm = DEFAULT_FORM,
): Verdict {
  const problems = formProblems(content, form);
  return allOf(
    needs(!problems.some((problem) => problem.reason === 'too-long'), 'text-too-long'),
    needs(problems.length === 0 && whatIsMissing(content, form).length === 0, 'incomplete-form'),
  );
}

function written(text: string): boolean {
  return text.trim() !== '';
}

function within(field: string, text: string, limit: number): FormProblem[] {
  const actual = characters(text);
  return actual > limit ? [{ field, reason: 'too-long', limit, actual }] : [];
}

function rows(field: string, actual: number, limit: number): FormProblem[] {
  return actual > limit ? [{ field, reason: 'too-many', limit, actual }] : [];
}

function oneOf(field: string, code: string | null, known: readonly string[]): FormProblem[] {
  return code === null || known.includes(code) ? [] : [{ field, reason: 'unknown' }];
}

function once(field: string, codes: readonly string[]): FormProblem[] {
  return new Set(codes).size === codes.length ? [] : [{ field, reason: 'repeated' }];
}

function email(field: string, address: string): FormProblem[] {
  const plausible =
    !written(address) ||
    (address.length <= STORED_LIMITS.email &&
      /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/u.test(
        address.trim(),
      ));
  return plausible ? [] : [{ field, reason: 'not-an-email' }];
}

function phone(field: string, entered: string): FormProblem[] {
  const digits = entered.replace(/[\s\u00a0().-]/g, '');
  return digits === '' || /^\+?[0-9]{5,15}$/.test(digits) ? [] : [{ field, reason: 'not-a-phone' }];
}

function number(field: string, entered: string): FormProblem[] {
  const digits = entered.replace(/[\s\u00a0]/g, '');
  return digits === '' || isOrganisationNumber(digits)
    ? []
    : [{ field, reason: 'not-an-organisation-number' }];
}
