import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has asked to be forgotten. The address stands here until it is done, and never after. */
export class Privacy1700000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table erasure (
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  emails text[] not null default '{}',
  asked_by uuid not null,
  asked_at timestamptz not null default award_now(),
  done_at timestamptz,
  gone jsonb,
  constraint pk_erasure primary key (id),
  constraint fk_erasure_person_id foreign key (person_id) references person (id),
  constraint ck_erasure_done check ((done_at is null) = (gone is null)),
  constraint ck_erasure_forgotten check (done_at is null or emails = '{}')
);
create unique index uq_erasure_waiting on erasure (person_id) where done_at is null and person_id is not null;
create index ix_erasure_waiting on erasure (asked_at) where done_at is null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
