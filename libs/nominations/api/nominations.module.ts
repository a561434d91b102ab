import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { Approval, ApprovalStatement } from './approval.entity';
import { CallDeadline } from './call-deadline.service';
import { Drafts } from './drafts.service';
import { EntryDocuments } from './entry-documents.service';
import { EntryFilesController } from './entry-files.controller';
import { EntryFiles } from './entry-files.service';
import { FileKeeping } from './file-keeping.service';
import { NominationFile } from './nomination-file.entity';
import { Nomination } from './nomination.entity';
import { NominationStep } from './nomination-step.entity';
import { NominationVersion } from './nomination-version.entity';
import { NominationsController } from './nominations.controller';
import { Nominations } from './nominations.service';
import { Submissions } from './submissions.service';
import { Tip } from './tip.entity';

@Module({
  imports: [
    EditionsModule,
    TypeOrmModule.forFeature([
      Nomination,
      NominationVersion,
      NominationStep,
      NominationFile,
      Approval,
      ApprovalStatement,
      Tip,
    ]),
  ],
  controllers: [NominationsController, EntryFilesController],
  providers: [
    Nominations,
    CallDeadline,
    Drafts,
    EntryDocuments,
    Submissions,
    EntryFiles,
    FileKeeping,
  ],
  exports: [Nominations, EntryDocuments, CallDeadline],
})
export class NominationsModule {}
