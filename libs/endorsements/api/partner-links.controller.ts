import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { From, LinkToken, Public } from '@award/access/api';
import {
  AnswerEndorsement,
  AnswerSurvey,
  AskPartner,
  type PartnerLinkView,
  type PassOnView,
} from '@award/endorsements/contract';
import { PartnerAnswers } from './partner-answers.service';

/** For those who hold a personal link, which stands in the header `Link-Token` and never in an address. */
@Controller('api')
export class PartnerLinksController {
  constructor(private readonly answers: PartnerAnswers) {}

  @Get('partner-link')
  @Public()
  open(@LinkToken() token: string): Promise<PartnerLinkView> {
    return this.answers.open(token);
  }

  @Post('partner-link/endorsement')
  @Public()
  @HttpCode(200)
  endorse(
    @LinkToken() token: string,
    @Body() body: AnswerEndorsement,
    @From() from: string,
  ): Promise<PartnerLinkView> {
    return this.answers.endorse(token, body, from);
  }

  @Post('partner-link/survey')
  @Public()
  @HttpCode(200)
  answerSurvey(
    @LinkToken() token: string,
    @Body() body: AnswerSurvey,
    @From() from: string,
  ): Promise<PartnerLinkView> {
    return this.answers.answerSurvey(token, body, from);
  }

  @Get('partner-pass-on')
  @Public()
  openPassOn(@LinkToken() token: string): Promise<PassOnView> {
    return this.answers.openPassOn(token);
  }

  @Post('partner-pass-on')
  @Public()
  @HttpCode(204)
  async join(
    @LinkToken() token: string,
    @Body() body: AskPartner,
    @From() from: string,
  ): Promise<void> {
    await this.answers.joinByPassOn(token, body, from);
  }
}
