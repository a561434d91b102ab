import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  formProblems,
  mayBeSent,
  type NominationContent,
  type NominationForm,
  reminderDue,
  whatIsMissing,
  wholeContent,
  wholeForm,
} from '@award/award';
import { Jobs } from '@award/jobs/api';
import { Mail, type WaitingMail, whenInWords } from '@award/mail/api';
import { draftReminderMail, missingLines } from './draft-reminder-mail';
import { mailToAll, mayReadOfEntry } from './nomination-recipients';

interface Draft {
  id: string;
  editionId: string;
  municipality: string;
  language: 'nb' | 'nn';
  content: Partial<NominationContent>;
  form: Partial<NominationForm>;
  now: Date;
  deadline: Date;
  begunAt: Date;
  writers: { email: string | null; name: string; sends: boolean }[];
}

/** Drafts of open calls within the last week, each with those who write in it. */
const DRAFTS = `
select n.id, n.edition_id as "editionId", n.written_form as language, n.content, e.form, award_now() as now, e.deadline,
  n.created_at as "begunAt",
  (select v.name from municipality_version v where v.municipality_id = n.municipality_id order by v.valid_from desc limit 1) as municipality,
  (select coalesce(json_agg(json_build_object('email', i.subject, 'name', p.name, 'sends', g.role = 'municipality-submitter') order by p.name), '[]')
    from role_grant g join person p on p.id = g.person_id left join identity i on i.person_id = p.id and i.issuer = 'email'
    where g.municipality_id = n.municipality_id and g.edition_id = n.edition_id and g.revoked_at is null
      and g.role in ('municipality-editor', 'municipality-submitter')) as writers
from nomination n join edition e on e.id = n.edition_id
where n.state = 'draft' and e.phase = 'open' and e.deadline > award_now() and e.deadline <= award_now() + interval '7 days'
order by n.id`;

/**
 * Reminds those who write in an unsent draft, at set times before the deadline: what is missing, or that it only has to
 * be sent, and who can send it. Once for each time, however often the clock asks; a moved deadline begins anew.
 */
@Injectable()
export class DraftReminders implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
  ) {}

  onModuleInit(): void {
    this.jobs.register('draft-reminders', () => this.sweep(), { everyMinute: true });
    for (const [template, words] of Object.entries(draftReminderMail))
      this.mail.register(template, words, { stillFor: stillWriting, failureFor: 'secretariat' });
  }

  async sweep(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const drafts: Draft[] = await tx.query(DRAFTS);
      for (const draft of drafts) await this.remind(tx, draft);
    });
  }

  private async remind(tx: EntityManager, draft: Draft): Promise<void> {
    const { id, editionId, municipality, language, deadline, writers } = draft;
    const code = reminderDue(draft.now, deadline, draft.begunAt);
    if (code === null) return;
    const [content, form] = [wholeContent(draft.content), wholeForm(draft.form)];
    const problems = [...whatIsMissing(content, form), ...formProblems(content, form)];
    const senders = new Set(writers.filter(({ sends }) => sends).map(({ name }) => name));
    await mailToAll(
      tx,
      this.mail,
      writers.map(({ email }) => email ?? ''),
      {
        eventKey: `draft-reminder:${id}:${code}:${deadline.toISOString()}`,
        template: mayBeSent(content, form).allowed ? 'draft-unsent' : 'draft-unfinished',
        language,
        words: {
          municipality,
          deadline: whenInWords(deadline, language),
          missing: missingLines(problems, language, form),
          senders: [...senders].join(', '),
        },
        editionId,
      },
    );
  }
}

/** Sent in, or no longer theirs, while the mail waited: then there is nothing to be reminded of. */
async function stillWriting(db: Pick<EntityManager, 'query'>, mail: WaitingMail): Promise<boolean> {
  const [draft] = await db.query(`select from nomination where id::text = $1 and state = 'draft'`, [
    mail.eventKey.split(':')[1],
  ]);
  return draft !== undefined && mayReadOfEntry(db, mail);
}
