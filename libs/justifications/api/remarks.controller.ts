import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import { type RemarksView, WriteRemark } from '@award/justifications/contract';
import { Remarks } from './remarks.service';

@Controller('api/editions/:editionId/classes/:classCode/justifications/:nominationId/remarks')
export class RemarksController {
  constructor(private readonly remarks: Remarks) {}

  @Get()
  @Can('justification:read')
  of(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Acting() principal: Principal,
  ): Promise<RemarksView> {
    return this.remarks.of(principal, editionId, classCode, nominationId);
  }

  @Post()
  @Can('justification:write')
  write(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Body() body: WriteRemark,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<RemarksView> {
    return this.remarks.write(principal, editionId, classCode, nominationId, body, key);
  }

  @Post(':remarkId/settle')
  @Can('justification:write')
  @HttpCode(200)
  settle(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Id('remarkId') remarkId: string,
    @Acting() principal: Principal,
  ): Promise<RemarksView> {
    return this.remarks.settle(principal, editionId, classCode, nominationId, remarkId);
  }
}
