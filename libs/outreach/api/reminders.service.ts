import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type InvitedSituation, whyNotReminded } from '@award/award';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type EditionRow, Editions } from '@award/editions/api';
import { Jobs } from '@award/jobs/api';
import { type Language, Mail, whenInWords } from '@award/mail/api';
import type { RemindedView, ReminderPreview, SendReminders } from '@award/outreach/contract';
import { Outreach } from './outreach.service';
import { INVITED_ADDRESSES } from './outreach.queries';

interface InvitedAddress extends InvitedSituation {
  invitationId: string;
  municipalityId: string;
  email: string;
  language: Language;
  municipality: string;
}

/** Moved deadlines of the last days that nobody has been told of. */
const DEADLINES_TO_TELL = `
select c.id, c.edition_id as "editionId", c.after as deadline, c.reason from timetable_change c join edition e on e.id = c.edition_id
where c.field = 'deadline' and c.after is not null and e.phase = 'open' and c.changed_at > award_now() - interval '2 days'
  and not exists (select from mail_outbox o where o.event_key = 'deadline-moved:' || c.id)
  and not exists (select from timetable_change l where l.edition_id = c.edition_id and l.field = 'deadline' and l.changed_at > c.changed_at)
order by c.changed_at`;

const INVITED = `
select i.email, coalesce(p.language, 'nb') as language, v.name as municipality
from invitation i join lateral (select name from municipality_version o where o.municipality_id = i.municipality_id order by valid_from desc limit 1) v on true
left join identity d on d.issuer = 'email' and d.subject = i.email left join person p on p.id = d.person_id
where i.edition_id = $1 order by i.id`;

/** Mail to those who are invited: a reminder to those who have not sent anything in, and a moved deadline to all. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly outreach: Outreach,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.jobs.register('deadline-moved', () => this.tellOfMovedDeadlines(), { everyMinute: true });
  }

  /** Every invited address, and why those who are left out would be. Nothing is written. */
  async preview(principal: Principal, wanted?: string): Promise<ReminderPreview> {
    const editionId = await this.outreach.editionOf(principal, wanted);
    const { deadline, now } = await this.editions.byId(this.db, editionId);
    const rows: InvitedAddress[] = await this.db.query(INVITED_ADDRESSES, [editionId, null]);
    return {
      editionId,
      deadline: deadline?.toISOString() ?? null,
      rows: rows.map((row) => ({
        invitationId: row.invitationId,
        municipalityId: row.municipalityId,
        municipality: row.municipality,
        email: row.email,
        remindedAt: row.remindedAt?.toISOString() ?? null,
        notReminded: whyNotReminded(row, now),
      })),
    };
  }

  /**
   * Reminds the chosen addresses. Each passes the same guard by itself: what is refused is told, and the others are
   * reminded. A click upon a click finds them reminded lately.
   */
  async send(principal: Principal, order: SendReminders, key: string): Promise<RemindedView> {
    const editionId = await this.outreach.editionOf(principal, order.editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { reminders: editionId, order }, async () => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 3))', [editionId]);
        const edition = await this.editions.byId(tx, editionId);
        const { deadline } = edition;
        if (edition.phase !== 'open' || deadline === null)
          throw new Refused('wrong-phase', { phase: edition.phase });
        const found: InvitedAddress[] = await tx.query(INVITED_ADDRESSES, [
          editionId,
          order.invitations,
        ]);
        const known = new Map(found.map((row) => [row.invitationId, row]));
        const reminded: InvitedAddress[] = [];
        const refused: RemindedView['refused'] = [];
        for (const invitationId of order.invitations) {
          const row = known.get(invitationId.toLowerCase()) ?? null;
          const reason = whyNotReminded(row, edition.now);
          if (row !== null && reason === null) {
            await this.remindOne(tx, edition, row, whenInWords(deadline, row.language));
            reminded.push(row);
          } else if (reason !== null) {
            const { email = '', municipality = '' } = row ?? {};
            refused.push({ invitationId, email, municipality, reason });
          }
        }
        if (reminded.length > 0)
          await this.audit.write(tx, {
            principal,
            act: 'outreach:remind',
            subjectType: 'edition',
            subjectId: editionId,
            editionId,
            facts: { invitations: reminded.map(({ invitationId }) => invitationId) },
          });
        return {
          reminded: reminded.length,
          municipalities: new Set(reminded.map(({ municipalityId }) => municipalityId)).size,
          refused,
        };
      }),
    );
  }

  private async remindOne(
    tx: EntityManager,
    edition: EditionRow,
    { invitationId, email, language, municipality }: InvitedAddress,
    deadline: string,
  ): Promise<void> {
    await tx.query('update invitation set reminded_at = award_now() where id = $1', [invitationId]);
    await this.mail.queue(tx, {
      eventKey: `reminder:${invitationId}:${edition.now.toISOString().slice(0, 13)}`,
      recipient: email,
      template: 'reminder-before-deadline',
      language,
      words: { municipality, edition: edition.name[language] || edition.name.nb, deadline },
      editionId: edition.id,
    });
  }

  /** The extended deadline is told to all who may nominate, once, with the reason. */
  async tellOfMovedDeadlines(): Promise<void> {
    const moved: { id: string; editionId: string; deadline: Date; reason: string | null }[] =
      await this.db.query(DEADLINES_TO_TELL);
    for (const { id, editionId, deadline, reason } of moved)
      await this.db.transaction(async (tx) => {
        const edition = await this.editions.byId(tx, editionId);
        const invited: { email: string; language: Language; municipality: string }[] =
          await tx.query(INVITED, [editionId]);
        for (const { email, language, municipality } of invited)
          await this.mail.queue(tx, {
            eventKey: `deadline-moved:${id}`,
            recipient: email,
            template: 'deadline-moved',
            language,
            words: {
              municipality,
              edition: edition.name[language] || edition.name.nb,
              deadline: whenInWords(deadline, language),
              reason: reason ?? '',
            },
            editionId,
          });
      });
  }
}
