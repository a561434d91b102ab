import { outreachMail } from './outreach-mail';

/** Who has come how far. `$1` is the edition; its sample counts invented municipalities only, and no other counts any. */

const TODAY = `(award_now() at time zone 'Europe/Oslo')::date`;

/**
 * Whether what the edition's form asks for is filled in. The rule itself is the form's and guards the sending; this is its
 * reading in SQL for counting, and a spec holds the two together.
 */
const ANSWERED = `case jsonb_typeof(coalesce(n.content -> 'answers' -> (q ->> 'code'), n.content -> (q ->> 'code')))
    when 'string' then trim(coalesce(n.content -> 'answers' ->> (q ->> 'code'), n.content ->> (q ->> 'code'))) <> ''
    when 'array' then n.content -> (q ->> 'code') <> '[]'
    when 'object' then exists (select from jsonb_each_text(n.content -> (q ->> 'code')) t where trim(t.value) <> '')
    else false end`;
const COMPLETE = `(n.content->>'basis' is not null and (n.content->>'basis' <> 'single-measure' or n.content->>'mainField' is not null)
  and trim(n.content->>'title') <> '' and trim(n.content->>'text') <> '' and trim(n.content->>'contactName') <> ''
  and trim(n.content->>'contactEmail') <> '' and (n.content->>'confirmedWithChiefExecutive')::boolean
  and (trim(n.content->>'contactPhone') <> '' or not coalesce((e.form->>'requirePhone')::boolean, false))
  and not exists (select from jsonb_array_elements(e.form -> 'sections') q where (q ->> 'required')::boolean and not ${ANSWERED}))`;

/**
 * What became of the newest mail to the address $i of the edition, of the kinds that this area sends: of others, such as
 * those to finalists, not even the time may be told here.
 */
const NEWEST_MAIL = `select o.sent_at, o.given_up_at, o.last_error, o.created_at, r.action, r.status, r.words, r.reported_at
  from mail_outbox o left join lateral (select * from delivery_report r where r.mail_id = o.id and r.settled_at is null
    order by r.action = 'failed' desc, r.reported_at desc limit 1) r on true
  where o.recipient = i.email and o.edition_id = i.edition_id
    and o.template in (${Object.keys(outreachMail)
      .map((name) => `'${name}'`)
      .join(', ')})
  order by o.created_at desc limit 1`;

const FAILED = `(given_up_at is not null or action = 'failed')`;

/** Whether somebody has signed in with an address of their own since it was invited. */
const SIGNED_IN = `(exists (select from sign_in_code k where k.email = i.email and k.used_at is not null)
  or exists (select from identity d join session s on s.person_id = d.person_id where d.issuer = 'email' and d.subject = i.email))`;

const MUNICIPALITIES = `
with everyone as (
  select m.id as "municipalityId", v.number, v.name, v.county_number as "countyNumber", v.county_name as "countyName",
    p.count as population, c.code as "classCode",
    case when n.state in ('submitted', 'in-eligibility-check', 'returned', 'eligible', 'ineligible', 'in-review', 'assessed') then 'submitted'
      when n.state = 'held' or (n.state = 'draft' and ${COMPLETE}) then 'complete'
      when n.state in ('draft', 'lapsed') then 'started'
      when i.signed_in or exists (select from role_grant g where g.edition_id = e.id and g.municipality_id = m.id
        and g.by_organisation is not null) then 'signed-in'
      when i.invitations > 0 then 'invited' else 'not-invited' end as progress,
    coalesce(i.invitations, 0)::int as invitations, i.invited_at as "invitedAt", i.reminded_at as "remindedAt", coalesce(i.undelivered, 0)::int as undelivered,
    m.post_address as "postAddress", m.mail_domain as "mailDomain", e.id as edition_id
  from edition e join municipality m on m.invented = e.sample
  join municipality_version v on v.municipality_id = m.id and v.valid_from <= ${TODAY} and (v.valid_to is null or ${TODAY} < v.valid_to)
  left join population p on p.municipality_id = m.id and p.on_date = e.reference_date
  left join edition_class c on c.edition_id = e.id and int4range(c.min_population, c.max_population) @> p.count
  left join nomination n on n.edition_id = e.id and n.municipality_id = m.id and n.state <> 'withdrawn'
  left join (select i.municipality_id, count(*) as invitations, min(i.invited_at) as invited_at, max(i.reminded_at) as reminded_at,
      count(*) filter (where (select ${FAILED} from (${NEWEST_MAIL}) newest)) as undelivered,
      bool_or(${SIGNED_IN}) as signed_in from invitation i where i.edition_id = $1 group by 1) i on i.municipality_id = m.id
  where e.id = $1
)`;

const SUGGESTIONS = `array(select distinct s.address from (
    select o.email as address from invitation o where o.municipality_id = everyone."municipalityId" and o.edition_id <> $1
    union select everyone."postAddress" where everyone."postAddress" like '%_@_%') s
  where not exists (select from invitation i where i.edition_id = $1 and i.municipality_id = everyone."municipalityId"
    and i.email = lower(s.address)) order by 1) as suggestions`;

const COLUMNS = `"municipalityId", number, name, "countyNumber", "countyName", population, "classCode", progress, invitations,
  "invitedAt", "remindedAt", undelivered`;

/** `$2` folded words, `$3` county, `$4` class, `$5` progress, `$6` after which number, `$7` how many. */
export const OUTREACH = `${MUNICIPALITIES}, chosen as (
  select * from everyone
  where ($3::text is null or "countyNumber" = $3) and ($4::text is null or "classCode" = $4) and ($5::text is null or progress = $5)
    and (select coalesce(bool_and(folded(name) like '%' || w || '%' or number like w || '%'), true) from unnest($2::text[]) w)
)
select ${COLUMNS}, ${SUGGESTIONS.replaceAll('everyone.', 'chosen.')}, (select count(*)::int from chosen) as total
from chosen where number > coalesce($6, '') order by number limit $7`;

export const OUTREACH_OF_ONE = `${MUNICIPALITIES}
select ${COLUMNS}, "postAddress", "mailDomain", ${SUGGESTIONS},
  (select coalesce(json_agg(json_build_object('id', i.id, 'email', i.email, 'personName', coalesce(p.name, ''), 'invitedAt', i.invited_at,
      'invitedBy', b.name, 'remindedAt', i.reminded_at, 'signedIn', ${SIGNED_IN},
      'delivery', (select json_build_object('state', case when ${FAILED} then 'failed' when action = 'delayed' then 'delayed' when sent_at is not null then 'sent' else 'waiting' end,
        'at', coalesce(reported_at, given_up_at, sent_at), 'status', status,
        'error', case when ${FAILED} or action = 'delayed' then coalesce(words, last_error) end) from (${NEWEST_MAIL}) newest)) order by i.invited_at, i.email), '[]')
    from invitation i left join identity d on d.issuer = 'email' and d.subject = i.email left join person p on p.id = d.person_id
    left join person b on b.id = i.invited_by
    where i.edition_id = $1 and i.municipality_id = everyone."municipalityId") as contacts
from everyone where "municipalityId" = $2`;

export const OUTREACH_COUNTS = `${MUNICIPALITIES}
select "countyNumber", "countyName", "classCode", count(*)::int as municipalities,
  count(*) filter (where progress <> 'not-invited')::int as invited,
  count(*) filter (where progress in ('signed-in', 'started', 'complete', 'submitted'))::int as "signedIn",
  count(*) filter (where progress in ('started', 'complete', 'submitted'))::int as started,
  count(*) filter (where progress in ('complete', 'submitted'))::int as complete,
  count(*) filter (where progress = 'submitted')::int as submitted
from everyone group by 1, 2, 3 order by 1, 3`;

/** Of the whole country, for the map. */
export const OUTREACH_PROGRESS = `${MUNICIPALITIES} select number, name, progress from everyone order by number`;

/** For each row `$2` (municipality id or number, and address): which municipality, and what stands in the way. */
export const PREVIEW = `
select r.position, m.id as "municipalityId", v.number, v.name || ' (' || v.county_name || ')' as name, m.mail_domain as "mailDomain",
  exists (select from invitation i where i.edition_id = $1 and i.municipality_id = m.id and i.email = r.email) as already,
  exists (select from identity d join role_grant g on g.person_id = d.person_id and g.revoked_at is null
    where d.issuer = 'email' and d.subject = r.email and (g.edition_id is null or g.edition_id = $1)
      and g.role not like 'municipality-%' and g.role <> 'operator') as "otherRole"
from jsonb_to_recordset($2::jsonb) as r (position integer, id uuid, number text, email text)
join edition e on e.id = $1
left join lateral (select v.* from municipality_version v join municipality o on o.id = v.municipality_id
  where o.invented = e.sample and v.valid_from <= ${TODAY} and (v.valid_to is null or ${TODAY} < v.valid_to)
    and (v.municipality_id = r.id or (r.id is null and v.number = r.number)) limit 1) v on true
left join municipality m on m.id = v.municipality_id
order by r.position`;

/** Invited addresses with what speaks for and against reminding each: `$1` the edition, `$2` the invitations, or null for all. */
export const INVITED_ADDRESSES = `
select i.id as "invitationId", i.municipality_id as "municipalityId", i.email, coalesce(p.language, 'nb') as language, v.name as municipality,
  i.reminded_at as "remindedAt",
  (select n.state from nomination n where n.edition_id = i.edition_id and n.municipality_id = i.municipality_id
    order by n.state = 'withdrawn' limit 1) as state,
  exists (select from role_grant g where g.person_id = d.person_id and g.edition_id = i.edition_id
    and g.municipality_id = i.municipality_id and g.revoked_at is null) as "hasAccess",
  coalesce((select ${FAILED} from (${NEWEST_MAIL}) newest), false) as undelivered
from invitation i
join municipality_version v on v.municipality_id = i.municipality_id and v.valid_from <= ${TODAY} and (v.valid_to is null or ${TODAY} < v.valid_to)
left join identity d on d.issuer = 'email' and d.subject = i.email left join person p on p.id = d.person_id
where i.edition_id = $1 and ($2::uuid[] is null or i.id = any($2))
order by v.number, i.email`;
