// `npm start`: one command from a fresh clone to a running product. Takes a lock and checks the port before it builds.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres } from './embedded-postgres.mjs';
import { takeLock } from './start-lock.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const { env } = process;
const port = Number(env.PORT || 3000);
const folder = path.resolve(env.KAARING_DATA || '.data');
const production = env.NODE_ENV === 'production';

let lock;
let postgres;
let building;

async function stop(message, code = 1) {
  if (message) console.error(message);
  building?.kill('SIGTERM');
  await postgres?.stop();
  lock?.release();
  process.exit(code);
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 };
const onSignal = (name) => {
  process.once(name, () => process.exit(SIGNALS[name]));
  lock?.stopping();
  void stop('', SIGNALS[name]);
};
for (const name of Object.keys(SIGNALS)) process.once(name, onSignal);

// npm hands a signal to its shell and not to us: when npm or the shell is gone, so is the one who asked.
if (env.npm_lifecycle_event) {
  const above = parents();
  setInterval(() => {
    if (parents() !== above) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

function parents() {
  try {
    const shell = fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${shell.replace(/^.*\) /s, '').split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

if (Number(process.versions.node.split('.')[0]) < 24)
  await stop(
    `Kåring needs Node 24, which comes with npm ci. This is ${process.version}: use npm start.`,
  );
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  await stop(`PORT=${env.PORT} is not a port.`);
if (production && !env.DATABASE_URL)
  await stop(
    'NODE_ENV=production needs DATABASE_URL: the embedded database is for trying out only.',
  );
if (production && (env.KAARING_KIND || 'production') !== 'production')
  await stop(`NODE_ENV=production runs a production installation only, not ${env.KAARING_KIND}.`);

try {
  lock = await takeLock(path.join(folder, 'running.json'), { port });
} catch (error) {
  await stop(
    `Cannot write in ${folder} (${error.code}). Give another folder: KAARING_DATA=/path npm start`,
  );
}
if (lock.other) {
  const { pid, port: taken } = lock.other;
  lock = undefined;
  await stop(
    `Kåring already runs from this folder (process ${pid}, http://localhost:${taken}).\nStop it first, or give this one its own folder: KAARING_DATA=.data2 PORT=${port + 1} npm start`,
  );
}
process.once('exit', () => lock?.release());

const portTaken = `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`;
async function portIsFree() {
  const listens = (host) =>
    new Promise((done) => {
      const server = net.createServer();
      server.once('error', (error) =>
        done(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL'),
      );
      server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
    });
  return (await listens('127.0.0.1')) && (await listens('::1')) && (await listens(undefined));
}
if (!(await portIsFree())) await stop(portTaken);

if (env.KAARING_SKIP_BUILD !== '1') {
  console.log('Building …');
  const turn = await takeLock(path.resolve('dist/building.json'), {}, 300_000).catch((error) =>
    stop(`Cannot build in ${path.resolve('dist')} (${error.code}). Is it another user's folder?`),
  );
  process.once('exit', () => turn.release?.());
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  let log = '';
  building = spawn(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_ENV: 'production', WEB_BUDGETS: 'warn' },
  });
  for (const stream of [building.stdout, building.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (log = (log + chunk).slice(-100_000)));
  const status = await new Promise((done) => building.once('close', done));
  building = undefined;
  turn.release?.();
  if (status !== 0) await stop(`The build failed.\n${log}`);
}

try {
  if (!env.DATABASE_URL) {
    postgres = await startPostgres({ folder });
    env.DATABASE_URL = postgres.url('kaaring');
    env.KAARING_KIND ||= 'demo';
  }
  const load = (name) => import(pathToFileURL(path.join(root, 'dist/apps/api', name)).href);
  const { prepare } = await load('prepare.js');
  if ((await prepare(env)) === 'demo' && !env.SESSION_SECRET) {
    const file = path.join(folder, 'session-secret');
    if (!fs.existsSync(file))
      fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    env.SESSION_SECRET = fs.readFileSync(file, 'utf8');
  }
  const { drained } = await load('main.js');
  for (const name of Object.keys(SIGNALS)) {
    process.off(name, onSignal);
    process.once(name, () => lock.stopping());
  }
  await drained;
  await stop('', 0);
} catch (error) {
  await stop(
    error.code === 'EADDRINUSE' ? portTaken : error.message || String(error.code ?? error),
  );
}
