import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliberationModule } from '@award/deliberation/api';
import { FinalistDoor } from './finalist-door';
import {
  Justification,
  JustificationStep,
  JustificationVersion,
  SignOffRow,
} from './justification.entity';
import { JustificationEditor } from './justification-editor.service';
import { JustificationsController } from './justifications.controller';
import { Justifications } from './justifications.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Justification, JustificationStep, JustificationVersion, SignOffRow]),
    DeliberationModule,
  ],
  controllers: [JustificationsController],
  providers: [FinalistDoor, JustificationEditor, Justifications],
  exports: [Justifications],
})
export class JustificationsModule {}
