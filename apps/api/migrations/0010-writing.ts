import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is writing now, and how many jobs each municipality has in each industry. */
export class Writing1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create unlogged table presence (
  nomination_id uuid not null,
  person_id uuid not null,
  part text,
  seen_at timestamptz not null default clock_timestamp(),
  constraint pk_presence primary key (nomination_id, person_id),
  constraint fk_presence_nomination_id foreign key (nomination_id) references nomination (id) on delete cascade,
  constraint fk_presence_person_id foreign key (person_id) references person (id) on delete cascade
);

create table industry_jobs (
  municipality_id uuid not null,
  year integer not null,
  industry text not null,
  jobs integer not null,
  constraint pk_industry_jobs primary key (municipality_id, year, industry),
  constraint fk_industry_jobs_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_industry_jobs_jobs check (jobs >= 0)
);

create table industry_jobs_of_country (
  year integer not null,
  industry text not null,
  name text not null,
  jobs integer not null,
  source text not null,
  updated_on date not null,
  constraint pk_industry_jobs_of_country primary key (year, industry),
  constraint ck_industry_jobs_of_country_jobs check (jobs >= 0)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
