/** The reads of an edition: one statement each, with its classes, criteria and changes. */

export const EDITION = `
select e.id, e.year, e.name, e.phase, e.sample, e.as_published as "asPublished", e.copied_from_id as "copiedFromId",
  e.call_text as "callText", e.form, e.event, e.press_contacts as "pressContacts", to_char(e.reference_date, 'YYYY-MM-DD') as "referenceDate",
  e.opens_at as "opensAt", e.deadline, e.scoring_closes_at as "scoringClosesAt", e.meeting_at as "meetingAt",
  e.finalists_at as "finalistsAt", e.announcement_at as "announcementAt",
  e.preset, e.scale_min as "scaleMin", e.scale_max as "scaleMax", e.impartiality_scope as "impartialityScope",
  e.impartiality_scope_reason as "impartialityScopeReason", e.quorum, e.tie_rule as "tieRule", e.rule_hash as "ruleHash",
  e.rule_registered_at as "ruleRegisteredAt", e.lock_version as "lockVersion", award_now() as now,
  (select coalesce(json_agg(json_build_object('code', c.code, 'position', c.position, 'name', c.name, 'minPopulation', c.min_population,
      'maxPopulation', c.max_population, 'finalists', c.finalists, 'winners', c.winners, 'stage', c.stage) order by c.position, c.code), '[]')
    from edition_class c where c.edition_id = e.id) as classes,
  (select coalesce(json_agg(json_build_object('id', k.id, 'code', k.code, 'position', k.position, 'weight', k.weight, 'name', k.name,
      'guidance', k.guidance, 'levels', k.levels) order by k.position, k.code), '[]')
    from criterion k where k.edition_id = e.id) as criteria
from edition e`;

export const EDITION_BY_ID = `${EDITION} where e.id = $1`;

/**
 * The edition that people work on: the newest that is under way, else the newest that is planned, else
 * the newest there is. What was carried over as published is never worked on.
 */
export const CURRENT_EDITION = `${EDITION} where not e.as_published
  order by e.phase not in ('planned', 'archived') desc, e.phase = 'planned' desc, e.year desc limit 1`;

export const EDITIONS = `
select id, year, name, phase, sample, as_published as "asPublished", deadline, announcement_at as "announcementAt"
from edition where $1::uuid is null or id = $1 order by year desc`;

export const CHANGES = `
select c.id, c.changed_at as at, p.name as by, c.what, c.before, c.after, c.reason from (
  select id, changed_at, changed_by, field as what, before, after, reason from timetable_change where edition_id = $1
  union all
  select id, changed_at, changed_by, part, null, null, reason from rule_change where edition_id = $1
) c left join person p on p.id = c.changed_by order by c.changed_at desc, c.what`;
