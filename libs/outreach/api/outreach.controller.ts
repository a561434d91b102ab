import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  CorrectAddress,
  EditionQuery,
  InviteMunicipalities,
  OutreachQuery,
  PreviewInvitations,
  SendReminders,
} from '@award/outreach/contract';
import { Invitations } from './invitations.service';
import { Outreach } from './outreach.service';
import { Reminders } from './reminders.service';
import { Undelivered } from './undelivered.service';

@Controller('api/outreach')
export class OutreachController {
  constructor(
    private readonly outreach: Outreach,
    private readonly invitations: Invitations,
    private readonly reminders: Reminders,
    private readonly undelivered: Undelivered,
  ) {}

  @Get('municipalities')
  @Can('outreach:read')
  list(@Acting() me: Principal, @Query() query: OutreachQuery) {
    return this.outreach.list(me, query);
  }

  @Get('municipalities/:id')
  @Can('outreach:read')
  one(@Acting() me: Principal, @Id('id') id: string, @Query() { editionId }: EditionQuery) {
    return this.outreach.one(me, id, editionId);
  }

  /** Per county and class. */
  @Get('counts')
  @Can('outreach:read')
  counts(@Acting() me: Principal, @Query() { editionId }: EditionQuery) {
    return this.outreach.counts(me, editionId);
  }

  @Get('map')
  @Can('outreach:read')
  map(@Acting() me: Principal, @Query() { editionId }: EditionQuery) {
    return this.outreach.map(me, editionId);
  }

  /** Who would be invited and what stands in the way; nothing is written. */
  @Post('invitations/preview')
  @Can('outreach:invite')
  @HttpCode(200)
  preview(@Acting() me: Principal, @Body() order: PreviewInvitations) {
    return this.invitations.preview(me, order);
  }

  @Post('invitations')
  @Can('outreach:invite')
  @HttpCode(200)
  invite(
    @Acting() me: Principal,
    @Body() order: InviteMunicipalities,
    @IdempotencyKey() key: string,
  ) {
    return this.invitations.invite(me, order, key);
  }

  @Post('invitations/:id/withdraw')
  @Can('outreach:invite')
  @HttpCode(200)
  withdraw(@Acting() me: Principal, @Id('id') id: string, @IdempotencyKey() key: string) {
    return this.invitations.withdraw(me, id, key);
  }

  /** Who would be reminded now, and why the others would not. */
  @Get('reminders')
  @Can('outreach:read')
  toRemind(@Acting() me: Principal, @Query() { editionId }: EditionQuery) {
    return this.reminders.preview(me, editionId);
  }

  @Post('reminders')
  @Can('outreach:invite')
  @HttpCode(200)
  remind(@Acting() me: Principal, @Body() order: SendReminders, @IdempotencyKey() key: string) {
    return this.reminders.send(me, order, key);
  }

  /** Another address in place of one that mail does not reach. */
  @Post('invitations/:id/correct')
  @Can('outreach:invite')
  @HttpCode(200)
  correct(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: CorrectAddress,
    @IdempotencyKey() key: string,
  ) {
    return this.undelivered.correct(me, id, order, key);
  }

  @Get('undelivered')
  @Can('outreach:read')
  listUndelivered(@Acting() me: Principal, @Query() { editionId }: EditionQuery) {
    return this.undelivered.list(me, editionId);
  }

  @Post('undelivered/:id/send-again')
  @Can('outreach:invite')
  @HttpCode(200)
  sendAgain(@Acting() me: Principal, @Id('id') id: string, @IdempotencyKey() key: string) {
    return this.undelivered.sendAgain(me, id, key);
  }

  @Post('undelivered/:id/close')
  @Can('outreach:invite')
  @HttpCode(200)
  closeUndelivered(@Acting() me: Principal, @Id('id') id: string, @IdempotencyKey() key: string) {
    return this.undelivered.close(me, id, key);
  }
}
