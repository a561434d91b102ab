import { Body, Controller, Get, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ControlStage, type StageControlView, type StageView } from '@award/publication/contract';
import { Stage } from './stage.service';

@Controller('api/stage/:editionId')
export class StageController {
  constructor(private readonly stage: Stage) {}

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
}
