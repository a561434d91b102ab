import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { JuryModule } from '@award/jury/api';
import { Candidates } from './candidates.service';
import { DeclarationRow } from './declaration.entity';
import { Declarations } from './declarations.service';
import { ImpartialityController } from './impartiality.controller';
import { MemberMail } from './member-mail';
import { OfficeController } from './office.controller';
import { OfficeDeclaration, OfficeRuling } from './office.entity';
import { OfficeImpartiality } from './office-impartiality.service';
import { OfficeMail } from './office-mail';
import { Relations } from './relations.service';
import { RulingConfirmation, RulingRow } from './ruling.entity';
import { Rulings } from './rulings.service';
import { StandingRelation } from './standing-relation.entity';
import { Standings } from './standings.service';
import { Suggestions } from './suggestions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DeclarationRow,
      OfficeDeclaration,
      OfficeRuling,
      RulingConfirmation,
      RulingRow,
      StandingRelation,
    ]),
    EditionsModule,
    JuryModule,
  ],
  controllers: [ImpartialityController, OfficeController],
  providers: [
    Candidates,
    Declarations,
    MemberMail,
    OfficeImpartiality,
    OfficeMail,
    Relations,
    Rulings,
    Standings,
    Suggestions,
  ],
  exports: [Standings],
})
export class ImpartialityModule {}
