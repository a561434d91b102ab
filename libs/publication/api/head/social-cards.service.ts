import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Refused } from '@award/access/api';
import { Documents, type SocialCard } from '@award/documents/api';
import { Settings } from '@award/settings/api';
import type { Language } from '../public-language';
import { PublicPages } from '../public-pages.service';
import { PublicWatch } from '../public-watch.service';
import { answerHeaders } from '../rendering/answer-headers';
import { asTheyAre, ready, type Ready, send } from '../rendering/encoded';
import { SHARED_BRIEFLY } from '../rendering/page-headers';
import { cardHash, cardOf } from './card-of';

const CARD =
  /^(?:\/(nn|en))?\/kort\/(?:(pris)|(?:(forside)|kaaring-(\d{4})|kommune-(\d{4})|eksempel-(\d{4})-(\d{4})))\.png$/;
const TAKES = /^(?:\/(?:nn|en))?\/kort\//;
const MOST_KEPT = 400;
/** Cards are drawn one at a time; who asks when so many wait is told to come back. */
const MOST_WAITING = 24;

/**
 * The pictures that links are shared with. A card is drawn when it is first asked for, from what the
 * page tells at that moment, and kept under what it shows: nothing is drawn ahead of a release, and
 * a name in a card goes with the page that it came from.
 */
@Injectable()
export class SocialCards {
  private readonly kept = new Map<string, Ready>();
  private readonly drawing = new Map<string, Promise<Ready>>();
  private readonly headers: Readonly<Record<string, string>>;
  private readonly nothing: Ready;

  constructor(
    private readonly pages: PublicPages,
    private readonly documents: Documents,
    private readonly watch: PublicWatch,
    { secure }: Settings,
  ) {
    this.headers = { ...answerHeaders(secure), 'Cache-Control': SHARED_BRIEFLY };
    this.nothing = ready(asTheyAre(Buffer.from('Not found\n')), {
      ...this.headers,
      'Content-Type': 'text/plain; charset=utf-8',
    });
  }

  takes(url: string): boolean {
    return TAKES.test(url);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.watch.behind) await this.watch.catchUp();
    const [address = ''] = (request.url ?? '').split('?', 1);
    const card = await this.cardAt(address);
    if (card === null) return send(request, response, 404, this.nothing);
    send(request, response, 200, await this.drawn(card));
  }

  /** A page that is not there has no card, and one that has moved has it at its new address. */
  private async cardAt(address: string): Promise<SocialCard | null> {
    const found = CARD.exec(address);
    if (!found) return null;
    const [, prefix, award, front, year, number, exampleYear, exampleNumber] = found;
    const language = (prefix ?? 'nb') as Language;
    if (award) return cardOf(null, language);
    const path = front
      ? '/'
      : year
        ? `/arkiv/${year}`
        : number
          ? `/kommuner/${number}`
          : `/eksempler/${exampleYear}/${exampleNumber}`;
    const { view, movedTo } = await this.pages.at(path, language);
    return view.page === null || movedTo !== null ? null : cardOf(view.page, language);
  }

  private drawn(card: SocialCard): Promise<Ready> {
    const key = cardHash(card);
    const kept = this.kept.get(key);
    if (kept) return Promise.resolve(kept);
    const running = this.drawing.get(key);
    if (running) return running;
    if (this.drawing.size >= MOST_WAITING) return Promise.reject(new Refused('unavailable'));
    const drawing = this.draw(card, key).finally(() => this.drawing.delete(key));
    this.drawing.set(key, drawing);
    return drawing;
  }

  private async draw(card: SocialCard, key: string): Promise<Ready> {
    const bytes = await this.documents.card(card);
    const made = ready(asTheyAre(bytes), { ...this.headers, 'Content-Type': 'image/png' });
    this.kept.set(key, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return made;
  }
}
