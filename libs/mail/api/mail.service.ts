import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { Settings } from '@award/settings/api';
import { recordGivenUp } from './bounces.service';
import { MailCatcher } from './mail-catcher';

export type Language = 'nb' | 'nn' | 'en';
/** `stop` is the address that ends a subscription by one POST, as mail programs offer it (RFC 8058). */
export interface MailText {
  subject: string;
  text: string;
  stop?: string;
}

/** One mail's subject and text from its words. Plain text only; links are made from the public address. */
export type MailWords = Record<
  Language,
  (words: Record<string, string>, link: (path: string) => string) => MailText
>;

/** A mail that is about to be sent, for whoever queued it to answer whether it still may be. */
export interface WaitingMail {
  eventKey: string;
  recipient: string;
  words: Record<string, string>;
  editionId: string | null;
}

export interface MailOrder {
  /** What happened, once: with recipient and template it makes a mail go at most once. */
  eventKey: string;
  recipient: string;
  template: string;
  language: Language;
  words: Record<string, string>;
  editionId: string | null;
}

/** A file that goes with a mail. It is made when the mail goes, and never kept in the outbox. */
export interface MailAttachment {
  name: string;
  type: string;
  content: Buffer;
}

export interface MailRules {
  /**
   * Whether the recipient may still have the mail. Asked again right before it is sent: a right may have
   * ended while it waited. One that may not is given up and never sent. Without it, everybody may.
   */
  stillFor?: (db: Pick<EntityManager, 'query'>, mail: WaitingMail) => Promise<boolean>;
  /**
   * Makes the files of one mail. A refusal sends the mail without them; the words are told that something
   * is attached as `attached`.
   */
  attach?: (tx: EntityManager, mail: WaitingMail) => Promise<MailAttachment[]>;
  /**
   * Who is told at the desk when it does not arrive: everybody in the secretariat where that it was sent is no secret,
   * or those whom no class is closed to. Without it nobody: the area tells those concerned itself.
   */
  failureFor?: 'secretariat' | 'secretary';
  /** The words are a secret of their own and are wiped once the mail is done with. */
  secret?: boolean;
}

interface Template {
  words: MailWords;
  rules: MailRules;
}

const MOST_ATTEMPTS = 12;
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029\0]+/g, ' ').slice(0, 200);

/** The outbox. A row is written in the act's transaction; a job wakes the worker, a sweep each minute finds what was missed. */
@Injectable()
export class Mail implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Mail');
  private readonly templates = new Map<string, Template>();
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly catcher: MailCatcher,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close();
  }

  onModuleInit(): void {
    this.jobs.register('mail', () => this.sweep(), { everyMinute: true, sent: true });
  }

  /** An area names its mails, and who may have them, while its module is made. What is said in two places adds up. */
  register(template: string, words: MailWords, rules: MailRules = {}): void {
    const known = this.templates.get(template);
    this.templates.set(template, { words, rules: { ...known?.rules, ...rules } });
  }

  /** The templates that are sent without asking again who may have them. */
  get unasked(): readonly string[] {
    return [...this.templates].filter(([, { rules }]) => !rules.stillFor).map(([name]) => name);
  }

  /** The templates whose failures are told at the desk, to everybody there or also to those of whom nothing is hidden. */
  toldAtTheDesk(everything: boolean): readonly string[] {
    return [...this.templates]
      .filter(
        ([, { rules }]) =>
          rules.failureFor === 'secretariat' || (everything && rules.failureFor === 'secretary'),
      )
      .map(([name]) => name);
  }

  /** `really` false does the same statements and queues nothing, where the difference would tell who is known. */
  async queue(tx: EntityManager, order: MailOrder, really = true): Promise<void> {
    const made = await tx.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, edition_id)
       select $1, lower($2), $3, $4, $5::jsonb, $6::uuid where $7 on conflict do nothing returning id`,
      [
        order.eventKey,
        order.recipient,
        order.template,
        order.language,
        JSON.stringify(order.words),
        order.editionId,
        really,
      ],
    );
    if (made.length > 0 || !really) await this.jobs.send(tx, 'mail', {});
  }

  /** Queues one event's mail to many at once; whoever has it already gets it no second time. */
  async queueToMany(
    tx: EntityManager,
    { eventKey, template, editionId }: Pick<MailOrder, 'eventKey' | 'template' | 'editionId'>,
    recipients: readonly Pick<MailOrder, 'recipient' | 'language' | 'words'>[],
  ): Promise<void> {
    await tx.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, edition_id)
       select $1, lower(r ->> 'recipient'), $2, r ->> 'language', r -> 'words', $3::uuid
       from jsonb_array_elements($4::jsonb) r on conflict do nothing`,
      [eventKey, template, editionId, JSON.stringify(recipients)],
    );
    await this.jobs.send(tx, 'mail', {});
  }

  /** Lets a mail that was done with go once more. What was a secret, and is wiped, cannot be sent again. */
  async sendAgain(tx: EntityManager, id: string): Promise<void> {
    const [mails]: [{ template: string }[], number] = await tx.query(
      `update mail_outbox set sent_at = null, given_up_at = null, attempts = 0, last_error = null,
         created_at = clock_timestamp() where id = $1 and (sent_at is not null or given_up_at is not null) returning template`,
      [id],
    );
    const [mail] = mails;
    if (!mail || this.templates.get(mail.template)?.rules.secret)
      throw new Error(`mail ${id} cannot be sent again`);
    await this.jobs.send(tx, 'mail', {});
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
    const template = this.templates.get(row.template);
    const wipes = template?.rules.secret ?? false;
    try {
      if (!template) throw new Error(`no template ${row.template}`);
      const { words, rules } = template;
      if (rules.stillFor && !(await rules.stillFor(tx, waiting(row)))) {
        await tx.query(
          `update mail_outbox set given_up_at = clock_timestamp(), last_error = 'no longer for the recipient',
             words = case when $2 then '{}' else words end where id = $1`,
          [row.id, wipes],
        );
        return true;
      }
      const attachments = await this.attachments(tx, rules, waiting(row));
      const { subject, text, stop } = words[row.language as Language](
        attachments.length > 0 ? { ...row.words, attached: 'yes' } : row.words,
        (path) => new URL(path, this.settings.publicUrl).href,
      );
      await (
        await this.transporter()
      ).sendMail({
        ...this.returning(row.id, row.recipient),
        messageId: `<${row.id}@${new URL(this.settings.publicUrl).hostname}>`,
        from: this.settings.mailFrom,
        to: { name: '', address: row.recipient },
        subject: oneLine(subject),
        text,
        attachments: attachments.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content,
        })),
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(stop
            ? {
                'List-Unsubscribe': `<${stop}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }
            : {}),
        },
      });
      await tx.query(
        `update mail_outbox set sent_at = clock_timestamp(), attempts = attempts + 1,
           words = case when $2 then '{}' else words end where id = $1`,
        [row.id, wipes],
      );
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      const final = (code >= 500 && code < 600) || row.attempts + 1 >= MOST_ATTEMPTS;
      this.log.warn(`mail ${row.id} was not sent: ${(error as Error).message}`);
      await tx.query(
        `update mail_outbox set attempts = attempts + 1, last_error = $2,
           given_up_at = case when $3 then clock_timestamp() end,
           words = case when $3 and $4 then '{}' else words end where id = $1`,
        [row.id, (error as Error).message.slice(0, 500), final, wipes],
      );
      if (final) await recordGivenUp(tx, row.id, (error as Error).message);
    }
    return true;
  }

  /** What brings a report back to the mail it is about: its id in the envelope, and in the address that reports go to. */
  private returning(id: string, recipient: string): Pick<SendMailOptions, 'dsn' | 'envelope'> {
    const { address } = this.settings.returns;
    const [user, host] = address?.split('@') ?? [];
    return {
      dsn: { id, return: 'headers', notify: ['failure', 'delay'], recipient },
      ...(host === undefined
        ? {}
        : { envelope: { from: `${user}+${id}@${host}`, to: [recipient] } }),
    };
  }

  private async attachments(
    tx: EntityManager,
    { attach }: MailRules,
    mail: WaitingMail,
  ): Promise<MailAttachment[]> {
    try {
      return attach ? await attach(tx, mail) : [];
    } catch (error) {
      const { refusal } = error as { refusal?: string };
      if (refusal === undefined) throw error;
      this.log.warn(`a mail goes without its attachment: ${refusal}`);
      return [];
    }
  }

  private transporter(): Promise<Transporter> {
    this.transport ??= (async () => {
      const url = this.settings.smtpUrl ?? (await this.catcher.start());
      // Thousands are told of a release: greeting the mail server anew for each would take minutes.
      return createTransport({
        url,
        pool: true,
        maxConnections: 2,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    })();
    return this.transport;
  }
}

function waiting(row: {
  event_key: string;
  recipient: string;
  words: Record<string, string>;
  edition_id: string | null;
}): WaitingMail {
  return {
    eventKey: row.event_key,
    recipient: row.recipient,
    words: row.words,
    editionId: row.edition_id,
  };
}
