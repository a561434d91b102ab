import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the secretariat says of its own impartiality, what another of its people has answered, and which
 * classes that closes to whom; and each time that sheets were read before a class was closed.
 */
export class Office1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table office_declaration (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  ground text,
  declared_at timestamptz not null default award_now(),
  constraint pk_office_declaration primary key (id),
  constraint fk_office_declaration_person_id foreign key (person_id) references person (id),
  constraint fk_office_declaration_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
create index ix_office_declaration_person_id on office_declaration (person_id, nomination_id, declared_at desc);

create table office_ruling (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  outcome text not null,
  ruled_by uuid not null,
  ruled_at timestamptz not null default award_now(),
  constraint pk_office_ruling primary key (id),
  constraint fk_office_ruling_person_id foreign key (person_id) references person (id),
  constraint fk_office_ruling_ruled_by foreign key (ruled_by) references person (id),
  constraint fk_office_ruling_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_office_ruling_outcome check (outcome in ('recused', 'impartial')),
  constraint ck_office_ruling_not_oneself check (ruled_by <> person_id)
);
create index ix_office_ruling_person_id on office_ruling (person_id, nomination_id, ruled_at desc);

create view office_denial as
  select distinct s.person_id, n.edition_id, n.class_code
  from (select person_id, nomination_id from office_declaration where ground is not null
      union select person_id, nomination_id from office_ruling) s
    join nomination n on n.id = s.nomination_id
    left join lateral (select max(d.declared_at) as at from office_declaration d
      where d.person_id = s.person_id and d.nomination_id = s.nomination_id and d.ground is not null) g on true
    left join lateral (select r.outcome, r.ruled_at from office_ruling r
      where r.person_id = s.person_id and r.nomination_id = s.nomination_id order by r.ruled_at desc limit 1) r on true
  where n.class_code is not null and (r.outcome = 'recused' or (g.at is not null and (r.ruled_at is null or r.ruled_at < g.at)));

create table glass_breaking (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  class_code text not null,
  reason text not null,
  broken_by uuid not null,
  broken_at timestamptz not null default award_now(),
  constraint pk_glass_breaking primary key (id),
  constraint fk_glass_breaking_edition_id_class_code foreign key (edition_id, class_code) references edition_class (edition_id, code),
  constraint fk_glass_breaking_broken_by foreign key (broken_by) references person (id)
);
create index ix_glass_breaking_edition_id on glass_breaking (edition_id, class_code);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
