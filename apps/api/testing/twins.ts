import type { NestInterceptor } from '@nestjs/common';
import { Jobs } from '@award/jobs/api';
import { PublicWatch } from '../../../libs/publication/api/public-watch.service';
import { setClock } from '../demo/sample-year/sample-year';
import { mailHasGone } from './statements';
import { type TestApp, testApp, type TestDatabase, testDatabase } from './test-app';

/** Two servers on two databases that were one until now. */
export interface Twins {
  app: TestApp;
  twin: TestApp;
}

/**
 * Ends the server and copies its database while nobody is connected. Whoever is signed in is so at both servers. `close`
 * of a server leaves its database, which its own `drop` takes away.
 */
export async function part(
  app: TestApp,
  interceptors: NestInterceptor[],
): Promise<Twins & { copy: TestDatabase }> {
  await mailHasGone(app);
  await app.close();
  const copy = await testDatabase({ url: app.databaseUrl });
  const [first, twin] = await Promise.all([
    testApp({ databaseUrl: app.databaseUrl }, interceptors),
    testApp({ databaseUrl: copy.url }),
  ]);
  return { app: first, twin, copy };
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
