/**
 * What comes after a tie is registered before scoring opens and climbed in order: the jury votes
 * again among those who are tied, and only if that ties too does the edition's rule settle it, by
 * the leader's recorded vote or a shared prize. No step is taken by the machine.
 */
import type { BallotCount } from './ballots';
import type { TieSettlement } from './decision-rules';
import { needs, type Verdict } from './verdict';

/** What an edition has registered for a tie that a second ballot does not break. */
export type TieRule = TieSettlement;

const LAST_STEP: Readonly<Record<TieRule, readonly TieSettlement[]>> = {
  'second-ballot': [],
  'leader-vote': ['leader-vote'],
  shared: ['shared'],
};

/** The ways that an edition has registered for settling a tie in the choice of finalists. */
export function settlementsOf(rule: TieRule): readonly TieSettlement[] {
  return ['second-ballot', ...LAST_STEP[rule]];
}

/** How a tied ballot may be settled now: not at all before the second ballot has tied too. */
export function settlementsAfterRound(rule: TieRule, round: number): readonly TieSettlement[] {
  return round < 2 ? [] : LAST_STEP[rule];
}

/**
 * Who a count names: the winners with parity between KS and NHO, or by the plain count when one of
 * them has no valid ballot. More than one is a tie; sorted by id, which says nothing.
 */
export function winnersOf(count: BallotCount): readonly string[] {
  return (count.parity ?? count.unweighted).winners;
}

/**
 * Whether a winner may be decided on what the ballots have shown: with one option there is nothing
 * to vote on, and nothing needs a ballot when no winner is named; otherwise a counted ballot.
 */
export function ballotHeld(choice: {
  readonly options: number;
  readonly named: number;
  readonly closedBallots: number;
}): Verdict {
  return needs(
    choice.closedBallots > 0 || choice.options < 2 || choice.named === 0,
    'vote-required',
  );
}
