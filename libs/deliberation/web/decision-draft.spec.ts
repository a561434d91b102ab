import { type DecisionWords, EMPTY_WORDS, orderOf, problemOf, problemsOf } from './decision-draft';

const words = (more: Partial<DecisionWords> = {}): DecisionWords => ({
  ...EMPTY_WORDS,
  number: '3',
  ...more,
});

describe('a decision in the making', () => {
  it.each<[string, Partial<DecisionWords>, number, string[]]>([
    ['what is usual needs nothing more', {}, 3, []],
    ['the number must be a digit', { number: 'tre' }, 3, ['f-number']],
    ['the number must be the number named', { number: '2' }, 3, ['f-number']],
    ['votes come in pairs', { votesFor: '4' }, 3, ['f-votes-for']],
    ['votes are numbers', { votesFor: 'fire', votesAgainst: '0' }, 3, ['f-votes-for']],
    ['both votes are fine', { votesFor: '4', votesAgainst: '0' }, 3, []],
  ])('%s', (_case, more, named, ids) => {
    expect(problemsOf(words(more), named, 'f').map(({ id }) => id)).toEqual(ids);
  });

  it('sends empty fields as absent and numbers as numbers', () => {
    expect(orderOf(words({ votesFor: '4', votesAgainst: '1', dissent: ' ' }), 'earlier')).toEqual({
      number: 3,
      reason: '',
      dissent: null,
      votesFor: 4,
      votesAgainst: 1,
      settlement: null,
      supersedes: 'earlier',
    });
  });

  it.each([
    ['reason-required', 'f-reason'],
    ['vote-required', 'f-votes-for'],
    ['tie-undecided', 'f-settlement'],
    ['wrong-number-of-winners', 'f-number'],
    ['quorum-missing', 'f-choice'],
    [null, 'f-choice'],
  ] as const)('points %s at its field', (refusal, id) => {
    const problem = problemOf(refusal, 'f');
    expect(problem.id).toBe(id);
    expect(problem.text).not.toBe('');
  });
});
