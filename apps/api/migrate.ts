import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { databaseOptions } from './data-source';
import { RIGHTS } from './rights';

export type InstallationKind = 'demo' | 'rehearsal' | 'test' | 'production';

/** Makes the database if it is missing, brings the schema up to date and marks what kind of installation it is. */
export async function migrate(
  url: string,
  kind: InstallationKind,
): Promise<{ fresh: boolean; kind: InstallationKind }> {
  await createDatabase(url);
  const source = await new DataSource(databaseOptions(url)).initialize();
  try {
    await source.query('select pg_advisory_lock(730101)');
    await source.runMigrations();
    await source.query(RIGHTS);
    const made = await source.query(
      'insert into installation (kind) values ($1) on conflict do nothing returning kind',
      [kind],
    );
    const [row] = await source.query('select kind from installation');
    const jobs = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      schedule: false,
      supervise: false,
    });
    jobs.on('error', () => undefined);
    await jobs.start();
    await jobs.stop({ graceful: false });
    await source.query(`do $$ begin if exists (select from pg_roles where rolname = 'kaaring_app') then
      grant usage on schema pgboss to kaaring_app;
      grant all on all tables in schema pgboss to kaaring_app;
      grant all on all sequences in schema pgboss to kaaring_app;
      grant execute on all functions in schema pgboss to kaaring_app;
    end if; end $$`);
    return { fresh: made.length > 0, kind: row.kind };
  } finally {
    await source.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await source.destroy();
  }
}

async function createDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  const probe = new Client({ connectionString: url });
  try {
    await probe.connect();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
  } finally {
    await probe.end().catch(() => undefined);
  }
  target.pathname = '/postgres';
  const admin = new Client({ connectionString: target.href });
  await admin.connect();
  try {
    await admin.query(`create database "${name.replaceAll('"', '""')}"`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await admin.end();
  }
}

if (process.argv[1]?.endsWith('migrate.js')) {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('Set DATABASE_URL.');
  const kind = (process.env['KAARING_KIND'] ?? 'production') as InstallationKind;
  const result = await migrate(process.env['MIGRATE_DATABASE_URL'] ?? url, kind);
  console.log(`database is up to date (${result.kind})`);
}
