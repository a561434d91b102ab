export { readyFilesOf, SERVED_FILE, type ServedFileRow } from './entry-files.queries';
export { nameOf } from './entry-files.service';
export { CallDeadline } from './call-deadline.service';
export { canonicalJson, contentHash } from './content-hash';
export { editionTitle, inLanguage } from './entry-document';
export { ENTRY_WORDS } from './entry-words';
export { EntryDocuments, type EntryPdf } from './entry-documents.service';
export { type LockedNomination, lockNominations, receivedNow } from './nomination-rows';
export {
  type EntryOfClass,
  MUNICIPALITY_NAMES,
  OF_MUNICIPALITY,
  VERSION_AT_REFERENCE,
} from './nominations.queries';
export { NominationsModule } from './nominations.module';
export {
  type FrozenWithStep,
  Nominations,
  type TakeFacts,
  type Taken,
} from './nominations.service';
export { referenceOf } from './my-entry.view';
export {
  mailToAll,
  mayReadOfEntry,
  type MailToMany,
  readersOfMunicipality,
  secretariatOf,
} from './nomination-recipients';
export { demandOwn, type MunicipalityPrincipal } from './municipality-principal';
