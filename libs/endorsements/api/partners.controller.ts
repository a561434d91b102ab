import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  AskPartner,
  MendPartnerAddress,
  type OwnSurveyView,
  type PartnerCountsView,
  type PartnersUndelivered,
  type PartnersView,
  SaveOwnSurvey,
} from '@award/endorsements/contract';
import { OwnSurveys } from './own-surveys.service';
import { PartnerVoices } from './partner-voices.service';
import { Partners } from './partners.service';

/** The partners of the municipality's own entry. */
@Controller('api')
export class PartnersController {
  constructor(
    private readonly db: DataSource,
    private readonly partners: Partners,
    private readonly own: OwnSurveys,
    private readonly voices: PartnerVoices,
  ) {}

  @Get('nominations/:id/partners')
  @Can('partner:read')
  ofEntry(@Id('id') id: string, @Acting() principal: Principal): Promise<PartnersView> {
    return this.partners.ofEntry(principal, id);
  }

  @Get('nominations/:id/partners/undelivered')
  @Can('partner:read')
  undelivered(@Id('id') id: string, @Acting() principal: Principal): Promise<PartnersUndelivered> {
    return this.partners.undelivered(principal, id);
  }

  @Post('nominations/:id/partners')
  @Can('partner:ask')
  @HttpCode(200)
  ask(
    @Id('id') id: string,
    @Body() body: AskPartner,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.ask(principal, id, body, key);
  }

  @Post('nominations/:id/pass-on')
  @Can('partner:ask')
  @HttpCode(200)
  makePassOn(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.makePassOn(principal, id, key);
  }

  @Post('nominations/:id/pass-on/end')
  @Can('partner:ask')
  @HttpCode(200)
  endPassOn(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.endPassOn(principal, id, key);
  }

  @Put('nominations/:id/own-survey')
  @Can('partner:ask')
  saveOwn(
    @Id('id') id: string,
    @Body() body: SaveOwnSurvey,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<OwnSurveyView> {
    return this.own.save(principal, id, body, key);
  }

  @Get('nominations/:id/partner-counts')
  @Can('nomination:review-all')
  counts(@Id('id') id: string, @Acting() principal: Principal): Promise<PartnerCountsView> {
    return this.voices.countsFor(this.db, principal, id);
  }

  @Post('partners/:partnerId/ask-again')
  @Can('partner:ask')
  @HttpCode(200)
  askAgain(
    @Id('partnerId') partnerId: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.askAgain(principal, partnerId, key);
  }

  @Post('partners/:partnerId/revoke')
  @Can('partner:ask')
  @HttpCode(200)
  revoke(
    @Id('partnerId') partnerId: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.revoke(principal, partnerId, key);
  }

  @Post('partners/:partnerId/mend-address')
  @Can('partner:ask')
  @HttpCode(200)
  mendAddress(
    @Id('partnerId') partnerId: string,
    @Body() body: MendPartnerAddress,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<PartnersView> {
    return this.partners.mendAddress(principal, partnerId, body, key);
  }
}
