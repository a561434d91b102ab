import {
  type ClassAnswer,
  classOutcome,
  type ClassQuestion,
  mayAskClass,
  mayMoveClass,
  maySettleClass,
} from './class-question-rules';
import type { ClassStage } from './edition-phases';
import type { House } from './panel-rules';
import { no, type Verdict, yes } from './verdict';

const question = (
  own: ClassStage = 'scoring',
  other: ClassStage = 'scoring',
  change: Partial<ClassQuestion> = {},
): ClassQuestion => ({
  phase: 'judging',
  from: 'small',
  to: 'large',
  stages: { small: own, large: other },
  secondRound: false,
  ...change,
});

describe('asking the jury about an entry’s class', () => {
  const asked = (change: Partial<Parameters<typeof mayAskClass>[0]> = {}) =>
    mayAskClass({ ...question(), open: false, finding: 'Folketallet var 15 012.', ...change });

  it.each<[string, Verdict, Verdict]>([
    ['while the class is scored', asked(), yes],
    ['when it has gone to its meeting', asked(question('deliberation')), yes],
    ['whatever the other class has come to', asked(question('scoring', 'winner-sealed')), yes],
    ['not before scoring: the secretariat does it', asked(question('waiting')), no('wrong-stage')],
    ['not when finalists are sealed', asked(question('finalists-sealed')), no('wrong-stage')],
    ['not about the class it has', asked({ to: 'small' }), no('unknown-class')],
    ['not about a class there is not', asked({ to: 'middle' }), no('unknown-class')],
    ['not twice at the same time', asked({ open: true }), no('already-asked')],
    ['not without what was found', asked({ finding: '  ' }), no('reason-required')],
    ['not after the finalists are out', asked({ phase: 'announced' }), no('wrong-phase')],
  ])('%s', (_case, verdict, expected) => {
    expect(verdict).toEqual(expected);
  });
});

describe('moving an entry under a jury at work', () => {
  it.each<[ClassStage, ClassStage, Verdict]>([
    ['scoring', 'waiting', yes],
    ['scoring', 'scoring', yes],
    ['deliberation', 'scoring', yes],
    ['scoring', 'deliberation', no('wrong-stage')],
    ['deliberation', 'finalists-sealed', no('wrong-stage')],
    ['finalists-sealed', 'scoring', no('wrong-stage')],
    ['winner-sealed', 'waiting', no('wrong-stage')],
  ])('from %s to %s', (own, other, expected) => {
    expect(mayMoveClass(question(own, other))).toEqual(expected);
  });

  it('to a class that has gone on to its second round', () => {
    expect(mayMoveClass(question('scoring', 'scoring', { secondRound: true }))).toEqual(
      no('wrong-stage'),
    );
  });
});

describe('what the answers come to', () => {
  it.each<[string, ClassAnswer[], ClassAnswer]>([
    ['a majority moves', ['move', 'move', 'keep'], 'move'],
    ['a tie keeps', ['move', 'keep'], 'keep'],
    ['a majority keeps', ['keep', 'keep', 'move'], 'keep'],
    ['nobody keeps', [], 'keep'],
  ])('%s', (_case, answers, expected) => {
    expect(classOutcome(answers)).toBe(expected);
  });
});

describe('settling the question', () => {
  const answers = (...given: [House, ClassAnswer][]) =>
    given.map(([house, answer]) => ({ house, answer }));
  const moving = answers(['KS', 'move'], ['NHO', 'move'], ['NHO', 'keep']);
  const keeping = answers(['KS', 'keep'], ['NHO', 'move'], ['NHO', 'keep']);
  const settled = (change: Partial<Parameters<typeof maySettleClass>[0]> = {}) =>
    maySettleClass({
      ...question(),
      open: true,
      quorum: 3,
      answers: moving,
      reason: 'Folketallet var feil.',
      ...change,
    });

  it.each<[string, Verdict, Verdict]>([
    ['with quorum, both houses and a reason', settled(), yes],
    ['without enough answers', settled({ answers: moving.slice(0, 2) }), no('quorum-missing')],
    [
      'with one house silent',
      settled({ answers: answers(['KS', 'move'], ['KS', 'move'], ['independent', 'keep']) }),
      no('house-empty'),
    ],
    ['without a reason', settled({ reason: '' }), no('reason-required')],
    ['twice', settled({ open: false }), no('already-decided')],
    [
      'to a class that has closed its scoring',
      settled(question('scoring', 'deliberation')),
      no('wrong-stage'),
    ],
    [
      'keeping, whatever the other class has come to',
      settled({ ...question('scoring', 'deliberation'), answers: keeping }),
      yes,
    ],
  ])('%s', (_case, verdict, expected) => {
    expect(verdict).toEqual(expected);
  });
});
