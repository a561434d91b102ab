import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { erasureObstacles, type RoleAtErasure } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Jobs } from '@award/jobs/api';
import type { ErasureAsked, ErasurePreview } from '@award/privacy/contract';
import { Erasure } from './erasure.entity';
import { ERASED, OF, ROLES_AT_ERASURE, STAYS } from './erasure.statements';
import { type Subject, subjectOfEmail, subjectOfPerson } from './subject';

type Db = Pick<EntityManager, 'query'>;

const WORK = 'erasures';

/**
 * Erasure of a person: asked for by the person or by the secretariat for an address, done by a job. Names and addresses
 * go from the tables; the log holds ids and hashes only, and its chain stands as it was.
 */
@Injectable()
export class Erasures {
  constructor(
    private readonly db: DataSource,
    private readonly log: AuditLog,
    private readonly jobs?: Jobs,
  ) {
    jobs?.register(WORK, () => this.sweep(), { everyHour: true, sent: true });
  }

  async previewOwn({ personId }: Principal): Promise<ErasurePreview> {
    return this.preview(this.db, await subjectOfPerson(this.db, personId));
  }

  async previewFor(email: string): Promise<ErasurePreview> {
    return this.preview(this.db, await subjectOfEmail(this.db, email));
  }

  askOwn(principal: Principal): Promise<ErasureAsked> {
    return this.db.transaction(async (tx) =>
      this.ask(tx, principal, await subjectOfPerson(tx, principal.personId)),
    );
  }

  askFor(principal: Principal, email: string): Promise<ErasureAsked> {
    return this.db.transaction(async (tx) =>
      this.ask(tx, principal, await subjectOfEmail(tx, email)),
    );
  }

  /** Does all that waits. What has come to be held back since waits on. */
  async sweep(): Promise<void> {
    const waiting: { id: string }[] = await this.db.query(
      'select id from erasure where done_at is null order by asked_at',
    );
    for (const { id } of waiting) await this.db.transaction((tx) => this.perform(tx, id));
  }

  /** Erases a person now, without asking: when the time of an account has passed. */
  async forget(tx: EntityManager, subject: Subject): Promise<Record<string, number>> {
    const { personId, emails } =
      subject.emails.length > 0 || subject.personId === null
        ? subject
        : await subjectOfPerson(tx, subject.personId);
    const gone: Record<string, number> = {};
    for (const { kind, count, erase } of ERASED) {
      const rows = await counted(tx, count, { personId, emails });
      if (rows > 0) gone[kind] = rows;
      for (const statement of erase) await tx.query(`with ${OF} ${statement}`, [personId, emails]);
    }
    return gone;
  }

  private async preview(db: Db, subject: Subject): Promise<ErasurePreview> {
    const goes: ErasurePreview['goes'] = [];
    const stays: ErasurePreview['stays'] = [];
    for (const { kind, count } of ERASED)
      goes.push({ kind, rows: await counted(db, count, subject) });
    for (const { kind, count } of STAYS)
      stays.push({ kind, rows: await counted(db, count, subject) });
    return {
      known: subject.personId !== null,
      goes: goes.filter(({ rows }) => rows > 0),
      stays: stays.filter(({ rows }) => rows > 0),
      heldBackBy: [...(await obstaclesOf(db, subject))],
    };
  }

  private async ask(
    tx: EntityManager,
    principal: Principal,
    subject: Subject,
  ): Promise<ErasureAsked> {
    const { goes, heldBackBy } = await this.preview(tx, subject);
    if (heldBackBy.length > 0) throw new Refused('wrong-state', { heldBackBy });
    if (goes.length === 0) throw new Refused('not-found');
    const { personId, emails } = subject;
    const made = await tx
      .createQueryBuilder()
      .insert()
      .into(Erasure)
      .values({ personId, emails: [...emails], askedBy: principal.personId })
      .orIgnore()
      .returning('id')
      .execute();
    const [row]: { id: string }[] = made.raw;
    if (!row) return { asked: true };
    await this.jobs?.send(tx, WORK, {});
    await this.log.write(tx, {
      principal,
      act: 'person:ask-erasure',
      subjectType: 'person',
      subjectId: personId,
      editionId: null,
      facts: { erasureId: row.id },
    });
    return { asked: true };
  }

  private async perform(tx: EntityManager, id: string): Promise<void> {
    const [row] = await tx.query(
      'select person_id as "personId", emails from erasure where id = $1 and done_at is null for update skip locked',
      [id],
    );
    if (!row || (await obstaclesOf(tx, row)).length > 0) return;
    const gone = await this.forget(tx, row);
    await tx.query(
      `update erasure set done_at = award_now(), gone = $2, emails = '{}' where id = $1 and done_at is null`,
      [id, gone],
    );
    await this.log.write(tx, {
      principal: null,
      act: 'person:erase',
      subjectType: 'person',
      subjectId: row.personId,
      editionId: null,
      facts: { erasureId: id, gone },
    });
  }
}

async function counted(db: Db, count: string, { personId, emails }: Subject): Promise<number> {
  const [{ rows }] = await db.query(`with ${OF} ${count}`, [personId, emails]);
  return rows;
}

async function obstaclesOf(db: Db, { personId, emails }: Subject) {
  const roles: RoleAtErasure[] = await db.query(ROLES_AT_ERASURE, [personId, emails]);
  return erasureObstacles(roles);
}
