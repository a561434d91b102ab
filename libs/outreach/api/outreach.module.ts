import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { MunicipalitiesModule } from '@award/municipalities/api';
import { Invitation } from './invitation.entity';
import { Invitations } from './invitations.service';
import { OutreachController } from './outreach.controller';
import { Outreach } from './outreach.service';
import { Reminders } from './reminders.service';

@Module({
  imports: [TypeOrmModule.forFeature([Invitation]), EditionsModule, MunicipalitiesModule],
  controllers: [OutreachController],
  providers: [Invitations, Outreach, Reminders],
})
export class OutreachModule {}
