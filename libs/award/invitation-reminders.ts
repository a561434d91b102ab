/**
 * Who is reminded of the deadline by the secretariat. Each address is asked about by itself, when it is shown and again
 * when the reminder goes: between the two somebody may have sent in.
 */
import type { NominationState } from './nomination-workflow';

/** Hours in which an address gets one reminder at most. */
export const REMIND_AGAIN_AFTER_HOURS = 24;

/** Why an invited address gets no reminder, in the order in which they are asked about. */
export const NOT_REMINDED = [
  'not-invited',
  'submitted',
  'not-taking-part',
  'access-ended',
  'undelivered',
  'lately',
] as const;
export type NotReminded = (typeof NOT_REMINDED)[number];

/** An invited address and its municipality. */
export interface InvitedSituation {
  /** Of the municipality's entry; `withdrawn` when it has no other, null when it has none at all. */
  readonly state: NominationState | null;
  /** Whether whoever holds the address may still act for the municipality. */
  readonly hasAccess: boolean;
  /** The newest mail to the address did not arrive. */
  readonly undelivered: boolean;
  readonly remindedAt: Date | null;
}

/** States in which somebody can still send in, and has not. */
const TO_SEND: readonly (NominationState | null)[] = [null, 'tipped', 'draft', 'held'];

/** States in which the municipality has said no, or the call has ended for it. */
const OUT: readonly (NominationState | null)[] = ['declined', 'withdrawn', 'lapsed'];

/**
 * Why the address is not reminded at this instant; null when it is.
 *
 * @param situation null when the address is not invited any more
 */
export function whyNotReminded(situation: InvitedSituation | null, now: Date): NotReminded | null {
  if (situation === null) return 'not-invited';
  const { state, hasAccess, undelivered, remindedAt } = situation;
  if (OUT.includes(state)) return 'not-taking-part';
  if (!TO_SEND.includes(state)) return 'submitted';
  if (!hasAccess) return 'access-ended';
  if (undelivered) return 'undelivered';
  const since = remindedAt === null ? Infinity : now.getTime() - remindedAt.getTime();
  return since < REMIND_AGAIN_AFTER_HOURS * 60 * 60 * 1000 ? 'lately' : null;
}
