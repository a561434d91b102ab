/**
 * An announcement that is postponed stays sealed. Proposing a new time takes the old one off at once,
 * so that nothing goes by itself; the new time holds when a second person has confirmed it, and then
 * everyone who knows and everyone who waits is told, with no word of an outcome.
 */
import type { EditionPhase } from './edition-phases';
import { timetableProblems, type Timetable } from './timetable';
import { allOf, needs, type Verdict } from './verdict';

/** What can be postponed, as a field of the timetable. */
export const POSTPONABLE = ['finalistsAt', 'announcementAt'] as const;
export type Postponable = (typeof POSTPONABLE)[number];

/** At most so many characters of a reason. */
export const MOST_POSTPONEMENT_REASON = 2000;

const PHASES: Readonly<Record<Postponable, readonly EditionPhase[]>> = {
  finalistsAt: ['judging'],
  announcementAt: ['judging', 'finalists-published'],
};

/** Whether the time may be postponed at all now: it has been set, and what it is for has not been told. */
export function mayPostpone(
  field: Postponable,
  { phase, timetable }: { readonly phase: EditionPhase; readonly timetable: Timetable },
): Verdict {
  return allOf(
    needs(PHASES[field].includes(phase), 'wrong-phase'),
    needs(timetable[field] !== null, 'timetable-order'),
  );
}

/** Whether this new time may be proposed. A proposal that is waiting is confirmed or withdrawn first. */
export function mayPropose(proposing: {
  readonly field: Postponable;
  readonly phase: EditionPhase;
  readonly timetable: Timetable;
  readonly to: Date;
  /** The database's clock. */
  readonly now: Date;
  readonly waiting: boolean;
  readonly reason: string;
}): Verdict {
  const { field, timetable, to, now } = proposing;
  const order = timetableProblems({ ...timetable, [field]: to });
  return allOf(
    mayPostpone(field, proposing),
    needs(!proposing.waiting, 'already-asked'),
    needs(to.getTime() > now.getTime(), 'timetable-order'),
    needs(
      order.every((problem) => problem.field !== field),
      'timetable-order',
    ),
    needs(proposing.reason.trim() !== '', 'reason-required'),
  );
}

/** Whether the person may confirm it: somebody else than who proposed, before the new time has passed. */
export function mayConfirmPostponement(confirming: {
  readonly person: string;
  readonly proposedBy: string;
  readonly to: Date;
  readonly now: Date;
}): Verdict {
  return allOf(
    needs(confirming.person !== confirming.proposedBy, 'same-person-twice'),
    needs(confirming.to.getTime() > confirming.now.getTime(), 'release-time-passed'),
  );
}
