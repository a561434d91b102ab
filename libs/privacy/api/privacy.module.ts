import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Erasure } from './erasure.entity';
import { Erasures } from './erasures.service';
import { PrivacyController } from './privacy.controller';
import { Retention } from './retention.service';
import { RetentionChange } from './retention-change.entity';
import { RetentionPeriods } from './retention-periods.service';
import { SubjectAccess } from './subject-access.service';

@Module({
  imports: [TypeOrmModule.forFeature([Erasure, RetentionChange])],
  controllers: [PrivacyController],
  providers: [Erasures, Retention, RetentionPeriods, SubjectAccess],
})
export class PrivacyModule {}
