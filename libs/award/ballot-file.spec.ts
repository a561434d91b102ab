import fc from 'fast-check';
import { anyRefused, ballotReport } from './ballot-file';

const answer = (election: unknown) => ballotReport(JSON.stringify(election));

const FINAL = {
  options: ['B', 'A', 'C'],
  ballots: [
    { org: 'KS', count: 2, ranking: 'A>B>C' },
    { org: 'NHO', ranking: 'B > C = A' },
    { org: null, ranking: 'C' },
    { org: 'NHO', ranking: 'A=B=C' },
  ],
};

describe('an election in a file', () => {
  it('is answered in full', () => {
    expect(answer(FINAL)).toEqual({
      unweighted: {
        pairwise: { A: { A: 0, B: 2, C: 2 }, B: { A: 1, B: 0, C: 3 }, C: { A: 1, B: 1, C: 0 } },
        winners: ['A'],
        rank: { A: 1, B: 2, C: 3 },
        condorcet: 'A',
      },
      parity: {
        weights: { KS: 1, NHO: 2 },
        pairwise: { A: { A: 0, B: 2, C: 2 }, B: { A: 2, B: 0, C: 4 }, C: { A: 0, B: 0, C: 0 } },
        winners: ['A', 'B'],
        rank: { A: 1, B: 1, C: 3 },
        condorcet: null,
      },
      org: { KS: ['A'], NHO: ['B'] },
      agreement: 'tie',
    });
  });

  it('follows the first example of Schulze 2011', () => {
    const rankings: Record<string, number> = {
      'A>C>B>E>D': 5,
      'A>D>E>C>B': 5,
      'B>E>D>A>C': 8,
      'C>A>B>E>D': 3,
      'C>A>E>B>D': 7,
      'C>B>A>D>E': 2,
      'D>C>E>B>A': 7,
      'E>B>A>D>C': 8,
    };
    const ballots = Object.entries(rankings).map(([ranking, count]) => ({
      org: null,
      count,
      ranking,
    }));
    expect(answer({ options: [...'ABCDE'], ballots })).toMatchObject({
      unweighted: { winners: ['E'], rank: { E: 1, A: 2, C: 3, B: 4, D: 5 }, condorcet: null },
      parity: null,
      org: { KS: null, NHO: null },
      agreement: 'no-parity',
    });
  });

  it('in a list has the refusal in its place', () => {
    const bad = { ...FINAL, ballots: [{ org: 'KS', ranking: 'A>X' }] };
    const answers = answer([FINAL, bad, FINAL]);
    expect(answers).toEqual([answer(FINAL), { error: 'BAD_BALLOT' }, answer(FINAL)]);
    expect([anyRefused(answers), anyRefused(answer(FINAL)), anyRefused(answer(bad))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(answer([])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['an option that is not there', { org: null, ranking: 'A>X' }],
    ['an option twice', { org: null, ranking: 'A>B>A' }],
    ['an empty place', { org: null, ranking: 'A>>B' }],
    ['a mark at its end', { org: null, ranking: 'A>' }],
    ['no ranking', { org: null }],
    ['a ranking in a list', { org: null, ranking: ['A'] }],
    ['no count at all', { org: null, ranking: 'A', count: 0 }],
    ['half a count', { org: null, ranking: 'A', count: 0.5 }],
    ['a count in words', { org: null, ranking: 'A', count: '2' }],
    ['an empty count', { org: null, ranking: 'A', count: null }],
    ['another organisation', { org: 'LO', ranking: 'A' }],
    ['nothing', null],
  ])('is refused for a ballot with %s', (_, ballot) => {
    expect(answer({ ...FINAL, ballots: [ballot] })).toEqual({ error: 'BAD_BALLOT' });
  });

  it.each<[string, string, string]>([
    ['a text that is not JSON', '{"options":', 'BAD_INPUT'],
    ['nothing', '', 'BAD_INPUT'],
    ['a number', '3', 'BAD_INPUT'],
    ['no ballots', '{"options":["A"]}', 'BAD_INPUT'],
    ['options that are not text', '{"options":[1],"ballots":[]}', 'BAD_BALLOT'],
    ['an option named twice', '{"options":["A","A"],"ballots":[]}', 'BAD_BALLOT'],
    ['no options', '{"options":[],"ballots":[]}', 'BAD_BALLOT'],
  ])('is refused for %s', (_, text, error) => {
    expect(ballotReport(text)).toEqual({ error });
  });

  it('of any text is counted or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(typeof anyRefused(ballotReport(text))).toBe('boolean');
      }),
    );
  });
});
