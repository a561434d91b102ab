import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallOpening } from './call-opening.service';
import { Criterion } from './criterion.entity';
import { RuleChange, TimetableChange } from './edition-change.entity';
import { EditionCreation } from './edition-creation.service';
import { EditionDraft } from './edition-draft.service';
import { EditionReading } from './edition-reading.service';
import { EditionSetup } from './edition-setup.service';
import { EditionTimetable } from './edition-timetable.service';
import { EditionClass } from './edition-class.entity';
import { Edition } from './edition.entity';
import { EditionsController } from './editions.controller';
import { Editions } from './editions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Edition, EditionClass, Criterion, TimetableChange, RuleChange]),
  ],
  controllers: [EditionsController],
  providers: [
    CallOpening,
    EditionCreation,
    EditionDraft,
    EditionReading,
    EditionSetup,
    EditionTimetable,
    Editions,
  ],
  exports: [EditionCreation, Editions, EditionTimetable],
})
export class EditionsModule {}
