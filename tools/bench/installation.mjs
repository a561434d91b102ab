// What the bench measures on: the built server in production, a database of its own that writes to disk, and a filled award.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { rolldown } from 'rolldown';
import { startPostgres } from '../embedded-postgres.mjs';
import { ask } from './ask.mjs';

const here = import.meta.dirname;
const bundles = 'dist/bench';
/** As docs/operating.md says to start it. */
const PRODUCTION_FLAGS = ['--max-semi-space-size=8'];

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Runs to the end and answers standard output; throws what it complained of. */
export function run(args, env = {}) {
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

export function build() {
  run(['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--outputStyle=static'], {
    NODE_ENV: 'production',
  });
}

export async function bundle(name) {
  const made = await rolldown({
    input: path.join(here, `${name}.mjs`),
    platform: 'node',
    tsconfig: 'apps/api/tsconfig.json',
    logLevel: 'silent',
    external: (id) =>
      /^[^./]/.test(id) && !id.startsWith('@award/') && !id.startsWith('@oxc-project/runtime'),
  });
  await made.write({ dir: bundles, format: 'esm', entryFileNames: `${name}.mjs` });
  await made.close();
  return path.join(bundles, `${name}.mjs`);
}

/** Starts a program that listens on PORT. `ready` asks whether it does. */
export async function startProgram(script, env, ready, flags = [], onPort = 0) {
  const port = onPort || (await freePort());
  const base = `http://127.0.0.1:${port}`;
  const from = performance.now();
  // As many open files as the machine allows: readers of the stream hold one each.
  const child = spawn(
    '/bin/sh',
    ['-c', 'ulimit -n "$(ulimit -Hn)"; exec "$@"', 'sh', process.execPath, ...flags, script],
    { env: { PATH: process.env.PATH, ...env, PORT: String(port) }, stdio: 'pipe' },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (log = (log + chunk).slice(-8000)));
  while (!(await ready(base, log).catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`${script} did not start:\n${log}`);
    await new Promise((later) => setTimeout(later, 10));
  }
  return {
    base,
    pid: child.pid,
    readyAfterMs: performance.now() - from,
    log: () => log,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Everything the jobs need, and `close()`. */
export async function installation() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaaring-bench-'));
  const postgres = await startPostgres({
    folder,
    settings: { shared_preload_libraries: 'pg_stat_statements', shared_buffers: '256MB' },
  });
  const env = {
    DATABASE_URL: postgres.url('kaaring'),
    SESSION_SECRET: randomBytes(32).toString('hex'),
  };
  const open = [];
  try {
    run(['dist/apps/api/migrate.js'], { ...env, KAARING_KIND: 'production' });
    for (const command of ['register:import', 'archive:import'])
      run(['tools/award-admin.mjs', command], env);
    const facts = JSON.parse(run([await bundle('fill')], env));
    const db = new pg.Client({ connectionString: env.DATABASE_URL });
    await db.connect();
    await db.query('create extension pg_stat_statements');
    await db.query('vacuum analyze');
    const bareServer = await bundle('bare-server');
    const startServer = () =>
      startProgram(
        'dist/apps/api/main.js',
        {
          ...env,
          NODE_ENV: 'production',
          PUBLIC_URL: 'https://kaaring.example',
          SMTP_URL: 'smtp://127.0.0.1:1',
          PROXY_HOPS: '1',
        },
        async (base) => (await ask(base, '/isready')).status === 200,
        PRODUCTION_FLAGS,
      );
    const startBare = (script, more) =>
      startProgram(script, { ...env, NODE_ENV: 'production', ...more }, async (_base, log) =>
        log.includes('ready'),
      );
    const server = await startServer();
    open.push(server);
    const bare = await startBare(bareServer);
    open.push(bare);
    return {
      facts,
      db,
      /** For programs that measure on this database themselves. */
      env,
      server,
      bare,
      startServer,
      /** PostgreSQL's first process: all others are its children. */
      postgresPid: postgres.pid(),
      startPage: async (html) => {
        const file = path.join(folder, 'page.html');
        fs.writeFileSync(file, html);
        const page = await startBare(path.join(here, 'bare-page.mjs'), { PAGE: file });
        open.push(page);
        return page;
      },
      close: async () => {
        await db.end();
        for (const one of open) await one.stop();
        await postgres.stop();
        fs.rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    for (const one of open) await one.stop();
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
