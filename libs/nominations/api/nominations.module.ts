import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { CallDeadline } from './call-deadline.service';
import { Drafts } from './drafts.service';
import { EntryDocuments } from './entry-documents.service';
import { Nomination } from './nomination.entity';
import { NominationStep } from './nomination-step.entity';
import { NominationVersion } from './nomination-version.entity';
import { NominationsController } from './nominations.controller';
import { Nominations } from './nominations.service';
import { Submissions } from './submissions.service';

@Module({
  imports: [
    EditionsModule,
    TypeOrmModule.forFeature([Nomination, NominationVersion, NominationStep]),
  ],
  controllers: [NominationsController],
  providers: [Nominations, CallDeadline, Drafts, EntryDocuments, Submissions],
  exports: [Nominations, EntryDocuments, CallDeadline],
})
export class NominationsModule {}
