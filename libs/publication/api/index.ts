export { ArchiveImport, type ArchiveOutcome } from './archive-import';
export { ArchiveExport } from './archive-package/archive-export';
export { PackageImport } from './archive-package/package-import';
export { Outcomes } from './outcomes/outcomes.service';
export { PublicationModule } from './publication.module';
export { PublicFront } from './public-front.service';
export { Releases } from './releases.service';
export { Sealing } from './sealing.service';
