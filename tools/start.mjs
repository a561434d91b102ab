// `npm start`: one command from a fresh clone to a running product. Takes a lock and checks the port before it builds.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres } from './embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const port = Number(process.env.PORT ?? 3000);
const folder = path.resolve(process.env.KAARING_DATA ?? '.data');

function stop(message) {
  console.error(message);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 24)
  stop(`Kåring needs Node 24, which comes with npm ci. This is ${process.version}: use npm start.`);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  stop(`PORT=${process.env.PORT} is not a port.`);
if (process.env.NODE_ENV === 'production' && !process.env.DATABASE_URL) {
  stop('NODE_ENV=production needs DATABASE_URL: the embedded database is for trying out only.');
}

/** Two starts on one data folder would share a build and a database: the second is told so. */
function takeLock() {
  fs.mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'running.json');
  const mine = JSON.stringify({ pid: process.pid, port });
  for (let turn = 0; turn < 2; turn++) {
    try {
      fs.writeFileSync(lock, mine, { flag: 'wx' });
      process.on('exit', () => {
        if (fs.existsSync(lock) && fs.readFileSync(lock, 'utf8') === mine) fs.rmSync(lock);
      });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const other = JSON.parse(fs.readFileSync(lock, 'utf8') || '{}');
    if (alive(other.pid)) {
      stop(
        `Kåring already runs from this folder (process ${other.pid}, http://localhost:${other.port}).\nStop it first, or give this one its own folder: KAARING_DATA=.data2 PORT=${port + 1} npm start`,
      );
    }
    fs.rmSync(lock, { force: true });
  }
  stop('Another start got here first. Try again.');
}

function alive(pid) {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return fs.existsSync(`/proc/${pid}/cmdline`)
      ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs')
      : true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function portIsFree() {
  const server = net.createServer();
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
}

takeLock();
if (!(await portIsFree()))
  stop(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`);

if (process.env.KAARING_SKIP_BUILD !== '1') {
  console.log('Building …');
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const built = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '--outputStyle=static'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (built.status !== 0) stop(`The build failed.\n${built.stdout}\n${built.stderr}`);
}

let postgres;
if (!process.env.DATABASE_URL) {
  postgres = await startPostgres({ folder });
  process.env.DATABASE_URL = postgres.url('kaaring');
  process.env.KAARING_KIND ??= 'demo';
}
if (!process.env.SESSION_SECRET && process.env.KAARING_KIND === 'demo') {
  const file = path.join(folder, 'session-secret');
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  process.env.SESSION_SECRET = fs.readFileSync(file, 'utf8');
}

try {
  const { prepare } = await import(pathToFileURL(path.join(root, 'dist/apps/api/prepare.js')).href);
  await prepare(process.env);
  await import(pathToFileURL(path.join(root, 'dist/apps/api/main.js')).href);
} catch (error) {
  await postgres?.stop();
  stop(error.message);
}
