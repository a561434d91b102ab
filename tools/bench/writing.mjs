// Many who write at once: a hundred people on forty entries, two or three on each, with a database that writes to disk.
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres } from '../embedded-postgres.mjs';
import { ask } from './ask.mjs';
import { bundle, freePort, run, startProgram } from './installation.mjs';

const WRITERS = 100;
const ENTRIES = 40;
const SAVES_EACH = 3;
const WITHIN_SECONDS = 60;
/** Whatever hangs is counted as lost after this. */
const LONGEST_SECONDS = 180;

const pause = (ms) => new Promise((later) => setTimeout(later, ms));
const row = (job, ours, unit, goal, holds) => ({
  job,
  ours,
  limit: null,
  ratio: null,
  unit,
  goal,
  holds,
});

/** A server for tests with a database of its own, the writers on it, and `close()`. */
async function room() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaaring-writing-'));
  const postgres = await startPostgres({ folder });
  const env = { DATABASE_URL: postgres.url('writing'), SESSION_SECRET: 'a secret of the bench' };
  run(['dist/apps/api/migrate.js'], { ...env, KAARING_KIND: 'test' });
  const port = await freePort();
  const start = () =>
    startProgram(
      'dist/apps/api/main.js',
      env,
      async (base) => (await ask(base, '/isready')).status === 200,
      [],
      port,
    );
  const here = { postgres, start, server: await start() };
  const { writersOn } = await import(pathToFileURL(path.resolve(await bundle('writers'))).href);
  here.writers = await writersOn(env.DATABASE_URL, here.server.base, WRITERS, ENTRIES);
  here.close = async () => {
    await here.writers.close().catch(() => undefined);
    await here.server.stop();
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return here;
}

/** Everybody's saves, with `meanwhile`; answers the seconds it took and what was lost or stands twice. */
async function written(meanwhile = async () => undefined) {
  const here = await room();
  try {
    const from = performance.now();
    const all = Promise.all([here.writers.write(SAVES_EACH), meanwhile(here)]);
    const tooLong = new Promise((given) => setTimeout(given, LONGEST_SECONDS * 1000).unref());
    await Promise.race([all, tooLong]);
    const took = (performance.now() - from) / 1000;
    const faults = await here.writers.faults();
    const unanswered = WRITERS * SAVES_EACH - here.writers.saves;
    for (const fault of [...here.writers.unexpected, ...faults]) console.error(`  ${fault}`);
    return { took, lost: faults.length + unanswered };
  } finally {
    await here.close();
  }
}

/** Waits for so many saves to have been acknowledged. */
async function saved(here, count) {
  for (let waited = 0; waited < LONGEST_SECONDS * 100 && here.writers.saves < count; waited++)
    await pause(10);
}

export async function writing() {
  const calm = await written();
  const killed = await written(async (here) => {
    await saved(here, WRITERS * SAVES_EACH * 0.2);
    process.kill(here.server.pid, 'SIGKILL');
    here.server = await here.start();
    await saved(here, WRITERS * SAVES_EACH * 0.6);
    process.kill(here.postgres.pid(), 'SIGKILL');
  });
  const saves = `${WRITERS * SAVES_EACH} saves by ${WRITERS} on ${ENTRIES} entries`;
  return [
    row('writing-time', calm.took, 's', `${saves} in at most 60`, calm.took <= WITHIN_SECONDS),
    row('writing-lost', calm.lost, 'fields', `none lost of ${saves}`, calm.lost === 0),
    row(
      'writing-killed',
      killed.lost,
      'saves',
      'none lost or doubled, server and PostgreSQL killed in between',
      killed.lost === 0,
    ),
  ];
}
