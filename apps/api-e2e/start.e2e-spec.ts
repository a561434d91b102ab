import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { serverOf } from '../../tools/embedded-postgres.mjs';
import { Visitor } from '../api/demo/visitor';
import { story } from '../api/testing/story';
import { testDatabase } from '../api/testing/test-app';
import { freePort } from './servers';
import { pause } from './steady-writers';

jest.setTimeout(180_000);

interface Start {
  child: ChildProcess;
  log: () => string;
  ended: Promise<number | null>;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'kaaring-start-'));
// As a checkout is: when tests run as root, PostgreSQL runs as another account.
chmodSync(folder, 0o755);
const started: Start[] = [];

/** `npm start` without the build, in a folder of its own. */
function start(env: Record<string, string>): Start {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    env: {
      PATH: process.env['PATH'],
      KAARING_SKIP_BUILD: '1',
      KAARING_DATA: data,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk) => (log += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const one = { child, log: () => log, ended };
  started.push(one);
  return one;
}

const data = path.join(folder, 'data');
/** The major version is in the folder's name. */
const cluster = (home = data) => path.join(home, 'pg18');
const postgres = (home = data) => serverOf(cluster(home));

async function until(what: string, holds: () => boolean | Promise<boolean>, ms: number) {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > ms) throw new Error(`${what}: not within ${ms} ms`);
    await pause(20);
  }
}

afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start refuses', () => {
  it.each([
    ['a port that is none', { PORT: 'many' }, 'PORT=many is not a port.'],
    [
      'production without a database',
      { NODE_ENV: 'production' },
      'NODE_ENV=production needs DATABASE_URL',
    ],
    [
      'a demo in production',
      { NODE_ENV: 'production', KAARING_KIND: 'demo', DATABASE_URL: 'postgres://127.0.0.1/x' },
      'NODE_ENV=production runs a production installation only, not demo.',
    ],
    [
      'a database that does not answer, without telling its password',
      { DATABASE_URL: 'postgres://kari:hemmelig@127.0.0.1:1/x' },
      'No PostgreSQL to use at 127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1).',
    ],
  ])('%s', async (_situation, env: Record<string, string>, words) => {
    const port = String(await freePort());
    const one = start({ PORT: port, KAARING_DATA: path.join(folder, 'refused'), ...env });
    expect(await one.ended).toBe(1);
    expect(one.log().trim().split('\n')).toHaveLength(1);
    expect(one.log()).toContain(words);
    expect(existsSync(path.join(folder, 'refused', 'running.json'))).toBe(false);
  });

  it('a port that is taken', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as net.AddressInfo;
    const one = start({ PORT: String(port) });
    expect(await one.ended).toBe(1);
    expect(one.log()).toContain(`Port ${port} is taken.`);
    server.close();
  });

  it.each([
    [
      'a demo on data of something else',
      'create table invoice (id integer)',
      {},
      'Demo mode refuses',
    ],
    [
      'a demo on a database that was made as another kind',
      '',
      { KAARING_KIND: 'demo' },
      'Demo mode refuses',
    ],
    [
      'another kind than the database was made as',
      '',
      { KAARING_KIND: 'rehearsal' },
      'This database was made as test; KAARING_KIND says rehearsal.',
    ],
    [
      'production on a database that was made as test',
      '',
      { NODE_ENV: 'production' },
      'NODE_ENV=production runs a production installation only, not test.',
    ],
  ])('%s', async (_situation, sql, env: Record<string, string>, words) => {
    const database = await testDatabase();
    if (sql) {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await client.query(
        'drop schema public cascade; create schema public; drop schema pgboss cascade',
      );
      await client.query(sql);
      await client.end();
    }
    const one = start({ PORT: String(await freePort()), DATABASE_URL: database.url, ...env });
    expect(await one.ended).toBe(1);
    expect(one.log()).toContain(words);
    await database.drop();
  });
});

describe('npm start survives', () => {
  let port: string;
  let url: string;
  let running: Start;
  let visitor: Visitor;
  const settings = {
    KAARING_KIND: 'test',
    SESSION_SECRET: 'the same for every start of this test',
  };
  const name = async () =>
    (await visitor.get<{ person: { name: string } | null }>('/api/me')).body.person?.name;

  const ready = () =>
    until(
      `ready on ${port}`,
      async () => {
        if (running.child.exitCode !== null) throw new Error(running.log());
        return (await fetch(`${url}/isready`).catch(() => null))?.ok ?? false;
      },
      120_000,
    );

  beforeAll(async () => {
    port = String(await freePort());
    url = `http://127.0.0.1:${port}`;
  });

  it('being killed while it fills the demo: PostgreSQL stops, and the next start begins again', async () => {
    const demo = path.join(folder, 'demo');
    const env = { PORT: port, KAARING_DATA: demo };
    running = start(env);
    await until('the demo is being filled', () => running.log().includes('Filling'), 60_000);
    await pause(500);
    expect(postgres(demo)).not.toBeNull();
    running.child.kill('SIGKILL');
    await until('PostgreSQL has stopped', () => postgres(demo) === null, 20_000);
    running = start(env);
    await until('it begins again', () => running.log().includes('Filling'), 60_000);
    if (process.env['FAULT_KILLS']) await ready();
    running.child.kill('SIGKILL');
    await running.ended;
  });

  it('having somebody signed in', async () => {
    running = start({ PORT: port, ...settings });
    await ready();
    const secret = readFileSync(path.join(data, 'secret'), 'utf8');
    const [, , , at] = readFileSync(path.join(cluster(), 'postmaster.pid'), 'utf8').split('\n');
    const db = new DataSource({
      type: 'postgres',
      url: `postgres://kaaring:${secret}@127.0.0.1:${at}/kaaring`,
    });
    await db.initialize();
    await story({ db }).holder('kari', 'secretary');
    await db.destroy();
    visitor = await new Visitor(url).signInAs('kari');
    expect(await name()).toBe('kari');
  });

  it('a second start in the same folder, which is told who runs', async () => {
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.log()).toContain(
      `Kåring already runs from this folder (process ${running.child.pid}, http://localhost:${port}).`,
    );
    expect((await fetch(`${url}/isready`)).status).toBe(200);
  });

  it('being killed in the middle of requests: it comes back with everyone signed in', async () => {
    const requests = Array.from({ length: 50 }, () => visitor.get('/api/me').catch(() => null));
    running.child.kill('SIGKILL');
    await Promise.all(requests);
    running = start({ PORT: port, ...settings });
    await ready();
    expect(await name()).toBe('kari');
  });

  it('its PostgreSQL being killed, which it starts again', async () => {
    const killed = postgres();
    expect(killed).not.toBeNull();
    process.kill(killed ?? 0, 'SIGKILL');
    await until('another PostgreSQL', () => ![killed, null].includes(postgres()), 30_000);
    await ready();
    expect(await name()).toBe('kari');
  });

  it('being asked to end: it answers what it has begun, and leaves nothing running', async () => {
    const body = JSON.stringify({ email: 'nobody@people.example' });
    const socket = net.connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk));
    const closed = new Promise((done) => socket.once('close', done));
    socket.write(
      `POST /api/sign-in/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
    );
    await pause(200);
    running.child.kill('SIGTERM');
    await until(
      'no new connection',
      () =>
        fetch(`${url}/isready`).then(
          ({ ok }) => !ok,
          () => true,
        ),
      5000,
    );
    expect(running.child.exitCode).toBeNull();
    socket.write(body.slice(9));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 204 /);
    expect(await running.ended).toBe(0);
    expect(postgres()).toBeNull();
    expect(existsSync(path.join(data, 'running.json'))).toBe(false);
  });
});
