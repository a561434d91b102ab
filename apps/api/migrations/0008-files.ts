import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files in pieces, and the entries that they belong to. */
export class Files1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table file (
  id uuid not null default gen_random_uuid(),
  state text not null default 'uploading',
  accepts text[] not null,
  expected_bytes integer not null,
  expected_sha256 text not null,
  received integer not null default 0,
  pieces integer not null default 0,
  kind text,
  bytes integer,
  sha256 text,
  pages integer,
  width integer,
  height integer,
  warnings text[] not null default '{}',
  fault text,
  storage text not null default 'database',
  released boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  touched_at timestamptz not null default clock_timestamp(),
  constraint pk_file primary key (id),
  constraint ck_file_state check (state in ('uploading', 'checking', 'scanning', 'ready', 'refused')),
  constraint ck_file_storage check (storage in ('database', 's3')),
  constraint ck_file_expected check (expected_bytes between 1 and 50000000 and expected_sha256 ~ '^[0-9a-f]{64}$'),
  constraint ck_file_received check (received between 0 and expected_bytes),
  constraint ck_file_known check (state not in ('scanning', 'ready')
    or (kind is not null and bytes is not null and sha256 is not null)),
  constraint ck_file_fault check ((state = 'refused') = (fault is not null))
);
create index ix_file_state on file (state) where state <> 'ready';

create table file_chunk (
  file_id uuid not null,
  seq integer not null,
  start_at integer not null,
  bytes bytea not null,
  constraint pk_file_chunk primary key (file_id, seq),
  constraint fk_file_chunk_file_id foreign key (file_id) references file (id) on delete cascade,
  constraint ck_file_chunk_bytes check (octet_length(bytes) between 1 and 524288)
);
alter table file_chunk alter column bytes set storage external;

create table nomination_file (
  file_id uuid not null,
  nomination_id uuid not null,
  constraint pk_nomination_file primary key (file_id),
  constraint fk_nomination_file_file_id foreign key (file_id) references file (id) on delete cascade,
  constraint fk_nomination_file_nomination_id foreign key (nomination_id) references nomination (id)
);
create index ix_nomination_file_nomination_id on nomination_file (nomination_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
