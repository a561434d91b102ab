import { DEFAULT_FORM, type NominationForm } from '@award/award';
import { SAMPLE_MUNICIPALITIES, type SampleMunicipality } from '../../seed/sample-municipalities';
import { SAMPLE_CLASSES, SAMPLE_JURORS, type SampleClass, type SampleJuror } from './panel';

/** The dates that the secretariat sets, as ISO 8601 instants. */
export interface SampleDates {
  opensAt: string;
  deadline: string;
  scoringClosesAt: string;
  meetingAt: string;
  finalistsAt: string;
  announcementAt: string;
}

/** When each act of the year is played, in the order of the process. */
export interface Moments extends SampleDates {
  madeAt: string;
  callSeen: string;
  halfway: string;
  lastHour: string;
  afterDeadline: string;
  afterHeld: string;
  returnDueAt: string;
  settled: string;
  scoringHalfway: string;
  scoringDone: string;
  inMeeting: string;
  finalistsOut: string;
  stageDueAt: string;
  onStage: string;
  archived: string;
}

/** Who plays a year, when, and what they are asked. Everything that is invented about it. */
export interface YearPlan {
  moments: Moments;
  classes: readonly SampleClass[];
  jurors: readonly SampleJuror[];
  municipalities: readonly SampleMunicipality[];
  form: NominationForm;
  /** Classes that are scored in two rounds. */
  twoRounds: readonly SampleClass[];
  /** Whether the member at this place of the panel ranks the finalists the other way round. */
  ranksApart: (juror: SampleJuror, at: number) => boolean;
}

/** The sample year's dates: from an autumn call to a stage in March, in Norwegian winter time. */
export function sampleMoments(year: number): Moments {
  return {
    madeAt: `${year - 1}-10-01T09:00:00+02:00`,
    opensAt: `${year - 1}-10-15T08:00:00+02:00`,
    callSeen: `${year - 1}-10-15T08:01:00+02:00`,
    halfway: `${year}-01-12T10:00:00+01:00`,
    lastHour: `${year}-01-20T11:00:00+01:00`,
    deadline: `${year}-01-20T12:00:00+01:00`,
    afterDeadline: `${year}-01-21T09:00:00+01:00`,
    afterHeld: `${year}-01-22T09:00:00+01:00`,
    returnDueAt: `${year}-01-29T11:00:00.000Z`,
    settled: `${year}-01-30T10:00:00+01:00`,
    scoringHalfway: `${year}-02-05T10:00:00+01:00`,
    scoringDone: `${year}-02-12T15:00:00+01:00`,
    scoringClosesAt: `${year}-02-12T16:00:00+01:00`,
    meetingAt: `${year}-02-16T10:00:00+01:00`,
    inMeeting: `${year}-02-16T10:05:00+01:00`,
    finalistsAt: `${year}-02-19T10:00:00+01:00`,
    finalistsOut: `${year}-02-19T10:00:30+01:00`,
    stageDueAt: `${year}-02-26T12:00:00+01:00`,
    announcementAt: `${year}-03-02T18:30:00+01:00`,
    onStage: `${year}-03-02T18:31:00+01:00`,
    archived: `${year}-04-15T10:00:00+02:00`,
  };
}

/** The plan of the sample year: the award's own classes and form, and invented people. */
export function samplePlan(year: number): YearPlan {
  return {
    moments: sampleMoments(year),
    classes: SAMPLE_CLASSES,
    jurors: SAMPLE_JURORS,
    municipalities: SAMPLE_MUNICIPALITIES,
    form: DEFAULT_FORM,
    twoRounds: ['small'],
    ranksApart: (_juror, at) => at % 3 === 2,
  };
}

/** The timetable among the moments, as the secretariat sets it. */
export function datesOf({ moments }: YearPlan): SampleDates {
  const { opensAt, deadline, scoringClosesAt, meetingAt, finalistsAt, announcementAt } = moments;
  return { opensAt, deadline, scoringClosesAt, meetingAt, finalistsAt, announcementAt };
}
