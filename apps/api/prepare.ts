import { Client } from 'pg';
import { type InstallationKind, migrate } from './migrate';
import { seedDemo } from './seed/seed-demo';

/** Before the server starts: the right database, up to date, and in a demo installation the sample data. */
export async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const url = env['DATABASE_URL'];
  if (!url)
    throw new Error(
      'Set DATABASE_URL, or leave it out outside production to use the embedded database.',
    );
  const wanted = (env['KAARING_KIND'] ?? 'production') as InstallationKind;
  if (env['NODE_ENV'] === 'production' && wanted !== 'production') {
    throw new Error(`NODE_ENV=production runs a production installation only, not ${wanted}.`);
  }
  if (wanted === 'demo') await refuseForeignData(url);
  const owner = env['MIGRATE_DATABASE_URL'] ?? url;
  if (wanted === 'demo') await dropHalfSeeded(owner);
  const { kind } = await migrate(owner, wanted);
  if (kind !== wanted) {
    throw new Error(
      `This database was made as ${kind}; KAARING_KIND says ${wanted}. Point DATABASE_URL at another.`,
    );
  }
  if (kind === 'demo') await seedDemo(url);
}

/** A demo whose seed was cut short is begun again: it holds nothing but half of the sample data. */
async function dropHalfSeeded(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query(
      `select to_regclass('public.installation') is not null as ours`,
    );
    if (!rows[0].ours) return;
    const seeded = await client.query('select from installation where seeded_at is not null');
    if (seeded.rowCount === 0) {
      await client.query(
        'drop schema public cascade; create schema public; drop schema if exists pgboss cascade',
      );
    }
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
  } finally {
    await client.end();
  }
}

/** The demo never starts on a database that holds anything else. */
async function refuseForeignData(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return;
    throw error;
  }
  try {
    const { rows } = await client.query(
      `select exists (select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as used,
         to_regclass('public.installation') is not null as ours`,
    );
    if (!rows[0].used) return;
    const kind = rows[0].ours
      ? (await client.query('select kind from installation')).rows[0]?.kind
      : undefined;
    if (kind !== 'demo') {
      throw new Error(
        'Demo mode refuses: this database holds something else. Point DATABASE_URL at an empty one.',
      );
    }
  } finally {
    await client.end();
  }
}
