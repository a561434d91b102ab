import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public, Refused } from '@award/access/api';
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
  async list(@Query('recipient') recipient?: string) {
    if (!this.settings.demo) throw new Refused('not-found');
    return this.db.query(
      `select id, received_at as "receivedAt", sender, recipient, subject, body from caught_mail
       where $1::text is null or recipient = lower($1) order by received_at desc limit 100`,
      [recipient ?? null],
    );
  }
}
