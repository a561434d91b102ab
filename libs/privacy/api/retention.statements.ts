import { RETENTION, type RetentionKind, type RetentionRule } from '@award/award';

/**
 * What is held of each kind, and how it goes. `find` answers the ids of what counts from $1 or before and is still
 * there; `erase` are the statements that take the ids as $1. Names and addresses go; rows that the award's history or
 * another row stands on stay, without them. This reads and writes the tables of every area, and nothing else does.
 */
export interface Held {
  readonly find: string;
  /** Empty where the area that owns the rows sweeps them itself. */
  readonly erase: readonly string[];
}

/** Takes the place of an address: nothing can be sent there, and each is another. */
export const NO_ADDRESS = `'@erased.invalid'`;

/** When each edition's dates for retention were. Editions as published before this system hold nobody. */
export const MOMENTS = `moment as (
  select e.id, e.deadline,
    case when e.phase in ('announced', 'archived') then
      coalesce((select max(r.released_at) from release r where r.edition_id = e.id and r.kind = 'winners'), e.announcement_at) end as announced_at,
    case when e.phase = 'archived' then
      (select max(a.at) from audit a where a.edition_id = e.id and a.act = 'edition:archive') end as archived_at
  from edition e where not e.as_published)`;

const WITHOUT_CONTACT = `'{"contactName": "", "contactEmail": "", "contactPhone": ""}'::jsonb`;
const HAS_CONTACT = `(coalesce(c.content ->> 'contactName', '') <> '' or coalesce(c.content ->> 'contactEmail', '') <> '' or coalesce(c.content ->> 'contactPhone', '') <> '')`;

/** The words of an entry that was never sent; what it was about stays. */
const EMPTIED = `(select coalesce(jsonb_object_agg(c.key, case
    when c.key in ('basis', 'mainField', 'fields') then c.value
    when jsonb_typeof(c.value) = 'string' then '""' when jsonb_typeof(c.value) = 'array' then '[]'
    when jsonb_typeof(c.value) = 'object' then '{}' when jsonb_typeof(c.value) = 'boolean' then 'false' else 'null' end), '{}')
  from jsonb_each(n.content) c)`;

export const FORGET_CONTACT = [
  `update nomination set content = content || ${WITHOUT_CONTACT} where id = any($1::uuid[])`,
  `update nomination_version set content = content || ${WITHOUT_CONTACT} where nomination_id = any($1::uuid[])`,
];
export const FORGET_TIP = [
  `update tip set sender_name = '', sender_email = '', why = '' where id = any($1::uuid[])`,
];
export const FORGET_PARTNER = [
  `update endorsement set signer_name = '', signer_title = '' where partner_id = any($1::uuid[]) and signer_name <> ''`,
  `update partner set email = id || ${NO_ADDRESS} where id = any($1::uuid[])`,
];
export const FORGET_APPROVAL = [
  `update approval set name = '', email = '' where id = any($1::uuid[])`,
];

const entryOf = (moment: 'deadline' | 'announced_at' | 'archived_at', table: string) =>
  `${table} join moment m on m.id = ${table.split(' ').at(-1)}.edition_id and m.${moment} <= $1`;

export const HELD: Readonly<Record<RetentionKind, Held>> = {
  'sign-in': {
    find: `select left(id_hash, 12) as id from session where expires_at <= $1 union all select id::text from sign_in_code where expires_at <= $1`,
    erase: [],
  },
  'stored-answers': {
    find: `select key::text as id from request_key where created_at <= $1`,
    erase: [],
  },
  unconfirmed: {
    find: `select id::text from follower where confirmed_at is null and asked_at <= $1
      union all select id::text from tip where confirmed_at is null and created_at <= $1 and sender_email <> ''`,
    erase: [],
  },
  'private-notes': {
    find: `select p.seat_id || '/' || p.nomination_id as id from private_note p join nomination n on n.id = p.nomination_id
      join moment m on m.id = n.edition_id and m.archived_at <= $1`,
    erase: [],
  },
  declarations: {
    find: `select d.id::text from ${entryOf('archived_at', 'declaration d')}
      union all select d.id::text from ${entryOf('archived_at', 'office_declaration d')}`,
    erase: [],
  },
  relations: {
    find: `select r.id::text from ${entryOf('archived_at', 'standing_relation r')}`,
    erase: [],
  },
  'unsent-entries': {
    find: `select n.id::text from ${entryOf('deadline', 'nomination n')}
      where n.received_at is null and n.submitted_version_id is null
        and (n.content <> ${EMPTIED} or exists (select from nomination_version v where v.nomination_id = n.id))`,
    erase: [
      `update file set released = true where id in (select file_id from nomination_file where nomination_id = any($1::uuid[]))`,
      `delete from nomination_file where nomination_id = any($1::uuid[])`,
      `delete from nomination_version where nomination_id = any($1::uuid[])`,
      `update nomination n set content = ${EMPTIED} where n.id = any($1::uuid[])`,
    ],
  },
  tips: {
    find: `select t.id::text from ${entryOf('archived_at', 'tip t')} where t.sender_name <> '' or t.sender_email <> '' or t.why <> ''`,
    erase: FORGET_TIP,
  },
  partners: {
    find: `select p.id::text from ${entryOf('archived_at', 'partner p')} left join endorsement s on s.partner_id = p.id
      where p.email not like '%' || ${NO_ADDRESS} or s.signer_name <> ''`,
    erase: FORGET_PARTNER,
  },
  approvals: {
    find: `select a.id::text from ${entryOf('archived_at', 'approval a')} where a.name <> '' or a.email <> ''`,
    erase: FORGET_APPROVAL,
  },
  'stage-people': {
    find: `select s.nomination_id::text as id from ${entryOf('archived_at', 'stage_party s')} where s.people <> '[]' or s.needs <> ''
      union all select s.id::text from ${entryOf('archived_at', 'clearance s')} where s.name <> '' or s.organisation <> ''
      union all select s.edition_id::text from ${entryOf('archived_at', 'stage_class_plan s')} where s.presenters <> ''
      union all select e.id::text from moment m join edition e on e.id = m.id where m.archived_at <= $1 and e.press_contacts <> '[]'`,
    erase: [
      `update stage_party set people = '[]', needs = '' where nomination_id = any($1::uuid[])`,
      `update clearance set name = '', organisation = '' where id = any($1::uuid[])`,
      `update stage_class_plan set presenters = '' where edition_id = any($1::uuid[])`,
      `update edition set press_contacts = '[]' where id = any($1::uuid[])`,
    ],
  },
  contacts: {
    find: `select n.id::text from ${entryOf('announced_at', 'nomination n')}
      where not exists (select from learning_consent l where l.nomination_id = n.id and l.with_contact)
        and exists (select from (select n.content union all select v.content from nomination_version v where v.nomination_id = n.id) c where ${HAS_CONTACT})`,
    erase: FORGET_CONTACT,
  },
  assessments: {
    find: `select s.id::text from ${entryOf('announced_at', 'score_sheet s')}
      where s.line <> '' or s.assessment <> '' or exists (select from sheet_version v where v.sheet_id = s.id)
        or exists (select from remark r where r.seat_id = s.seat_id and r.nomination_id = s.nomination_id)
      union all select r.id::text from ${entryOf('announced_at', 'justification_remark r')}`,
    erase: [
      `delete from remark r using score_sheet s where s.id = any($1::uuid[]) and r.seat_id = s.seat_id and r.nomination_id = s.nomination_id`,
      `delete from justification_remark where id = any($1::uuid[])`,
      `delete from sheet_version where sheet_id = any($1::uuid[])`,
      `update score_sheet set line = '', assessment = '' where id = any($1::uuid[])`,
    ],
  },
  invitations: {
    find: `select i.id::text from ${entryOf('announced_at', 'invitation i')}`,
    erase: [`delete from invitation where id = any($1::uuid[])`],
  },
  'mail-words': {
    find: `select id::text from mail_outbox where coalesce(sent_at, given_up_at) <= $1 and words <> '{}'
      union all select id::text from caught_mail where received_at <= $1`,
    erase: [
      `update mail_outbox set words = '{}' where id = any($1::uuid[])`,
      `delete from caught_mail where id = any($1::uuid[])`,
    ],
  },
  'mail-addresses': {
    find: `select id::text from mail_outbox where coalesce(sent_at, given_up_at) <= $1 and recipient not like '%' || ${NO_ADDRESS}`,
    erase: [
      `delete from delivery_report where mail_id = any($1::uuid[])`,
      `update mail_outbox set recipient = id || ${NO_ADDRESS} where id = any($1::uuid[])`,
    ],
  },
  accounts: {
    find: `select p.id::text from person p
      where (p.name <> '' or exists (select from identity i where i.person_id = p.id))
        and (select kind from installation) <> 'demo'
        and not exists (select from role_grant g left join moment m on m.id = g.edition_id
          where g.person_id = p.id and g.revoked_at is null and m.archived_at is null)
        and greatest(p.created_at, (select max(case when g.revoked_at is null then m.archived_at else g.revoked_at end)
          from role_grant g left join moment m on m.id = g.edition_id where g.person_id = p.id)) <= $1`,
    erase: [],
  },
};

/** Kinds that are counted from an instant of the real clock; the others from one of the award's. */
export const byRealClock = ({ from }: RetentionRule): boolean =>
  from === 'sent' || from === 'end-of-use';

/** Days that hold now. For two days after a change the longer of the two: the job has not been there yet. */
const daysOf = ({
  kind,
  days,
}: RetentionRule) => `coalesce((select case when changed_at > award_now() - interval '2 days'
  then greatest(days, days_before) else days end from retention_period where kind = '${kind}'), ${days})`;

/** For monitoring: what has been kept for two days more than its time, which no job that runs leaves behind. */
export const KEPT_TOO_LONG = `with ${MOMENTS} ${RETENTION.map(
  (rule) =>
    `select '${rule.kind} ' || late.id as what from (${HELD[rule.kind].find.replaceAll(
      '$1',
      `(${byRealClock(rule) ? 'clock_timestamp()' : 'award_now()'} - make_interval(days => 2 + ${daysOf(rule)}))`,
    )}) late`,
).join(' union all ')}`;
