import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  type JustificationListView,
  type JustificationView,
  ReadText,
  ReopenJustification,
  type SavedJustification,
  SaveJustification,
} from '@award/justifications/contract';
import { JustificationEditor } from './justification-editor.service';
import { Justifications } from './justifications.service';

@Controller('api/editions/:editionId/classes/:classCode/justifications')
export class JustificationsController {
  constructor(
    private readonly justifications: Justifications,
    private readonly editor: JustificationEditor,
  ) {}

  @Get()
  @Can('justification:read')
  list(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<JustificationListView> {
    return this.justifications.list(principal, editionId, classCode);
  }

  @Get(':nominationId')
  @Can('justification:read')
  view(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Acting() principal: Principal,
  ): Promise<JustificationView> {
    return this.justifications.view(principal, editionId, classCode, nominationId);
  }

  @Put(':nominationId')
  @Can('justification:write')
  save(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Body() body: SaveJustification,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<SavedJustification> {
    return this.editor.save(principal, editionId, classCode, nominationId, body, key);
  }

  @Post(':nominationId/sign-off')
  @Can('justification:sign-off')
  @HttpCode(204)
  signOff(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Body() body: ReadText,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.justifications.signOff(principal, editionId, classCode, nominationId, body);
  }

  @Post(':nominationId/seal')
  @Can('decision:seal')
  @HttpCode(204)
  seal(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Body() body: ReadText,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.justifications.seal(principal, editionId, classCode, nominationId, body);
  }

  @Post(':nominationId/reopen')
  @Can('decision:supersede')
  @HttpCode(204)
  reopen(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('nominationId') nominationId: string,
    @Body() body: ReopenJustification,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.justifications.reopen(principal, editionId, classCode, nominationId, body);
  }
}
