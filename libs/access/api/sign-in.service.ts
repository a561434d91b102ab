import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionData } from 'express-session';
import { DataSource } from 'typeorm';
import type { GrantView, MeView } from '@award/access/contract';
import { Mail } from '@award/mail/api';
import { Settings } from '@award/settings/api';
import { accessMail } from './access-mail';
import { addressOf, type Asker, hashOfBrowser } from './browser-cookies';
import type { Principal } from './principal';
import { RateLimit } from './rate-limit';
import { Refused } from './refused';

const MOST_TRIES = 5;
const GRANTS = `select g.id, g.role, g.edition_id as "editionId", e.year as "editionYear", g.class_code as "classCode",
    g.municipality_id as "municipalityId",
    (select v.name from municipality_version v where v.municipality_id = g.municipality_id order by v.valid_from desc limit 1) as "municipalityName"
  from role_grant g left join edition e on e.id = g.edition_id
  where g.person_id = $1 and g.revoked_at is null and (g.by_organisation is null or g.by_organisation = any($2))
  order by e.year desc nulls first, g.role, g.class_code desc`;

/**
 * One-time codes by e-mail: hashed, ten minutes, once, five tries, for the browser that asked; an unknown address gets
 * the same answer and no mail. What somebody else asks and tries counts against them and where they are, so that
 * nobody can shut the owner of an address out.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly mail: Mail,
    private readonly limit: RateLimit,
    private readonly settings: Settings,
  ) {
    mail.register('sign-in-code', accessMail.signInCode, {
      secret: true,
      stillFor: async (db, { eventKey }) => {
        const [code] = await db.query(
          `select from sign_in_code c where 'sign-in-code:' || c.id = $1 and c.used_at is null and c.expires_at > clock_timestamp()`,
          [eventKey],
        );
        return code !== undefined;
      },
    });
  }

  async requestCode(email: string, asker: Asker): Promise<void> {
    const address = addressOf(email);
    await this.limitMails(address, asker);
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    await this.db.transaction(async (tx) => {
      const [made] = await tx.query(
        `insert into sign_in_code (email, code_hash, browser_hash, expires_at)
         values ($1, $2, $3, clock_timestamp() + interval '10 minutes') returning id`,
        [address, this.hash(address, code), hashOfBrowser(asker.browser)],
      );
      const [known] = await tx.query(
        `select p.language from identity i join person p on p.id = i.person_id
         where i.issuer = 'email' and i.subject = $1
           and exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null)`,
        [address],
      );
      // An unknown address costs the same statements: the time must not tell who is known.
      await this.mail.queue(
        tx,
        {
          eventKey: `sign-in-code:${made.id}`,
          recipient: address,
          template: 'sign-in-code',
          language: known?.language ?? 'nb',
          words: { code },
          editionId: null,
        },
        known !== undefined,
      );
    });
  }

  /** The person whose code this is, sent to this browser's asking. Counts the try before it looks at the code. */
  async personWithCode(
    email: string,
    code: string,
    { browser, from }: Omit<Asker, 'known'>,
  ): Promise<string> {
    const address = addressOf(email);
    await this.limit.hit(`try-from:${from}`, 60, 15);
    return this.db
      .transaction(async (tx) => {
        const [row] = await tx.query(
          `select id, code_hash, tries, used_at is not null as used, expires_at <= clock_timestamp() as expired
         from sign_in_code where email = $1 and browser_hash = $2 order by created_at desc limit 1 for update`,
          [address, hashOfBrowser(browser)],
        );
        if (!row || row.used) return 'code-wrong' as const;
        if (row.expired) return 'code-expired' as const;
        if (row.tries >= MOST_TRIES) return 'too-many-tries' as const;
        await tx.query('update sign_in_code set tries = tries + 1 where id = $1', [row.id]);
        const given = Buffer.from(this.hash(address, code));
        if (!timingSafeEqual(given, Buffer.from(row.code_hash))) return 'code-wrong' as const;
        const [known] = await tx.query(
          `select person_id from identity i where issuer = 'email' and subject = $1
           and exists (select from role_grant g where g.person_id = i.person_id and g.revoked_at is null)`,
          [address],
        );
        if (!known) return 'code-wrong' as const;
        await tx.query('update sign_in_code set used_at = clock_timestamp() where id = $1', [
          row.id,
        ]);
        return { personId: known.person_id as string };
      })
      .then((outcome) => {
        if (typeof outcome === 'string') throw new Refused(outcome);
        return outcome.personId;
      });
  }

  /** Sample people have the identity issuer `demo`; nobody else can be signed in with one click. */
  async personInDemo(key: string): Promise<string> {
    if (!this.settings.demo) throw new Refused('not-found');
    const [known] = await this.db.query(
      `select person_id from identity where issuer = 'demo' and subject = $1`,
      [key],
    );
    if (!known) throw new Refused('not-found');
    return known.person_id;
  }

  /** The grants that can be acted in by a session that has shown these organisation numbers. */
  async grantsOf(personId: string, organisations: readonly string[]): Promise<GrantView[]> {
    return this.db.query(GRANTS, [personId, organisations]);
  }

  async me(
    principal: Principal | null,
    session: Partial<Pick<SessionData, 'csrf' | 'organisations'>>,
  ): Promise<MeView> {
    const grants = principal
      ? await this.grantsOf(principal.personId, session.organisations ?? [])
      : [];
    return {
      person: principal && {
        id: principal.personId,
        name: principal.name,
        language: principal.language,
      },
      grants,
      acting: grants.find((grant) => grant.id === principal?.grantId) ?? null,
      demo: this.settings.demo,
      csrf: session.csrf ?? null,
    };
  }

  async changeLanguage(principal: Principal, language: string): Promise<void> {
    await this.db.query('update person set language = $2 where id = $1', [
      principal.personId,
      language,
    ]);
  }

  /**
   * The source first, so that one source cannot use up the codes of every address it knows; then the source for this
   * address, and last the address for all strangers together: twenty in an hour, twelve of them for sources that ask
   * for the first time in it, so that few sources that ask again and again leave one for whoever else comes. A browser
   * that has signed in to the address before has a share of its own, which strangers cannot use up. Five tries at each
   * code bound what can be guessed: no more codes are given, they are only shared otherwise.
   */
  private async limitMails(address: string, { from, known }: Asker): Promise<void> {
    await this.limit.hit(`code-from:${from}`, 60, 15);
    if (known !== null) {
      await this.limit.hit(`code-known:${known}`, 5, 15);
      return;
    }
    await this.limit.hit(`code:${from}:${address}`, 5, 15);
    const asked = await this.limit.hit(`code-hour:${from}:${address}`, 20, 60);
    if (asked === 1) await this.limit.hit(`code-first:${address}`, 12, 60);
    else await this.limit.hit(`code-again:${address}`, 8, 60);
  }

  private hash(address: string, code: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`${address}:${code}`)
      .digest('hex');
  }
}
