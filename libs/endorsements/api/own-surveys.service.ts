import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SurveyAnswers } from '@award/award';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import type { Db } from '@award/editions/api';
import type { OwnSurveyView, SaveOwnSurvey } from '@award/endorsements/contract';
import { demandOwn } from '@award/nominations/api';
import { lockEntry } from './entry-partners';

interface OwnRow {
  answers: SurveyAnswers;
  lockVersion: number;
  savedAt: Date;
}

const OWN = `
select answers, lock_version as "lockVersion", updated_at as "savedAt" from own_survey where nomination_id = $1`;

const SAVE = `
insert into own_survey (nomination_id, edition_id, answers, updated_by) values ($1, $2, $3, $4)
on conflict (nomination_id) do update set answers = $3, updated_by = $4, updated_at = award_now(),
  lock_version = own_survey.lock_version + 1 where own_survey.lock_version = $5
returning lock_version`;

/** The same eight questions, answered by the municipality about itself. */
@Injectable()
export class OwnSurveys {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
  ) {}

  async viewOf(db: Db, nominationId: string): Promise<OwnSurveyView> {
    const [row]: OwnRow[] = await db.query(OWN, [nominationId]);
    return row
      ? {
          answers: row.answers,
          lockVersion: row.lockVersion,
          savedAt: row.savedAt.toISOString(),
        }
      : { answers: null, lockVersion: 0, savedAt: null };
  }

  /** Saves upon `lockVersion`; upon anything else it is refused with `stale-save` and what stands. */
  async save(
    principal: Principal,
    nominationId: string,
    { lockVersion, ratings, services }: SaveOwnSurvey,
    key: string,
  ): Promise<OwnSurveyView> {
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, nominationId);
      const body = ['own-survey', nominationId, lockVersion, ratings, services];
      return this.keys.once(tx, principal, key, body, async () => {
        const entry = await lockEntry(tx, nominationId);
        const before = await this.viewOf(tx, nominationId);
        const saved =
          before.lockVersion === lockVersion
            ? await tx.query(SAVE, [
                nominationId,
                entry.editionId,
                JSON.stringify({ ratings, services }),
                principal.personId,
                lockVersion,
              ])
            : [];
        if (saved.length !== 1) throw new Refused('stale-save', { stored: before });
        return this.viewOf(tx, nominationId);
      });
    });
  }
}
