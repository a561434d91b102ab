import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is closed to somebody in the office is asked for with every request: plpgsql keeps the plan, where a view is planned anew each time. */
export class OfficeDenied1700000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create function office_denied(whom uuid) returns text[] language plpgsql stable as $$
begin
  return array(select o.edition_id || ':' || o.class_code from office_denial o where o.person_id = whom);
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
