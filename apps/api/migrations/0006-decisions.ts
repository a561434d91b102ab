import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rankings, meetings, ballots, decisions and the public justifications: each belongs to one class of one edition. */
export class Decisions1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table ranking (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  method text not null,
  input_hash text not null,
  input jsonb not null,
  result jsonb not null,
  made_by uuid,
  made_at timestamptz not null default award_now(),
  constraint pk_ranking primary key (id),
  constraint uq_ranking_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_ranking_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code)
);
create index ix_ranking_class on ranking (edition_id, class_code, made_at desc);

create table ranking_place (
  ranking_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  place integer,
  mean double precision,
  counted integer not null,
  constraint pk_ranking_place primary key (ranking_id, nomination_id),
  constraint fk_ranking_place_ranking_id foreign key (ranking_id, edition_id, class_code) references ranking (id, edition_id, class_code),
  constraint fk_ranking_place_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_ranking_place_unscored check ((counted = 0) = (place is null) and (counted = 0) = (mean is null))
);

create table meeting (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  opened_by uuid,
  opened_at timestamptz not null default award_now(),
  closed_at timestamptz,
  constraint pk_meeting primary key (id),
  constraint uq_meeting_edition_id_class_code unique (edition_id, class_code),
  constraint uq_meeting_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_meeting_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code)
);

create table attendance (
  meeting_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  present boolean not null,
  stepped_out_at timestamptz,
  noted_at timestamptz not null default award_now(),
  constraint pk_attendance primary key (meeting_id, seat_id),
  constraint fk_attendance_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code),
  constraint fk_attendance_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code)
);

create table ballot (
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  round integer not null,
  state text not null default 'open',
  result jsonb,
  opened_by uuid,
  opened_at timestamptz not null default award_now(),
  closed_at timestamptz,
  constraint pk_ballot primary key (id),
  constraint uq_ballot_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint uq_ballot_meeting_id_round unique (meeting_id, round),
  constraint fk_ballot_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code),
  constraint ck_ballot_state check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (result is not null) and state in ('open', 'closed'))
);
create unique index uq_ballot_one_open on ballot (meeting_id) where state = 'open';

create table ballot_option (
  ballot_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  constraint pk_ballot_option primary key (ballot_id, nomination_id),
  constraint fk_ballot_option_ballot_id foreign key (ballot_id, edition_id, class_code) references ballot (id, edition_id, class_code),
  constraint fk_ballot_option_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code)
);

create table ballot_paper (
  ballot_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  choices jsonb not null,
  cast_at timestamptz not null default award_now(),
  constraint pk_ballot_paper primary key (ballot_id, seat_id),
  constraint fk_ballot_paper_ballot_id foreign key (ballot_id, edition_id, class_code) references ballot (id, edition_id, class_code),
  constraint fk_ballot_paper_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code)
);

create table decision (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  kind text not null,
  number integer not null,
  reason text not null,
  dissent text,
  votes_for integer,
  votes_against integer,
  ranking_id uuid,
  ballot_id uuid,
  finalists_decision_id uuid,
  decided_by uuid,
  sealed_at timestamptz not null default award_now(),
  supersedes_id uuid,
  as_published boolean not null default false,
  constraint pk_decision primary key (id),
  constraint uq_decision_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint uq_decision_supersedes_id unique (supersedes_id),
  constraint fk_decision_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_decision_ranking_id foreign key (ranking_id, edition_id, class_code) references ranking (id, edition_id, class_code),
  constraint fk_decision_ballot_id foreign key (ballot_id, edition_id, class_code) references ballot (id, edition_id, class_code),
  constraint fk_decision_finalists_decision_id foreign key (finalists_decision_id, edition_id, class_code) references decision (id, edition_id, class_code),
  constraint fk_decision_supersedes_id foreign key (supersedes_id, edition_id, class_code) references decision (id, edition_id, class_code),
  constraint ck_decision_kind check (kind in ('finalists', 'winner')),
  constraint ck_decision_number check ((kind = 'finalists' and number between 0 and 6) or (kind = 'winner' and number between 0 and 2)),
  constraint ck_decision_winner_of check ((kind = 'winner') = (finalists_decision_id is not null))
);
create unique index uq_decision_first on decision (edition_id, class_code, kind) where supersedes_id is null;

create table decision_entry (
  decision_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  outcome text not null,
  position integer not null,
  constraint pk_decision_entry primary key (decision_id, nomination_id),
  constraint uq_decision_entry_position unique (decision_id, outcome, position),
  constraint fk_decision_entry_decision_id foreign key (decision_id, edition_id, class_code) references decision (id, edition_id, class_code),
  constraint fk_decision_entry_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_decision_entry_outcome check (outcome in ('finalist', 'reserve', 'winner'))
);
create index ix_decision_entry_nomination_id on decision_entry (nomination_id);

create function decision_keeps_its_number() returns trigger language plpgsql as $$
declare d decision; chosen integer; strangers integer;
begin
  select * into d from decision where id = coalesce(
    case when tg_table_name = 'decision' then new.id end,
    case when tg_table_name = 'decision_entry' then new.decision_id end);
  select count(*) into chosen from decision_entry e where e.decision_id = d.id
    and e.outcome = case d.kind when 'finalists' then 'finalist' else 'winner' end;
  if chosen <> d.number and not d.as_published then
    raise exception 'the decision states % and names %', d.number, chosen using errcode = '23514', constraint = 'ck_decision_keeps_its_number';
  end if;
  if d.kind = 'winner' then
    select count(*) into strangers from decision_entry e where e.decision_id = d.id and e.outcome = 'winner'
      and not exists (select from decision_entry f where f.decision_id = d.finalists_decision_id
        and f.nomination_id = e.nomination_id and f.outcome = 'finalist');
    if strangers > 0 then
      raise exception 'a winner is one of the finalists' using errcode = '23514', constraint = 'ck_decision_winner_is_finalist';
    end if;
  end if;
  return null;
end $$;
create constraint trigger tr_decision_number after insert on decision deferrable initially deferred
  for each row execute function decision_keeps_its_number();
create constraint trigger tr_decision_entry_number after insert on decision_entry deferrable initially deferred
  for each row execute function decision_keeps_its_number();

create function sealed_is_never_edited() returns trigger language plpgsql as $$
begin
  raise exception 'what is sealed is superseded, never edited' using errcode = '42501';
end $$;
create trigger tr_decision_sealed before update or delete on decision for each row execute function sealed_is_never_edited();
create trigger tr_decision_entry_sealed before update or delete on decision_entry for each row execute function sealed_is_never_edited();

create table minutes (
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  number integer not null,
  content jsonb not null,
  sha256 text not null,
  made_at timestamptz not null default award_now(),
  approved_by uuid,
  approved_at timestamptz,
  constraint pk_minutes primary key (id),
  constraint uq_minutes_meeting_id_number unique (meeting_id, number),
  constraint fk_minutes_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code)
);

create table justification (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  written_form text not null,
  text text not null default '',
  stage_text text not null default '',
  internal_note text not null default '',
  state text not null default 'draft',
  sha256 text,
  author_id uuid,
  sealed_at timestamptz,
  lock_version integer not null default 1,
  updated_at timestamptz not null default award_now(),
  constraint pk_justification primary key (id),
  constraint uq_justification_nomination_id unique (nomination_id),
  constraint uq_justification_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_justification_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_justification_state check (state in ('draft', 'sealed') and (state = 'sealed') = (sealed_at is not null)),
  constraint ck_justification_sealed_hash check (state = 'draft' or sha256 is not null),
  constraint ck_justification_written_form check (written_form in ('nb', 'nn'))
);
create index ix_justification_class on justification (edition_id, class_code);

create table justification_version (
  id uuid not null default gen_random_uuid(),
  justification_id uuid not null,
  number integer not null,
  text text not null,
  stage_text text not null,
  sha256 text not null,
  saved_by uuid,
  saved_at timestamptz not null default award_now(),
  constraint pk_justification_version primary key (id),
  constraint uq_justification_version_number unique (justification_id, number),
  constraint fk_justification_version_justification_id foreign key (justification_id) references justification (id)
);

create table sign_off (
  justification_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  house text not null,
  text_sha256 text not null,
  signed_at timestamptz not null default award_now(),
  constraint pk_sign_off primary key (justification_id, seat_id, text_sha256),
  constraint fk_sign_off_justification_id foreign key (justification_id, edition_id, class_code) references justification (id, edition_id, class_code),
  constraint fk_sign_off_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
