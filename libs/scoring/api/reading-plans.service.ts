import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assignReadings, needs } from '@award/award';
import { demand, type Principal } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Standings } from '@award/impartiality/api';
import { lockedPanelClass, panelClass, Seats } from '@award/jury/api';
import type { ReadingPlanView, SetReadingPlan } from '@award/scoring/contract';
import { Assignments } from './assignments.service';
import { expected } from './class-input';

type Db = Pick<EntityManager, 'query'>;

const READABLE = `
select id from nomination where edition_id = $1 and class_code = $2 and state in ('eligible', 'in-review', 'assessed') order by id`;

/**
 * How many read each entry of a class. What is shown before scoring opens is worked out anew from the
 * panel and the recusals of the moment; the opening hands it out, and then it stands.
 */
@Injectable()
export class ReadingPlans {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly assignments: Assignments,
    private readonly audit: AuditLog,
  ) {}

  async view(principal: Principal, editionId: string, classCode: string): Promise<ReadingPlanView> {
    const { stage } = await panelClass(this.db, principal, editionId, classCode);
    return this.viewOf(this.db, editionId, classCode, stage === 'waiting');
  }

  /** Sets or takes away the plan, until the rule of judgement is registered: the first class's scoring opens. */
  async set(
    principal: Principal,
    editionId: string,
    classCode: string,
    { readings }: SetReadingPlan,
  ): Promise<ReadingPlanView> {
    return this.db.transaction(async (tx) => {
      // The opening of any class takes the edition first too: the rule that it registers holds every plan.
      const [edition] = await tx.query(
        'select rule_hash as "ruleHash" from edition where id = $1 for no key update',
        [editionId],
      );
      const { stage } = await lockedPanelClass(tx, principal, editionId, classCode);
      demand(needs(stage === 'waiting', 'wrong-stage'));
      demand(needs(edition?.ruleHash === null, 'rule-frozen'));
      if (readings === null)
        await tx.query('delete from reading_plan where edition_id = $1 and class_code = $2', [
          editionId,
          classCode,
        ]);
      else
        await tx.query(
          `insert into reading_plan (edition_id, class_code, readings, set_by) values ($1, $2, $3, $4)
           on conflict (edition_id, class_code) do update set readings = excluded.readings, set_by = excluded.set_by, set_at = award_now()`,
          [editionId, classCode, readings, principal.personId],
        );
      await this.audit.write(tx, {
        principal,
        act: 'reading-plan:set',
        subjectType: 'edition-class',
        subjectId: editionId,
        editionId,
        facts: { classCode, readings },
      });
      return this.viewOf(tx, editionId, classCode, true);
    });
  }

  private async viewOf(
    db: Db,
    editionId: string,
    classCode: string,
    provisional: boolean,
  ): Promise<ReadingPlanView> {
    const readings = await this.assignments.readings(db, editionId, classCode);
    const seats = await this.seats.activeSeats(db, editionId, classCode);
    const rows: { id: string }[] = await db.query(READABLE, [editionId, classCode]);
    const entries = rows.map(({ id }) => id);
    const barred = await this.assignments.barred(db, seats, entries);
    const plan =
      provisional && readings !== null
        ? assignReadings({
            entries,
            readers: seats.map(({ id, house }) => ({ seat: id, house })),
            readings,
            barred,
            given: [],
          })
        : null;
    const handedOut = await this.assignments.handedOut(db, editionId, classCode);
    const standings = await this.standings.ofClass(db, editionId, classCode);
    const reads = (seatId: string, entry: string): boolean => {
      if (plan) return plan.added.some((one) => one.seat === seatId && one.entry === entry);
      const standing = standings.get(seatId);
      return handedOut(seatId, entry) && (standing === undefined || expected(standing, entry));
    };
    const shown = seats.map(({ id, name, house }) => ({
      seatId: id,
      name,
      house,
      entries: entries.filter((entry) => reads(id, entry)).length,
    }));
    const readersOf = (entry: string) => seats.filter(({ id }) => reads(id, entry)).length;
    return {
      readings,
      provisional,
      entries: entries.length,
      seats: shown,
      short: readings === null ? 0 : entries.filter((one) => readersOf(one) < readings).length,
    };
  }
}
