import { allOf, needs, no, type Verdict, yes } from './verdict';

describe('a verdict', () => {
  it.each<[string, readonly Verdict[], Verdict]>([
    ['nothing asked is allowed', [], yes],
    ['everything allowed is allowed', [yes, yes], yes],
    ['one refusal refuses', [yes, no('recused'), yes], no('recused')],
    ['of two refusals the first is told', [no('undeclared'), no('recused')], no('undeclared')],
  ])('%s', (_, verdicts, expected) => {
    expect(allOf(...verdicts)).toEqual(expected);
  });

  it.each<[string, boolean, Verdict]>([
    ['what holds is allowed', true, { allowed: true }],
    [
      'what does not hold is refused with its reason',
      false,
      { allowed: false, reason: 'not-found' },
    ],
  ])('%s', (_, holds, expected) => {
    expect(needs(holds, 'not-found')).toEqual(expected);
  });
});
