/** A version that was sent, and the class it was sent in if it is the one that stands. $1 entry, $2 number. */
export const SENT_VERSION = `
select n.id as "nominationId", e.year, e.name as award, e.sample, e.reference_date::text as "referenceDate",
  v.name as "municipalityName", v.number as "municipalityNumber", v.county_name as "countyName",
  case when n.submitted_version_id = s.id and n.population is not null then
    (select jsonb_build_object('name', c.name, 'population', n.population, 'date', coalesce(n.population_date, e.reference_date))
      from edition_class c where c.edition_id = e.id and c.code = n.class_code) end as classification,
  coalesce(case when n.submitted_version_id = s.id then n.received_at end, s.saved_at) as "receivedAt",
  s.number as "versionNumber", s.sha256, n.written_form as "writtenForm", s.content, e.form
from nomination_version s
join nomination n on n.id = s.nomination_id
join edition e on e.id = n.edition_id
join lateral (select * from municipality_version v where v.municipality_id = n.municipality_id
  order by v.valid_from <= e.reference_date desc, v.valid_from desc limit 1) v on true
where s.nomination_id = $1 and s.number = $2 and s.kind = 'submitted'`;
