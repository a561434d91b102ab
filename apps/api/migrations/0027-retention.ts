import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long each kind of personal data is kept, where the secretariat has set another time than the usual one. */
export class Retention1700000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table retention_change (
  kind text not null,
  number integer not null,
  days integer not null,
  days_before integer not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null default award_now(),
  constraint pk_retention_change primary key (kind, number),
  constraint fk_retention_change_changed_by foreign key (changed_by) references person (id),
  constraint ck_retention_change_number check (number > 0),
  constraint ck_retention_change_days check (days between 0 and 1825 and days_before between 0 and 1825 and days <> days_before),
  constraint ck_retention_change_reason check (trim(reason) <> '')
);

create function retention_change_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a period is changed by a new row, never edited' using errcode = '42501';
end $$;
create trigger tr_retention_change_kept before update or delete on retention_change for each row
  execute function retention_change_is_kept();

create function tell_retention_change() returns trigger language plpgsql as $$
begin
  perform public_has_changed(null);
  return null;
end $$;
create constraint trigger tr_retention_change_public after insert on retention_change deferrable initially deferred
  for each row execute function tell_retention_change();

create view retention_period as
  select distinct on (kind) kind, number, days, days_before, reason, changed_by, changed_at
  from retention_change order by kind, number desc;

create view public_retention as select kind, days from retention_period;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
