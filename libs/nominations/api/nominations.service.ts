import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  formProblems,
  mayNomination,
  type NominationAction,
  NOMINATION_WORKFLOW,
  type NominationState,
  type Refusal,
  transition,
  whatIsMissing,
} from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Db } from '@award/editions/api';
import { type EntryOfClass, ENTRIES_OF_CLASS } from './nominations.queries';
import {
  actorOf,
  dueOf,
  type LockedNomination,
  lockNominations,
  receivedNow,
  situationOf,
} from './nomination-rows';
import { Nomination } from './nomination.entity';
import { NominationStep } from './nomination-step.entity';

/** What may change on an entry together with its state. */
export type FrozenWithStep = Partial<
  Pick<
    Nomination,
    | 'classCode'
    | 'population'
    | 'populationDate'
    | 'populationSource'
    | 'classReason'
    | 'submittedVersionId'
    | 'receivedAt'
    | 'returnDueAt'
  >
>;

export interface TakeFacts {
  /** Why; kept with the step and shown to the municipality where it is told. */
  reason?: string;
  /** The award's clock in the request's first statement; without it, now. */
  receivedAt?: Date;
  /** For `return`: how many things are to be completed, and by when. */
  listed?: number;
  newDue?: Date;
  /** For `find-eligible`. */
  checklistMet?: boolean;
  /** Columns that are set in the same update as the state. */
  change?: FrozenWithStep;
  /** What else the act does in its transaction, before the log is written. */
  causes?: (taken: readonly Taken[]) => Promise<void>;
  /** Further facts for the log: ids, hashes, codes and numbers. */
  audit?: Record<string, unknown>;
}

/** An entry after its step: `row` is what stood before. */
export interface Taken {
  row: LockedNomination;
  from: NominationState;
  to: NominationState;
}

/** The one door to an entry's state, and what later areas ask about entries. */
@Injectable()
export class Nominations {
  constructor(private readonly log: AuditLog) {}

  /**
   * One step of an entry's workflow: lock, rule, guarded update, step row, causes, log. Refused with
   * the rule's reason. `principal` is null when the clock acts.
   */
  async take(
    tx: EntityManager,
    principal: Principal | null,
    nominationId: string,
    action: NominationAction,
    facts: TakeFacts = {},
  ): Promise<Taken> {
    const [taken] = await this.takeAll(tx, principal, [nominationId], action, facts);
    if (!taken) throw new Refused('not-found');
    return taken;
  }

  /** The same step of several entries: all locked before any is moved, the log written last. */
  async takeAll(
    tx: EntityManager,
    principal: Principal | null,
    nominationIds: readonly string[],
    action: NominationAction,
    facts: TakeFacts = {},
  ): Promise<Taken[]> {
    if (nominationIds.length === 0) return [];
    const receivedAt = facts.receivedAt ?? (await receivedNow(tx));
    const rows = await lockNominations(tx, nominationIds);
    if (rows.length !== new Set(nominationIds).size) throw new Refused('not-found');
    const taken: Taken[] = [];
    for (const row of rows) {
      taken.push(await this.move(tx, principal, row, action, { ...facts, receivedAt }));
    }
    await facts.causes?.(taken);
    for (const { row, from, to } of taken) {
      await this.log.write(tx, {
        principal,
        act: `nomination:${action}`,
        subjectType: 'nomination',
        subjectId: row.id,
        editionId: row.editionId,
        facts: { from, to, ...facts.audit },
      });
    }
    return taken;
  }

  /** The entries that the jury of a class has to do with: found eligible, and not withdrawn. */
  async entriesOfClass(db: Db, editionId: string, classCode: string): Promise<EntryOfClass[]> {
    return db.query(ENTRIES_OF_CLASS, [editionId, classCode]);
  }

  private async move(
    tx: EntityManager,
    principal: Principal | null,
    row: LockedNomination,
    action: NominationAction,
    facts: TakeFacts & { receivedAt: Date },
  ): Promise<Taken> {
    const { receivedAt, reason, listed, newDue, checklistMet, change } = facts;
    const verdict = mayNomination(action, {
      ...situationOf(row, actorOf(principal), receivedAt, change?.classCode ?? row.classCode),
      ...(reason === undefined ? {} : { reason }),
      ...(listed === undefined ? {} : { listed }),
      ...(newDue === undefined ? {} : { newDue }),
      ...(checklistMet === undefined ? {} : { checklistMet }),
    });
    if (!verdict.allowed) {
      throw new Refused(verdict.reason, detailsOf(verdict.reason, row, action, receivedAt));
    }
    const step = transition(NOMINATION_WORKFLOW, row.state, action);
    if (!step.allowed) throw new Refused(step.reason);
    const updated = await tx.update(
      Nomination,
      { id: row.id, state: row.state },
      { state: step.to, ...change },
    );
    if (updated.affected !== 1) throw new Refused('wrong-state');
    await tx.insert(NominationStep, {
      nominationId: row.id,
      action,
      fromState: row.state,
      toState: step.to,
      reason: reason?.trim() ? reason.trim() : null,
      takenBy: principal?.personId ?? null,
    });
    return { row, from: row.state, to: step.to };
  }
}

/** What the refusal is about: both times, or the fields that are not in order. */
function detailsOf(
  reason: Refusal,
  row: LockedNomination,
  action: NominationAction,
  receivedAt: Date,
): Refused['details'] {
  if (reason === 'past-deadline') {
    const deadline = dueOf(row, action === 'send-held');
    return { receivedAt: receivedAt.toISOString(), deadline: deadline.toISOString() };
  }
  if (reason !== 'incomplete-form') return {};
  const problems = [
    ...whatIsMissing(row.content, row.form),
    ...formProblems(row.content, row.form),
  ];
  return {
    fields: problems.map(({ field, reason: fault }) => ({
      path: `content.${field}`,
      reason: fault,
    })),
  };
}
