import { randomUUID } from 'node:crypto';
import type { NestInterceptor } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { PublicFront } from '@award/publication/api';
import { type OpenIdProvider, Settings } from '@award/settings/api';
import { createApp } from '../app';
import { Visitor } from '../demo/visitor';

export interface TestApp {
  url: string;
  databaseUrl: string;
  /** As the owner of the database: for setting scenes and looking behind the server's back. */
  db: DataSource;
  /** From the server's own container. */
  get: <T>(type: abstract new (...args: never[]) => T) => T;
  /** A new browser without a session. */
  visitor: () => Visitor;
  close: () => Promise<void>;
}

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A database of its own, cloned from the migrated template, or from another that nobody is connected to. */
export async function testDatabase(
  template: Pick<TestDatabase, 'url'> | null = null,
): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES'];
  if (!server) throw new Error('Run server tests through npm run jest:api or npm run e2e:api.');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  const from = template === null ? 'template_kaaring' : new URL(template.url).pathname.slice(1);
  // A server that has ended may not have been missed by the database yet.
  if (template)
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      from,
    ]);
  await admin.query(`create database ${name} template ${from}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/**
 * The real server on a free port of the loopback address, with a database of its own, or as a second
 * process beside another one on that one's database, or alone on a database that is there already. `web` is
 * the folder of the built application; null serves no pages.
 */
export async function testApp(
  beside?: Pick<TestApp, 'databaseUrl'>,
  interceptors: NestInterceptor[] = [],
  openIdProviders: readonly OpenIdProvider[] = [],
  web: string | null = null,
): Promise<TestApp> {
  const database = beside
    ? { url: beside.databaseUrl, drop: async () => undefined }
    : await testDatabase();
  const settings = new Settings(
    database.url,
    'http://localhost',
    'test',
    null,
    'Kåring <kaaring@localhost>',
    [],
    0,
    'a secret for tests only, never for a server',
    true,
    null,
    null,
    openIdProviders,
  );
  const app = await createApp(settings, {
    role: 'kaaring_app',
    inFront: (server) => server.get(PublicFront).handler(web),
  });
  app.useGlobalInterceptors(...interceptors);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  return {
    url,
    databaseUrl: database.url,
    db,
    get: (type) => app.get(type),
    visitor: () => new Visitor(url),
    close: async () => {
      await app.close();
      await db.destroy();
      await database.drop();
    },
  };
}
