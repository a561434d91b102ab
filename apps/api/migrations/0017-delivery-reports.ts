import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail servers say of mails that did not arrive, and what a person did about it. */
export class DeliveryReports1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table delivery_report (
  id uuid not null default gen_random_uuid(),
  mail_id uuid not null,
  -- The report's own Message-ID, so that one read twice counts once.
  report_id text not null,
  action text not null,
  status text not null,
  words text not null,
  reporter text not null,
  reported_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  settled_by uuid,
  settled_as text,
  constraint pk_delivery_report primary key (id),
  constraint uq_delivery_report_once unique (mail_id, report_id, action),
  constraint fk_delivery_report_mail_id foreign key (mail_id) references mail_outbox (id) on delete cascade,
  constraint fk_delivery_report_settled_by foreign key (settled_by) references person (id) on delete set null,
  constraint ck_delivery_report_action check (action in ('failed', 'delayed')),
  constraint ck_delivery_report_settled check ((settled_at is null) = (settled_as is null)
    and (settled_as is null or settled_as in ('sent-again', 'corrected', 'closed')))
);
create index ix_delivery_report_open on delivery_report (mail_id) where settled_at is null;
create index ix_mail_outbox_recipient on mail_outbox (edition_id, recipient, created_at desc);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
