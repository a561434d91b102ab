/**
 * Reads what the ballot command is given, one election or a list of them, and answers what its
 * contract says (README, «Ballots in, winners out»). Nothing is repaired: a ballot that names what is
 * not there refuses its election.
 */
import { type Ballot, countBallot, PARITY_HOUSES, type ParityHouse, type Tally } from './ballots';

export type BallotError = 'BAD_INPUT' | 'BAD_BALLOT';

/** A refused election: `{ "error": code }`. */
export interface RefusedElection {
  readonly error: BallotError;
}

type CountReport = Pick<Tally, 'pairwise' | 'winners' | 'rank' | 'condorcet'>;

export interface ElectionReport {
  readonly unweighted: CountReport;
  readonly parity:
    (CountReport & { readonly weights: Readonly<Record<ParityHouse, number>> }) | null;
  readonly org: Readonly<Record<ParityHouse, readonly string[] | null>>;
  readonly agreement: 'both' | 'one' | 'none' | 'tie' | 'no-parity';
}

type Answer = ElectionReport | RefusedElection;

/** The count of the election in the text, or of each in a list. */
export function ballotReport(text: string): Answer | readonly Answer[] {
  let given: unknown;
  try {
    given = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return { error: 'BAD_INPUT' };
  }
  return Array.isArray(given) ? given.map(electionReport) : electionReport(given);
}

/** Whether anything in an answer was refused. */
export function anyRefused(answer: Answer | readonly Answer[]): boolean {
  return [answer].flat().some((one) => 'error' in one);
}

function electionReport(given: unknown): Answer {
  if (!isRecord(given) || !isList(given['options']) || !isList(given['ballots']))
    return { error: 'BAD_INPUT' };
  const options = given['options'];
  const ballots = given['ballots'].map(ballotOf);
  if (!options.every(isText) || !ballots.every((ballot) => ballot !== null))
    return { error: 'BAD_BALLOT' };
  const count = countBallot({ options, ballots });
  if (!count.allowed) return { error: 'BAD_BALLOT' };
  const { unweighted, parity, houses, agreement } = count;
  return {
    unweighted: asReport(unweighted),
    parity: parity && { weights: parity.weights, ...asReport(parity) },
    org: { KS: houses.KS?.winners ?? null, NHO: houses.NHO?.winners ?? null },
    agreement,
  };
}

function asReport({ pairwise, winners, rank, condorcet }: Tally): CountReport {
  return { pairwise, winners, rank, condorcet };
}

/** A ballot from `A>B=C`; null when it is not one. An empty ranking is a ballot without preference. */
function ballotOf(given: unknown): Ballot | null {
  if (!isRecord(given)) return null;
  const { org = null, count = 1, ranking } = given;
  const house = PARITY_HOUSES.find((one) => one === org) ?? null;
  if (org !== house || typeof count !== 'number' || typeof ranking !== 'string') return null;
  const ranks = ranking.split('>').map((rank) => rank.split('=').map((option) => option.trim()));
  return { org: house, count, ranking: ranking.trim() === '' ? [] : ranks };
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function isList(given: unknown): given is readonly unknown[] {
  return Array.isArray(given);
}

function isText(given: unknown): given is string {
  return typeof given === 'string';
}
