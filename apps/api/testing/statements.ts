import { DataSource } from 'typeorm';
import { Mail } from '@award/mail/api';
import type { TestApp } from './test-app';

/** The SQL statements that the server sends while `act` runs. Jobs poll on connections of their own and are not counted. */
export async function statementsOf(app: TestApp, act: () => Promise<unknown>): Promise<string[]> {
  const source = app.get(DataSource);
  const pool = (
    source.driver as unknown as {
      master: {
        on: (event: 'connect', told: (client: PgClient) => void) => void;
        off: (event: 'connect', told: (client: PgClient) => void) => void;
        _clients?: PgClient[];
      };
    }
  ).master;
  const seen: string[] = [];
  const undo = new Map<PgClient, () => void>();
  const listening = (client: PgClient) => {
    if (!undo.has(client)) undo.set(client, listen(client, seen));
  };
  for (const client of pool._clients ?? []) listening(client);
  // What is sent on a connection that is opened meanwhile counts too.
  pool.on('connect', listening);
  await act();
  pool.off('connect', listening);
  for (const step of undo.values()) step();
  return seen;
}

/** The fewest of three turns: a sweep of the server's own may fall into one of them. */
export async function fewestStatements(
  app: TestApp,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const turns = [];
  for (let turn = 0; turn < 3; turn++) {
    await mailHasGone(app);
    turns.push(await statementsOf(app, act));
  }
  return turns.reduce((fewest, one) => (one.length < fewest.length ? one : fewest));
}

/** Sends what earlier acts have queued, and waits for what the worker beside it has in its hands. */
export async function mailHasGone({ db, get }: TestApp): Promise<void> {
  for (;;) {
    await get(Mail).sweep();
    const [left] = await db.query(
      'select from mail_outbox where sent_at is null and given_up_at is null and attempts = 0 limit 1',
    );
    if (left === undefined) return;
    await new Promise((later) => setTimeout(later, 25));
  }
}

interface PgClient {
  query: (...args: unknown[]) => unknown;
}

function listen(client: PgClient, seen: string[]): () => void {
  const original = client.query;
  client.query = function (this: PgClient, ...args: unknown[]) {
    const [first] = args;
    seen.push(typeof first === 'string' ? first : ((first as { text?: string })?.text ?? ''));
    return original.apply(this, args);
  };
  return () => {
    client.query = original;
  };
}
