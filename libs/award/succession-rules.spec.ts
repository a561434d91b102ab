import { mayNameSuccessor, type SuccessorNaming } from './succession-rules';
import { no, type Verdict, yes } from './verdict';

const naming: SuccessorNaming = {
  candidates: ['orkland', 'heim', 'hitra'],
  named: null,
  to: 'heim',
  reason: 'De fleste ansatte og hele næringsarbeidet gikk dit.',
};

describe('who answers for the entry of a municipality that was divided', () => {
  it.each<[string, Partial<SuccessorNaming>, Verdict]>([
    ['one of those it was divided into', {}, yes],
    ['another than before', { named: 'orkland' }, yes],
    ['not the same again', { named: 'heim' }, no('already-decided')],
    ['not one that took nothing over', { to: 'skaun' }, no('unknown-municipality')],
    ['nobody, when it was not divided', { candidates: [] }, no('wrong-state')],
    ['not without a reason', { reason: ' \n' }, no('reason-required')],
  ])('%s', (_case, change, expected) => {
    expect(mayNameSuccessor({ ...naming, ...change })).toEqual(expected);
  });
});
