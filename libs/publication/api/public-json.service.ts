import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { AwardClock } from '@award/publication/contract';
import { Settings } from '@award/settings/api';
import { LANGUAGES, type Language } from './public-language';
import { type FoundPage, PublicPages } from './public-pages.service';
import { PublicWatch } from './public-watch.service';
import { answerHeaders } from './rendering/answer-headers';
import { encode, ready, type Ready, send } from './rendering/encoded';
import { SHARED_BRIEFLY } from './rendering/page-headers';

/** The pages as data, by their addresses under `/api/public`. */
const AS_DATA: readonly (readonly [RegExp, string])[] = [
  [/^\/editions$/, '/arkiv'],
  [/^\/editions\/(\d{4})$/, '/arkiv/$1'],
  [/^\/municipalities$/, '/kommuner'],
  [/^\/municipalities\/(\d{4})$/, '/kommuner/$1'],
  [/^\/current$/, '/'],
  [/^\/live$/, '/direkte'],
  [/^\/examples$/, '/eksempler'],
  [/^\/jury$/, '/juryen'],
];
const ROOT = '/api/public';
const QUALITY = 5;
const MOST_KEPT = 2000;

interface Kept {
  status: number;
  revision: number;
  bytes: Ready;
}

/**
 * Public data from memory: made once per revision however many ask, answered in front of Nest, with
 * 304 to whoever has it. It reads through the same pages as the HTML, so both tell the same.
 */
@Injectable()
export class PublicJson {
  private readonly kept = new Map<string, Kept>();
  private readonly making = new Map<string, Promise<Kept>>();
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly pages: PublicPages,
    private readonly watch: PublicWatch,
    { secure }: Settings,
  ) {
    this.headers = {
      ...answerHeaders(secure),
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': SHARED_BRIEFLY,
    };
  }

  /** Whether the address is answered here. */
  takes(url: string): boolean {
    return url === ROOT || url.startsWith(`${ROOT}/`);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.watch.behind) await this.watch.catchUp();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://kaaring');
    if (pathname === `${ROOT}/now`) return this.clock(response);
    const { status, bytes } = await this.bytes(pathname.slice(ROOT.length), searchParams);
    send(request, response, status, bytes);
  }

  private clock(response: ServerResponse): void {
    const now = this.watch.now();
    const body: AwardClock | { refusal: 'unavailable' } = now
      ? { now }
      : { refusal: 'unavailable' };
    response.writeHead(now ? 200 : 503, {
      ...this.headers,
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify(body));
  }

  private bytes(path: string, query: URLSearchParams): Promise<Kept> {
    const language = LANGUAGES.find((one) => one === query.get('language')) ?? 'nb';
    query.delete('language');
    if (path === '/view') {
      return this.once(`view ${language} ${query.get('path') ?? '/'}`, async () => {
        const { view } = await this.pages.at(query.get('path') ?? '/', language);
        return { status: 200, body: view };
      });
    }
    const data = AS_DATA.find(([shape]) => shape.test(path));
    const rest = query.toString();
    const page = data ? path.replace(data[0], data[1]) + (rest ? `?${rest}` : '') : '/finnes-ikke';
    return this.once(`data ${language} ${page}`, () => this.data(page, language));
  }

  private async data(path: string, language: Language): Promise<{ status: number; body: unknown }> {
    const { view }: FoundPage = await this.pages.at(path, language);
    return view.page === null
      ? { status: 404, body: { refusal: 'not-found' } }
      : { status: 200, body: view.page };
  }

  /** From memory when it is of the present revision; else made by the first who asks. */
  private once(key: string, make: () => Promise<{ status: number; body: unknown }>): Promise<Kept> {
    const { revision } = this.watch;
    const kept = this.kept.get(key);
    if (kept && kept.revision === revision) return Promise.resolve(kept);
    const running = `${revision} ${key}`;
    const already = this.making.get(running);
    if (already) return already;
    const made = make()
      .then(async ({ status, body }) => {
        const encoded = await encode(Buffer.from(JSON.stringify(body)), QUALITY);
        const fresh = { status, revision, bytes: ready(encoded, this.headers) };
        this.keep(key, fresh);
        return fresh;
      })
      .finally(() => this.making.delete(running));
    this.making.set(running, made);
    return made;
  }

  private keep(key: string, made: Kept): void {
    if (made.status !== 200) return;
    this.kept.delete(key);
    this.kept.set(key, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
