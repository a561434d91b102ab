import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  KEYS_NEEDED,
  keysApart,
  mayArm,
  mayRelease,
  phaseAllows,
  type Refusal,
  timeStands,
} from '@award/award';
import { demandReach, Editions } from '@award/editions/api';
import { Jobs } from '@award/jobs/api';
import { Mail } from '@award/mail/api';
import { contentHash } from '@award/nominations/api';
import type { TurnKey } from '@award/publication/contract';
import { CORRECTED } from './corrections/correction-mail';
import { Corrections } from './corrections/corrections.service';
import type { CorrectionRow } from './corrections/corrections.queries';
import { publishImages } from './images/publish-images';
import { endDueHolds, holdOnLivePage } from './live-hold';
import { NEWS, newsMail } from './publication-mail';
import {
  decidedIn,
  dueRecords,
  keyGrants,
  type LockedRecord,
  lockRecord,
  mayHearNews,
  newsRecipients,
} from './releases.queries';
import { demandOpen } from './release-hands';
import { type DecidedEdition, payloadOf } from './sealed-payload';

/** The edition is locked first in every act here, so that no two of them pass each other. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

/**
 * Turning keys and releasing. A release happens once: its row is unique by edition, kind and scope,
 * and everything that it changes is changed in its transaction, by whoever comes first: the clock in
 * any process, the sweep, a reader past the time, or a press.
 */
@Injectable()
export class Releases implements OnModuleInit {
  private readonly log = new Logger('Releases');
  private readonly told = new Set<string>();

  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
    private readonly corrections: Corrections,
  ) {}

  onModuleInit(): void {
    this.mail.register(NEWS, newsMail, {
      stillFor: (db, waiting) => mayHearNews(db, waiting),
    });
    this.jobs.register('release-due', async () => void (await this.releaseDue()), {
      everyMinute: true,
    });
  }

  /** Turns the person's key for exactly the record and the time that they have seen. */
  async arm(principal: Principal, recordId: string, seen: TurnKey): Promise<void> {
    await this.onRecord(recordId, principal, async (tx, record) => {
      await demandOpen(tx, principal, record, 'arms');
      demand(mayArm(principal.personId, record.sealedBy, record.armedBy, record.released));
      await this.demandKeysApart(tx, record, [...record.armedBy, principal.personId]);
      demand(timeStands(record.releaseAt, record.now));
      const time = record.releaseAt?.toISOString() ?? null;
      const seenTime = seen.releaseAt === null ? null : new Date(seen.releaseAt).toISOString();
      if (seen.sha256 !== record.sha256 || seenTime !== time) throw new Refused('stale-save');
      await tx.query('insert into arming (sealed_record_id, person_id) values ($1, $2)', [
        record.id,
        principal.personId,
      ]);
      if (record.armedBy.length + 1 >= KEYS_NEEDED) {
        await tx.query(
          'update sealed_record set stopped_at = null, stopped_by = null where id = $1',
          [record.id],
        );
      }
      await this.audit.write(tx, {
        principal,
        act: 'release:arm',
        subjectType: 'sealed-record',
        subjectId: record.id,
        editionId: record.editionId,
        facts: { sha256: record.sha256, releaseAt: time, keys: record.armedBy.length + 1 },
      });
    });
  }

  /** Stops everything of the edition that is not out: keys and times fall, the screen goes black and is held. */
  async stop(principal: Principal, editionId: string): Promise<void> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      const [stopped]: [{ id: string }[], number] = await tx.query(
        `update sealed_record s set stopped_at = award_now(), stopped_by = $2, release_at = null
         where s.edition_id = $1 and s.cancelled_at is null
           and not exists (select from release r where r.sealed_record_id = s.id) returning s.id`,
        [editionId, principal.personId],
      );
      if (stopped.length === 0) throw new Refused('not-sealed');
      const ids = stopped.map(({ id }) => id);
      await tx.query('delete from arming where sealed_record_id = any($1)', [ids]);
      await tx.query(
        `insert into stage_control (edition_id, blank, held, sequence, changed_by) values ($1, true, true, 1, $2)
         on conflict (edition_id) do update set blank = true, held = true,
           sequence = stage_control.sequence + 1, changed_by = $2, changed_at = award_now()`,
        [editionId, principal.personId],
      );
      await this.audit.write(tx, {
        principal,
        act: 'release:stop',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { records: ids },
      });
    });
  }

  /** Releases by a press: one record, or several at once and then all or none. */
  async press(principal: Principal, editionId: string, recordIds: string[]): Promise<Date> {
    demandReach(principal, editionId);
    return this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      let at: Date | undefined;
      for (const id of [...recordIds].sort()) {
        const record = await lockRecord(tx, id);
        if (record === null || record.editionId !== editionId) throw new Refused('not-found');
        await demandOpen(tx, principal, record, 'arms');
        await this.refuseWhileHeld(tx, record);
        at = await this.release(tx, record, principal);
      }
      if (at === undefined) throw new Refused('bad-input');
      return at;
    });
  }

  /** Releases whatever is armed and whose time has come, and lets the live page go on; answers how many were released here. */
  async releaseDue(): Promise<number> {
    await endDueHolds(this.db);
    let released = 0;
    for (const id of await dueRecords(this.db)) {
      try {
        await this.onRecord(id, null, async (tx, record) => {
          await this.release(tx, record, null);
        });
        released += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.tellOnce(id, error.refusal);
      }
    }
    return released;
  }

  private async release(
    tx: EntityManager,
    record: LockedRecord,
    by: Principal | null,
  ): Promise<Date> {
    demand(
      mayRelease(
        {
          at: record.now,
          sealed: true,
          armedBy: record.armedBy,
          releaseAt: record.releaseAt,
          released: record.released,
          stopped: record.stoppedAt !== null,
        },
        by ? 'press' : 'clock',
      ),
    );
    await this.demandKeysApart(tx, record, record.armedBy);
    const edition = await decidedIn(tx, record.editionId);
    if (edition === null) throw new Refused('not-found');
    const correction = await this.demandReleasable(tx, edition, record);
    const made: { id: string; at: Date }[] = await tx.query(
      `insert into release (edition_id, kind, scope, number, sealed_record_id, released_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (edition_id, kind, scope, number) do nothing returning id, released_at as at`,
      [record.editionId, record.kind, record.scope, record.number, record.id, by?.personId ?? null],
    );
    const [release] = made;
    if (release === undefined) throw new Refused('already-released');
    await tx.query(
      `insert into release_entry (release_id, nomination_id, edition_id, class_code, outcome, position, justification, written_form)
       select $1, (e ->> 'nomination')::uuid, $2, e ->> 'class', case when e ->> 'prizeWithdrawn' = 'true' then 'prize-withdrawn' else $3 end, (e ->> 'position')::int, e ->> 'justification', e ->> 'writtenForm'
       from jsonb_array_elements($4::jsonb) e`,
      [
        release.id,
        record.editionId,
        record.kind === 'finalists' ? 'finalist' : 'winner',
        JSON.stringify(record.payload.entries),
      ],
    );
    await publishImages(tx, record.editionId, record.payload.entries);
    await holdOnLivePage(tx, release.id);
    await this.queueNews(tx, edition, record, release.id);
    if (correction) await this.corrections.complete(tx, correction, release.id);
    else await this.advance(tx, edition, record, by);
    await this.audit.write(tx, {
      principal: by,
      act: `release:${record.kind}`,
      subjectType: 'release',
      subjectId: release.id,
      editionId: record.editionId,
      facts: {
        scope: record.scope,
        number: record.number,
        record: record.id,
        sha256: record.sha256,
        armedBy: record.armedBy,
        by: by ? 'press' : 'clock',
      },
    });
    return release.at;
  }

  private async demandKeysApart(
    tx: EntityManager,
    { editionId }: LockedRecord,
    people: readonly string[],
  ): Promise<void> {
    demand(keysApart(people, await keyGrants(tx, editionId)));
  }

  /** The correction that is released; null for what is told for the first time. */
  private async demandReleasable(
    tx: EntityManager,
    edition: DecidedEdition,
    record: LockedRecord,
  ): Promise<CorrectionRow | null> {
    if (record.number > 1) {
      demand(phaseAllows(edition.phase, 'correctRelease'));
      return this.corrections.demandStanding(tx, record);
    }
    demand(phaseAllows(edition.phase, 'prepareRelease'));
    const wanted = record.kind === 'finalists' ? 'judging' : 'finalists-published';
    if (edition.phase !== wanted) throw new Refused('wrong-phase');
    this.refuseOtherThanDecided(edition, record);
    if (record.kind === 'winners') await demandToldAsFinalists(tx, record);
    return null;
  }

  /** A decision or text that has changed since the sealing is never released under the old seal. */
  private refuseOtherThanDecided(edition: DecidedEdition, record: LockedRecord): void {
    const now = payloadOf(edition, record.scope);
    if (!now.allowed) throw new Refused(now.reason);
    if (contentHash(now.payload) !== record.sha256) throw new Refused('not-sealed');
  }

  /** Mails for which there is an address, queued in the release's own transaction. */
  private async queueNews(
    tx: EntityManager,
    { id, name, year }: DecidedEdition,
    { scope, number }: LockedRecord,
    releaseId: string,
  ): Promise<void> {
    await this.mail.queueToMany(
      tx,
      {
        eventKey: `release:${releaseId}`,
        template: number > 1 ? CORRECTED : NEWS,
        editionId: id,
      },
      (await newsRecipients(tx, id, scope)).map(({ email, language, municipality }) => ({
        recipient: email,
        language,
        words: {
          award: name[language] || name.nb,
          municipality,
          ...(number > 1 ? { year: String(year) } : {}),
        },
      })),
    );
  }

  private async advance(
    tx: EntityManager,
    edition: DecidedEdition,
    { kind }: LockedRecord,
    by: Principal | null,
  ): Promise<void> {
    if (kind === 'finalists') {
      await this.editions.advance(tx, by, edition.id, 'publish-finalists');
      return;
    }
    const [{ left }] = await tx.query(
      `select count(*)::int as left from edition_class c where c.edition_id = $1 and not exists (
         select from release r where r.edition_id = c.edition_id and r.kind = 'winners' and r.scope = c.code)`,
      [edition.id],
    );
    if (left === 0) await this.editions.advance(tx, by, edition.id, 'announce-winners');
  }

  private async refuseWhileHeld(tx: EntityManager, { editionId, kind }: LockedRecord) {
    if (kind !== 'winners') return;
    const [control] = await tx.query('select held from stage_control where edition_id = $1', [
      editionId,
    ]);
    if (control?.held) throw new Refused('release-stopped');
  }

  /** Loads and locks the record for an act; another edition's record does not exist for the acting person. */
  private async onRecord(
    recordId: string,
    principal: Principal | null,
    act: (tx: EntityManager, record: LockedRecord) => Promise<void>,
  ): Promise<void> {
    const [known] = await this.db.query('select edition_id from sealed_record where id = $1', [
      recordId,
    ]);
    if (!known) throw new Refused('not-found');
    if (principal) demandReach(principal, known.edition_id);
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [known.edition_id]);
      const record = await lockRecord(tx, recordId);
      if (record === null) throw new Refused('not-found');
      await act(tx, record);
    });
  }

  private tellOnce(recordId: string, refusal: Refusal): void {
    const key = `${recordId} ${refusal}`;
    if (refusal === 'already-released' || this.told.has(key)) return;
    this.told.add(key);
    this.log.warn(`a release is due and was refused: ${refusal} (record ${recordId})`);
  }
}

/** A winner is one of those who have been told as finalists: whoever stepped up since is told first. */
async function demandToldAsFinalists(tx: EntityManager, { payload }: LockedRecord): Promise<void> {
  const [untold] = await tx.query(
    `select from jsonb_array_elements($1::jsonb) e where not exists (select from standing_release_entry f
       where f.nomination_id = (e ->> 'nomination')::uuid and f.outcome = 'finalist')`,
    [JSON.stringify(payload.entries)],
  );
  if (untold) throw new Refused('not-a-finalist');
}
