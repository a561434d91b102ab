import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { File, FileChunk } from './file.entity';
import { FileSending } from './file-sending.service';
import { FileSettling } from './file-settling.service';
import { FileStores } from './file-stores';
import { FileSweep } from './file-sweep.service';
import { Files } from './files.service';
import { ImageSize } from './image-size.entity';
import { ImageSizes } from './image-sizes.service';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([File, FileChunk, ImageSize])],
  providers: [Files, FileSending, FileSettling, FileStores, FileSweep, ImageSizes],
  exports: [Files, FileSending, ImageSizes],
})
export class FilesModule {}
