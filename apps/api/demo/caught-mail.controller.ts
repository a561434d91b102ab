import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Id, Public, Refused } from '@award/access/api';
import type { CaughtMailView } from '@award/access/contract';
import { fileAnswer } from '@award/documents/api';
import { Settings } from '@award/settings/api';

/** The mailbox page of the demo: what the system has sent. It does not exist in production. */
@Controller('api/demo/mail')
export class CaughtMailController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  async list(@Query('recipient') recipient?: string): Promise<CaughtMailView[]> {
    if (!this.settings.demo) throw new Refused('not-found');
    return this.db.query(
      `select id, received_at as "receivedAt", sender, recipient, subject, body,
         jsonb_path_query_array(attachments, '$[*].name') as attachments from caught_mail
       where $1::text is null or recipient = lower($1) order by received_at desc limit 100`,
      [recipient ?? null],
    );
  }

  /** Everyone who has been sent something, in the order of the alphabet. */
  @Get('recipients')
  @Public()
  async recipients(): Promise<string[]> {
    if (!this.settings.demo) throw new Refused('not-found');
    const rows: { recipient: string }[] = await this.db.query(
      'select distinct recipient from caught_mail order by recipient',
    );
    return rows.map((row) => row.recipient);
  }

  @Get(':id/attachments/:number')
  @Public()
  async attachment(@Id('id') id: string, @Param('number') number: string): Promise<StreamableFile> {
    if (!this.settings.demo || !/^\d{1,4}$/.test(number)) throw new Refused('not-found');
    const [row] = await this.db.query(
      'select attachments -> $2::int as file from caught_mail where id = $1',
      [id, Number(number)],
    );
    if (!row?.file) throw new Refused('not-found');
    const { name, type, content } = row.file;
    return fileAnswer(Buffer.from(content, 'base64'), name, type);
  }
}
