import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  type PipeTransform,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal, Refused } from '@award/access/api';
import { pdfAnswer } from '@award/documents/api';
import {
  AnswerTip,
  DocumentLanguage,
  ListVersions,
  type MyEntryView,
  SaveDraft,
  type SavedView,
  SubmitNomination,
  type SubmittedView,
  type VersionPage,
  type VersionView,
  WithdrawNomination,
} from '@award/nominations/contract';
import { Drafts } from './drafts.service';
import { EntryDocuments } from './entry-documents.service';
import { HiddenTexts } from './hidden-texts';
import { Submissions } from './submissions.service';

class VersionNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9][0-9]{0,8}$/.test(value)) throw new Refused('not-found');
    return Number(value);
  }
}

/** The entry of the municipality and edition that the acting grant names; every other id is unknown here. */
@Controller('api/nominations')
export class NominationsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly submissions: Submissions,
    private readonly hidden: HiddenTexts,
    private readonly documents: EntryDocuments,
  ) {}

  @Get('mine')
  @Can('nomination:read')
  mine(@Acting() principal: Principal): Promise<MyEntryView> {
    return this.drafts.mine(principal);
  }

  @Post('mine')
  @Can('nomination:write')
  @HttpCode(200)
  start(@Acting() principal: Principal): Promise<MyEntryView> {
    return this.drafts.start(principal);
  }

  @Put(':id')
  @Can('nomination:write')
  save(
    @Id('id') id: string,
    @Body() body: SaveDraft,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<SavedView> {
    return this.drafts.save(principal, id, body, key);
  }

  @Get(':id/versions')
  @Can('nomination:read')
  versions(
    @Id('id') id: string,
    @Query() { before }: ListVersions,
    @Acting() principal: Principal,
  ): Promise<VersionPage> {
    return this.drafts.versions(principal, id, before ?? null);
  }

  @Get(':id/versions/:number')
  @Can('nomination:read')
  version(
    @Id('id') id: string,
    @Param('number', new VersionNumber()) number: number,
    @Acting() principal: Principal,
  ): Promise<VersionView> {
    return this.drafts.version(principal, id, number);
  }

  @Get(':id/versions/:number/pdf')
  @Can('nomination:read')
  async pdf(
    @Id('id') id: string,
    @Param('number', new VersionNumber()) number: number,
    @Query() { language }: DocumentLanguage,
    @Acting() principal: Principal,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.documents.forMunicipality(principal, id, number, language ?? null));
  }

  @Post(':id/submit')
  @Can('nomination:submit')
  @HttpCode(200)
  submit(
    @Id('id') id: string,
    @Body() body: SubmitNomination,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<SubmittedView> {
    return this.submissions.submit(principal, id, body, key);
  }

  @Post(':id/take-back')
  @Can('nomination:take-back')
  @HttpCode(200)
  takeBack(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.submissions.takeBack(principal, id, key);
  }

  @Post(':id/decline-held')
  @Can('nomination:withdraw')
  @HttpCode(200)
  declineHeld(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.submissions.declineHeld(principal, id, key);
  }

  @Post(':id/resume-writing')
  @Can('nomination:write')
  @HttpCode(200)
  resumeWriting(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.submissions.resumeWriting(principal, id, key);
  }

  @Post(':id/withdraw')
  @Can('nomination:withdraw')
  @HttpCode(200)
  withdraw(
    @Id('id') id: string,
    @Body() body: WithdrawNomination,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.submissions.withdraw(principal, id, body, key);
  }

  /** After a withdrawal: what is told of the entry on the open pages is hidden. */
  @Post(':id/hide-text')
  @Can('nomination:withdraw')
  @HttpCode(200)
  hideText(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ hidden: true }> {
    return this.hidden.ask(principal, id, key);
  }

  @Post(':id/answer-tip')
  @Can('nomination:answer-tip')
  @HttpCode(200)
  answerTip(
    @Id('id') id: string,
    @Body() body: AnswerTip,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.submissions.answerTip(principal, id, body, key);
  }
}
