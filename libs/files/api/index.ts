export { Files } from './files.service';
export { FileSending } from './file-sending.service';
export { FileStores } from './file-stores';
export { FilesModule } from './files.module';
