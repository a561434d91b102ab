/**
 * What a meeting does beside deciding: a motion is put to the vote and carried by more for than against,
 * with a tie said aloud and never broken; minutes stand approved by the jury, or by silence when nobody
 * has objected for two days. Neither holds back a release.
 */
import { allOf, needs, type Verdict } from './verdict';

export const MOTION_VOTES = ['for', 'against', 'abstain'] as const;
/** One of {@link MOTION_VOTES}. */
export type MotionVote = (typeof MOTION_VOTES)[number];

/** Longest texts of a meeting, in characters. */
export const TALK_LIMITS = { remark: 2000, motion: 1000, objection: 2000 } as const;

/** How long minutes wait for an objection, in hours. */
export const SILENCE_HOURS = 48;

export interface MotionResult {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** More for than against. A motion without votes is not carried. */
  readonly carried: boolean;
  /** As many for as against, and somebody voted: said aloud, not broken. */
  readonly tie: boolean;
}

/** The count of a motion. The order of the votes does not matter. */
export function countMotion(votes: readonly MotionVote[]): MotionResult {
  const count = (vote: MotionVote) => votes.filter((one) => one === vote).length;
  const inFavour = count('for');
  const against = count('against');
  return {
    inFavour,
    against,
    abstained: count('abstain'),
    carried: inFavour > against,
    tie: inFavour === against && inFavour > 0,
  };
}

/** Whether a motion may be put: one at a time, in a meeting that may decide. */
export function mayPutMotion(quorum: Verdict, anotherIsOpen: boolean): Verdict {
  return allOf(needs(!anotherIsOpen, 'ballot-open'), quorum);
}

/**
 * Whether minutes stand approved by silence at a time: newest of their meeting, no objection, and two days gone since they
 * were made. At the very end of the two days an objection is still in time.
 */
export function approvedBySilence(
  minutes: { readonly madeAt: Date; readonly newest: boolean; readonly objections: number },
  at: Date,
): boolean {
  const silentSince = at.getTime() - minutes.madeAt.getTime();
  return minutes.newest && minutes.objections === 0 && silentSince > SILENCE_HOURS * 3_600_000;
}
