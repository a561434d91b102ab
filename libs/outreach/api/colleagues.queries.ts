import type { ColleagueRole } from '@award/award';

export interface ColleagueRow {
  personId: string;
  name: string;
  emails: string[];
  role: ColleagueRole;
  since: Date;
  givenBy: string | null;
  byOrganisation: boolean;
}

/** Who acts for municipality `$2` in edition `$1`, each once, by the most they may do. */
export const COLLEAGUES = `
select distinct on (p.name, g.person_id) g.person_id as "personId", p.name, g.role, g.granted_at as since,
  case when exists (select from role_grant o where o.person_id = g.granted_by and o.municipality_id = $2) then b.name end as "givenBy",
  g.by_organisation is not null as "byOrganisation",
  array(select i.subject from identity i where i.person_id = g.person_id and i.issuer = 'email' order by 1) as emails
from role_grant g join person p on p.id = g.person_id left join person b on b.id = g.granted_by
where g.edition_id = $1 and g.municipality_id = $2 and g.revoked_at is null
order by p.name, g.person_id, array_position(array['municipality-submitter', 'municipality-editor', 'municipality-viewer'], g.role)`;

/** What has been done to whom, from the log itself. */
export const COLLEAGUE_LOG = `
select a.at, replace(a.act, 'colleague:', '') as act, b.name as by, coalesce(p.name, '') as whom, a.facts->>'role' as role
from audit a left join person b on b.id = a.actor_id left join person p on p.id = (a.facts->>'personId')::uuid
where a.subject_id = $2 and a.edition_id = $1 and a.act in ('colleague:invite', 'colleague:change', 'colleague:remove')
order by a.seq desc limit 50`;

/** The newest name, and the language of mail to municipality `$1`. */
export const OWN_MUNICIPALITY = `
select v.name, case when m.written_form = 'nn' then 'nn' else 'nb' end as language
from municipality m join municipality_version v on v.municipality_id = m.id
where m.id = $1 order by v.valid_from desc limit 1`;
