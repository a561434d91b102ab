/**
 * What a municipality fills in, held against the edition's form. The same functions mark the field in
 * the browser and guard the service. A draft may be wrong or unfinished: `formProblems` and
 * `whatIsMissing` bar sending, `STORED_LIMITS` and `notAskedFor` bar storing.
 */
import { type Attachment, attachmentProblems, attachmentsMissing } from './attachment-rules';
import {
  BASES,
  type Basis,
  type FieldCode,
  FIELDS,
  type ResultMeasure,
  TRAITS,
  type TraitCode,
} from './entry-codes';
import {
  answeredInWords,
  askedSections,
  DEFAULT_FORM,
  type FormSection,
  isOwn,
  limitOf,
  type NominationForm,
  SECTION_CODES,
  type TextSection,
} from './form-definition';
import { isOrganisationNumber } from './organisation-number';
import { characters } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

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
  /** Answers to the edition's own questions, by code. */
  readonly answers: Readonly<Record<string, string>>;
}

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
  answers: {},
};

/** A stored content with what has not been written filled in as empty. */
export function wholeContent(stored: Partial<NominationContent>): NominationContent {
  return { ...EMPTY_CONTENT, ...stored };
}

/** Whether anything has been answered to a question. */
export function hasAnswer(content: NominationContent, code: string): boolean {
  switch (code) {
    case 'fields':
    case 'results':
    case 'partners':
    case 'neighbours':
    case 'attachments':
      return content[code].length > 0;
    case 'traits':
      return Object.values(content.traits).some((text) => written(text ?? ''));
    default:
      return written(textOf(content, code));
  }
}

/** The text that answers a question in words; empty when there is none. */
export function textOf(content: NominationContent, code: string): string {
  if (isOwn(code)) return content.answers[code] ?? '';
  return answeredInWords(code) ? content[code as TextSection] : '';
}

/** Where the answer to a question is found in the content: the path of its field. */
export function answerPath(code: string): string {
  return isOwn(code) ? `answers.${code}` : code;
}

/** Paths of what has been answered though the edition does not ask it. Nobody would be shown it. */
export function notAskedFor(content: NominationContent, form: NominationForm): readonly string[] {
  const asked = new Set<string>(askedSections(form).map(({ code }) => code));
  return [...SECTION_CODES, ...Object.keys(content.answers)]
    .filter((code) => !asked.has(code) && hasAnswer(content, code))
    .map(answerPath);
}

/** The required parts that are not filled in, in the order of the form. */
export function whatIsMissing(
  content: NominationContent,
  form: NominationForm = DEFAULT_FORM,
): readonly FormProblem[] {
  const short = askedSections(form, 'short');
  const present: readonly (readonly [string, boolean])[] = [
    ['basis', content.basis !== null],
    ['mainField', content.basis !== 'single-measure' || content.mainField !== null],
    ...short.map((section) => answered(content, section)),
    ['contactName', written(content.contactName)],
    ['contactEmail', written(content.contactEmail)],
    ['contactPhone', !form.requirePhone || written(content.contactPhone)],
    ['confirmedWithChiefExecutive', content.confirmedWithChiefExecutive],
    ...askedSections(form, 'elaborate').flatMap((section) => [
      answered(content, section),
      ...rowsAnswered(content, section),
    ]),
  ];
  return [
    ...present
      .filter(([, there]) => !there)
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
    ...askedSections(form, 'short').flatMap((section) => textProblems(content, section)),
    ...within('contactName', content.contactName, form.maxShort),
    ...email('contactEmail', content.contactEmail),
    ...phone('contactPhone', content.contactPhone),
    ...askedSections(form, 'elaborate').flatMap((section) => [
      ...textProblems(content, section),
      ...listProblems(content, section, form),
    ]),
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

function answered(
  content: NominationContent,
  { code, required }: FormSection,
): readonly [string, boolean] {
  return [answerPath(code), !required || hasAnswer(content, code)];
}

/** A row that has been begun is filled in. */
function rowsAnswered(
  content: NominationContent,
  { code }: FormSection,
): readonly (readonly [string, boolean])[] {
  if (code === 'results')
    return content.results.flatMap((row, place): (readonly [string, boolean])[] => [
      [`results.${place}.figure`, written(row.figure)],
      [`results.${place}.period`, written(row.period)],
      [`results.${place}.source`, written(row.source)],
    ]);
  return code === 'partners'
    ? content.partners.map((row, place) => [`partners.${place}.name`, written(row.name)])
    : [];
}

function textProblems(content: NominationContent, { code, limit }: FormSection): FormProblem[] {
  return answeredInWords(code) && limit !== null
    ? within(answerPath(code), textOf(content, code), limit)
    : [];
}

function listProblems(
  content: NominationContent,
  { code }: FormSection,
  form: NominationForm,
): readonly FormProblem[] {
  const room = limitOf(form, code);
  switch (code) {
    case 'traits':
      return Object.entries(content.traits).flatMap(([trait, text]) => [
        ...oneOf(`traits.${trait}`, trait, TRAITS),
        ...within(`traits.${trait}`, text ?? '', room),
      ]);
    case 'results':
      return [
        ...rows('results', content.results.length, form.maxRows),
        ...content.results.flatMap((row, place) => [
          ...oneOf(`results.${place}.measure`, row.measure, form.measures),
          ...within(`results.${place}.figure`, row.figure, form.maxShort),
          ...within(`results.${place}.period`, row.period, form.maxShort),
          ...within(`results.${place}.source`, row.source, form.maxShort),
          ...within(`results.${place}.ownPart`, row.ownPart, room),
        ]),
      ];
    case 'partners':
      return [
        ...rows('partners', content.partners.length, form.maxRows),
        ...content.partners.flatMap((row, place) => [
          ...number(`partners.${place}.organisationNumber`, row.organisationNumber ?? ''),
          ...within(`partners.${place}.name`, row.name, form.maxShort),
          ...email(`partners.${place}.contactEmail`, row.contactEmail ?? ''),
        ]),
      ];
    case 'neighbours':
      return [
        ...rows('neighbours', content.neighbours.length, form.maxRows),
        ...once('neighbours', content.neighbours),
      ];
    case 'attachments':
      return attachmentProblems(content.attachments, form.files);
    default:
      return [];
  }
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
