import { KEPT_TOO_LONG } from '@award/privacy/api';
import type { Invariant } from './invariant';

export const PEOPLE: readonly Invariant[] = [
  {
    name: 'log-chain',
    promise: 'Every row of the log is as it was written, and none is missing between them.',
    broken: `select seq::text as what from audit_verify() where fault is not null`,
  },
  {
    name: 'log-closed-to-the-server',
    promise: 'The server’s role cannot rewrite the log.',
    broken: `select p as what from pg_roles r cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
      where r.rolname = 'kaaring_app' and has_table_privilege(r.oid, 'audit', p)`,
  },
  {
    name: 'public-role-sees-what-is-released',
    promise:
      'The role of public pages reads no table of entries, sheets, decisions, texts or people.',
    broken: `select t as what from pg_roles r cross join unnest(array['nomination', 'nomination_version', 'score_sheet', 'sheet_score', 'ballot_paper',
        'ranking', 'decision', 'decision_entry', 'justification', 'sealed_record', 'person', 'identity', 'session', 'audit', 'mail_outbox']) t
      where r.rolname = 'kaaring_public' and has_any_column_privilege(r.oid, t, 'SELECT')`,
  },
  {
    name: 'real-clock-in-production',
    promise: 'Only a demo, a rehearsal or a test moves the award’s clock.',
    broken: `select kind as what from installation where kind = 'production' and clock_offset <> '0'`,
  },
  {
    name: 'grant-once',
    promise: 'A person holds a right once.',
    broken: `select min(id::text) as what from role_grant where revoked_at is null
      group by person_id, role, edition_id, class_code, municipality_id having count(*) > 1`,
  },
  {
    name: 'two-hats',
    promise: 'Nobody judges and prepares, or judges and sends in, in one edition.',
    broken: `select j.id::text as what from role_grant j join role_grant o on o.person_id = j.person_id and o.revoked_at is null
      where j.revoked_at is null and j.role in ('juror', 'jury-leader')
        and (o.role in ('secretary', 'case-officer') or o.role like 'municipality-%')
        and (o.edition_id is null or o.edition_id = j.edition_id)`,
  },
  {
    name: 'prepares-and-sends-in',
    promise: 'Nobody prepares or releases what they send in themselves.',
    broken: `select m.id::text as what from role_grant m join role_grant o on o.person_id = m.person_id and o.revoked_at is null
      where m.revoked_at is null and m.role like 'municipality-%' and o.role in ('secretary', 'case-officer', 'release-keyholder')
        and (o.edition_id is null or m.edition_id is null or o.edition_id = m.edition_id)`,
  },
  {
    name: 'somebody-gives-roles',
    promise:
      'Where anybody holds a role of the secretariat, a secretary is left who can give them.',
    broken: `select 'role_grant' as what where exists (select from role_grant where role in ('secretary', 'case-officer', 'release-keyholder') and revoked_at is null)
      and not exists (select from role_grant where role = 'secretary' and edition_id is null and revoked_at is null)`,
  },
  {
    name: 'session-of-a-living-grant',
    promise: 'A session acts in a grant of its own person.',
    broken: `select left(s.id_hash, 12) as what from session s join role_grant g on g.id = s.grant_id where g.person_id is distinct from s.person_id`,
  },
  {
    name: 'nothing-outlives-its-use',
    promise: 'Sessions, codes and answers that are over are gone within a day.',
    broken: `select 'session ' || left(id_hash, 12) as what from session where expires_at < clock_timestamp() - interval '1 day'
      union all select 'code ' || id from sign_in_code where expires_at < clock_timestamp() - interval '2 days'
      union all select 'answer ' || key from request_key where created_at < clock_timestamp() - interval '15 days'`,
  },
  {
    name: 'kept-no-longer',
    promise: 'No personal data is kept two days longer than its period.',
    broken: KEPT_TOO_LONG,
  },
  {
    name: 'erased-is-gone',
    promise: 'Nobody who has been erased has a name, a way to sign in, a session or a role.',
    broken: `select p.id::text as what from erasure x join person p on p.id = x.person_id where x.done_at is not null and (p.name <> ''
      or exists (select from identity i where i.person_id = p.id) or exists (select from session s where s.person_id = p.id)
      or exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null))`,
  },
  {
    name: 'mail-once',
    promise: 'A mail goes to an address once.',
    broken: `select min(id::text) as what from mail_outbox group by event_key, recipient, template having count(*) > 1`,
  },
  {
    name: 'mail-gets-through',
    promise: 'Every mail of more than a day ago has been sent or given up by name.',
    broken: `select id::text as what from mail_outbox where sent_at is null and given_up_at is null and created_at < clock_timestamp() - interval '1 day'`,
  },
  {
    name: 'code-wiped',
    promise: 'No one-time code is kept in a mail that is done with.',
    broken: `select id::text as what from mail_outbox where template = 'sign-in-code' and words <> '{}' and (sent_at is not null or given_up_at is not null)`,
  },
  {
    name: 'no-ruling-on-oneself',
    promise: 'Nobody rules on their own impartiality.',
    broken: `select id::text as what from ruling where ruled_by = seat_id union all select id::text from office_ruling where ruled_by = person_id`,
  },
];
