/**
 * Approval by the mayor or the chief executive through a personal link: an option of the edition. It
 * never bars submitting and is no part of the eligibility check; it may come until that check ends.
 * It is bound to the hash of what was approved. When the text changes afterwards, those who send say
 * whether the change is of substance; the approver is shown the difference either way.
 */
import { allOf, needs, type Verdict } from './verdict';
import type { EditionPhase } from './edition-phases';
import type { NominationState } from './nomination-workflow';

export const APPROVERS = ['mayor', 'chief-executive'] as const;
export type Approver = (typeof APPROVERS)[number];

/** Days for which an approver's personal link is good. */
export const APPROVAL_LINK_DAYS = 60;

/** Limits of what is written about an approver, in characters. */
export const APPROVER_LIMITS = { name: 120, email: 254 } as const;

export interface ApprovalSituation {
  /** Whether the edition asks for approval by link at all. */
  readonly offered: boolean;
  readonly phase: EditionPhase;
  readonly state: NominationState;
}

const UNTIL_THE_CHECK_ENDS: readonly NominationState[] = [
  'draft',
  'held',
  'submitted',
  'in-eligibility-check',
  'returned',
];

/** Whether approval may be asked for, given or withdrawn now. */
export function mayApprove({ offered, phase, state }: ApprovalSituation): Verdict {
  return allOf(
    needs(offered, 'wrong-phase'),
    needs(['open', 'closed'].includes(phase), 'wrong-phase'),
    needs(UNTIL_THE_CHECK_ENDS.includes(state), 'wrong-state'),
  );
}

/** What the sender has said of the text with this hash, compared with the one that was approved. */
export interface ChangeStatement {
  readonly sha256: string;
  readonly ofSubstance: boolean;
}

export interface ApprovalFacts {
  /** SHA-256 of the content that was approved; null while there is no answer. */
  readonly approvedSha256: string | null;
  readonly statements: readonly ChangeStatement[];
}

/**
 * - `awaited`: asked, not answered.
 * - `stands`: the text is the one that was approved.
 * - `stands-after-change`: changed since, and the sender has said that it is not of substance.
 * - `change-unstated`: changed since, and nobody has said what the change is.
 * - `outdated`: changed since, of substance: a new approval is asked for.
 */
export const APPROVAL_STANDINGS = [
  'awaited',
  'stands',
  'stands-after-change',
  'change-unstated',
  'outdated',
] as const;
export type ApprovalStanding = (typeof APPROVAL_STANDINGS)[number];

/** How an approval stands to the text with this hash: derived by comparison, each time it is asked. */
export function approvalStanding(facts: ApprovalFacts, currentSha256: string): ApprovalStanding {
  if (facts.approvedSha256 === null) return 'awaited';
  if (facts.approvedSha256 === currentSha256) return 'stands';
  const said = facts.statements.findLast(({ sha256 }) => sha256 === currentSha256);
  if (!said) return 'change-unstated';
  return said.ofSubstance ? 'outdated' : 'stands-after-change';
}

/** Whether the sender may say what a change is: only of a text that differs from the approved one. */
export function mayStateChange(facts: ApprovalFacts, currentSha256: string): Verdict {
  const now = approvalStanding(facts, currentSha256);
  return needs(now !== 'awaited' && now !== 'stands', 'wrong-state');
}
