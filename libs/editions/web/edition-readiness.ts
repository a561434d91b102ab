import { type SetupPart, type Timetable, TIMETABLE_FIELDS, unreadyParts } from '@award/award';
import type { EditionView } from '@award/editions/contract';

/** The parts that keep the call from opening, as the server will judge them. */
export function unreadyOf(edition: EditionView): readonly SetupPart[] {
  const { timetable, now } = edition;
  // An opening that is not set is set to now by opening.
  const opensAt = timetable.opensAt !== null && timetable.opensAt < now ? timetable.opensAt : now;
  return unreadyParts({
    timetable: datesOf({ ...timetable, opensAt }),
    classes: edition.classes,
    criteria: edition.criteria.map(({ code, weight, name }) => ({ code, weight, name: name.nb })),
  });
}

function datesOf(timetable: EditionView['timetable']): Timetable {
  return Object.fromEntries(
    TIMETABLE_FIELDS.map((field) => {
      const at = timetable[field];
      return [field, at === null ? null : new Date(at)];
    }),
  ) as unknown as Timetable;
}
