import { nameOfEntry } from './standing.queries';

/** What the secretariat reads words of: sent in, and in a class. */
const SENT = `n.submitted_version_id is not null and n.class_code is not null and n.state <> 'withdrawn'`;

const NAMED = nameOfEntry('n.municipality_id', 'e.reference_date');

/** The entries of edition $1 by municipality, as person $2 stands to each. The rule is that of libs/award. */
export const OFFICE_ENTRIES = `
select n.id as "nominationId", named.name as "municipalityName", named.number as "municipalityNumber",
  named.county_name as "countyName", n.class_code as "classCode",
  coalesce((select json_agg(json_build_object('ground', d.ground, 'at', d.declared_at) order by d.declared_at) from office_declaration d
    where d.person_id = $2 and d.nomination_id = n.id), '[]') as declarations,
  coalesce((select json_agg(json_build_object('outcome', r.outcome, 'at', r.ruled_at) order by r.ruled_at) from office_ruling r
    where r.person_id = $2 and r.nomination_id = n.id), '[]') as rulings
from nomination n join edition e on e.id = n.edition_id left join ${NAMED} on true
where n.edition_id = $1 and ${SENT} order by named.name, named.number, n.id`;

/** Grounds in edition $1 that nobody has ruled on since, of others than $2. */
export const OFFICE_AWAITING = `
select distinct on (d.person_id, d.nomination_id) d.person_id as "personId", p.name, n.id as "nominationId", n.class_code as "classCode",
  named.name as "municipalityName", d.ground, d.declared_at as "declaredAt"
from office_declaration d join person p on p.id = d.person_id join nomination n on n.id = d.nomination_id join edition e on e.id = n.edition_id
  left join ${NAMED} on true
where d.edition_id = $1 and d.person_id <> $2 and d.ground is not null and ${SENT}
  and not exists (select from office_ruling r where r.person_id = d.person_id and r.nomination_id = d.nomination_id and r.ruled_at >= d.declared_at)
order by d.person_id, d.nomination_id, d.declared_at desc`;

/** Who is locked out of which class of edition $1. */
export const OFFICE_CLOSED = `
select o.person_id as "personId", p.name, o.class_code as "classCode" from office_denial o join person p on p.id = o.person_id
where o.edition_id = $1 order by p.name, o.class_code`;

/** Who else may rule in edition $1 than $2, for the mail. */
export const OFFICE_RULERS = `
select distinct lower(i.subject) as email, p.language from role_grant g join person p on p.id = g.person_id
  join identity i on i.person_id = p.id and i.issuer = 'email'
where g.role = 'secretary' and g.revoked_at is null and (g.edition_id is null or g.edition_id = $1) and g.person_id <> $2 order by 1`;
