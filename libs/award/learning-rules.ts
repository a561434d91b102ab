/**
 * The learning bank. A municipality says itself whether its own text may be read by others, may say
 * so before anybody knows the result, and may take it back at any time. Consent alone shows nothing:
 * a finalist's text comes with the finalists, everybody else's with the last winner, so that who is
 * in the bank never tells who won.
 */
import type { NominationState } from './nomination-workflow';
import { needs, type Verdict } from './verdict';

/** States in which an entry takes part, from sent in to judged. */
const TAKES_PART: readonly NominationState[] = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'in-review',
  'assessed',
];

/** Whether the municipality may say yes to share its entry. Saying no is never barred. */
export function maySharePublicly(state: NominationState): Verdict {
  return needs(TAKES_PART.includes(state), 'wrong-state');
}

/** What decides whether the public may read a municipality's own text. */
export interface SharedEntry {
  readonly state: NominationState;
  /** The municipality's own word, as it stands now. */
  readonly consent: boolean;
  /** A release has told that the entry is a finalist. */
  readonly toldAsFinalist: boolean;
  /** Every class of the edition has its winner released. */
  readonly announced: boolean;
}

/** Whether the own text stands in the learning bank. */
export function inLearningBank({
  state,
  consent,
  toldAsFinalist,
  announced,
}: SharedEntry): boolean {
  return consent && maySharePublicly(state).allowed && (toldAsFinalist || announced);
}
