import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  OpenSecondRound,
  type ReadingPlanView,
  type ScoringProgressView,
  SetReadingPlan,
} from '@award/scoring/contract';
import { ReadingPlans } from './reading-plans.service';
import { ScoringProgress } from './scoring-progress.service';

/** How the reading of a class is shared out, and its second round. */
@Controller('api/editions/:editionId/classes/:classCode')
export class SecondRoundController {
  constructor(
    private readonly plans: ReadingPlans,
    private readonly progress: ScoringProgress,
  ) {}

  @Get('reading-plan')
  @Can('panel:change')
  plan(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<ReadingPlanView> {
    return this.plans.view(principal, editionId, classCode);
  }

  @Put('reading-plan')
  @Can('panel:change')
  setPlan(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: SetReadingPlan,
    @Acting() principal: Principal,
  ): Promise<ReadingPlanView> {
    return this.plans.set(principal, editionId, classCode, body);
  }

  @Post('scoring/second-round')
  @Can('scoring:close')
  @HttpCode(200)
  open(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: OpenSecondRound,
    @Acting() principal: Principal,
  ): Promise<ScoringProgressView> {
    return this.progress.openSecondRound(principal, editionId, classCode, body);
  }
}
