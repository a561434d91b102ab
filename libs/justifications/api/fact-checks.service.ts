import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type FactCheckAnswer,
  factCheckState,
  mayAnswerFactCheck,
  mayAskFactCheck,
  type NominationContent,
} from '@award/award';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { ClassDoor, Decisions } from '@award/deliberation/api';
import type { Db } from '@award/editions/api';
import type {
  AnswerFactCheck,
  AskFactCheck,
  FactCheckView,
  MyFactCheckView,
} from '@award/justifications/contract';
import { Mail, whenInWords } from '@award/mail/api';
import {
  contentHash,
  mailToAll,
  mayReadOfEntry,
  OF_MUNICIPALITY,
  readersOfMunicipality,
  receivedNow,
} from '@award/nominations/api';
import { factCheckMail } from './fact-check-mail';
import { finalistRows, type FinalistRow } from './justifications.queries';

interface CheckRow {
  id: string;
  text: string;
  writtenForm: 'nb' | 'nn';
  askedAt: Date;
  dueAt: Date;
  answer: FactCheckAnswer | null;
  answeredAt: Date | null;
  remarks: string;
  now: Date;
}

const COLUMNS = `c.id, c.text, c.written_form as "writtenForm", c.asked_at as "askedAt", c.due_at as "dueAt", c.answer,
  c.answered_at as "answeredAt", c.remarks, award_now() as now`;

/** Each finalist checks the facts of its own text, in confidence and without learning whether it won. */
@Injectable()
export class FactChecks {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly decisions: Decisions,
    private readonly mail: Mail,
    private readonly log: AuditLog,
  ) {
    mail.register('fact-check', factCheckMail, {
      stillFor: mayReadOfEntry,
      failureFor: 'secretary',
    });
  }

  /** Asks the finalists whose words as they stand they have not been asked about. Answers with how many. */
  ask(
    principal: Principal,
    editionId: string,
    classCode: string,
    { dueAt }: AskFactCheck,
  ): Promise<{ asked: number }> {
    return this.db.transaction(async (tx) => {
      const room = await this.door.enterToAct(tx, principal, editionId, classCode, 'readRanking');
      const decision = await this.decisions.current(tx, editionId, classCode, 'finalists');
      const rows = await finalistRows(tx, decision?.finalists ?? []);
      const due = new Date(dueAt);
      const texts = rows.map(({ text }) => text ?? '');
      const { phase, now } = room.edition;
      demand(mayAskFactCheck({ phase, stage: room.cls.stage, texts, now, dueAt: due }));
      let asked = 0;
      for (const row of rows)
        if (await this.askOne(tx, principal, editionId, classCode, row, due)) asked += 1;
      if (asked > 0)
        await this.log.write(tx, {
          principal,
          act: 'fact-check:ask',
          subjectType: 'edition_class',
          subjectId: null,
          editionId,
          facts: { classCode, asked, dueAt: due.toISOString() },
        });
      return { asked };
    });
  }

  async mine({ editionId, municipalityId }: Principal): Promise<MyFactCheckView> {
    const [row]: CheckRow[] = await this.db.query(
      `select ${COLUMNS} from fact_check c join nomination n on n.id = c.nomination_id
         join edition e on e.id = n.edition_id join municipality m on m.id = $2
       where n.edition_id = $1 and ${OF_MUNICIPALITY} and n.state <> 'withdrawn'
       order by (n.municipality_id = m.id) desc, c.asked_at desc limit 1`,
      [editionId, municipalityId],
    );
    if (!row) return { check: null };
    const view = checkView(row);
    return { check: { ...view, id: row.id, mayAnswer: view.state === 'asked' } };
  }

  async answer(
    principal: Principal,
    id: string,
    { answer, remarks }: AnswerFactCheck,
  ): Promise<void> {
    const receivedAt = await receivedNow(this.db);
    await this.db.transaction(async (tx) => {
      const [row]: (CheckRow & { nominationId: string })[] = await tx.query(
        `select ${COLUMNS}, c.nomination_id as "nominationId" from fact_check c join nomination n on n.id = c.nomination_id
           join edition e on e.id = n.edition_id join municipality m on m.id = $3
         where c.id = $1 and n.edition_id = $2 and ${OF_MUNICIPALITY} and n.state <> 'withdrawn' for update of c`,
        [id, principal.editionId, principal.municipalityId],
      );
      if (!row) throw new Refused('not-found');
      demand(mayAnswerFactCheck({ receivedAt, dueAt: row.dueAt, answered: row.answer !== null }));
      const words = remarks.trim();
      if (answer === 'remarks' && words === '') throw new Refused('reason-required');
      const [, answered] = await tx.query(
        `update fact_check set answer = $2, remarks = $3, answered_by = $4, answered_at = $5
         where id = $1 and answered_at is null`,
        [id, answer, answer === 'remarks' ? words : '', principal.personId, receivedAt],
      );
      if (answered !== 1) throw new Refused('already-decided');
      await this.log.write(tx, {
        principal,
        act: 'fact-check:answer',
        subjectType: 'fact_check',
        subjectId: id,
        editionId: principal.editionId,
        facts: { nominationId: row.nominationId, answer },
      });
    });
  }

  private async askOne(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    row: FinalistRow,
    dueAt: Date,
  ): Promise<boolean> {
    const { nominationId, municipalityId, municipality, text } = row;
    const writtenForm = row.writtenForm ?? row.entryForm;
    const sha256 = contentHash({ writtenForm, text });
    const made = await tx.query(
      `insert into fact_check (justification_id, nomination_id, edition_id, class_code, text, written_form, text_sha256, asked_by, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (justification_id, text_sha256) do nothing returning id`,
      [
        row.id,
        nominationId,
        editionId,
        classCode,
        text,
        writtenForm,
        sha256,
        principal.personId,
        dueAt,
      ],
    );
    if (made.length === 0) return false;
    const [{ content }]: { content: NominationContent }[] = await tx.query(
      'select content from nomination where id = $1',
      [nominationId],
    );
    const readers = await readersOfMunicipality(tx, {
      id: nominationId,
      editionId,
      municipalityId,
      content,
    });
    await mailToAll(tx, this.mail, readers, {
      eventKey: `fact-check:${nominationId}:${sha256.slice(0, 12)}`,
      template: 'fact-check',
      language: writtenForm,
      words: { municipality, due: whenInWords(dueAt, writtenForm) },
      editionId,
    });
    return true;
  }
}

/** The checks of an entry's text, newest first, for those who write it. */
export async function checksOf(db: Db, justificationId: string | null): Promise<FactCheckView[]> {
  if (justificationId === null) return [];
  const rows: CheckRow[] = await db.query(
    `select ${COLUMNS} from fact_check c where c.justification_id = $1 order by c.asked_at desc limit 20`,
    [justificationId],
  );
  return rows.map(checkView);
}

function checkView(row: CheckRow): FactCheckView {
  return {
    state: factCheckState(row),
    text: row.text,
    writtenForm: row.writtenForm,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    remarks: row.remarks,
  };
}
