import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SocialCards } from './head/social-cards.service';
import { PublicImages } from './images/public-images.service';
import { LiveStreams } from './live-streams.service';
import { OpenData } from './open-data/open-data.service';
import { PublicJson } from './public-json.service';
import { PublicWatch } from './public-watch.service';
import { Rendering, type WebHandler } from './rendering';

/** The renderer takes seconds to start on a busy machine, and rests after an idle minute. */
const NEAR_MS = 60_000;
const STREAM = /^\/api\/live\/stream(?:\?|$)/;

/** Everything that is answered in front of Nest: the event stream, public data and files, and the web application. */
@Injectable()
export class PublicFront implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    private readonly json: PublicJson,
    private readonly openData: OpenData,
    private readonly images: PublicImages,
    private readonly cards: SocialCards,
    private readonly rendering: Rendering,
    private readonly watch: PublicWatch,
  ) {}

  onModuleInit(): void {
    this.watch.onChange(() => void this.rendering.changed());
    this.watch.onBeat(() => {
      const { dueInMs } = this.watch;
      if (dueInMs !== null && dueInMs > 0 && dueInMs <= NEAR_MS) this.rendering.wake();
    });
  }

  /** `webFolder` is the built web application; null serves data only. */
  handler(webFolder: string | null): WebHandler {
    const web = webFolder === null ? null : this.rendering.handler(webFolder);
    return (request: IncomingMessage, response: ServerResponse, next): void => {
      const url = request.url ?? '/';
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      if (STREAM.test(url)) return this.streams.open(request, response);
      for (const files of [this.json, this.openData, this.images, this.cards]) {
        if (!files.takes(url)) continue;
        files.answer(request, response).catch(next);
        return;
      }
      if (web) web(request, response, next);
      else next();
    };
  }
}
