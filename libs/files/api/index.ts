export { Files } from './files.service';
export { FileSending } from './file-sending.service';
export { FilesModule } from './files.module';
