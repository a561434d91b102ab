/**
 * A finalist that has withdrawn keeps its place on the pages: they say that it has, and when. What the jury wrote of
 * it, and its pictures, stand until the municipality asks for them to be hidden, with the withdrawal or later.
 */
import type { NominationState } from './nomination-workflow';
import { needs, type Verdict } from './verdict';

/** Whether the municipality may have the text of its entry hidden. Asking twice is asking once. */
export function mayHideText(state: NominationState): Verdict {
  return needs(state === 'withdrawn', 'wrong-state');
}
