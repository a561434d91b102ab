import type { InstallationKind } from '@award/settings/api';
import { migrate } from './migrate';
import { connected, demandSettings } from './read-settings';
import { seedDemo } from './seed/seed-demo';

const KINDS: readonly string[] = ['demo', 'rehearsal', 'test', 'production'];

/**
 * Before the server starts: the right database, up to date, and in a demo installation the sample data.
 * A database keeps the kind it was made as; a new one becomes what KAARING_KIND says, else production
 * where NODE_ENV says so, else demo. Answers the kind.
 */
export async function prepare(env: NodeJS.ProcessEnv): Promise<InstallationKind> {
  const url = env['DATABASE_URL'];
  if (!url)
    throw new Error(
      'Set DATABASE_URL, or leave it out outside production to use the embedded database.',
    );
  const production = env['NODE_ENV'] === 'production';
  const asked = env['KAARING_KIND'] || undefined;
  if (asked !== undefined && !KINDS.includes(asked))
    throw new Error(`KAARING_KIND=${asked} is none of ${KINDS.join(', ')}.`);
  const found = await lookAt(url);
  const wanted = (asked ?? found.kind ?? (production ? 'production' : 'demo')) as InstallationKind;
  if (production && wanted !== 'production')
    throw new Error(`NODE_ENV=production runs a production installation only, not ${wanted}.`);
  if (wanted === 'demo' && found.used && found.kind !== 'demo' && !found.halfMade)
    throw new Error(
      'Demo mode refuses: this database holds something else. Point DATABASE_URL at an empty one.',
    );
  if (found.kind !== null && found.kind !== wanted)
    throw new Error(
      `This database was made as ${found.kind}; KAARING_KIND says ${wanted}. Point DATABASE_URL at another.`,
    );
  if (wanted !== 'demo') demandSettings(wanted, env);
  const owner = env['MIGRATE_DATABASE_URL'] || url;
  if (wanted === 'demo' && found.halfMade) await beginAgain(owner);
  const { kind } = await migrate(owner, wanted);
  if (kind === 'demo')
    await seedDemo(url, env['PUBLIC_URL'] || `http://localhost:${env['PORT'] || 3000}`);
  return kind;
}

interface Found {
  /** There is something in it besides the list of migrations, which is made before the first of them. */
  used: boolean;
  kind: InstallationKind | null;
  /** Our schema, cut short before it was marked or before the demo was filled. */
  halfMade: boolean;
}

async function lookAt(url: string): Promise<Found> {
  let client;
  try {
    client = await connected(url);
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    return { used: false, kind: null, halfMade: false };
  }
  try {
    const { rows } = await client.query(
      `select exists (select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
           and (schemaname, tablename) <> ('public', 'migration')) as used,
         to_regclass('public.installation') is not null and to_regclass('public.migration') is not null as ours`,
    );
    const { used, ours } = rows[0];
    if (!ours) return { used, kind: null, halfMade: false };
    const made = (await client.query('select kind, seeded_at from installation')).rows[0];
    return {
      used,
      kind: made?.kind ?? null,
      halfMade: !made || (made.kind === 'demo' && made.seeded_at === null),
    };
  } finally {
    await client.end();
  }
}

/** A demo that was cut short is begun again: it holds nothing but half of the sample data. */
async function beginAgain(url: string): Promise<void> {
  const client = await connected(url);
  try {
    await client.query(
      'drop schema public cascade; create schema public; drop schema if exists pgboss cascade',
    );
  } finally {
    await client.end();
  }
}
