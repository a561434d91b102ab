import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { REMIND_PARTNER_AFTER_DAYS } from '@award/award';
import { LinkTokens } from '@award/access/api';
import { Jobs } from '@award/jobs/api';
import { Mail, type WaitingMail } from '@award/mail/api';
import { endorsementMail } from './endorsement-mail';
import { mailPartner, readEntry, readPartner } from './entry-partners';
import { TO_REMIND } from './partners.queries';

/** One reminder to each partner who has not answered; whoever declined has answered. */
@Injectable()
export class PartnerReminders implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly tokens: LinkTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.register('partner-reminders', () => this.sweep(), { everyMinute: true });
    for (const [template, words] of Object.entries(endorsementMail(this.tokens))) {
      this.mail.register(template, words, { stillFor: isAsked });
    }
  }

  async sweep(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const due: { id: string }[] = await tx.query(TO_REMIND, [REMIND_PARTNER_AFTER_DAYS]);
      for (const { id } of due) {
        const partner = await readPartner(tx, id);
        const entry = await readEntry(tx, partner.nominationId);
        await tx.query('update partner set reminded_at = award_now() where id = $1', [id]);
        const event = partner.askedAt.toISOString();
        await mailPartner(tx, this.mail, entry, partner, 'partner-reminder', event);
      }
    });
  }
}

/** Whether the partner is still asked: the municipality may have taken the link back before the mail goes. */
async function isAsked(
  db: Pick<EntityManager, 'query'>,
  { words, recipient }: WaitingMail,
): Promise<boolean> {
  const [asked] = await db.query(
    `select from partner p where p.id::text = $1 and p.email = $2 and p.revoked_at is null
       and not exists (select from endorsement g where g.partner_id = p.id and g.answer = 'declined')`,
    [words['partnerId'], recipient],
  );
  return asked !== undefined;
}
