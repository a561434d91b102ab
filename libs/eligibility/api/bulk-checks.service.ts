import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NominationState } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import type { BulkReport, DecideSeveral, StartChecks } from '@award/eligibility/contract';
import { Checks } from './checks.service';

/**
 * The same act on several entries: each in a transaction of its own and through the guard of a single one, so that one
 * that is refused holds back no other. Sent again with the same key, what was done is answered and not done twice.
 */
@Injectable()
export class BulkChecks {
  constructor(private readonly checks: Checks) {}

  start(principal: Principal, { ids }: StartChecks, key: string): Promise<BulkReport> {
    return each(ids, (id) => this.checks.start(principal, id, keyOf(key, id)));
  }

  decide(principal: Principal, { ids, decision }: DecideSeveral, key: string): Promise<BulkReport> {
    return each(ids, (id) => this.checks.decide(principal, id, decision, keyOf(key, id)));
  }
}

async function each(
  ids: readonly string[],
  act: (id: string) => Promise<{ state: string }>,
): Promise<BulkReport> {
  const report: BulkReport = { done: [], refused: [] };
  for (const id of ids.map((one) => one.toLowerCase())) {
    try {
      const { state } = await act(id);
      report.done.push({ id, state: state as NominationState });
    } catch (error) {
      // What is wrong with the order itself, such as its date, is wrong for all.
      if (!(error instanceof Refused) || error.refusal === 'bad-input') throw error;
      report.refused.push({ id, refusal: error.refusal });
    }
  }
  return report;
}

/** One key for each entry, the same whenever the whole is sent again. */
function keyOf(key: string, id: string): string {
  const hash = createHash('sha256').update(`${key} ${id}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
