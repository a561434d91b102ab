import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: Table | string) =>
  (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';
const named = (prefix: string) => (table: Table | string, columns: string[]) =>
  [prefix, tableName(table), ...columns].join('_');

/** Readable names for columns and constraints, so that an error of the database can be told to a person. */
export class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }
  override columnName(
    property: string,
    customName: string | undefined,
    prefixes: string[],
  ): string {
    return [...prefixes.map(snake), customName ?? snake(property)].join('_');
  }
  override joinColumnName(relation: string, column: string): string {
    return snake(`${relation}_${column}`);
  }
  override primaryKeyName(table: Table | string): string {
    return `pk_${tableName(table)}`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named('uq')(table, columns);
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named('fk')(table, columns);
  }
  override indexName(table: Table | string, columns: string[]): string {
    return named('ix')(table, columns);
  }
}
