/**
 * Every reason for which an act can be refused. The code crosses the wire, the server maps it to a
 * status and the page to words; both maps are `Record<Refusal, …>`, so a code without words does
 * not compile. A code says what to do something about, never who or what is hidden.
 */
export const REFUSALS = [
  // who is asking
  'not-signed-in',
  'not-permitted',
  'not-found',
  'origin-refused',
  'rate-limited',
  'code-wrong',
  'code-expired',
  'too-many-tries',
  'other-role-held',
  'last-secretary',
  // what was sent
  'bad-input',
  'bad-text',
  'too-large',
  'unavailable',
  'documents-unavailable',
  'failed',
  'stale-save',
  'idempotency-mismatch',
  'still-running',
  'reason-required',
  'unknown-municipality',
  'unknown-class',
  'text-too-long',
  'text-too-short',
  'incomplete-form',
  // time, phase and state
  'wrong-phase',
  'wrong-stage',
  'wrong-state',
  'before-opening',
  'past-deadline',
  'timetable-order',
  'edition-exists',
  'rule-frozen',
  'classes-overlap',
  'class-crossed',
  // nominations and eligibility
  'already-nominated',
  'checklist-open',
  'checklist-not-met',
  'nothing-to-complete',
  'eligibility-open',
  // jury and impartiality
  'seat-taken',
  'seat-not-active',
  'panel-frozen',
  'house-empty',
  'undeclared',
  'ruling-awaited',
  'recused',
  'declared-late',
  'under-question',
  'rules-on-self',
  'nothing-to-rule',
  'unresolved-declarations',
  // scoring
  'not-assigned',
  'sheet-locked',
  'sheet-not-locked',
  'sheet-incomplete',
  'scoring-open',
  'scoring-closed',
  'missing-sheets',
  'duplicate-score',
  'out-of-scale',
  'zero-weights',
  // meeting, ballot and decision
  'no-meeting',
  'not-present',
  'quorum-missing',
  'ballot-open',
  'ballot-closed',
  'bad-ballot',
  'tie-undecided',
  'vote-required',
  'wrong-number-of-finalists',
  'wrong-number-of-winners',
  'not-in-class',
  'named-twice',
  'not-a-finalist',
  'already-decided',
  // justifications
  'not-signed-off',
  'author-alone',
  'already-signed-off',
  // publication
  'not-sealed',
  'already-sealed',
  'not-armed',
  'same-person-twice',
  'keys-from-one-hand',
  'already-armed',
  'already-released',
  'before-release-time',
  'release-time-passed',
  'release-stopped',
  'not-cleared',
] as const;

/** One of {@link REFUSALS}. */
export type Refusal = (typeof REFUSALS)[number];

/** Whether a string received from elsewhere is a known refusal code. */
export function isRefusal(code: string): code is Refusal {
  return (REFUSALS as readonly string[]).includes(code);
}
