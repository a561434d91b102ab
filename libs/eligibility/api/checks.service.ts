import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Checklist,
  type EligibilityOutcome,
  mayDecideEligibility,
  type NominationAction,
  withJudgement,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import type { DecideEligibility, ReopenCheck } from '@award/eligibility/contract';
import { Mail, whenInWords } from '@award/mail/api';
import {
  type LockedNomination,
  mailToAll,
  mayReadOfEntry,
  Nominations,
  readersOfMunicipality,
  receivedNow,
} from '@award/nominations/api';
import { EligibilityCheck } from './eligibility-check.entity';
import { type EligibilityMail, eligibilityMail } from './eligibility-mail';
import { Eligibility } from './eligibility.service';
import { ENTRY, type OneEntryColumns } from './entries.queries';
import { automaticAnswers } from './entries.view';

const ACTION: Record<EligibilityOutcome, NominationAction> = {
  eligible: 'find-eligible',
  returned: 'return',
  ineligible: 'find-ineligible',
};

/** The formal check of an entry, from start to outcome. The municipality is told each time. */
@Injectable()
export class Checks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly eligibility: Eligibility,
    private readonly nominations: Nominations,
  ) {}

  onModuleInit(): void {
    for (const [template, words] of Object.entries(eligibilityMail)) {
      this.mail.register(template, words, { stillFor: mayReadOfEntry, failureFor: 'secretary' });
    }
  }

  async start(principal: Principal, id: string, key: string): Promise<{ state: string }> {
    return this.step(principal, id, key, 'start-check');
  }

  /** Goes on with an entry that was returned and has not come back in time. */
  async resume(principal: Principal, id: string, key: string): Promise<{ state: string }> {
    return this.step(principal, id, key, 'resume-check');
  }

  async reopen(
    principal: Principal,
    id: string,
    { reason }: ReopenCheck,
    key: string,
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await this.eligibility.demandEntry(tx, principal, id);
      return this.keys.once(tx, principal, key, ['reopen-check', id, reason], async () => {
        const { to } = await this.nominations.take(tx, principal, id, 'reopen-check', {
          receivedAt,
          reason,
          causes: ([taken]) =>
            this.tell(tx, taken?.row, 'eligibility-reopened', receivedAt.toISOString(), {}),
        });
        return { state: to };
      });
    });
  }

  /** Ends the check: eligible, returned with a list and a new deadline, or ineligible with the reason. */
  async decide(
    principal: Principal,
    id: string,
    body: DecideEligibility,
    key: string,
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    const { outcome, reason } = body;
    const newDue = outcome === 'returned' ? dueFrom(body.dueAt) : null;
    return this.db.transaction(async (tx) => {
      await this.eligibility.demandEntry(tx, principal, id);
      return this.keys.once(tx, principal, key, ['decide', id, body], async () => {
        const checkId = randomUUID();
        const checklist = await this.checklistOf(tx, id, body);
        const met = mayDecideEligibility('eligible', checklist, reason);
        const { to } = await this.nominations.take(tx, principal, id, ACTION[outcome], {
          receivedAt,
          reason: outcome === 'eligible' ? '' : reason,
          listed: reason.split('\n').filter((line) => line.trim() !== '').length,
          ...(newDue === null ? {} : { newDue }),
          // What is still open is refused below by its own reason.
          checklistMet: met.allowed || met.reason === 'checklist-open',
          change: { returnDueAt: newDue },
          audit: { checkId },
          causes: async ([taken]) => {
            demand(mayDecideEligibility(outcome, checklist, reason, { at: receivedAt, newDue }));
            if (!taken) return;
            await this.keep(tx, principal, taken.row, checkId, body, checklist, newDue);
          },
        });
        return { state: to };
      });
    });
  }

  private async step(
    principal: Principal,
    id: string,
    key: string,
    action: NominationAction,
  ): Promise<{ state: string }> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction(async (tx) => {
      await this.eligibility.demandEntry(tx, principal, id);
      return this.keys.once(tx, principal, key, [action, id], async () => {
        const { to } = await this.nominations.take(tx, principal, id, action, { receivedAt });
        return { state: to };
      });
    });
  }

  private async checklistOf(
    tx: EntityManager,
    id: string,
    { judged }: DecideEligibility,
  ): Promise<Checklist> {
    const [row]: OneEntryColumns[] = await tx.query(ENTRY, [id]);
    if (!row) throw new Refused('not-found');
    return withJudgement(automaticAnswers(row), judged);
  }

  private async keep(
    tx: EntityManager,
    principal: Principal,
    row: LockedNomination,
    checkId: string,
    { outcome, reason }: DecideEligibility,
    checklist: Checklist,
    dueAt: Date | null,
  ): Promise<void> {
    await tx.insert(EligibilityCheck, {
      id: checkId,
      nominationId: row.id,
      editionId: row.editionId,
      outcome,
      checklist,
      reason: reason.trim() || null,
      dueAt,
      decidedBy: principal.personId,
    });
    await this.tell(tx, row, `eligibility-${outcome}`, checkId, {
      ...(dueAt === null ? {} : { due: whenInWords(dueAt, row.writtenForm) }),
    });
  }

  private async tell(
    tx: EntityManager,
    row: LockedNomination | undefined,
    template: EligibilityMail,
    event: string,
    words: Record<string, string>,
  ): Promise<void> {
    if (!row) return;
    await mailToAll(tx, this.mail, await readersOfMunicipality(tx, row), {
      eventKey: `${template}:${row.id}:${event}`,
      template,
      language: row.writtenForm,
      words: { municipality: row.municipalityName, ...words },
      editionId: row.editionId,
    });
  }
}

function dueFrom(text: string | null | undefined): Date | null {
  if (!text) return null;
  const due = new Date(text);
  if (Number.isNaN(due.getTime())) {
    throw new Refused('bad-input', { fields: [{ path: 'dueAt', reason: 'isIso8601' }] });
  }
  return due;
}
