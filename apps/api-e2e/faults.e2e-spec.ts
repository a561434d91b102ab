import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type EmbeddedPostgres, startPostgres } from '../../tools/embedded-postgres.mjs';
import { Visitor } from '../api/demo/visitor';
import { brokenInvariants } from '../api/invariants';
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
  let writers: SteadyWriters;
  let port: number;
  /** The scene is set in the middle of a year: what it leaves out is not the faults' doing. */
  let leftOut: string[];

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

  async function begin(name: string): Promise<void> {
    const url = postgres.url(name);
    const made = spawnSync(process.execPath, ['dist/apps/api/migrate.js'], {
      env: { DATABASE_URL: url, KAARING_KIND: 'test' },
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    db = new DataSource({ type: 'postgres', url, poolErrorHandler: () => undefined });
    await db.initialize();
    server = await startServer(url, port);
    writers = new SteadyWriters(db);
    await writers.begin(WRITERS, () => new Visitor(server.url));
    leftOut = await broken();
  }

  const broken = async () => (await brokenInvariants(db)).map(({ name }) => name);

  afterEach(async () => {
    await writers.finish();
    server.process.kill('SIGKILL');
    await db.destroy();
  });

  /** Answers that no writer should get, with what the server said. */
  const unexpected = () =>
    writers.unexpected.length === 0 ? '' : `${writers.unexpected.join('\n')}\n${server.log()}`;

  async function answersAgain(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${server.url}/isready`).catch(() => null);
      if (answer?.ok) return;
      await pause(20);
    }
  }

  /** The connection that listens for public changes has come back. */
  async function tellsReadersAgain(): Promise<void> {
    const stream = await fetch(`${server.url}/api/live/stream`);
    const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!events) throw new Error('no stream');
    const now = (await events.read()).value ?? '';
    await db.query('select public_has_changed(null)');
    let told = '';
    while (!told.includes('data:')) told = (await events.read()).value ?? 'data: none';
    await events.cancel();
    expect(revisionIn(told)).toBe(revisionIn(now) + 1);
  }

  /** The queue works on. */
  async function sendsMailAgain(): Promise<void> {
    const email = 'writer.1@people.example';
    await new Visitor(server.url).post('/api/sign-in/code', { email });
    for (let waited = 0; waited < 300; waited++) {
      const mails = await db.query('select from caught_mail where recipient = $1', [email]);
      if (mails.length > 0) return;
      await pause(100);
    }
    throw new Error('The mail did not come.');
  }

  it(`when the server is killed ${KILLS} times in the middle of writes`, async () => {
    await begin('killed_server');
    for (let kill = 0; kill < KILLS; kill++) {
      await writers.written(SAVES_BETWEEN);
      await pause(Math.random() * 100);
      server.process.kill('SIGKILL');
      server = await startServer(postgres.url('killed_server'), port);
    }
    await writers.written(SAVES_BETWEEN);
    await writers.finish();
    expect(unexpected()).toBe('');
    expect(writers.unanswered).toBeGreaterThanOrEqual(KILLS);
    expect(await writers.faults()).toEqual([]);
    expect(await broken()).toEqual(leftOut);
  });

  it(`when PostgreSQL is killed ${KILLS} times in the middle of writes, by a server that never ends`, async () => {
    await begin('killed_database');
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
    expect(unexpected()).toBe('');
    expect(writers.unavailable).toBeGreaterThanOrEqual(KILLS);
    expect(writers.unanswered).toBe(0);
    expect(server.process.exitCode).toBeNull();
    expect(await writers.faults()).toEqual([]);
    expect(await broken()).toEqual(leftOut);
    await tellsReadersAgain();
    await sendsMailAgain();
  });
});

const revisionIn = (event: string) => Number(/"revision":(\d+)/.exec(event)?.[1]);
