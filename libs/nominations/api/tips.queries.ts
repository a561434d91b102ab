import type { EditionPhase, TipRelation } from '@award/award';
import type { Words } from '@award/editions/contract';
import { VERSION_AT_REFERENCE } from './nominations.queries';

export interface OpenCallRow {
  id: string;
  year: number;
  name: Words;
  phase: EditionPhase;
  opensAt: Date;
  deadline: Date;
  invented: boolean;
}

export interface TipRow {
  id: string;
  editionId: string;
  municipalityId: string;
  nominationId: string | null;
  why: string;
  senderName: string;
  senderEmail: string;
  relation: TipRelation;
  region: string | null;
  language: 'nb' | 'nn' | 'en';
  expiresAt: Date;
  confirmedAt: Date | null;
  municipalityName: string;
  countyName: string;
  registerWrittenForm: 'nb' | 'nn' | 'neutral' | null;
  phase: EditionPhase;
  opensAt: Date;
  deadline: Date;
  awardName: Words;
}

/** The call that is open, the newest first. */
export const OPEN_CALL = `
select e.id, e.year, e.name, e.phase, e.opens_at as "opensAt", e.deadline, e.sample as invented
from edition e where e.phase = 'open' and not e.as_published order by e.year desc limit 1`;

/** Whether the municipality takes part in the edition: $1 edition, $2 municipality. */
export const TAKES_PART = `
select 1 from edition e join municipality m on m.id = $2 and m.invented = e.sample
where e.id = $1 and exists (select from municipality_version v where v.municipality_id = m.id
  and (v.valid_to is null or v.valid_to > e.reference_date))`;

/** $1 the tip. */
export const ONE_TIP = `
select t.id, t.edition_id as "editionId", t.municipality_id as "municipalityId", t.nomination_id as "nominationId", t.why,
  t.sender_name as "senderName", t.sender_email as "senderEmail", t.relation, t.region, t.language, t.expires_at as "expiresAt",
  t.confirmed_at as "confirmedAt", v.name as "municipalityName", v.county_name as "countyName", m.written_form as "registerWrittenForm",
  e.phase, e.opens_at as "opensAt", e.deadline, e.name as "awardName"
from tip t join edition e on e.id = t.edition_id join municipality m on m.id = t.municipality_id
join ${VERSION_AT_REFERENCE} v on true
where t.id = $1`;

/** Who has tipped about an entry: $1 the entry. */
export const TIPPERS = `
select distinct on (sender_email) sender_email as "recipient", language from tip where nomination_id = $1 order by sender_email, confirmed_at`;
