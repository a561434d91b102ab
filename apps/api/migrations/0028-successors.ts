import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which municipality answers for an entry whose own was divided among several in the middle of the year. */
export class Successors1700000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table entry_successor (
  nomination_id uuid not null,
  edition_id uuid not null,
  municipality_id uuid not null,
  reason text not null,
  named_by uuid,
  named_at timestamptz not null default award_now(),
  constraint pk_entry_successor primary key (nomination_id),
  constraint fk_entry_successor_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint fk_entry_successor_municipality_id foreign key (municipality_id) references municipality (id),
  constraint ck_entry_successor_reason check (reason <> '')
);
create index ix_entry_successor_municipality_id on entry_successor (municipality_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
