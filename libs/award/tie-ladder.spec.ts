import { countBallot } from './ballots';
import { ballotHeld, settlementsAfterRound, settlementsOf, winnersOf } from './tie-ladder';

describe('the tie ladder', () => {
  it.each([
    ['second-ballot', 1, []],
    ['second-ballot', 2, []],
    ['leader-vote', 1, []],
    ['leader-vote', 2, ['leader-vote']],
    ['leader-vote', 3, ['leader-vote']],
    ['shared', 1, []],
    ['shared', 2, ['shared']],
  ] as const)('%s after round %i: %j', (rule, round, expected) => {
    expect(settlementsAfterRound(rule, round)).toEqual(expected);
  });

  it.each([
    ['second-ballot', ['second-ballot']],
    ['leader-vote', ['second-ballot', 'leader-vote']],
    ['shared', ['second-ballot', 'shared']],
  ] as const)('a tie at the cut under %s may be settled by %j', (rule, expected) => {
    expect(settlementsOf(rule)).toEqual(expected);
  });

  it.each([
    [
      'with parity when both houses have voted',
      [
        { org: 'KS' as const, ranking: ['a', 'b'], count: 3 },
        { org: 'NHO' as const, ranking: ['b', 'a'] },
      ],
      ['a', 'b'],
    ],
    [
      'plainly when one house has no valid ballot',
      [
        { org: 'KS' as const, ranking: ['a', 'b'], count: 3 },
        { org: 'NHO' as const, ranking: [] },
      ],
      ['a'],
    ],
    ['all of them when everybody abstains', [{ org: 'KS' as const, ranking: [] }], ['a', 'b']],
  ])('names the winners %s', (_situation, ballots, expected) => {
    const count = countBallot({ options: ['a', 'b'], ballots });
    expect(count.allowed && winnersOf(count)).toEqual(expected);
  });

  it.each([
    ['one finalist needs no ballot', { options: 1, named: 1, closedBallots: 0 }, true],
    ['no winner needs no ballot', { options: 3, named: 0, closedBallots: 0 }, true],
    ['a choice needs a ballot', { options: 2, named: 1, closedBallots: 0 }, false],
    ['a counted ballot is enough', { options: 3, named: 1, closedBallots: 1 }, true],
  ])('%s', (_situation, choice, allowed) => {
    expect(ballotHeld(choice)).toEqual(
      allowed ? { allowed } : { allowed, reason: 'vote-required' },
    );
  });
});
