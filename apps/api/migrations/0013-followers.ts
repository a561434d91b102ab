import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gets a mail when something is told: the award's news, or one municipality's. */
export class Followers1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table follower (
  id uuid not null default gen_random_uuid(),
  email text not null,
  municipality_id uuid,
  language text not null,
  asked_at timestamptz not null default award_now(),
  confirmed_at timestamptz,
  constraint pk_follower primary key (id),
  constraint fk_follower_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_follower_email check (email = lower(email)),
  constraint ck_follower_language check (language in ('nb', 'nn', 'en'))
);
create unique index uq_follower_of_award on follower (email) where municipality_id is null;
create unique index uq_follower_of_municipality on follower (email, municipality_id) where municipality_id is not null;

create table followed_release (
  release_id uuid not null,
  told_at timestamptz not null default award_now(),
  constraint pk_followed_release primary key (release_id),
  constraint fk_followed_release_release_id foreign key (release_id) references release (id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
