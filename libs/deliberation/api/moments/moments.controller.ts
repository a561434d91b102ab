import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  AnswerAboutClass,
  AskAboutClass,
  type ClassQuestionsView,
  KeepDecision,
  type Made,
  SettleClass,
} from '@award/deliberation/contract';
import { ClassQuestions } from './class-questions.service';
import { DecisionReviews } from './decision-reviews.service';

/** What the jury decides when something comes up under way. */
@Controller('api')
export class MomentsController {
  constructor(
    private readonly questions: ClassQuestions,
    private readonly reviews: DecisionReviews,
  ) {}

  @Get('editions/:editionId/classes/:classCode/class-questions')
  @Can('meeting:read')
  view(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<ClassQuestionsView> {
    return this.questions.view(principal, editionId, classCode);
  }

  @Post('editions/:editionId/classes/:classCode/class-questions')
  @Can('nomination:question-class')
  ask(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: AskAboutClass,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.questions.ask(principal, editionId, classCode, body, key);
  }

  @Put('class-questions/:questionId/answer')
  @Can('meeting:attend')
  @HttpCode(204)
  answer(
    @Id('questionId') questionId: string,
    @Body() { answer }: AnswerAboutClass,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.questions.answer(principal, questionId, answer);
  }

  @Post('class-questions/:questionId/settle')
  @Can('meeting:lead')
  @HttpCode(204)
  settle(
    @Id('questionId') questionId: string,
    @Body() { reason }: SettleClass,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.questions.settle(principal, questionId, reason);
  }

  @Post('decisions/:decisionId/keep')
  @Can('decision:seal')
  keep(
    @Id('decisionId') decisionId: string,
    @Body() body: KeepDecision,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.reviews.keep(principal, decisionId, body, key);
  }
}
