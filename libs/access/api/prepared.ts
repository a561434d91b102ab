import { DataSource, type EntityManager, type ObjectLiteral } from 'typeorm';

interface Client {
  query(statement: {
    name: string;
    text: string;
    values: unknown[];
  }): Promise<{ rows: ObjectLiteral[] }>;
}

/**
 * Runs a hot statement that each connection parses and plans once. The name stands for the text: one
 * name, one text. Within a transaction it runs on the transaction's connection.
 */
export async function prepared<Row extends object>(
  db: DataSource | EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await (await clientOf(db)).query({ name, text, values });
  return rows as Row[];
}

async function clientOf(db: DataSource | EntityManager): Promise<Client> {
  if (!(db instanceof DataSource) && db.queryRunner) return db.queryRunner.connect();
  const source = db instanceof DataSource ? db : db.dataSource;
  return (source.driver as unknown as { master: Client }).master;
}
