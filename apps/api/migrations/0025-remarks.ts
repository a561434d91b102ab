import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who write the jury's reasons say to each other about a passage, and where what it claims comes from. */
export class Remarks1700000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table justification_remark (
  id uuid not null default gen_random_uuid(),
  justification_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  kind text not null,
  passage text not null default '',
  body text not null default '',
  source text,
  source_seat_id uuid,
  written_by uuid,
  written_at timestamptz not null default award_now(),
  settled_at timestamptz,
  settled_by uuid,
  constraint pk_justification_remark primary key (id),
  constraint fk_justification_remark_justification_id foreign key (justification_id, edition_id, class_code)
    references justification (id, edition_id, class_code),
  constraint fk_justification_remark_source_seat_id foreign key (source_seat_id, edition_id, class_code)
    references seat (id, edition_id, class_code),
  constraint ck_justification_remark_kind check (kind in ('comment', 'source') and (kind = 'source') = (source is not null)),
  constraint ck_justification_remark_source check (source in ('entry', 'assessment', 'elsewhere')),
  constraint ck_justification_remark_seat check (source_seat_id is null or source = 'assessment'),
  constraint ck_justification_remark_says check (case when kind = 'comment' then body <> '' else passage <> '' end),
  constraint ck_justification_remark_settled check (settled_at is not null or settled_by is null)
);
create index ix_justification_remark_justification_id on justification_remark (justification_id, written_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
