import { type Principal, Refused } from '@award/access/api';
import { mayBringOut } from '@award/award';
import { type Database, type ReleaseHand, releaseHands } from './releases.queries';

/** Refuses who is closed to a class that the release covers; the refusal's `others` are the names of those who can. */
export async function demandOpen(
  db: Database,
  { personId }: Pick<Principal, 'personId'>,
  { editionId, covers }: { readonly editionId: string; readonly covers: readonly string[] },
  act: 'arms' | 'prepares',
): Promise<void> {
  const hands = await releaseHands(db, editionId);
  const closed = hands.find((one) => one.personId === personId)?.closed ?? [];
  const verdict = mayBringOut(covers, closed);
  if (!verdict.allowed)
    throw new Refused(verdict.reason, { others: othersWho(hands, covers, personId, act) });
}

/** The names of everybody else who may do the act on what tells of these classes. */
export function othersWho(
  hands: readonly ReleaseHand[],
  covers: readonly string[],
  personId: string,
  act: 'arms' | 'prepares',
): string[] {
  return hands
    .filter(
      (one) => one[act] && one.personId !== personId && mayBringOut(covers, one.closed).allowed,
    )
    .map(({ name }) => name);
}
