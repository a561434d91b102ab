/**
 * The final ballot: each member ranks the options, equal ranks allowed, and the count is Schulze's
 * (beat-path) method with winning votes. An option that a ballot leaves out is ranked last, tied
 * with the others left out. A ballot without any preference is an abstention. Parity gives KS and
 * NHO the same total whatever their number of ballots: each ballot weighs the other organisation's
 * count, divided by their greatest common divisor. All counts are whole numbers. Ties and deadlock
 * are told, never broken here. Source: M. Schulze, Social Choice and Welfare 36 (2011).
 */
import { no, type RefusedVerdict } from './verdict';

/** The two organisations whose ballots are weighed against each other. */
export const PARITY_HOUSES = ['KS', 'NHO'] as const;
export type ParityHouse = (typeof PARITY_HOUSES)[number];

/** Best first; options in an inner list share a rank. `count` equal ballots, default 1. */
export interface Ballot {
  readonly org: ParityHouse | null;
  readonly ranking: readonly (string | readonly string[])[];
  readonly count?: number;
}

export type PairwiseTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A count. `rank` is 1 plus the number of options that beat it by path. `winners` are sorted. */
export interface Tally {
  /** `pairwise[x][y]`: how many ballots (or how much weight) prefer x to y. */
  readonly pairwise: PairwiseTable;
  readonly rank: Readonly<Record<string, number>>;
  /** The option that beats every other one directly, or null. */
  readonly condorcet: string | null;
  readonly winners: readonly string[];
  /** Ballots counted, abstentions left out. */
  readonly ballots: number;
}

export interface ParityTally extends Tally {
  /** What one ballot of each organisation weighs. */
  readonly weights: Readonly<Record<ParityHouse, number>>;
}

/**
 * How the organisations agree: by how many of them have the parity winner among their own winners;
 * `tie` when parity has more than one winner, `no-parity` when one of them has no valid ballot.
 */
export type Agreement = 'both' | 'one' | 'none' | 'tie' | 'no-parity';

export interface BallotCount {
  readonly allowed: true;
  readonly options: readonly string[];
  /** Every valid ballot counting one: pairwise table, ranks, Condorcet winner and winners. */
  readonly unweighted: Tally;
  readonly parity: ParityTally | null;
  /** Each organisation's own count; null without a valid ballot. */
  readonly houses: Readonly<Record<ParityHouse, Tally | null>>;
  readonly agreement: Agreement;
  /** KS and NHO each want another: what both could live with is shown, and the count stops. */
  readonly deadlock: { readonly commonSecond: readonly string[] } | null;
  readonly abstentions: number;
}

/** Fewer papers than this, of a house or in all, tell what somebody voted. */
export const FEWEST_PAPERS_SHOWN = 3;

/**
 * Whether a house's own count may be shown. Both or neither: the one is the total without the other.
 * For the same reason nothing that is computed from the houses apart is shown without them: the
 * weighted table, how they agree, and what both could live with.
 */
export function mayShowHouses({ houses }: Pick<BallotCount, 'houses'>): boolean {
  return PARITY_HOUSES.every((house) => mayShowTally(houses[house]));
}

/** Whether a count may be shown paper against paper. Its winners always are: they are the result. */
export function mayShowTally(tally: Tally | null): tally is Tally {
  return tally !== null && tally.ballots >= FEWEST_PAPERS_SHOWN;
}

/**
 * Counts a ballot. RefusedVerdict with `bad-ballot` for an unknown or repeated option, an empty rank, a
 * count that is not a whole number of at least 1, or options that are none or repeated.
 */
export function countBallot(vote: {
  readonly options: readonly string[];
  readonly ballots: readonly Ballot[];
}): BallotCount | RefusedVerdict {
  const options = [...vote.options].sort();
  if (!isWellFormed(options, vote.ballots)) return no('bad-ballot');
  const places = vote.ballots.map((ballot) => placesOf(ballot, options));
  const valid = places.filter(({ abstains }) => !abstains);
  const ofHouse = (house: ParityHouse) => valid.filter(({ org }) => org === house);
  const parity = parityTally(options, ofHouse('KS'), ofHouse('NHO'));
  const houses = {
    KS: tallyOrNull(options, ofHouse('KS')),
    NHO: tallyOrNull(options, ofHouse('NHO')),
  };
  return {
    allowed: true,
    options,
    unweighted: tally(options, valid),
    parity,
    houses,
    agreement: agreementOf(parity, houses),
    deadlock: deadlockOf(options, parity, houses),
    abstentions: countOf(places) - countOf(valid),
  };
}

interface Places {
  readonly org: ParityHouse | null;
  readonly count: number;
  readonly place: Readonly<Record<string, number>>;
  readonly abstains: boolean;
}

function isWellFormed(options: readonly string[], ballots: readonly Ballot[]): boolean {
  const known = new Set(options);
  return (
    options.length > 0 &&
    known.size === options.length &&
    ballots.every(({ ranking, count = 1 }) => {
      const named = ranking.flat();
      return (
        Number.isInteger(count) &&
        count >= 1 &&
        named.every((option) => known.has(option)) &&
        new Set(named).size === named.length &&
        ranking.every((rank) => rank.length > 0)
      );
    })
  );
}

function placesOf(ballot: Ballot, options: readonly string[]): Places {
  const last = ballot.ranking.length;
  const place = Object.fromEntries(options.map((option) => [option, last]));
  ballot.ranking.forEach((rank, at) => [rank].flat().forEach((option) => (place[option] = at)));
  const abstains = options.every((option) => place[option] === place[options[0]]);
  return { org: ballot.org, count: ballot.count ?? 1, place, abstains };
}

function tallyOrNull(options: readonly string[], ballots: readonly Places[]): Tally | null {
  return ballots.length === 0 ? null : tally(options, ballots);
}

function parityTally(
  options: readonly string[],
  ks: readonly Places[],
  nho: readonly Places[],
): ParityTally | null {
  if (ks.length === 0 || nho.length === 0) return null;
  const weights = weightsOf(countOf(ks), countOf(nho));
  const weighted = [...ks, ...nho].map((ballot) => ({
    ...ballot,
    count: ballot.count * (ballot.org === null ? 0 : weights[ballot.org]),
  }));
  return {
    ...tally(options, weighted),
    ballots: countOf(ks) + countOf(nho),
    weights,
  };
}

function weightsOf(ks: number, nho: number): Record<ParityHouse, number> {
  const divisor = greatestCommonDivisor(ks, nho);
  return divisor === 0 ? { KS: 1, NHO: 1 } : { KS: nho / divisor, NHO: ks / divisor };
}

function tally(options: readonly string[], ballots: readonly Places[]): Tally {
  const pairwise = preferences(options, ballots);
  const path = widestPaths(options, pairwise);
  const beatenBy = (x: string) => options.filter((y) => path[y][x] > path[x][y]).length;
  return {
    pairwise,
    rank: Object.fromEntries(options.map((x) => [x, 1 + beatenBy(x)])),
    condorcet:
      options.find((x) => options.every((y) => x === y || pairwise[x][y] > pairwise[y][x])) ?? null,
    winners: options.filter((x) => beatenBy(x) === 0),
    ballots: countOf(ballots),
  };
}

/** How many prefer each option to each other, counted ballot by ballot: elections may be large. */
function preferences(options: readonly string[], ballots: readonly Places[]): PairwiseTable {
  const size = options.length;
  const counts = new Float64Array(size * size);
  for (const { place, count } of ballots) {
    const places = Int32Array.from(options, (option) => place[option]);
    for (let x = 0; x < size; x += 1)
      for (let y = 0; y < size; y += 1) if (places[x] < places[y]) counts[x * size + y] += count;
  }
  const at = new Map(options.map((option, index) => [option, index]));
  return tableOf(options, (x, y) => counts[(at.get(x) ?? 0) * size + (at.get(y) ?? 0)]);
}

/** The widest path from each option to each other: the strength of its weakest link (Floyd-Warshall). */
function widestPaths(
  options: readonly string[],
  pairwise: PairwiseTable,
): Record<string, Record<string, number>> {
  const path = tableOf(options, (x, y) => (pairwise[x][y] > pairwise[y][x] ? pairwise[x][y] : 0));
  for (const over of options)
    for (const x of options)
      for (const y of options)
        if (x !== y) path[x][y] = Math.max(path[x][y], Math.min(path[x][over], path[over][y]));
  return path;
}

function tableOf(
  options: readonly string[],
  cell: (x: string, y: string) => number,
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    options.map((x) => [x, Object.fromEntries(options.map((y) => [y, x === y ? 0 : cell(x, y)]))]),
  );
}

function agreementOf(
  parity: ParityTally | null,
  houses: Readonly<Record<ParityHouse, Tally | null>>,
): Agreement {
  if (parity === null) return 'no-parity';
  if (parity.winners.length > 1) return 'tie';
  const holding = PARITY_HOUSES.filter((house) =>
    houses[house]?.winners.includes(parity.winners[0]),
  );
  return (['none', 'one', 'both'] as const)[holding.length];
}

function deadlockOf(
  options: readonly string[],
  parity: ParityTally | null,
  { KS: ks, NHO: nho }: Readonly<Record<ParityHouse, Tally | null>>,
): BallotCount['deadlock'] {
  if (parity === null || ks === null || nho === null || parity.winners.length < 2) return null;
  if (ks.winners.some((option) => nho.winners.includes(option))) return null;
  const others = options.filter(
    (option) => !ks.winners.includes(option) && !nho.winners.includes(option),
  );
  const worst = (option: string) => Math.max(ks.rank[option], nho.rank[option]);
  const best = Math.min(...others.map(worst));
  return { commonSecond: others.filter((option) => worst(option) === best) };
}

function countOf(ballots: readonly Places[]): number {
  return ballots.reduce((sum, { count }) => sum + count, 0);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
