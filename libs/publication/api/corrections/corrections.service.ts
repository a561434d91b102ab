import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { mayOpenCorrection } from '@award/award';
import { supersedeAsCorrected } from '@award/deliberation/api';
import { demandReach } from '@award/editions/api';
import { Justifications } from '@award/justifications/api';
import { Mail } from '@award/mail/api';
import { contentHash } from '@award/nominations/api';
import type { OpenCorrection } from '@award/publication/contract';
import { textForCorrection } from '../release-text/release-text.queries';
import type { LockedRecord } from '../releases.queries';
import { CORRECTED, correctedMail, MEMBERS, membersMail } from './correction-mail';
import { correctedPayload } from './corrected-payload';
import { mayHearOfCorrection, mayHearAsMember, tellMembers } from './correction-recipients';
import {
  type CorrectionRow,
  lockedPhase,
  lockOpenCorrection,
  openCorrectionOf,
  sealedTexts,
  standingRelease,
  type StandingRelease,
  toldEntries,
} from './corrections.queries';

/** The same lock as for every act on a release of the edition. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

/** Correcting what has been told: opened with a reason, sealed, and released by two keys like everything else. */
@Injectable()
export class Corrections implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly justifications: Justifications,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.mail.register(CORRECTED, correctedMail, { stillFor: mayHearOfCorrection });
    this.mail.register(MEMBERS, membersMail, { stillFor: mayHearAsMember });
  }

  /** Opens a correction. An announcement and a prize are sealed at once; a text when both houses have signed it. */
  async open(principal: Principal, editionId: string, order: OpenCorrection): Promise<void> {
    demandReach(principal, editionId, order.classCode);
    await this.locked(editionId, async (tx) => {
      const phase = await lockedPhase(tx, editionId);
      if (phase === null) throw new Refused('not-found');
      const standing = await standingRelease(tx, editionId, order.scope);
      const [another] = await tx.query(
        `select from correction where edition_id = $1 and scope = $2 and given_up_at is null and release_id is null`,
        [editionId, order.scope],
      );
      const told = await toldEntries(tx, editionId);
      demand(
        mayOpenCorrection(
          { ...order, class: order.classCode, entry: order.nominationId },
          {
            phase,
            released: standing !== null,
            another: another !== undefined,
            entries: told
              .filter(({ classCode }) => classCode === order.classCode)
              .map(({ nominationId, ...one }) => ({ entry: nominationId, ...one })),
          },
        ),
      );
      const correction = await this.insert(
        tx,
        principal,
        editionId,
        { ...order, named: order.named && asTold(order.named, standing) },
        (standing?.number ?? 1) + 1,
      );
      if (correction.kind === 'text' && correction.nominationId !== null)
        await this.justifications.reopenForCorrection(
          tx,
          principal,
          correction.nominationId,
          correction.reason,
        );
      await this.answerRequest(tx, principal, correction, order);
      if (order.concernsAssessment) await tellMembers(tx, this.mail, correction);
      if (correction.kind !== 'text') await this.sealOpen(tx, principal, correction);
      await this.log(tx, principal, 'release:correct', correction, {
        kind: correction.kind,
        request: order.requestId,
        concernsAssessment: order.concernsAssessment,
      });
    });
  }

  /** Seals what the correction will tell, as it stands now. */
  async seal(principal: Principal, id: string): Promise<void> {
    await this.onCorrection(principal, id, (tx, correction) =>
      this.sealOpen(tx, principal, correction),
    );
  }

  /** Gives the correction up: what is told stays as it is. */
  async giveUp(principal: Principal, id: string): Promise<void> {
    await this.onCorrection(principal, id, async (tx, correction) => {
      const { editionId, scope, number } = correction;
      const [cancelled]: [{ id: string }[], number] = await tx.query(
        `update sealed_record set cancelled_at = award_now(), cancelled_by = $4
         where edition_id = $1 and scope = $2 and number = $3 and cancelled_at is null returning id`,
        [editionId, scope, number, principal.personId],
      );
      await tx.query('delete from arming where sealed_record_id = any($1)', [
        cancelled.map((record) => record.id),
      ]);
      await tx.query(
        'update correction set given_up_at = award_now(), given_up_by = $2 where id = $1',
        [id, principal.personId],
      );
      await this.log(tx, principal, 'release:give-up-correction', correction, {});
    });
  }

  /** The open correction that a sealed record belongs to, refused unless it still tells what was sealed. */
  async demandStanding(tx: EntityManager, record: LockedRecord): Promise<CorrectionRow> {
    const correction = await openCorrectionOf(tx, record);
    if (correction === null) throw new Refused('not-sealed');
    if (contentHash(await this.payload(tx, correction)) !== record.sha256)
      throw new Refused('not-sealed');
    return correction;
  }

  /** The correction has been released: the decision says the same from now on, and it is closed. */
  async complete(tx: EntityManager, correction: CorrectionRow, releaseId: string): Promise<void> {
    const { id, editionId, classCode, kind, scope, named, reason, openedBy } = correction;
    if (kind === 'announcement' && named !== null)
      await supersedeAsCorrected(tx, {
        editionId,
        classCode,
        kind: scope === 'all' ? 'finalists' : 'winner',
        named,
        reason,
        by: openedBy,
      });
    await tx.query('update correction set release_id = $2 where id = $1', [id, releaseId]);
  }

  private async insert(
    tx: EntityManager,
    { personId }: Principal,
    editionId: string,
    { classCode, kind, scope, nominationId, named, note, reason }: OpenCorrection,
    number: number,
  ): Promise<CorrectionRow> {
    const [{ id }] = await tx.query(
      `insert into correction (edition_id, class_code, kind, scope, number, nomination_id, named, note, reason, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        editionId,
        classCode,
        kind,
        scope,
        number,
        nominationId,
        named && JSON.stringify(named),
        note.trim(),
        reason.trim(),
        personId,
      ],
    );
    return {
      id,
      editionId,
      classCode,
      kind,
      scope,
      number,
      nominationId,
      named,
      note: note.trim(),
      reason: reason.trim(),
      openedBy: personId,
    };
  }

  private async answerRequest(
    tx: EntityManager,
    { personId }: Principal,
    { id, editionId, nominationId }: CorrectionRow,
    { requestId, concernsAssessment }: OpenCorrection,
  ): Promise<void> {
    if (requestId === null) return;
    const [, answered] = await tx.query(
      `update correction_request set answer = 'mended', correction_id = $4, concerns_assessment = $5, answered_by = $6,
         answered_at = award_now() where id = $1 and edition_id = $2 and nomination_id = $3 and answer is null`,
      [requestId, editionId, nominationId, id, concernsAssessment, personId],
    );
    if (answered !== 1) throw new Refused('not-found');
  }

  private async sealOpen(
    tx: EntityManager,
    principal: Principal,
    correction: CorrectionRow,
  ): Promise<void> {
    const { editionId, scope, number } = correction;
    const payload = await this.payload(tx, correction);
    const sha256 = contentHash(payload);
    const made: { id: string }[] = await tx.query(
      `insert into sealed_record (edition_id, kind, scope, number, payload, sha256, sealed_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [editionId, payload.kind, scope, number, JSON.stringify(payload), sha256, principal.personId],
    );
    if (made.length === 0) throw new Refused('already-sealed');
    await this.log(tx, principal, 'release:seal-correction', correction, { sha256 });
  }

  private async payload(tx: EntityManager, correction: CorrectionRow) {
    const { editionId, scope, number, classCode } = correction;
    const standing = await standingRelease(tx, editionId, scope);
    if (standing === null || standing.number !== number - 1) throw new Refused('not-released');
    const texts = await sealedTexts(tx, editionId, classCode);
    const written = await textForCorrection(tx, editionId, scope);
    const { verdict, payload } = correctedPayload(standing.payload, correction, texts, written);
    demand(verdict);
    return payload;
  }

  private async onCorrection(
    principal: Principal,
    id: string,
    act: (tx: EntityManager, correction: CorrectionRow) => Promise<void>,
  ): Promise<void> {
    const [known] = await this.db.query(
      'select edition_id as "editionId", class_code as "classCode" from correction where id = $1',
      [id],
    );
    if (!known) throw new Refused('not-found');
    demandReach(principal, known.editionId, known.classCode);
    await this.locked(known.editionId, async (tx) => {
      const correction = await lockOpenCorrection(tx, id);
      if (correction === null) throw new Refused('not-found');
      await act(tx, correction);
    });
  }

  private async locked(editionId: string, act: (tx: EntityManager) => Promise<void>) {
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      await act(tx);
    });
  }

  private log(
    tx: EntityManager,
    principal: Principal,
    act: string,
    { id, editionId, scope, number, classCode, nominationId }: CorrectionRow,
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.write(tx, {
      principal,
      act,
      subjectType: 'correction',
      subjectId: id,
      editionId,
      facts: { scope, number, classCode, nominationId, ...facts },
    });
  }
}

/** Those who have been told keep their order; whoever is named anew comes after them. */
function asTold(named: readonly string[], standing: StandingRelease | null): string[] {
  const told = (standing?.payload.entries ?? []).map(({ nomination }) => nomination);
  return [
    ...told.filter((nomination) => named.includes(nomination)),
    ...named.filter((nomination) => !told.includes(nomination)),
  ];
}
