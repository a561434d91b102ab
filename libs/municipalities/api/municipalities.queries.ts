/** Reads of the register. Dates go in and out as `YYYY-MM-DD`; null for a date is today by the award's clock. */

const DAY = `coalesce($1::date, (award_now() at time zone 'Europe/Oslo')::date)`;

/** `$1` the day, and rows of `m` and `v` chosen by the caller. The newest population on or before the day comes along. */
const COLUMNS = `
  m.id, v.number, v.name, v.norwegian_name as "norwegianName", v.sami_name as "samiName", v.county_number as "countyNumber",
  v.county_name as "countyName", m.written_form as "writtenForm", m.invented,
  (select json_build_object('count', p.count, 'date', p.on_date, 'source', p.source) from population p
    where p.municipality_id = m.id and p.on_date <= ${DAY} order by p.on_date desc limit 1) as population`;

const IN_FORCE = `v.valid_from <= ${DAY} and (v.valid_to is null or ${DAY} < v.valid_to)`;

/** The one municipality with the number on the day. */
export const BY_NUMBER = `select ${COLUMNS}
from municipality_version v join municipality m on m.id = v.municipality_id
where ${IN_FORCE} and v.number = $2`;

/** By id, in the version of the day, else its last one. */
export const BY_ID = `select ${COLUMNS}
from municipality m join lateral (select * from municipality_version o where o.municipality_id = m.id
  order by (o.valid_from <= ${DAY}) desc, o.valid_from desc limit 1) v on true
where m.id = $2`;

/** By number from `$4` on; `$2` are folded words, all of which occur in the name or begin the number. */
export const SEARCH = `select ${COLUMNS}
from municipality_version v join municipality m on m.id = v.municipality_id
where ${IN_FORCE} and m.invented = $6 and v.number > coalesce($4, '') and ($3::text is null or v.county_number = $3)
  and (select coalesce(bool_and(folded(v.name) like '%' || w || '%' or v.number like w || '%'), true) from unnest($2::text[]) w)
order by v.number limit $5`;

export const COUNTIES = `select v.county_number as number, v.county_name as name, count(*)::int as municipalities
from municipality_version v join municipality m on m.id = v.municipality_id
where ${IN_FORCE} and m.invented = $2 group by 1, 2 order by 1`;

export const NAME_AT = `select v.name from municipality_version v where v.municipality_id = $2
order by (v.valid_from <= ${DAY}) desc, v.valid_from desc limit 1`;

export const POPULATION_AT = `select count, to_char(on_date, 'YYYY-MM-DD') as date, source
from population where municipality_id = $1 and on_date = $2`;

/** Which municipality has, or last had, the number. */
export const ID_OF_NUMBER_EVER = `select municipality_id as id, number, to_char(valid_from, 'YYYY-MM-DD') as "validFrom"
from municipality_version where number = $1 order by valid_from desc limit 1`;

export const HISTORY = `select m.organisation_number as "organisationNumber",
  (select json_agg(json_build_object('number', v.number, 'name', v.name, 'countyNumber', v.county_number, 'countyName', v.county_name,
      'validFrom', v.valid_from, 'validTo', v.valid_to) order by v.valid_from) from municipality_version v where v.municipality_id = m.id) as versions,
  (select coalesce(json_agg(json_build_object('count', p.count, 'date', p.on_date, 'source', p.source) order by p.on_date), '[]')
    from population p where p.municipality_id = m.id) as populations,
  (select coalesce(json_agg(json_build_object('kind', s.kind, 'date', s.on_date, 'share', s.share, 'municipalityId', s.from_id,
      'number', l.number, 'name', l.name, 'countyName', l.county_name) order by s.on_date, l.number), '[]')
    from succession s join lateral (select * from municipality_version o where o.municipality_id = s.from_id order by o.valid_from desc limit 1) l on true
    where s.to_id = m.id) as before,
  (select coalesce(json_agg(json_build_object('kind', s.kind, 'date', s.on_date, 'share', s.share, 'municipalityId', s.to_id,
      'number', l.number, 'name', l.name, 'countyName', l.county_name) order by s.on_date, l.number), '[]')
    from succession s join lateral (select * from municipality_version o where o.municipality_id = s.to_id order by o.valid_from desc limit 1) l on true
    where s.from_id = m.id) as after
from municipality m where m.id = $1`;
