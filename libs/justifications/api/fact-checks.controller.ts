import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  AnswerFactCheck,
  AskFactCheck,
  type MyFactCheckView,
} from '@award/justifications/contract';
import { FactChecks } from './fact-checks.service';

@Controller('api')
export class FactChecksController {
  constructor(private readonly checks: FactChecks) {}

  @Post('editions/:editionId/classes/:classCode/fact-checks')
  @Can('release:prepare')
  @HttpCode(200)
  ask(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: AskFactCheck,
    @Acting() principal: Principal,
  ): Promise<{ asked: number }> {
    return this.checks.ask(principal, editionId, classCode, body);
  }

  @Get('fact-checks/mine')
  @Can('justification:fact-check')
  mine(@Acting() principal: Principal): Promise<MyFactCheckView> {
    return this.checks.mine(principal);
  }

  @Post('fact-checks/:id/answer')
  @Can('justification:fact-check')
  @HttpCode(204)
  answer(
    @Id('id') id: string,
    @Body() body: AnswerFactCheck,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.checks.answer(principal, id, body);
  }
}
