import type { SetUpAdvice, SetUpFault, TimetableField } from '@award/award';

const DATES: Readonly<Record<TimetableField, string>> = {
  opensAt: 'the opening of the call',
  deadline: 'the deadline of the call',
  scoringClosesAt: 'the end of scoring',
  meetingAt: 'the jury’s meeting',
  finalistsAt: 'the publishing of the finalists',
  announcementAt: 'the announcement of the winners',
};

const STOPS: Readonly<Record<SetUpFault['stops'], string>> = {
  'open-call': 'The call cannot open',
  send: 'Nobody can be asked to fill in the form',
  'open-scoring': 'Scoring cannot be carried through',
  decide: 'The jury cannot decide',
};

const FORM_REASONS: Readonly<Record<string, string>> = {
  missing: 'is missing',
  'named-twice': 'is there twice',
  unknown: 'is not known',
  'always-asked': 'must always be asked, and be required',
  'only-words': 'cannot stand in the short form, for it is not answered in words',
  'not-asked': 'is required, and is not asked',
  'out-of-range': 'is outside what is allowed',
  'too-many': 'are too many',
};

/** What is wrong, and which act it stops, as a sentence. `questions`: the codes of the form's questions, in order. */
export function faultInWords(fault: SetUpFault, questions: readonly string[]): string {
  return `${STOPS[fault.stops]}: ${whyOf(fault, questions)}.`;
}

function whyOf(fault: SetUpFault, questions: readonly string[]): string {
  switch (fault.reason) {
    case 'date-missing':
      return `${DATES[fault.field]} is not decided`;
    case 'date-order':
      return `${DATES[fault.field]} must come after ${DATES[fault.after]}`;
    case 'classes-overlap':
      return 'the size classes leave a gap or overlap';
    case 'criteria-incomplete':
      return 'a criterion has no name or the same code as another, or none of them counts';
    case 'form': {
      const { path, reason } = fault.problem;
      const place = /^sections\.(\d+)\.(\w+)/.exec(path);
      const what = place ? `the question “${questions[Number(place[1])]}” (${place[2]})` : path;
      return `${what} ${FORM_REASONS[reason]}`;
    }
    case 'answers-after-scoring':
      return 'scoring ends before those who were ready and did not send have had the time to answer';
    case 'no-leader':
      return `nobody leads the panel of the class “${fault.classCode}”`;
    case 'house-empty':
      return `KS or NHO has no member in the panel of the class “${fault.classCode}”`;
    case 'quorum-above-panel':
      return `the quorum is ${fault.quorum}, and the panel of the class “${fault.classCode}” has ${fault.members} members`;
  }
}

/** What is worth knowing, as a sentence. */
export function adviceInWords(advice: SetUpAdvice): string {
  switch (advice.reason) {
    case 'date-undecided':
      return `Not decided: ${DATES[advice.field]}. It was played at a time between its neighbours.`;
    case 'deadline-on-day-off':
      return 'The deadline is not on a working day.';
    case 'panel-empty':
      return `The class “${advice.classCode}” has no panel yet. It was played by an invented one.`;
    case 'minutes-after-finalists':
      return 'The finalists are published before 48 hours have passed since the meeting: minutes that nobody objects to do not stand yet.';
  }
}
