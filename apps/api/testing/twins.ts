import path from 'node:path';
import type { NestInterceptor } from '@nestjs/common';
import { Jobs } from '@award/jobs/api';
import { PublicWatch } from '../../../libs/publication/api/public-watch.service';
import { setClock } from '../demo/sample-year/sample-year';
import {
  type Ask,
  type Caller,
  LeakScan,
  type Look,
  onlyIn,
  type Secret,
} from '../rehearsal/leak-scan';
import { mailHasGone } from './statements';
import { type TestApp, testApp, type TestDatabase, testDatabase } from './test-app';

/** Two servers on two databases that were one until now. */
export interface Twins {
  app: TestApp;
  twin: TestApp;
}

/** Who says in the log that the database was away for a moment, whatever is asked. */
const OF_CONNECTIONS = / (Jobs|PublicWatch|PublicDatabase|MeetingStreams)$/;
const WEB = path.resolve(import.meta.dirname, '../../../dist/apps/web');

/**
 * Ends the server and copies its database while nobody is connected. Whoever is signed in is so at both servers. `close`
 * of a server leaves its database, which its own `drop` takes away. Both have the application that was built.
 */
export async function part(
  app: TestApp,
  interceptors: NestInterceptor[],
): Promise<Twins & { copy: TestDatabase }> {
  await mailHasGone(app);
  await app.close();
  const copy = await testDatabase({ url: app.databaseUrl });
  const [first, twin] = await Promise.all([
    testApp({ databaseUrl: app.databaseUrl }, interceptors, [], WEB),
    testApp({ databaseUrl: copy.url }, [], [], WEB),
  ]);
  await Promise.all([first, twin].map(drawsPages));
  return { app: first, twin, copy };
}

/** The process that draws pages takes seconds to start on a busy machine: until then its pages are made in the browser. */
async function drawsPages(server: TestApp): Promise<void> {
  while (!(await page(server, '/apne-data')).includes('<h1')) {
    await new Promise((later) => setTimeout(later, 50));
  }
}

async function page(server: TestApp, address: string): Promise<string> {
  return (await server.visitor().getBytes(address)).bytes.toString();
}

/** The same questions to both, one server after the other, so that it is known whose a line of the log is. */
export async function askBoth(
  { app, twin }: Twins,
  heard: readonly string[],
  callers: readonly Caller[],
  asks: readonly (string | Ask)[],
  secrets: readonly Secret[] = [],
): Promise<{ one: Look; other: Look; lines: string[][] }> {
  const scan = new LeakScan(callers, asks);
  return atOneInstant([app, twin], async () => {
    const from = heard.length;
    const one = await scan.at(app.url).look(secrets);
    const between = heard.length;
    const other = await scan.at(twin.url).look();
    const lines = [heard.slice(from, between), heard.slice(between)];
    return {
      one,
      other,
      lines: lines.map((said) => said.filter((line) => !OF_CONNECTIONS.test(line)).sort()),
    };
  });
}

/** Mail and jobs of which the one has more or fewer than the other, but for mail to who is cleared. */
export async function moreThanTheTwin(
  { app, twin }: Twins,
  cleared: readonly string[],
): Promise<string[]> {
  await mailHasGone(app);
  const [mails, fewer] = [await mailsOf(app), await mailsOf(twin)];
  const told = [...onlyIn(mails, fewer), ...onlyIn(fewer, mails)].filter(
    (mail) => !cleared.some((recipient) => mail.startsWith(`${recipient} `)),
  );
  const jobs = onlyIn(await jobsOf(app), await jobsOf(twin)).filter((job) => job !== 'mail {}');
  return [...told, ...jobs];
}

/** While `work` goes on, the award's clock stands still at one instant in all the databases. */
export async function atOneInstant<T>(
  servers: readonly Pick<TestApp, 'db'>[],
  work: () => Promise<T>,
): Promise<T> {
  const [first] = servers;
  if (first === undefined) return work();
  const [{ now, running }] = await first.db.query(
    `select award_now()::text as now, pg_get_functiondef('award_now'::regproc) as running`,
  );
  const say = (sql: string) => Promise.all(servers.map(({ db }) => db.query(sql)));
  await say(
    `create or replace function award_now() returns timestamptz language sql volatile as $$ select timestamptz '${now}' $$`,
  );
  try {
    return await work();
  } finally {
    await say(running);
  }
}

/** The clock passes an instant in all of them, what is due is done, and what is public is known. */
export async function passTime(servers: readonly TestApp[], instant: string): Promise<void> {
  for (const { db, get } of servers) {
    await setClock({ db, minute: () => get(Jobs).minute() }, instant);
    await get(PublicWatch).catchUp();
  }
}

/** Every mail as somebody at the mail server could see it, and as it stands in the queue, each behind its recipient. */
export async function mailsOf({ db }: Pick<TestApp, 'db'>): Promise<string[]> {
  const rows: { mail: string }[] = await db.query(
    `select concat_ws(' ', recipient, 'got', subject, body) as mail from caught_mail
     union all select concat_ws(' ', recipient, 'waits for', template, language, words, attempts, sent_at is not null, given_up_at is not null, last_error)
     from mail_outbox order by 1`,
  );
  return rows.map(({ mail }) => mail);
}

/** Every job that was ever in the queue: what it is called, what it carries, and whether it waits for a later time. */
export async function jobsOf({ db }: Pick<TestApp, 'db'>): Promise<string[]> {
  const rows: { job: string }[] = await db.query(
    `select concat_ws(' ', name, data, singleton_key, case when start_after > created_on + interval '1 minute' then 'waits' end) as job
     from pgboss.job order by 1`,
  );
  return rows.map(({ job }) => job);
}
