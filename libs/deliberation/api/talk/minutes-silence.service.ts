import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allOf, approvedBySilence, needs, SILENCE_HOURS } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Jobs } from '@award/jobs/api';
import type { Made, MinutesSilenceView } from '@award/deliberation/contract';
import { receivedNow } from '@award/nominations/api';
import { ClassDoor } from '../class-door';
import { MinutesObjection } from './talk.entity';

interface Waiting {
  id: string;
  editionId: string;
  classCode: string;
  number: number;
  sha256: string;
  madeAt: Date;
  approvedAt: Date | null;
  newest: boolean;
  /** Of the meeting; until then nothing stands by silence. */
  closed: boolean;
  objections: number;
  now: Date;
}

const MINUTES = `
select m.id, m.edition_id as "editionId", m.class_code as "classCode", m.number, m.sha256, m.made_at as "madeAt",
  m.approved_at as "approvedAt", award_now() as now,
  not exists (select from minutes n where n.meeting_id = m.meeting_id and n.number > m.number) as newest,
  t.closed_at is not null as closed,
  (select count(*)::int from minutes_objection o where o.minutes_id = m.id) as objections
from minutes m join meeting t on t.id = m.meeting_id`;

/** Minutes that nobody objects to stand after two days; with an objection the jury approves them itself. */
@Injectable()
export class MinutesSilence implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly jobs: Jobs,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  onModuleInit(): void {
    this.jobs.register('minutes-silence', () => this.sweep(), { everyMinute: true });
  }

  async view(principal: Principal, minutesId: string): Promise<MinutesSilenceView> {
    const found = await findMinutes(this.db, minutesId);
    const minutes = await this.door.known(this.db, principal, found);
    const { editionId, classCode } = minutes;
    const { own } = await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    const objections: { seatId: string; name: string; text: string; madeAt: Date }[] =
      await this.db.query(
        `select o.seat_id as "seatId", s.name, o.text, o.made_at as "madeAt" from minutes_objection o
         join seat s on s.id = o.seat_id where o.minutes_id = $1 order by o.made_at, o.id`,
        [minutesId],
      );
    const may = allOf(needs(own !== null, 'not-permitted'), mayObject(minutes));
    const waits = minutes.approvedAt === null && minutes.newest && objections.length === 0;
    return {
      objections: objections.map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
      standsAt: waits
        ? new Date(minutes.madeAt.getTime() + SILENCE_HOURS * 3_600_000).toISOString()
        : null,
      mayObject: may.allowed ? null : may.reason,
    };
  }

  /** A member who takes part objects; the text stands beside the minutes for good. */
  async object(principal: Principal, minutesId: string, text: string, key: string): Promise<Made> {
    const receivedAt = await receivedNow(this.db);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { act: 'minutes:object', minutesId, text }, async () => {
        const found = await findMinutes(tx, minutesId);
        const known = await this.door.known(tx, principal, found);
        const { editionId, classCode } = known;
        const { own } = await this.door.enterToAct(tx, principal, editionId, classCode, 'meet');
        if (!own) throw new Refused('not-permitted');
        // What somebody else has done meanwhile counts, the time spent waiting for it does not.
        demand(mayObject({ ...(await minutesOf(tx, minutesId)), now: receivedAt }));
        const made = await tx.insert(MinutesObjection, {
          minutesId,
          seatId: own.seatId,
          text: text.trim(),
        });
        const { id } = made.identifiers[0] as { id: string };
        await this.log.write(tx, {
          principal,
          act: 'minutes:object',
          subjectType: 'minutes',
          subjectId: minutesId,
          editionId,
          facts: { classCode, number: known.number, objection: id },
        });
        return { id };
      }),
    );
  }

  private async sweep(): Promise<void> {
    const waiting: Waiting[] = await this.db.query(
      `${MINUTES} where m.approved_at is null and t.closed_at is not null`,
    );
    for (const { id, editionId, classCode } of waiting.filter((one) =>
      approvedBySilence(one, one.now),
    ))
      await this.db.transaction((tx) => this.stand(tx, id, editionId, classCode));
  }

  private async stand(
    tx: EntityManager,
    id: string,
    editionId: string,
    classCode: string,
  ): Promise<void> {
    await tx.query(
      'select from edition_class where edition_id = $1 and code = $2 for no key update',
      [editionId, classCode],
    );
    const minutes = await minutesOf(tx, id);
    if (minutes.approvedAt !== null || !approvedBySilence(minutes, minutes.now)) return;
    await tx.query('update minutes set approved_at = award_now() where id = $1', [id]);
    await this.log.write(tx, {
      principal: null,
      act: 'minutes:stand-by-silence',
      subjectType: 'minutes',
      subjectId: id,
      editionId,
      facts: { classCode, number: minutes.number, sha256: minutes.sha256 },
    });
  }
}

/** Minutes that stand by silence are decided on, whether or not the sweep has come to them. */
function mayObject(minutes: Waiting) {
  const stands = minutes.closed && approvedBySilence(minutes, minutes.now);
  return allOf(
    needs(minutes.approvedAt === null && !stands, 'already-decided'),
    needs(minutes.newest, 'stale-save'),
  );
}

async function findMinutes(
  db: Pick<EntityManager, 'query'>,
  id: string,
): Promise<Waiting | undefined> {
  const [row] = await db.query(`${MINUTES} where m.id = $1`, [id]);
  return row;
}

async function minutesOf(db: Pick<EntityManager, 'query'>, id: string): Promise<Waiting> {
  const row = await findMinutes(db, id);
  if (!row) throw new Refused('not-found');
  return row;
}
