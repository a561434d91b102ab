import type { NominationState } from '@award/award';

/** Where an entry stands when it can be moved to another class: sent in, and not yet with the jury. */
export const RECLASSIFIED_IN: readonly NominationState[] = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'ineligible',
];
