import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries, their versions, the invitations that bring them and the formal check that follows. */
export class Nominations1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table nomination (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  municipality_id uuid not null,
  class_code text,
  state text not null default 'draft',
  content jsonb not null default '{}',
  written_form text not null default 'nb',
  population integer,
  population_date date,
  population_source text,
  class_reason text,
  submitted_version_id uuid,
  received_at timestamptz,
  return_due_at timestamptz,
  lock_version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default award_now(),
  updated_by uuid,
  updated_at timestamptz not null default award_now(),
  constraint pk_nomination primary key (id),
  constraint uq_nomination_id_edition_id unique (id, edition_id),
  constraint uq_nomination_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_nomination_edition_id foreign key (edition_id) references edition (id),
  constraint fk_nomination_municipality_id foreign key (municipality_id) references municipality (id),
  constraint fk_nomination_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint ck_nomination_state check (state in ('tipped', 'draft', 'declined', 'held', 'lapsed', 'submitted', 'in-eligibility-check',
    'returned', 'eligible', 'ineligible', 'in-review', 'assessed', 'withdrawn')),
  constraint ck_nomination_sent_has_class check (state in ('tipped', 'draft', 'declined', 'held', 'lapsed', 'withdrawn')
    or (class_code is not null and population is not null and population_date is not null and population_source is not null)),
  constraint ck_nomination_written_form check (written_form in ('nb', 'nn'))
);
create unique index uq_nomination_living on nomination (edition_id, municipality_id) where state <> 'withdrawn';
create index ix_nomination_edition_id_state on nomination (edition_id, state);
create index ix_nomination_municipality_id on nomination (municipality_id);

create table nomination_version (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  number integer not null,
  kind text not null,
  content jsonb not null,
  sha256 text not null,
  saved_by uuid,
  saved_at timestamptz not null default award_now(),
  constraint pk_nomination_version primary key (id),
  constraint uq_nomination_version_nomination_id_number unique (nomination_id, number),
  constraint uq_nomination_version_id_nomination_id unique (id, nomination_id),
  constraint fk_nomination_version_nomination_id foreign key (nomination_id) references nomination (id),
  constraint ck_nomination_version_kind check (kind in ('save', 'submitted'))
);
alter table nomination add constraint fk_nomination_submitted_version_id foreign key (submitted_version_id, id)
  references nomination_version (id, nomination_id);

create table nomination_step (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null default award_now(),
  constraint pk_nomination_step primary key (id),
  constraint fk_nomination_step_nomination_id foreign key (nomination_id) references nomination (id)
);
create index ix_nomination_step_nomination_id on nomination_step (nomination_id);

create table hidden_text (
  nomination_id uuid not null,
  edition_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default award_now(),
  constraint pk_hidden_text primary key (nomination_id),
  constraint fk_hidden_text_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);

create table invitation (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  municipality_id uuid not null,
  email text not null,
  invited_by uuid,
  invited_at timestamptz not null default award_now(),
  reminded_at timestamptz,
  constraint pk_invitation primary key (id),
  constraint uq_invitation_once unique (edition_id, municipality_id, email),
  constraint fk_invitation_edition_id foreign key (edition_id) references edition (id),
  constraint fk_invitation_municipality_id foreign key (municipality_id) references municipality (id)
);

create table eligibility_check (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  outcome text not null,
  checklist jsonb not null,
  reason text,
  due_at timestamptz,
  decided_by uuid,
  decided_at timestamptz not null default award_now(),
  constraint pk_eligibility_check primary key (id),
  constraint fk_eligibility_check_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_eligibility_check_outcome check (outcome in ('eligible', 'returned', 'ineligible')),
  constraint ck_eligibility_check_reason check (outcome = 'eligible' or reason is not null),
  constraint ck_eligibility_check_due check ((outcome = 'returned') = (due_at is not null))
);
create index ix_eligibility_check_nomination_id on eligibility_check (nomination_id);

create table reclassification (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  from_class text not null,
  to_class text not null,
  ground text not null,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null default award_now(),
  constraint pk_reclassification primary key (id),
  constraint ck_reclassification_ground check (ground in ('register-error', 'waiver')),
  constraint fk_reclassification_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint fk_reclassification_edition_id_from_class foreign key (edition_id, from_class) references edition_class (edition_id, code),
  constraint fk_reclassification_edition_id_to_class foreign key (edition_id, to_class) references edition_class (edition_id, code)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
