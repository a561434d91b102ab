import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { deliveryTrouble } from '@award/award';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { demandReach, Editions, isDenied } from '@award/editions/api';
import { Mail } from '@award/mail/api';
import type { CorrectAddress, UndeliveredPage, UndeliveredView } from '@award/outreach/contract';
import { Invitations } from './invitations.service';
import { Outreach } from './outreach.service';

/** What was done about a mail that did not arrive. */
type Settled = 'sent-again' | 'corrected' | 'closed';

/** For each address of edition `$1` the newest unsettled failure, of the templates `$2`. */
const UNDELIVERED = `
select distinct on (o.recipient) o.id, o.recipient as address, p.name as "personName",
  case when i.id is not null then 'invited' when c.municipality_id is not null then 'contact'
    when b.id is not null then 'post-box' else 'other' end as of,
  case when v.municipality_id is not null then json_build_object('id', v.municipality_id, 'number', v.number, 'name', v.name) end as municipality,
  r.status, r.words, r.reported_at as "reportedAt", i.id as "invitationId"
from delivery_report r join mail_outbox o on o.id = r.mail_id
left join identity d on d.issuer = 'email' and d.subject = o.recipient left join person p on p.id = d.person_id
left join lateral (select * from invitation i where i.edition_id = o.edition_id and i.email = o.recipient order by i.invited_at desc limit 1) i on true
left join lateral (select n.municipality_id from nomination n where n.edition_id = o.edition_id and n.state <> 'withdrawn'
  and lower(trim(n.content ->> 'contactEmail')) = o.recipient limit 1) c on true
left join lateral (select m.id from municipality m where lower(m.post_address) = o.recipient limit 1) b on true
left join lateral (select g.municipality_id from role_grant g where g.person_id = d.person_id and g.edition_id = o.edition_id
  and g.municipality_id is not null and g.revoked_at is null limit 1) g on true
left join lateral (select v.* from municipality_version v
  where v.municipality_id = coalesce(i.municipality_id, c.municipality_id, b.id, g.municipality_id) order by v.valid_from desc limit 1) v on true
where o.edition_id = $1 and o.template = any($2) and r.action = 'failed' and r.settled_at is null
order by o.recipient, r.reported_at desc`;

/** Addresses that mail does not reach: who they belong to, why, and what the secretariat does about it. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly outreach: Outreach,
    private readonly invitations: Invitations,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {}

  async list(principal: Principal, wanted?: string): Promise<UndeliveredPage> {
    const editionId = await this.outreach.editionOf(principal, wanted);
    const rows: (Omit<UndeliveredView, 'trouble' | 'reportedAt'> & { reportedAt: Date })[] =
      await this.db.query(UNDELIVERED, [editionId, await this.told(principal, editionId)]);
    return {
      editionId,
      undelivered: rows
        .map((row) => ({
          ...row,
          reportedAt: row.reportedAt.toISOString(),
          trouble: deliveryTrouble(row.status, row.words),
        }))
        .sort((a, b) => b.reportedAt.localeCompare(a.reportedAt)),
    };
  }

  /** Sends the very mail once more to the very address, if its recipient may still have it. */
  async sendAgain(principal: Principal, id: string, key: string): Promise<{ id: string }> {
    return this.act(principal, id, key, 'sent-again', (tx) => this.mail.sendAgain(tx, id));
  }

  /** Takes the address off the list: somebody has rung, or it is of no use. */
  async close(principal: Principal, id: string, key: string): Promise<{ id: string }> {
    return this.act(principal, id, key, 'closed', async () => undefined);
  }

  /** Invites another address in place of the one that mail did not reach, which then opens nothing any more. */
  async correct(
    principal: Principal,
    invitationId: string,
    order: CorrectAddress,
    key: string,
  ): Promise<{ id: string }> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { correct: invitationId, order }, async () => {
        const { editionId, municipalityId, email } = await this.invitations.take(
          tx,
          principal,
          invitationId,
        );
        demandReach(principal, editionId);
        const address = order.email.trim().toLowerCase();
        if (address === email) throw wrongAddress('unchanged');
        const id = await this.invitations.inviteInstead(tx, principal, editionId, {
          municipalityId,
          email: address,
          ...(order.name ? { name: order.name } : {}),
        });
        if (id === null) throw wrongAddress('already-invited');
        await this.settle(tx, principal, editionId, email, 'corrected');
        await this.audit.write(tx, {
          principal,
          act: 'outreach:correct-address',
          subjectType: 'invitation',
          subjectId: id,
          editionId,
          facts: { municipalityId, instead: invitationId },
        });
        return { id };
      }),
    );
  }

  private async act(
    principal: Principal,
    id: string,
    key: string,
    settled: Settled,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<{ id: string }> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, [settled, id], async () => {
        const [mail] = await tx.query(
          `select edition_id as "editionId", recipient, template from mail_outbox where id = $1 and edition_id is not null for update`,
          [id],
        );
        if (!mail) throw new Refused('not-found');
        demandReach(principal, mail.editionId);
        if (!(await this.told(principal, mail.editionId)).includes(mail.template))
          throw new Refused('not-found');
        await this.settle(tx, principal, mail.editionId, mail.recipient, settled);
        await work(tx);
        await this.audit.write(tx, {
          principal,
          act: `outreach:${settled === 'closed' ? 'close-undelivered' : 'send-again'}`,
          subjectType: 'mail',
          subjectId: id,
          editionId: mail.editionId,
          facts: {},
        });
        return { id };
      }),
    );
  }

  /** All that is open about an address is settled at once; twice is a refusal. */
  private async settle(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    address: string,
    as: Settled,
  ): Promise<void> {
    const [settled]: [unknown[], number] = await tx.query(
      `update delivery_report r set settled_at = clock_timestamp(), settled_by = $3, settled_as = $4
       from mail_outbox o where o.id = r.mail_id and o.edition_id = $1 and o.recipient = $2 and r.settled_at is null
       returning r.id`,
      [editionId, address, principal.personId, as],
    );
    if (settled.length === 0 && as !== 'corrected') throw new Refused('stale-save');
  }

  /** A secretary to whom no class is closed hears of every kind of mail that the desk mends; others of the open kinds. */
  private async told(principal: Principal, editionId: string): Promise<readonly string[]> {
    const { classes } = await this.editions.byId(this.db, editionId);
    const everything =
      principal.role === 'secretary' &&
      !classes.some(({ code }) => isDenied(principal, editionId, code));
    return this.mail.toldAtTheDesk(everything);
  }
}

function wrongAddress(reason: string): Refused {
  return new Refused('bad-input', { fields: [{ path: 'email', reason }] });
}
