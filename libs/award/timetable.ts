/** The dates of an edition, as instants, in the order in which they must come. */
export interface Timetable {
  readonly opensAt: Date | null;
  readonly deadline: Date | null;
  readonly scoringClosesAt: Date | null;
  /** When the jury meets to decide the finalists. */
  readonly meetingAt: Date | null;
  readonly finalistsAt: Date | null;
  readonly announcementAt: Date | null;
}

export type TimetableField = keyof Timetable;

/** The order of an edition's dates. */
export const TIMETABLE_FIELDS: readonly TimetableField[] = [
  'opensAt',
  'deadline',
  'scoringClosesAt',
  'meetingAt',
  'finalistsAt',
  'announcementAt',
];

/** A date that is missing, or that does not come after the one before it (`after`). */
export type TimetableProblem =
  | { readonly field: TimetableField; readonly reason: 'missing' }
  | {
      readonly field: TimetableField;
      readonly reason: 'timetable-order';
      readonly after: TimetableField;
    };

/**
 * What is wrong with a timetable, in its own order. Only the opening and the deadline must be set
 * before the call opens; the others may be unknown, but a date that is set comes strictly after
 * every earlier one. The meeting may begin as scoring closes, and winners may be published with the
 * finalists.
 */
export function timetableProblems(timetable: Timetable): readonly TimetableProblem[] {
  return TIMETABLE_FIELDS.flatMap((field, place): TimetableProblem[] => {
    const at = timetable[field];
    if (at === null) {
      return field === 'opensAt' || field === 'deadline' ? [{ field, reason: 'missing' }] : [];
    }
    const after = TIMETABLE_FIELDS.slice(0, place).findLast(
      (earlier) => !comesAfter(at, timetable[earlier], field),
    );
    return after === undefined ? [] : [{ field, reason: 'timetable-order', after }];
  });
}

function comesAfter(at: Date, earlier: Date | null, field: TimetableField): boolean {
  if (earlier === null) return true;
  return field === 'meetingAt' || field === 'announcementAt'
    ? at.getTime() >= earlier.getTime()
    : at.getTime() > earlier.getTime();
}
