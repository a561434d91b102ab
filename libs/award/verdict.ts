import { type Refusal } from './refusals';

/** The answer of a rule: it neither throws nor fetches. */
export type Verdict = Allowed | RefusedVerdict;
export interface Allowed {
  readonly allowed: true;
}
export interface RefusedVerdict {
  readonly allowed: false;
  readonly reason: Refusal;
}

/** The act may be done. */
export const yes: Verdict = { allowed: true };

/** The act may not be done, for this reason. */
export function no(reason: Refusal): RefusedVerdict {
  return { allowed: false, reason };
}

/** `yes` when the condition holds, otherwise refused for the reason. */
export function needs(condition: boolean, otherwise: Refusal): Verdict {
  return condition ? yes : no(otherwise);
}

/** The first refusal, read from the left; `yes` when there is none. */
export function allOf(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.allowed) ?? yes;
}
