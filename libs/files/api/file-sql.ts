import type { FileFault, FileGroup, FileKind, FileState, FileWarning } from '@award/award';
import type { FileView } from '@award/files/contract';

export interface FileRow {
  id: string;
  state: FileState;
  accepts: FileGroup[];
  expectedBytes: number;
  expectedSha256: string;
  received: number;
  kind: FileKind | null;
  bytes: number | null;
  sha256: string | null;
  pages: number | null;
  width: number | null;
  height: number | null;
  warnings: FileWarning[];
  fault: FileFault | null;
  storage: 'database' | 's3';
}

export const FILE_COLUMNS = `f.id, f.state, f.accepts, f.expected_bytes as "expectedBytes", f.expected_sha256 as "expectedSha256",
  f.received, f.kind, f.bytes, f.sha256, f.pages, f.width, f.height, f.warnings, f.fault, f.storage`;

export const FILE = `select ${FILE_COLUMNS} from file f where f.id = $1 and not f.released`;

export const FILES = `select ${FILE_COLUMNS} from file f where f.id = any($1) and not f.released order by f.created_at, f.id`;

/** One piece: $1 file, $2 where it begins, $3 its length, $4 its bytes. No row: it does not begin where the file ends. */
export const APPEND = `
with grown as (
  update file set received = received + $3, pieces = pieces + 1, touched_at = clock_timestamp()
  where id = $1 and state = 'uploading' and received = $2::integer and received + $3 <= expected_bytes and not released
  returning pieces)
insert into file_chunk (file_id, seq, start_at, bytes) select $1, pieces, $2, $4 from grown returning seq`;

export function fileView(row: FileRow): FileView {
  const { id, state, received, expectedBytes, kind, bytes, sha256 } = row;
  const { pages, width, height, warnings, fault } = row;
  return {
    id,
    state,
    received,
    expected: expectedBytes,
    kind,
    bytes,
    sha256,
    pages,
    width,
    height,
    warnings,
    fault,
  };
}
