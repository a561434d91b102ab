import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Settings } from '@award/settings/api';

/** A database that is away fails every worker twice a second: one line says it, the next after this time. */
const COMPLAIN_EVERY_MS = 60_000;
/** Asking twice a second for the jobs of works that only the clock has cost a database at rest more than all else it did. */
const ASK_EVERY_SECONDS = { sent: 0.5, byTheClock: 5 };
const MOST_AT_ONCE = 100;

type Handler = () => Promise<void>;

interface Clockwork {
  /** Runs by the clock: each minute, or each hour for what may wait. */
  everyMinute?: boolean;
  everyHour?: boolean;
  /** Acts send jobs to it, and somebody waits for them. */
  sent?: boolean;
}

interface Work extends Clockwork {
  handler: Handler;
}

/** The queue. A job is sent in the transaction of the act that causes it, and wakes a sweep that asks the award's clock. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly boss: PgBoss;
  /** Tests play the clock by `minute()`: a sweep that fell into one would be counted as the test's own. */
  private readonly byTheClock: boolean;
  private readonly works = new Map<string, Work>();
  private complained = -Infinity;

  constructor(settings: Settings) {
    this.byTheClock = settings.kind !== 'test';
    this.boss = new PgBoss({
      connectionString: settings.databaseUrl,
      schema: 'pgboss',
      max: 4,
      schedule: this.byTheClock,
      supervise: this.byTheClock,
    });
    this.boss.on('error', (error) => this.complain(error.message));
  }

  /** Names the work of an area; called while its module is made. */
  register(name: string, handler: Handler, clockwork: Clockwork = {}): void {
    this.works.set(name, { handler, ...clockwork });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    const made = new Set((await this.boss.getQueues()).map(({ name }) => name));
    for (const [name, work] of this.works) {
      if (!this.byTheClock && !work.sent) continue;
      if (!made.has(name))
        await this.boss.createQueue(name, {
          retryLimit: 8,
          retryDelay: 15,
          retryBackoff: true,
          expireInSeconds: 120,
        });
      const pollingIntervalSeconds = ASK_EVERY_SECONDS[work.sent ? 'sent' : 'byTheClock'];
      // A work does all that is due: one turn answers every job that waits for it.
      await this.boss.work(name, { pollingIntervalSeconds, batchSize: MOST_AT_ONCE }, () =>
        work.handler(),
      );
      if (!this.byTheClock) continue;
      if (work.everyMinute) await this.boss.schedule(name, '* * * * *');
      if (work.everyHour) await this.boss.schedule(name, '7 * * * *');
    }
  }

  /** What the clock does each minute, now: for when the award's clock has been moved. */
  async minute(): Promise<void> {
    for (const work of this.works.values()) if (work.everyMinute) await work.handler();
  }

  /** What the clock does for one work, now. */
  async run(name: string): Promise<void> {
    const work = this.works.get(name);
    if (!work) throw new Error(`no work ${name}`);
    await work.handler();
  }

  /** Sends a job that exists if and only if the transaction commits. `afterSeconds` counts on the real clock. */
  async send(
    tx: EntityManager,
    name: string,
    data: Record<string, unknown>,
    afterSeconds = 0,
  ): Promise<void> {
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({
        rows: await tx.query(text, values),
      }),
    };
    await this.boss.send(name, data, { db, startAfter: afterSeconds });
  }

  private complain(message: string): void {
    if (performance.now() - this.complained < COMPLAIN_EVERY_MS) return;
    this.complained = performance.now();
    this.log.warn(message);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }
}
