import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { enhancedStatus } from '@award/award';
import { Jobs } from '@award/jobs/api';
import { Settings } from '@award/settings/api';
import { readDeliveryReport, type ReportedRecipient } from './delivery-report';

/**
 * What became of a message that came back. `recorded`: the mail is marked. `known`: by this report before. `not-ours`: no
 * mail of ours has the id. `other-recipient`: the mail went to somebody else, so that the report is forged, or about a
 * forwarding behind an address that did receive. `no-report`: an answer, an absence, or words only.
 */
export type BounceOutcome =
  'recorded' | 'known' | 'not-ours' | 'other-recipient' | 'no-report' | 'too-large';

export interface Bounce {
  outcome: BounceOutcome;
  /** Null when it is about no mail of ours. */
  mailId: string | null;
}

const LARGEST = 25_000_000;
const AT_A_TIME = 500;

/**
 * Marks mails that did not arrive. A report is believed when it names the random id of a mail that was sent, which only
 * the servers on its way and its recipient have seen, and the very address that the mail went to.
 */
@Injectable()
export class Bounces implements OnModuleInit {
  private readonly log = new Logger('Bounces');

  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.register('bounces', () => this.sweep(), { everyMinute: true });
  }

  /** Takes one message as it came; the same message again changes nothing. */
  async take(raw: Buffer): Promise<Bounce> {
    return takeBounce(this.db, raw);
  }

  /** Takes what has been delivered to the Maildir since, and puts each message among the read ones. */
  async sweep(): Promise<void> {
    const { maildir } = this.settings.returns;
    if (maildir === null) return;
    const fresh = path.join(maildir, 'new');
    const names = await readdir(fresh).catch((error: Error) => {
      this.log.warn(`the reports cannot be read: ${error.message}`);
      return [];
    });
    await mkdir(path.join(maildir, 'cur'), { recursive: true });
    for (const name of names.sort().slice(0, AT_A_TIME)) {
      const file = path.join(fresh, name);
      // Another process may have taken it meanwhile.
      const found = await stat(file).catch(() => null);
      if (found === null) continue;
      const { outcome, mailId } =
        found.size > LARGEST
          ? { outcome: 'too-large', mailId: null }
          : await this.take(await readFile(file));
      this.log.log(`${name}: ${outcome} ${mailId ?? ''}`);
      await rename(file, path.join(maildir, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`));
    }
  }
}

/** For the server and for the command; see {@link Bounces}. */
export async function takeBounce(db: DataSource, raw: Buffer): Promise<Bounce> {
  if (raw.length > LARGEST) return { outcome: 'too-large', mailId: null };
  const report = await readDeliveryReport(raw).catch(() => null);
  if (report === null || report.recipients.length === 0)
    return { outcome: 'no-report', mailId: null };
  const mails: { id: string; recipient: string }[] = await db.query(
    'select id, recipient from mail_outbox where id = any($1) and sent_at is not null',
    [report.mailIds],
  );
  const [mail] = mails;
  if (!mail) return { outcome: 'not-ours', mailId: null };
  const about = report.recipients.find((one) => isAbout(one, mail.recipient));
  if (!about) return { outcome: 'other-recipient', mailId: mail.id };
  const made = await db.query(
    `insert into delivery_report (mail_id, report_id, action, status, words, reporter)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [mail.id, report.id, about.action, about.status, about.words, report.reporter],
  );
  return { outcome: made.length > 0 ? 'recorded' : 'known', mailId: mail.id };
}

function isAbout({ original, final }: ReportedRecipient, recipient: string): boolean {
  return (original ?? final) === recipient;
}

/** What the first server said, when the mail was given up without leaving. */
export async function recordGivenUp(tx: EntityManager, mailId: string, words: string) {
  await tx.query(
    `insert into delivery_report (mail_id, report_id, action, status, words, reporter)
     values ($1, 'given-up:' || gen_random_uuid(), 'failed', $2, $3, '')`,
    [mailId, enhancedStatus(words) ?? '', words.slice(0, 500)],
  );
}

/** One message, or those of an mbox, each from its `From ` line on. */
export function messagesOf(text: Buffer): Buffer[] {
  const whole = text.toString('latin1');
  if (!whole.startsWith('From ')) return [text];
  return whole
    .split(/^From .*\r?\n/m)
    .filter((message) => message.trim() !== '')
    .map((message) => Buffer.from(message.replaceAll(/^>(>*From )/gm, '$1'), 'latin1'));
}
