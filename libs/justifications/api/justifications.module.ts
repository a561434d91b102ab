import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliberationModule } from '@award/deliberation/api';
import { FactCheck } from './fact-check.entity';
import { FactChecks } from './fact-checks.service';
import { FactChecksController } from './fact-checks.controller';
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
import { JustificationRemark } from './remark.entity';
import { RemarksController } from './remarks.controller';
import { Remarks } from './remarks.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      FactCheck,
      Justification,
      JustificationRemark,
      JustificationStep,
      JustificationVersion,
      SignOffRow,
    ]),
    DeliberationModule,
  ],
  controllers: [JustificationsController, RemarksController, FactChecksController],
  providers: [FactChecks, FinalistDoor, JustificationEditor, Justifications, Remarks],
  exports: [Justifications],
})
export class JustificationsModule {}
