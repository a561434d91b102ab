import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import {
  FILE_CEILING,
  type FileFault,
  type FileKind,
  type FileState,
  type FileWarning,
} from '@award/award';

/** Begins to send a file, or goes on with one that was begun: the same content is the same file. */
export class BeginFile {
  @IsInt()
  @Min(1)
  @Max(FILE_CEILING.bytes)
  bytes: number;

  /** SHA-256 of the whole file, in lower-case hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

/** Where in the file the bytes of a request begin. */
export class FromOffset {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(FILE_CEILING.bytes)
  offset: number;
}

/** `show` answers what a browser can show in its place; everything else is to be saved. */
export class ShowFile {
  @IsOptional()
  @IsIn(['1'])
  show?: '1';
}

/** A file on its way in, or as it is stored. */
export interface FileView {
  id: string;
  state: FileState;
  /** How many bytes of how many have come. */
  received: number;
  expected: number;
  /** Known when the content has been checked. */
  kind: FileKind | null;
  /** Of what is stored: a picture is made anew and is no longer as it was sent. */
  bytes: number | null;
  sha256: string | null;
  /** Of a PDF. */
  pages: number | null;
  /** Of a picture, in pixels. */
  width: number | null;
  height: number | null;
  warnings: FileWarning[];
  fault: FileFault | null;
}
