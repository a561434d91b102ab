import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { DataSource } from 'typeorm';
import { Visitor } from '../api/demo/visitor';
import { testDatabase } from '../api/testing/test-app';

export interface Server {
  url: string;
  process: ChildProcess;
  /** What the process has said. */
  log: () => string;
  stop: () => Promise<void>;
}

export interface Servers {
  /** Visitors come to the processes in turn: two must behave as one. */
  visitor: () => Visitor;
  servers: Server[];
  databaseUrl: string;
  /** As the owner, for moving the clock and for looking behind the servers' back. */
  db: DataSource;
  /** Sets the award's clock: the database is marked test. */
  clock: (instant: string) => Promise<void>;
  /** The newest mail to an address, once it has come. */
  mailTo: (recipient: string, subject?: RegExp) => Promise<{ subject: string; body: string }>;
  stop: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** One process of the built server, as `npm start` runs it; on a port of its own unless one is given. */
export async function startServer(databaseUrl: string, onPort?: number): Promise<Server> {
  const port = onPort ?? (await freePort());
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.js'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SESSION_SECRET: 'a secret for tests, the same in every process',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout?.on('data', (chunk) => (log += chunk));
  child.stderr?.on('data', (chunk) => (log += chunk));
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 300; waited++) {
    if (child.exitCode !== null) break;
    if (
      await fetch(`${url}/isready`).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return {
        url,
        process: child,
        log: () => log,
        stop: async () => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((done) => child.once('exit', done));
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${log}`);
}

export async function startServers(count = 2): Promise<Servers> {
  const database = await testDatabase();
  const servers: Server[] = [];
  for (let made = 0; made < count; made++) servers.push(await startServer(database.url));
  const db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  let next = 0;
  const nextUrl = () => servers[next++ % servers.length]?.url ?? '';
  return {
    servers,
    databaseUrl: database.url,
    db,
    visitor: () => new Visitor(nextUrl()),
    clock: async (instant) => {
      await db.query('update installation set clock_offset = $1::timestamptz - clock_timestamp()', [
        instant,
      ]);
    },
    mailTo: async (recipient, subject = /./) => {
      for (let waited = 0; waited < 150; waited++) {
        const rows: { subject: string; body: string }[] = await db.query(
          'select subject, body from caught_mail where recipient = $1 order by received_at desc',
          [recipient],
        );
        const found = rows.find((row) => subject.test(row.subject));
        if (found) return found;
        await new Promise((later) => setTimeout(later, 100));
      }
      throw new Error(`No mail to ${recipient} about ${subject}`);
    },
    stop: async () => {
      for (const server of servers) await server.stop();
      await db.destroy();
      await database.drop();
    },
  };
}
