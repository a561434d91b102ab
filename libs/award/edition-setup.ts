/**
 * What an edition must hold before its call opens, and what may change afterwards. The desk lists
 * what is missing and the service refuses with the same answers.
 */
import { type ClassStage, type EditionPhase, PHASES } from './edition-phases';
import { definitionProblems, type NominationForm, sameQuestions } from './form-definition';
import { mayChangeRule, phaseAllows } from './phase-rights';
import { mayUseClasses, type SizeClass } from './size-class';
import { type Timetable, type TimetableField, timetableProblems } from './timetable';
import { allOf, needs, type Verdict, yes } from './verdict';

/** The form of the event at which the winners are announced. */
export const EVENT_FORMS = ['hall', 'digital', 'both'] as const;
export type EventForm = (typeof EVENT_FORMS)[number];

/** Limits of an edition's texts, in characters. */
export const EDITION_LIMITS = {
  name: 120,
  text: 6000,
  guidance: 1200,
  reason: 1000,
  address: 400,
} as const;

/** How many classes and criteria an edition may have. */
export const EDITION_ROWS = { classes: 6, criteria: 12 } as const;

/** A criterion as far as the set-up is concerned. `name` is the bokmål name. */
export interface NamedCriterion {
  readonly code: string;
  readonly weight: number;
  readonly name: string;
}

export interface EditionSetup {
  readonly timetable: Timetable;
  readonly classes: readonly SizeClass[];
  readonly criteria: readonly NamedCriterion[];
}

export const SETUP_PARTS = ['timetable', 'classes', 'criteria'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];

/** Dates in order: refused with `timetable-order`, also when opening or deadline is missing. */
export function timetableInOrder(timetable: Timetable): Verdict {
  return needs(timetableProblems(timetable).length === 0, 'timetable-order');
}

/** Named criteria with codes of their own, at least one of which counts. */
export function criteriaComplete(criteria: readonly NamedCriterion[]): Verdict {
  const codes = new Set(criteria.map(({ code }) => code));
  return needs(
    codes.size === criteria.length &&
      criteria.every(({ name }) => name.trim() !== '') &&
      criteria.some(({ weight }) => weight > 0),
    'incomplete-form',
  );
}

/** The parts of the set-up that keep the call from opening, in the order of the page. */
export function unreadyParts(setup: EditionSetup): readonly SetupPart[] {
  const verdicts: Record<SetupPart, Verdict> = {
    timetable: timetableInOrder(setup.timetable),
    classes: mayUseClasses(setup.classes),
    criteria: criteriaComplete(setup.criteria),
  };
  return SETUP_PARTS.filter((part) => !verdicts[part].allowed);
}

/** What a change of an edition needs to know. */
export interface ChangeSituation {
  readonly phase: EditionPhase;
  readonly stages: readonly ClassStage[];
  /** The rule of judgement has been registered. */
  readonly registered: boolean;
  /** Why it is changed; blank when nothing is said. */
  readonly reason: string;
}

/**
 * Whether the dates may change. After the call has opened, those who nominate are told who, what and
 * why, so a reason is required.
 */
export function mayChangeTimetable(situation: ChangeSituation): Verdict {
  return allOf(phaseAllows(situation.phase, 'changeTimetable'), reasonOnceOpen(situation));
}

/** The last phase in which each date is still ahead. A closed call gets a new deadline by being reopened. */
const AHEAD_UNTIL: Readonly<Record<TimetableField, EditionPhase>> = {
  opensAt: 'planned',
  deadline: 'open',
  scoringClosesAt: 'judging',
  meetingAt: 'judging',
  finalistsAt: 'judging',
  announcementAt: 'finalists-published',
};

/** Whether a date has not been acted upon yet. */
export function mayMove(field: TimetableField, phase: EditionPhase): Verdict {
  return needs(PHASES.indexOf(phase) <= PHASES.indexOf(AHEAD_UNTIL[field]), 'wrong-phase');
}

/** Whether criteria, preset, quorum, tie rule and scope may change; registered, they never do. */
export function mayChangeJudgement(situation: ChangeSituation): Verdict {
  return allOf(
    needs(!situation.registered, 'rule-frozen'),
    mayChangeRule(situation.phase, situation.stages),
    reasonOnceOpen(situation),
  );
}

/**
 * Whether the classes may change. Which classes there are and where they meet is fixed once the call
 * is open, because entries are already in them; names and numbers follow the rule of judgement.
 */
export function mayChangeClasses(
  situation: ChangeSituation,
  before: readonly SizeClass[],
  after: readonly SizeClass[],
): Verdict {
  return allOf(
    mayChangeJudgement(situation),
    mayUseClasses(after),
    needs(situation.phase === 'planned' || sameBounds(before, after), 'wrong-phase'),
  );
}

/**
 * Whether the form may change. Once the call is open it stays as those who write have seen it: then
 * only its help may be mended, with a reason that they are told.
 */
export function mayChangeForm(
  situation: ChangeSituation,
  before: NominationForm,
  after: NominationForm,
): Verdict {
  return allOf(
    needs(definitionProblems(after).length === 0, 'incomplete-form'),
    needs(
      situation.phase === 'planned' || (situation.phase === 'open' && sameQuestions(before, after)),
      'wrong-phase',
    ),
    reasonOnceOpen(situation),
  );
}

function sameBounds(before: readonly SizeClass[], after: readonly SizeClass[]): boolean {
  return (
    before.length === after.length &&
    before.every((one) =>
      after.some(
        (other) =>
          other.code === one.code &&
          other.minPopulation === one.minPopulation &&
          other.maxPopulation === one.maxPopulation,
      ),
    )
  );
}

function reasonOnceOpen({ phase, reason }: ChangeSituation): Verdict {
  return phase === 'planned' ? yes : needs(reason.trim() !== '', 'reason-required');
}
