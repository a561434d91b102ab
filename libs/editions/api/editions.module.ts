import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Criterion } from './criterion.entity';
import { RuleChange, TimetableChange } from './edition-change.entity';
import { EditionClass } from './edition-class.entity';
import { Edition } from './edition.entity';
import { Editions } from './editions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Edition, EditionClass, Criterion, TimetableChange, RuleChange]),
  ],
  providers: [Editions],
  exports: [Editions],
})
export class EditionsModule {}
