import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ask } from './ask.mjs';

describe('the client of the bench', () => {
  let server: http.Server;
  let base: string;
  /** How many requests have come over each connection. */
  const asked = new Map<Socket, number>();

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const before = asked.get(request.socket) ?? 0;
      asked.set(request.socket, before + 1);
      if (before > 0 || request.url === '/lost') request.socket.destroy();
      else response.end('answered');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  beforeEach(() => asked.clear());

  it('asks again when the connection that was kept is closed under it', async () => {
    for (let turn = 0; turn < 3; turn++)
      expect((await ask(base, '/')).body.toString()).toBe('answered');
    expect([...asked.values()]).toEqual([2, 2, 1]);
  });

  it.each([
    ['what is sent', '/', 'POST'],
    ['on a fresh connection', '/lost', 'GET'],
  ])('does not ask again: %s', async (_, target, method) => {
    if (method === 'POST') await ask(base, '/');
    await expect(ask(base, target, { method })).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
