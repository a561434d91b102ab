/** The situations that the specs of nomination-rules.ts start from. */
import type { NominationSituation } from './nomination-rules';

export const at = (iso: string) => new Date(iso);

const OPENS = at('2026-11-02T08:00:00Z');
export const DEADLINE = at('2027-01-27T11:00:00Z');
export const DAY_BEFORE = at('2027-01-26T11:00:00Z');
export const SECOND_LATE = at('2027-01-27T11:00:01Z');
export const DAY_AFTER = at('2027-01-28T11:00:00Z');
export const TWO_DAYS_AFTER = at('2027-01-29T11:00:00Z');

export const situation = (change: Partial<NominationSituation> = {}): NominationSituation => ({
  state: 'draft',
  actor: 'municipality-submitter',
  phase: 'open',
  stage: 'waiting',
  opensAt: OPENS,
  deadline: DEADLINE,
  receivedAt: DAY_BEFORE,
  complete: true,
  ...change,
});

export const held = (change: Partial<NominationSituation> = {}) =>
  situation({
    state: 'held',
    phase: 'closed',
    receivedAt: SECOND_LATE,
    heldAnswerDue: DAY_AFTER,
    ...change,
  });

export const returned = (change: Partial<NominationSituation> = {}) =>
  situation({
    state: 'returned',
    phase: 'closed',
    receivedAt: DAY_AFTER,
    returnDue: TWO_DAYS_AFTER,
    ...change,
  });

export const checked = (change: Partial<NominationSituation> = {}) =>
  situation({
    state: 'in-eligibility-check',
    phase: 'closed',
    actor: 'case-officer',
    receivedAt: DAY_AFTER,
    ...change,
  });
