import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  SavedJustification,
  SaveJustification,
  StandingText,
} from '@award/justifications/contract';
import { type Finalist, FinalistDoor } from './finalist-door';
import { findingsOf, mayWrite } from './justification-views';
import { textHash } from './justification-text';
import { Justification, JustificationVersion } from './justification.entity';
import { factsRow, type FinalistRow } from './justifications.queries';

type Words = Pick<Justification, 'text' | 'stageText' | 'internalNote' | 'writtenForm' | 'sha256'>;

interface Stored {
  id: string;
  lockVersion: number;
  savedAt: Date;
}

/** Writing a justification: each save lands whole on the version that it was made on, or not at all. */
@Injectable()
export class JustificationEditor {
  constructor(
    private readonly db: DataSource,
    private readonly finalist: FinalistDoor,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** A stale save loses nothing: it is refused and told what stands. */
  save(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    body: SaveJustification,
    key: string,
  ): Promise<SavedJustification> {
    const intent = { act: 'justification:save', nominationId, ...body };
    return this.db.transaction(async (tx) => {
      const at = await this.finalist.enter(tx, principal, editionId, classCode, nominationId);
      return this.keys.once(tx, principal, key, intent, async () => {
        demand(mayWrite(at.row, at.room));
        if (at.row.kind === 'feedback' && body.stageText.trim() !== '')
          throw new Refused('not-a-finalist');
        const saved = await this.store(tx, principal, at, body);
        const facts = await factsRow(tx, nominationId);
        await this.logSitting(tx, principal, saved.id, editionId, classCode);
        return {
          lockVersion: saved.lockVersion,
          savedAt: saved.savedAt.toISOString(),
          sha256: saved.sha256,
          ...findingsOf(body, facts, at.row.kind),
        };
      });
    });
  }

  private async store(
    tx: EntityManager,
    principal: Principal,
    { room, row }: Finalist,
    body: SaveJustification,
  ): Promise<Stored & { sha256: string }> {
    const { text, stageText, internalNote, lockVersion } = body;
    const writtenForm = row.entryForm;
    const sha256 = textHash({ writtenForm, text, stageText });
    const changed =
      row.id === null ||
      textHash({ writtenForm, text: row.text ?? '', stageText: row.stageText ?? '' }) !== sha256;
    const words = { text, stageText, internalNote, writtenForm, sha256 };
    const saved =
      lockVersion === 0
        ? await this.insert(tx, principal, room, row, words)
        : await this.update(tx, principal, row, lockVersion, words, changed);
    if (!saved) throw new Refused('stale-save', { standing: await this.standing(tx, row) });
    if (changed) {
      await tx.insert(JustificationVersion, {
        justificationId: saved.id,
        number: saved.lockVersion,
        text,
        stageText,
        sha256,
        savedBy: principal.personId,
      });
    }
    return { ...saved, sha256 };
  }

  private async insert(
    tx: EntityManager,
    principal: Principal,
    { edition, cls }: Finalist['room'],
    { nominationId, kind }: FinalistRow,
    words: Words,
  ): Promise<Stored | null> {
    const [made] = await tx.query(
      `insert into justification (nomination_id, edition_id, class_code, written_form, text, stage_text, internal_note, sha256, author_id, kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (nomination_id, kind) do nothing
       returning id, lock_version as "lockVersion", updated_at as "savedAt"`,
      [
        nominationId,
        edition.id,
        cls.code,
        words.writtenForm,
        words.text,
        words.stageText,
        words.internalNote,
        words.sha256,
        principal.personId,
        kind,
      ],
    );
    return made ?? null;
  }

  private async update(
    tx: EntityManager,
    principal: Principal,
    { id }: FinalistRow,
    lockVersion: number,
    words: Words,
    changed: boolean,
  ): Promise<Stored | null> {
    const [rows] = await tx.query(
      `update justification set text = $3, stage_text = $4, internal_note = $5, written_form = $6, sha256 = $7,
         author_id = case when $8 then $9 else author_id end, lock_version = lock_version + 1, updated_at = award_now()
       where id = $1 and lock_version = $2 and state = 'draft'
       returning id, lock_version as "lockVersion", updated_at as "savedAt"`,
      [
        id,
        lockVersion,
        words.text,
        words.stageText,
        words.internalNote,
        words.writtenForm,
        words.sha256,
        changed,
        principal.personId,
      ],
    );
    return rows[0] ?? null;
  }

  private async standing(
    tx: EntityManager,
    { nominationId, kind }: FinalistRow,
  ): Promise<StandingText | null> {
    const [row] = await tx.query(
      `select j.text, j.stage_text as "stageText", j.internal_note as "internalNote", j.lock_version as "lockVersion",
         j.updated_at as "savedAt",
         (select p.name from justification_version v left join person p on p.id = v.saved_by
           where v.justification_id = j.id order by v.number desc limit 1) as "savedBy"
       from justification j where j.nomination_id = $1 and j.kind = $2`,
      [nominationId, kind],
    );
    return row ?? null;
  }

  /** One line in the log per person and half hour of writing; every save has its version as evidence. */
  private async logSitting(
    tx: EntityManager,
    principal: Principal,
    id: string,
    editionId: string,
    classCode: string,
  ): Promise<void> {
    const [known] = await tx.query(
      `select 1 from audit where subject_id = $1 and actor_id = $2 and act = 'justification:write'
         and at > award_now() - interval '30 minutes' limit 1`,
      [id, principal.personId],
    );
    if (known) return;
    await this.log.write(tx, {
      principal,
      act: 'justification:write',
      subjectType: 'justification',
      subjectId: id,
      editionId,
      facts: { classCode },
    });
  }
}
