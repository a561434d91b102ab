import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  mayCorrectWhoComes,
  mayTellWhoComes,
  type NominationContent,
  stageReminderDue,
} from '@award/award';
import { demandReach } from '@award/editions/api';
import { Jobs } from '@award/jobs/api';
import { Mail, whenInWords } from '@award/mail/api';
import {
  mailToAll,
  mayReadOfEntry,
  readersOfMunicipality,
  receivedNow,
} from '@award/nominations/api';
import type { MyStagePartyView, SaveStageParty } from '@award/publication/contract';
import { reasonOf } from '../sealed-payload';
import {
  type FinalistToAsk,
  finalistsToAsk,
  ownParty,
  type PartyRow,
  planOf,
} from './stage-plan.queries';
import { STAGE_CALL, STAGE_REMINDER, stageCallMail, stageReminderMail } from './stage-mail';

/** For so long after the winners are out, who came on stage and what they needed is kept. */
const KEPT_DAYS = 30;

/** Who comes on stage for each finalist: said by the municipality, put right by the secretariat. */
@Injectable()
export class StageParties {
  constructor(
    private readonly db: DataSource,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
    jobs: Jobs,
  ) {
    mail.register(STAGE_CALL, stageCallMail, { stillFor: mayReadOfEntry });
    mail.register(STAGE_REMINDER, stageReminderMail, { stillFor: mayReadOfEntry });
    jobs.register('stage-reminders', () => this.remindDue(), { everyMinute: true });
    jobs.register('stage-forgotten', () => this.forget(), { everyHour: true });
  }

  async mine({ editionId, municipalityId }: Principal): Promise<MyStagePartyView> {
    const row = await ownParty(this.db, editionId, municipalityId);
    if (row === null) return { call: null };
    const { municipality, dueAt, now, phase, party } = row;
    return {
      call: {
        municipality,
        dueAt: dueAt.toISOString(),
        closed: reasonOf(mayTellWhoComes({ phase, receivedAt: now, dueAt })),
        party: partyView(party),
      },
    };
  }

  async save(principal: Principal, answer: SaveStageParty): Promise<MyStagePartyView> {
    const receivedAt = await receivedNow(this.db);
    await this.db.transaction(async (tx) => {
      const { editionId, municipalityId } = principal;
      const row = await ownParty(tx, editionId, municipalityId);
      if (row === null) throw new Refused('not-found');
      demand(mayTellWhoComes({ phase: row.phase, receivedAt, dueAt: row.dueAt }));
      await this.write(tx, principal, row, answer);
    });
    return this.mine(principal);
  }

  /** The secretariat puts an answer right, or gives it for a municipality that has told it by telephone. */
  async correct(
    principal: Principal,
    editionId: string,
    nominationId: string,
    answer: SaveStageParty,
  ): Promise<void> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      const plan = await planOf(tx, editionId);
      const of = plan?.classes.find(({ finalists }) =>
        finalists.some((one) => one.nominationId === nominationId),
      );
      if (!plan || !of) throw new Refused('not-found');
      demandReach(principal, editionId, of.code);
      demand(mayCorrectWhoComes(plan.phase));
      await this.write(tx, principal, { nominationId, editionId, classCode: of.code }, answer);
    });
  }

  /** Mails everyone who has not answered. Answers with how many finalists were asked. */
  async tell(
    tx: EntityManager,
    editionId: string,
    template: typeof STAGE_CALL | typeof STAGE_REMINDER,
    /** What makes it another occasion than the last time. */
    occasion: string,
  ): Promise<number> {
    const waiting = (await finalistsToAsk(tx, editionId)).filter(({ answered }) => !answered);
    for (const one of waiting) await this.tellOne(tx, one, template, occasion);
    return waiting.length;
  }

  /** Once to each, when the end is near. The outbox lets the same occasion go once. */
  private async remindDue(): Promise<void> {
    const calls: { editionId: string; dueAt: Date; now: Date }[] = await this.db.query(
      `select k.edition_id as "editionId", k.due_at as "dueAt", award_now() as now from stage_call k
       join edition e on e.id = k.edition_id where e.phase = 'finalists-published' and k.due_at > award_now()`,
    );
    for (const { editionId, dueAt, now } of calls)
      if (stageReminderDue(now, dueAt))
        await this.db.transaction((tx) =>
          this.tell(tx, editionId, STAGE_REMINDER, `near:${dueAt.getTime()}`),
        );
  }

  /** Names and needs are erased when the show is long over. */
  private async forget(): Promise<void> {
    await this.db.query(
      `delete from stage_party p using edition e where e.id = p.edition_id and e.phase in ('announced', 'archived')
         and not exists (select from release r where r.edition_id = e.id and r.released_at > award_now() - make_interval(days => $1))`,
      [KEPT_DAYS],
    );
  }

  private async tellOne(
    tx: EntityManager,
    one: FinalistToAsk,
    template: string,
    occasion: string,
  ): Promise<void> {
    const { id, editionId, municipalityId, municipality, writtenForm, dueAt } = one;
    const content = one.content as NominationContent;
    const readers = await readersOfMunicipality(tx, { id, editionId, municipalityId, content });
    await mailToAll(tx, this.mail, readers, {
      eventKey: `stage:${id}:${occasion}`,
      template,
      language: writtenForm,
      words: { municipality, due: whenInWords(dueAt, writtenForm) },
      editionId,
    });
  }

  private async write(
    tx: EntityManager,
    principal: Principal,
    of: { nominationId: string; editionId: string; classCode: string },
    { said, people, needs, lockVersion }: SaveStageParty,
  ): Promise<void> {
    const { nominationId, editionId, classCode } = of;
    if (people.some(({ name }) => name.trim() === '')) throw new Refused('bad-input');
    const values = [said.trim(), JSON.stringify(people.map(trimmed)), needs.trim()];
    const rows =
      lockVersion === 0
        ? await tx.query(
            `insert into stage_party (nomination_id, edition_id, class_code, said, people, needs, changed_by)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning lock_version`,
            [nominationId, editionId, classCode, ...values, principal.personId],
          )
        : (
            await tx.query(
              `update stage_party set said = $2, people = $3, needs = $4, lock_version = lock_version + 1, changed_by = $5,
                 changed_at = award_now() where nomination_id = $1 and lock_version = $6 returning lock_version`,
              [nominationId, ...values, principal.personId, lockVersion],
            )
          )[0];
    if (rows.length !== 1) throw new Refused('stale-save');
    await this.audit.write(tx, {
      principal,
      act: 'stage:register',
      subjectType: 'nomination',
      subjectId: nominationId,
      editionId,
      facts: { people: people.length, lockVersion: lockVersion + 1 },
    });
  }
}

export function partyView(row: PartyRow | null) {
  return row && { ...row, changedAt: new Date(row.changedAt).toISOString() };
}

function trimmed({ name, role, said, photo }: SaveStageParty['people'][number]) {
  return { name: name.trim(), role: role.trim(), said: said.trim(), photo };
}
