import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  AskWhoComes,
  type ClearancesView,
  ClearPerson,
  type MyStagePartyView,
  type RunSheetView,
  SaveStageClassPlan,
  SaveStageParty,
  type StagePlanView,
} from '@award/publication/contract';
import { Clearances } from './clearances.service';
import { RunSheets } from './run-sheets.service';
import { StageParties } from './stage-parties.service';
import { StagePlans } from './stage-plans.service';

@Controller('api/stage-plan')
export class StagePlanController {
  constructor(
    private readonly plans: StagePlans,
    private readonly parties: StageParties,
    private readonly sheets: RunSheets,
    private readonly clearances: Clearances,
  ) {}

  @Get()
  @Can('stage:run')
  current(@Acting() principal: Principal): Promise<StagePlanView> {
    return this.plans.current(principal);
  }

  @Get('mine')
  @Can('stage:register')
  mine(@Acting() principal: Principal): Promise<MyStagePartyView> {
    return this.parties.mine(principal);
  }

  @Put('mine')
  @Can('stage:register')
  save(@Acting() principal: Principal, @Body() answer: SaveStageParty): Promise<MyStagePartyView> {
    return this.parties.save(principal, answer);
  }

  @Post(':editionId/call')
  @Can('release:prepare')
  @HttpCode(200)
  ask(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() body: AskWhoComes,
  ): Promise<StagePlanView> {
    return this.plans.ask(principal, editionId, body);
  }

  @Post(':editionId/remind')
  @Can('release:prepare')
  @HttpCode(200)
  remind(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<{ reminded: number }> {
    return this.plans.remind(principal, editionId);
  }

  @Put(':editionId/parties/:nominationId')
  @Can('release:prepare')
  @HttpCode(204)
  correct(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Id('nominationId') nominationId: string,
    @Body() answer: SaveStageParty,
  ): Promise<void> {
    return this.parties.correct(principal, editionId, nominationId, answer);
  }

  @Put(':editionId/classes/:classCode')
  @Can('release:prepare')
  present(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: SaveStageClassPlan,
  ): Promise<StagePlanView> {
    return this.plans.present(principal, editionId, classCode, body);
  }

  @Get(':editionId/run-sheet')
  @Can('stage:run')
  runSheet(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<RunSheetView> {
    return this.sheets.of(principal, editionId);
  }

  @Get(':editionId/clearances')
  @Can('release:clear')
  cleared(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<ClearancesView> {
    return this.clearances.of(principal, editionId);
  }

  @Post(':editionId/clearances')
  @Can('release:clear')
  @HttpCode(200)
  clear(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() asked: ClearPerson,
  ): Promise<ClearancesView> {
    return this.clearances.clear(principal, editionId, asked);
  }

  @Post(':editionId/clearances/:id/end')
  @Can('release:clear')
  @HttpCode(200)
  end(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Id('id') id: string,
  ): Promise<ClearancesView> {
    return this.clearances.end(principal, editionId, id);
  }
}
