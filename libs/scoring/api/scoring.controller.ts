import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  BreakGlass,
  type BrokenGlassView,
  CloseScoring,
  type OtherSheetView,
  type ScoringProgressView,
} from '@award/scoring/contract';
import { BreakGlassDoor } from './break-glass.service';
import { ScoringProgress } from './scoring-progress.service';

/** The scoring of a class as a whole. */
@Controller('api')
export class ScoringController {
  constructor(
    private readonly progress: ScoringProgress,
    private readonly glass: BreakGlassDoor,
  ) {}

  @Get('editions/:editionId/classes/:classCode/scoring')
  @Can('progress:read')
  view(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<ScoringProgressView> {
    return this.progress.view(principal, editionId, classCode);
  }

  @Post('editions/:editionId/classes/:classCode/scoring/open')
  @Can('scoring:open')
  @HttpCode(200)
  open(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<ScoringProgressView> {
    return this.progress.open(principal, editionId, classCode);
  }

  @Post('editions/:editionId/classes/:classCode/scoring/skip')
  @Can('scoring:close')
  @HttpCode(200)
  skip(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<ScoringProgressView> {
    return this.progress.skip(principal, editionId, classCode);
  }

  @Post('editions/:editionId/classes/:classCode/scoring/close')
  @Can('scoring:close')
  @HttpCode(200)
  close(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: CloseScoring,
    @Acting() principal: Principal,
  ): Promise<ScoringProgressView> {
    return this.progress.close(principal, editionId, classCode, body);
  }

  @Post('editions/:editionId/classes/:classCode/scoring/break-glass')
  @Can('sheet:break-glass')
  @HttpCode(200)
  breakGlass(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: BreakGlass,
    @Acting() principal: Principal,
  ): Promise<BrokenGlassView> {
    return this.glass.read(principal, editionId, classCode, body);
  }

  @Get('scoring/entries/:nominationId/sheets')
  @Can('ranking:read')
  sheets(
    @Id('nominationId') nominationId: string,
    @Acting() principal: Principal,
  ): Promise<OtherSheetView[]> {
    return this.progress.sheetsOfEntry(principal, nominationId);
  }
}
