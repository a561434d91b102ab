import { randomUUID } from 'node:crypto';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** A browser as the server sees it: a jar of cookies, the CSRF token, a new Idempotency-Key for each act. */
export class Visitor {
  private cookies: ReadonlyMap<string, string> = new Map();
  private csrf = '';

  /** `heard` is told of every answer to an act, for who keeps an account of them. */
  constructor(
    private readonly url: string,
    private readonly heard?: (method: string, path: string, answer: Answer) => void,
  ) {}

  /** The same browser, with the same session, at another server. */
  at(url: string): Visitor {
    const there = new Visitor(url, this.heard);
    there.cookies = this.cookies;
    there.csrf = this.csrf;
    return there;
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T = unknown>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T = unknown>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send('PUT', path, body, headers);
  }

  /** Bytes as they are, such as a piece of a file. */
  putBytes<T = unknown>(path: string, bytes: Buffer): Promise<Answer<T>> {
    return this.send('PUT', path, new Uint8Array(bytes), {
      'content-type': 'application/octet-stream',
    });
  }

  /** An answer as the bytes that came. */
  async getBytes(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const { url, headers: own } = this.wire(path);
    const response = await fetch(url, { headers: { ...own, ...headers } });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes };
  }

  /** What a request of this browser's carries, for those who make it by hand. */
  wire(path: string): { url: string; headers: Record<string, string> } {
    return {
      url: this.url + path,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
      },
    };
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path, {});
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const { url, headers: own } = this.wire(path);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...own,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    this.keep(response.headers.getSetCookie());
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    if (json && typeof json === 'object' && typeof json.csrf === 'string') this.csrf = json.csrf;
    const answer = { status: response.status, body: json as T, headers: response.headers };
    this.heard?.(method, path, answer);
    return answer;
  }

  private get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One that is set with no value is taken away, as one whose time is over is. */
  private keep(set: readonly string[]): void {
    const cookies = new Map(this.cookies);
    for (const [pair = ''] of set.map((one) => one.split(';', 1))) {
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.cookies = new Map([...cookies].filter(([, value]) => value !== ''));
  }

  /** A file as the bytes that it is. */
  async file(path: string): Promise<Answer<Buffer>> {
    const headers = this.cookie ? { cookie: this.cookie } : undefined;
    const response = await fetch(this.url + path, { redirect: 'manual', headers });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, body, headers: response.headers };
  }

  /** Signs in as a sample person or a person of the test's own making. */
  async signInAs(key: string): Promise<this> {
    const answer = await this.post('/api/sign-in/demo', { key });
    if (answer.status !== 200)
      throw new Error(`${key} could not sign in: ${JSON.stringify(answer.body)}`);
    return this;
  }
}
