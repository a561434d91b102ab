import { ENTRY_NAME, JUDGED } from './standing.queries';

/** The ties of persons ($1), in a steady order. */
export const RELATIONS_OF = `
select r.id, r.person_id as "personId", r.edition_id as "editionId", r.type, r.municipality_id as "municipalityId", r.organisation_number as "organisationNumber",
  r.business_name as "businessName", r.from_year as "fromYear", r.to_year as "toYear",
  coalesce(r.business_name, (select v.name from municipality_version v where v.municipality_id = r.municipality_id order by v.valid_from desc limit 1)) as name
from standing_relation r where r.person_id = any($1) order by r.person_id, r.type, r.renewed_at, r.id`;

/** The municipalities that have one of these numbers ($1) now. */
export const BY_NUMBER = `
select v.number, v.municipality_id as id from municipality_version v join municipality m on m.id = v.municipality_id
where v.number = any($1) and v.valid_to is null and not m.invented`;

/**
 * What the entries of a class name: $1 edition, $2 class, $3 whether entries that are not with the jury
 * yet are taken in as well. No title and no text.
 */
export const ENTRY_TIES = `
select n.id as "nominationId", named.name as "municipalityName", named.county_name as "countyName", n.municipality_id as municipality,
  (with recursive kin(id, steps) as (select n.municipality_id, 0
      union select case when s.from_id = kin.id then s.to_id else s.from_id end, kin.steps + 1
        from kin join succession s on kin.id in (s.from_id, s.to_id) where kin.steps < 2)
    select coalesce(json_agg(distinct kin.id), '[]') from kin where kin.id <> n.municipality_id) as related,
  named.number as "municipalityNumber",
  coalesce(v.content -> 'neighbours', '[]') as neighbours,
  (select coalesce(json_agg(json_build_object('number', p.number, 'name', p.name) order by p.name, p.number), '[]') from (
      select nullif(regexp_replace(x ->> 'organisationNumber', '\\D', '', 'g'), '') as number, coalesce(x ->> 'name', '') as name from jsonb_array_elements(coalesce(v.content -> 'partners', '[]')) x
      union select b.organisation_number, b.name from partner b join endorsement g on g.partner_id = b.id
        where b.nomination_id = n.id and b.revoked_at is null and g.answer = 'endorsed') p) as partners,
  (select coalesce(json_agg(json_build_object('number', null, 'name', t.region) order by t.region), '[]') from (
      select distinct region from tip where nomination_id = n.id and region is not null) t) as "proposedBy",
  (select coalesce(json_agg(w.name order by w.name), '[]') from jsonb_array_elements_text(coalesce(v.content -> 'neighbours', '[]')) as listed (id)
    join lateral (select x.name from municipality_version x where x.municipality_id = listed.id::uuid order by x.valid_from desc limit 1) w on true) as "neighbourNames"
from nomination n join edition e on e.id = n.edition_id left join nomination_version v on v.id = n.submitted_version_id left join ${ENTRY_NAME} on true
where n.edition_id = $1 and n.class_code = $2
  and (n.state in ${JUDGED} or ($3 and n.state in ('submitted', 'held', 'in-eligibility-check', 'returned')))
order by named.name, named.number, n.id`;

export const AWARD_YEAR = `select extract(year from award_now() at time zone 'Europe/Oslo')::int as year`;
