import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NominationsModule } from '@award/nominations/api';
import { Endorsement } from './endorsement.entity';
import { OwnSurveys } from './own-surveys.service';
import { Partner } from './partner.entity';
import { PartnerAnswers } from './partner-answers.service';
import { PartnerLinksController } from './partner-links.controller';
import { PartnerReminders } from './partner-reminders.service';
import { PartnersController } from './partners.controller';
import { Partners } from './partners.service';
import { PartnerVoices } from './partner-voices.service';
import { PassOnLink } from './pass-on-link.entity';
import { OwnSurvey, SurveyAnswer, SurveySpent } from './survey.entity';

@Module({
  imports: [
    NominationsModule,
    TypeOrmModule.forFeature([
      Endorsement,
      OwnSurvey,
      Partner,
      PassOnLink,
      SurveyAnswer,
      SurveySpent,
    ]),
  ],
  controllers: [PartnersController, PartnerLinksController],
  providers: [OwnSurveys, PartnerAnswers, PartnerReminders, Partners, PartnerVoices],
  exports: [PartnerVoices],
})
export class EndorsementsModule {}
