import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { LinkTokens, RateLimit, Refused } from '@award/access/api';
import { Jobs } from '@award/jobs/api';
import { type Language, Mail, type MailRules } from '@award/mail/api';
import type { Follow } from '@award/publication/contract';
import { CONFIRM, confirmMail, FOLLOWED, followedMail } from './follow-mail';

/** How long an address may wait to be confirmed, in days. */
const WAITS_DAYS = 7;

/** Following by e-mail: nothing is sent to an address that has not said yes, and one click ends it. */
@Injectable()
export class Followers implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly tokens: LinkTokens,
    private readonly limits: RateLimit,
  ) {}

  onModuleInit(): void {
    this.mail.register(CONFIRM, confirmMail, { stillFor: follows('confirmed_at is null') });
    this.mail.register(FOLLOWED, followedMail, { stillFor: follows('confirmed_at is not null') });
    this.jobs.register('followers', () => this.sweep(), { everyMinute: true });
  }

  /** Notes the wish and asks the address. The answer is the same for an address that follows already. */
  async ask({ email, municipality, language }: Follow, from: string): Promise<void> {
    const address = email.trim().toLowerCase();
    await this.limits.hit(`follow:${from}`, 20, 60);
    await this.limits.hit(`follow:${address}`, 3, 60);
    const about = municipality ? await this.municipality(municipality) : null;
    await this.db.transaction(async (tx) => {
      const [follower] = await tx.query(
        `insert into follower (email, municipality_id, language) values ($1, $2, $3)
         on conflict do nothing returning id`,
        [address, about?.id ?? null, language],
      );
      const [known] = follower
        ? [follower]
        : await tx.query(
            `select id from follower where email = $1 and municipality_id is not distinct from $2 and confirmed_at is null`,
            [address, about?.id ?? null],
          );
      if (!known) return;
      await this.mail.queue(tx, {
        eventKey: `follow:${randomUUID()}`,
        recipient: address,
        template: CONFIRM,
        language,
        words: { token: this.tokens.tokenOf('follow', known.id), about: about?.name ?? '' },
        editionId: null,
      });
    });
  }

  /** The address has said yes. Saying it twice is saying it once. */
  async confirm(token: string): Promise<void> {
    const id = this.tokens.proved('follow', token);
    const [, changed]: [unknown, number] = await this.db.query(
      `update follower set confirmed_at = coalesce(confirmed_at, award_now())
       where id = $1 and (confirmed_at is not null or asked_at >= award_now() - make_interval(days => $2))`,
      [id, WAITS_DAYS],
    );
    if (changed !== 1) throw new Refused('not-found');
  }

  /** Ends it and forgets the address. Whoever has stopped already has stopped. */
  async stop(token: string): Promise<void> {
    await this.db.query('delete from follower where id = $1', [
      this.tokens.proved('unfollow', token),
    ]);
  }

  /** Tells of every release that has not been told of, each once, and forgets who never answered. */
  private async sweep(): Promise<void> {
    const releases: Untold[] = await this.db.query(UNTOLD);
    for (const release of releases) {
      await this.db.transaction(async (tx) => {
        const [mine] = await tx.query(
          'insert into followed_release (release_id) values ($1) on conflict do nothing returning release_id',
          [release.id],
        );
        if (mine) await this.tell(tx, release);
      });
    }
    await this.db.query(
      `delete from follower where confirmed_at is null and asked_at < award_now() - make_interval(days => $1)`,
      [WAITS_DAYS],
    );
  }

  private async tell(tx: EntityManager, { id, editionId, kind, year, name }: Untold) {
    const followers: { id: string; email: string; language: Language }[] = await tx.query(
      CONCERNED,
      [id],
    );
    const recipients = followers.map((one) => ({
      recipient: one.email,
      language: one.language,
      words: {
        award: name[one.language] || name.nb,
        year: String(year),
        kind,
        token: this.tokens.tokenOf('unfollow', one.id),
      },
    }));
    await this.mail.queueToMany(
      tx,
      { eventKey: `followed:${id}`, template: FOLLOWED, editionId },
      recipients,
    );
  }

  private async municipality(number: string): Promise<{ id: string; name: string }> {
    const [found] = await this.db.query(
      `select municipality_id as id, name from municipality_version
       where number = $1 and valid_to is null order by valid_from desc limit 1`,
      [number],
    );
    if (!found) throw new Refused('not-found');
    return found;
  }
}

/** Whether the address still follows; one that has stopped gets no mail that was on its way. */
function follows(state: string): MailRules['stillFor'] {
  return async (db, { recipient }) => {
    const [row] = await db.query(`select from follower where email = $1 and ${state} limit 1`, [
      recipient,
    ]);
    return row !== undefined;
  };
}

interface Untold {
  id: string;
  editionId: string;
  kind: 'finalists' | 'winners' | 'corrected';
  year: number;
  name: { nb: string; nn: string; en: string };
}

/** Only what this system has released itself, and not long after: what is old is no news. */
const UNTOLD = `
select r.id, r.edition_id as "editionId", case when r.number > 1 then 'corrected' else r.kind end as kind, e.year, e.name
from release r join edition e on e.id = r.edition_id
where r.sealed_record_id is not null and r.released_at > award_now() - interval '2 days'
  and not exists (select from followed_release f where f.release_id = r.id)
order by r.released_at`;

/**
 * Followers of the award, and of the municipalities that the release tells of, or told of before it was
 * corrected; each address once.
 */
const CONCERNED = `
select distinct on (f.email) f.id, f.email, f.language
from follower f
where f.confirmed_at is not null and (f.municipality_id is null or f.municipality_id in (
  select n.municipality_id from release_entry e join nomination n on n.id = e.nomination_id where e.release_id in (
    select o.id from release r join release o on o.edition_id = r.edition_id and o.kind = r.kind and o.scope = r.scope
      and o.number in (r.number, r.number - 1) where r.id = $1)))
order by f.email, f.municipality_id nulls first`;
