import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Editions } from '@award/editions/api';
import { Jobs } from '@award/jobs/api';
import { type Language, Mail, whenInWords } from '@award/mail/api';
import type { ReminderPreview, SendReminders } from '@award/outreach/contract';
import { Outreach } from './outreach.service';
import { TO_REMIND } from './outreach.queries';

interface ToRemind {
  id: string;
  municipalityId: string;
  email: string;
  language: Language;
  municipality: string;
  lately: boolean;
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

  async preview(principal: Principal, wanted?: string): Promise<ReminderPreview> {
    const editionId = await this.outreach.editionOf(principal, wanted);
    const { deadline } = await this.editions.byId(this.db, editionId);
    const rows: ToRemind[] = await this.db.query(TO_REMIND, [editionId]);
    const due = rows.filter(({ lately }) => !lately);
    return {
      editionId,
      municipalities: new Set(due.map(({ municipalityId }) => municipalityId)).size,
      addresses: due.length,
      deadline: deadline?.toISOString() ?? null,
      remindedLately: rows.length - due.length,
    };
  }

  /** Reminds each address at most once in 24 hours; a click upon a click finds nobody left to remind. */
  async send(principal: Principal, order: SendReminders, key: string): Promise<ReminderPreview> {
    const editionId = await this.outreach.editionOf(principal, order.editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { reminders: editionId, order }, async () => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 3))', [editionId]);
        const edition = await this.editions.byId(tx, editionId);
        const { deadline } = edition;
        if (edition.phase !== 'open' || deadline === null)
          throw new Refused('wrong-phase', { phase: edition.phase });
        const rows: ToRemind[] = await tx.query(TO_REMIND, [editionId]);
        const due = rows.filter(({ lately }) => !lately);
        if (due.length !== order.expected)
          throw new Refused('stale-save', { addresses: due.length });
        await tx.query('update invitation set reminded_at = award_now() where id = any($1)', [
          due.map(({ id }) => id),
        ]);
        for (const { id, email, language, municipality } of due)
          await this.mail.queue(tx, {
            eventKey: `reminder:${id}:${edition.now.toISOString().slice(0, 13)}`,
            recipient: email,
            template: 'reminder-before-deadline',
            language,
            words: {
              municipality,
              edition: edition.name[language] || edition.name.nb,
              deadline: whenInWords(deadline, language),
            },
            editionId,
          });
        await this.audit.write(tx, {
          principal,
          act: 'outreach:remind',
          subjectType: 'edition',
          subjectId: editionId,
          editionId,
          facts: { invitations: due.map(({ id }) => id) },
        });
        return {
          editionId,
          municipalities: new Set(due.map(({ municipalityId }) => municipalityId)).size,
          addresses: due.length,
          deadline: deadline.toISOString(),
          remindedLately: rows.length - due.length,
        };
      }),
    );
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
