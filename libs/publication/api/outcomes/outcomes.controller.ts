import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { pdfAnswer } from '@award/documents/api';
import { DocumentLanguage } from '@award/nominations/contract';
import type { DiplomaLine, OutcomeView } from '@award/publication/contract';
import { Outcomes } from './outcomes.service';

@Controller('api')
export class OutcomesController {
  constructor(private readonly outcomes: Outcomes) {}

  @Get('nominations/mine/outcome')
  @Can('nomination:read')
  mine(@Acting() principal: Principal): Promise<OutcomeView> {
    return this.outcomes.mine(principal);
  }

  @Get('nominations/:id/diploma')
  @Can('nomination:read')
  async ownDiploma(
    @Id('id') id: string,
    @Query() { language }: DocumentLanguage,
    @Acting() principal: Principal,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.outcomes.ownDiploma(principal, id, language ?? null));
  }

  @Get('editions/:editionId/diplomas')
  @Can('release:read')
  diplomas(
    @Id('editionId') editionId: string,
    @Acting() principal: Principal,
  ): Promise<DiplomaLine[]> {
    return this.outcomes.diplomas(principal, editionId);
  }

  @Get('editions/:editionId/diplomas/:id')
  @Can('release:read')
  async diploma(
    @Id('editionId') editionId: string,
    @Id('id') id: string,
    @Query() { language }: DocumentLanguage,
    @Acting() principal: Principal,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.outcomes.diplomaOf(principal, editionId, id, language ?? null));
  }
}
