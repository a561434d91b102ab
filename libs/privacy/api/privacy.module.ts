import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Erasure } from './erasure.entity';
import { Erasures } from './erasures.service';
import { PrivacyController } from './privacy.controller';
import { Retention } from './retention.service';
import { SubjectAccess } from './subject-access.service';

@Module({
  imports: [TypeOrmModule.forFeature([Erasure])],
  controllers: [PrivacyController],
  providers: [Erasures, Retention, SubjectAccess],
})
export class PrivacyModule {}
