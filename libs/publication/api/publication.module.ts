import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { JustificationsModule } from '@award/justifications/api';
import { MunicipalitiesModule } from '@award/municipalities/api';
import { ArchiveImport } from './archive-import';
import { AwardPublicViews } from './award-public-views';
import { Correction, CorrectionRequest } from './corrections/correction.entity';
import { CorrectionRequests } from './corrections/correction-requests.service';
import { CorrectionsController } from './corrections/corrections.controller';
import { CorrectionsRoom } from './corrections/corrections-room.service';
import { Corrections } from './corrections/corrections.service';
import { EditionPages } from './edition-pages';
import { FollowController } from './follow/follow.controller';
import { FollowedRelease, Follower } from './follow/follower.entity';
import { Followers } from './follow/followers.service';
import { SocialCards } from './head/social-cards.service';
import { Images } from './images/images.service';
import { ImageChanges } from './images/image-changes.service';
import { ImagesController } from './images/images.controller';
import { LeftOutImage, PublishedImage, ReplacementFile } from './images/image.entity';
import { PressImages } from './images/press-images.service';
import { PublicImages } from './images/public-images.service';
import { KeptAnswers } from './kept-answers';
import { LearningBank } from './learning/learning-bank.service';
import { LearningConsent, SearchDocument } from './learning/learning.entity';
import { SharingController } from './learning/sharing.controller';
import { Sharing } from './learning/sharing.service';
import { LiveStreams } from './live-streams.service';
import { MunicipalityPages } from './municipality-pages';
import { Clearances } from './on-stage/clearances.service';
import { RunSheets } from './on-stage/run-sheets.service';
import { StageParties } from './on-stage/stage-parties.service';
import { StagePlanController } from './on-stage/stage-plan.controller';
import {
  Clearance,
  StageCall,
  StageClassPlan,
  StageParty,
  StageRehearsal,
} from './on-stage/stage-plan.entity';
import { StagePlans } from './on-stage/stage-plans.service';
import { StageRehearsals } from './on-stage/stage-rehearsals.service';
import { OpenData } from './open-data/open-data.service';
import { Outcomes } from './outcomes/outcomes.service';
import { OutcomesController } from './outcomes/outcomes.controller';
import { Postponement } from './postponement/postponement.entity';
import { PostponementsController } from './postponement/postponements.controller';
import { Postponements } from './postponement/postponements.service';
import { PressKit } from './press/press-kit';
import { PressPages } from './press/press-pages';
import { PublicDatabase } from './public-database';
import { PublicFront } from './public-front.service';
import { PublicJson } from './public-json.service';
import { PublicPages } from './public-pages.service';
import { PublicWatch } from './public-watch.service';
import { ReleaseRoom } from './release-room.service';
import { ReleaseRoomController } from './release-room.controller';
import { LiveHold, Release, ReleaseEntry } from './release.entity';
import { ReleaseTextVersion } from './release-text/release-text.entity';
import { ReleaseTexts } from './release-text/release-texts.service';
import { Releases } from './releases.service';
import { PublicViews, Rendering } from './rendering';
import { SealedRecord } from './sealed-record.entity';
import { Sealing } from './sealing.service';
import { Stage } from './stage.service';
import { StageController } from './stage.controller';
import { StageControl } from './stage-control.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Correction,
      CorrectionRequest,
      Postponement,
      FollowedRelease,
      Follower,
      LearningConsent,
      SearchDocument,
      LeftOutImage,
      PublishedImage,
      ReplacementFile,
      SealedRecord,
      ReleaseTextVersion,
      Release,
      ReleaseEntry,
      LiveHold,
      StageControl,
      Clearance,
      StageCall,
      StageClassPlan,
      StageParty,
      StageRehearsal,
    ]),
    EditionsModule,
    JustificationsModule,
    MunicipalitiesModule,
  ],
  controllers: [
    CorrectionsController,
    FollowController,
    ImagesController,
    OutcomesController,
    PostponementsController,
    ReleaseRoomController,
    SharingController,
    StageController,
    StagePlanController,
  ],
  providers: [
    ArchiveImport,
    AwardPublicViews,
    CorrectionRequests,
    Corrections,
    CorrectionsRoom,
    { provide: PublicViews, useExisting: AwardPublicViews },
    EditionPages,
    Followers,
    ImageChanges,
    Images,
    KeptAnswers,
    LearningBank,
    LiveStreams,
    MunicipalityPages,
    OpenData,
    Outcomes,
    Postponements,
    PressImages,
    PressKit,
    PressPages,
    PublicDatabase,
    PublicFront,
    PublicImages,
    PublicJson,
    PublicPages,
    PublicWatch,
    ReleaseRoom,
    Releases,
    ReleaseTexts,
    Rendering,
    Sealing,
    Sharing,
    SocialCards,
    Stage,
    StageRehearsals,
    StagePlans,
    StageParties,
    RunSheets,
    Clearances,
  ],
  exports: [ArchiveImport, PublicFront, Releases, Sealing],
})
export class PublicationModule {}
