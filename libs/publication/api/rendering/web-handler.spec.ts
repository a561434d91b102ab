import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { StaticFiles } from './static-files';
import { setUp } from './testing/sample-pages';
import { webHandler } from './web-handler';

const SHELL = '<html><body>skall</body></html>';

describe('the handler in front', () => {
  let server: Server;
  let origin: string;
  let parts: ReturnType<typeof setUp>;
  const failures: string[] = [];

  beforeEach(async () => {
    parts = setUp();
    failures.length = 0;
    const files = {
      has: (address: string) => address === '/main-ABCDEFGH.js',
      shell: () => SHELL,
      answer: async (_address: string, _request: unknown, response: { end(text: string): void }) =>
        response.end('file'),
    } as unknown as StaticFiles;
    const handler = webHandler({
      files,
      memory: parts.memory,
      views: parts.award,
      secure: false,
      failed: (address) => failures.push(address),
    });
    server = createServer((request, response) =>
      handler(request, response, () => {
        response.statusCode = 418;
        response.end('passed on');
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
    return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        const request = get(`${origin}${path}`, { headers, method, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        });
        request.on('error', reject);
      },
    );
  }

  it('answers a page with its policy, briefly shared, in the encoding that is taken', async () => {
    const plain = await ask('/');
    expect(plain.status).toBe(200);
    expect(plain.body.toString()).toContain('ukjent');
    expect(plain.headers['cache-control']).toBe('public, max-age=0, s-maxage=5');
    expect(plain.headers['content-security-policy']).toContain(
      "script-src 'self' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='",
    );
    const br = await ask('/', { 'Accept-Encoding': 'gzip, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    const zipped = await ask('/', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    expect(parts.renderer.rendered).toEqual(['/']);
  });

  it('answers 304 to those who have the page, and the page again when it has changed', async () => {
    const first = await ask('/');
    const tag = { 'If-None-Match': String(first.headers.etag) };
    const unchanged = await ask('/', tag);
    expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
    parts.award.announce('Rauma');
    const changed = await ask('/', tag);
    expect([changed.status, changed.body.includes('Rauma')]).toEqual([200, true]);
  });

  it('answers HEAD like GET without the body', async () => {
    const whole = await ask('/');
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
  });

  it('does what is due before it answers, also when a page is kept', async () => {
    await ask('/');
    parts.award.due = () => parts.award.announce('Rauma');
    expect((await ask('/')).body.toString()).toContain('Rauma');
  });

  it.each([
    ['the programmatic interface is passed on', '/api/me', 418],
    ['operations are passed on', '/isready', 418],
    ['an address that is not public is passed on', '/ukjent', 418],
    ['a missing file is passed on and not rendered', '/main-OLDOLDOL.js', 418],
    ['an address of another site is passed on', '//annen.no/', 418],
    ['a file is answered', '/main-ABCDEFGH.js', 200],
    ['a signed-in page gets the shell', '/jury/forslag', 200],
    ['the front page of a language has one address', '/nn', 301],
    ['a closing slash is removed', '/arkiv/', 301],
    ['a page that has moved leads there', '/gammel', 308],
    ['an unknown number is not found', '/kommuner/9999', 404],
  ])('%s', async (_, path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('gives the same shell to everyone and lets nobody keep it unasked', async () => {
    const shell = await ask('/nn/sekretariat');
    expect(shell.body.toString()).toBe(SHELL);
    expect(shell.headers['cache-control']).toBe('no-cache');
    expect(parts.award.asked).toBe(0);
  });

  it('answers with the shell when a page cannot be rendered, and tells the operator', async () => {
    parts.renderer.fails = true;
    const page = await ask('/');
    expect([page.status, page.body.toString()]).toEqual([200, SHELL]);
    expect(failures).toEqual(['/']);
  });

  it('passes every other method on', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(418);
  });
});
