import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures in the sizes that pages ask for, which of them are published, and under what address. */
export class Images1700000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table image_size (
  file_id uuid not null,
  name text not null,
  kind text not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  bytes bytea not null,
  constraint pk_image_size primary key (file_id, name),
  constraint fk_image_size_file_id foreign key (file_id) references file (id) on delete cascade,
  constraint ck_image_size_name check (name in ('480', '960', '1600', 'press')),
  constraint ck_image_size_kind check (kind in ('webp', 'jpeg') and (kind = 'jpeg') = (name = 'press')),
  constraint ck_image_size_bytes check (octet_length(bytes) between 1 and 8000000)
);
alter table image_size alter column bytes set storage external;

create table left_out_image (
  nomination_id uuid not null,
  file_id uuid not null,
  edition_id uuid not null,
  left_out_by uuid not null,
  left_out_at timestamptz not null default award_now(),
  constraint pk_left_out_image primary key (nomination_id, file_id),
  constraint fk_left_out_image_nomination_id foreign key (nomination_id) references nomination (id),
  constraint fk_left_out_image_file_id foreign key (file_id) references file (id) on delete cascade,
  constraint fk_left_out_image_edition_id foreign key (edition_id) references edition (id)
);

create table published_image (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  nomination_id uuid not null,
  file_id uuid,
  position integer not null,
  alt_text text not null,
  photographer text not null,
  caption text not null,
  published_at timestamptz not null default award_now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  reason text,
  replaced_by uuid,
  constraint pk_published_image primary key (id),
  constraint fk_published_image_nomination_id foreign key (nomination_id, edition_id, class_code)
    references nomination (id, edition_id, class_code),
  constraint fk_published_image_file_id foreign key (file_id) references file (id) on delete set null,
  constraint fk_published_image_replaced_by foreign key (replaced_by) references published_image (id),
  constraint ck_published_image_words check (trim(alt_text) <> '' and trim(photographer) <> ''),
  constraint ck_published_image_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null)
    and (withdrawn_at is null) = (reason is null) and (withdrawn_at is not null or replaced_by is null))
);
create unique index uq_published_image_living on published_image (nomination_id, file_id) where withdrawn_at is null;
create index ix_published_image_edition_id on published_image (edition_id);

create table replacement_file (
  file_id uuid not null,
  image_id uuid not null,
  edition_id uuid not null,
  constraint pk_replacement_file primary key (file_id),
  constraint fk_replacement_file_file_id foreign key (file_id) references file (id) on delete cascade,
  constraint fk_replacement_file_image_id foreign key (image_id) references published_image (id),
  constraint fk_replacement_file_edition_id foreign key (edition_id) references edition (id)
);
create index ix_replacement_file_image_id on replacement_file (image_id);

create function tell_image_change() returns trigger language plpgsql as $$
begin
  perform public_has_changed(new.edition_id);
  return null;
end $$;
create constraint trigger tr_published_image_public after insert or update on published_image deferrable initially deferred
  for each row execute function tell_image_change();

create function published_image_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a published picture is taken away or replaced, never edited' using errcode = '42501';
end $$;
create trigger tr_published_image_kept before update on published_image for each row
  when (old.withdrawn_at is not null and (old.withdrawn_at, old.withdrawn_by, old.reason, old.replaced_by)
      is distinct from (new.withdrawn_at, new.withdrawn_by, new.reason, new.replaced_by)
    or (old.id, old.edition_id, old.class_code, old.nomination_id, old.position, old.alt_text, old.photographer, old.caption, old.published_at)
      is distinct from (new.id, new.edition_id, new.class_code, new.nomination_id, new.position, new.alt_text, new.photographer, new.caption, new.published_at))
  execute function published_image_is_kept();
create trigger tr_published_image_kept_for_good before delete on published_image for each row execute function published_image_is_kept();

create view public_image as
  select id, edition_id, nomination_id, position, alt_text, photographer, caption, withdrawn_at is not null as gone
  from published_image;

create view public_image_size as
  select p.id as image_id, s.name, s.kind, s.width, s.height, s.sha256, octet_length(s.bytes) as weight, s.bytes
  from published_image p join image_size s on s.file_id = p.file_id where p.withdrawn_at is null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
