import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '@award/editions/api';
import { NominationsModule } from '@award/nominations/api';
import { BulkChecks } from './bulk-checks.service';
import { CheckedFilesController } from './checked-files.controller';
import { CheckedFiles } from './checked-files.service';
import { Checks } from './checks.service';
import { EligibilityCheck } from './eligibility-check.entity';
import { EligibilityController } from './eligibility.controller';
import { Eligibility } from './eligibility.service';
import { Reclassification } from './reclassification.entity';
import { Reclassifications } from './reclassifications.service';
import { Successors } from './successors.service';

@Module({
  imports: [
    EditionsModule,
    NominationsModule,
    TypeOrmModule.forFeature([EligibilityCheck, Reclassification]),
  ],
  controllers: [EligibilityController, CheckedFilesController],
  providers: [BulkChecks, Eligibility, CheckedFiles, Checks, Reclassifications, Successors],
  exports: [Eligibility, Reclassifications],
})
export class EligibilityModule {}
