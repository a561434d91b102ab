import {
  inQuestionFor,
  type Involvement,
  mayBuildOn,
  mayKeepDecision,
} from './decision-review-rules';
import { no, type Verdict, yes } from './verdict';

const at = (hour: number) => new Date(Date.UTC(2027, 0, 15, hour));

describe('a decision that a member found recused took part in', () => {
  const member = (change: Partial<Involvement> = {}): Involvement => ({
    seat: 'nora',
    tookPart: true,
    recusedAt: at(14),
    ...change,
  });
  it.each<[string, Involvement[], Date | null, string[]]>([
    ['stands in question', [member()], null, ['nora']],
    ['does not when the member was out before', [member({ recusedAt: at(11) })], null, []],
    ['does not when the member had nothing to do with it', [member({ tookPart: false })], null, []],
    ['does not when the member is impartial', [member({ recusedAt: null })], null, []],
    ['does not once the jury has kept it', [member()], at(15), []],
    [
      'does again for the next member',
      [member(), member({ seat: 'kari', recusedAt: at(16) })],
      at(15),
      ['kari'],
    ],
  ])('%s', (_case, members, keptAt, expected) => {
    expect(inQuestionFor({ sealedAt: at(12), keptAt, members })).toEqual(expected);
  });
});

describe('keeping such a decision', () => {
  const keeping = (change: Partial<Parameters<typeof mayKeepDecision>[0]> = {}) =>
    mayKeepDecision({
      inQuestion: 1,
      quorum: yes,
      reason: 'Rekkefølgen er den samme uten medlemmet.',
      vote: { inFavour: 3, against: 0 },
      ...change,
    });
  it.each<[string, Verdict, Verdict]>([
    ['is done with a reason and a vote', keeping(), yes],
    ['is not done where nothing is in question', keeping({ inQuestion: 0 }), no('nothing-to-rule')],
    ['is not done without the jury', keeping({ quorum: no('house-empty') }), no('house-empty')],
    ['is not done without a reason', keeping({ reason: ' ' }), no('reason-required')],
    ['is not done on a tie', keeping({ vote: { inFavour: 2, against: 2 } }), no('vote-required')],
  ])('%s', (_case, verdict, expected) => {
    expect(verdict).toEqual(expected);
  });

  it('comes before anything is built on it', () => {
    expect(mayBuildOn(1)).toEqual(no('decision-in-question'));
    expect(mayBuildOn(0)).toEqual(yes);
  });
});
