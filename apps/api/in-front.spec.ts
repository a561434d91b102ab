import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { failedInFront, putInFront } from './in-front';

describe('what stands in front of the framework', () => {
  let server: Server;
  let url: string;

  beforeEach(async () => {
    const framework = express();
    framework.use(failedInFront);
    framework.use((_request, response) => void response.send('framework'));
    framework.use(
      (
        error: Error,
        _request: express.Request,
        response: express.Response,
        _next: express.NextFunction,
      ) => void response.status(503).send(error.message),
    );
    server = createServer(framework);
    putInFront(
      server,
      (host) => host?.startsWith('127.0.0.1:') ?? false,
      (request, response, next) => {
        if (request.url === '/page') response.end('front');
        else next(request.url === '/broken' ? new Error('no database') : undefined);
      },
    );
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    url = `:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((closed) => server.close(closed)));

  it.each([
    ['a page is answered at once', '127.0.0.1', '/page', 200, 'front'],
    ['what is no page is passed on', '127.0.0.1', '/api/me', 200, 'framework'],
    ['a failure is told by the framework', '127.0.0.1', '/broken', 503, 'no database'],
    ['an unknown host gets no page', 'localhost', '/page', 200, 'framework'],
  ])('%s', async (_situation, host, path, status, body) => {
    const answer = await fetch(`http://${host}${url}${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(body);
  });
});
