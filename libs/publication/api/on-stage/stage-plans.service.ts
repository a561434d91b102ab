import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { mayAskWhoComes, mayCorrectWhoComes, phaseAllows } from '@award/award';
import { demandReach, Editions } from '@award/editions/api';
import type {
  AskWhoComes,
  SaveStageClassPlan,
  StageEditionView,
  StageFinalistView,
  StagePlanView,
} from '@award/publication/contract';
import { reasonOf } from '../sealed-payload';
import { STAGE_CALL, STAGE_REMINDER } from './stage-mail';
import { partyView, StageParties } from './stage-parties.service';
import { type FinalistRow, planOf, type PlanRow } from './stage-plan.queries';

/** What is prepared for the show: the question to the finalists, and who presents each class. */
@Injectable()
export class StagePlans {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly parties: StageParties,
    private readonly audit: AuditLog,
  ) {}

  /** The plan of the edition that people work on. */
  async current(principal: Principal): Promise<StagePlanView> {
    const id = principal.editionId ?? (await this.editions.current(this.db))?.id;
    if (id === undefined) throw new Refused('not-found');
    return this.of(principal, id);
  }

  async of(principal: Principal, editionId: string): Promise<StagePlanView> {
    demandReach(principal, editionId);
    const plan = await planOf(this.db, editionId);
    if (plan === null) throw new Refused('not-found');
    const { phase, now, announcementAt, askedAt, dueAt } = plan;
    const soon = new Date(now.getTime() + 1);
    return {
      edition: stageEdition(plan, principal.language),
      announcementAt: announcementAt?.toISOString() ?? null,
      call:
        askedAt && dueAt ? { askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString() } : null,
      cannotAsk: reasonOf(mayAskWhoComes({ phase, now, dueAt: soon, announcementAt: null })),
      cannotCorrect: reasonOf(mayCorrectWhoComes(phase)),
      classes: plan.classes.map(({ code, name, presenters, note, lockVersion, finalists }) => ({
        code,
        name: name[principal.language] || name.nb,
        presenters,
        note,
        lockVersion,
        finalists: finalists.map(finalistView),
      })),
      now: now.toISOString(),
    };
  }

  /** Asks every finalist alike, or moves the end; whoever has answered is not asked again. */
  async ask(
    principal: Principal,
    editionId: string,
    { dueAt }: AskWhoComes,
  ): Promise<StagePlanView> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      await tx.query('select id from edition where id = $1 for update', [editionId]);
      const plan = await planOf(tx, editionId);
      if (plan === null) throw new Refused('not-found');
      const { phase, now, announcementAt } = plan;
      const due = new Date(dueAt);
      demand(mayAskWhoComes({ phase, now, dueAt: due, announcementAt }));
      await tx.query(
        `insert into stage_call (edition_id, due_at, asked_by) values ($1, $2, $3)
         on conflict (edition_id) do update set due_at = $2, asked_by = $3, asked_at = award_now()`,
        [editionId, due, principal.personId],
      );
      const asked = await this.parties.tell(tx, editionId, STAGE_CALL, `due:${due.getTime()}`);
      await this.audit.write(tx, {
        principal,
        act: 'stage:ask',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { dueAt: due.toISOString(), asked },
      });
    });
    return this.of(principal, editionId);
  }

  /** Reminds those who have not answered, at most once a day. Answers with how many they are. */
  async remind(principal: Principal, editionId: string): Promise<{ reminded: number }> {
    demandReach(principal, editionId);
    return this.db.transaction(async (tx) => {
      const plan = await planOf(tx, editionId);
      if (plan?.dueAt == null) throw new Refused('not-found');
      const { phase, now, dueAt } = plan;
      demand(mayAskWhoComes({ phase, now, dueAt, announcementAt: null }));
      const day = now.toISOString().slice(0, 10);
      const reminded = await this.parties.tell(tx, editionId, STAGE_REMINDER, `day:${day}`);
      await this.audit.write(tx, {
        principal,
        act: 'stage:remind',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { reminded },
      });
      return { reminded };
    });
  }

  async present(
    principal: Principal,
    editionId: string,
    classCode: string,
    { presenters, note, lockVersion }: SaveStageClassPlan,
  ): Promise<StagePlanView> {
    demandReach(principal, editionId, classCode);
    await this.db.transaction(async (tx) => {
      const plan = await planOf(tx, editionId);
      if (plan === null) throw new Refused('not-found');
      if (!plan.classes.some(({ code }) => code === classCode)) throw new Refused('unknown-class');
      demand(phaseAllows(plan.phase, 'prepareRelease'));
      const values = [editionId, classCode, presenters.trim(), note.trim()];
      const rows =
        lockVersion === 0
          ? await tx.query(
              `insert into stage_class_plan (edition_id, class_code, presenters, note) values ($1, $2, $3, $4)
               on conflict do nothing returning lock_version`,
              values,
            )
          : (
              await tx.query(
                `update stage_class_plan set presenters = $3, note = $4, lock_version = lock_version + 1
                 where edition_id = $1 and class_code = $2 and lock_version = $5 returning lock_version`,
                [...values, lockVersion],
              )
            )[0];
      if (rows.length !== 1) throw new Refused('stale-save');
      await this.audit.write(tx, {
        principal,
        act: 'stage:plan',
        subjectType: 'edition_class',
        subjectId: null,
        editionId,
        facts: { classCode, lockVersion: lockVersion + 1 },
      });
    });
    return this.of(principal, editionId);
  }
}

export function stageEdition(plan: PlanRow, language: Principal['language']): StageEditionView {
  const { id, year, name, sample } = plan;
  return { id, year, name: name[language] || name.nb, sample };
}

export function finalistView({
  nominationId,
  municipality,
  county,
  party,
}: FinalistRow): StageFinalistView {
  return { nominationId, municipality, county, party: partyView(party) };
}
