import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  DeclareInOffice,
  type OfficeImpartialityView,
  RuleInOffice,
} from '@award/impartiality/contract';
import { OfficeImpartiality } from './office-impartiality.service';

@Controller('api/editions/:editionId/office-impartiality')
export class OfficeController {
  constructor(private readonly office: OfficeImpartiality) {}

  @Get()
  @Can('office:declare')
  view(
    @Id('editionId') editionId: string,
    @Acting() principal: Principal,
  ): Promise<OfficeImpartialityView> {
    return this.office.view(principal, editionId);
  }

  @Post()
  @Can('office:declare')
  @HttpCode(200)
  declare(
    @Id('editionId') editionId: string,
    @Body() body: DeclareInOffice,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<OfficeImpartialityView> {
    return this.office.declare(principal, editionId, body, key);
  }

  @Post('rulings')
  @Can('office:rule')
  @HttpCode(200)
  rule(
    @Id('editionId') editionId: string,
    @Body() body: RuleInOffice,
    @Acting() principal: Principal,
  ): Promise<OfficeImpartialityView> {
    return this.office.rule(principal, editionId, body);
  }
}
