import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Panels, impartiality and scoring. Every row names its class by its seat, and comes in only while its entry stands in
 * that class (0019), so PostgreSQL itself refuses a seat, assignment or sheet that crosses from one size class to another.
 * When the jury moves an entry under way, what was written on it in its old class stays there.
 */
export class Jury1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table seat (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  person_id uuid,
  name text not null,
  email text not null,
  house text not null,
  role text not null,
  state text not null default 'invited',
  decline_reason text,
  pledged_at timestamptz,
  stands_in_for_id uuid,
  invited_at timestamptz not null default award_now(),
  answered_at timestamptz,
  constraint pk_seat primary key (id),
  constraint uq_seat_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint uq_seat_edition_id_class_code_email unique (edition_id, class_code, email),
  constraint fk_seat_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_seat_person_id foreign key (person_id) references person (id),
  constraint fk_seat_stands_in_for_id foreign key (stands_in_for_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_seat_house check (house in ('KS', 'NHO', 'independent')),
  constraint ck_seat_role check (role in ('leader', 'deputy-leader', 'member', 'deputy')),
  constraint ck_seat_state check (state in ('invited', 'accepted', 'declined', 'left')),
  constraint ck_seat_pledged check (state <> 'accepted' or (person_id is not null and pledged_at is not null)),
  constraint ck_seat_stand_in check (stands_in_for_id is null or role = 'deputy')
);
create unique index uq_seat_person on seat (edition_id, class_code, person_id) where person_id is not null;
create unique index uq_seat_leader on seat (edition_id, class_code) where role = 'leader' and state in ('invited', 'accepted');
create unique index uq_seat_stand_in on seat (stands_in_for_id) where stands_in_for_id is not null and state = 'accepted';

create table seat_step (
  id uuid not null default gen_random_uuid(),
  seat_id uuid not null,
  action text not null,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null default award_now(),
  constraint pk_seat_step primary key (id),
  constraint fk_seat_step_seat_id foreign key (seat_id) references seat (id),
  constraint ck_seat_step_action check (action in ('invite', 'accept', 'decline', 'change', 'remove', 'stand-in', 'stand-down'))
);
create index ix_seat_step_seat_id on seat_step (seat_id);

create table declaration (
  id uuid not null default gen_random_uuid(),
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  answer text not null,
  ground text,
  declared_at timestamptz not null default award_now(),
  constraint pk_declaration primary key (id),
  constraint fk_declaration_seat_id foreign key (seat_id) references seat (id),
  constraint fk_declaration_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_declaration_answer check (answer in ('none', 'ground')),
  constraint ck_declaration_ground check ((answer = 'ground') = (ground is not null))
);
create index ix_declaration_seat_id on declaration (seat_id, nomination_id, declared_at desc);

create table ruling (
  id uuid not null default gen_random_uuid(),
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  outcome text not null,
  ruled_by uuid not null,
  ruled_at timestamptz not null default award_now(),
  confirmed_at timestamptz,
  constraint pk_ruling primary key (id),
  constraint uq_ruling_id_edition_id_class_code unique (id, edition_id, class_code),
  constraint fk_ruling_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint fk_ruling_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint fk_ruling_ruled_by foreign key (ruled_by, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint ck_ruling_outcome check (outcome in ('recused', 'impartial')),
  constraint ck_ruling_not_oneself check (ruled_by <> seat_id)
);
create index ix_ruling_seat_id on ruling (seat_id, nomination_id, ruled_at desc);

create table ruling_confirmation (
  ruling_id uuid not null,
  seat_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  confirmed_at timestamptz not null default award_now(),
  constraint pk_ruling_confirmation primary key (ruling_id, seat_id),
  constraint fk_ruling_confirmation_ruling_id foreign key (ruling_id, edition_id, class_code) references ruling (id, edition_id, class_code),
  constraint fk_ruling_confirmation_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code)
);

create table assignment (
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  position integer not null,
  constraint pk_assignment primary key (seat_id, nomination_id),
  constraint uq_assignment_class unique (seat_id, nomination_id, edition_id, class_code),
  constraint fk_assignment_seat_id foreign key (seat_id, edition_id, class_code) references seat (id, edition_id, class_code),
  constraint fk_assignment_nomination_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
create index ix_assignment_nomination_id on assignment (nomination_id);

create table score_sheet (
  id uuid not null default gen_random_uuid(),
  seat_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  class_code text not null,
  nomination_version_id uuid not null,
  overall integer,
  line text not null default '',
  assessment text not null default '',
  state text not null default 'open',
  lock_version integer not null default 1,
  updated_at timestamptz not null default award_now(),
  locked_at timestamptz,
  constraint pk_score_sheet primary key (id),
  constraint uq_score_sheet_seat_id_nomination_id unique (seat_id, nomination_id),
  constraint uq_score_sheet_id_edition_id unique (id, edition_id),
  constraint fk_score_sheet_assignment foreign key (seat_id, nomination_id, edition_id, class_code)
    references assignment (seat_id, nomination_id, edition_id, class_code),
  constraint fk_score_sheet_nomination_version foreign key (nomination_version_id, nomination_id)
    references nomination_version (id, nomination_id),
  constraint ck_score_sheet_state check ((state = 'locked') = (locked_at is not null) and state in ('open', 'locked'))
);
create index ix_score_sheet_class on score_sheet (edition_id, class_code);
create index ix_score_sheet_nomination_id on score_sheet (nomination_id);

create table sheet_score (
  sheet_id uuid not null,
  criterion_id uuid not null,
  edition_id uuid not null,
  value integer not null,
  constraint pk_sheet_score primary key (sheet_id, criterion_id),
  constraint fk_sheet_score_sheet_id foreign key (sheet_id, edition_id) references score_sheet (id, edition_id),
  constraint fk_sheet_score_criterion_id foreign key (criterion_id, edition_id) references criterion (id, edition_id)
);

create table sheet_version (
  id uuid not null default gen_random_uuid(),
  sheet_id uuid not null,
  number integer not null,
  content jsonb not null,
  saved_at timestamptz not null default award_now(),
  constraint pk_sheet_version primary key (id),
  constraint uq_sheet_version_sheet_id_number unique (sheet_id, number),
  constraint fk_sheet_version_sheet_id foreign key (sheet_id) references score_sheet (id)
);

create table private_note (
  seat_id uuid not null,
  nomination_id uuid not null,
  text text not null default '',
  lock_version integer not null default 1,
  updated_at timestamptz not null default award_now(),
  constraint pk_private_note primary key (seat_id, nomination_id),
  constraint fk_private_note_assignment foreign key (seat_id, nomination_id) references assignment (seat_id, nomination_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
