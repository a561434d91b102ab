import 'reflect-metadata';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/index';
import { PreparingClient } from './prepared-statements';
import { SnakeCase } from './snake-case';

/** While serving: a statement that takes this long is given up, and a lock held by nobody at work is let go. */
const LIMITS = '-c statement_timeout=20s -c idle_in_transaction_session_timeout=20s';

/** One set of options for the server, the migrations and the tests. `role` is the database role to work as. */
export function databaseOptions(
  url: string,
  role?: 'kaaring_app' | 'kaaring_public',
  serving = false,
): DataSourceOptions {
  const options = [role ? `-c role=${role}` : '', serving ? LIMITS : ''].join(' ').trim();
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeCase(),
    migrations,
    migrationsTransactionMode: 'all',
    migrationsTableName: 'migration',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    extra: {
      max: 20,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      ...(serving ? { Client: PreparingClient } : {}),
      ...(options ? { options } : {}),
    },
    poolErrorHandler: () => undefined,
  };
}
