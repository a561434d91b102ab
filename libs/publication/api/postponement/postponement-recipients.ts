import type { WaitingMail } from '@award/mail/api';
import { STANDS_IN_CLASS } from '../on-stage/stage-plan.queries';
import type { Database } from '../releases.queries';

/**
 * Everyone who knows something before it is told: by role, by a seat that has not been stepped out of,
 * and by the list of cleared people; and those whose entry is judged. Each address once. $1 edition.
 */
export const CONCERNED_BY_TIME = `
with known as (
  select g.person_id from role_grant g where g.revoked_at is null and g.role in ('secretary', 'release-keyholder')
    and (g.edition_id is null or g.edition_id = $1)
  union
  select s.person_id from seat s where s.edition_id = $1 and ${STANDS_IN_CLASS}
  union
  select k.person_id from clearance k where k.edition_id = $1 and k.ended_at is null and k.person_id is not null)
select distinct on (address) address as recipient, language from (
  select lower(i.subject) as address, p.language, 1 as first from known n join person p on p.id = n.person_id
    join identity i on i.person_id = p.id and i.issuer = 'email'
  union all
  select lower(trim(coalesce(sent.content, n.content) ->> 'contactEmail')), n.written_form, 2
  from nomination n left join nomination_version sent on sent.id = n.submitted_version_id
  where n.edition_id = $1 and n.state in ('eligible', 'in-review', 'assessed')) found
where address like '%_@_%' order by address, first`;

/** Those on the list of cleared people whom no mail reaches: somebody has to tell them. $1 edition. */
export const WITHOUT_ADDRESS = `
select k.name, k.part, k.organisation from clearance k
where k.edition_id = $1 and k.ended_at is null
  and not exists (select from identity i where i.person_id = k.person_id and i.issuer = 'email')
group by k.name, k.part, k.organisation order by k.name`;

/** Those who follow the award or a municipality, each address once. */
export const FOLLOWERS_OF_AWARD = `
select distinct on (f.email) f.id, f.email as recipient, f.language from follower f
where f.confirmed_at is not null order by f.email, f.municipality_id nulls first`;

/** Whether the address is still one of those who know or are judged. */
export async function mayHearOfTime(
  db: Database,
  { recipient, editionId }: WaitingMail,
): Promise<boolean> {
  if (editionId === null) return false;
  const people: { recipient: string }[] = await db.query(CONCERNED_BY_TIME, [editionId]);
  return people.some((one) => one.recipient === recipient);
}
