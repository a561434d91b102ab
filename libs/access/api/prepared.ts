import { DataSource, EntityManager, type ObjectLiteral } from 'typeorm';

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
  db: Pick<EntityManager, 'query'>,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = await clientOf(db);
  if (client === null) return db.query(text, values);
  const { rows } = await client.query({ name, text, values });
  return rows as Row[];
}

/** Null for what is neither a source nor a transaction: it runs the statement its own way. */
async function clientOf(db: Pick<EntityManager, 'query'>): Promise<Client | null> {
  if (db instanceof EntityManager) {
    if (db.queryRunner) return db.queryRunner.connect();
    return poolOf(db.dataSource);
  }
  return db instanceof DataSource ? poolOf(db) : null;
}

function poolOf(source: DataSource): Client {
  return (source.driver as unknown as { master: Client }).master;
}
