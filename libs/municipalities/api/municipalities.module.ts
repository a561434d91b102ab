import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MunicipalitiesController } from './municipalities.controller';
import { Municipalities } from './municipalities.service';
import { Municipality, Population, Succession } from './municipality.entity';
import { MunicipalityVersion } from './municipality-version.entity';
import { RegisterContacts } from './register-contacts.service';
import { RegisterImport } from './register-import.entity';
import { RegisterController } from './register.controller';
import { RegisterImporter } from './register-importer.service';
import { RegisterRefresh } from './register-refresh.service';

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
  controllers: [MunicipalitiesController, RegisterController],
  providers: [Municipalities, RegisterContacts, RegisterImporter, RegisterRefresh],
  exports: [Municipalities, RegisterImporter, RegisterRefresh],
})
export class MunicipalitiesModule {}
