/**
 * Public pages, rendered when their content changes and kept as bytes. A page is rendered once for
 * each revision, however many ask for it at the same time; a page of an earlier revision is never
 * answered. What is kept is bounded: the oldest gives way.
 */
import { encode, type Ready, ready, sizeOf } from './encoded';
import { pageHeaders, SHARED_BRIEFLY } from './page-headers';
import {
  addressOf,
  type PublicAnswer,
  type PublicViews,
  type ScreenLanguage,
} from './public-views';
import type { Renderer } from './render-process';
import { numberedByThePage } from './template-numbers';

export interface StoredPage extends Ready {
  readonly status: number;
  readonly revision: string;
  readonly language: ScreenLanguage;
  /** How often it was answered; the most read are rendered anew first. */
  reads: number;
}

export type PageAnswer = StoredPage | { readonly status: 301 | 308; readonly location: string };

export class TooManyPages extends Error {}

/** Brotli quality 9: 5 ms for 20 kB, and within a few per cent of the best. */
const QUALITY = 9;
const MOST_PAGES = 3_000;
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_AT_ONCE = 64;
const HOT_PAGES = 12;

export class PageMemory {
  private readonly pages = new Map<string, StoredPage>();
  private readonly making = new Map<string, Promise<PageAnswer | null>>();
  private bytes = 0;

  constructor(
    private readonly views: PublicViews,
    private readonly renderer: Renderer,
    private readonly secure: boolean,
  ) {}

  /** The page of the present revision at the address, if it is kept. Asks nobody. */
  fresh(address: string): StoredPage | undefined {
    const page = this.pages.get(address);
    if (page === undefined || page.revision !== this.views.revision()) return undefined;
    page.reads += 1;
    return page;
  }

  /** The page, rendered if need be; null when the path is not a public one. */
  page(path: string, language: ScreenLanguage): Promise<PageAnswer | null> {
    const address = addressOf(path, language);
    const kept = this.fresh(address);
    if (kept) return Promise.resolve(kept);
    return this.once(address, async () => {
      const answer = await this.views.viewOf(path, language);
      if (answer === null || 'location' in answer) return answer;
      if (answer.address === undefined || answer.address === path) {
        return this.make(address, language, answer, answer.status === 200);
      }
      const shared = addressOf(answer.address, language);
      return (
        this.fresh(shared) ?? this.once(shared, () => this.make(shared, language, answer, true))
      );
    });
  }

  /** After a change: the most read pages are rendered before anyone asks. Failures show on reading. */
  async refresh(): Promise<void> {
    const hot = [...this.pages]
      .filter(([, page]) => page.revision !== this.views.revision())
      .sort(([, one], [, other]) => other.reads - one.reads)
      .slice(0, HOT_PAGES);
    await Promise.allSettled(
      hot.map(([address, { language }]) =>
        this.page(language === 'nb' ? address : address.slice(language.length + 1), language),
      ),
    );
  }

  private async make(
    address: string,
    language: ScreenLanguage,
    answer: Extract<PublicAnswer, { view: unknown }>,
    keep: boolean,
  ): Promise<StoredPage> {
    const rendered = numberedByThePage(await this.renderer.render(address, answer.view));
    const html = rendered.replace('</head>', () => `${answer.head ?? ''}</head>`);
    const encoded = await encode(Buffer.from(html), QUALITY);
    const { status, revision } = answer;
    const headers = {
      ...pageHeaders(html, language, this.secure),
      'Cache-Control': status === 200 ? SHARED_BRIEFLY : 'no-cache',
    };
    const reads = this.pages.get(address)?.reads ?? 0;
    const page: StoredPage = { ...ready(encoded, headers), status, revision, language, reads };
    if (keep) this.keep(address, page);
    return page;
  }

  private keep(address: string, page: StoredPage): void {
    this.drop(address);
    this.pages.set(address, page);
    this.bytes += sizeOf(page.bytes);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES && this.bytes <= MOST_BYTES) break;
      this.drop(oldest);
    }
  }

  private drop(address: string): void {
    const page = this.pages.get(address);
    if (page === undefined) return;
    this.pages.delete(address);
    this.bytes -= sizeOf(page.bytes);
  }

  /** One making per address and revision: who comes later waits for the same one. */
  private once(
    address: string,
    make: () => Promise<PageAnswer | null>,
  ): Promise<PageAnswer | null> {
    const key = `${this.views.revision()} ${address}`;
    const running = this.making.get(key);
    if (running) return running;
    if (this.making.size >= MOST_AT_ONCE) return Promise.reject(new TooManyPages());
    const made = make().finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }
}
