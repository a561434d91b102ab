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
import { Minutes } from './minutes.entity';
import { Ranking, RankingPlace } from './ranking.entity';
import { Rankings } from './rankings.service';

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
      Minutes,
      Ranking,
      RankingPlace,
    ]),
    EditionsModule,
    NominationsModule,
    JuryModule,
    ImpartialityModule,
    ScoringModule,
  ],
  controllers: [ClassesController, MeetingController],
  providers: [
    Ballots,
    ClassDoor,
    ClassProgress,
    Decisions,
    JuryRoomDoor,
    Meetings,
    MeetingViews,
    MinutesBook,
    Rankings,
  ],
  exports: [ClassDoor, Decisions, MinutesBook, Rankings],
})
export class DeliberationModule {}
