import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { retentionCutoff, type RetentionRule } from '@award/award';
import { AuditLog } from '@award/audit/api';
import { Jobs } from '@award/jobs/api';
import type { RetentionLine } from '@award/privacy/contract';
import { Erasures } from './erasures.service';
import { periodsHere } from './retention-periods.service';
import { byRealClock, HELD, MOMENTS } from './retention.statements';

/** The two clocks at one moment. Mail, sessions and codes live on the real one. */
export interface Clocks {
  award: Date;
  real: Date;
}

type Db = Pick<EntityManager, 'query'>;

/** Takes away, each hour, what has been kept for its time; and tells beforehand what that would be. */
@Injectable()
export class Retention {
  constructor(
    private readonly db: DataSource,
    private readonly erasures: Erasures,
    private readonly log: AuditLog,
    jobs?: Jobs,
  ) {
    jobs?.register('retention', async () => void (await this.run()), { everyHour: true });
  }

  /** What would go now, kind by kind, and nothing goes. */
  async preview(at?: Clocks): Promise<RetentionLine[]> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const clocks = at ?? (await clocksOf(tx));
      const lines: RetentionLine[] = [];
      for (const rule of await periodsHere(tx))
        lines.push({ ...rule, due: (await this.due(tx, rule, clocks)).length });
      return lines;
    });
  }

  /** Takes it away, each kind in a transaction of its own, and writes in the log how much of what. */
  async run(at?: Clocks): Promise<RetentionLine[]> {
    const lines: RetentionLine[] = [];
    for (const rule of await periodsHere(this.db)) {
      const due = await this.db.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(730220)');
        const ids = await this.due(tx, rule, at ?? (await clocksOf(tx)));
        if (ids.length === 0) return 0;
        const went = await this.erase(tx, rule, ids);
        if (went)
          await this.log.write(tx, {
            principal: null,
            act: 'retention:erase',
            subjectType: 'retention',
            subjectId: null,
            editionId: null,
            facts: { kind: rule.kind, rows: ids.length },
          });
        return ids.length;
      });
      lines.push({ ...rule, due });
    }
    return lines;
  }

  private async due(tx: Db, rule: RetentionRule, { award, real }: Clocks): Promise<string[]> {
    const now = byRealClock(rule) ? real : award;
    const rows: { id: string }[] = await tx.query(`with ${MOMENTS} ${HELD[rule.kind].find}`, [
      retentionCutoff(rule, now),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Answers whether anything went: what an area sweeps itself is left to its sweep. */
  private async erase(tx: EntityManager, { kind }: RetentionRule, ids: string[]) {
    if (kind === 'accounts') {
      for (const id of ids) await this.erasures.forget(tx, { personId: id, emails: [] });
      return true;
    }
    for (const statement of HELD[kind].erase) await tx.query(statement, [ids]);
    return HELD[kind].erase.length > 0;
  }
}

async function clocksOf(tx: Db): Promise<Clocks> {
  const [clocks] = await tx.query('select award_now() as award, clock_timestamp() as real');
  return clocks;
}
