import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type EditionPhase, mayAskCorrection, type Verdict } from '@award/award';
import { demandReach } from '@award/editions/api';
import { Mail } from '@award/mail/api';
import {
  mailToAll,
  mayReadOfEntry,
  OF_MUNICIPALITY,
  readersOfMunicipality,
  secretariatOf,
} from '@award/nominations/api';
import type {
  AnswerCorrectionRequest,
  AskCorrection,
  MyCorrectionsView,
} from '@award/publication/contract';
import { type Database, NAME_AT_COUNT } from '../releases.queries';
import { tellMembers } from './correction-recipients';
import { ANSWERED, answeredMail, ASKED, askedMail } from './request-mail';
import { reasonOf } from '../sealed-payload';

interface OwnEntry {
  nominationId: string;
  classCode: string;
  phase: EditionPhase;
  told: boolean;
  withdrawn: boolean;
  waiting: boolean;
}

/** What stands of the municipality's own entry, newest entry first. $1 edition, $2 municipality. */
const OWN = `
select n.id as "nominationId", n.class_code as "classCode", e.phase, n.state = 'withdrawn' as withdrawn,
  exists (select from standing_release_entry t join standing_release r on r.id = t.release_id
    where t.nomination_id = n.id and t.outcome = 'finalist' and r.sealed_record_id is not null) as told,
  exists (select from correction_request q where q.nomination_id = n.id and q.answer is null) as waiting
from nomination n join edition e on e.id = n.edition_id join municipality m on m.id = $2
where n.edition_id = $1 and ${OF_MUNICIPALITY} order by (n.state <> 'withdrawn') desc, (n.municipality_id = m.id) desc,
  n.created_at desc limit 1`;

/** A municipality that finds an error in what has been told of it asks for a correction, and gets an answer. */
@Injectable()
export class CorrectionRequests implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.mail.register(ASKED, askedMail, { stillFor: isSecretariat });
    this.mail.register(ANSWERED, answeredMail, { stillFor: mayReadOfEntry });
  }

  async mine({ editionId, municipalityId }: Principal): Promise<MyCorrectionsView> {
    const [own]: OwnEntry[] = await this.db.query(OWN, [editionId, municipalityId]);
    const requests: {
      text: string;
      askedAt: Date;
      answer: 'mended' | 'stands' | null;
      reply: string;
      answeredAt: Date | null;
      publishedAt: Date | null;
    }[] = await this.db.query(
      `select q.text, q.asked_at as "askedAt", q.answer, q.reply, q.answered_at as "answeredAt", r.released_at as "publishedAt"
       from correction_request q left join correction c on c.id = q.correction_id left join release r on r.id = c.release_id
       where q.nomination_id = $1 order by q.asked_at desc limit 20`,
      [own?.nominationId ?? null],
    );
    return {
      ask: own ? reasonOf(mayAsk(own, '.')) : 'not-released',
      requests: requests.map((one) => ({
        ...one,
        askedAt: one.askedAt.toISOString(),
        answeredAt: one.answeredAt?.toISOString() ?? null,
        publishedAt: one.publishedAt?.toISOString() ?? null,
      })),
    };
  }

  async ask(principal: Principal, { text }: AskCorrection): Promise<void> {
    const { editionId, municipalityId, personId } = principal;
    if (editionId === null || municipalityId === null) throw new Refused('not-permitted');
    await this.db.transaction(async (tx) => {
      const [own]: OwnEntry[] = await tx.query(`${OWN} for update of n`, [
        editionId,
        municipalityId,
      ]);
      if (!own) throw new Refused('not-released');
      demand(mayAsk(own, text));
      const [{ id }] = await tx.query(
        `insert into correction_request (nomination_id, edition_id, class_code, text, asked_by) values ($1, $2, $3, $4, $5)
         returning id`,
        [own.nominationId, editionId, own.classCode, text.trim(), personId],
      );
      const { award, municipality } = await this.named(tx, own.nominationId);
      await this.mail.queueToMany(
        tx,
        { eventKey: `correction-asked:${id}`, template: ASKED, editionId },
        (await secretariatOf(tx, editionId)).map(({ recipient, language }) => ({
          recipient,
          language,
          words: { award: award[language] || award.nb, municipality },
        })),
      );
      await this.audit.write(tx, {
        principal,
        act: 'correction:ask',
        subjectType: 'correction-request',
        subjectId: id,
        editionId,
        facts: { nominationId: own.nominationId },
      });
    });
  }

  /** Answers that what has been told stands. */
  async answer(
    principal: Principal,
    id: string,
    { reply, concernsAssessment }: AnswerCorrectionRequest,
  ): Promise<void> {
    if (reply.trim() === '') throw new Refused('reason-required');
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query(
        `select q.edition_id as "editionId", q.class_code as "classCode", q.nomination_id as "nominationId", q.answer, q.text,
           n.municipality_id as "municipalityId", n.written_form as "writtenForm", n.content
         from correction_request q join nomination n on n.id = q.nomination_id where q.id = $1 for update of q`,
        [id],
      );
      if (!row) throw new Refused('not-found');
      demandReach(principal, row.editionId, row.classCode);
      if (row.answer !== null) throw new Refused('already-answered');
      await tx.query(
        `update correction_request set answer = 'stands', reply = $2, concerns_assessment = $3, answered_by = $4,
           answered_at = award_now() where id = $1 and answer is null`,
        [id, reply.trim(), concernsAssessment, principal.personId],
      );
      const { award, municipality } = await this.named(tx, row.nominationId);
      const language = row.writtenForm === 'nn' ? 'nn' : 'nb';
      const readers = await readersOfMunicipality(tx, { ...row, id: row.nominationId });
      await mailToAll(tx, this.mail, readers, {
        eventKey: `correction-answered:${row.nominationId}:${id}`,
        template: ANSWERED,
        language,
        words: { award: award[language] || award.nb, municipality },
        editionId: row.editionId,
      });
      if (concernsAssessment) await tellMembers(tx, this.mail, { ...row, id, reason: row.text });
      await this.audit.write(tx, {
        principal,
        act: 'correction:answer',
        subjectType: 'correction-request',
        subjectId: id,
        editionId: row.editionId,
        facts: { nominationId: row.nominationId, answer: 'stands', concernsAssessment },
      });
    });
  }

  private async named(
    tx: EntityManager,
    nominationId: string,
  ): Promise<{ award: { nb: string; nn: string; en: string }; municipality: string }> {
    const [row] = await tx.query(
      `select e.name as award, v.name as municipality from nomination n join edition e on e.id = n.edition_id ${NAME_AT_COUNT}
       where n.id = $1`,
      [nominationId],
    );
    return row;
  }
}

function mayAsk(own: OwnEntry, text: string): Verdict {
  return mayAskCorrection({ ...own, text });
}

async function isSecretariat(
  db: Database,
  { recipient, editionId }: { recipient: string; editionId: string | null },
): Promise<boolean> {
  const people = await secretariatOf(db, editionId ?? '');
  return people.some((one) => one.recipient.toLowerCase() === recipient);
}
