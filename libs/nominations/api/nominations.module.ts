import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { Approval, ApprovalStatement } from './approval.entity';
import { CallDeadline } from './call-deadline.service';
import { DraftReminders } from './draft-reminders.service';
import { Drafts } from './drafts.service';
import { EntryDocuments } from './entry-documents.service';
import { EntryFilesController } from './entry-files.controller';
import { EntryFiles } from './entry-files.service';
import { FileKeeping } from './file-keeping.service';
import { HiddenText } from './hidden-text.entity';
import { HiddenTexts } from './hidden-texts';
import { NominationFile } from './nomination-file.entity';
import { Nomination } from './nomination.entity';
import { NominationStep } from './nomination-step.entity';
import { NominationVersion } from './nomination-version.entity';
import { NominationsController } from './nominations.controller';
import { Nominations } from './nominations.service';
import { PresenceController } from './presence.controller';
import { Presence } from './presence.service';
import { ReceiptMail } from './receipt-mail';
import { Submissions } from './submissions.service';
import { EntrySuccessor } from './entry-successor.entity';
import { Tip } from './tip.entity';
import { TipsController } from './tips.controller';
import { Tips } from './tips.service';
import { ApprovalsController } from './approvals.controller';
import { Approvals } from './approvals.service';

@Module({
  imports: [
    EditionsModule,
    TypeOrmModule.forFeature([
      Nomination,
      NominationVersion,
      NominationStep,
      HiddenText,
      NominationFile,
      Approval,
      ApprovalStatement,
      EntrySuccessor,
      Tip,
    ]),
  ],
  controllers: [
    NominationsController,
    EntryFilesController,
    PresenceController,
    TipsController,
    ApprovalsController,
  ],
  providers: [
    Nominations,
    CallDeadline,
    Drafts,
    EntryDocuments,
    ReceiptMail,
    HiddenTexts,
    Submissions,
    Tips,
    Approvals,
    EntryFiles,
    FileKeeping,
    DraftReminders,
    Presence,
  ],
  exports: [Nominations, EntryDocuments, CallDeadline],
})
export class NominationsModule {}
