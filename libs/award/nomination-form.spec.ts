import {
  DEFAULT_FORM,
  EMPTY_CONTENT,
  FIELDS,
  type FormProblem,
  formProblems,
  mayBeSent,
  type NominationContent,
  type NominationForm,
  STORED_LIMITS,
  TEXT_LIMIT_RANGE,
  TRAITS,
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
    const form = { ...DEFAULT_FORM, maxText: 3000 };
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
    expect(DEFAULT_FORM.maxText).toBeLessThanOrEqual(TEXT_LIMIT_RANGE.max);
  });
});
