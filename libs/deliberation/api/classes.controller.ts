import { Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { fileAnswer, pdfAnswer } from '@award/documents/api';
import { ClassCode } from '@award/jury/api';
import { DocumentLanguage } from '@award/nominations/contract';
import type {
  ClassProgressView,
  Made,
  MinutesView,
  RankingView,
  RecomputedView,
} from '@award/deliberation/contract';
import { ClassProgress } from './class-progress';
import { MinutesBook } from './minutes-book';
import { Rankings } from './rankings.service';

/** What a class's jury has before it and leaves behind: figures and minutes. */
@Controller('api')
export class ClassesController {
  constructor(
    private readonly progress: ClassProgress,
    private readonly rankings: Rankings,
    private readonly minutes: MinutesBook,
  ) {}

  @Get('deliberation')
  @Can('meeting:read')
  classes(@Acting() principal: Principal): Promise<ClassProgressView[]> {
    return this.progress.list(principal);
  }

  @Get('editions/:editionId/classes/:classCode/ranking')
  @Can('ranking:read')
  ranking(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<RankingView> {
    return this.rankings.view(principal, editionId, classCode);
  }

  @Get('rankings/:rankingId/recomputed')
  @Can('ranking:read')
  recomputed(
    @Id('rankingId') rankingId: string,
    @Acting() principal: Principal,
  ): Promise<RecomputedView> {
    return this.rankings.recompute(principal, rankingId);
  }

  @Post('editions/:editionId/classes/:classCode/minutes')
  @Can('minutes:write')
  writeMinutes(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.minutes.write(principal, editionId, classCode, key);
  }

  @Get('minutes/:minutesId')
  @Can('minutes:read')
  readMinutes(
    @Id('minutesId') minutesId: string,
    @Acting() principal: Principal,
  ): Promise<MinutesView> {
    return this.minutes.view(principal, minutesId);
  }

  @Get('minutes/:minutesId/pdf')
  @Can('minutes:read')
  async minutesPdf(
    @Id('minutesId') minutesId: string,
    @Query() { language }: DocumentLanguage,
    @Acting() principal: Principal,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.minutes.pdf(principal, minutesId, language ?? 'nb'));
  }

  @Get('minutes/:minutesId/json')
  @Can('minutes:read')
  async minutesJson(
    @Id('minutesId') minutesId: string,
    @Acting() principal: Principal,
  ): Promise<StreamableFile> {
    const { json, name } = await this.minutes.json(principal, minutesId);
    return fileAnswer(json, `${name}.json`, 'application/json');
  }

  @Post('minutes/:minutesId/approve')
  @Can('minutes:approve')
  @HttpCode(204)
  approveMinutes(
    @Id('minutesId') minutesId: string,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.minutes.approve(principal, minutesId);
  }
}
