import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The municipality register: units that last, versions with validity, population by date, who came from whom. */
export class Municipalities1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create function folded(name text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(translate(lower(name), 'åáàâäïíøöóôčđŋñšŧžéèüú', 'aaaaaiioooocdnnstzeeuu'), 'æ', 'ae'), 'aa', 'a')
$$;

create table municipality (
  id uuid not null default gen_random_uuid(),
  stable_key text not null,
  organisation_number text,
  written_form text,
  post_address text,
  mail_domain text,
  invented boolean not null default false,
  constraint pk_municipality primary key (id),
  constraint uq_municipality_stable_key unique (stable_key),
  constraint uq_municipality_organisation_number unique (organisation_number),
  constraint ck_municipality_organisation_number check (organisation_number ~ '^[0-9]{9}$'),
  constraint ck_municipality_written_form check (written_form in ('nb', 'nn', 'neutral'))
);

create table municipality_version (
  id uuid not null default gen_random_uuid(),
  municipality_id uuid not null,
  number text not null,
  name text collate "nb-x-icu" not null,
  norwegian_name text not null,
  sami_name text,
  kven_name text,
  county_number text not null,
  county_name text not null,
  sami_area boolean,
  longitude double precision,
  latitude double precision,
  valid_from date not null,
  valid_to date,
  constraint pk_municipality_version primary key (id),
  constraint fk_municipality_version_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_municipality_version_number check (number ~ '^[0-9]{4}$'),
  constraint ck_municipality_version_validity check (valid_to is null or valid_from < valid_to),
  constraint ex_municipality_version_number exclude using gist (number with =, daterange(valid_from, valid_to) with &&),
  constraint ex_municipality_version_unit exclude using gist (municipality_id with =, daterange(valid_from, valid_to) with &&)
);
create index ix_municipality_version_number on municipality_version (number);
create index ix_municipality_version_municipality_id on municipality_version (municipality_id);
create index ix_municipality_version_search on municipality_version using gin (folded(name) gin_trgm_ops);

create table population (
  municipality_id uuid not null,
  on_date date not null,
  count integer not null,
  source text not null,
  constraint pk_population primary key (municipality_id, on_date),
  constraint fk_population_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_population_count check (count >= 0)
);

create table succession (
  from_id uuid not null,
  to_id uuid not null,
  on_date date not null,
  share double precision,
  kind text not null,
  constraint pk_succession primary key (from_id, to_id),
  constraint fk_succession_from_id foreign key (from_id) references municipality (id),
  constraint fk_succession_to_id foreign key (to_id) references municipality (id),
  constraint ck_succession_other check (from_id <> to_id),
  constraint ck_succession_share check (share > 0 and share <= 1),
  constraint ck_succession_kind check (kind in ('merged', 'divided', 'separated', 're-established'))
);
create index ix_succession_to_id on succession (to_id);

create table register_import (
  id uuid not null default gen_random_uuid(),
  source text not null,
  changes jsonb not null,
  applied_by uuid,
  applied_at timestamptz not null default award_now(),
  constraint pk_register_import primary key (id)
);

alter table role_grant add constraint fk_role_grant_municipality_id foreign key (municipality_id) references municipality (id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
