import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent out with a result, version by version; and of it, to the public, only what is released. */
export class ReleaseTexts1700000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table release_text (
  edition_id uuid not null,
  scope text not null,
  version integer not null,
  words jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null default award_now(),
  constraint pk_release_text primary key (edition_id, scope, version),
  constraint fk_release_text_edition_id foreign key (edition_id) references edition (id),
  constraint ck_release_text_version check (version >= 1)
);

create function release_text_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a release text is saved as a new version, never edited' using errcode = '42501';
end $$;
create trigger tr_release_text_kept before update or delete on release_text for each row execute function release_text_is_kept();

create view public_release_text as
  select r.edition_id, r.scope, s.payload -> 'text' -> 'words' as words
  from standing_release r join sealed_record s on s.id = r.sealed_record_id
  where jsonb_typeof(s.payload -> 'text') = 'object';
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
