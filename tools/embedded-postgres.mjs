// Starts a real PostgreSQL from npm's binaries for demo and tests. Never used when DATABASE_URL is set.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { markOf, postgresBinaries, reachable, SYSTEM_FOLDER } from './postgres-binaries.mjs';

// The server stops in order when the process that started it is killed: a reader beside it waits on a pipe we hold.
// $1 is the folder to remove afterwards, or empty.
const SUPERVISE =
  'D=$1; shift; "$@" & P=$!; trap "" INT HUP TERM; (read _; kill -INT $P) <&3 & R=$!; wait $P; S=$?; kill -KILL $R 2>/dev/null; [ -z "$D" ] || rm -rf "$D"; exit $S';
const MOST_RESTARTS = 8;

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Where the database lies: the wanted folder, or one that the service account can reach. */
function dataFolder(wanted, account) {
  const above = path.dirname(wanted);
  fs.mkdirSync(above, { recursive: true });
  const home = reachable(above, account) ? wanted : path.join(SYSTEM_FOLDER, markOf(wanted));
  fs.mkdirSync(home, { recursive: true });
  if (account) fs.chownSync(home, account.uid, account.gid);
  return home;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function accepts(port) {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), done(true)));
    socket.once('error', () => done(false));
  });
}

/** Makes the cluster beside its place and renames it, so that one cut short is never taken for whole. */
function makeCluster({ bin, account, run, home, data, throwAway }) {
  const leftovers = fs
    .readdirSync(home)
    .filter((name) => name.startsWith(`${path.basename(data)}.making`));
  for (const name of leftovers) fs.rmSync(path.join(home, name), { recursive: true, force: true });
  const making = `${data}.making-${process.pid}`;
  const secret = path.join(home, 'secret');
  fs.rmSync(secret, { force: true });
  fs.writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  if (account) fs.chownSync(secret, account.uid, account.gid);
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [
      ...['-D', making, '-U', 'kaaring', `--pwfile=${secret}`, '--auth=scram-sha-256'],
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nb-NO'],
      ...(throwAway ? ['--no-sync'] : []),
    ],
    { ...run, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    fs.rmSync(making, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not make its files in ${home}: ${made.error?.message ?? made.stderr}`,
    );
  }
  fs.renameSync(making, data);
}

/** A server left by a start that was killed is asked to stop, and waited for: two never share the files. */
async function waitForOlder(data) {
  let asked = false;
  for (let waited = 0; waited < 30_000; waited += 50) {
    const pid = serverOf(data);
    if (pid === null) return;
    if (!asked && waited >= 2000) {
      asked = true;
      signal(pid, 'SIGINT');
    }
    await later(50);
  }
  throw new Error(`Another PostgreSQL still uses ${data}. Stop it first.`);
}

/** The server that already runs on the folder's files, by its own lock file; null when there is none. */
export function runningPostgres({ folder }) {
  const { account, major } = postgresBinaries();
  const home = dataFolder(path.resolve(folder), account);
  const data = path.join(home, `pg${major}`);
  if (serverOf(data) === null) return null;
  const port = readOr(path.join(data, 'postmaster.pid'), '').split('\n')[3];
  const secret = readOr(path.join(home, 'secret'), '').trim();
  return { url: (database) => `postgres://kaaring:${secret}@127.0.0.1:${port}/${database}` };
}

/** The process that serves these files, by PostgreSQL's own lock file; null when none lives. */
export function serverOf(data) {
  const [first] = readOr(path.join(data, 'postmaster.pid'), '').split('\n');
  const pid = Number(first);
  if (!pid) return null;
  const command = readOr(`/proc/${pid}/cmdline`, null);
  if (command === null) return !fs.existsSync('/proc/self') && signal(pid, 0) ? pid : null;
  return command.includes(data) ? pid : null;
}

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Runs the server until it ends. `ready` rejects when it does not come up. */
function launch({ bin, run, data, settings, port, remove }) {
  const args = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(
    '/bin/sh',
    ['-c', SUPERVISE, 'sh', remove, path.join(bin, 'postgres'), '-D', data, ...args],
    { ...run, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  let gone = false;
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)));
  child.stdio[3].on('error', () => undefined);
  const ended = new Promise((done) => {
    child.once('exit', done);
    child.once('error', (error) => ((log += error.message), done(null)));
  }).then(() => (gone = true));
  const ready = (async () => {
    const giveUp = Date.now() + 60_000;
    while (!log.includes('ready to accept connections') || !(await accepts(port))) {
      if (gone || Date.now() > giveUp) throw new Error(`PostgreSQL did not start:\n${log}`);
      await later(20);
    }
  })();
  return { ended, ready, stop: () => child.stdio[3].end('\n') };
}

/**
 * Starts PostgreSQL on a free loopback port and returns its address and `stop()`.
 * When the server is killed it is started again on the same port and files, unless it is a throw-away.
 * @param {{ folder: string, throwAway?: boolean, settings?: Record<string, string> }} options
 *   `throwAway`: no fsync and removed afterwards, for tests only; `settings`: more of PostgreSQL's own
 */
export async function startPostgres({ folder, throwAway = false, settings: more = {} }) {
  const { bin, account, major } = postgresBinaries();
  const home = dataFolder(path.resolve(folder), account);
  const data = path.join(home, `pg${major}`);
  const run = { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  const fresh = !fs.existsSync(path.join(data, 'PG_VERSION'));
  if (fresh) makeCluster({ bin, account, run, home, data, throwAway });
  const secret = fs.readFileSync(path.join(home, 'secret'), 'utf8').trim();
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...more,
  };
  const start = async () => {
    await waitForOlder(data);
    const server = launch({ bin, run, data, settings, port, remove: throwAway ? home : '' });
    await server.ready;
    return server;
  };
  let server = await start();
  let stopping = false;

  async function keepUp() {
    for (let tries = 0; !stopping;) {
      await server.ended;
      if (stopping) return;
      console.error('PostgreSQL ended by itself. Starting it again …');
      await later(100 * 2 ** tries);
      try {
        server = await start();
        tries = 0;
      } catch (error) {
        if (++tries > MOST_RESTARTS) return console.error(error.message);
      }
    }
    server.stop();
  }
  if (!throwAway) void keepUp();

  return {
    url: (database) => `postgres://kaaring:${secret}@127.0.0.1:${port}/${database}`,
    fresh,
    /** The process that serves, for tests that kill it. */
    pid: () => serverOf(data),
    stop: async () => {
      stopping = true;
      server.stop();
      const hurry = setTimeout(() => signal(serverOf(data), 'SIGQUIT'), 10_000);
      await server.ended;
      clearTimeout(hurry);
      if (throwAway) fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
