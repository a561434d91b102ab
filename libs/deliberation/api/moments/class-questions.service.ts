import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ClassAnswer, classOutcome, mayAskClass, maySettleClass, needs } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { AskAboutClass, ClassQuestionsView, Made } from '@award/deliberation/contract';
import { Reclassifications } from '@award/eligibility/api';
import { Scoring } from '@award/scoring/api';
import { ClassDoor, type ClassRoom, type OfClass } from '../class-door';
import { classEntries } from '../class-entries';
import { ClassMail } from './class-mail';
import { between, givenBy, leads } from './class-question-facts';
import {
  LOCK_CLASSES,
  LOCKED_SHEETS,
  QUESTIONS_OF_CLASS,
  type QuestionRow,
} from './class-questions.queries';
import { classQuestionsView } from './class-questions.view';
import { ClassAnswerRow, ClassQuestionRow } from './moments.entity';

/** Where a question is asked, and which classes it is between. */
interface Asked {
  question: QuestionRow;
  room: ClassRoom;
}

/**
 * A fault in the register found after scoring has opened. The secretariat or the leader asks; the jury of
 * the entry's class answers, each by themselves; the leader settles it with a reason. A majority moves the
 * entry: what was written on it stays with the old class and counts no more, and the other class reads it
 * from the beginning.
 */
@Injectable()
export class ClassQuestions {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly scoring: Scoring,
    private readonly reclassifications: Reclassifications,
    private readonly mail: ClassMail,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  async view(
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<ClassQuestionsView> {
    const room = await this.door.look(this.db, principal, editionId, classCode);
    const questions: QuestionRow[] = await this.db.query(QUESTIONS_OF_CLASS, [
      editionId,
      classCode,
    ]);
    const entries = await classEntries(this.db, editionId, classCode);
    const inSecondRound: string[] = [];
    for (const { code } of room.edition.classes)
      if (await this.scoring.inSecondRound(this.db, editionId, code)) inSecondRound.push(code);
    return classQuestionsView({ principal, room, questions, entries, inSecondRound });
  }

  ask(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: AskAboutClass,
    key: string,
  ): Promise<Made> {
    const intent = { act: 'class-question:ask', editionId, classCode, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.acting(tx, principal, editionId, classCode);
        demand(needs(room.own === null || leads(room.own), 'not-permitted'));
        const entries = await classEntries(tx, editionId, classCode);
        const entry = entries.find(({ nominationId }) => nominationId === body.nominationId);
        if (!entry || entry.state === 'withdrawn') throw new Refused('not-found');
        const [open] = await tx.query(
          'select from class_question where nomination_id = $1 and outcome is null',
          [entry.nominationId],
        );
        demand(
          mayAskClass({
            ...between(room, body.toClass, false),
            open: open !== undefined,
            finding: body.finding,
          }),
        );
        const made = await tx.insert(ClassQuestionRow, {
          nominationId: entry.nominationId,
          editionId,
          classCode,
          toClass: body.toClass,
          finding: body.finding.trim(),
          askedBy: principal.personId,
        });
        const { id } = made.identifiers[0] as { id: string };
        await this.mail.tell(tx, 'class-question', id, { editionId, classCode });
        await this.write(tx, principal, room, 'class-question:ask', id, {
          nomination: entry.nominationId,
          to: body.toClass,
        });
        return { id };
      }),
    );
  }

  /** Answers, or changes the own answer while the question is open. */
  async answer(principal: Principal, questionId: string, answer: ClassAnswer): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { question, room } = await this.asked(tx, principal, questionId);
      const { own } = room;
      if (!own) throw new Refused('not-permitted');
      demand(needs(question.outcome === null, 'already-decided'));
      await tx.upsert(
        ClassAnswerRow,
        {
          questionId,
          seatId: own.seatId,
          editionId: room.edition.id,
          classCode: room.cls.code,
          answer,
          answeredAt: () => 'award_now()',
        },
        ['questionId', 'seatId'],
      );
    });
  }

  /** Settles it as the majority has answered, with the leader's reason; moves the entry where that is the answer. */
  async settle(principal: Principal, questionId: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { question, room } = await this.asked(tx, principal, questionId);
      const { own, edition } = room;
      if (!own || !leads(own)) throw new Refused('not-permitted');
      const answers = givenBy(question, room);
      const secondRound = await this.scoring.inSecondRound(tx, edition.id, question.toClass);
      demand(
        maySettleClass({
          ...between(room, question.toClass, secondRound),
          open: question.outcome === null,
          quorum: edition.quorum,
          answers,
          reason,
        }),
      );
      const outcome = classOutcome(answers.map((one) => one.answer));
      const inFavour = answers.filter((one) => one.answer === outcome).length;
      const [{ sheets }] = await tx.query(LOCKED_SHEETS, [question.nominationId, room.cls.code]);
      const setAside = outcome === 'move' ? sheets : 0;
      const [, settled] = await tx.query(
        `update class_question set outcome = $2, reason = $3, in_favour = $4, against = $5, sheets_set_aside = $6,
           settled_by = $7, settled_at = award_now() where id = $1 and outcome is null`,
        [
          questionId,
          outcome,
          reason.trim(),
          inFavour,
          answers.length - inFavour,
          setAside,
          own.seatId,
        ],
      );
      demand(needs(settled === 1, 'already-decided'));
      if (outcome === 'move') await this.move(tx, principal, question, reason, room);
      await this.write(tx, principal, room, 'class-question:settle', questionId, {
        nomination: question.nominationId,
        outcome,
        to: question.toClass,
        setAside,
      });
    });
  }

  private async move(
    tx: EntityManager,
    principal: Principal,
    { id, nominationId, toClass }: QuestionRow,
    reason: string,
    { edition }: ClassRoom,
  ): Promise<void> {
    await this.reclassifications.byJury(tx, nominationId, {
      classCode: toClass,
      reason,
      decidedBy: principal.personId,
    });
    await this.scoring.takeIn(tx, edition.id, toClass);
    await this.mail.tell(tx, 'class-entry-taken-in', id, {
      editionId: edition.id,
      classCode: toClass,
    });
  }

  /** The question with its class and the other one locked, for whoever may act in the class. */
  private async asked(tx: EntityManager, principal: Principal, id: string): Promise<Asked> {
    const [known] = await tx.query(
      'select edition_id as "editionId", class_code as "classCode", to_class as "toClass" from class_question where id = $1',
      [id],
    );
    const { editionId, classCode, toClass } = await this.door.known<OfClass & { toClass: string }>(
      tx,
      principal,
      known,
    );
    const room = await this.acting(tx, principal, editionId, classCode, toClass);
    const questions: QuestionRow[] = await tx.query(QUESTIONS_OF_CLASS, [editionId, classCode]);
    const question = questions.find((one) => one.id === id);
    if (!question) throw new Refused('not-found');
    return { question, room };
  }

  private async acting(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    ...codes: [classCode: string, other?: string]
  ): Promise<ClassRoom> {
    await this.door.look(tx, principal, editionId, codes[0]);
    await tx.query(LOCK_CLASSES, [editionId, codes]);
    return this.door.look(tx, principal, editionId, codes[0]);
  }

  private async write(
    tx: EntityManager,
    principal: Principal,
    { edition, cls }: ClassRoom,
    act: string,
    subjectId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.log.write(tx, {
      principal,
      act,
      subjectType: 'class-question',
      subjectId,
      editionId: edition.id,
      facts: { classCode: cls.code, ...facts },
    });
  }
}
