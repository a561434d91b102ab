import type { Refusal } from '@award/award';

export interface FieldRefusal {
  /** Path of the field in the request, such as `content.title`. */
  path: string;
  reason: string;
}

/** The one way a service says no. The filter turns it into a status, the page into words. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly details: { fields?: FieldRefusal[]; [key: string]: unknown } = {},
  ) {
    super(refusal);
  }
}

/** Throws the verdict's reason as a refusal. */
export function demand(verdict: { allowed: true } | { allowed: false; reason: Refusal }): void {
  if (!verdict.allowed) throw new Refused(verdict.reason);
}
