export { MunicipalitiesModule } from './municipalities.module';
export { foldedWords, Municipalities, type Search } from './municipalities.service';
export { RegisterImporter, type RegisterImportOrder } from './register-importer.service';
export { outlineOf } from './outlines';
