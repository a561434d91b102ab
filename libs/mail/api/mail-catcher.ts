import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { DataSource } from 'typeorm';

/** Without SMTP_URL, mail goes by SMTP to this catcher on the loopback address and is kept for the mailbox page. */
@Injectable()
export class MailCatcher implements OnApplicationShutdown {
  private server: SMTPServer | undefined;

  constructor(private readonly db: DataSource) {}

  async start(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => {
          const recipients = session.envelope.rcptTo.map((to) => to.address);
          this.keep(Buffer.concat(chunks), recipients).then(() => done(), done);
        });
      },
    });
    this.server = server;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.server.address() as { port: number };
    return `smtp://127.0.0.1:${address.port}`;
  }

  private async keep(raw: Buffer, recipients: string[]): Promise<void> {
    const mail = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
    const attachments = mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      content,
    }));
    for (const recipient of recipients) {
      await this.db.query(
        'insert into caught_mail (message_id, sender, recipient, subject, body, attachments) values ($1, $2, $3, $4, $5, $6)',
        [
          mail.messageId ?? '',
          mail.from?.address ?? '',
          recipient,
          mail.subject ?? '',
          mail.text ?? '',
          JSON.stringify(attachments),
        ],
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.server;
    if (server) await new Promise<void>((closed) => server.close(() => closed()));
  }
}
