/**
 * Whether an edition can be carried through as it is set up. Everything that would stop an act on the way is said
 * beforehand: what is wrong, and which act it would stop. The rules of each act are asked; nothing is decided anew here.
 */
import { isWorkingDay, dateInOslo, nextWorkingDayAtNoon } from './deadline';
import { criteriaComplete, type NamedCriterion } from './edition-setup';
import { definitionProblems, type DefinitionProblem, type NominationForm } from './form-definition';
import { SILENCE_HOURS } from './motion-rules';
import { bothHouses, type House, type SeatPosition } from './panel-rules';
import { mayUseClasses, type SizeClass } from './size-class';
import {
  type Timetable,
  TIMETABLE_FIELDS,
  type TimetableField,
  timetableProblems,
} from './timetable';

/** A seat of a class, without who sits in it. `state` of seats that count: invited or accepted. */
export interface PlannedSeat {
  readonly classCode: string;
  readonly house: House;
  readonly position: SeatPosition;
}

/** An edition as far as it can be judged beforehand. */
export interface WholeSetUp {
  readonly timetable: Timetable;
  readonly classes: readonly SizeClass[];
  readonly criteria: readonly NamedCriterion[];
  readonly form: NominationForm;
  /** Fewest members present for a decision. */
  readonly quorum: number;
  /** Of a class without any, nothing is said: the panel comes later. */
  readonly seats: readonly PlannedSeat[];
}

/** The act that would be stopped, in the order of the process. */
export const STOPPED_ACTS = ['open-call', 'send', 'open-scoring', 'decide'] as const;

/** What keeps an edition from being carried through, and where. */
export type SetUpFault =
  | { readonly stops: 'open-call'; readonly reason: 'date-missing'; readonly field: TimetableField }
  | {
      readonly stops: 'open-call';
      readonly reason: 'date-order';
      readonly field: TimetableField;
      readonly after: TimetableField;
    }
  | { readonly stops: 'open-call'; readonly reason: 'classes-overlap' | 'criteria-incomplete' }
  | { readonly stops: 'send'; readonly reason: 'form'; readonly problem: DefinitionProblem }
  | { readonly stops: 'open-scoring'; readonly reason: 'answers-after-scoring' }
  | {
      readonly stops: 'decide';
      readonly reason: 'no-leader' | 'house-empty';
      readonly classCode: string;
    }
  | {
      readonly stops: 'decide';
      readonly reason: 'quorum-above-panel';
      readonly classCode: string;
      readonly quorum: number;
      readonly members: number;
    };

/** What does not stop anything, and is better known beforehand. */
export type SetUpAdvice =
  | { readonly reason: 'date-undecided'; readonly field: TimetableField }
  | { readonly reason: 'deadline-on-day-off' }
  | { readonly reason: 'panel-empty'; readonly classCode: string }
  | { readonly reason: 'minutes-after-finalists' };

const HOUR = 60 * 60 * 1000;

/** Everything that would stop an act, in the order of the acts. Nothing when the edition can be carried through. */
export function setUpFaults(setUp: WholeSetUp): readonly SetUpFault[] {
  const faults: readonly SetUpFault[] = [
    ...timetableProblems(setUp.timetable).map((problem): SetUpFault =>
      problem.reason === 'missing'
        ? { stops: 'open-call', reason: 'date-missing', field: problem.field }
        : {
            stops: 'open-call',
            reason: 'date-order',
            field: problem.field,
            after: problem.after,
          },
    ),
    ...(mayUseClasses(setUp.classes).allowed
      ? []
      : [{ stops: 'open-call', reason: 'classes-overlap' } as const]),
    ...(criteriaComplete(setUp.criteria).allowed
      ? []
      : [{ stops: 'open-call', reason: 'criteria-incomplete' } as const]),
    ...definitionProblems(setUp.form).map((problem): SetUpFault => ({
      stops: 'send',
      reason: 'form',
      problem,
    })),
    ...answersInTime(setUp.timetable),
    ...setUp.classes.flatMap(({ code }) => panelFaults(setUp, code)),
  ];
  return [...faults].sort(
    (one, other) => STOPPED_ACTS.indexOf(one.stops) - STOPPED_ACTS.indexOf(other.stops),
  );
}

/** What is worth knowing of an edition that can be carried through. */
export function setUpAdvice({ timetable, classes, seats }: WholeSetUp): readonly SetUpAdvice[] {
  const { deadline, meetingAt, finalistsAt } = timetable;
  const silence = meetingAt && meetingAt.getTime() + SILENCE_HOURS * HOUR;
  return [
    ...TIMETABLE_FIELDS.filter(
      (field) => timetable[field] === null && field !== 'opensAt' && field !== 'deadline',
    ).map((field) => ({ reason: 'date-undecided' as const, field })),
    ...(deadline && !isWorkingDay(dateInOslo(deadline))
      ? [{ reason: 'deadline-on-day-off' as const }]
      : []),
    ...classes
      .filter(({ code }) => !seats.some((seat) => seat.classCode === code))
      .map(({ code }) => ({ reason: 'panel-empty' as const, classCode: code })),
    ...(silence && finalistsAt && finalistsAt.getTime() < silence
      ? [{ reason: 'minutes-after-finalists' as const }]
      : []),
  ];
}

/** Those who were ready and did not send are asked; their answers come before scoring ends. */
function answersInTime({ deadline, scoringClosesAt }: Timetable): SetUpFault[] {
  if (deadline === null || scoringClosesAt === null || scoringClosesAt <= deadline) return [];
  return nextWorkingDayAtNoon(deadline) < scoringClosesAt
    ? []
    : [{ stops: 'open-scoring', reason: 'answers-after-scoring' }];
}

function panelFaults({ seats, quorum }: WholeSetUp, classCode: string): SetUpFault[] {
  const panel = seats.filter((seat) => seat.classCode === classCode);
  if (panel.length === 0) return [];
  const members = panel.filter(({ position }) => position !== 'deputy');
  return [
    ...(members.some(({ position }) => position === 'leader')
      ? []
      : [{ stops: 'decide', reason: 'no-leader', classCode } as const]),
    ...(members.length >= quorum
      ? []
      : [
          {
            stops: 'decide',
            reason: 'quorum-above-panel',
            classCode,
            quorum,
            members: members.length,
          } as const,
        ]),
    ...(bothHouses(members).allowed
      ? []
      : [{ stops: 'decide', reason: 'house-empty', classCode } as const]),
  ];
}
