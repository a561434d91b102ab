import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said and put to the vote in a meeting, objections to its minutes, and the notice that keeps every screen in step. */
export class Meeting1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table meeting_item (
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  taken_up_at timestamptz not null default award_now(),
  left_at timestamptz,
  constraint pk_meeting_item primary key (id),
  constraint fk_meeting_item_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code),
  constraint fk_meeting_item_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
create unique index uq_meeting_item_on_the_table on meeting_item (meeting_id) where left_at is null;

create table remark (
  id uuid not null default gen_random_uuid(),
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  text text not null,
  made_at timestamptz not null default award_now(),
  constraint pk_remark primary key (id),
  constraint fk_remark_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint fk_remark_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
create index ix_remark_class on remark (edition_id, class_code, made_at);

create table motion (
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  seat_id uuid not null,
  text text not null,
  state text not null default 'open',
  result jsonb,
  put_at timestamptz not null default award_now(),
  closed_at timestamptz,
  constraint pk_motion primary key (id),
  constraint uq_motion_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_motion_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code),
  constraint fk_motion_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_motion_state check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (result is not null) and state in ('open', 'closed'))
);
create unique index uq_motion_one_open on motion (meeting_id) where state = 'open';
create trigger tr_motion_closed before update or delete on motion for each row when (old.state = 'closed') execute function sealed_is_never_edited();

create table motion_vote (
  motion_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  vote text not null,
  cast_at timestamptz not null default award_now(),
  constraint pk_motion_vote primary key (motion_id, seat_id),
  constraint fk_motion_vote_motion_id foreign key (motion_id, edition_id, class_code) references motion (id, edition_id, class_code),
  constraint fk_motion_vote_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_motion_vote_vote check (vote in ('for', 'against', 'abstain'))
);
create function vote_needs_open_motion() returns trigger language plpgsql as $$
begin
  if (select state from motion where id = coalesce(new.motion_id, old.motion_id)) <> 'open' then
    raise exception 'the motion is closed' using errcode = '23514', constraint = 'ck_motion_vote_open';
  end if;
  return coalesce(new, old);
end $$;
create trigger tr_motion_vote_open before insert or update or delete on motion_vote for each row execute function vote_needs_open_motion();

create table minutes_objection (
  id uuid not null default gen_random_uuid(),
  minutes_id uuid not null,
  seat_id uuid not null,
  text text not null,
  made_at timestamptz not null default award_now(),
  constraint pk_minutes_objection primary key (id),
  constraint fk_minutes_objection_minutes_id foreign key (minutes_id) references minutes (id),
  constraint fk_minutes_objection_seat_id foreign key (seat_id) references seat (id)
);
create index ix_minutes_objection_minutes_id on minutes_objection (minutes_id);
create trigger tr_minutes_objection_kept before update or delete on minutes_objection for each row execute function sealed_is_never_edited();

create table meeting_revision (
  edition_id uuid not null,
  class_code text not null,
  revision integer not null,
  constraint pk_meeting_revision primary key (edition_id, class_code),
  constraint fk_meeting_revision_class foreign key (edition_id, class_code) references edition_class (edition_id, code)
);

create function meeting_has_changed() returns trigger language plpgsql as $$
declare
  edition uuid;
  class text;
  made integer;
begin
  if tg_table_name = 'minutes_objection' then
    select m.edition_id, m.class_code into edition, class from minutes m where m.id = new.minutes_id;
  else
    edition := new.edition_id;
    class := new.class_code;
  end if;
  if current_setting('kaaring.meeting_changed', true) = edition::text || class then return null; end if;
  perform set_config('kaaring.meeting_changed', edition::text || class, true);
  insert into meeting_revision (edition_id, class_code, revision) values (edition, class, 1)
    on conflict (edition_id, class_code) do update set revision = meeting_revision.revision + 1 returning revision into made;
  perform pg_notify('kaaring_meeting', json_build_object('edition', edition, 'class', class, 'revision', made, 'ends', tg_table_name = 'ruling')::text);
  return null;
end $$;

do $$
declare watched text;
begin
  foreach watched in array array['meeting', 'attendance', 'ballot', 'ballot_paper', 'decision', 'minutes', 'minutes_objection',
      'meeting_item', 'remark', 'motion', 'motion_vote', 'ruling'] loop
    execute format('create constraint trigger %I after insert or update on %I deferrable initially deferred
      for each row execute function meeting_has_changed()', 'tr_' || watched || '_told', watched);
  end loop;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
