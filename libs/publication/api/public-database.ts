import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { Settings } from '@award/settings/api';

/**
 * The second pool: it works as `kaaring_public`, which may read what is released and the register, and
 * nothing else. What a public page could leak, the database does not give it.
 */
@Injectable()
export class PublicDatabase implements Pick<EntityManager, 'query'>, OnApplicationShutdown {
  private readonly log = new Logger('PublicDatabase');
  private readonly pool: Pool;

  constructor({ databaseUrl, databaseRoles }: Settings) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      options: `${databaseRoles ? '-c role=kaaring_public ' : ''}-c default_transaction_read_only=on`,
      max: 6,
      idleTimeoutMillis: 10_000,
      statement_timeout: 10_000,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      application_name: 'kaaring-public',
    });
    this.pool.on('error', (error) => this.log.warn(error.message));
  }

  /** The rows of one statement, as a manager of TypeORM would answer them. */
  async query<T>(text: string, values: unknown[] = []): Promise<T> {
    const { rows } = await this.pool.query(text, values);
    return rows as T;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
