import type { ErasedKind, StayingKind } from '@award/privacy/contract';
import { NO_ADDRESS } from './retention.statements';

/** Who is meant: $1 is the person, or null where only addresses are known; $2 are the addresses. */
export const OF = `who as (select $1::uuid as person, $2::text[] as emails)`;

export interface Erased {
  readonly kind: ErasedKind;
  /** Answers the number of rows as `rows`. */
  readonly count: string;
  readonly erase: readonly string[];
}

const HIS = `who where x.person_id = who.person`;
const ended = `exists (select from edition e where e.id = n.edition_id and e.phase in ('announced', 'archived'))`;
const contact = `lower(n.content ->> 'contactEmail') = any(who.emails)`;
const NO_CONTACT = `'{"contactName": "", "contactEmail": "", "contactPhone": ""}'::jsonb`;
const own = (table: string) => `select count(*)::int as rows from ${table} x, ${HIS}`;

/** What goes when somebody is erased, in order: what leads to the addresses goes last. */
export const ERASED: readonly Erased[] = [
  {
    kind: 'roles',
    count: `${own('role_grant')} and x.revoked_at is null`,
    erase: [
      `update role_grant x set revoked_at = award_now() from ${HIS} and x.revoked_at is null`,
      `delete from presence x using ${HIS}`,
    ],
  },
  {
    kind: 'notes-and-ties',
    count: `select ((select count(*) from standing_relation x, ${HIS})
      + (select count(*) from private_note p join seat x on x.id = p.seat_id, ${HIS}))::int as rows`,
    erase: [
      `delete from standing_relation x using ${HIS}`,
      `delete from private_note p using seat x, ${HIS} and p.seat_id = x.id`,
    ],
  },
  {
    kind: 'seat-addresses',
    count: `select count(*)::int as rows from seat x, who
      where (x.person_id = who.person or lower(x.email) = any(who.emails)) and x.email not like '%' || ${NO_ADDRESS}`,
    erase: [
      `update seat x set email = x.id || ${NO_ADDRESS} from who where x.person_id = who.person or lower(x.email) = any(who.emails)`,
    ],
  },
  {
    kind: 'invitations',
    count: `select count(*)::int as rows from invitation x, who where lower(x.email) = any(who.emails)`,
    erase: [`delete from invitation x using who where lower(x.email) = any(who.emails)`],
  },
  {
    kind: 'contacts',
    count: `select count(*)::int as rows from nomination n, who where ${contact} and ${ended}`,
    erase: [
      `update nomination_version v set content = v.content || ${NO_CONTACT} from nomination n, who
       where n.id = v.nomination_id and ${ended} and lower(v.content ->> 'contactEmail') = any(who.emails)`,
      `update nomination n set content = n.content || ${NO_CONTACT} from who where ${contact} and ${ended}`,
    ],
  },
  {
    kind: 'tips',
    count: `select count(*)::int as rows from tip x, who where lower(x.sender_email) = any(who.emails)`,
    erase: [
      `update tip x set sender_name = '', sender_email = '', why = '' from who where lower(x.sender_email) = any(who.emails)`,
    ],
  },
  {
    kind: 'partners',
    count: `select count(*)::int as rows from partner x, who where lower(x.email) = any(who.emails)`,
    erase: [
      `update endorsement s set signer_name = '', signer_title = '' from partner x, who
       where x.id = s.partner_id and lower(x.email) = any(who.emails) and s.signer_name is not null`,
      `update partner x set email = x.id || ${NO_ADDRESS} from who where lower(x.email) = any(who.emails)`,
    ],
  },
  {
    kind: 'approvals',
    count: `select count(*)::int as rows from approval x, who where lower(x.email) = any(who.emails)`,
    erase: [
      `update approval x set name = '', email = '' from who where lower(x.email) = any(who.emails)`,
    ],
  },
  {
    kind: 'follows',
    count: `select count(*)::int as rows from follower x, who where x.email = any(who.emails)`,
    erase: [`delete from follower x using who where x.email = any(who.emails)`],
  },
  {
    kind: 'mail',
    count: `select count(*)::int as rows from mail_outbox x, who where x.recipient = any(who.emails)`,
    erase: [
      `delete from delivery_report d using mail_outbox x, who where x.id = d.mail_id and x.recipient = any(who.emails)`,
      `update mail_outbox x set words = '{}', recipient = x.id || ${NO_ADDRESS},
         given_up_at = case when x.sent_at is null then coalesce(x.given_up_at, clock_timestamp()) else x.given_up_at end,
         last_error = case when x.sent_at is null and x.given_up_at is null then 'no longer for the recipient' else null end
       from who where x.recipient = any(who.emails)`,
      `delete from caught_mail x using who where lower(x.recipient) = any(who.emails)`,
    ],
  },
  {
    kind: 'sign-in',
    count: `select ((select count(*) from identity x, ${HIS}) + (select count(*) from session x, ${HIS}))::int as rows`,
    erase: [
      `delete from session x using ${HIS}`,
      `delete from request_key x using ${HIS}`,
      `delete from sign_in_code x using who where lower(x.email) = any(who.emails)`,
      `delete from demo_note x using ${HIS}`,
      `delete from identity x using ${HIS}`,
    ],
  },
  {
    kind: 'name',
    count: `select count(*)::int as rows from person x, who where x.id = who.person and x.name <> ''`,
    erase: [`update person x set name = '' from who where x.id = who.person`],
  },
];

/** What stays, and is told with the reason. */
export const STAYS: readonly { kind: StayingKind; count: string }[] = [
  { kind: 'seat-names', count: `${own('seat')} and x.state in ('accepted', 'left')` },
  {
    kind: 'sheets',
    count: `select count(*)::int as rows from score_sheet s join seat x on x.id = s.seat_id, ${HIS}`,
  },
  {
    kind: 'contact-in-running-entry',
    count: `select count(*)::int as rows from nomination n, who where ${contact} and not ${ended}`,
  },
  { kind: 'embargo-list', count: own('clearance') },
  {
    kind: 'log',
    count: `select count(*)::int as rows from audit a, who where a.actor_id = who.person or a.subject_id = who.person`,
  },
];

/** The roles of a person as the rule of erasure looks at them. */
export const ROLES_AT_ERASURE = `
with ${OF}
select g.role, coalesce(e.phase <> 'archived', true) as running, not exists (
    select from role_grant o where o.person_id <> g.person_id and o.role = g.role and o.revoked_at is null
      and o.edition_id is not distinct from g.edition_id and o.municipality_id is not distinct from g.municipality_id) as alone
from who join role_grant g on g.person_id = who.person and g.revoked_at is null left join edition e on e.id = g.edition_id
where $2::text[] is not null`;
