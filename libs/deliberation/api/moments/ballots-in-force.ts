import { isUnderQuestion, type Verdict, needs } from '@award/award';
import type { ClassRoom } from '../class-door';
import type { BallotState } from '../meeting-state';

/**
 * Whether a counted ballot still holds: nobody whose paper was counted has come under question since. One
 * that does not is kept as it was, and the jury votes again on all who stand.
 */
export function ballotHolds(
  { cast, counted }: Pick<BallotState, 'cast' | 'counted'>,
  { standings }: Pick<ClassRoom, 'standings'>,
): boolean {
  return (counted ?? cast).every((seatId) => {
    const standing = standings.get(seatId);
    return standing === undefined || !isUnderQuestion(standing);
  });
}

/** Refused while a member's ground awaits a ruling: the item stops until the jury has ruled. */
export function nothingAwaits({ members }: Pick<ClassRoom, 'members'>): Verdict {
  const awaited = members.some(
    ({ takesPart }) => !takesPart.allowed && takesPart.reason === 'ruling-awaited',
  );
  return needs(!awaited, 'unresolved-declarations');
}
