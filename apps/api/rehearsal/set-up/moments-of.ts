import { nextWorkingDayAtNoon, TIMETABLE_FIELDS, type TimetableField } from '@award/award';
import type { Moments } from '../../demo/sample-year/year-plan';
import type { EditionSetUp } from './set-up';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How the days usually lie after the deadline, for the dates that are not decided. */
const USUAL: Readonly<Record<TimetableField, number>> = {
  opensAt: -90 * DAY,
  deadline: 0,
  scoringClosesAt: 23 * DAY,
  meetingAt: 27 * DAY,
  finalistsAt: 30 * DAY,
  announcementAt: 41 * DAY,
};

/** The timetable whole, as milliseconds: a date that is not decided lies between its neighbours as it usually does. */
export function wholeTimetable(
  timetable: EditionSetUp['timetable'],
): Readonly<Record<TimetableField, number>> {
  const known = (field: TimetableField | undefined) => {
    const at = field && timetable[field];
    return at ? Date.parse(at) : null;
  };
  const whole: Partial<Record<TimetableField, number>> = {};
  for (const [place, field] of TIMETABLE_FIELDS.entries()) {
    const before = TIMETABLE_FIELDS[place - 1];
    const from = (before && whole[before]) ?? 0;
    const next = TIMETABLE_FIELDS.slice(place + 1).find((one) => known(one) !== null);
    const share =
      before && next
        ? (USUAL[field] - USUAL[before]) / (USUAL[next] - USUAL[before])
        : USUAL[field] - (before ? USUAL[before] : 0);
    const to = known(next);
    whole[field] = known(field) ?? (to === null ? from + share : from + (to - from) * share);
  }
  return whole as Record<TimetableField, number>;
}

/** When each act of an edition is played, out of its own dates. ISO 8601. */
export function momentsOf(timetable: EditionSetUp['timetable']): Moments {
  const { opensAt, deadline, scoringClosesAt, meetingAt, finalistsAt, announcementAt } =
    wholeTimetable(timetable);
  const call = deadline - opensAt;
  const heldDue = nextWorkingDayAtNoon(new Date(deadline)).getTime();
  const between = (from: number, to: number, share: number) => from + (to - from) * share;
  const answered = Math.min(heldDue + 21 * HOUR, between(heldDue, scoringClosesAt, 0.1));
  const inMeeting = meetingAt + Math.min(5 * MINUTE, (finalistsAt - meetingAt) / 10);
  const moments: Record<keyof Moments, number> = {
    madeAt: opensAt - 14 * DAY,
    opensAt,
    callSeen: opensAt + Math.min(MINUTE, call / 100),
    halfway: Math.max(between(opensAt, deadline, 0.25), deadline - 8 * DAY - 2 * HOUR),
    lastHour: deadline - Math.min(HOUR, call / 10),
    deadline,
    afterDeadline: Math.min(deadline + 21 * HOUR, between(deadline, heldDue, 0.5)),
    afterHeld: answered,
    returnDueAt: between(answered, scoringClosesAt, 0.35),
    settled: between(answered, scoringClosesAt, 0.4),
    scoringHalfway: between(answered, scoringClosesAt, 0.65),
    scoringDone: between(answered, scoringClosesAt, 0.95),
    scoringClosesAt,
    meetingAt,
    inMeeting,
    finalistsAt,
    finalistsOut: finalistsAt + Math.min(30_000, (announcementAt - finalistsAt) / 10),
    stageDueAt: between(finalistsAt, announcementAt, 0.6),
    announcementAt,
    onStage: announcementAt + MINUTE,
    archived: announcementAt + 44 * DAY,
  };
  return Object.fromEntries(
    Object.entries(moments).map(([name, at]) => [name, new Date(Math.round(at)).toISOString()]),
  ) as unknown as Moments;
}
