// The release of a whole year and its correction, each told to thousands while the server is killed three times: nothing
// is lost, nobody gets a second mail, and at most one mail a kill is handed over again, under the same Message-ID.
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { startPostgres } from '../embedded-postgres.mjs';
import { ask } from './ask.mjs';
import { bundle, freePort, run, startProgram } from './installation.mjs';

const ENTRIES = 357;
const MAILS = 5000;
const KILLS = 3;
/** Whatever has not gone by then is counted as lost. */
const LONGEST_SECONDS = 600;

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

/** A mail server that keeps who got what: recipient and Message-ID of every copy. */
async function mailbox() {
  const copies = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      let head = '';
      stream.on('data', (chunk) => (head.length < 4000 ? (head += chunk) : undefined));
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        const subject = /^Subject: (.*(?:\r\n\s.*)*)/im.exec(head)?.[1] ?? '';
        copies.push({
          to: recipient.address,
          id: /^Message-ID: (\S+)/im.exec(head)?.[1],
          subject,
        });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return { copies, port, close: () => new Promise((closed) => server.close(closed)) };
}

/** Waits until so many copies have come, or too long. */
async function came(copies, count, until) {
  while (copies.length < count && performance.now() < until) await pause(20);
}

async function told(here, act, templates) {
  const { copies } = here.mail;
  const before = copies.length;
  const from = performance.now();
  const until = from + LONGEST_SECONDS * 1000;
  const pressed = await act();
  for (let kill = 1; kill <= KILLS; kill++) {
    await came(copies, before + (MAILS * kill) / (KILLS + 1), until);
    process.kill(here.server.pid, 'SIGKILL');
    here.server = await here.start();
  }
  let outbox;
  do {
    await pause(500);
    outbox = await here.scene.outbox(templates);
  } while (outbox.sent < MAILS && performance.now() < until);
  const took = (performance.now() - from) / 1000;
  const got = copies.slice(before);
  const letters = new Set(got.map(({ to, id }) => `${to} ${id}`));
  const second = letters.size - new Set(got.map(({ to }) => to)).size;
  return {
    took,
    released: pressed,
    lost: MAILS - new Set(got.map(({ to }) => to)).size + outbox.lost,
    twice: second + outbox.twice,
    again: got.length - letters.size,
  };
}

function rowsOf(name, { took, released, lost, twice, again }) {
  const what = `of ${MAILS} mails on ${ENTRIES} entries, the server killed ${KILLS} times`;
  return [
    row(`${name}-once`, released, 'releases', 'one, by four presses at once', released === 1),
    row(`${name}-lost`, lost, 'mails', `none lost ${what}`, lost === 0),
    row(`${name}-twice`, twice, 'mails', `none a second time ${what}`, twice === 0),
    row(
      `${name}-again`,
      again,
      'copies',
      `at most one a kill, under the same Message-ID`,
      again <= KILLS,
    ),
    row(`${name}-time`, took, 's', 'as measured, with three starts', true),
  ];
}

export async function release() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaaring-release-'));
  const mail = await mailbox();
  const postgres = await startPostgres({ folder });
  const env = {
    DATABASE_URL: postgres.url('release'),
    SESSION_SECRET: 'a secret of the bench, long enough',
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  };
  const here = { mail };
  try {
    run(['dist/apps/api/migrate.js'], { ...env, KAARING_KIND: 'demo' });
    const port = await freePort();
    here.start = () =>
      startProgram(
        'dist/apps/api/main.js',
        env,
        async (base) => (await ask(base, '/isready')).status === 200,
        [],
        port,
      );
    here.server = await here.start();
    const { decidedYear } = await import(
      pathToFileURL(path.resolve(await bundle('release-scene'))).href
    );
    here.scene = await decidedYear(env.DATABASE_URL, here.server.base, ENTRIES, MAILS);
    const news = await told(here, here.scene.finalists, {
      names: ['publication.news', 'publication.followed'],
      kind: 'finalists',
    });
    const corrected = await told(here, here.scene.correction, {
      names: ['publication.corrected', 'publication.followed'],
      kind: 'corrected',
    });
    return [...rowsOf('release', news), ...rowsOf('correction', corrected)];
  } finally {
    await here.scene?.close();
    await here.server?.stop();
    await postgres.stop();
    await mail.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
