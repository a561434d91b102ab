import type { ClassAnswer, House } from '@award/award';
import { ENTRY_NAME } from '@award/impartiality/api';

export interface QuestionRow {
  id: string;
  nominationId: string;
  municipality: string;
  county: string;
  classCode: string;
  toClass: string;
  finding: string;
  askedAt: string;
  outcome: ClassAnswer | null;
  reason: string | null;
  inFavour: number | null;
  against: number | null;
  sheetsSetAside: number | null;
  settledAt: string | null;
  answers: { seatId: string; answer: ClassAnswer }[];
}

/** An answer of a member who takes part. */
export interface GivenAnswer {
  seatId: string;
  house: House;
  answer: ClassAnswer;
}

/** The questions that a class's jury has had, newest first. */
export const QUESTIONS_OF_CLASS = `
select q.id, q.nomination_id as "nominationId", named.name as municipality, named.county_name as county, q.class_code as "classCode",
  q.to_class as "toClass", q.finding, q.asked_at as "askedAt", q.outcome, q.reason, q.in_favour as "inFavour", q.against,
  q.sheets_set_aside as "sheetsSetAside", q.settled_at as "settledAt",
  coalesce((select json_agg(json_build_object('seatId', a.seat_id, 'answer', a.answer) order by a.seat_id)
    from class_answer a where a.question_id = q.id), '[]') as answers
from class_question q join nomination n on n.id = q.nomination_id join edition e on e.id = q.edition_id left join ${ENTRY_NAME} on true
where q.edition_id = $1 and q.class_code = $2 order by q.asked_at desc, q.id`;

/** Locked sheets of an entry in its class. */
export const LOCKED_SHEETS = `
select count(*)::int as sheets from score_sheet where nomination_id = $1 and class_code = $2 and state = 'locked'`;

/** Both classes in one order, so that a move waits for what is under way in either and nobody waits in a circle. */
export const LOCK_CLASSES = `
select code from edition_class where edition_id = $1 and code = any($2) order by code for update`;

/** A seat `s` whose member still has to do with its class: nobody who has stepped out is told what goes on there. */
const STILL_IN = `s.state = 'accepted' and not exists (select from (
    select distinct on (r.nomination_id) r.outcome from ruling r where r.seat_id = s.id order by r.nomination_id, r.ruled_at desc) latest
  where latest.outcome = 'recused')`;

/** Who sits in the class's panel now, to be told. */
export const PANEL_TO_TELL = `
select lower(s.email) as email, coalesce(p.language, 'nb') as language from seat s join person p on p.id = s.person_id
where s.edition_id = $1 and s.class_code = $2 and ${STILL_IN} order by s.id`;

/** Whether the recipient is still to be told anything of the edition's jury. */
export const STILL_TOLD = `
select from seat s where s.edition_id = $1 and lower(s.email) = $2 and ${STILL_IN} limit 1`;
