import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PRESENCE_EVERY } from '@award/award';
import type { Principal } from '@award/access/api';
import type { PresenceView, SayPresent } from '@award/nominations/contract';
import { demandOwn } from './municipality-principal';

const GONE_AFTER = `interval '${3 * PRESENCE_EVERY} milliseconds'`;

/** Who has the entry open now. On the real clock, and forgotten within a day: it is no record of anybody's work. */
@Injectable()
export class Presence {
  constructor(private readonly db: DataSource) {}

  async say(principal: Principal, id: string, { part }: SayPresent): Promise<PresenceView> {
    await demandOwn(this.db, principal, id);
    await this.db.query(
      `insert into presence (nomination_id, person_id, part) values ($1, $2, $3)
       on conflict (nomination_id, person_id) do update set part = excluded.part, seen_at = clock_timestamp()`,
      [id, principal.personId, part ?? null],
    );
    const [entry] = await this.db.query(
      `select n.lock_version as "lockVersion",
         (select coalesce(json_agg(json_build_object('name', p.name, 'part', h.part) order by p.name), '[]')
          from presence h join person p on p.id = h.person_id
          where h.nomination_id = n.id and h.person_id <> $2 and h.seen_at > clock_timestamp() - ${GONE_AFTER}) as others
       from nomination n where n.id = $1`,
      [id, principal.personId],
    );
    return entry;
  }

  /** Leaving the page says so, so that nobody waits for somebody who has gone. */
  async leave(principal: Principal, id: string): Promise<void> {
    await demandOwn(this.db, principal, id);
    await this.db.query(
      `delete from presence where (nomination_id = $1 and person_id = $2) or seen_at < clock_timestamp() - interval '1 day'`,
      [id, principal.personId],
    );
  }
}
