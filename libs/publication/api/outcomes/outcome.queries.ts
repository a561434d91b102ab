import type { ClassStage, NominationState } from '@award/award';
import { OF_MUNICIPALITY, VERSION_AT_REFERENCE } from '@award/nominations/api';
import type { Words } from '@award/editions/contract';

export interface OutcomeRow {
  nominationId: string | null;
  state: NominationState | null;
  stage: ClassStage | null;
  year: number;
  editionName: Words;
  municipality: string;
  className: Words | null;
  finalistsReleased: boolean;
  announced: boolean;
  finalist: boolean;
  winner: boolean;
  justification: string | null;
  writtenForm: 'nb' | 'nn' | null;
  correctedAt: Date | null;
  prizeWithdrawnAt: Date | null;
  /** What the jury wrote to whoever is no finalist, sealed and told with the winner of the class. */
  feedback: string | null;
  feedbackForm: 'nb' | 'nn' | null;
}

/**
 * What has been told of a municipality's entry: release rows alone decide it, never a decision.
 * $1 edition, $2 municipality.
 */
export const MY_OUTCOME = `
select n.id as "nominationId", n.state, e.year, e.name as "editionName", v.name as municipality, c.name as "className", c.stage,
  exists (select from release r where r.edition_id = e.id and r.kind = 'finalists') as "finalistsReleased",
  exists (select from release r where r.edition_id = e.id and r.kind = 'winners' and r.scope = n.class_code) as announced,
  f.nomination_id is not null as finalist,
  exists (select from standing_release_entry w where w.nomination_id = n.id and w.outcome = 'winner') as winner,
  f.justification, f.written_form as "writtenForm", t.corrected_at as "correctedAt", t.prize_withdrawn_at as "prizeWithdrawnAt", b.text as feedback, b.written_form as "feedbackForm"
from edition e
join municipality m on m.id = $2
join ${VERSION_AT_REFERENCE} v on true
left join lateral (select n.* from nomination n where n.edition_id = e.id and ${OF_MUNICIPALITY}
  order by (n.state <> 'withdrawn') desc, (n.municipality_id = m.id) desc, n.created_at desc limit 1) n on true
left join edition_class c on c.edition_id = e.id and c.code = n.class_code
left join standing_release_entry f on f.nomination_id = n.id and f.outcome = 'finalist'
left join released_entry t on t.nomination_id = f.nomination_id
left join justification b on b.nomination_id = n.id and b.kind = 'feedback' and b.state = 'sealed'
where e.id = $1`;

export interface DiplomaRow {
  nominationId: string;
  year: number;
  editionName: Words;
  sample: boolean;
  municipality: string;
  county: string;
  classCode: string;
  className: Words;
  winner: boolean;
  justification: string | null;
  writtenForm: 'nb' | 'nn';
  announcedAt: Date | null;
}

/** Finalists of the classes whose winner is announced, except who has withdrawn. $1 edition, $2 entry or null for all. */
export const DIPLOMAS = `
select n.id as "nominationId", e.year, e.name as "editionName", e.sample, v.name as municipality, v.county_name as county,
  c.code as "classCode", c.name as "className", w.nomination_id is not null as winner, f.justification,
  coalesce(f.written_form, n.written_form) as "writtenForm", (select min(o.released_at) from release o where o.edition_id = e.id and o.kind = 'winners' and o.scope = c.code) as "announcedAt"
from standing_release r
join edition e on e.id = r.edition_id
join edition_class c on c.edition_id = e.id and c.code = r.scope
join standing_release_entry f on f.edition_id = e.id and f.class_code = c.code and f.outcome = 'finalist'
join nomination n on n.id = f.nomination_id and n.state <> 'withdrawn'
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
left join release_entry w on w.release_id = r.id and w.nomination_id = n.id and w.outcome = 'winner'
where r.edition_id = $1 and r.kind = 'winners' and ($2::uuid is null or n.id = $2)
order by c.position, w.nomination_id is null, f.position`;
