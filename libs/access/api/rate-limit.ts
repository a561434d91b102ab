import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from './refused';

/** Limits shared by all processes, on the real clock. */
@Injectable()
export class RateLimit {
  constructor(private readonly db: DataSource) {}

  /** Counts one hit on `key` and refuses when there are more than `most` in a window of `minutes`. Returns how many. */
  async hit(key: string, most: number, minutes: number): Promise<number> {
    const [row] = await this.db.query(
      `insert into rate_limit (key, window_start, hits)
       values ($1, date_bin(make_interval(mins => $2::int), clock_timestamp(), timestamptz '2000-01-01'), 1)
       on conflict (key, window_start) do update set hits = rate_limit.hits + 1 returning hits`,
      [key, minutes],
    );
    if (row.hits > most) throw new Refused('rate-limited', { retryAfterSeconds: minutes * 60 });
    return row.hits;
  }
}
