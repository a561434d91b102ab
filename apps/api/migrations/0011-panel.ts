import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members tell once of their ties, who reads how much, and the second round of a class. */
export class Panel1700000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table standing_relation (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  edition_id uuid not null,
  type text not null,
  municipality_id uuid,
  organisation_number text,
  business_name text,
  from_year integer,
  to_year integer,
  renewed_at timestamptz not null default award_now(),
  constraint pk_standing_relation primary key (id),
  constraint fk_standing_relation_person_id foreign key (person_id) references person (id),
  constraint fk_standing_relation_edition_id foreign key (edition_id) references edition (id),
  constraint fk_standing_relation_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_standing_relation_type check (type in ('residence', 'employment', 'office', 'board', 'ownership', 'family', 'earlier-work')),
  constraint ck_standing_relation_one check ((municipality_id is null) <> (business_name is null)),
  constraint ck_standing_relation_number check (organisation_number is null or (business_name is not null and organisation_number ~ '^[0-9]{9}$')),
  constraint ck_standing_relation_years check (from_year is null or to_year is null or from_year <= to_year)
);
create index ix_standing_relation_person_id on standing_relation (person_id);
create index ix_standing_relation_edition_id on standing_relation (edition_id);

create table reading_plan (
  edition_id uuid not null,
  class_code text not null,
  readings integer not null,
  set_by uuid,
  set_at timestamptz not null default award_now(),
  constraint pk_reading_plan primary key (edition_id, class_code),
  constraint fk_reading_plan_class foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint ck_reading_plan_readings check (readings between 1 and 60)
);

create table second_round (
  edition_id uuid not null,
  class_code text not null,
  opened_by uuid not null,
  opened_at timestamptz not null default award_now(),
  constraint pk_second_round primary key (edition_id, class_code),
  constraint fk_second_round_class foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_second_round_opened_by foreign key (opened_by, edition_id, class_code) references seat (id, edition_id, class_code)
);

create table second_reading (
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  first_overall integer,
  constraint pk_second_reading primary key (seat_id, nomination_id),
  constraint fk_second_reading_assignment foreign key (seat_id, nomination_id, edition_id, class_code)
    references assignment (seat_id, nomination_id, edition_id, class_code),
  constraint fk_second_reading_round foreign key (edition_id, class_code) references second_round (edition_id, class_code)
);
create index ix_second_reading_class on second_reading (edition_id, class_code);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
