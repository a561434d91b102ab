import type {
  Approver,
  ChangeStatement,
  EditionPhase,
  NominationContent,
  NominationForm,
  NominationState,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import { VERSION_AT_REFERENCE } from './nominations.queries';

/** An entry as far as approval is concerned. `sha256` is the content's as it stands. */
export interface ApprovedEntryRow {
  now: Date;
  nominationId: string;
  editionId: string;
  phase: EditionPhase;
  state: NominationState;
  form: Partial<NominationForm>;
  content: Partial<NominationContent>;
  writtenForm: 'nb' | 'nn';
  referenceDate: string;
  municipalityName: string;
  awardName: Words;
}

export interface ApprovalRow {
  id: string;
  nominationId: string;
  approver: Approver;
  name: string;
  email: string;
  askedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  approvedSha256: string | null;
  approvedAt: Date | null;
  statements: ChangeStatement[];
  /** What a mail server said when the newest mail came back. */
  returned: { status: string; words: string } | null;
}

/** $1 the entry. */
export const APPROVED_ENTRY = `
select award_now() as now, n.id as "nominationId", n.edition_id as "editionId", e.phase, n.state, e.form, n.content,
  n.written_form as "writtenForm", e.reference_date::text as "referenceDate", v.name as "municipalityName", e.name as "awardName"
from nomination n join edition e on e.id = n.edition_id join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
where n.id = $1`;

const APPROVAL = `
select a.id, a.nomination_id as "nominationId", a.approver, a.name, a.email, a.asked_at as "askedAt", a.expires_at as "expiresAt",
  a.revoked_at as "revokedAt", a.approved_sha256 as "approvedSha256", a.approved_at as "approvedAt",
  (select coalesce(json_agg(json_build_object('sha256', s.sha256, 'ofSubstance', s.of_substance) order by s.stated_at), '[]')
    from approval_statement s where s.approval_id = a.id) as statements,
  (select json_build_object('status', r.status, 'words', r.words)
    from (select o.id from mail_outbox o where o.edition_id = a.edition_id and o.recipient = a.email
        and o.template like 'approval-%' and o.words ->> 'approvalId' = a.id::text order by o.created_at desc limit 1) o
    join delivery_report r on r.mail_id = o.id and r.action = 'failed' and r.settled_at is null
    order by r.reported_at desc limit 1) as returned
from approval a`;

/** $1 the entry: those who are asked now. */
export const APPROVALS_OF_ENTRY = `${APPROVAL} where a.nomination_id = $1 and a.revoked_at is null order by a.approver desc`;

/** $1 the approval. */
export const ONE_APPROVAL = `${APPROVAL} where a.id = $1`;

/** The content with a hash: $1 the entry, $2 the hash. Every save is kept, so what was approved is there. */
export const CONTENT_BY_HASH = `
select content from nomination_version where nomination_id = $1 and sha256 = $2 order by number desc limit 1`;
