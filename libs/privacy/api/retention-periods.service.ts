import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  allPeriods,
  mayChangePeriod,
  RETENTION_LEAST,
  RETENTION_MOST,
  type RetentionKind,
  retentionOf,
  type RetentionRule,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { ChangePeriod, PeriodView } from '@award/privacy/contract';

type Db = Pick<EntityManager, 'query'>;

interface Standing {
  kind: RetentionKind;
  number: number;
  days: number;
  reason: string;
  by: string;
  at: Date;
}

const STANDING = `
select r.kind, r.number, r.days, r.reason, p.name as by, r.changed_at as at
from retention_period r join person p on p.id = r.changed_by`;

/** The rules of retention as they hold here: the usual periods, and those that the secretariat has set. */
export async function periodsHere(db: Db): Promise<readonly RetentionRule[]> {
  const rows: Pick<Standing, 'kind' | 'days'>[] = await db.query(
    'select kind, days from retention_period',
  );
  return allPeriods(new Map(rows.map(({ kind, days }) => [kind, days])));
}

/** Sets how long a kind is kept. What has been set before stays, with who, when and why. */
@Injectable()
export class RetentionPeriods {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** Every kind in the order in which they are told. */
  async all(db: Db = this.db): Promise<PeriodView[]> {
    const standing: Standing[] = await db.query(STANDING);
    const byKind = new Map(standing.map((one) => [one.kind, one]));
    return allPeriods(new Map(standing.map(({ kind, days }) => [kind, days]))).map((rule) => {
      const set = byKind.get(rule.kind);
      return {
        ...rule,
        usual: retentionOf(rule.kind).days,
        least: RETENTION_LEAST[rule.kind] ?? null,
        most: rule.kind in RETENTION_LEAST ? RETENTION_MOST : null,
        number: set?.number ?? 0,
        changed: set ? { at: set.at.toISOString(), by: set.by, reason: set.reason } : null,
      };
    });
  }

  /** Refused with `rule-frozen`, `reason-required` or `bad-input`, and with `stale-save` if somebody else was first. */
  change(
    principal: Principal,
    kind: RetentionKind,
    order: ChangePeriod,
    key: string,
  ): Promise<PeriodView> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { kind, order }, async () => {
        await tx.query('select pg_advisory_xact_lock(730221)');
        const before = await this.one(tx, kind);
        if (before.number !== order.number)
          throw new Refused('stale-save', { lockVersion: before.number });
        const { days, reason } = order;
        const verdict = mayChangePeriod({ kind, days, before: before.days, reason });
        if (!verdict.allowed && verdict.reason === 'bad-input')
          throw new Refused('bad-input', { fields: [{ path: 'days', reason: 'out-of-range' }] });
        if (!verdict.allowed && verdict.reason === 'reason-required')
          throw new Refused('reason-required', {
            fields: [{ path: 'reason', reason: 'reason-required' }],
          });
        demand(verdict);
        await tx.query(
          `insert into retention_change (kind, number, days, days_before, reason, changed_by) values ($1, $2, $3, $4, $5, $6)`,
          [kind, before.number + 1, days, before.days, reason.trim(), principal.personId],
        );
        await this.log.write(tx, {
          principal,
          act: 'retention:change',
          subjectType: 'retention',
          subjectId: null,
          editionId: null,
          facts: { kind, days, before: before.days, number: before.number + 1 },
        });
        return this.one(tx, kind);
      }),
    );
  }

  private async one(db: Db, kind: RetentionKind): Promise<PeriodView> {
    const found = (await this.all(db)).find((one) => one.kind === kind);
    if (!found) throw new Refused('not-found');
    return found;
  }
}
