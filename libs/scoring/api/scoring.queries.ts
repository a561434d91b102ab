/** The entries of a class that are with the jury. */
export const ENTRIES = `
select id from nomination where edition_id = $1 and class_code = $2 and state in ('in-review', 'assessed') order by id`;

/** Every sheet of a class with its scores: what the ranking and the progress are made of. Written parts stay out. */
export const SHEETS = `
select sheet.seat_id as "seatId", sheet.nomination_id as "nominationId", sheet.state, sheet.overall,
  more.seat_id is not null as asked, more.first_overall as "firstOverall", sheet.nomination_version_id <> n.submitted_version_id as stale, sheet.line <> '' as lined, sheet.assessment <> '' as assessed,
  coalesce(given.scores, '{}') as scores
from score_sheet sheet join nomination n on n.id = sheet.nomination_id
  left join second_reading more on more.seat_id = sheet.seat_id and more.nomination_id = sheet.nomination_id
  left join (select own.id, json_object_agg(k.code, x.value order by k.position, k.code) as scores
    from score_sheet own join sheet_score x on x.sheet_id = own.id join criterion k on k.id = x.criterion_id
    where own.edition_id = $1 and own.class_code = $2 group by own.id) given on given.id = sheet.id
where sheet.edition_id = $1 and sheet.class_code = $2 order by sheet.seat_id, sheet.nomination_id`;

/**
 * The same for the ranking, with the entries and what has been handed out (null: everybody reads
 * everything), each as text: what has been read before is known without being taken apart.
 */
export const CLASS_AS_STORED = `
select (select coalesce(json_agg(entry.id), '[]') from (${ENTRIES}) entry)::text as entries,
  (select coalesce(json_agg(stored), '[]') from (${SHEETS}) stored)::text as sheets,
  (select coalesce(json_agg(json_build_array(given.seat_id, given.nomination_id) order by given.seat_id, given.nomination_id), '[]')
    from assignment given where given.edition_id = $1 and given.class_code = $2
    having exists (select from reading_plan p where p.edition_id = $1 and p.class_code = $2))::text as given`;

/** The written assessments of one entry with their scores, for those who may read all sheets. */
export const SHEETS_OF_ENTRY = `
select sheet.seat_id as "seatId", s.name as "memberName", s.house, sheet.overall, sheet.line, sheet.assessment,
  (select coalesce(json_object_agg(k.code, x.value order by k.position, k.code), '{}') from sheet_score x join criterion k on k.id = x.criterion_id
    where x.sheet_id = sheet.id) as scores
from score_sheet sheet join seat s on s.id = sheet.seat_id where sheet.nomination_id = $1 order by s.house, s.name, s.id`;

/** Locked up front and in one order, so that opening and closing wait for what is under way and for each other. */
export const LOCK_CLASS = `select stage from edition_class where edition_id = $1 and code = $2 for update`;
export const LOCK_ENTRIES = `
select id, state from nomination where edition_id = $1 and (class_code = $2 or class_code is null) order by id for update`;
/** Waits for the saves that are under way, and holds off those that come. */
export const HOLD_SAVES = `select pg_advisory_xact_lock(hashtextextended($1::uuid::text || $2::text, 5))`;

/** Who reads what, when not everybody reads everything: no row where there is no such plan. */
export const HANDED_OUT = `
select a.seat_id as seat, a.nomination_id as entry from assignment a
where a.edition_id = $1 and a.class_code = $2 and exists (select from reading_plan p where p.edition_id = $1 and p.class_code = $2)`;

export const READINGS = `select readings from reading_plan where edition_id = $1 and class_code = $2`;

/** The plans of an edition's classes, by code. */
export const READINGS_OF_EDITION = `
select coalesce(json_object_agg(class_code, readings order by class_code), '{}') as readings from reading_plan where edition_id = $1`;

/** When the second round opened, how many sheets are asked for and how many of them are locked. No row: there is none. */
export const SECOND_ROUND = `
select r.opened_at as "openedAt", count(x.seat_id)::int as asked, (count(*) filter (where s.state = 'locked'))::int as locked
from second_round r left join second_reading x on x.edition_id = r.edition_id and x.class_code = r.class_code
  left join score_sheet s on s.seat_id = x.seat_id and s.nomination_id = x.nomination_id
where r.edition_id = $1 and r.class_code = $2 group by r.opened_at`;
