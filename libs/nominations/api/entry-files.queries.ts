import type { Attachment, FileFault, FileKind, FileState } from '@award/award';
import { VERSION_AT_REFERENCE } from './nominations.queries';

export const ALL_FILES = `
select l.file_id as id from nomination_file l join file f on f.id = l.file_id and not f.released where l.nomination_id = $1`;

export const FILE_OF_ENTRY = `
select 1 from nomination_file l join file f on f.id = l.file_id and not f.released where l.nomination_id = $1 and l.file_id = $2`;

const LISTED = `jsonb_array_elements(coalesce(c.content -> 'attachments', '[]')) as listed`;

/** Files of an entry that neither its text nor any version lists. $1 entry or null for all, $2 how long untouched. */
export const UNLISTED_FILES = `
select f.id from nomination_file l join file f on f.id = l.file_id
where ($1::uuid is null or l.nomination_id = $1) and not f.released and f.touched_at < clock_timestamp() - $2::interval
  and not exists (select from nomination c cross join ${LISTED}
    where c.id = l.nomination_id and listed ->> 'fileId' = l.file_id::text)
  and not exists (select from nomination_version c cross join ${LISTED}
    where c.nomination_id = l.nomination_id and listed ->> 'fileId' = l.file_id::text)`;

export interface ServedFileRow {
  subject: string;
  kind: FileKind | null;
  attachments: Attachment[];
}

/** What a file is to be called. $1 entry, $2 file. */
export const SERVED_FILE = `
select v.name as subject, f.kind, coalesce(n.content -> 'attachments', '[]') as attachments
from nomination n join edition e on e.id = n.edition_id join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true join file f on f.id = $2
where n.id = $1`;

/** How the files stand that a content lists: $1 the entry, $2 their ids. Another entry's file is not there. */
export const LISTED_FILES = `
select f.id as "fileId", f.state, f.fault, f.kind, f.bytes, f.sha256, f.pages
from nomination_file l join file f on f.id = l.file_id and not f.released
where l.nomination_id = $1 and f.id = any($2::uuid[])`;

export interface ListedFileRow {
  fileId: string;
  state: FileState;
  fault: FileFault | null;
  kind: FileKind | null;
  bytes: number | null;
  sha256: string | null;
  pages: number | null;
}

/**
 * The files of a content that can be opened, as a JSON array of ids: `content` is the SQL of a jsonb.
 * For the reads of later areas, which find their own right to the entry.
 */
export function readyFilesOf(content: string): string {
  return `(select coalesce(json_agg(f.id), '[]') from jsonb_array_elements(coalesce(${content} -> 'attachments', '[]')) as listed
    join file f on f.id = (listed ->> 'fileId')::uuid and f.state = 'ready' and not f.released)`;
}
