import { Injectable } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** What is still open after this is cut, so that the process ends within 30 s of being asked. */
const CUT_AFTER_MS = 20_000;
const END_AFTER_MS = 28_000;

/** Whether the process has been asked to end. `/isready` answers 503 from then on. */
@Injectable()
export class Drain {
  started = false;
}

/**
 * On SIGTERM or SIGINT: says it is not ready, goes on answering for `graceSeconds` so that a proxy can look elsewhere,
 * takes no new connection, finishes the requests and jobs it has and closes. A second signal ends at once.
 * The promise is fulfilled when all is closed.
 */
export function drainOnSignal(app: NestExpressApplication, graceSeconds: number): Promise<void> {
  const server = app.getHttpServer();
  const drain = app.get(Drain);
  const asked = new Promise<void>((done) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.on(name, () => {
        if (drain.started) process.exit(1);
        drain.started = true;
        done();
      });
    }
  });
  return asked.then(async () => {
    server.prependListener('request', (_request, response) => {
      response.setHeader('Connection', 'close');
    });
    setTimeout(() => process.exit(1), END_AFTER_MS).unref();
    setTimeout(() => server.closeAllConnections(), CUT_AFTER_MS).unref();
    await new Promise((later) => setTimeout(later, graceSeconds * 1000));
    await app.close();
  });
}
