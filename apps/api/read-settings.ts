import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type InstallationKind, Settings } from '@award/settings/api';
import { readFileSettings } from './file-settings';
import { readOpenIdProviders } from './openid-settings';
import { readReturnSettings } from './return-settings';

/** Reads the environment once, and refuses to start where it would be unsafe. */
export async function readSettings(env: NodeJS.ProcessEnv, port: number): Promise<Settings> {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new Error('Set DATABASE_URL, or use `npm start`, which starts a PostgreSQL of its own.');
  const { kind, roles } = await installation(databaseUrl);
  demandSettings(kind, env);
  if (!roles)
    console.warn(
      'The roles kaaring_app and kaaring_public are missing: the server works as the owner.',
    );
  const publicUrl = env['PUBLIC_URL'] || `http://localhost:${port}`;
  return new Settings(
    databaseUrl,
    publicUrl,
    kind,
    env['SMTP_URL'] || null,
    env['MAIL_FROM'] || `Kåring <kaaring@${new URL(publicUrl).hostname}>`,
    (env['ALLOWED_HOSTS'] ?? '').split(',').filter(Boolean),
    Number(env['PROXY_HOPS'] || 0),
    env['SESSION_SECRET'] || randomBytes(32).toString('hex'),
    roles,
    env['CONTACT_EMAIL'] || null,
    env['ACCESSIBILITY_STATEMENT_URL'] || null,
    readOpenIdProviders(env['OPENID_PROVIDERS'], kind),
    readFileSettings(env),
    readReturnSettings(env),
  );
}

/** What an installation of this kind must have been told; asked before anything is written. */
export function demandSettings(kind: InstallationKind, env: NodeJS.ProcessEnv): void {
  const production = env['NODE_ENV'] === 'production';
  if (production && kind !== 'production') {
    throw new Error(
      `NODE_ENV=production, but this database was made as ${kind}. Point DATABASE_URL at another.`,
    );
  }
  const { PUBLIC_URL: address, SESSION_SECRET: secret, PROXY_HOPS: hops } = env;
  if (address && !URL.canParse(address))
    throw new Error(`PUBLIC_URL=${address} is not an address.`);
  readOpenIdProviders(env['OPENID_PROVIDERS'], kind);
  readFileSettings(env);
  readReturnSettings(env);
  if (hops && !/^\d{1,2}$/.test(hops)) throw new Error(`PROXY_HOPS=${hops} is not a number.`);
  if (production && !address?.startsWith('https:'))
    throw new Error('NODE_ENV=production needs PUBLIC_URL with https.');
  if (kind === 'production' && (!secret || secret.length < 32))
    throw new Error('Set SESSION_SECRET to at least 32 random characters.');
  if (kind === 'production' && !env['SMTP_URL'])
    throw new Error('Set SMTP_URL: mail has nowhere to go.');
}

/** A connection whose failure says where it was tried, and never the password. */
export async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '3D000') throw error;
    const { hostname, port } = URL.parse(url) ?? { hostname: 'DATABASE_URL', port: '' };
    throw new Error(`No PostgreSQL to use at ${hostname}:${port || 5432} (${message || code}).`, {
      cause: error,
    });
  }
}

async function installation(url: string): Promise<{ kind: InstallationKind; roles: boolean }> {
  const client = await connected(url);
  try {
    const { rows } = await client.query(
      `select kind, (select count(*) = 2 from pg_roles where rolname in ('kaaring_app', 'kaaring_public')
         and pg_has_role(current_user, oid, 'member')) as roles from installation`,
    );
    if (rows[0]) return rows[0];
  } catch (error) {
    if ((error as { code?: string }).code !== '42P01') throw error;
  } finally {
    await client.end();
  }
  throw new Error('This database has no schema yet: run dist/apps/api/migrate.js first.');
}
