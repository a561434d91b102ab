import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type InstallationKind, Settings } from '@award/settings/api';

/** Reads the environment once, and refuses to start where it would be unsafe. */
export async function readSettings(env: NodeJS.ProcessEnv, port: number): Promise<Settings> {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new Error('Set DATABASE_URL, or use `npm start`, which starts a PostgreSQL of its own.');
  const kind = await installationKind(databaseUrl);
  const production = env['NODE_ENV'] === 'production';
  if (production && kind !== 'production') {
    throw new Error(
      `NODE_ENV=production, but this database was made as ${kind}. Point DATABASE_URL at another.`,
    );
  }
  const publicUrl = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  if (production && !publicUrl.startsWith('https:'))
    throw new Error('NODE_ENV=production needs PUBLIC_URL with https.');
  const secret = env['SESSION_SECRET'];
  if (kind === 'production' && (!secret || secret.length < 32)) {
    throw new Error('Set SESSION_SECRET to at least 32 random characters.');
  }
  if (kind === 'production' && !env['SMTP_URL'])
    throw new Error('Set SMTP_URL: mail has nowhere to go.');
  return new Settings(
    databaseUrl,
    publicUrl,
    kind,
    env['SMTP_URL'] ?? null,
    env['MAIL_FROM'] ?? `Kåring <kaaring@${new URL(publicUrl).hostname}>`,
    (env['ALLOWED_HOSTS'] ?? '').split(',').filter(Boolean),
    Number(env['PROXY_HOPS'] ?? 0),
    secret ?? randomBytes(32).toString('hex'),
  );
}

async function installationKind(url: string): Promise<InstallationKind> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('select kind from installation')).rows[0].kind;
  } finally {
    await client.end();
  }
}
