import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import {
  AnswerCorrectionRequest,
  AskCorrection,
  type CorrectionsView,
  type MyCorrectionsView,
  OpenCorrection,
} from '@award/publication/contract';
import { CorrectionRequests } from './correction-requests.service';
import { CorrectionsRoom } from './corrections-room.service';
import { Corrections } from './corrections.service';

@Controller('api')
export class CorrectionsController {
  constructor(
    private readonly corrections: Corrections,
    private readonly room: CorrectionsRoom,
    private readonly requests: CorrectionRequests,
  ) {}

  @Get('releases/:editionId/corrections')
  @Can('release:read')
  of(@Acting() principal: Principal, @Id('editionId') editionId: string): Promise<CorrectionsView> {
    return this.room.of(principal, editionId);
  }

  @Post('releases/:editionId/corrections')
  @Can('release:correct')
  @HttpCode(200)
  async open(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() order: OpenCorrection,
  ): Promise<CorrectionsView> {
    await this.corrections.open(principal, editionId, order);
    return this.room.of(principal, editionId);
  }

  @Post('releases/corrections/:id/seal')
  @Can('release:correct')
  @HttpCode(204)
  seal(@Acting() principal: Principal, @Id('id') id: string): Promise<void> {
    return this.corrections.seal(principal, id);
  }

  @Post('releases/corrections/:id/give-up')
  @Can('release:correct')
  @HttpCode(204)
  giveUp(@Acting() principal: Principal, @Id('id') id: string): Promise<void> {
    return this.corrections.giveUp(principal, id);
  }

  @Post('releases/correction-requests/:id/answer')
  @Can('release:correct')
  @HttpCode(204)
  answer(
    @Acting() principal: Principal,
    @Id('id') id: string,
    @Body() answer: AnswerCorrectionRequest,
  ): Promise<void> {
    return this.requests.answer(principal, id, answer);
  }

  @Get('nominations/mine/corrections')
  @Can('nomination:read')
  mine(@Acting() principal: Principal): Promise<MyCorrectionsView> {
    return this.requests.mine(principal);
  }

  @Post('nominations/mine/corrections')
  @Can('justification:fact-check')
  @HttpCode(204)
  ask(@Acting() principal: Principal, @Body() request: AskCorrection): Promise<void> {
    return this.requests.ask(principal, request);
  }
}
