import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Nomination } from './nomination.entity';
import { NominationStep } from './nomination-step.entity';
import { NominationVersion } from './nomination-version.entity';
import { Nominations } from './nominations.service';

@Module({
  imports: [TypeOrmModule.forFeature([Nomination, NominationVersion, NominationStep])],
  providers: [Nominations],
  exports: [Nominations],
})
export class NominationsModule {}
