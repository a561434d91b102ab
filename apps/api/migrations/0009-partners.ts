import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tips and approvals by link, partner businesses, what they endorse and what they answer. A personal
 * link is made from a row's id and generation and a secret of the installation: nothing that opens
 * anything is stored. An answer to the survey has no key, time or order that leads to a partner.
 */
export class Partners1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table tip (
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  municipality_id uuid not null,
  nomination_id uuid,
  why text not null,
  sender_name text not null,
  sender_email text not null,
  relation text not null,
  region text,
  language text not null,
  created_at timestamptz not null default award_now(),
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  constraint pk_tip primary key (id),
  constraint fk_tip_edition_id foreign key (edition_id) references edition (id),
  constraint fk_tip_municipality_id foreign key (municipality_id) references municipality (id),
  constraint fk_tip_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_tip_relation check (relation in ('resident', 'business', 'organisation', 'employee', 'elected', 'ks-region', 'nho-region', 'other')),
  constraint ck_tip_region check ((relation in ('ks-region', 'nho-region')) = (region is not null)),
  constraint ck_tip_confirmed check ((nomination_id is null) = (confirmed_at is null)),
  constraint ck_tip_language check (language in ('nb', 'nn', 'en'))
);
create index ix_tip_nomination_id on tip (nomination_id);
create index ix_tip_edition_id on tip (edition_id);

create table approval (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  approver text not null,
  name text not null,
  email text not null,
  asked_by uuid,
  asked_at timestamptz not null default award_now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  approved_sha256 text,
  approved_at timestamptz,
  constraint pk_approval primary key (id),
  constraint fk_approval_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_approval_approver check (approver in ('mayor', 'chief-executive')),
  constraint ck_approval_approved check ((approved_sha256 is null) = (approved_at is null))
);
create unique index uq_approval_living on approval (nomination_id, approver) where revoked_at is null;

create table approval_statement (
  approval_id uuid not null,
  sha256 text not null,
  of_substance boolean not null,
  stated_by uuid,
  stated_at timestamptz not null default award_now(),
  constraint pk_approval_statement primary key (approval_id, sha256),
  constraint fk_approval_statement_approval_id foreign key (approval_id) references approval (id)
);

create table partner (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  name text not null,
  organisation_number text,
  email text not null,
  language text not null,
  origin text not null,
  asked_by uuid,
  asked_at timestamptz not null default award_now(),
  expires_at timestamptz not null,
  reminded_at timestamptz,
  revoked_at timestamptz,
  constraint pk_partner primary key (id),
  constraint uq_partner_id_nomination_id unique (id, nomination_id),
  constraint fk_partner_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_partner_organisation_number check (organisation_number ~ '^[0-9]{9}$'),
  constraint ck_partner_origin check (origin in ('municipality', 'passed-on')),
  constraint ck_partner_language check (language in ('nb', 'nn', 'en'))
);
create unique index uq_partner_living_email on partner (nomination_id, email) where revoked_at is null;
create unique index uq_partner_living_organisation on partner (nomination_id, organisation_number) where revoked_at is null;

create table endorsement (
  partner_id uuid not null,
  nomination_id uuid not null,
  edition_id uuid not null,
  answer text not null,
  contributions jsonb not null default '[]',
  signer_name text,
  signer_title text,
  text_hash text not null,
  endorsed_at timestamptz,
  constraint pk_endorsement primary key (partner_id),
  constraint fk_endorsement_partner_id_nomination_id foreign key (partner_id, nomination_id) references partner (id, nomination_id),
  constraint fk_endorsement_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id),
  constraint ck_endorsement_answer check (answer in ('endorsed', 'declined')),
  constraint ck_endorsement_signed check (answer = 'declined' or (signer_name is not null and endorsed_at is not null))
);
create index ix_endorsement_nomination_id on endorsement (nomination_id);

create table pass_on_link (
  nomination_id uuid not null,
  edition_id uuid not null,
  generation integer not null default 1,
  made_by uuid,
  made_at timestamptz not null default award_now(),
  revoked_at timestamptz,
  constraint pk_pass_on_link primary key (nomination_id),
  constraint fk_pass_on_link_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);

create table survey_spent (
  ticket text not null,
  edition_id uuid not null,
  constraint pk_survey_spent primary key (ticket),
  constraint fk_survey_spent_edition_id foreign key (edition_id) references edition (id)
);

create table survey_answer (
  id uuid not null default gen_random_uuid(),
  nomination_id uuid not null,
  edition_id uuid not null,
  size text not null,
  trade text not null,
  answers jsonb not null,
  constraint pk_survey_answer primary key (id),
  constraint fk_survey_answer_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
create index ix_survey_answer_nomination_id on survey_answer (nomination_id);

create table own_survey (
  nomination_id uuid not null,
  edition_id uuid not null,
  answers jsonb not null,
  lock_version integer not null default 1,
  updated_by uuid,
  updated_at timestamptz not null default award_now(),
  constraint pk_own_survey primary key (nomination_id),
  constraint fk_own_survey_nomination_id_edition_id foreign key (nomination_id, edition_id) references nomination (id, edition_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
