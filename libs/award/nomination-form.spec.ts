import { FIELDS, TRAITS } from './entry-codes';
import {
  DEFAULT_FORM,
  type FormSection,
  limitOf,
  type NominationForm,
  NO_WORDS,
  TEXT_LIMIT_RANGE,
} from './form-definition';
import {
  EMPTY_CONTENT,
  type FormProblem,
  formProblems,
  mayBeSent,
  type NominationContent,
  notAskedFor,
  STORED_LIMITS,
  whatIsMissing,
} from './nomination-form';
import { no, type Verdict, yes } from './verdict';

const content = (change: Partial<NominationContent> = {}): NominationContent => ({
  ...EMPTY_CONTENT,
  basis: 'all-round',
  title: 'Et felles løft',
  text: 'Vi gjorde det sammen med næringslivet.',
  contactName: 'Kari Eksempel',
  contactEmail: 'kari@fjordvik.example',
  confirmedWithChiefExecutive: true,
  ...change,
});

const result = (change: Partial<NominationContent['results'][number]> = {}) => ({
  measure: 'job-growth' as const,
  figure: '1,5 %',
  period: '2022–2025',
  source: 'SSB',
  ownPart: '',
  ...change,
});

/** The default form with some questions changed, and then the edition's own. */
const asking = (
  changes: Readonly<Record<string, Partial<FormSection>>>,
  own: readonly Partial<FormSection>[] = [],
): NominationForm => ({
  ...DEFAULT_FORM,
  sections: [
    ...DEFAULT_FORM.sections.map((one) => ({ ...one, ...changes[one.code] })),
    ...own.map((one) => ({
      code: 'own-climate' as const,
      place: 'elaborate' as const,
      asked: true,
      required: false,
      limit: 500,
      heading: { ...NO_WORDS, nb: 'Klima' },
      help: NO_WORDS,
      ...one,
    })),
  ],
});

describe('what is missing', () => {
  it.each<[string, NominationContent, readonly string[], Partial<NominationForm>]>([
    ['in the short form filled in is nothing', content(), [], {}],
    [
      'in an empty form is all that is required, in order',
      EMPTY_CONTENT,
      ['basis', 'title', 'text', 'contactName', 'contactEmail', 'confirmedWithChiefExecutive'],
      {},
    ],
    ['for a single measure is its field', content({ basis: 'single-measure' }), ['mainField'], {}],
    [
      'for a single measure with its field is nothing',
      content({ basis: 'single-measure', mainField: 'start-ups' }),
      [],
      {},
    ],
    ['a text of spaces is none', content({ text: ' \n ' }), ['text'], {}],
    ['one word is enough', content({ text: 'Samarbeid' }), [], {}],
    [
      'a telephone where the edition wants one',
      content(),
      ['contactPhone'],
      { requirePhone: true },
    ],
    [
      'a result has its figure, period and source',
      content({ results: [result(), result({ figure: '', period: '', source: '' })] }),
      ['results.1.figure', 'results.1.period', 'results.1.source'],
      {},
    ],
    ['a partner has its name', content({ partners: [{ name: '' }] }), ['partners.0.name'], {}],
  ])('%s', (_, given, expected, form) => {
    expect(whatIsMissing(given, { ...DEFAULT_FORM, ...form })).toEqual(
      expected.map((field) => ({ field, reason: 'missing' })),
    );
  });
});

describe('what is wrong', () => {
  it.each<[string, NominationContent, readonly FormProblem[]]>([
    ['in the short form filled in is nothing', content(), []],
    ['in an empty form is nothing: missing is not wrong', EMPTY_CONTENT, []],
    ['a text of 6 000 characters is right', content({ text: 'å'.repeat(6000) }), []],
    [
      'a text of 6 001 characters is too long',
      content({ text: 'å'.repeat(6001) }),
      [{ field: 'text', reason: 'too-long', limit: 6000, actual: 6001 }],
    ],
    ['characters are counted, not bytes or halves', content({ title: '😀'.repeat(120) }), []],
    [
      'a title of 121 is too long',
      content({ title: 'a'.repeat(121) }),
      [{ field: 'title', reason: 'too-long', limit: 120, actual: 121 }],
    ],
    [
      'an address without a domain is none',
      content({ contactEmail: 'kari@fjordvik' }),
      [{ field: 'contactEmail', reason: 'not-an-email' }],
    ],
    [
      'two addresses are not one',
      content({ contactEmail: 'a@b.example, c@d.example' }),
      [{ field: 'contactEmail', reason: 'not-an-email' }],
    ],
    [
      'an address cannot smuggle a line',
      content({ contactEmail: 'a@b.example\nBcc: c@d.example' }),
      [{ field: 'contactEmail', reason: 'not-an-email' }],
    ],
    ['an address with å is one', content({ contactEmail: 'post@båtsfjord.example' }), []],
    ['a telephone may be grouped', content({ contactPhone: '+47 22 22 22 22' }), []],
    [
      'a telephone has no letters',
      content({ contactPhone: 'sentralbordet' }),
      [{ field: 'contactPhone', reason: 'not-a-phone' }],
    ],
    [
      'a field that is not on the list',
      content({ fields: ['start-ups', 'astrology' as 'tourism'] }),
      [{ field: 'fields.1', reason: 'unknown' }],
    ],
    [
      'a field chosen twice',
      content({ fields: ['start-ups', 'start-ups'] }),
      [{ field: 'fields', reason: 'repeated' }],
    ],
    [
      'a trait that is not on the list',
      content({ traits: { charm: 'mye' } as NominationContent['traits'] }),
      [{ field: 'traits.charm', reason: 'unknown' }],
    ],
    [
      'a trait that is too long',
      content({ traits: { 'own-strengths': 'a'.repeat(1501) } }),
      [{ field: 'traits.own-strengths', reason: 'too-long', limit: 1500, actual: 1501 }],
    ],
    [
      'a measure that is not on the list',
      content({ results: [result({ measure: 'fame' as 'other' })] }),
      [{ field: 'results.0.measure', reason: 'unknown' }],
    ],
    [
      'a partner with a wrong organisation number',
      content({ partners: [{ name: 'A AS', organisationNumber: '938 795 593' }] }),
      [{ field: 'partners.0.organisationNumber', reason: 'not-an-organisation-number' }],
    ],
    [
      'a partner with a right one in groups is right',
      content({ partners: [{ name: 'A AS', organisationNumber: '938 795 592' }] }),
      [],
    ],
    [
      'a partner with a wrong address',
      content({ partners: [{ name: 'A AS', contactEmail: '@a.example' }] }),
      [{ field: 'partners.0.contactEmail', reason: 'not-an-email' }],
    ],
    [
      'more than twenty partners',
      content({ partners: Array.from({ length: 21 }, (_, at) => ({ name: `Nr ${at}` })) }),
      [{ field: 'partners', reason: 'too-many', limit: 20, actual: 21 }],
    ],
    [
      'twenty are right',
      content({ partners: Array.from({ length: 20 }, (_, at) => ({ name: `Nr ${at}` })) }),
      [],
    ],
    [
      'an address of 254 characters is right',
      content({ contactEmail: `${'a'.repeat(240)}@fjord.example`.slice(-254) }),
      [],
    ],
    [
      'one of 255 is not',
      content({ contactEmail: `${'a'.repeat(241)}@fjord.example` }),
      [{ field: 'contactEmail', reason: 'not-an-email' }],
    ],
    [
      'a neighbour named twice',
      content({ neighbours: ['x', 'x'] }),
      [{ field: 'neighbours', reason: 'repeated' }],
    ],
  ])('%s', (_, given, expected) => {
    expect(formProblems(given)).toEqual(expected);
  });
});

describe('a form of the edition', () => {
  it.each<[string, NominationForm, Partial<NominationContent>, readonly string[]]>([
    [
      'misses an answer that it requires',
      asking({}, [{ required: true }]),
      {},
      ['answers.own-climate'],
    ],
    [
      'takes the answer under the code of the question',
      asking({}, [{ required: true }]),
      { answers: { 'own-climate': 'Vi kuttet utslippene.' } },
      [],
    ],
    [
      'does not take spaces for an answer',
      asking({}, [{ required: true }]),
      { answers: { 'own-climate': ' ' } },
      ['answers.own-climate'],
    ],
    ['does not miss what is not required', asking({}, [{}]), {}, []],
    [
      'lists what is missing in the order of the form, the short form first',
      asking({ summary: { required: true }, results: { required: true } }, [
        { required: true, place: 'short' },
      ]),
      { contactName: '' },
      ['answers.own-climate', 'contactName', 'summary', 'results'],
    ],
    [
      'may require a trait',
      asking({ traits: { required: true } }),
      { traits: { 'own-strengths': '' } },
      ['traits'],
    ],
    [
      'has enough with one trait',
      asking({ traits: { required: true } }),
      { traits: { 'own-strengths': 'Ja' } },
      [],
    ],
    ['may require a file', asking({ attachments: { required: true } }), {}, ['attachments']],
  ])('%s', (_, form, change, expected) => {
    expect(whatIsMissing(content(change), form)).toEqual(
      expected.map((field) => ({ field, reason: 'missing' })),
    );
  });

  it.each<[string, NominationForm, Partial<NominationContent>, readonly FormProblem[]]>([
    [
      'counts its own answers against its own limit',
      asking({}, [{}]),
      { answers: { 'own-climate': 'å'.repeat(501) } },
      [{ field: 'answers.own-climate', reason: 'too-long', limit: 500, actual: 501 }],
    ],
    [
      'takes results by its own measures only',
      { ...DEFAULT_FORM, measures: ['value-creation'] },
      { results: [result()] },
      [{ field: 'results.0.measure', reason: 'unknown' }],
    ],
    [
      'sets the room of each trait',
      asking({ traits: { limit: 200 } }),
      { traits: { 'own-strengths': 'a'.repeat(201) } },
      [{ field: 'traits.own-strengths', reason: 'too-long', limit: 200, actual: 201 }],
    ],
  ])('%s', (_, form, change, expected) => {
    expect(formProblems(content(change), form)).toEqual(expected);
  });

  it.each<[string, NominationForm, Partial<NominationContent>, readonly string[]]>([
    [
      'has asked for all of the default form',
      DEFAULT_FORM,
      { summary: 'Kort', neighbours: ['x'] },
      [],
    ],
    [
      'has not asked for what it leaves out',
      asking({ summary: { asked: false }, neighbours: { asked: false } }),
      { summary: 'Kort', neighbours: ['x'] },
      ['summary', 'neighbours'],
    ],
    [
      'does not mind what is left empty there',
      asking({ summary: { asked: false } }),
      { summary: ' ' },
      [],
    ],
    [
      "has not asked another edition's question",
      DEFAULT_FORM,
      { answers: { 'own-climate': 'Ja' } },
      ['answers.own-climate'],
    ],
  ])('%s', (_, form, change, expected) => {
    expect(notAskedFor(content(change), form)).toEqual(expected);
  });
});

describe('sending', () => {
  it.each<[string, NominationContent, Verdict]>([
    ['the short form is enough', content(), yes],
    ['something missing refuses', content({ title: '' }), no('incomplete-form')],
    ['something wrong refuses', content({ contactEmail: 'x' }), no('incomplete-form')],
    ['a text too long is told as such', content({ text: 'a'.repeat(6001) }), no('text-too-long')],
    [
      'it needs the confirmation',
      content({ confirmedWithChiefExecutive: false }),
      no('incomplete-form'),
    ],
  ])('%s', (_, given, expected) => {
    expect(mayBeSent(given)).toEqual(expected);
  });

  it('follows the edition where its limit is lower', () => {
    const form = asking({ text: { limit: 3000 } });
    expect(mayBeSent(content({ text: 'a'.repeat(3001) }), form)).toEqual(no('text-too-long'));
  });
});

describe('the lists of the form', () => {
  it('are sixteen fields and eight traits, each once', () => {
    expect(new Set(FIELDS).size).toBe(16);
    expect(new Set(TRAITS).size).toBe(8);
  });

  it('stores more than any edition lets be sent, so that no word is lost', () => {
    expect(STORED_LIMITS.text).toBeGreaterThanOrEqual(4 * TEXT_LIMIT_RANGE.max);
    expect(limitOf(DEFAULT_FORM, 'text')).toBeLessThanOrEqual(TEXT_LIMIT_RANGE.max);
  });
});
