import fc from 'fast-check';
import { type Ballot, type BallotCount, countBallot, PARITY_HOUSES } from './ballots';
import { no } from './verdict';

/** A ballot from `A>B=C`, with a house and a number of equal ballots. */
const ballot = (written: string, org: Ballot['org'] = null, count = 1): Ballot => ({
  org,
  count,
  ranking: written === '' ? [] : written.split('>').map((rank) => rank.split('=')),
});

const count = (options: string, ...ballots: readonly Ballot[]): BallotCount => {
  const result = countBallot({ options: [...options], ballots });
  if (!result.allowed) throw new Error(result.reason);
  return result;
};

describe('the count of all ballots', () => {
  it.each<[string, string, readonly Ballot[], string | null, readonly string[]]>([
    ['has the only option as winner', 'A', [ballot('A')], 'A', ['A']],
    ['has everybody as winner without a ballot', 'ABC', [], null, ['A', 'B', 'C']],
    [
      'has who beats each of the others',
      'ABC',
      [ballot('A>B>C', null, 2), ballot('B>C>A')],
      'A',
      ['A'],
    ],
    ['has both when two are equal', 'AB', [ballot('A>B'), ballot('B>A')], null, ['A', 'B']],
    ['ranks what is left out last', 'ABC', [ballot('B', null, 2), ballot('A>C>B')], 'B', ['B']],
    [
      'breaks a cycle at its weakest defeat',
      'ABC',
      [ballot('A>B>C', null, 4), ballot('B>C>A', null, 3), ballot('C>A>B', null, 2)],
      null,
      ['A'],
    ],
    [
      'makes no path of an even match',
      'ABC',
      [ballot('A>B>C'), ballot('A>C>B', null, 2), ballot('B=C>A', null, 3)],
      null,
      ['A', 'C'],
    ],
    [
      'leaves an even cycle tied',
      'ABC',
      [ballot('A>B>C'), ballot('B>C>A'), ballot('C>A>B')],
      null,
      ['A', 'B', 'C'],
    ],
  ])('%s', (_, options, ballots, condorcet, winners) => {
    const { unweighted } = count(options, ...ballots);
    expect(unweighted.condorcet).toBe(condorcet);
    expect(unweighted.winners).toEqual(winners);
  });

  it('follows the first example of Schulze 2011', () => {
    const { unweighted } = count(
      'ABCDE',
      ballot('A>C>B>E>D', null, 5),
      ballot('A>D>E>C>B', null, 5),
      ballot('B>E>D>A>C', null, 8),
      ballot('C>A>B>E>D', null, 3),
      ballot('C>A>E>B>D', null, 7),
      ballot('C>B>A>D>E', null, 2),
      ballot('D>C>E>B>A', null, 7),
      ballot('E>B>A>D>C', null, 8),
    );
    expect(unweighted.pairwise['A']).toEqual({ A: 0, B: 20, C: 26, D: 30, E: 22 });
    expect(unweighted.pairwise['E']).toEqual({ A: 23, B: 27, C: 21, D: 31, E: 0 });
    expect(unweighted.rank).toEqual({ E: 1, A: 2, C: 3, B: 4, D: 5 });
    expect(unweighted).toMatchObject({ winners: ['E'], condorcet: null, ballots: 45 });
  });

  it('counts abstentions apart, and equal ranks as no preference', () => {
    const result = count('ABC', ballot(''), ballot('A=B=C'), ballot('A=B>C'));
    expect(result.abstentions).toBe(2);
    expect(result.unweighted.ballots).toBe(1);
    expect(result.unweighted.pairwise).toEqual({
      A: { A: 0, B: 0, C: 1 },
      B: { A: 0, B: 0, C: 1 },
      C: { A: 0, B: 0, C: 0 },
    });
    expect(result.unweighted.winners).toEqual(['A', 'B']);
  });
});

describe('parity between KS and NHO', () => {
  it.each<
    [
      string,
      readonly Ballot[],
      { weights: { KS: number; NHO: number } | null; winners: readonly string[] | null },
      BallotCount['agreement'],
    ]
  >([
    [
      'with equal numbers counts each ballot once',
      [ballot('A>B>C', 'KS', 3), ballot('A>C>B', 'NHO', 3)],
      { weights: { KS: 1, NHO: 1 }, winners: ['A'] },
      'both',
    ],
    [
      'with four and two counts those of two twice',
      [ballot('A>B>C', 'KS', 4), ballot('A>C>B', 'NHO', 2)],
      { weights: { KS: 1, NHO: 2 }, winners: ['A'] },
      'both',
    ],
    [
      'with three and five uses whole weights',
      [ballot('A>B>C', 'KS', 3), ballot('A>C>B', 'NHO', 5)],
      { weights: { KS: 5, NHO: 3 }, winners: ['A'] },
      'both',
    ],
    [
      'leaves abstentions out of the weights',
      [ballot('A>B', 'KS', 2), ballot('', 'KS', 4), ballot('A>B', 'NHO', 2)],
      { weights: { KS: 1, NHO: 1 }, winners: ['A'] },
      'both',
    ],
    [
      'protects the smaller house from headcount, so they tie',
      [ballot('A>B>C', 'KS', 5), ballot('B>A>C', 'NHO', 2)],
      { weights: { KS: 2, NHO: 5 }, winners: ['A', 'B'] },
      'tie',
    ],
    [
      'may be won by what one house wanted',
      [
        ballot('A>B>C', 'KS', 2),
        ballot('C>A>B', 'NHO'),
        ballot('A>C>B', 'NHO'),
        ballot('C>B>A', 'NHO'),
      ],
      { weights: { KS: 3, NHO: 2 }, winners: ['A'] },
      'one',
    ],
    [
      'may be won by what neither had first',
      [
        ballot('A>C>B', 'KS', 2),
        ballot('C>B>A', 'KS', 1),
        ballot('B>C>A', 'NHO', 2),
        ballot('C>A>B', 'NHO', 1),
      ],
      { weights: { KS: 1, NHO: 1 }, winners: ['C'] },
      'none',
    ],
    [
      'is not computed with one house empty',
      [ballot('A>B>C', 'KS', 3), ballot('B>A>C', null, 9)],
      { weights: null, winners: null },
      'no-parity',
    ],
    [
      'is not computed when one house only abstains',
      [ballot('A>B>C', 'KS', 3), ballot('A=B=C', 'NHO', 3)],
      { weights: null, winners: null },
      'no-parity',
    ],
  ])('%s', (_, ballots, expected, agreement) => {
    const { parity, ...result } = count('ABC', ...ballots);
    expect({ weights: parity?.weights ?? null, winners: parity?.winners ?? null }).toEqual(
      expected,
    );
    expect(result.agreement).toBe(agreement);
  });

  it('counts an independent ballot among all, and not in parity', () => {
    const result = count('AB', ballot('A>B', 'KS'), ballot('A>B', 'NHO'), ballot('B>A', null, 5));
    expect(result.unweighted.winners).toEqual(['B']);
    expect(result.parity?.winners).toEqual(['A']);
    expect(result.houses.KS?.winners).toEqual(['A']);
    expect(result.parity?.ballots).toBe(2);
  });

  it.each<[string, readonly Ballot[], readonly string[] | null]>([
    [
      'shows what both have second',
      [ballot('A>C>B>D', 'KS', 2), ballot('B>C>D>A', 'NHO', 2)],
      ['C'],
    ],
    [
      'shows all others where they are equal',
      [ballot('A>B', 'KS'), ballot('B>A', 'NHO')],
      ['C', 'D'],
    ],
    ['is none when the houses agree', [ballot('A>B', 'KS'), ballot('A>C', 'NHO')], null],
    [
      'is none when both have the same two on top',
      [ballot('A=B>C', 'KS'), ballot('A=B>C', 'NHO')],
      null,
    ],
  ])('a deadlock %s', (_, ballots, expected) => {
    expect(count('ABCD', ...ballots).deadlock?.commonSecond ?? null).toEqual(expected);
  });
});

describe('a bad ballot', () => {
  it.each<[string, readonly string[], readonly Ballot[]]>([
    ['names an option that is not there', ['A', 'B'], [ballot('A>X')]],
    ['names an option twice', ['A', 'B'], [ballot('A>B>A')]],
    ['names an option twice in one rank', ['A', 'B'], [ballot('A=A')]],
    ['has an empty rank', ['A', 'B'], [{ org: null, ranking: ['A', []] }]],
    ['is counted no times', ['A', 'B'], [ballot('A', null, 0)]],
    ['is counted half a time', ['A', 'B'], [ballot('A', null, 0.5)]],
    ['is a vote without options', [], []],
    ['is a vote with an option listed twice', ['A', 'A'], [ballot('A')]],
  ])('%s', (_, options, ballots) => {
    expect(countBallot({ options, ballots })).toEqual(no('bad-ballot'));
  });
});

describe('any ballots', () => {
  const options = ['A', 'B', 'C', 'D'];
  const ranking = fc
    .shuffledSubarray(options, { minLength: 0 })
    .chain((order) =>
      fc
        .array(fc.boolean(), { minLength: order.length, maxLength: order.length })
        .map((joins) =>
          order.reduce<string[][]>(
            (ranks, option, at) =>
              at > 0 && joins[at]
                ? [...ranks.slice(0, -1), [...ranks[ranks.length - 1], option]]
                : [...ranks, [option]],
            [],
          ),
        ),
    );
  const vote = fc.array(
    fc.record({
      org: fc.constantFrom('KS' as const, 'NHO' as const, null),
      ranking,
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 9 },
  );

  it('give the same result in whatever order they are cast', () => {
    fc.assert(
      fc.property(vote, (ballots) => {
        const turned = { options: [...options].reverse(), ballots: [...ballots].reverse() };
        expect(countBallot(turned)).toEqual(countBallot({ options, ballots }));
      }),
    );
  });

  it('elect the Condorcet winner alone where there is one, and always somebody', () => {
    fc.assert(
      fc.property(vote, (ballots) => {
        const { unweighted, parity } = count('ABCD', ...ballots);
        for (const tally of parity ? [unweighted, parity] : [unweighted]) {
          expect(tally.winners.length).toBeGreaterThan(0);
          if (tally.condorcet) expect(tally.winners).toEqual([tally.condorcet]);
          expect(tally.winners).toEqual(options.filter((option) => tally.rank[option] === 1));
        }
      }),
    );
  });

  it('give both houses the same total under parity', () => {
    fc.assert(
      fc.property(vote, (ballots) => {
        const { parity, houses } = count('ABCD', ...ballots);
        if (!parity) return;
        const [ks, nho] = PARITY_HOUSES.map(
          (house) => (houses[house]?.ballots ?? 0) * parity.weights[house],
        );
        expect(ks).toBe(nho);
      }),
    );
  });
});
