import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type EmbeddedPostgres, startPostgres } from '../../tools/embedded-postgres.mjs';
import { Visitor } from '../api/demo/visitor';
import { CoWriters } from './co-writers';
import { freePort, type Server, startServer } from './servers';
import { pause } from './steady-writers';

const WRITERS = 100;
const ENTRIES = 40;
const SAVES_EACH = 3;
const WITHIN_MS = 60_000;

jest.setTimeout(240_000);

/** A hundred people on forty entries, two or three on each, with a database that writes to disk. */
describe('many who write at once', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let db: DataSource;
  let server: Server;
  let writers: CoWriters;
  let url: string;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kaaring-together-'));
    postgres = await startPostgres({ folder });
    url = postgres.url('together');
    const made = spawnSync(process.execPath, ['dist/apps/api/migrate.js'], {
      env: { DATABASE_URL: url, KAARING_KIND: 'test' },
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    db = new DataSource({ type: 'postgres', url, poolErrorHandler: () => undefined });
    await db.initialize();
    server = await startServer(url, await freePort());
    writers = new CoWriters(db);
    await writers.begin(WRITERS, ENTRIES, () => new Visitor(server.url));
  });

  afterEach(async () => {
    server.process.kill('SIGKILL');
    await db.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const unexpected = () =>
    writers.unexpected.length === 0 ? '' : `${writers.unexpected.join('\n')}\n${server.log()}`;

  it('save 300 texts within a minute, and no field is lost', async () => {
    const from = performance.now();
    await writers.write(SAVES_EACH);
    const took = performance.now() - from;
    expect(unexpected()).toBe('');
    expect(writers.saves).toBe(WRITERS * SAVES_EACH);
    expect(writers.stale).toBeGreaterThan(0);
    expect(await writers.faults()).toEqual([]);
    expect(took).toBeLessThan(WITHIN_MS);
  });

  it('lose nothing and save nothing twice when the server and PostgreSQL are killed in between', async () => {
    const saved = async (count: number) => {
      while (writers.saves < count && writers.unexpected.length === 0) await pause(5);
    };
    const done = writers.write(SAVES_EACH);
    await saved(60);
    const { port } = new URL(server.url);
    server.process.kill('SIGKILL');
    server = await startServer(url, Number(port));
    await saved(160);
    const pid = postgres.pid();
    if (pid === null) throw new Error('PostgreSQL does not run');
    process.kill(pid, 'SIGKILL');
    await done;
    expect(unexpected()).toBe('');
    expect(writers.unanswered).toBeGreaterThan(0);
    expect(writers.saves).toBe(WRITERS * SAVES_EACH);
    expect(await writers.faults()).toEqual([]);
  });
});
