import { EMPTY_CONTENT, type NominationContent } from '@award/award';
import { mergeWritings, type Part, sameWriting, settle, type Writing } from './three-way-merge';

const writing = (
  content: Partial<NominationContent>,
  writtenForm: 'nb' | 'nn' = 'nb',
): Writing => ({
  content: { ...EMPTY_CONTENT, ...content },
  writtenForm,
});

describe('two who write upon the same text', () => {
  const base = writing({ title: 'Start', text: 'Tekst', traits: { 'own-strengths': 'a' } });

  it.each<[string, Writing, Writing, Part[], Part[]]>([
    ['nobody has changed anything', base, base, [], []],
    ['only I have', writing({ ...base.content, title: 'Min' }), base, [], []],
    ['only the other has', base, writing({ ...base.content, text: 'Hennes' }), ['text'], []],
    [
      'each has changed something else',
      writing({ ...base.content, title: 'Min' }),
      writing({ ...base.content, text: 'Hennes' }),
      ['text'],
      [],
    ],
    [
      'both have made the same change',
      writing({ ...base.content, title: 'Lik' }),
      writing({ ...base.content, title: 'Lik' }),
      [],
      [],
    ],
    [
      'both have changed the same differently',
      writing({ ...base.content, title: 'Min' }),
      writing({ ...base.content, title: 'Hennes', text: 'Hennes' }),
      ['text'],
      ['title'],
    ],
    [
      'each has written on a trait of their own',
      writing({ ...base.content, traits: { 'own-strengths': 'b' } }),
      writing({ ...base.content, traits: { 'own-strengths': 'a', 'part-of-region': 'c' } }),
      ['traits.part-of-region'],
      [],
    ],
    [
      'each has answered a question of the edition’s own',
      writing({ ...base.content, answers: { 'own-climate': 'Sol' } }),
      writing({ ...base.content, answers: { 'own-transport': 'Tog' } }),
      ['answers.own-transport'],
      [],
    ],
    [
      'both have answered the same question of the edition’s own',
      writing({ ...base.content, answers: { 'own-climate': 'Sol' } }),
      writing({ ...base.content, answers: { 'own-climate': 'Vind' } }),
      [],
      ['answers.own-climate'],
    ],
    [
      'both have added to the same list',
      writing({ ...base.content, partners: [{ name: 'A' }] }),
      writing({ ...base.content, partners: [{ name: 'B' }] }),
      [],
      ['partners'],
    ],
    [
      'the other has chosen another written form',
      writing({ ...base.content, title: 'Min' }),
      writing(base.content, 'nn'),
      ['writtenForm'],
      [],
    ],
  ])('%s', (_, mine, theirs, taken, conflicts) => {
    const merge = mergeWritings(base, mine, theirs);
    expect(merge.taken).toEqual(taken);
    expect(merge.conflicts).toEqual(conflicts);
  });

  it('keeps mine in a conflict until somebody chooses, and then what was chosen', () => {
    const mine = writing({ ...base.content, title: 'Min', difficult: 'Min' });
    const theirs = writing({ ...base.content, title: 'Hennes', difficult: 'Hennes', text: 'Ny' });
    const merge = mergeWritings(base, mine, theirs);
    expect(merge.merged.content).toMatchObject({ title: 'Min', difficult: 'Min', text: 'Ny' });
    const settled = settle(merge, theirs, { title: 'theirs', difficult: 'mine' });
    expect(settled.content).toMatchObject({ title: 'Hennes', difficult: 'Min', text: 'Ny' });
  });

  it('does not see a difference in the order of keys, or in what is left out', () => {
    const one = writing({ partners: [{ name: 'A', organisationNumber: null }] });
    const other = writing({ partners: [{ name: 'A' }] });
    expect(sameWriting(one, other)).toBe(true);
    const traits = { 'part-of-region': 'b', 'own-strengths': 'a' };
    expect(sameWriting(base, writing({ ...base.content, traits: { ...traits } }))).toBe(false);
    const answered = writing({ ...base.content, answers: { 'own-climate': 'Sol' } });
    expect(sameWriting(base, answered)).toBe(false);
  });
});
