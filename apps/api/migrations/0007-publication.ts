import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sealed record, the two keys that arm it, and the release that flips everything once. */
export class Publication1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table sealed_record (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  kind text not null,
  scope text not null,
  number integer not null default 1,
  payload jsonb not null,
  sha256 text not null,
  sealed_by uuid not null,
  sealed_at timestamptz not null default award_now(),
  release_at timestamptz,
  stopped_at timestamptz,
  stopped_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  constraint pk_sealed_record primary key (id),
  constraint uq_sealed_record_id_edition_id unique (id, edition_id),
  constraint fk_sealed_record_edition_id foreign key (edition_id) references edition (id),
  constraint ck_sealed_record_kind check (kind in ('finalists', 'winners')),
  constraint ck_sealed_record_scope check ((kind = 'finalists') = (scope = 'all')),
  constraint ck_sealed_record_number check (number >= 1),
  constraint ck_sealed_record_stopped check ((stopped_at is null) = (stopped_by is null)),
  constraint ck_sealed_record_cancelled check ((cancelled_at is null) = (cancelled_by is null))
);
create unique index uq_sealed_record_living on sealed_record (edition_id, kind, scope, number) where cancelled_at is null;
create index ix_sealed_record_due on sealed_record (release_at) where cancelled_at is null and release_at is not null;

create function sealed_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what is sealed is cancelled and sealed anew, never edited' using errcode = '42501';
end $$;
create trigger tr_sealed_record_kept before update on sealed_record for each row
  when (old.cancelled_at is not null or (old.edition_id, old.kind, old.scope, old.number, old.payload, old.sha256, old.sealed_by, old.sealed_at)
    is distinct from (new.edition_id, new.kind, new.scope, new.number, new.payload, new.sha256, new.sealed_by, new.sealed_at))
  execute function sealed_record_is_kept();
create trigger tr_sealed_record_kept_for_good before delete on sealed_record for each row execute function sealed_record_is_kept();

create table arming (
  sealed_record_id uuid not null,
  person_id uuid not null,
  armed_at timestamptz not null default award_now(),
  constraint pk_arming primary key (sealed_record_id, person_id),
  constraint fk_arming_sealed_record_id foreign key (sealed_record_id) references sealed_record (id),
  constraint fk_arming_person_id foreign key (person_id) references person (id)
);

create table release (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  kind text not null,
  scope text not null,
  number integer not null default 1,
  sealed_record_id uuid,
  released_at timestamptz default award_now(),
  released_by uuid,
  constraint pk_release primary key (id),
  constraint uq_release_once unique (edition_id, kind, scope, number),
  constraint uq_release_id_edition_id unique (id, edition_id),
  constraint fk_release_edition_id foreign key (edition_id) references edition (id),
  constraint fk_release_sealed_record_id foreign key (sealed_record_id, edition_id) references sealed_record (id, edition_id),
  constraint ck_release_kind check (kind in ('finalists', 'winners') and (kind = 'finalists') = (scope = 'all')),
  constraint ck_release_known_time check (released_at is not null or sealed_record_id is null),
  constraint ck_release_number check (number = 1 or (number > 1 and sealed_record_id is not null))
);

create table release_entry (
  release_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  outcome text not null,
  position integer not null,
  justification text,
  written_form text,
  source text,
  constraint pk_release_entry primary key (release_id, nomination_id),
  constraint fk_release_entry_release_id foreign key (release_id, edition_id) references release (id, edition_id),
  constraint fk_release_entry_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_release_entry_outcome check (outcome in ('finalist', 'winner', 'prize-withdrawn')),
  constraint ck_release_entry_written_form check (written_form in ('nb', 'nn'))
);
create index ix_release_entry_nomination_id on release_entry (nomination_id);

create table live_hold (
  release_id uuid not null,
  edition_id uuid not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  constraint pk_live_hold primary key (release_id),
  constraint fk_live_hold_release_id foreign key (release_id, edition_id) references release (id, edition_id)
);
create index ix_live_hold_due on live_hold (due_at) where ended_at is null;

create function release_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what is released is corrected by a new release, never edited' using errcode = '42501';
end $$;
create trigger tr_release_kept before update or delete on release for each row execute function release_is_kept();
create trigger tr_release_entry_kept before update or delete on release_entry for each row execute function release_is_kept();

create view standing_release as
  select r.id, r.edition_id, r.kind, r.scope, r.number, r.sealed_record_id, r.released_at, r.released_by
  from release r where not exists (select from release n
    where n.edition_id = r.edition_id and n.kind = r.kind and n.scope = r.scope and n.number > r.number);

create view standing_release_entry as
  select e.release_id, e.nomination_id, e.edition_id, e.class_code, e.outcome, e.position, e.justification, e.written_form, e.source
  from release_entry e join standing_release r on r.id = e.release_id;

create table stage_control (
  edition_id uuid not null,
  step integer not null default 0,
  blank boolean not null default false,
  held boolean not null default false,
  live_delay integer not null default 0,
  captions text,
  sequence integer not null default 0,
  changed_by uuid,
  changed_at timestamptz not null default award_now(),
  constraint pk_stage_control primary key (edition_id),
  constraint fk_stage_control_edition_id foreign key (edition_id) references edition (id),
  constraint ck_stage_control_step check (step >= 0),
  constraint ck_stage_control_live_delay check (live_delay between 0 and 90),
  constraint ck_stage_control_captions check (captions in ('nb', 'nn', 'en'))
);

create table public_state (
  id boolean not null default true,
  revision bigint not null default 0,
  about uuid,
  constraint pk_public_state primary key (id),
  constraint ck_public_state_one_row check (id)
);
insert into public_state default values;

create function public_has_changed(edition uuid) returns void language plpgsql as $$
declare made bigint;
begin
  if coalesce(current_setting('kaaring.public_has_changed', true), '') <> '' then return; end if;
  perform set_config('kaaring.public_has_changed', 'yes', true);
  update public_state set revision = revision + 1, about = edition returning revision into made;
  perform pg_notify('kaaring_public', json_build_object('edition', edition, 'revision', made)::text);
end $$;

create function tell_public_change() returns trigger language plpgsql as $$
declare known uuid;
begin
  if tg_table_name = 'edition' then
    if new.phase = 'planned' then return null; end if;
    if tg_op = 'UPDATE' and (old.year, old.name, old.phase, old.call_text, old.event, old.press_contacts, old.reference_date, old.opens_at,
        old.deadline, old.finalists_at, old.announcement_at) is not distinct from (new.year, new.name, new.phase, new.call_text, new.event,
        new.press_contacts, new.reference_date, new.opens_at, new.deadline, new.finalists_at, new.announcement_at) then return null; end if;
    known := new.id;
  elsif tg_table_name = 'edition_class' then
    if tg_op = 'UPDATE' and (old.position, old.name, old.min_population, old.max_population)
      is not distinct from (new.position, new.name, new.min_population, new.max_population) then return null; end if;
    known := new.edition_id;
    if not exists (select from edition where id = known and phase <> 'planned') then return null; end if;
  elsif tg_table_name = 'criterion' then
    known := case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
    if not exists (select from edition where id = known and phase <> 'planned') then return null; end if;
  elsif tg_table_name = 'live_hold' then
    known := new.edition_id;
  elsif tg_table_name = 'hidden_text' then
    known := new.edition_id;
    if not exists (select from release_entry where nomination_id = new.nomination_id) then return null; end if;
  elsif tg_table_name in ('release', 'nomination') then
    known := new.edition_id;
    if tg_table_name = 'nomination' and not exists (select from release_entry where nomination_id = new.id) then return null; end if;
  end if;
  perform public_has_changed(known);
  return null;
end $$;
create constraint trigger tr_edition_public after insert or update on edition deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_edition_class_public after insert or update on edition_class deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_criterion_public after insert or update or delete on criterion deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_release_public after insert on release deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_live_hold_public after update of ended_at on live_hold deferrable initially deferred
  for each row when (old.ended_at is null and new.ended_at is not null) execute function tell_public_change();
create constraint trigger tr_nomination_public after update of state on nomination deferrable initially deferred
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function tell_public_change();
create constraint trigger tr_hidden_text_public after insert on hidden_text deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_municipality_version_public after insert or update or delete on municipality_version deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_population_public after insert or update or delete on population deferrable initially deferred
  for each row execute function tell_public_change();
create constraint trigger tr_succession_public after insert or update or delete on succession deferrable initially deferred
  for each row execute function tell_public_change();

create view released_entry as
  select e.edition_id, e.class_code, e.nomination_id, n.municipality_id, n.population, n.population_date, n.population_source,
    bool_or(e.outcome = 'winner') as winner, min(e.position) filter (where e.outcome = 'finalist') as position,
    case when h.nomination_id is null then max(e.justification) end as justification, max(e.written_form) as written_form, max(e.source) as source,
    max(r.released_at) filter (where e.outcome = 'finalist') as finalist_released_at,
    max(r.released_at) filter (where e.outcome = 'winner') as winner_released_at,
    case when n.state = 'withdrawn' then coalesce((select max(s.taken_at) from nomination_step s
      where s.nomination_id = e.nomination_id and s.to_state = 'withdrawn'), n.updated_at) end as withdrawn_at,
    case when exists (select from release_entry o where o.nomination_id = e.nomination_id and o.outcome = 'finalist'
        and o.justification is distinct from max(e.justification))
      then (select min(q.released_at) from release_entry o join release q on q.id = o.release_id
        where o.nomination_id = e.nomination_id and o.outcome = 'finalist' and o.justification = max(e.justification)) end as corrected_at,
    case when bool_or(e.outcome = 'prize-withdrawn')
      then (select min(q.released_at) from release_entry o join release q on q.id = o.release_id
        where o.nomination_id = e.nomination_id and o.outcome = 'prize-withdrawn') end as prize_withdrawn_at,
    h.nomination_id is not null as text_hidden
  from standing_release_entry e join standing_release r on r.id = e.release_id join nomination n on n.id = e.nomination_id
    left join hidden_text h on h.nomination_id = e.nomination_id
  group by h.nomination_id, e.edition_id, e.class_code, e.nomination_id, n.municipality_id, n.population, n.population_date, n.population_source, n.state, n.updated_at;

create view public_release as
  select edition_id, kind, scope, released_at,
    not exists (select from live_hold h where h.release_id = release.id and h.ended_at is null) as on_live_page
  from release where number = 1;

create view public_edition as
  select id, year, name, phase, sample, as_published, call_text, event, press_contacts, reference_date, opens_at, deadline, finalists_at, announcement_at
  from edition where phase <> 'planned';

create view public_edition_class as
  select c.edition_id, c.code, c.position, c.name, c.min_population, c.max_population
  from edition_class c join edition e on e.id = c.edition_id where e.phase <> 'planned';

create view public_rules as
  select e.id as edition_id, e.quorum,
    (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'weight', k.weight) order by k.position), '[]')
      from criterion k where k.edition_id = e.id) as criteria,
    (select coalesce(jsonb_object_agg(c.code, jsonb_build_object('finalists', c.finalists, 'winners', c.winners)), '{}')
      from edition_class c where c.edition_id = e.id) as numbers
  from edition e where e.phase <> 'planned';

create view public_participation as
  select n.edition_id, n.class_code, count(*)::integer as entries
  from nomination n join release r on r.edition_id = n.edition_id and r.kind = 'finalists' and r.number = 1
  where n.received_at is not null and n.class_code is not null and r.sealed_record_id is not null
  group by n.edition_id, n.class_code;

create view public_participation_county as
  select edition_id, case when entries > 1 then county end as county, sum(entries)::integer as entries
  from (select n.edition_id, v.county_name as county, count(*) as entries
    from nomination n join release r on r.edition_id = n.edition_id and r.kind = 'finalists' and r.number = 1
    join lateral (select o.county_name from municipality_version o where o.municipality_id = n.municipality_id
      order by (o.valid_from <= n.population_date) desc, o.valid_from desc limit 1) v on true
    where n.received_at is not null and n.class_code is not null and r.sealed_record_id is not null
    group by n.edition_id, v.county_name) counted
  group by 1, 2;

create view public_stepped_out as
  select s.edition_id, s.class_code, s.name, s.house
  from seat s
  where s.state = 'accepted'
    and not exists (select from edition_class c where c.edition_id = s.edition_id and not exists (
      select from release r where r.edition_id = c.edition_id and r.kind = 'winners' and r.scope = c.code and r.sealed_record_id is not null))
    and exists (select from ruling u where u.seat_id = s.id and u.outcome = 'recused' and not exists (
      select from ruling l where l.seat_id = u.seat_id and l.nomination_id = u.nomination_id and l.ruled_at > u.ruled_at));

create view public_juror as
  select s.edition_id, s.class_code, s.name, s.house, s.role
  from seat s join release r on r.edition_id = s.edition_id and r.kind = 'finalists' and r.number = 1
  where s.state = 'accepted' and r.sealed_record_id is not null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
