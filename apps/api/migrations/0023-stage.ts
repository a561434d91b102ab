import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes on stage, how a class is presented, who knows before everybody else, and the screens of a rehearsal. */
export class Stage1700000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table stage_call (
  edition_id uuid not null,
  due_at timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null default award_now(),
  constraint pk_stage_call primary key (edition_id),
  constraint fk_stage_call_edition_id foreign key (edition_id) references edition (id),
  constraint ck_stage_call_due check (due_at > asked_at)
);

create table stage_party (
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  said text not null default '',
  people jsonb not null default '[]',
  needs text not null default '',
  lock_version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null default award_now(),
  constraint pk_stage_party primary key (nomination_id),
  constraint fk_stage_party_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_stage_party_people check (jsonb_typeof(people) = 'array')
);

create table stage_class_plan (
  edition_id uuid not null,
  class_code text not null,
  presenters text not null default '',
  note text not null default '',
  lock_version integer not null default 1,
  constraint pk_stage_class_plan primary key (edition_id, class_code),
  constraint fk_stage_class_plan_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code)
);

create table clearance (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  knows text not null,
  class_code text,
  name text not null,
  part text not null,
  organisation text not null default '',
  person_id uuid,
  cleared_by uuid not null,
  cleared_at timestamptz not null default award_now(),
  ended_by uuid,
  ended_at timestamptz,
  constraint pk_clearance primary key (id),
  constraint fk_clearance_edition_id foreign key (edition_id) references edition (id),
  constraint fk_clearance_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_clearance_person_id foreign key (person_id) references person (id),
  constraint ck_clearance_knows check (knows in ('finalists', 'winners') and (knows = 'winners') = (class_code is not null)),
  constraint ck_clearance_part check (part in ('presenter', 'technician', 'photographer', 'journalist', 'other')),
  constraint ck_clearance_journalist check (part <> 'journalist' or knows = 'finalists'),
  constraint ck_clearance_ended check ((ended_at is null) = (ended_by is null))
);
create index ix_clearance_edition_id on clearance (edition_id, cleared_at);

create table stage_rehearsal (
  edition_id uuid not null,
  step integer not null default 0,
  blank boolean not null default false,
  held boolean not null default false,
  sequence integer not null default 0,
  constraint pk_stage_rehearsal primary key (edition_id),
  constraint fk_stage_rehearsal_edition_id foreign key (edition_id) references edition (id),
  constraint ck_stage_rehearsal_step check (step >= 0)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
