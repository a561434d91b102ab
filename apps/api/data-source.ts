import 'reflect-metadata';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/index';
import { SnakeCase } from './snake-case';

/** One set of options for the server, the migrations and the tests. `role` is the database role to work as. */
export function databaseOptions(
  url: string,
  role?: 'kaaring_app' | 'kaaring_public',
): DataSourceOptions {
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
    extra: { max: 20, ...(role ? { options: `-c role=${role}` } : {}) },
    poolErrorHandler: () => undefined,
  };
}
