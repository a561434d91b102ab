import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  EMPTY_CONTENT,
  houseOfTip,
  linkIsGood,
  maySendTip,
  regionIsNamed,
  regionName,
  TIP_LINK_DAYS,
} from '@award/award';
import { demand, LinkTokens, RateLimit, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Jobs } from '@award/jobs/api';
import { Mail } from '@award/mail/api';
import type { SendTip, TipCallView, TipLinkView } from '@award/nominations/contract';
import {
  inSecretariat,
  mailToAll,
  mayReadOfEntry,
  readersOfMunicipality,
  secretariatOf,
} from './nomination-recipients';
import { receivedNow } from './nomination-rows';
import { sentTheTip, tippedEntry } from './tip-answers';
import { tipMail } from './tip-mail';
import { ONE_TIP, OPEN_CALL, type OpenCallRow, TAKES_PART, type TipRow } from './tips.queries';

const MOST_TIPS = { fromAddress: 10, inAnHour: 60, toOneMailbox: 5, inADay: 24 * 60 };

/**
 * Tips from anybody: sent, confirmed from the sender's own mailbox, and made into the municipality's
 * entry. Whether a municipality has an entry already is told to nobody.
 */
@Injectable()
export class Tips implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tokens: LinkTokens,
    private readonly limit: RateLimit,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly log: AuditLog,
  ) {}

  onModuleInit(): void {
    this.jobs.register('unconfirmed-tips', () => this.forget(), { everyMinute: true });
    const words = tipMail(this.tokens);
    this.mail.register('tip-confirm', words['tip-confirm'], { stillFor: sentTheTip });
    this.mail.register('tip-received', words['tip-received'], { stillFor: mayReadOfEntry });
    this.mail.register('tip-unaddressed', words['tip-unaddressed'], { stillFor: inSecretariat });
    this.mail.register('tip-accepted', words['tip-accepted'], { stillFor: tippedEntry });
    this.mail.register('tip-declined', words['tip-declined'], { stillFor: tippedEntry });
  }

  /** Deletes what was never confirmed. */
  async forget(): Promise<void> {
    await this.db.query('delete from tip where confirmed_at is null and expires_at < award_now()');
  }

  async call(): Promise<TipCallView> {
    const now = await receivedNow(this.db);
    const [call]: OpenCallRow[] = await this.db.query(OPEN_CALL);
    const open = call && maySendTip({ ...call, receivedAt: now }).allowed;
    return {
      now: now.toISOString(),
      call: open
        ? {
            year: call.year,
            name: call.name,
            deadline: call.deadline.toISOString(),
            invented: call.invented,
          }
        : null,
    };
  }

  /** Keeps a tip and asks its sender, by mail, to confirm it. */
  async send(body: SendTip, from: string): Promise<void> {
    const receivedAt = await receivedNow(this.db);
    const email = body.senderEmail.trim().toLowerCase();
    await this.limit.hit(`tip:${from}`, MOST_TIPS.fromAddress, MOST_TIPS.inAnHour);
    await this.limit.hit(`tip-mail:${email}`, MOST_TIPS.toOneMailbox, MOST_TIPS.inADay);
    if (!regionIsNamed(body.relation, body.region).allowed) {
      throw new Refused('bad-input', { fields: [{ path: 'region', reason: 'missing' }] });
    }
    await this.db.transaction(async (tx) => {
      const [call]: OpenCallRow[] = await tx.query(OPEN_CALL);
      if (!call) throw new Refused('no-open-call');
      demand(maySendTip({ ...call, receivedAt }));
      const known = await tx.query(TAKES_PART, [call.id, body.municipalityId]);
      if (known.length === 0) throw new Refused('unknown-municipality');
      const house = houseOfTip(body.relation);
      const [made] = await tx.query(
        `insert into tip (edition_id, municipality_id, why, sender_name, sender_email, relation, region, language, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, award_now() + make_interval(days => $9)) returning id`,
        [
          call.id,
          body.municipalityId,
          body.why.trim(),
          body.senderName.trim(),
          email,
          body.relation,
          house && regionName(house, body.region),
          body.language,
          TIP_LINK_DAYS,
        ],
      );
      const tip = await readTip(tx, made.id);
      await this.mail.queue(tx, {
        eventKey: `tip-confirm:${tip.id}`,
        recipient: email,
        template: 'tip-confirm',
        language: tip.language,
        words: { tipId: tip.id, ...wordsOf(tip) },
        editionId: tip.editionId,
      });
    });
  }

  async open(token: string): Promise<TipLinkView> {
    const tip = await readTip(this.db, this.tokens.proved('tip', token));
    const now = await receivedNow(this.db);
    if (tip.confirmedAt === null) demand(linkIsGood({ ...tip, revokedAt: null }, now));
    return linkView(tip);
  }

  /** The sender says that the tip is theirs. Doing it twice is doing it once. */
  async confirm(token: string): Promise<TipLinkView> {
    const receivedAt = await receivedNow(this.db);
    const id = this.tokens.proved('tip', token);
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from tip where id = $1 for update', [id]);
      const tip = await readTip(tx, id);
      if (tip.confirmedAt !== null) return linkView(tip);
      demand(linkIsGood({ ...tip, revokedAt: null }, receivedAt));
      demand(maySendTip({ ...tip, receivedAt }));
      const { nominationId, fresh } = await this.entryFor(tx, tip);
      await tx.query(
        'update tip set nomination_id = $2, confirmed_at = award_now() where id = $1',
        [id, nominationId],
      );
      if (fresh) await this.tellMunicipality(tx, tip, nominationId);
      await this.log.write(tx, {
        principal: null,
        act: 'tip:confirm',
        subjectType: 'nomination',
        subjectId: nominationId,
        editionId: tip.editionId,
        facts: { tipId: id, relation: tip.relation, fresh },
      });
      return linkView(await readTip(tx, id));
    });
  }

  /** The municipality's living entry, or a new one that waits for its answer. Several tips become one. */
  private async entryFor(
    tx: EntityManager,
    tip: TipRow,
  ): Promise<{ nominationId: string; fresh: boolean }> {
    const [made] = await tx.query(
      `insert into nomination (edition_id, municipality_id, state, content, written_form)
       values ($1, $2, 'tipped', $3, $4)
       on conflict (edition_id, municipality_id) where state <> 'withdrawn' do nothing returning id`,
      [
        tip.editionId,
        tip.municipalityId,
        JSON.stringify(EMPTY_CONTENT),
        tip.registerWrittenForm === 'nn' ? 'nn' : 'nb',
      ],
    );
    if (made) return { nominationId: made.id, fresh: true };
    const [living] = await tx.query(
      `select id from nomination where edition_id = $1 and municipality_id = $2 and state <> 'withdrawn'`,
      [tip.editionId, tip.municipalityId],
    );
    return { nominationId: living.id, fresh: false };
  }

  /** The municipality is told once; where it has no address, the secretariat is. */
  private async tellMunicipality(tx: EntityManager, tip: TipRow, id: string): Promise<void> {
    const { editionId, municipalityId } = tip;
    const readers = (
      await readersOfMunicipality(tx, { id, editionId, municipalityId, content: EMPTY_CONTENT })
    ).filter(Boolean);
    const language = tip.registerWrittenForm === 'nn' ? 'nn' : 'nb';
    await mailToAll(tx, this.mail, readers, {
      eventKey: `tip-received:${id}`,
      template: 'tip-received',
      language,
      words: wordsOf(tip, language),
      editionId,
    });
    if (readers.length > 0) return;
    for (const reader of await secretariatOf(tx, editionId)) {
      await this.mail.queue(tx, {
        eventKey: `tip-unaddressed:${id}`,
        recipient: reader.recipient,
        template: 'tip-unaddressed',
        language: reader.language,
        words: wordsOf(tip, reader.language),
        editionId,
      });
    }
  }
}

async function readTip(db: Pick<EntityManager, 'query'>, id: string): Promise<TipRow> {
  const [tip]: TipRow[] = await db.query(ONE_TIP, [id]);
  if (!tip) throw new Refused('not-found');
  return tip;
}

function wordsOf(tip: TipRow, language: TipRow['language'] = tip.language): Record<string, string> {
  return {
    municipality: tip.municipalityName,
    award: tip.awardName[language] || tip.awardName.nb,
  };
}

function linkView(tip: TipRow): TipLinkView {
  const { municipalityName, countyName, why, senderName, confirmedAt } = tip;
  return { municipalityName, countyName, why, senderName, confirmed: confirmedAt !== null };
}
