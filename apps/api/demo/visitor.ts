import { randomUUID } from 'node:crypto';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** A browser as the server sees it: a cookie jar of one, the CSRF token, a new Idempotency-Key for each act. */
export class Visitor {
  private cookie = '';
  private csrf = '';

  constructor(private readonly url: string) {}

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

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path, {});
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    if (json && typeof json === 'object' && typeof json.csrf === 'string') this.csrf = json.csrf;
    return { status: response.status, body: json as T, headers: response.headers };
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
