import type { Attachment } from '@award/award';
import { NAME_AT_COUNT } from '../releases.queries';

export interface EditionRow {
  year: number;
  /** A seal stands that has not been released: what it tells can no longer be chosen. */
  sealed: boolean;
}

const SEAL_STANDS = `exists (select from sealed_record s where s.edition_id = e.id and s.kind = 'finalists' and s.cancelled_at is null
  and not exists (select from release r where r.sealed_record_id = s.id))`;

export const EDITION = `select e.year, ${SEAL_STANDS} as sealed from edition e where e.id = $1`;

export interface OfferedRow {
  nominationId: string;
  classCode: string;
  municipality: string;
  attachments: Attachment[];
  leftOut: string[];
  /** Files that have been published with the entry. */
  published: string[];
}

/** The decided finalists of an edition with what they have sent: by class, in the order of the decision. */
export const OFFERED = `
select n.id as "nominationId", d.class_code as "classCode", v.name as municipality,
  coalesce(sent.content -> 'attachments', n.content -> 'attachments', '[]') as attachments,
  array(select l.file_id from left_out_image l where l.nomination_id = n.id) as "leftOut",
  array(select p.file_id from published_image p where p.nomination_id = n.id and p.file_id is not null) as published
from decision d join decision_entry x on x.decision_id = d.id and x.outcome = 'finalist'
join nomination n on n.id = x.nomination_id ${NAME_AT_COUNT}
left join nomination_version sent on sent.id = n.submitted_version_id
join edition_class c on c.edition_id = d.edition_id and c.code = d.class_code
where d.edition_id = $1 and d.kind = 'finalists' and not exists (select from decision later where later.supersedes_id = d.id)
  and c.stage in ('finalists-sealed', 'winner-sealed')
order by c.position, x.position`;

export interface PublishedRow {
  id: string;
  classCode: string;
  municipality: string;
  altText: string;
  photographer: string;
  caption: string;
  publishedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  reason: string | null;
  replaced: boolean;
}

/** Every picture that was published in an edition, those that stand first within their entry. */
export const PUBLISHED = `
select p.id, p.class_code as "classCode", v.name as municipality, p.alt_text as "altText", p.photographer, p.caption,
  p.published_at as "publishedAt", p.withdrawn_at as "withdrawnAt", w.name as "withdrawnBy", p.reason,
  p.replaced_by is not null as replaced
from published_image p join nomination n on n.id = p.nomination_id ${NAME_AT_COUNT}
left join person w on w.id = p.withdrawn_by
join edition_class c on c.edition_id = p.edition_id and c.code = p.class_code
where p.edition_id = $1
order by c.position, v.name, p.withdrawn_at is not null, p.position, p.published_at, p.id`;

export interface ImageRow {
  id: string;
  editionId: string;
  classCode: string;
  nominationId: string;
  fileId: string | null;
  position: number;
  withdrawnAt: Date | null;
}

export const IMAGE = `
select id, edition_id as "editionId", class_code as "classCode", nomination_id as "nominationId", file_id as "fileId", position,
  withdrawn_at as "withdrawnAt" from published_image where id = $1`;

export const FILES_SENT_FOR = `
select l.file_id as id from replacement_file l join file f on f.id = l.file_id and not f.released where l.image_id = $1`;

export const WITHDRAW = `
update published_image set withdrawn_at = award_now(), withdrawn_by = $2, reason = $3, replaced_by = $4
where id = $1 and withdrawn_at is null returning id`;

export const REPLACE = `
insert into published_image (edition_id, class_code, nomination_id, file_id, position, alt_text, photographer, caption)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;
