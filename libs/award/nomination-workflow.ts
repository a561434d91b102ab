/**
 * Where an entry stands. What has been decided about it and what has been told are facts of their
 * own (decision-rules.ts, embargo-rules.ts): no state here says finalist or winner. A municipality
 * has one living entry per edition; a withdrawn one makes room for another while the call is open.
 */
import { type Permission } from './permissions';
import { type Actor, type WorkflowTable } from './workflow';

export const NOMINATION_STATES = [
  'tipped',
  'draft',
  'held',
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'ineligible',
  'in-review',
  'assessed',
  'declined',
  'lapsed',
  'withdrawn',
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

/** Where an entry can begin: written by the municipality, or tipped by somebody else. */
export const FIRST_STATES: readonly NominationState[] = ['draft', 'tipped'];

export const NOMINATION_ACTIONS = [
  'accept-tip',
  'decline-tip',
  'accept-after-all',
  'submit',
  'take-back',
  'hold',
  'send-held',
  'decline-held',
  'resume-writing',
  'lapse',
  'start-check',
  'return',
  'resubmit',
  'resume-check',
  'find-eligible',
  'find-ineligible',
  'reopen-check',
  'start-review',
  'finish-review',
  'withdraw',
] as const;
export type NominationAction = (typeof NOMINATION_ACTIONS)[number];

export type NominationGuard =
  | 'received-in-time'
  | 'deadline-passed'
  | 'call-closed'
  | 'form-complete'
  | 'form-incomplete'
  | 'received-before-held-answer-due'
  | 'held-answer-overdue'
  | 'received-before-return-due'
  | 'return-overdue'
  | 'list-and-new-deadline'
  | 'checklist-met'
  | 'reason-given'
  | 'class-waiting'
  | 'class-scoring'
  | 'class-closed'
  | 'not-archived';
export type NominationEffect =
  | 'version-made'
  | 'population-frozen'
  | 'receipt-sent'
  | 'copies-sent'
  | 'text-frozen'
  | 'tipper-told'
  | 'municipality-asked'
  | 'municipality-told'
  | 'secretariat-told'
  | 'left-out-of-ballot';

type Row = WorkflowTable<NominationState, NominationAction, NominationGuard, NominationEffect>;

const WRITERS: readonly Actor[] = ['municipality-editor', 'municipality-submitter'];
const SENDER: readonly Actor[] = ['municipality-submitter'];
const CHECKERS: readonly Actor[] = ['secretary', 'case-officer'];
const CLOCK: readonly Actor[] = ['clock'];

export const NOMINATION_WORKFLOW: Row = [
  byTip('tipped', 'accept-tip', 'draft', ['tipper-told']),
  byTip('tipped', 'decline-tip', 'declined', ['tipper-told']),
  byTip('declined', 'accept-after-all', 'draft', []),
  byClock('tipped', 'lapse', 'lapsed', ['deadline-passed'], []),

  bySender('draft', 'submit', 'submitted', ['received-in-time', 'form-complete'], 'submit'),
  bySender('submitted', 'take-back', 'draft', ['received-in-time'], 'take-back'),
  byClock(
    'draft',
    'hold',
    'held',
    ['deadline-passed', 'form-complete'],
    ['text-frozen', 'municipality-asked'],
  ),
  byClock('draft', 'lapse', 'lapsed', ['deadline-passed', 'form-incomplete'], []),
  bySender('held', 'submit', 'submitted', ['received-in-time', 'form-complete'], 'submit'),
  bySender('held', 'send-held', 'submitted', ['received-before-held-answer-due'], 'submit'),
  bySender('held', 'decline-held', 'lapsed', [], 'withdraw'),
  byClock('held', 'lapse', 'lapsed', ['held-answer-overdue'], ['municipality-told']),

  byWriter('held', 'resume-writing', 'draft'),
  byWriter('lapsed', 'resume-writing', 'draft'),

  byOffice('submitted', 'start-check', 'in-eligibility-check', ['call-closed'], []),
  byOffice(
    'in-eligibility-check',
    'return',
    'returned',
    ['list-and-new-deadline'],
    ['municipality-told'],
  ),
  bySender(
    'returned',
    'resubmit',
    'submitted',
    ['received-before-return-due', 'form-complete'],
    'submit',
  ),
  byOffice('returned', 'resume-check', 'in-eligibility-check', ['return-overdue'], []),
  byOffice(
    'in-eligibility-check',
    'find-eligible',
    'eligible',
    ['checklist-met'],
    ['municipality-told'],
  ),
  byOffice(
    'in-eligibility-check',
    'find-ineligible',
    'ineligible',
    ['reason-given'],
    ['municipality-told'],
  ),
  byOffice(
    'eligible',
    'reopen-check',
    'in-eligibility-check',
    ['class-waiting', 'reason-given'],
    ['municipality-told'],
  ),
  byOffice(
    'ineligible',
    'reopen-check',
    'in-eligibility-check',
    ['class-waiting', 'reason-given'],
    ['municipality-told'],
  ),

  {
    from: 'eligible',
    action: 'start-review',
    to: 'in-review',
    who: ['secretary', 'jury-leader'],
    permission: 'scoring:open',
    needs: ['class-scoring'],
    causes: [],
    label: 'nomination.start-review',
  },
  {
    from: 'in-review',
    action: 'finish-review',
    to: 'assessed',
    who: ['jury-leader'],
    permission: 'scoring:close',
    needs: ['class-closed'],
    causes: [],
    label: 'nomination.finish-review',
  },

  withdrawal('draft', []),
  withdrawal('held', []),
  withdrawal('submitted', []),
  withdrawal('in-eligibility-check', ['secretariat-told']),
  withdrawal('returned', ['secretariat-told']),
  withdrawal('eligible', ['secretariat-told']),
  withdrawal('in-review', ['secretariat-told', 'left-out-of-ballot']),
  withdrawal('assessed', ['secretariat-told', 'left-out-of-ballot']),
];

/** The living states: at most one entry of a municipality and an edition is in one of them. */
export function isLiving(state: NominationState): boolean {
  return state !== 'withdrawn';
}

function byTip(
  from: NominationState,
  action: NominationAction,
  to: NominationState,
  causes: readonly NominationEffect[],
): Row[number] {
  return {
    from,
    action,
    to,
    who: WRITERS,
    permission: 'nomination:answer-tip',
    needs: action === 'decline-tip' ? [] : ['received-in-time'],
    causes,
    label: `nomination.${action}`,
  };
}

/** Only while the call is open: after the deadline this is what a reopened call means to an entry. */
function byWriter(
  from: NominationState,
  action: NominationAction,
  to: NominationState,
): Row[number] {
  return {
    from,
    action,
    to,
    who: WRITERS,
    permission: 'nomination:write',
    needs: ['received-in-time'],
    causes: [],
    label: `nomination.${action}`,
  };
}

function bySender(
  from: NominationState,
  action: NominationAction,
  to: NominationState,
  needs: readonly NominationGuard[],
  verb: 'submit' | 'take-back' | 'withdraw',
): Row[number] {
  const permission: Permission = `nomination:${verb}`;
  const causes: readonly NominationEffect[] =
    verb === 'submit' ? ['version-made', 'population-frozen', 'receipt-sent', 'copies-sent'] : [];
  return {
    from,
    action,
    to,
    who: SENDER,
    permission,
    needs,
    causes,
    label: `nomination.${action}`,
  };
}

function byOffice(
  from: NominationState,
  action: NominationAction,
  to: NominationState,
  needs: readonly NominationGuard[],
  causes: readonly NominationEffect[],
): Row[number] {
  return {
    from,
    action,
    to,
    who: CHECKERS,
    permission: action.startsWith('find-') ? 'eligibility:decide' : 'eligibility:check',
    needs,
    causes,
    label: `nomination.${action}`,
  };
}

function byClock(
  from: NominationState,
  action: NominationAction,
  to: NominationState,
  needs: readonly NominationGuard[],
  causes: readonly NominationEffect[],
): Row[number] {
  return {
    from,
    action,
    to,
    who: CLOCK,
    permission: null,
    needs,
    causes,
    label: `nomination.${action}`,
  };
}

function withdrawal(from: NominationState, causes: readonly NominationEffect[]): Row[number] {
  return {
    from,
    action: 'withdraw',
    to: 'withdrawn',
    who: SENDER,
    permission: 'nomination:withdraw',
    needs: ['not-archived'],
    causes,
    label: 'nomination.withdraw',
  };
}
