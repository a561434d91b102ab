import type { House } from '@award/award';
import { countPapers, type Paper } from './ballot-count';

/** `KS:ABC NHO:BAC`: who ranks what, best first. */
const papers = (votes: string): Paper[] =>
  votes.split(' ').map((vote, at) => {
    const [house = '', order = ''] = vote.split(':');
    return { seatId: `seat-${at}`, house: house as House, choices: [...order].map((one) => [one]) };
  });
const resultOf = (votes: string) => countPapers(['A', 'B', 'C'], papers(votes), () => true, 'salt');

describe('the result of a ballot that is shown', () => {
  it('has each house’s own count when three have voted in both', () => {
    const result = resultOf('KS:ABC KS:ABC KS:BAC NHO:ABC NHO:ACB NHO:CAB');
    expect(result.houses.KS?.pairwise.A?.B).toBe(2);
    expect(result.houses.NHO?.winners).toEqual(['A']);
    expect(result.parity?.pairwise.A?.B).toBe(5);
    expect(result.agreement).toBe('both');
  });

  it.each([
    ['one in a house', 'KS:ABC NHO:BAC NHO:ABC NHO:BAC'],
    ['two in a house', 'KS:ABC KS:CBA NHO:BAC NHO:BCA NHO:BAC'],
    ['two valid in a house', 'KS:ABC KS:CBA KS: NHO:BAC NHO:BCA NHO:BAC'],
    ['few in both, with an independent', 'KS:ABC NHO:ACB independent:BAC'],
    ['nobody in a house', 'KS:ABC KS:ABC KS:ABC'],
  ])('has neither house’s count, nor what they follow from, with %s', (_case, votes) => {
    const result = resultOf(votes);
    expect(result.houses).toEqual({ KS: null, NHO: null });
    expect(result.parity).toBeNull();
    expect([null, 'tie', 'no-parity']).toContain(result.agreement);
    expect(result.unweighted?.ballots).toBe(result.ballots);
    expect(result.winners).toHaveLength(1);
  });

  it('is the same when only who of a lone house’s two voted what is exchanged', () => {
    const { papersHash: _one, ...one } = resultOf('KS:ABC NHO:BAC NHO:BCA NHO:CBA');
    const { papersHash: _other, ...other } = resultOf('KS:ABC NHO:CBA NHO:BCA NHO:BAC');
    expect(one).toEqual(other);
  });

  it('names the winner only when two have voted in all', () => {
    const result = resultOf('KS:ABC NHO:ACB');
    expect([result.winners, result.unweighted, result.ballots]).toEqual([['A'], null, 2]);
  });

  it('tells a deadlock of few without what both have second, which would tell their order', () => {
    const result = resultOf('KS:ACB NHO:BCA');
    expect([result.tie, result.deadlock]).toEqual([true, { commonSecond: [] }]);
  });
});
