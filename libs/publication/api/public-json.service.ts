import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { AwardClock } from '@award/publication/contract';
import { Settings } from '@award/settings/api';
import { type Kept, KeptAnswers, type Made } from './kept-answers';
import { LANGUAGES, type Language } from './public-language';
import { type FoundPage, PublicPages } from './public-pages.service';
import { PublicWatch } from './public-watch.service';
import { answerHeaders } from './rendering/answer-headers';
import { send } from './rendering/encoded';

/** The pages as data, by their addresses under `/api/public`. */
const AS_DATA: readonly (readonly [RegExp, string])[] = [
  [/^\/editions$/, '/arkiv'],
  [/^\/editions\/(\d{4})$/, '/arkiv/$1'],
  [/^\/municipalities$/, '/kommuner'],
  [/^\/municipalities\/(\d{4})$/, '/kommuner/$1'],
  [/^\/current$/, '/'],
  [/^\/live$/, '/direkte'],
  [/^\/examples$/, '/eksempler'],
  [/^\/examples\/(\d{4}\/\d{4})$/, '/eksempler/$1'],
  [/^\/jury$/, '/juryen'],
  [/^\/press$/, '/presse'],
];
const ROOT = '/api/public';
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/**
 * Public data from memory: made once per revision however many ask, answered in front of Nest, with
 * 304 to whoever has it. It reads through the same pages as the HTML, so both tell the same.
 */
@Injectable()
export class PublicJson {
  constructor(
    private readonly pages: PublicPages,
    private readonly watch: PublicWatch,
    private readonly answers: KeptAnswers,
    private readonly settings: Settings,
  ) {}

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
      ...answerHeaders(this.settings.secure),
      ...JSON_TYPE,
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify(body));
  }

  private bytes(path: string, query: URLSearchParams): Promise<Kept> {
    const language = LANGUAGES.find((one) => one === query.get('language')) ?? 'nb';
    query.delete('language');
    if (path === '/view') {
      return this.answers.once(`view ${language} ${query.get('path') ?? '/'}`, async () => {
        const { view } = await this.pages.at(query.get('path') ?? '/', language);
        return json(200, view);
      });
    }
    const data = AS_DATA.find(([shape]) => shape.test(path));
    const rest = query.toString();
    const page = data ? path.replace(data[0], data[1]) + (rest ? `?${rest}` : '') : '/finnes-ikke';
    return this.answers.once(`data ${language} ${page}`, () => this.data(page, language));
  }

  private async data(path: string, language: Language): Promise<Made> {
    const { view }: FoundPage = await this.pages.at(path, language);
    return view.page === null ? json(404, { refusal: 'not-found' }) : json(200, view.page);
  }
}

function json(status: number, body: unknown): Made {
  return { status, body: JSON.stringify(body), headers: JSON_TYPE };
}
