import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a finalist was asked to check, word by word, and what it answered. */
export class FactChecks1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table fact_check (
  id uuid not null default gen_random_uuid(),
  justification_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  text text not null,
  written_form text not null,
  text_sha256 text not null,
  asked_by uuid not null,
  asked_at timestamptz not null default award_now(),
  due_at timestamptz not null,
  answer text,
  remarks text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  constraint pk_fact_check primary key (id),
  constraint uq_fact_check_justification_id_text_sha256 unique (justification_id, text_sha256),
  constraint fk_fact_check_justification_id foreign key (justification_id, edition_id, class_code) references justification (id, edition_id, class_code),
  constraint fk_fact_check_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_fact_check_due check (due_at > asked_at),
  constraint ck_fact_check_answer check ((answer is null and answered_at is null and remarks = '')
    or (answered_at is not null and (answer = 'fine' and remarks = '' or answer = 'remarks' and remarks <> '')))
);
create index ix_fact_check_nomination_id on fact_check (nomination_id, asked_at);
create trigger tr_fact_check_kept before update or delete on fact_check for each row
  when (old.answered_at is not null) execute function sealed_is_never_edited();
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
