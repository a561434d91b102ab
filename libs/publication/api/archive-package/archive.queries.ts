import type { Attachment, CorrectionKind, NominationContent } from '@award/award';
import type { Words } from '@award/editions/contract';
import { VERSION_AT_REFERENCE } from '@award/nominations/api';

export interface EntryToKeep {
  nominationId: string;
  year: number;
  municipality: string;
  number: string;
  organisationNumber: string | null;
  versionNumber: number;
  sha256: string;
  receivedAt: Date;
  content: NominationContent;
  attachments: Attachment[];
}

/** Every entry that was sent, as it stood last, in the order of the numbers. $1 edition. */
export const ENTRIES_TO_KEEP = `
select n.id as "nominationId", e.year, v.name as municipality, v.number, m.organisation_number as "organisationNumber",
  s.number as "versionNumber", s.sha256, coalesce(n.received_at, s.saved_at) as "receivedAt", s.content,
  coalesce(s.content -> 'attachments', '[]') as attachments
from nomination n
join edition e on e.id = n.edition_id
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
join nomination_version s on s.id = n.submitted_version_id
where n.edition_id = $1 and s.kind = 'submitted'
order by v.number, n.created_at`;

export interface ReleasedText {
  municipality: string;
  county: string;
  className: Words;
  winner: boolean;
  text: string | null;
  writtenForm: 'nb' | 'nn' | null;
}

/** What was told of the finalists and winners, class by class. $1 edition. */
export const RELEASED_TEXTS = `
select v.name as municipality, v.county_name as county, c.name as "className", r.winner, r.justification as text,
  r.written_form as "writtenForm"
from released_entry r
join edition e on e.id = r.edition_id
join edition_class c on c.edition_id = r.edition_id and c.code = r.class_code
join municipality m on m.id = r.municipality_id
join ${VERSION_AT_REFERENCE} v on true
where r.edition_id = $1 order by c.position, r.winner desc, r.position, v.name`;

export interface ReleasedCorrection {
  className: Words;
  kind: CorrectionKind;
  note: string;
  at: Date;
}

/** What was corrected afterwards, in the order in which it was told. $1 edition. */
export const RELEASED_CORRECTIONS = `
select c.name as "className", k.kind, k.note, k.released_at as at
from public_correction k join edition_class c on c.edition_id = k.edition_id and c.code = k.class_code
where k.edition_id = $1 order by k.released_at, c.position`;
