import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { LONGEST_HOURS } from './session-store';

/** For how long the answer to an act is kept for a browser that has not heard it: drafts wait offline for days. */
const ANSWER_DAYS = 14;

/** A code is kept for a day after its end, so that who is late is told so. Limits count an hour at most. */
const EXPIRED = [
  `delete from session where expires_at < clock_timestamp() or created_at < clock_timestamp() - interval '${LONGEST_HOURS} hours'`,
  `delete from sign_in_code where expires_at < clock_timestamp() - interval '1 day'`,
  `delete from rate_limit where window_start < clock_timestamp() - interval '1 day'`,
  `delete from request_key where created_at < clock_timestamp() - interval '${ANSWER_DAYS} days'`,
];

/** Deletes what nobody can use any more, each hour, on the real clock: the award's clock may be moved. */
@Injectable()
export class ExpiredAccess {
  constructor(
    private readonly db: DataSource,
    jobs: Jobs,
  ) {
    jobs.register('expired-access', () => this.purge(), { everyHour: true });
  }

  async purge(): Promise<void> {
    for (const statement of EXPIRED) await this.db.query(statement);
  }
}
