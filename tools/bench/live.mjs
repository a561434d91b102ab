// The moment of release with thousands of open pages: from commit to event, to name painted in a browser, and the fetches after.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumEnv } from '../find-chromium.mjs';
import { ask } from './ask.mjs';
import { asPerson } from './jury.mjs';
import { fetchAll, memoryOf, quantile } from './measure.mjs';

const READERS = Number(process.env.BENCH_READERS || 10_000);
const SIGNALS = 5;

let audience;
/** Opens the streams once; all rows are measured with them open. */
async function readers({ server }) {
  if (audience) return audience;
  const script = path.join(import.meta.dirname, 'readers.mjs');
  const child = spawn(
    '/bin/sh',
    ['-c', 'ulimit -n "$(ulimit -Hn)"; exec "$@"', 'sh', process.execPath, script],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const tell = (order) =>
    new Promise((answered) => {
      child.once('message', answered);
      child.send(order);
    });
  const opened = await tell({
    act: 'open',
    port: Number(new URL(server.base).port),
    count: READERS,
  });
  audience = { ...opened, tell, close: () => child.disconnect() };
  return audience;
}

export const closeReaders = () => audience?.close();

const measured = (goal, ours, unit, holds) => ({
  ours,
  limit: null,
  ratio: null,
  unit,
  goal,
  holds,
});

/** Commit to event, at the 99th of 100 readers, in the worst of five signals. */
export async function signal(place) {
  const { tell, failed } = await readers(place);
  let worst = 0;
  let dropped = failed;
  for (let turn = 0; turn < SIGNALS; turn++) {
    await tell({ act: 'listen' });
    const from = Date.now();
    await place.db.query('select public_has_changed(null)');
    const { times, open } = await tell({ act: 'heard' });
    dropped = Math.max(dropped, READERS - Math.min(times.length, open));
    worst = Math.max(worst, quantile(times, 0.99) - from);
  }
  return measured(
    `at most 1 s at 99 % of ${READERS} readers, none dropped${dropped ? ` (${dropped} dropped)` : ''}`,
    worst / 1000,
    's',
    worst <= 1000 && dropped === 0,
  );
}

/** What the server holds in memory while they read; the renderer is a process of its own that ends again. */
export async function memory(place) {
  await readers(place);
  const ours = memoryOf(place.server.pid, true);
  return measured(`at most 350 with ${READERS} readers`, ours, 'MB', ours <= 350);
}

async function act(place, person, target, body) {
  const answer = await ask(place.server.base, target, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...asPerson(person), 'content-type': 'application/json' },
    body,
  });
  if (answer.status >= 300) throw new Error(`${target}: ${answer.status} ${answer.body}`);
  return answer.body.length > 0 ? JSON.parse(answer.body) : null;
}

/** Seals, arms by two and releases: the finalists of both classes, or the winner of one. */
async function release(place, scope) {
  const { reveal } = place.facts;
  const of = `/api/releases/${reveal.editionId}`;
  await act(place, reveal.secretary, `${of}/seal`, { scope, releaseAt: null });
  const { rows } = await place.db.query(
    'select id, sha256 from sealed_record where edition_id = $1 and scope = $2 and cancelled_at is null',
    [reveal.editionId, scope],
  );
  const [{ id, sha256 }] = rows;
  for (const person of [reveal.keyholder, reveal.other])
    await act(place, person, `/api/releases/records/${id}/arm`, { sha256, releaseAt: null });
  await act(place, reveal.keyholder, `${of}/press`, { recordIds: [id] });
  const released = await place.db.query(
    'select extract(epoch from released_at) * 1000 as at from release where sealed_record_id = $1',
    [id],
  );
  return Number(released.rows[0].at);
}

/** From the release in the database to the winner's name painted on the live page of a browser, the readers meanwhile. */
export async function painted(place) {
  await readers(place);
  const { executablePath, env } = await chromiumEnv();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  try {
    await release(place, 'all');
    const page = await browser.newPage();
    await page.goto(`${place.server.base.replace('127.0.0.1', 'localhost')}/direkte`);
    await page.getByText(place.facts.reveal.winner).first().waitFor();
    const name = page.evaluate(
      () =>
        new Promise((shown) => {
          const look = () => {
            if (!document.querySelector('.live__name')) return requestAnimationFrame(look);
            requestAnimationFrame(() => shown(Date.now()));
          };
          look();
        }),
    );
    await new Promise((later) => setTimeout(later, 1000));
    const at = await release(place, 'small');
    const ours = ((await name) - at) / 1000;
    return measured('at most 1 s', ours, 's', ours <= 1);
  } finally {
    await browser.close();
  }
}

/** As many fetches as there are readers, through 500 connections that are kept: how long until all have it. */
export async function fetches(place) {
  await readers(place);
  const path = '/api/public/view?path=/direkte&language=nb';
  const ours = (await fetchAll(place.server.base, path, READERS, 500)) / 1000;
  return measured(`${READERS} fetches, as measured`, ours, 's', true);
}
