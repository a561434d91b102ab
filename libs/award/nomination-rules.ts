/**
 * Whether an act on an entry may be done: the workflow's row, who acts, the phase, the class's
 * stage, and the time at which the request was received. A request received at or before the
 * deadline is in time even when a lock or an upload made it wait until after the call was closed.
 */
import { receivedInTime } from './deadline';
import type { ClassStage, EditionPhase } from './edition-phases';
import {
  isLiving,
  NOMINATION_WORKFLOW,
  type NominationAction,
  type NominationGuard,
  type NominationState,
} from './nomination-workflow';
import { phaseAllows, STAGE_RIGHTS } from './phase-rights';
import { allOf, needs, no, type Verdict } from './verdict';
import { type Actor, transition } from './workflow';

/** The call of an edition, as far as an entry needs it. */
export interface CallTimes {
  readonly phase: EditionPhase;
  readonly opensAt: Date;
  readonly deadline: Date;
  /** The database's clock in the request's first statement. */
  readonly receivedAt: Date;
}

/** What is known when somebody wants to do something with an entry. */
export interface NominationSituation extends CallTimes {
  readonly state: NominationState;
  readonly actor: Actor;
  /** The stage of the entry's class. */
  readonly stage: ClassStage;
  /** Nothing is missing and nothing is wrong in the form (`mayBeSent` of nomination-form.ts). */
  readonly complete: boolean;
  /** When the answer for an entry on hold is due. */
  readonly heldAnswerDue?: Date | null;
  /** When a returned entry is due back. */
  readonly returnDue?: Date | null;
  /** For `return`: how many things the municipality is asked to mend, and by when. */
  readonly listed?: number;
  readonly newDue?: Date | null;
  /** For `find-eligible`: the checklist is met (`mayDecideEligibility`). */
  readonly checklistMet?: boolean;
  readonly reason?: string;
}

/** An act on an entry: a step of the workflow, or writing in it without moving it. */
export type NominationAct = NominationAction | 'write';

/** Whether the act may be done now, by this actor, to an entry in this state. */
export function mayNomination(act: NominationAct, situation: NominationSituation): Verdict {
  if (act === 'write') return mayWrite(situation);
  const step = transition(NOMINATION_WORKFLOW, situation.state, act);
  if (!step.allowed) return step;
  return allOf(
    needs(step.row.who.includes(situation.actor), 'not-permitted'),
    ...step.row.needs.map((guard) => GUARDS[guard](situation)),
  );
}

/** The steps that the actor may take now: what becomes buttons. */
export function nominationActs(situation: NominationSituation): readonly NominationAction[] {
  return NOMINATION_WORKFLOW.filter((row) => row.from === situation.state)
    .map((row) => row.action)
    .filter((action) => mayNomination(action, situation).allowed);
}

/**
 * Whether a municipality may begin an entry. `existing` are the states of its entries in this
 * edition: only withdrawn ones leave room.
 */
export function mayStartNomination(
  call: CallTimes & { readonly actor: Actor; readonly existing: readonly NominationState[] },
): Verdict {
  return allOf(
    needs(isWriter(call.actor), 'not-permitted'),
    whileCallIsOpen(call),
    needs(!call.existing.some(isLiving), 'already-nominated'),
  );
}

/** Whether anybody may send a tip now. Several tips about a municipality become one entry. */
export function maySendTip(call: CallTimes): Verdict {
  return whileCallIsOpen(call);
}

function mayWrite(situation: NominationSituation): Verdict {
  const byWriter = needs(isWriter(situation.actor), 'not-permitted');
  if (situation.state === 'draft') return allOf(byWriter, GUARDS['received-in-time'](situation));
  if (situation.state === 'returned') {
    return allOf(byWriter, GUARDS['received-before-return-due'](situation));
  }
  return allOf(byWriter, no('wrong-state'));
}

function isWriter(actor: Actor): boolean {
  return actor === 'municipality-editor' || actor === 'municipality-submitter';
}

function whileCallIsOpen(call: CallTimes): Verdict {
  const { phase, opensAt, deadline, receivedAt } = call;
  return allOf(
    needs(phase !== 'planned' && receivedAt.getTime() >= opensAt.getTime(), 'before-opening'),
    needs(receivedInTime(receivedAt, deadline), 'past-deadline'),
    needs(phase === 'open' || phase === 'closed', 'wrong-phase'),
  );
}

function before(due: Date | null | undefined, situation: NominationSituation): Verdict {
  return needs(!!due && receivedInTime(situation.receivedAt, due), 'past-deadline');
}

function overdue(due: Date | null | undefined, situation: NominationSituation): Verdict {
  return needs(!!due && !receivedInTime(situation.receivedAt, due), 'wrong-phase');
}

function withReason(situation: NominationSituation): Verdict {
  return needs((situation.reason ?? '').trim() !== '', 'reason-required');
}

const GUARDS: Readonly<Record<NominationGuard, (situation: NominationSituation) => Verdict>> = {
  'received-in-time': whileCallIsOpen,
  'deadline-passed': (situation) => overdue(situation.deadline, situation),
  'call-closed': (situation) =>
    allOf(phaseAllows(situation.phase, 'checkEligibility'), overdue(situation.deadline, situation)),
  'form-complete': (situation) => needs(situation.complete, 'incomplete-form'),
  'form-incomplete': (situation) => needs(!situation.complete, 'wrong-state'),
  'received-before-held-answer-due': (situation) =>
    allOf(
      before(situation.heldAnswerDue, situation),
      phaseAllows(situation.phase, 'answerHeld'),
      needs(situation.stage === 'waiting', 'wrong-stage'),
    ),
  'held-answer-overdue': (situation) => overdue(situation.heldAnswerDue, situation),
  'received-before-return-due': (situation) =>
    allOf(
      before(situation.returnDue, situation),
      phaseAllows(situation.phase, 'completeReturned'),
      needs(situation.stage === 'waiting', 'wrong-stage'),
    ),
  'return-overdue': (situation) => overdue(situation.returnDue, situation),
  'list-and-new-deadline': (situation) =>
    allOf(
      needs((situation.listed ?? 0) > 0, 'nothing-to-complete'),
      needs(
        !!situation.newDue && situation.newDue.getTime() > situation.receivedAt.getTime(),
        'timetable-order',
      ),
    ),
  'checklist-met': (situation) => needs(situation.checklistMet === true, 'checklist-not-met'),
  'reason-given': withReason,
  'class-waiting': (situation) =>
    allOf(
      phaseAllows(situation.phase, 'checkEligibility'),
      needs(situation.stage === 'waiting', 'wrong-stage'),
    ),
  'class-scoring': (situation) => needs(situation.stage !== 'waiting', 'wrong-stage'),
  'class-closed': (situation) => needs(STAGE_RIGHTS[situation.stage].readAllSheets, 'wrong-stage'),
  'not-archived': (situation) => phaseAllows(situation.phase, 'withdrawNomination'),
};
