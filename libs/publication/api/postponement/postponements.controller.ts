import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ConfirmTime, type PostponementsView, ProposeTime } from '@award/publication/contract';
import { Postponements } from './postponements.service';

@Controller('api/releases')
export class PostponementsController {
  constructor(private readonly postponements: Postponements) {}

  @Get(':editionId/postponements')
  @Can('release:read')
  of(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<PostponementsView> {
    return this.postponements.of(principal, editionId);
  }

  @Post(':editionId/postponements')
  @Can('release:prepare')
  @HttpCode(204)
  propose(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() order: ProposeTime,
  ): Promise<void> {
    return this.postponements.propose(principal, editionId, order);
  }

  @Post('postponements/:id/confirm')
  @Can('release:arm')
  @HttpCode(204)
  confirm(
    @Acting() principal: Principal,
    @Id('id') id: string,
    @Body() seen: ConfirmTime,
  ): Promise<void> {
    return this.postponements.confirm(principal, id, seen);
  }

  @Post('postponements/:id/give-up')
  @Can('release:prepare')
  @HttpCode(204)
  giveUp(@Acting() principal: Principal, @Id('id') id: string): Promise<void> {
    return this.postponements.giveUp(principal, id);
  }
}
