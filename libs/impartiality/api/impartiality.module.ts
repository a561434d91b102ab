import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JuryModule } from '@award/jury/api';
import { DeclarationRow } from './declaration.entity';
import { Declarations } from './declarations.service';
import { ImpartialityController } from './impartiality.controller';
import { MemberMail } from './member-mail';
import { RulingConfirmation, RulingRow } from './ruling.entity';
import { Rulings } from './rulings.service';
import { Standings } from './standings.service';

@Module({
  imports: [TypeOrmModule.forFeature([DeclarationRow, RulingConfirmation, RulingRow]), JuryModule],
  controllers: [ImpartialityController],
  providers: [Declarations, MemberMail, Rulings, Standings],
  exports: [Standings],
})
export class ImpartialityModule {}
