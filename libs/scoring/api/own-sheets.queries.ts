/**
 * The hot reads of a juror: the own list, one entry with the own sheet, and what decides about a save.
 * Each is one statement, and each passes through the readable condition of impartiality: a hidden
 * entry takes no part in any row, count, order, previous or next.
 */
import { nameOfEntry, READABLE_SQL, STANDING_OF_ME } from '@award/impartiality/api';
import { SEAT_STANDING } from '@award/jury/api';
import { readyFilesOf } from '@award/nominations/api';

/** The seat that the acting grant's person sits in now: $1 person, $2 edition, $3 class. No row: no such seat. */
const ME = `
me as (
  select s.id, s.edition_id, s.class_code, e.impartiality_scope as scope, e.reference_date, e.preset, e.scale_min, e.scale_max, e.scoring_closes_at, e.form,
    c.stage, c.name as class_name, exists (select from second_round r where r.edition_id = $2 and r.class_code = $3) as second_round
  from seat s join edition e on e.id = s.edition_id join edition_class c on c.edition_id = s.edition_id and c.code = s.class_code
  where s.person_id = $1 and s.edition_id = $2 and s.class_code = $3 and ${SEAT_STANDING} = 'active'),
${STANDING_OF_ME}`;

/** The entries that the member reads: assigned, readable, with the jury. */
const MINE = `
mine as (
  select a.seat_id, a.nomination_id, a.position, stood.municipality_id, stood.submitted_version_id
  from me join assignment a on a.seat_id = me.id join stood on stood.nomination_id = a.nomination_id cross join gate
  where ${READABLE_SQL} and stood.state in ('in-review', 'assessed'))`;

/** One of them, with its place among them and those before and after. */
const OPENED = `
opened as (
  select * from (select mine.*, row_number() over w as place, count(*) over () as total, lag(nomination_id) over w as previous,
    lead(nomination_id) over w as next from mine window w as (order by position)) placed where nomination_id = $4)`;

/** Whether the member is asked for more about an entry: both given as SQL expressions. */
const asked = (seat: string, entry: string) =>
  `exists (select from second_reading x where x.seat_id = ${seat} and x.nomination_id = ${entry})`;

const NAMED = nameOfEntry('mine.municipality_id', 'me.reference_date');

const SCORES = `(select coalesce(json_object_agg(k.code, x.value order by k.position, k.code), '{}') from sheet_score x join criterion k on k.id = x.criterion_id where x.sheet_id = sheet.id)`;

const NEIGHBOURS = `(select coalesce(json_agg(w.name order by w.name), '[]')
    from jsonb_array_elements_text(coalesce(v.content -> 'neighbours', '[]')) as listed (id)
      join lateral (select x.name from municipality_version x where x.municipality_id = listed.id::uuid order by x.valid_from desc limit 1) w on true)`;

/** The member's list, in the member's own order, with own status and scores. One row. */
export const MY_ENTRIES = `
with ${ME}, ${MINE}
select me.class_code as "classCode", me.class_name as "className", me.stage, me.preset, me.scale_min as "scaleMin", me.scale_max as "scaleMax",
  me.second_round as "secondRound", me.scoring_closes_at as "scoringClosesAt", award_now() as now, gate.closed,
  (select coalesce(json_agg(json_build_object('code', k.code, 'weight', k.weight) order by k.position, k.code), '[]') from criterion k where k.edition_id = me.edition_id) as criteria,
  (select coalesce(json_agg(json_build_object(
      'nominationId', mine.nomination_id, 'municipalityName', named.name, 'countyName', named.county_name,
      'title', written.title, 'basis', written.basis, 'size', pg_column_size(v.content), 'overall', sheet.overall, 'state', sheet.state,
      'asked', me.second_round and ${asked('mine.seat_id', 'mine.nomination_id')}, 'line', sheet.line, 'assessed', sheet.assessment <> '', 'stale', sheet.nomination_version_id <> mine.submitted_version_id,
      'scores', case when sheet.id is null then '{}' else ${SCORES} end) order by mine.position), '[]')
    from mine join nomination_version v on v.id = mine.submitted_version_id
      cross join lateral jsonb_to_record(v.content) as written (title text, basis text) left join ${NAMED} on true
      left join score_sheet sheet on sheet.seat_id = mine.seat_id and sheet.nomination_id = mine.nomination_id) as entries
from me cross join gate`;

/** One entry with the own sheet and note: $4 the entry. One row when there is a seat. */
export const OPEN_ENTRY = `
with ${ME}, ${MINE}, ${OPENED}
select me.class_code as "classCode", me.class_name as "className", me.stage, me.preset, me.scale_min as "scaleMin", me.scale_max as "scaleMax",
  me.second_round as "secondRound", me.second_round and ${asked('me.id', '$4')} as asked,
  gate.closed, own.standing, mine.place::int as place, mine.total::int as total, mine.previous, mine.next,
  n.id as "nominationId", named.name as "municipalityName", named.number as "municipalityNumber", named.county_name as "countyName",
  n.population, n.population_date::text as "populationDate", n.class_reason as "classReason", n.written_form as "writtenForm",
  n.submitted_version_id as "versionId", v.content, me.form, ${NEIGHBOURS} as "neighbourNames", ${readyFilesOf('v.content')} as "readyFiles",
  sheet.lock_version as "lockVersion", sheet.nomination_version_id as "sheetVersionId", sheet.overall, sheet.line, sheet.assessment,
  sheet.state, sheet.updated_at as "savedAt", sheet.locked_at as "lockedAt", case when sheet.id is null then '{}' else ${SCORES} end as scores,
  note.text as "noteText", note.lock_version as "noteLockVersion"
from me cross join gate left join stood own on own.nomination_id = $4 left join opened mine on true
  left join nomination n on n.id = mine.nomination_id
  left join nomination_version v on v.id = n.submitted_version_id left join ${NAMED} on true
  left join score_sheet sheet on sheet.seat_id = mine.seat_id and sheet.nomination_id = mine.nomination_id
  left join private_note note on note.seat_id = mine.seat_id and note.nomination_id = mine.nomination_id`;

/** A file of an entry that the member reads, if the version that was sent lists it: $4 the entry, $5 the file. */
export const OPEN_FILE = `
with ${ME}, ${MINE}
select named.name as subject, f.kind, v.content -> 'attachments' as attachments
from me cross join gate join mine on mine.nomination_id = $4 join nomination_version v on v.id = mine.submitted_version_id
  join file f on f.id = $5 left join ${NAMED} on true
where v.content @> jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('fileId', $5::text)))`;

/** The criteria with their words, for whoever sits in the panel of the class. */
export const CRITERIA = `
select e.preset, e.scale_min as "scaleMin", e.scale_max as "scaleMax",
  (select coalesce(json_agg(json_build_object('id', k.id, 'code', k.code, 'position', k.position, 'weight', k.weight, 'name', k.name,
      'guidance', k.guidance, 'levels', k.levels) order by k.position, k.code), '[]') from criterion k where k.edition_id = e.id) as criteria,
  (select p.readings from reading_plan p where p.edition_id = e.id and p.class_code = $2) as readings
from edition e where e.id = $1`;

/**
 * What decides whether a sheet may be written: $4 the entry, $5 the version that the member has read.
 * Waits for a closing of the class that is under way, and holds it off until this act is done.
 */
export const SHEET_SITUATION = `
with held as materialized (select pg_advisory_xact_lock_shared(hashtextextended($2::uuid::text || $3::text, 5))), ${ME}
select me.id as "seatId", me.preset, me.scale_min as "scaleMin", me.scale_max as "scaleMax",
  me.stage, me.second_round as "secondRound", me.second_round and ${asked('me.id', '$4')} as asked, gate.closed, own.standing, a.seat_id is not null and n.state in ('in-review', 'assessed') as assigned,
  exists (select from nomination_version v where v.id = $5 and v.nomination_id = $4 and v.kind = 'submitted') as "knownVersion",
  (select json_agg(json_build_object('code', k.code, 'weight', k.weight) order by k.position, k.code) from criterion k where k.edition_id = me.edition_id) as criteria,
  sheet.id as "sheetId", sheet.state, sheet.lock_version as "lockVersion", sheet.nomination_version_id as "versionId", sheet.overall,
  sheet.line, sheet.assessment, sheet.updated_at as "savedAt", case when sheet.id is null then '{}' else ${SCORES} end as scores
from held cross join me cross join gate left join stood own on own.nomination_id = $4
  left join assignment a on a.seat_id = me.id and a.nomination_id = $4 left join nomination n on n.id = a.nomination_id
  left join score_sheet sheet on sheet.seat_id = me.id and sheet.nomination_id = $4`;

/** Of the class, and in its second round of what is asked for alone: $1 the seat, $2 the entry. */
const SCORING_IS_OPEN = `exists (select from edition_class c where c.edition_id = $3 and c.code = $4 and c.stage = 'scoring')
    and (not exists (select from second_round r where r.edition_id = $3 and r.class_code = $4) or ${asked('$1', '$2')})`;
const GIVEN = `given as (
  select k.id as criterion_id, s.value from jsonb_to_recordset($9::jsonb) as s(criterion text, value integer)
    join criterion k on k.edition_id = $3 and k.code = s.criterion where s.value is not null)`;
const VERSION = `kept as (insert into sheet_version (sheet_id, number, content) select id, lock_version, $10::jsonb from sheet)`;
const SAVED = `select lock_version as "lockVersion", updated_at as "savedAt" from sheet`;

/** The first save of a sheet, its scores and its version. No row: somebody was first, or scoring has closed. */
export const INSERT_SHEET = `
with sheet as (
  insert into score_sheet (seat_id, nomination_id, edition_id, class_code, nomination_version_id, overall, line, assessment)
  select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::integer, $7::text, $8::text where ${SCORING_IS_OPEN}
  on conflict (seat_id, nomination_id) do nothing returning id, edition_id, lock_version, updated_at),
${GIVEN},
scored as (insert into sheet_score (sheet_id, criterion_id, edition_id, value)
  select sheet.id, given.criterion_id, sheet.edition_id, given.value from sheet cross join given),
${VERSION}
${SAVED}`;

/** A later save: $11 the version that the member has before them. No row: stale, locked, or scoring has closed. */
export const UPDATE_SHEET = `
with sheet as (
  update score_sheet set nomination_version_id = $5, overall = $6::integer, line = $7, assessment = $8, lock_version = lock_version + 1,
    updated_at = award_now()
  where seat_id = $1 and nomination_id = $2 and state = 'open' and lock_version = $11 and ${SCORING_IS_OPEN}
  returning id, edition_id, lock_version, updated_at),
${GIVEN},
taken_back as (delete from sheet_score x using sheet where x.sheet_id = sheet.id and x.criterion_id not in (select criterion_id from given)),
scored as (insert into sheet_score (sheet_id, criterion_id, edition_id, value)
  select sheet.id, given.criterion_id, sheet.edition_id, given.value from sheet cross join given
  on conflict (sheet_id, criterion_id) do update set value = excluded.value where sheet_score.value <> excluded.value),
${VERSION}
${SAVED}`;

/** Locks or reopens: $5 the version, $6 the state to come from, $7 to go to. */
export const TURN_SHEET = `
update score_sheet set state = $7, locked_at = case when $7 = 'locked' then award_now() end, lock_version = lock_version + 1,
  updated_at = award_now()
where seat_id = $1 and nomination_id = $2 and state = $6 and lock_version = $5 and ${SCORING_IS_OPEN}
returning lock_version as "lockVersion", updated_at as "savedAt"`;

export const INSERT_NOTE = `
insert into private_note (seat_id, nomination_id, text) values ($1, $2, $3) on conflict do nothing
returning lock_version as "lockVersion", updated_at as "savedAt"`;

export const UPDATE_NOTE = `
update private_note set text = $3, lock_version = lock_version + 1, updated_at = award_now()
where seat_id = $1 and nomination_id = $2 and lock_version = $4 returning lock_version as "lockVersion", updated_at as "savedAt"`;

export const NOTE = `select text, lock_version as "lockVersion" from private_note where seat_id = $1 and nomination_id = $2`;
