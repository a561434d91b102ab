import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { phaseAllows } from '@award/award';
import { ImageSizes } from '@award/files/api';
import { demandReach } from '@award/editions/api';
import { contentHash } from '@award/nominations/api';
import type { SealResult } from '@award/publication/contract';
import { decidedIn, lockRecord } from './releases.queries';
import { demandOpen } from './release-hands';
import { payloadOf, type SealedPayload } from './sealed-payload';

/** Sealing what is decided, setting its time, and taking a seal back before it is released. */
@Injectable()
export class Sealing {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
    private readonly sizes: ImageSizes,
  ) {}

  /** Seals the finalists of every class, or the winners of one. A seal that stands refuses another. */
  async seal(principal: Principal, editionId: string, order: SealResult): Promise<void> {
    demandReach(principal, editionId);
    await this.makeImages(editionId, order.scope);
    await this.locked(editionId, async (tx) => {
      const edition = await decidedIn(tx, editionId);
      if (edition === null) throw new Refused('not-found');
      const covers = edition.classes
        .map(({ code }) => code)
        .filter((code) => order.scope === 'all' || order.scope === code);
      await demandOpen(tx, principal, { editionId, covers }, 'prepares');
      for (const code of covers) demandReach(principal, editionId, code);
      demand(phaseAllows(edition.phase, 'prepareRelease'));
      const sealable = payloadOf(edition, order.scope);
      if (!sealable.allowed) throw new Refused(sealable.reason);
      refusePast(order.releaseAt, edition.now);
      const { payload } = sealable;
      await demandImages(tx, payload);
      const sha256 = contentHash(payload);
      const made: { id: string }[] = await tx.query(
        `insert into sealed_record (edition_id, kind, scope, payload, sha256, sealed_by, release_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
        [
          editionId,
          payload.kind,
          payload.scope,
          JSON.stringify(payload),
          sha256,
          principal.personId,
          order.releaseAt,
        ],
      );
      const [record] = made;
      if (record === undefined) throw new Refused('already-sealed');
      await this.audit.write(tx, {
        principal,
        act: 'release:seal',
        subjectType: 'sealed-record',
        subjectId: record.id,
        editionId,
        facts: { kind: payload.kind, scope: payload.scope, sha256, releaseAt: order.releaseAt },
      });
    });
  }

  /**
   * Sets another time, or none. Keys are turned for one time: with a key turned it is stopped first, and
   * one that had fallen with its holder's right does not come back for another time.
   */
  async schedule(principal: Principal, recordId: string, releaseAt: string | null): Promise<void> {
    await this.onRecord(principal, recordId, async (tx, record) => {
      if (releaseAt !== null) await demandOpen(tx, principal, record, 'prepares');
      if (record.armedBy.length > 0) throw new Refused('already-armed');
      refusePast(releaseAt, record.now);
      await tx.query('delete from arming where sealed_record_id = $1', [recordId]);
      await tx.query('update sealed_record set release_at = $2 where id = $1', [
        recordId,
        releaseAt,
      ]);
      return { act: 'release:schedule', facts: { releaseAt } };
    });
  }

  /** Takes the seal back, so that what was decided anew can be sealed. */
  async cancel(principal: Principal, recordId: string): Promise<void> {
    await this.onRecord(principal, recordId, async (tx) => {
      await tx.query('delete from arming where sealed_record_id = $1', [recordId]);
      await tx.query(
        'update sealed_record set cancelled_at = award_now(), cancelled_by = $2 where id = $1',
        [recordId, principal.personId],
      );
      return { act: 'release:cancel', facts: {} };
    });
  }

  private async onRecord(
    principal: Principal,
    recordId: string,
    act: (
      tx: EntityManager,
      record: NonNullable<Awaited<ReturnType<typeof lockRecord>>>,
    ) => Promise<{ act: string; facts: Record<string, unknown> }>,
  ): Promise<void> {
    const [known] = await this.db.query('select edition_id from sealed_record where id = $1', [
      recordId,
    ]);
    if (!known) throw new Refused('not-found');
    demandReach(principal, known.edition_id);
    await this.locked(known.edition_id, async (tx) => {
      const record = await lockRecord(tx, recordId);
      if (record === null) throw new Refused('not-found');
      if (record.released) throw new Refused('already-released');
      const { act: name, facts } = await act(tx, record);
      await this.audit.write(tx, {
        principal,
        act: name,
        subjectType: 'sealed-record',
        subjectId: recordId,
        editionId: record.editionId,
        facts,
      });
    });
  }

  /** Before anything is locked: making the sizes of a picture takes a second. */
  private async makeImages(editionId: string, scope: string): Promise<void> {
    const edition = await decidedIn(this.db, editionId);
    const sealable = edition && payloadOf(edition, scope);
    if (sealable?.allowed) await this.sizes.make(filesOf(sealable.payload));
  }

  private async locked(editionId: string, act: (tx: EntityManager) => Promise<void>) {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 7))', [editionId]);
      await act(tx);
    });
  }
}

/** A time that has passed would release at the second key, which nobody means. */
function refusePast(releaseAt: string | null, now: Date): void {
  if (releaseAt !== null && new Date(releaseAt).getTime() <= now.getTime())
    throw new Refused('bad-input', { fields: [{ path: 'releaseAt', reason: 'timetable-order' }] });
}

function filesOf({ entries }: SealedPayload): string[] {
  return entries.flatMap(({ images }) => images.map(({ file }) => file));
}

/** What was decided anew since the sizes were made is sealed at the next try. */
async function demandImages(tx: EntityManager, payload: SealedPayload): Promise<void> {
  const files = filesOf(payload);
  const [{ made }] = await tx.query(
    'select count(distinct file_id)::int as made from image_size where file_id = any($1)',
    [files],
  );
  if (made !== new Set(files).size) throw new Refused('stale-save');
}
