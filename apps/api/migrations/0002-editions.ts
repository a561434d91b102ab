import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The award's years: timetable, size classes, criteria, phase and stage. */
export class Editions1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table edition (
  id uuid not null default gen_random_uuid(),
  year integer not null,
  name jsonb not null,
  phase text not null default 'planned',
  sample boolean not null default false,
  as_published boolean not null default false,
  copied_from_id uuid,
  call_text jsonb not null default '{}',
  form jsonb not null default '{}',
  event jsonb not null default '{}',
  press_contacts jsonb not null default '[]',
  reference_date date not null,
  opens_at timestamptz,
  deadline timestamptz,
  scoring_closes_at timestamptz,
  meeting_at timestamptz,
  finalists_at timestamptz,
  announcement_at timestamptz,
  preset text not null default 'simple',
  scale_min integer not null default 1,
  scale_max integer not null default 6,
  impartiality_scope text not null default 'class',
  impartiality_scope_reason text,
  quorum integer not null default 3,
  tie_rule text not null default 'second-ballot',
  rule_hash text,
  rule_registered_at timestamptz,
  lock_version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_edition primary key (id),
  constraint uq_edition_year unique (year),
  constraint fk_edition_copied_from_id foreign key (copied_from_id) references edition (id),
  constraint ck_edition_phase check (phase in ('planned', 'open', 'closed', 'judging', 'finalists-published', 'announced', 'archived')),
  constraint ck_edition_preset check (preset in ('simple', 'full')),
  constraint ck_edition_scope check (impartiality_scope = 'class' or (impartiality_scope = 'entry' and impartiality_scope_reason is not null)),
  constraint ck_edition_tie_rule check (tie_rule in ('second-ballot', 'leader-vote', 'shared')),
  constraint ck_edition_scale check (scale_min < scale_max),
  constraint ck_edition_open_has_dates check (phase = 'planned' or as_published or (opens_at is not null and deadline is not null and opens_at < deadline)),
  constraint ck_edition_press_contacts check (jsonb_typeof(press_contacts) = 'array'),
  constraint ck_edition_rule check ((rule_hash is null) = (rule_registered_at is null))
);

create table edition_class (
  edition_id uuid not null,
  code text not null,
  position integer not null,
  name jsonb not null,
  min_population integer,
  max_population integer,
  finalists integer not null default 3,
  winners integer not null default 1,
  stage text not null default 'waiting',
  constraint pk_edition_class primary key (edition_id, code),
  constraint fk_edition_class_edition_id foreign key (edition_id) references edition (id),
  constraint ck_edition_class_stage check (stage in ('waiting', 'scoring', 'deliberation', 'finalists-sealed', 'winner-sealed')),
  constraint ck_edition_class_code check (code ~ '^[a-z][a-z0-9-]{0,30}$'),
  constraint ck_edition_class_bounds check (min_population is null or max_population is null or min_population < max_population),
  constraint ck_edition_class_numbers check (finalists between 0 and 6 and winners between 0 and 2),
  constraint ex_edition_class_bounds exclude using gist (edition_id with =, int4range(min_population, max_population) with &&) deferrable initially immediate
);

create table criterion (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  code text not null,
  position integer not null,
  weight integer not null default 1,
  name jsonb not null,
  guidance jsonb not null default '{}',
  levels jsonb not null default '{}',
  constraint pk_criterion primary key (id),
  constraint uq_criterion_edition_id_code unique (edition_id, code),
  constraint uq_criterion_id_edition_id unique (id, edition_id),
  constraint fk_criterion_edition_id foreign key (edition_id) references edition (id),
  constraint ck_criterion_weight check (weight >= 0)
);

create table timetable_change (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  field text not null,
  before timestamptz,
  after timestamptz,
  reason text,
  changed_by uuid,
  changed_at timestamptz not null default award_now(),
  constraint pk_timetable_change primary key (id),
  constraint fk_timetable_change_edition_id foreign key (edition_id) references edition (id)
);
create index ix_timetable_change_edition_id on timetable_change (edition_id);

create table rule_change (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  part text not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default award_now(),
  constraint pk_rule_change primary key (id),
  constraint fk_rule_change_edition_id foreign key (edition_id) references edition (id),
  constraint ck_rule_change_part check (part in ('classes', 'criteria', 'rules', 'form'))
);
create index ix_rule_change_edition_id on rule_change (edition_id);

alter table role_grant add constraint fk_role_grant_edition_id foreign key (edition_id) references edition (id);
alter table role_grant add constraint fk_role_grant_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code);
create unique index uq_role_grant_living on role_grant (person_id, role, coalesce(edition_id, '00000000-0000-0000-0000-000000000000'),
  coalesce(class_code, ''), coalesce(municipality_id, '00000000-0000-0000-0000-000000000000')) where revoked_at is null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
