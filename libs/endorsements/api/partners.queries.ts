import type {
  ClassStage,
  Contribution,
  EditionPhase,
  EndorsementAnswer,
  NominationContent,
  NominationState,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import type { PartnerLanguage } from '@award/endorsements/contract';
import { VERSION_AT_REFERENCE } from '@award/nominations/api';

/** An entry as far as its partners are concerned. */
export interface EntryRow {
  now: Date;
  nominationId: string;
  editionId: string;
  phase: EditionPhase;
  state: NominationState;
  stage: ClassStage;
  content: Partial<NominationContent>;
  writtenForm: 'nb' | 'nn';
  municipalityName: string;
  countyName: string;
  awardName: Words;
}

export interface PartnerRow {
  id: string;
  nominationId: string;
  name: string;
  organisationNumber: string | null;
  email: string;
  language: PartnerLanguage;
  origin: 'municipality' | 'passed-on';
  askedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  answer: EndorsementAnswer | null;
  contributions: Contribution[] | null;
  signerName: string | null;
  signerTitle: string | null;
  textHash: string | null;
  endorsedAt: Date | null;
  /** What a mail server said when the mail that asked came back, until somebody has done something about it. */
  returned: { status: string; words: string; reportedAt: string } | null;
}

/** $1 the entry. */
export const ENTRY = `
select award_now() as now, n.id as "nominationId", n.edition_id as "editionId", e.phase, n.state, coalesce(c.stage, 'waiting') as stage,
  n.content, n.written_form as "writtenForm", v.name as "municipalityName", v.county_name as "countyName", e.name as "awardName"
from nomination n
join edition e on e.id = n.edition_id
left join edition_class c on c.edition_id = n.edition_id and c.code = n.class_code
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
where n.id = $1`;

/** Where an entry belongs that has been sent in, and not taken back. $1 the entry. */
export const SENT_ENTRY = `
select edition_id as "editionId", class_code as "classCode" from nomination
where id = $1 and submitted_version_id is not null and state not in ('draft', 'held', 'lapsed')`;

/**
 * The newest mail that asked partner p. Reminders do not count: they go to nobody who has answered, and to hear of one
 * that came back would tell who has not declined.
 */
const ASKING_MAIL = `select o.id from mail_outbox o where o.edition_id = p.edition_id and o.recipient = p.email
  and o.template in ('partner-link', 'partner-new-text') and o.words ->> 'partnerId' = p.id::text
  order by o.created_at desc limit 1`;

const PARTNER = `
select p.id, p.nomination_id as "nominationId", p.name, p.organisation_number as "organisationNumber", p.email, p.language, p.origin,
  p.asked_at as "askedAt", p.expires_at as "expiresAt", p.revoked_at as "revokedAt", g.answer, g.contributions,
  g.signer_name as "signerName", g.signer_title as "signerTitle", g.text_hash as "textHash", g.endorsed_at as "endorsedAt",
  (select json_build_object('status', r.status, 'words', r.words, 'reportedAt', r.reported_at) from (${ASKING_MAIL}) o
    join delivery_report r on r.mail_id = o.id and r.action = 'failed' and r.settled_at is null
    order by r.reported_at desc limit 1) as returned
from partner p left join endorsement g on g.partner_id = p.id`;

/** $1 the entry. In the order in which they were asked. */
export const PARTNERS_OF_ENTRY = `${PARTNER} where p.nomination_id = $1 order by p.asked_at, p.id`;

/** $1 the partner. */
export const ONE_PARTNER = `${PARTNER} where p.id = $1`;

/** Those of an entry who hold an address or a number already: $1 entry, $2 e-mail, $3 number or null. */
export const SAME_PARTNER = `${PARTNER} where p.nomination_id = $1 and p.revoked_at is null
  and (p.email = $2 or p.organisation_number = $3) order by p.email = $2 desc, p.id limit 1`;

/**
 * One more answer of the entry ($1, $2 edition): all of them are laid anew in random order, so that
 * neither their place in the table nor the transaction that wrote them tells which was the last.
 */
export const ADD_SURVEY_ANSWER = `
with gone as (delete from survey_answer where nomination_id = $1 returning size, trade, answers),
  together as (select size, trade, answers from gone union all select $3::text, $4::text, $5::jsonb)
insert into survey_answer (nomination_id, edition_id, size, trade, answers)
select $1::uuid, $2::uuid, size, trade, answers from together order by random()`;

/** $1 the entry. */
export const SURVEY_ANSWERS = `
select size, trade, answers from survey_answer where nomination_id = $1 order by id`;

/** Partners to remind, each once: $1 days since they were asked. Nobody who has answered, either way, or whom the mail did not reach. */
export const TO_REMIND = `
select p.id from partner p
join nomination n on n.id = p.nomination_id join edition e on e.id = p.edition_id
left join edition_class c on c.edition_id = n.edition_id and c.code = n.class_code
where p.reminded_at is null and p.revoked_at is null and p.expires_at > award_now()
  and p.asked_at < award_now() - make_interval(days => $1)
  and not exists (select from endorsement g where g.partner_id = p.id)
  and not exists (select from (${ASKING_MAIL}) o join delivery_report r on r.mail_id = o.id
    and r.action = 'failed' and r.settled_at is null)
  and e.phase in ('open', 'closed', 'judging') and coalesce(c.stage, 'waiting') = 'waiting'
  and n.state in ('draft', 'held', 'submitted', 'in-eligibility-check', 'returned', 'eligible')
order by p.id for update of p skip locked`;

/** What is open about mails to partner $1 is settled: $2 by whom, $3 how. */
export const SETTLE_RETURNED = `
update delivery_report r set settled_at = clock_timestamp(), settled_by = $2, settled_as = $3
from mail_outbox o join partner p on o.edition_id = p.edition_id and o.recipient = p.email and o.words ->> 'partnerId' = p.id::text
where p.id = $1 and o.id = r.mail_id and r.settled_at is null`;
