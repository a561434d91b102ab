import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for and done when something told has to change: requests, corrections, postponements. */
export class Changes1700000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table correction (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  kind text not null,
  scope text not null,
  number integer not null,
  nomination_id uuid,
  named jsonb,
  note text not null,
  reason text not null,
  opened_by uuid not null,
  opened_at timestamptz not null default award_now(),
  given_up_by uuid,
  given_up_at timestamptz,
  release_id uuid,
  constraint pk_correction primary key (id),
  constraint fk_correction_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_correction_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint fk_correction_release_id foreign key (release_id, edition_id) references release (id, edition_id),
  constraint ck_correction_kind check (kind in ('announcement', 'text', 'prize-withdrawn')),
  constraint ck_correction_about check ((kind = 'announcement') = (nomination_id is null) and (kind = 'announcement') = (named is not null)),
  constraint ck_correction_scope check ((kind = 'text') <= (scope = 'all') and (kind = 'prize-withdrawn') <= (scope = class_code)
    and scope in ('all', class_code)),
  constraint ck_correction_number check (number >= 2),
  constraint ck_correction_given_up check ((given_up_at is null) = (given_up_by is null) and (given_up_at is null or release_id is null))
);
create unique index uq_correction_open on correction (edition_id, scope) where given_up_at is null and release_id is null;
create unique index uq_correction_release_id on correction (release_id) where release_id is not null;

create function correction_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a correction is given up or released, never edited' using errcode = '42501';
end $$;
create trigger tr_correction_kept before update on correction for each row
  when (old.given_up_at is not null or old.release_id is not null
    or (old.id, old.edition_id, old.class_code, old.kind, old.scope, old.number, old.nomination_id, old.named, old.note, old.reason, old.opened_by, old.opened_at)
      is distinct from (new.id, new.edition_id, new.class_code, new.kind, new.scope, new.number, new.nomination_id, new.named, new.note, new.reason, new.opened_by, new.opened_at))
  execute function correction_is_kept();
create trigger tr_correction_kept_for_good before delete on correction for each row execute function correction_is_kept();

create table correction_request (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  text text not null,
  asked_by uuid not null,
  asked_at timestamptz not null default award_now(),
  answer text,
  reply text not null default '',
  concerns_assessment boolean not null default false,
  answered_by uuid,
  answered_at timestamptz,
  correction_id uuid,
  constraint pk_correction_request primary key (id),
  constraint fk_correction_request_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint fk_correction_request_correction_id foreign key (correction_id) references correction (id),
  constraint ck_correction_request_answer check (answer in ('mended', 'stands')),
  constraint ck_correction_request_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
    and (answer = 'mended') is not distinct from (case when answer is null then null else correction_id is not null end))
);
create unique index uq_correction_request_open on correction_request (nomination_id) where answer is null;
create index ix_correction_request_edition_id on correction_request (edition_id, asked_at);

create table postponement (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  field text not null,
  before timestamptz not null,
  after timestamptz not null,
  reason text not null,
  timed jsonb not null default '[]',
  proposed_by uuid not null,
  proposed_at timestamptz not null default award_now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  given_up_by uuid,
  given_up_at timestamptz,
  constraint pk_postponement primary key (id),
  constraint fk_postponement_edition_id foreign key (edition_id) references edition (id),
  constraint ck_postponement_field check (field in ('finalistsAt', 'announcementAt')),
  constraint ck_postponement_two check (confirmed_by <> proposed_by and (confirmed_at is null) = (confirmed_by is null)),
  constraint ck_postponement_given_up check ((given_up_at is null) = (given_up_by is null) and (given_up_at is null or confirmed_at is null))
);
create unique index uq_postponement_waiting on postponement (edition_id, field) where confirmed_at is null and given_up_at is null;

create view public_correction as
  select c.edition_id, c.class_code, c.kind, c.scope, c.note, r.released_at
  from correction c join release r on r.id = c.release_id;

create view public_postponement as
  select distinct on (p.edition_id, p.field) p.edition_id, p.field, p.before, p.after, p.confirmed_at
  from postponement p join edition e on e.id = p.edition_id
  where p.confirmed_at is not null and e.phase <> 'planned' and p.before < p.after
    and p.after = case p.field when 'finalistsAt' then e.finalists_at else e.announcement_at end
  order by p.edition_id, p.field, p.confirmed_at desc;

create or replace function released_is_not_redecided() returns trigger language plpgsql as $$
begin
  if not new.as_published and exists (select from release r where r.edition_id = new.edition_id
      and r.kind = case new.kind when 'winner' then 'winners' else 'finalists' end and r.scope in ('all', new.class_code))
    and not exists (select from correction c join sealed_record s on s.edition_id = c.edition_id and s.scope = c.scope and s.number = c.number
      where c.edition_id = new.edition_id and c.class_code = new.class_code and c.kind = 'announcement'
        and c.given_up_at is null and c.release_id is null and s.cancelled_at is null)
    and not (new.kind = 'finalists'
      and exists (select from decision_entry e join nomination n on n.id = e.nomination_id
        where e.decision_id = new.supersedes_id and e.outcome = 'finalist' and n.state = 'withdrawn')
      and not exists (select from release r where r.edition_id = new.edition_id and r.kind = 'winners' and r.scope = new.class_code)) then
    raise exception 'what is released is corrected in public, not decided anew' using errcode = '23514', constraint = 'ck_decision_not_released';
  end if;
  return new;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
