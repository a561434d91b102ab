import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a jury decides when something comes up under way: an entry's class after scoring has opened, and a decision that somebody since recused took part in. */
export class Moments1700000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table class_question (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  to_class text not null,
  finding text not null,
  asked_by uuid,
  asked_at timestamptz not null default award_now(),
  outcome text,
  reason text,
  in_favour integer,
  against integer,
  sheets_set_aside integer,
  settled_by uuid,
  settled_at timestamptz,
  constraint pk_class_question primary key (id),
  constraint uq_class_question_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_class_question_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint fk_class_question_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_class_question_to_class foreign key (edition_id, to_class) references edition_class (edition_id, code),
  constraint fk_class_question_settled_by foreign key (settled_by, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_class_question_other check (to_class <> class_code),
  constraint ck_class_question_outcome check (outcome in ('keep', 'move')),
  constraint ck_class_question_settled check (num_nonnulls(outcome, reason, in_favour, against, sheets_set_aside, settled_by, settled_at) in (0, 7))
);
create unique index uq_class_question_open on class_question (nomination_id) where outcome is null;
create index ix_class_question_class on class_question (edition_id, class_code);
create trigger tr_class_question_settled before update or delete on class_question for each row
  when (old.outcome is not null) execute function sealed_is_never_edited();

create table class_answer (
  question_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  answer text not null,
  answered_at timestamptz not null default award_now(),
  constraint pk_class_answer primary key (question_id, seat_id),
  constraint fk_class_answer_question_id foreign key (question_id, edition_id, class_code) references class_question (id, edition_id, class_code),
  constraint fk_class_answer_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_class_answer_answer check (answer in ('keep', 'move'))
);

create table decision_review (
  id uuid not null default gen_random_uuid(),
  decision_id uuid not null,
  meeting_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  reason text not null,
  votes_for integer not null,
  votes_against integer not null,
  settled_by uuid,
  settled_at timestamptz not null default award_now(),
  constraint pk_decision_review primary key (id),
  constraint fk_decision_review_decision_id foreign key (decision_id, edition_id, class_code) references decision (id, edition_id, class_code),
  constraint fk_decision_review_meeting_id foreign key (meeting_id, edition_id, class_code) references meeting (id, edition_id, class_code),
  constraint ck_decision_review_votes check (votes_against >= 0 and votes_for > votes_against)
);
create index ix_decision_review_decision_id on decision_review (decision_id);
create trigger tr_decision_review_kept before update or delete on decision_review for each row execute function sealed_is_never_edited();

create function entry_stands_in_class() returns trigger language plpgsql as $$
begin
  perform from nomination n where n.id = new.nomination_id and n.class_code = new.class_code for key share;
  if not found then
    raise exception 'the entry does not stand in this class' using errcode = '23503', constraint = tg_argv[0];
  end if;
  return new;
end $$;

do $$
declare bound text;
begin
  foreach bound in array array['ruling', 'assignment', 'ranking_place', 'meeting_item', 'remark', 'class_question'] loop
    execute format('create trigger %I before insert on %I for each row execute function entry_stands_in_class(%L)',
      'tr_' || bound || '_class', bound, 'fk_' || bound || '_nomination_id');
  end loop;
  foreach bound in array array['class_question', 'decision_review'] loop
    execute format('create constraint trigger %I after insert or update on %I deferrable initially deferred
      for each row execute function meeting_has_changed()', 'tr_' || bound || '_told', bound);
  end loop;
end $$;

create function class_changes_by_the_jury() returns trigger language plpgsql as $$
begin
  if (exists (select from assignment a where a.nomination_id = old.id and a.class_code = old.class_code)
      or exists (select from ruling r where r.nomination_id = old.id and r.class_code = old.class_code))
    and not exists (select from class_question q where q.nomination_id = old.id and q.class_code = old.class_code
      and q.to_class = new.class_code and q.outcome = 'move') then
    raise exception 'the jury has begun on the entry' using errcode = '23503', constraint = 'fk_assignment_nomination_id';
  end if;
  return new;
end $$;
create trigger tr_nomination_class before update of class_code on nomination for each row
  when (old.class_code is distinct from new.class_code) execute function class_changes_by_the_jury();
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
