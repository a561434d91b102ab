// Those who write at once, for the bench: bundled from the end-to-end tests, which hold them to the same.
import { DataSource } from 'typeorm';
import { CoWriters } from '../../apps/api-e2e/co-writers';
import { Visitor } from '../../apps/api/demo/visitor';

/** `writers` people signed in on `entries` entries, at least two on each, and `close()`. */
export async function writersOn(databaseUrl, base, writers, entries) {
  const db = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolErrorHandler: () => undefined,
  });
  await db.initialize();
  const all = new CoWriters(db);
  await all.begin(writers, entries, () => new Visitor(base));
  return Object.assign(all, { close: () => db.destroy() });
}
