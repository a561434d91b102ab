import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { type ChangeSituation } from '@award/award';
import { demand, type FieldRefusal, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { EditionChange, EditionChangeView, EditionView } from '@award/editions/contract';
import { demandReach, Editions } from './editions.service';
import { CHANGES } from './editions.queries';
import type { EditionRow } from './edition-row';
import { viewOf } from './edition-view';

/** What a change gets: the transaction, the locked edition, and what the rules need to know. */
export interface Drafting {
  tx: EntityManager;
  edition: EditionRow;
  situation: ChangeSituation;
}

/** The frame of every change of an edition: once per key, on the version that the reader saw, on the log. */
@Injectable()
export class EditionDraft {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
  ) {}

  async change<Order extends EditionChange>(
    principal: Principal,
    editionId: string,
    key: string,
    part: string,
    order: Order,
    write: (drafting: Drafting) => Promise<void>,
  ): Promise<EditionView> {
    demandReach(principal, editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { editionId, part, order }, async () => {
        const edition = await this.editions.locked(tx, editionId);
        if (edition.lockVersion !== order.lockVersion)
          throw new Refused('stale-save', { lockVersion: edition.lockVersion });
        if (edition.asPublished) throw new Refused('wrong-phase', { phase: edition.phase });
        await write({ tx, edition, situation: situationOf(edition, order.reason) });
        const [, saved] = await tx.query(
          'update edition set lock_version = lock_version + 1 where id = $1 and lock_version >= $2',
          [editionId, order.lockVersion],
        );
        if (saved !== 1) throw new Refused('stale-save');
        await this.audit.write(tx, {
          principal,
          act: 'edition:change',
          subjectType: 'edition',
          subjectId: editionId,
          editionId,
          facts: { part, sha256: createHash('sha256').update(JSON.stringify(order)).digest('hex') },
        });
        return this.view(tx, principal, editionId);
      }),
    );
  }

  /** An act of the workflow on the version that the reader saw; the door writes its own log. */
  async act<Order extends EditionChange>(
    principal: Principal,
    editionId: string,
    key: string,
    name: string,
    order: Order,
    act: (drafting: Drafting) => Promise<unknown>,
  ): Promise<EditionView> {
    demandReach(principal, editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { editionId, name, order }, async () => {
        const edition = await this.editions.locked(tx, editionId);
        if (edition.lockVersion !== order.lockVersion)
          throw new Refused('stale-save', { lockVersion: edition.lockVersion });
        await act({ tx, edition, situation: situationOf(edition, order.reason) });
        return this.view(tx, principal, editionId);
      }),
    );
  }

  async view(
    db: Pick<EntityManager, 'query'>,
    principal: Principal,
    id: string,
  ): Promise<EditionView> {
    const edition = await this.editions.byId(db, id);
    const changes: (Omit<EditionChangeView, 'at' | 'before' | 'after'> & {
      at: Date;
      before: Date | null;
      after: Date | null;
    })[] = await db.query(CHANGES, [id]);
    return viewOf(
      edition,
      changes.map((change) => ({
        ...change,
        at: change.at.toISOString(),
        before: change.before?.toISOString() ?? null,
        after: change.after?.toISOString() ?? null,
      })),
      principal,
    );
  }

  /** Keeps who changed what of the rule or the form, and why, once the call has opened. */
  async logRuleChange(
    { tx, edition, situation }: Drafting,
    principal: Principal,
    part: 'classes' | 'criteria' | 'rules' | 'form',
    before: object,
    after: object,
  ): Promise<void> {
    if (edition.phase === 'planned') return;
    await tx.query(
      `insert into rule_change (edition_id, part, before, after, reason, changed_by) values ($1, $2, $3, $4, $5, $6)`,
      [
        edition.id,
        part,
        JSON.stringify(before),
        JSON.stringify(after),
        situation.reason,
        principal.personId,
      ],
    );
  }
}

function situationOf(edition: EditionRow, reason = ''): ChangeSituation {
  return {
    phase: edition.phase,
    stages: edition.classes.map(({ stage }) => stage),
    registered: edition.ruleHash !== null,
    reason,
  };
}

/** Refuses the fields that are wrong, or does nothing. */
export function refuseFields(fields: FieldRefusal[]): void {
  if (fields.length > 0) throw new Refused('bad-input', { fields });
}

/** A verdict about one field: `reason-required` names the field, anything else is about the whole act. */
export function demandOf(verdict: Parameters<typeof demand>[0], path: string): void {
  if (!verdict.allowed && verdict.reason === 'reason-required')
    throw new Refused('reason-required', { fields: [{ path, reason: 'reason-required' }] });
  demand(verdict);
}

/** Whether the database refused because something else holds on to the row. */
export function isHeld(error: unknown): boolean {
  const code =
    error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code === '23503' || code === '23001';
}
