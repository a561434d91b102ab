import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  Declare,
  MakeRuling,
  type MyDeclarationsView,
  type RulingsView,
  type SeatImpartialityView,
} from '@award/impartiality/contract';
import { ClassCode } from '@award/jury/api';
import { Declarations } from './declarations.service';
import { Rulings } from './rulings.service';

@Controller('api')
export class ImpartialityController {
  constructor(
    private readonly declarations: Declarations,
    private readonly rulings: Rulings,
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
}
