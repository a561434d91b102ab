import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { ClassDoor, classHead, Decisions } from '@award/deliberation/api';
import type { Db } from '@award/editions/api';
import type {
  JustificationListView,
  JustificationState,
  JustificationView,
  ReadText,
  ReopenJustification,
} from '@award/justifications/contract';
import { checksOf } from './fact-checks.service';
import { type Finalist, FinalistDoor } from './finalist-door';
import {
  actsOf,
  findingsOf,
  hashOf,
  lineView,
  mayReopen,
  maySeal,
  maySign,
} from './justification-views';
import { JustificationStep, SignOffRow } from './justification.entity';
import {
  assessmentRows,
  factsRow,
  finalistRows,
  type FinalistRow,
  otherEntries,
  versionRows,
} from './justifications.queries';

/** A finalist's published words as a release takes them. Without a justification the state says so. */
export interface JustificationOfDecision {
  nominationId: string;
  /** From 1, in the order of the decision. */
  position: number;
  state: JustificationState;
  writtenForm: 'nb' | 'nn';
  text: string;
  stageText: string;
  /** Of the words as they stand; null before there are any. */
  sha256: string | null;
  sealedAt: Date | null;
}

/** The reasons for each finalist of a class's sealed decision: written, signed by both houses, sealed. */
@Injectable()
export class Justifications {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly decisions: Decisions,
    private readonly finalist: FinalistDoor,
    private readonly log: AuditLog,
  ) {}

  /** The justifications of the finalists in force, in the decision's order; empty before there is a decision. */
  async ofDecision(
    db: Db,
    editionId: string,
    classCode: string,
  ): Promise<JustificationOfDecision[]> {
    const decision = await this.decisions.current(db, editionId, classCode, 'finalists');
    const rows = decision ? await finalistRows(db, decision.finalists) : [];
    return rows.map((row, at) => ({
      nominationId: row.nominationId,
      position: at + 1,
      state: row.state ?? 'not-started',
      writtenForm: row.writtenForm ?? row.entryForm,
      text: row.text ?? '',
      stageText: row.stageText ?? '',
      sha256: hashOf(row),
      sealedAt: row.sealedAt,
    }));
  }

  async list(
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<JustificationListView> {
    const room = await this.door.enter(this.db, principal, editionId, classCode, 'readRanking');
    const decision = await this.decisions.current(this.db, editionId, classCode, 'finalists');
    const finalists = decision?.finalists ?? [];
    const rows = await finalistRows(this.db, finalists);
    const others = decision ? await otherEntries(this.db, editionId, classCode, finalists) : [];
    const letters = await finalistRows(this.db, others, 'feedback');
    return {
      class: classHead(room),
      decisionId: decision?.id ?? null,
      justifications: rows.map((row, at) => lineView(row, at + 1, room)),
      letters: letters.map((row) => lineView(row, 0, room)),
    };
  }

  async view(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
  ): Promise<JustificationView> {
    const finalist = await this.finalist.enter(
      this.db,
      principal,
      editionId,
      classCode,
      nominationId,
    );
    const { room, row, position } = finalist;
    const facts = await factsRow(this.db, nominationId);
    const reading = room.members
      .filter(({ takesPart }) => takesPart.allowed)
      .map(({ seatId }) => seatId);
    const written = { text: row.text ?? '', stageText: row.stageText ?? '' };
    return {
      ...lineView(row, position, room),
      class: classHead(room),
      now: room.edition.now.toISOString(),
      ...written,
      internalNote: row.internalNote ?? '',
      lockVersion: row.lockVersion ?? 0,
      sha256: hashOf(row),
      author: row.author,
      ...findingsOf(written, facts, row.kind),
      versions: row.id
        ? (await versionRows(this.db, row.id)).map((version) => ({
            ...version,
            savedAt: version.savedAt.toISOString(),
          }))
        : [],
      assessments: await assessmentRows(this.db, nominationId, reading),
      entry: { title: facts.entryTitle, text: facts.entryText, summary: facts.entrySummary },
      factChecks: await checksOf(this.db, row.id),
      acts: actsOf(principal, row, room),
    };
  }

  signOff(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    { sha256 }: ReadText,
  ): Promise<void> {
    return this.act(principal, editionId, classCode, nominationId, async (tx, { room, row }) => {
      demand(maySign(row, room, sha256));
      const { own } = room;
      if (!own || !row.id) throw new Refused('not-permitted');
      await tx.insert(SignOffRow, {
        justificationId: row.id,
        seatId: own.seatId,
        editionId,
        classCode,
        house: own.house,
        textSha256: sha256,
      });
      return { act: 'justification:sign-off', facts: { sha256, seatId: own.seatId } };
    });
  }

  seal(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    { sha256 }: ReadText,
  ): Promise<void> {
    return this.act(principal, editionId, classCode, nominationId, async (tx, { room, row }) => {
      demand(maySeal(row, room));
      if (hashOf(row) !== sha256) throw new Refused('stale-save');
      await this.step(tx, principal, row, 'seal', null, sha256);
      return { act: 'justification:seal', facts: { sha256 } };
    });
  }

  /** Takes a sealed justification up again before the finalists are told. The sealed words are kept as a version. */
  reopen(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    { reason }: ReopenJustification,
  ): Promise<void> {
    return this.act(principal, editionId, classCode, nominationId, async (tx, { room, row }) => {
      demand(mayReopen(row, room));
      if (reason.trim() === '') throw new Refused('reason-required');
      await this.step(tx, principal, row, 'reopen', reason.trim(), row.sha256 ?? '');
      return { act: 'justification:reopen', facts: { sha256: row.sha256 } };
    });
  }

  /**
   * Takes up the released words of a finalist so that their facts can be mended: for publication, which
   * opens the correction. What is released stays as it is until the correction is released.
   */
  async reopenForCorrection(
    tx: EntityManager,
    principal: Principal,
    nominationId: string,
    reason: string,
  ): Promise<void> {
    await tx.query('select from justification where nomination_id = $1 for update', [nominationId]);
    const [row] = await finalistRows(tx, [nominationId]);
    if (!row?.id || row.state !== 'sealed') return;
    await this.step(tx, principal, row, 'reopen', reason, row.sha256 ?? '');
  }

  /** One act on one justification: its row locked, the act done, the log written last. */
  private async act(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    work: (
      tx: EntityManager,
      at: Finalist,
    ) => Promise<{ act: string; facts: Record<string, unknown> }>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select from justification where nomination_id = $1 for update', [
        nominationId,
      ]);
      const at = await this.finalist.enter(tx, principal, editionId, classCode, nominationId);
      const { act, facts } = await work(tx, at);
      await this.log.write(tx, {
        principal,
        act,
        subjectType: 'justification',
        subjectId: at.row.id,
        editionId,
        facts: { classCode, nominationId, ...facts },
      });
    });
  }

  private async step(
    tx: EntityManager,
    principal: Principal,
    { id, state }: FinalistRow,
    action: 'seal' | 'reopen',
    reason: string | null,
    textSha256: string,
  ): Promise<void> {
    const to = action === 'seal' ? 'sealed' : 'draft';
    const [, moved] = await tx.query(
      `update justification set state = $3, sealed_at = case when $3 = 'sealed' then award_now() end, lock_version = lock_version + 1
       where id = $1 and state = $2`,
      [id, state, to],
    );
    if (moved !== 1) throw new Refused('wrong-state');
    await tx.insert(JustificationStep, {
      justificationId: id ?? '',
      action,
      textSha256,
      reason,
      takenBy: principal.personId,
    });
  }
}
