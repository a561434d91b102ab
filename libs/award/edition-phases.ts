/**
 * An edition has one phase and each of its classes one stage. The clock alone may open the call,
 * close it at the deadline, and release what has been sealed and armed; every other step is
 * somebody's deliberate act. What each phase allows stands in phase-rights.ts.
 */
import { type WorkflowTable } from './workflow';

export const PHASES = [
  'planned',
  'open',
  'closed',
  'judging',
  'finalists-published',
  'announced',
  'archived',
] as const;
export type EditionPhase = (typeof PHASES)[number];

export const STAGES = [
  'waiting',
  'scoring',
  'deliberation',
  'finalists-sealed',
  'winner-sealed',
] as const;
export type ClassStage = (typeof STAGES)[number];

/**
 * The stage that is told to who may have stepped out, a member or one who prepares: that the class has decided on
 * finalists is told to those who took part, by their meeting, and to the rest with the finalists; that it has
 * decided on a winner, with the winners.
 */
export function stageToldToMembers(stage: ClassStage, phase: EditionPhase): ClassStage {
  const decided = stage === 'finalists-sealed' || stage === 'winner-sealed';
  if (decided && phase === 'judging') return 'deliberation';
  return stage === 'winner-sealed' && phase === 'finalists-published' ? 'finalists-sealed' : stage;
}

export type EditionAction =
  | 'open-call'
  | 'extend-deadline'
  | 'close-call'
  | 'reopen-call'
  | 'start-judging'
  | 'publish-finalists'
  | 'announce-winners'
  | 'archive';
export type EditionGuard =
  | 'timetable-in-order'
  | 'classes-complete'
  | 'criteria-complete'
  | 'opening-time-reached'
  | 'deadline-passed'
  | 'reason-given'
  | 'eligibility-settled'
  | 'finalists-sealed-in-every-class'
  | 'release-armed-by-two'
  | 'release-time-reached'
  | 'winners-released-in-every-class';
export type EditionEffect =
  | 'call-visible'
  | 'nominators-told'
  | 'complete-drafts-held'
  | 'incomplete-drafts-lapsed'
  | 'finalists-visible'
  | 'winners-visible'
  | 'followers-told'
  | 'feedback-offered'
  | 'notes-deleted';

export const EDITION_WORKFLOW: WorkflowTable<
  EditionPhase,
  EditionAction,
  EditionGuard,
  EditionEffect
> = [
  {
    from: 'planned',
    action: 'open-call',
    to: 'open',
    who: ['secretary', 'clock'],
    permission: 'edition:advance',
    needs: ['timetable-in-order', 'classes-complete', 'criteria-complete', 'opening-time-reached'],
    causes: ['call-visible'],
    label: 'edition.open-call',
  },
  {
    from: 'open',
    action: 'extend-deadline',
    to: 'open',
    who: ['secretary'],
    permission: 'edition:change',
    needs: ['timetable-in-order', 'reason-given'],
    causes: ['nominators-told'],
    label: 'edition.extend-deadline',
  },
  {
    from: 'open',
    action: 'close-call',
    to: 'closed',
    who: ['clock'],
    permission: null,
    needs: ['deadline-passed'],
    causes: ['complete-drafts-held', 'incomplete-drafts-lapsed'],
    label: 'edition.close-call',
  },
  {
    from: 'closed',
    action: 'reopen-call',
    to: 'open',
    who: ['secretary'],
    permission: 'edition:advance',
    needs: ['timetable-in-order', 'reason-given'],
    causes: ['nominators-told'],
    label: 'edition.reopen-call',
  },
  {
    from: 'closed',
    action: 'start-judging',
    to: 'judging',
    who: ['secretary', 'jury-leader'],
    permission: 'scoring:open',
    needs: ['eligibility-settled'],
    causes: [],
    label: 'edition.start-judging',
  },
  {
    from: 'judging',
    action: 'publish-finalists',
    to: 'finalists-published',
    who: ['secretary', 'release-keyholder', 'clock'],
    permission: 'release:arm',
    needs: ['finalists-sealed-in-every-class', 'release-armed-by-two', 'release-time-reached'],
    causes: ['finalists-visible', 'followers-told'],
    label: 'edition.publish-finalists',
  },
  {
    from: 'finalists-published',
    action: 'announce-winners',
    to: 'announced',
    who: ['secretary', 'release-keyholder', 'clock'],
    permission: 'stage:run',
    needs: ['release-armed-by-two', 'release-time-reached', 'winners-released-in-every-class'],
    causes: ['winners-visible', 'followers-told', 'feedback-offered'],
    label: 'edition.announce-winners',
  },
  {
    from: 'announced',
    action: 'archive',
    to: 'archived',
    who: ['secretary'],
    permission: 'edition:advance',
    needs: [],
    causes: ['notes-deleted'],
    label: 'edition.archive',
  },
];

export type StageAction =
  | 'open-scoring'
  | 'skip-scoring'
  | 'close-scoring'
  | 'seal-finalists'
  | 'reopen-finalists'
  | 'seal-winner'
  | 'reopen-winner';
export type StageGuard =
  | 'eligibility-settled'
  | 'both-houses-seated'
  | 'rule-registered'
  | 'no-more-entries-than-finalists'
  | 'grounds-ruled'
  | 'missing-sheets-acknowledged'
  | 'decision-holds'
  | 'finalists-not-released'
  | 'winner-not-released'
  | 'reason-given';
export type StageEffect =
  | 'rule-frozen'
  | 'entries-in-review'
  | 'entries-assessed'
  | 'sheets-locked'
  | 'ranking-readable'
  | 'decision-sealed'
  | 'decision-superseded';

export const STAGE_WORKFLOW: WorkflowTable<ClassStage, StageAction, StageGuard, StageEffect> = [
  {
    from: 'waiting',
    action: 'open-scoring',
    to: 'scoring',
    who: ['secretary', 'jury-leader'],
    permission: 'scoring:open',
    needs: ['eligibility-settled', 'both-houses-seated', 'rule-registered'],
    causes: ['rule-frozen', 'entries-in-review'],
    label: 'stage.open-scoring',
  },
  {
    from: 'waiting',
    action: 'skip-scoring',
    to: 'deliberation',
    who: ['jury-leader'],
    permission: 'scoring:close',
    needs: [
      'eligibility-settled',
      'both-houses-seated',
      'rule-registered',
      'no-more-entries-than-finalists',
    ],
    causes: ['rule-frozen', 'entries-assessed'],
    label: 'stage.skip-scoring',
  },
  {
    from: 'scoring',
    action: 'close-scoring',
    to: 'deliberation',
    who: ['jury-leader'],
    permission: 'scoring:close',
    needs: ['grounds-ruled', 'missing-sheets-acknowledged'],
    causes: ['sheets-locked', 'entries-assessed', 'ranking-readable'],
    label: 'stage.close-scoring',
  },
  {
    from: 'deliberation',
    action: 'seal-finalists',
    to: 'finalists-sealed',
    who: ['jury-leader'],
    permission: 'decision:seal',
    needs: ['decision-holds'],
    causes: ['decision-sealed'],
    label: 'stage.seal-finalists',
  },
  {
    from: 'finalists-sealed',
    action: 'reopen-finalists',
    to: 'deliberation',
    who: ['jury-leader'],
    permission: 'decision:supersede',
    needs: ['finalists-not-released', 'reason-given'],
    causes: ['decision-superseded'],
    label: 'stage.reopen-finalists',
  },
  {
    from: 'finalists-sealed',
    action: 'seal-winner',
    to: 'winner-sealed',
    who: ['jury-leader'],
    permission: 'decision:seal',
    needs: ['decision-holds'],
    causes: ['decision-sealed'],
    label: 'stage.seal-winner',
  },
  {
    from: 'winner-sealed',
    action: 'reopen-winner',
    to: 'finalists-sealed',
    who: ['jury-leader'],
    permission: 'decision:supersede',
    needs: ['winner-not-released', 'reason-given'],
    causes: ['decision-superseded'],
    label: 'stage.reopen-winner',
  },
];
