import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { EndorsementsModule } from '@award/endorsements/api';
import { ImpartialityModule } from '@award/impartiality/api';
import { JuryModule } from '@award/jury/api';
import { NominationsModule } from '@award/nominations/api';
import { Assignment } from './assignment.entity';
import { Assignments } from './assignments.service';
import { BreakGlassDoor } from './break-glass.service';
import { DeviceKeys } from './device-keys.service';
import { GlassBreaking } from './glass-breaking.entity';
import { OwnFilesController } from './own-files.controller';
import { OwnFiles } from './own-files.service';
import { OwnNotes } from './own-notes.service';
import { OwnPartnersController } from './own-partners.controller';
import { OwnPartners } from './own-partners.service';
import { OwnSheetsController } from './own-sheets.controller';
import { OwnSheets } from './own-sheets.service';
import { PanelEntryController } from './panel-entry.controller';
import { PanelEntry } from './panel-entry.service';
import { PrivateNote } from './private-note.entity';
import { ReadingPlans } from './reading-plans.service';
import { ScoreSheet, SheetScore, SheetVersion } from './score-sheet.entity';
import { ScoringController } from './scoring.controller';
import { ScoringProgress } from './scoring-progress.service';
import { Scoring } from './scoring.service';
import { SecondRoundController } from './second-round.controller';
import { ReadingPlanRow, SecondReading, SecondRoundRow } from './second-round.entity';
import { SecondRounds } from './second-round.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Assignment,
      GlassBreaking,
      PrivateNote,
      ReadingPlanRow,
      ScoreSheet,
      SecondReading,
      SecondRoundRow,
      SheetScore,
      SheetVersion,
    ]),
    EditionsModule,
    NominationsModule,
    EndorsementsModule,
    JuryModule,
    ImpartialityModule,
  ],
  controllers: [
    OwnSheetsController,
    OwnPartnersController,
    OwnFilesController,
    PanelEntryController,
    ScoringController,
    SecondRoundController,
  ],
  providers: [
    Assignments,
    BreakGlassDoor,
    DeviceKeys,
    OwnFiles,
    OwnNotes,
    OwnPartners,
    OwnSheets,
    PanelEntry,
    ReadingPlans,
    Scoring,
    ScoringProgress,
    SecondRounds,
  ],
  exports: [Scoring],
})
export class ScoringModule {}
