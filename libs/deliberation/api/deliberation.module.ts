import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
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
      Decision,
      DecisionEntry,
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
    NominationsModule,
    JuryModule,
    ImpartialityModule,
    ScoringModule,
  ],
  controllers: [ClassesController, MeetingController, TalkController],
  providers: [
    Ballots,
    ClassDoor,
    ClassProgress,
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
