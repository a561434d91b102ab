import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sealed record, the two keys that arm it, and the release that flips everything once. */
export class Publication1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table sealed_record (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  kind text not null,
  scope text not null,
  payload jsonb not null,
  sha256 text not null,
  sealed_by uuid not null,
  sealed_at timestamptz not null default award_now(),
  release_at timestamptz,
  cancelled_at timestamptz,
  constraint pk_sealed_record primary key (id),
  constraint uq_sealed_record_id_edition_id unique (id, edition_id),
  constraint fk_sealed_record_edition_id foreign key (edition_id) references edition (id),
  constraint ck_sealed_record_kind check (kind in ('finalists', 'winners')),
  constraint ck_sealed_record_scope check ((kind = 'finalists') = (scope = 'all'))
);
create unique index uq_sealed_record_living on sealed_record (edition_id, kind, scope) where cancelled_at is null;

create table arming (
  sealed_record_id uuid not null,
  person_id uuid not null,
  armed_at timestamptz not null default award_now(),
  constraint pk_arming primary key (sealed_record_id, person_id),
  constraint fk_arming_sealed_record_id foreign key (sealed_record_id) references sealed_record (id),
  constraint fk_arming_person_id foreign key (person_id) references person (id)
);

create sequence public_revision;

create table release (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  kind text not null,
  scope text not null,
  sealed_record_id uuid,
  released_at timestamptz not null default award_now(),
  released_by uuid,
  revision bigint not null default nextval('public_revision'),
  constraint pk_release primary key (id),
  constraint uq_release_once unique (edition_id, kind, scope),
  constraint uq_release_id_edition_id unique (id, edition_id),
  constraint fk_release_edition_id foreign key (edition_id) references edition (id),
  constraint fk_release_sealed_record_id foreign key (sealed_record_id, edition_id) references sealed_record (id, edition_id)
);

create table release_entry (
  release_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  outcome text not null,
  position integer not null,
  justification text,
  written_form text,
  constraint pk_release_entry primary key (release_id, nomination_id),
  constraint fk_release_entry_release_id foreign key (release_id, edition_id) references release (id, edition_id),
  constraint fk_release_entry_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_release_entry_outcome check (outcome in ('finalist', 'winner'))
);
create index ix_release_entry_nomination_id on release_entry (nomination_id);

create table stage_control (
  edition_id uuid not null,
  step integer not null default 0,
  blank boolean not null default false,
  held boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null default award_now(),
  constraint pk_stage_control primary key (edition_id),
  constraint fk_stage_control_edition_id foreign key (edition_id) references edition (id)
);

create view released_entry as
  select e.edition_id, e.class_code, e.nomination_id, n.municipality_id, n.population, n.population_date, n.population_source,
    bool_or(e.outcome = 'winner') as winner, min(e.position) filter (where e.outcome = 'finalist') as position,
    max(e.justification) as justification, max(e.written_form) as written_form,
    max(r.released_at) filter (where e.outcome = 'finalist') as finalist_released_at,
    max(r.released_at) filter (where e.outcome = 'winner') as winner_released_at
  from release_entry e join release r on r.id = e.release_id join nomination n on n.id = e.nomination_id
  group by e.edition_id, e.class_code, e.nomination_id, n.municipality_id, n.population, n.population_date, n.population_source;

create view public_edition as
  select id, year, name, phase, sample, as_published, call_text, event, reference_date, opens_at, deadline, finalists_at, announcement_at
  from edition where phase <> 'planned';
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
