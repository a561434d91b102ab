import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  type CandidateView,
  CheckCandidate,
  Declare,
  MakeRuling,
  type MyDeclarationsView,
  type MyRelationsView,
  type RulingsView,
  type SeatImpartialityView,
  TellRelation,
} from '@award/impartiality/contract';
import { ClassCode } from '@award/jury/api';
import { Candidates } from './candidates.service';
import { Declarations } from './declarations.service';
import { Relations } from './relations.service';
import { Rulings } from './rulings.service';

@Controller('api')
export class ImpartialityController {
  constructor(
    private readonly declarations: Declarations,
    private readonly rulings: Rulings,
    private readonly relations: Relations,
    private readonly candidates: Candidates,
  ) {}

  @Get('impartiality')
  @Can('declaration:write')
  mine(@Acting() principal: Principal): Promise<MyDeclarationsView> {
    return this.declarations.mine(principal);
  }

  @Post('impartiality')
  @Can('declaration:write')
  @HttpCode(200)
  declare(
    @Body() body: Declare,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<MyDeclarationsView> {
    return this.declarations.declare(principal, key, body);
  }

  @Get('impartiality/rulings')
  @Can('ruling:confirm')
  view(@Acting() principal: Principal): Promise<RulingsView> {
    return this.rulings.view(principal);
  }

  @Post('impartiality/rulings')
  @Can('ruling:make')
  @HttpCode(200)
  rule(@Body() body: MakeRuling, @Acting() principal: Principal): Promise<RulingsView> {
    return this.rulings.make(principal, body);
  }

  @Post('impartiality/rulings/:rulingId/confirm')
  @Can('ruling:confirm')
  @HttpCode(200)
  confirm(@Id('rulingId') rulingId: string, @Acting() principal: Principal): Promise<RulingsView> {
    return this.rulings.confirm(principal, rulingId);
  }

  @Get('editions/:editionId/panels/:classCode/impartiality')
  @Can('declaration:read')
  overview(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<SeatImpartialityView[]> {
    return this.declarations.overview(principal, editionId, classCode);
  }

  @Post('editions/:editionId/panels/:classCode/candidate-check')
  @Can('panel:change')
  @HttpCode(200)
  checkCandidate(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: CheckCandidate,
    @Acting() principal: Principal,
  ): Promise<CandidateView> {
    return this.candidates.check(principal, editionId, classCode, body);
  }

  @Get('my-relations')
  @Can('declaration:write')
  myRelations(@Acting() principal: Principal): Promise<MyRelationsView> {
    return this.relations.mine(principal);
  }

  @Post('my-relations')
  @Can('declaration:write')
  @HttpCode(200)
  tellRelation(
    @Body() body: TellRelation,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<MyRelationsView> {
    return this.relations.tell(principal, key, body);
  }

  @Post('my-relations/:relationId/renew')
  @Can('declaration:write')
  @HttpCode(200)
  renewRelation(
    @Id('relationId') relationId: string,
    @Acting() principal: Principal,
  ): Promise<MyRelationsView> {
    return this.relations.renew(principal, relationId);
  }

  @Delete('my-relations/:relationId')
  @Can('declaration:write')
  removeRelation(
    @Id('relationId') relationId: string,
    @Acting() principal: Principal,
  ): Promise<MyRelationsView> {
    return this.relations.remove(principal, relationId);
  }
}
