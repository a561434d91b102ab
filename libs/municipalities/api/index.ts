export { MunicipalitiesModule } from './municipalities.module';
export { importIndustryJobs } from './industry-jobs';
export { foldedWords, Municipalities, type Search } from './municipalities.service';
export { RegisterImporter, type RegisterImportOrder } from './register-importer.service';
export { landOfNorway, mapOfNorway, neighboursOf, outlineOf, placeOf } from './outlines';
export { patientFetch } from './patient-fetch';
export { RegisterRefresh, type RefreshMemory } from './register-refresh.service';
export type { RefreshProgress } from './register-fetch';
