import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { patientFetch } from './patient-fetch';

type Reply = { status?: number; body?: string; retryAfter?: string } | 'hangs up' | 'stays silent';

describe('asking a register', () => {
  let server: http.Server;
  let url: string;
  let replies: Reply[];
  let waited: number[];
  const wait = async (ms: number) => void waited.push(ms);
  const ask = () => patientFetch(url, wait, 200);

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const reply = replies.shift() ?? { status: 500 };
      if (reply === 'stays silent') return;
      if (reply === 'hangs up') return request.socket.destroy();
      const { status = 200, body = '{}', retryAfter } = reply;
      response.writeHead(status, { ...(retryAfter && { 'retry-after': retryAfter }) }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  beforeEach(() => {
    replies = [];
    waited = [];
  });

  it.each<[string, Reply[], number[]]>([
    ['an answer', [{}], []],
    ['a rate limit that says how long', [{ status: 429, retryAfter: '7' }, {}], [7000]],
    ['a rate limit that says nothing', [{ status: 429 }, { status: 429 }, {}], [4000, 8000]],
    [
      'a rate limit for an hour, which is cut short',
      [{ status: 429, retryAfter: '3600' }, {}],
      [60_000],
    ],
    ['a fault on their side', [{ status: 503 }, {}], [4000]],
    ['a line that breaks', ['hangs up', {}], [4000]],
    ['a register that stays silent', ['stays silent', {}], [4000]],
  ])('is patient: %s', async (_case, given, expected) => {
    replies = given;
    expect(await ask()).toEqual({});
    expect(waited).toEqual(expected);
  });

  it.each<[string, Reply[], string, number]>([
    ['broken JSON', [{ body: '{"value":[1,' }], 'not JSON: {"value":[1,', 0],
    ['a page instead of JSON', [{ body: '<html>Vedlikehold</html>' }], 'not JSON: <html>', 0],
    ['something that is not there', [{ status: 404 }], 'answered 404', 0],
    ['five faults in a row', Array<Reply>(5).fill({ status: 500 }), 'answered 500', 4],
    ['nobody at home', Array<Reply>(5).fill('hangs up'), 'did not answer', 4],
  ])('gives up on %s, and says so', async (_case, given, words, waits) => {
    replies = given;
    await expect(ask()).rejects.toThrow(words);
    expect(waited).toHaveLength(waits);
  });
});
