import { Body, Controller, Get, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import {
  ControlStage,
  SetStage,
  type StageControlView,
  type StageView,
} from '@award/publication/contract';
import { StageRehearsals } from './on-stage/stage-rehearsals.service';
import { Stage } from './stage.service';

@Controller('api/stage/:editionId')
export class StageController {
  constructor(
    private readonly stage: Stage,
    private readonly rehearsals: StageRehearsals,
  ) {}

  @Get()
  @Can('stage:run')
  show(@Acting() principal: Principal, @Id('editionId') editionId: string): Promise<StageView> {
    return this.stage.show(principal, editionId);
  }

  @Get('control')
  @Can('stage:run')
  control(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<StageControlView> {
    return this.stage.where(principal, editionId);
  }

  @Put('control')
  @Can('stage:run')
  move(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() control: ControlStage,
  ): Promise<StageControlView> {
    return this.stage.move(principal, editionId, control);
  }

  @Put('settings')
  @Can('stage:run')
  set(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() settings: SetStage,
  ): Promise<StageControlView> {
    return this.stage.set(principal, editionId, settings);
  }

  @Get('rehearsal')
  @Can('stage:run')
  rehearse(@Acting() principal: Principal, @Id('editionId') editionId: string): Promise<StageView> {
    return this.rehearsals.show(principal, editionId);
  }

  @Get('rehearsal/control')
  @Can('stage:run')
  rehearsalControl(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
  ): Promise<StageControlView> {
    return this.rehearsals.where(principal, editionId);
  }

  @Put('rehearsal/control')
  @Can('stage:run')
  moveRehearsal(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() control: ControlStage,
  ): Promise<StageControlView> {
    return this.rehearsals.move(principal, editionId, control);
  }
}
