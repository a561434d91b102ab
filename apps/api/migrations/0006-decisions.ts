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
  constraint fk_ranking_place_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
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
  constraint uq_meeting_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_meeting_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code)
);
create unique index uq_meeting_one_open on meeting (edition_id, class_code) where closed_at is null;
create index ix_meeting_class on meeting (edition_id, class_code, opened_at desc);

create table attendance (
  meeting_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  present boolean not null,
  stepped_out_at timestamptz,
  returned_at timestamptz,
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
  finalists_decision_id uuid not null,
  round integer not null,
  state text not null default 'open',
  result jsonb,
  opened_by uuid,
  opened_at timestamptz not null default award_now(),
  closed_at timestamptz,
  constraint pk_ballot primary key (id),
  constraint uq_ballot_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint uq_ballot_finalists_decision_id_round unique (finalists_decision_id, round),
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
  settlement text,
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
  constraint ck_decision_settlement check (settlement in ('second-ballot', 'leader-vote', 'shared')),
  constraint ck_decision_votes check ((votes_for is null) = (votes_against is null) and votes_for >= 0 and votes_against >= 0),
  constraint ck_decision_winner_of check ((kind = 'winner') = (finalists_decision_id is not null))
);
alter table ballot add constraint fk_ballot_finalists_decision_id foreign key (finalists_decision_id, edition_id, class_code)
  references decision (id, edition_id, class_code);
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
  if tg_table_name = 'decision' then select * into d from decision where id = new.id;
  else select * into d from decision where id = new.decision_id;
  end if;
  select count(*) into chosen from decision_entry e where e.decision_id = d.id
    and e.outcome = case d.kind when 'finalists' then 'finalist' else 'winner' end;
  if chosen <> d.number and not d.as_published then
    raise exception 'the decision states % and names %', d.number, chosen using errcode = '23514', constraint = 'ck_decision_keeps_its_number';
  end if;
  select count(*) into strangers from decision_entry e where e.decision_id = d.id and (e.outcome = 'winner') <> (d.kind = 'winner');
  if strangers > 0 then
    raise exception 'finalists and winners are decided apart' using errcode = '23514', constraint = 'ck_decision_entry_kind';
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

create function released_is_not_redecided() returns trigger language plpgsql as $$
begin
  if not new.as_published and exists (select from release r where r.edition_id = new.edition_id
      and r.kind = case new.kind when 'winner' then 'winners' else 'finalists' end and r.scope in ('all', new.class_code)) then
    raise exception 'what is released is corrected in public, not decided anew' using errcode = '23514', constraint = 'ck_decision_not_released';
  end if;
  return new;
end $$;
create trigger tr_decision_not_released before insert on decision for each row execute function released_is_not_redecided();

create trigger tr_ranking_frozen before update or delete on ranking for each row execute function sealed_is_never_edited();
create trigger tr_ranking_place_frozen before update or delete on ranking_place for each row execute function sealed_is_never_edited();
create trigger tr_ballot_closed before update or delete on ballot for each row when (old.state = 'closed') execute function sealed_is_never_edited();

create function paper_needs_open_ballot() returns trigger language plpgsql as $$
begin
  if (select state from ballot where id = coalesce(new.ballot_id, old.ballot_id)) <> 'open' then
    raise exception 'the ballot is closed' using errcode = '23514', constraint = 'ck_ballot_paper_open';
  end if;
  return coalesce(new, old);
end $$;
create trigger tr_ballot_paper_open before insert or update or delete on ballot_paper for each row execute function paper_needs_open_ballot();

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

create trigger tr_minutes_kept before update on minutes for each row
  when (old.approved_at is not null or (old.meeting_id, old.number, old.content, old.sha256, old.made_at)
    is distinct from (new.meeting_id, new.number, new.content, new.sha256, new.made_at)) execute function sealed_is_never_edited();
create trigger tr_minutes_kept_for_good before delete on minutes for each row execute function sealed_is_never_edited();

create table justification (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  kind text not null default 'justification',
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
  constraint uq_justification_nomination_id_kind unique (nomination_id, kind),
  constraint uq_justification_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_justification_nomination_id foreign key (nomination_id, edition_id, class_code) references nomination (id, edition_id, class_code),
  constraint ck_justification_state check (state in ('draft', 'sealed') and (state = 'sealed') = (sealed_at is not null)),
  constraint ck_justification_sealed_hash check (state = 'draft' or sha256 is not null),
  constraint ck_justification_written_form check (written_form in ('nb', 'nn')),
  constraint ck_justification_kind check (kind = 'justification' or (kind = 'feedback' and stage_text = ''))
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
create trigger tr_justification_version_kept before update or delete on justification_version for each row execute function sealed_is_never_edited();

create table justification_step (
  id uuid not null default gen_random_uuid(),
  justification_id uuid not null,
  action text not null,
  text_sha256 text not null,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null default award_now(),
  constraint pk_justification_step primary key (id),
  constraint fk_justification_step_justification_id foreign key (justification_id) references justification (id),
  constraint ck_justification_step_action check (action in ('seal', 'reopen')),
  constraint ck_justification_step_reason check ((action = 'reopen') = (reason is not null))
);
create index ix_justification_step_justification_id on justification_step (justification_id, taken_at);
create trigger tr_justification_step_kept before update or delete on justification_step for each row execute function sealed_is_never_edited();
create trigger tr_justification_sealed before update on justification for each row
  when (old.state = 'sealed' and (new.state = 'sealed' or (old.text, old.stage_text, old.written_form, old.sha256, old.nomination_id, old.kind)
    is distinct from (new.text, new.stage_text, new.written_form, new.sha256, new.nomination_id, new.kind))) execute function sealed_is_never_edited();
create trigger tr_justification_sealed_kept before delete on justification for each row when (old.state = 'sealed') execute function sealed_is_never_edited();

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
  constraint fk_sign_off_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_sign_off_house check (house in ('KS', 'NHO', 'independent'))
);
create trigger tr_sign_off_kept before update or delete on sign_off for each row execute function sealed_is_never_edited();
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
