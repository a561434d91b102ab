import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { Settings } from '@award/settings/api';
import { MailCatcher } from './mail-catcher';

export type Language = 'nb' | 'nn' | 'en';
/** One mail's subject and text from its words. Plain text only; links are made from the public address. */
export type MailWords = Record<
  Language,
  (
    words: Record<string, string>,
    link: (path: string) => string,
  ) => { subject: string; text: string }
>;

export interface MailOrder {
  /** What happened, once: with recipient and template it makes a mail go at most once. */
  eventKey: string;
  recipient: string;
  template: string;
  language: Language;
  words: Record<string, string>;
  editionId: string | null;
}

const MOST_ATTEMPTS = 12;
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029\0]+/g, ' ').slice(0, 200);

/** The outbox. A row is written in the act's transaction; a job wakes the worker, a sweep each minute finds what was missed. */
@Injectable()
export class Mail implements OnModuleInit {
  private readonly log = new Logger('Mail');
  private readonly templates = new Map<string, MailWords>();
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly catcher: MailCatcher,
  ) {}

  onModuleInit(): void {
    this.jobs.register('mail', () => this.sweep(), { everyMinute: true });
  }

  /** An area names its mails while its module is made. */
  register(template: string, words: MailWords): void {
    this.templates.set(template, words);
  }

  async queue(tx: EntityManager, order: MailOrder): Promise<void> {
    const made = await tx.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, edition_id)
       values ($1, lower($2), $3, $4, $5, $6) on conflict do nothing returning id`,
      [
        order.eventKey,
        order.recipient,
        order.template,
        order.language,
        JSON.stringify(order.words),
        order.editionId,
      ],
    );
    if (made.length > 0) await this.jobs.send(tx, 'mail', { id: made[0].id });
  }

  /** Sends all that waits, one row and one transaction at a time, so that several workers share the work. */
  async sweep(): Promise<void> {
    while (await this.db.transaction((tx) => this.sendNext(tx))) {
      // each turn sends one mail
    }
  }

  private async sendNext(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query(
      `select * from mail_outbox where sent_at is null and given_up_at is null
         and (attempts = 0 or created_at + make_interval(secs => least(3600, 15 * power(2, attempts))) < clock_timestamp())
       order by created_at limit 1 for update skip locked`,
    );
    if (!row) return false;
    try {
      const words = this.templates.get(row.template);
      if (!words) throw new Error(`no template ${row.template}`);
      const { subject, text } = words[row.language as Language](
        row.words,
        (path) => new URL(path, this.settings.publicUrl).href,
      );
      await (
        await this.transporter()
      ).sendMail({
        messageId: `<${row.id}@${new URL(this.settings.publicUrl).hostname}>`,
        from: this.settings.mailFrom,
        to: { name: '', address: row.recipient },
        subject: oneLine(subject),
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await tx.query(
        'update mail_outbox set sent_at = clock_timestamp(), attempts = attempts + 1 where id = $1',
        [row.id],
      );
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      const final = (code >= 500 && code < 600) || row.attempts + 1 >= MOST_ATTEMPTS;
      this.log.warn(`mail ${row.id} was not sent: ${(error as Error).message}`);
      await tx.query(
        `update mail_outbox set attempts = attempts + 1, last_error = $2, given_up_at = case when $3 then clock_timestamp() end where id = $1`,
        [row.id, (error as Error).message.slice(0, 500), final],
      );
    }
    return true;
  }

  private transporter(): Promise<Transporter> {
    this.transport ??= (async () => {
      const url = this.settings.smtpUrl ?? (await this.catcher.start());
      return createTransport(url, { disableFileAccess: true, disableUrlAccess: true });
    })();
    return this.transport;
  }
}
