import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { MunicipalitiesModule } from '@award/municipalities/api';
import { ColleaguesController } from './colleagues.controller';
import { Colleagues } from './colleagues.service';
import { Invitation } from './invitation.entity';
import { Invitations } from './invitations.service';
import { OutreachController } from './outreach.controller';
import { Outreach } from './outreach.service';
import { Reminders } from './reminders.service';
import { Undelivered } from './undelivered.service';

@Module({
  imports: [TypeOrmModule.forFeature([Invitation]), EditionsModule, MunicipalitiesModule],
  controllers: [ColleaguesController, OutreachController],
  providers: [Colleagues, Invitations, Outreach, Reminders, Undelivered],
})
export class OutreachModule {}
