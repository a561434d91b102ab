export { MunicipalitiesModule } from './municipalities.module';
export { Municipalities, type Search } from './municipalities.service';
export { RegisterImporter, type RegisterImportOrder } from './register-importer.service';
