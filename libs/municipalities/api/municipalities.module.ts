import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Municipalities } from './municipalities.service';
import { Municipality, Population, Succession } from './municipality.entity';
import { MunicipalityVersion } from './municipality-version.entity';
import { RegisterImport } from './register-import.entity';
import { RegisterImporter } from './register-importer.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Municipality,
      MunicipalityVersion,
      Population,
      Succession,
      RegisterImport,
    ]),
  ],
  providers: [Municipalities, RegisterImporter],
  exports: [Municipalities, RegisterImporter],
})
export class MunicipalitiesModule {}
