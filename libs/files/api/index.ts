export { Files } from './files.service';
export { FileSending } from './file-sending.service';
export { FileStores } from './file-stores';
export { ImageSizes } from './image-sizes.service';
export { FilesModule } from './files.module';
