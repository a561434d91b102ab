import {
  askedSections,
  DEFAULT_FORM,
  DEFAULT_SECTIONS,
  type DefinitionProblem,
  definitionProblems,
  formPages,
  type FormSection,
  limitRange,
  MOST_OWN_SECTIONS,
  type NominationForm,
  NO_WORDS,
  sameQuestions,
  SECTION_CODES,
  wholeForm,
} from './form-definition';
import { STORED_LIMITS } from './nomination-form';

const own = (change: Partial<FormSection> = {}): FormSection => ({
  code: 'own-climate',
  place: 'elaborate',
  asked: true,
  required: false,
  limit: 1000,
  heading: { nb: 'Klima', nn: '', en: '' },
  help: NO_WORDS,
  ...change,
});

const form = (
  changes: Readonly<Record<string, Partial<FormSection>>>,
  added: readonly FormSection[] = [],
): NominationForm => ({
  ...DEFAULT_FORM,
  sections: [...DEFAULT_FORM.sections.map((one) => ({ ...one, ...changes[one.code] })), ...added],
});

describe('the default form', () => {
  it('asks for title and text, and lets the rest be elaborated, on six pages', () => {
    expect(definitionProblems(DEFAULT_FORM)).toEqual([]);
    expect(askedSections(DEFAULT_FORM, 'short').map(({ code }) => code)).toEqual(['title', 'text']);
    expect(
      formPages(DEFAULT_FORM).map(({ page, sections }) => [page, sections.map(({ code }) => code)]),
    ).toEqual([
      ['summary', ['summary', 'fields']],
      ['traits', ['traits']],
      ['lessons', ['difficult', 'business']],
      ['results', ['results']],
      ['partners', ['partners', 'neighbours']],
      ['attachments', ['attachments']],
    ]);
  });
});

describe('pages of what can be elaborated', () => {
  it.each<[string, NominationForm, readonly string[]]>([
    [
      'leave out what is not asked',
      form({ summary: { asked: false }, fields: { asked: false }, difficult: { asked: false } }),
      ['traits', 'lessons', 'results', 'partners', 'attachments'],
    ],
    [
      'leave out what stands in the short form',
      form({ difficult: { place: 'short' }, business: { place: 'short' } }),
      ['summary', 'traits', 'results', 'partners', 'attachments'],
    ],
    [
      'come in the order of the edition, its own questions each on one',
      { ...DEFAULT_FORM, sections: [own(), ...[...DEFAULT_SECTIONS].reverse()] },
      ['own-climate', 'attachments', 'partners', 'results', 'lessons', 'traits', 'summary'],
    ],
  ])('%s', (_, given, expected) => {
    expect(formPages(given).map(({ page }) => page)).toEqual(expected);
  });
});

describe('a form can be an edition’s', () => {
  it.each<[string, NominationForm, readonly DefinitionProblem[]]>([
    ['with a question of its own', form({}, [own()]), []],
    ['with that question in the short form', form({}, [own({ place: 'short' })]), []],
    ['with less asked', form({ traits: { asked: false }, results: { asked: false } }), []],
    [
      'not without the text',
      form({ text: { asked: false, required: false } }),
      [{ path: 'sections.1.asked', reason: 'always-asked' }],
    ],
    [
      'not with the title among what can be elaborated',
      form({ title: { place: 'elaborate' } }),
      [{ path: 'sections.0.asked', reason: 'always-asked' }],
    ],
    [
      'not with files in the short form',
      form({ attachments: { place: 'short' } }),
      [{ path: 'sections.10.place', reason: 'only-words' }],
    ],
    [
      'not when it requires what it does not ask',
      form({ summary: { asked: false, required: true } }),
      [{ path: 'sections.2.required', reason: 'not-asked' }],
    ],
    [
      'not with a text longer than the award lets it be',
      form({ text: { limit: 6001 } }),
      [{ path: 'sections.1.limit', reason: 'out-of-range' }],
    ],
    [
      'not with a text without a limit',
      form({ difficult: { limit: null } }),
      [{ path: 'sections.5.limit', reason: 'out-of-range' }],
    ],
    [
      'not with a limit where nothing is counted',
      form({ neighbours: { limit: 3 } }),
      [{ path: 'sections.9.limit', reason: 'out-of-range' }],
    ],
    [
      'not with a nameless question',
      form({}, [own({ heading: { nb: ' ', nn: 'Klima', en: '' } })]),
      [{ path: 'sections.11.heading', reason: 'missing' }],
    ],
    [
      'not with a question twice',
      form({}, [own(), own()]),
      [{ path: 'sections.12.code', reason: 'named-twice' }],
    ],
    [
      'not with a code that is nobody’s',
      form({}, [own({ code: 'constructor' as 'own-x' })]),
      [
        { path: 'sections.11.code', reason: 'unknown' },
        { path: 'sections.11.limit', reason: 'out-of-range' },
      ],
    ],
    [
      'not with one of the award’s questions gone',
      { ...DEFAULT_FORM, sections: DEFAULT_FORM.sections.slice(1) },
      [{ path: 'sections', reason: 'missing' }],
    ],
    [
      'not with more questions of its own than anybody answers',
      form(
        {},
        Array.from({ length: MOST_OWN_SECTIONS + 1 }, (_, at) => own({ code: `own-${at}` })),
      ),
      [{ path: 'sections', reason: 'too-many' }],
    ],
    [
      'not with results that cannot be measured',
      { ...DEFAULT_FORM, measures: [] },
      [{ path: 'measures', reason: 'missing' }],
    ],
    [
      'not with a measure twice',
      { ...DEFAULT_FORM, measures: ['other', 'other'] },
      [{ path: 'measures', reason: 'named-twice' }],
    ],
    [
      'not with files of no kind',
      { ...DEFAULT_FORM, files: { ...DEFAULT_FORM.files, groups: [] } },
      [{ path: 'files.groups', reason: 'missing' }],
    ],
    [
      'not with more files than the house holds',
      { ...DEFAULT_FORM, files: { ...DEFAULT_FORM.files, mostFiles: 31 } },
      [{ path: 'files.mostFiles', reason: 'out-of-range' }],
    ],
  ])('%s', (_, given, expected) => {
    expect(definitionProblems(given)).toEqual(expected);
  });

  it('with room for no more than is stored', () => {
    for (const code of [...SECTION_CODES, 'own-x'])
      expect(limitRange(code)?.max ?? 0).toBeLessThanOrEqual(
        code === 'title' ? STORED_LIMITS.short : STORED_LIMITS.text,
      );
  });
});

describe('two forms ask the same', () => {
  it.each<[string, NominationForm, boolean]>([
    ['when nothing differs', form({}), true],
    ['when only help differs', form({ text: { help: { nb: 'Kort', nn: '', en: '' } } }), true],
    ['not in other words', form({ text: { heading: { nb: 'Hvorfor', nn: '', en: '' } } }), false],
    ['not with another limit', form({ text: { limit: 4000 } }), false],
    ['not with a question more', form({}, [own()]), false],
    ['not in another order', { ...DEFAULT_FORM, sections: [...DEFAULT_SECTIONS].reverse() }, false],
    ['not with other measures', { ...DEFAULT_FORM, measures: ['other'] }, false],
    [
      'not with other files',
      { ...DEFAULT_FORM, files: { ...DEFAULT_FORM.files, groups: ['pdf'] } },
      false,
    ],
    ['not when the telephone is wanted', { ...DEFAULT_FORM, requirePhone: true }, false],
  ])('%s', (_, given, expected) => {
    expect(sameQuestions(DEFAULT_FORM, given)).toBe(expected);
  });
});

describe('a stored form', () => {
  it('that says nothing is the default', () => {
    expect(wholeForm({})).toEqual(DEFAULT_FORM);
  });

  it('from before a question was thought of does not ask it', () => {
    const sections = DEFAULT_SECTIONS.filter(({ code }) => code !== 'business');
    const asked = askedSections(wholeForm({ sections })).map(({ code }) => code);
    expect(asked).toEqual(SECTION_CODES.filter((code) => code !== 'business'));
  });
});
