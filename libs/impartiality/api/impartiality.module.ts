import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JuryModule } from '@award/jury/api';
import { Candidates } from './candidates.service';
import { DeclarationRow } from './declaration.entity';
import { Declarations } from './declarations.service';
import { ImpartialityController } from './impartiality.controller';
import { MemberMail } from './member-mail';
import { Relations } from './relations.service';
import { RulingConfirmation, RulingRow } from './ruling.entity';
import { Rulings } from './rulings.service';
import { StandingRelation } from './standing-relation.entity';
import { Standings } from './standings.service';
import { Suggestions } from './suggestions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([DeclarationRow, RulingConfirmation, RulingRow, StandingRelation]),
    JuryModule,
  ],
  controllers: [ImpartialityController],
  providers: [Candidates, Declarations, MemberMail, Relations, Rulings, Standings, Suggestions],
  exports: [Standings],
})
export class ImpartialityModule {}
