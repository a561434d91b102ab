import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The award's clock, the people and their rights, the chained log, the mail outbox: what every area stands on. */
export class Foundation1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table installation (
  id boolean not null default true,
  kind text not null,
  clock_offset interval not null default '0',
  seeded_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_installation primary key (id),
  constraint ck_installation_one_row check (id),
  constraint ck_installation_kind check (kind in ('demo', 'rehearsal', 'test', 'production')),
  constraint ck_installation_real_clock check (kind <> 'production' or clock_offset = '0')
);

create function award_now() returns timestamptz language sql volatile as
  $$ select clock_timestamp() + (select clock_offset from installation) $$;

create table person (
  id uuid not null default gen_random_uuid(),
  name text not null,
  language text not null default 'nb',
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_person primary key (id),
  constraint ck_person_language check (language in ('nb', 'nn', 'en'))
);

create table identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_identity primary key (issuer, subject),
  constraint fk_identity_person_id foreign key (person_id) references person (id)
);
create index ix_identity_person_id on identity (person_id);

create table demo_note (
  person_id uuid not null,
  position integer not null,
  note text not null,
  constraint pk_demo_note primary key (person_id),
  constraint fk_demo_note_person_id foreign key (person_id) references person (id)
);

create table role_grant (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null,
  edition_id uuid,
  class_code text,
  municipality_id uuid,
  granted_by uuid,
  granted_at timestamptz not null default award_now(),
  revoked_at timestamptz,
  by_organisation text,
  constraint pk_role_grant primary key (id),
  constraint fk_role_grant_person_id foreign key (person_id) references person (id),
  constraint ck_role_grant_role check (role in ('secretary', 'case-officer', 'juror', 'jury-leader',
    'municipality-viewer', 'municipality-editor', 'municipality-submitter', 'release-keyholder', 'operator')),
  constraint ck_role_grant_by_organisation check (by_organisation is null or (municipality_id is not null and by_organisation ~ '^[0-9]{9}$')),
  constraint ck_role_grant_municipality check ((role like 'municipality-%') = (municipality_id is not null)),
  constraint ck_role_grant_class check ((role in ('juror', 'jury-leader')) = (class_code is not null))
);
create index ix_role_grant_person_id on role_grant (person_id);

create table session (
  id_hash text not null,
  person_id uuid,
  grant_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint pk_session primary key (id_hash),
  constraint fk_session_person_id foreign key (person_id) references person (id) on delete cascade,
  constraint fk_session_grant_id foreign key (grant_id) references role_grant (id) on delete cascade
);
create index ix_session_expires_at on session (expires_at);

create table sign_in_code (
  id uuid not null default gen_random_uuid(),
  email text not null,
  code_hash text not null,
  browser_hash text not null default '',
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  constraint pk_sign_in_code primary key (id)
);
create index ix_sign_in_code_email on sign_in_code (email);

create unlogged table rate_limit (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 0,
  constraint pk_rate_limit primary key (key, window_start)
);

create table request_key (
  key uuid not null,
  person_id uuid not null,
  body_hash text not null,
  response jsonb,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_request_key primary key (key, person_id)
);

create table audit (
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  acting_role text,
  act text not null,
  subject_type text not null,
  subject_id uuid,
  edition_id uuid,
  facts jsonb not null default '{}',
  prev_hash text not null,
  hash text not null,
  constraint pk_audit primary key (seq),
  constraint uq_audit_prev_hash unique (prev_hash)
);
create index ix_audit_subject_id on audit (subject_id);

create function audit_row_hash(a audit) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(a.prev_hash, a.seq,
    extract(epoch from a.at), a.actor_id, a.acting_role, a.act, a.subject_type, a.subject_id, a.edition_id, a.facts)::text, 'UTF8')), 'hex')
$$;

create function audit_chain() returns trigger language plpgsql as $$
declare last record;
begin
  perform pg_advisory_xact_lock(730100);
  select seq, hash into last from audit order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, repeat('0', 64));
  new.at := award_now();
  new.hash := audit_row_hash(new);
  return new;
end $$;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log can only be added to' using errcode = '42501';
end $$;

create trigger tr_audit_chain before insert on audit for each row execute function audit_chain();
create trigger tr_audit_append_only before update or delete on audit for each row execute function audit_is_append_only();
create trigger tr_audit_no_truncate before truncate on audit for each statement execute function audit_is_append_only();
alter table audit enable always trigger tr_audit_append_only;
alter table audit enable always trigger tr_audit_no_truncate;

create function audit_verify() returns table (seq bigint, fault text) language sql stable as $$
  select a.seq, case
      when a.seq <> row_number() over (order by a.seq) then 'gap'
      when a.prev_hash <> coalesce(lag(a.hash) over (order by a.seq), repeat('0', 64)) then 'link'
      when a.hash <> audit_row_hash(a) then 'content' end
  from audit a
$$;

create table mail_outbox (
  id uuid not null default gen_random_uuid(),
  event_key text not null,
  recipient text not null,
  template text not null,
  language text not null,
  words jsonb not null,
  edition_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz,
  constraint pk_mail_outbox primary key (id),
  constraint uq_mail_outbox_once unique (event_key, recipient, template),
  constraint ck_mail_outbox_language check (language in ('nb', 'nn', 'en'))
);
create index ix_mail_outbox_waiting on mail_outbox (created_at) where sent_at is null and given_up_at is null;

create table caught_mail (
  id uuid not null default gen_random_uuid(),
  received_at timestamptz not null default clock_timestamp(),
  message_id text not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  attachments jsonb not null default '[]',
  constraint pk_caught_mail primary key (id)
);
create index ix_caught_mail_received_at on caught_mail (received_at desc);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
