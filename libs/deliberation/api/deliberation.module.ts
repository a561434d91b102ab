import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { EligibilityModule } from '@award/eligibility/api';
import { ImpartialityModule } from '@award/impartiality/api';
import { JuryModule } from '@award/jury/api';
import { NominationsModule } from '@award/nominations/api';
import { ScoringModule } from '@award/scoring/api';
import { BallotOption, BallotPaper, BallotRow } from './ballot.entity';
import { Ballots } from './ballots.service';
import { ClassDoor } from './class-door';
import { ClassesController } from './classes.controller';
import { ClassProgress } from './class-progress';
import { Decision, DecisionEntry } from './decision.entity';
import { Decisions } from './decisions.service';
import { JuryRoomDoor } from './jury-room';
import { MeetingController } from './meeting.controller';
import { Attendance, Meeting } from './meeting.entity';
import { MeetingViews } from './meeting-view';
import { Meetings } from './meetings.service';
import { MinutesBook } from './minutes-book';
import { MinutesPapers } from './minutes-papers';
import { Minutes } from './minutes.entity';
import { ClassMail } from './moments/class-mail';
import { ClassQuestions } from './moments/class-questions.service';
import { DecisionReviews } from './moments/decision-reviews.service';
import { MomentsController } from './moments/moments.controller';
import { ClassAnswerRow, ClassQuestionRow, DecisionReview } from './moments/moments.entity';
import { Ranking, RankingPlace } from './ranking.entity';
import { Rankings } from './rankings.service';
import { MeetingStreams } from './talk/meeting-streams.service';
import { MinutesSilence } from './talk/minutes-silence.service';
import { TalkController } from './talk/talk.controller';
import {
  MeetingItem,
  MeetingRevision,
  MinutesObjection,
  Motion,
  MotionVote,
  Remark,
} from './talk/talk.entity';
import { Talk } from './talk/talk.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Attendance,
      BallotOption,
      BallotPaper,
      BallotRow,
      ClassAnswerRow,
      ClassQuestionRow,
      Decision,
      DecisionEntry,
      DecisionReview,
      Meeting,
      MeetingItem,
      MeetingRevision,
      Minutes,
      MinutesObjection,
      Motion,
      MotionVote,
      Ranking,
      RankingPlace,
      Remark,
    ]),
    EditionsModule,
    EligibilityModule,
    NominationsModule,
    JuryModule,
    ImpartialityModule,
    ScoringModule,
  ],
  controllers: [ClassesController, MeetingController, MomentsController, TalkController],
  providers: [
    Ballots,
    ClassDoor,
    ClassMail,
    ClassProgress,
    ClassQuestions,
    DecisionReviews,
    Decisions,
    JuryRoomDoor,
    Meetings,
    MeetingStreams,
    MeetingViews,
    MinutesBook,
    MinutesSilence,
    MinutesPapers,
    Rankings,
    Talk,
  ],
  exports: [ClassDoor, Decisions, MinutesBook, MinutesPapers, Rankings],
})
export class DeliberationModule {}
