export { ArchiveImport, type ArchiveOutcome } from './archive-import';
export { PublicationModule } from './publication.module';
export { PublicFront } from './public-front.service';
export { Releases } from './releases.service';
export { Sealing } from './sealing.service';
