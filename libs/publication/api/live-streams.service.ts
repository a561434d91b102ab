import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { LiveEvent } from '@award/publication/contract';
import { Settings } from '@award/settings/api';
import { PublicWatch } from './public-watch.service';
import { answerHeaders } from './rendering/answer-headers';

const HEARTBEAT_MS = 25_000;
/** Readers one process takes; whoever comes after asks again by polling. */
const MOST_READERS = 15_000;
/** Up to so many readers all ask at once. */
const NO_SPREAD_UNDER = 2000;
const MOST_SPREAD_MS = 500;
/** A reader who has not taken this much is gone. */
const MOST_UNREAD_BYTES = 64 * 1024;

/** How long the readers spread their questions over, in milliseconds. */
export function spreadOf(readers: number): number {
  return readers < NO_SPREAD_UNDER ? 0 : Math.min(MOST_SPREAD_MS, Math.round(readers / 20));
}

/**
 * The event stream: says that something public has changed, never what. It is answered in front of
 * Nest, costs a socket and some kilobytes a reader, and holds no session.
 */
@Injectable()
export class LiveStreams implements OnModuleInit, OnModuleDestroy {
  private readonly readers = new Set<ServerResponse>();
  private heartbeat: NodeJS.Timeout | undefined;
  private readonly common: Readonly<Record<string, string>>;
  private readonly headers: readonly string[];
  /** One for all: a function of its own for each reader would be kept with it. */
  private readonly left: (this: ServerResponse) => void;

  constructor(
    private readonly watch: PublicWatch,
    { secure }: Settings,
  ) {
    const { readers } = this;
    this.left = function () {
      readers.delete(this);
    };
    this.common = answerHeaders(secure);
    this.headers = Object.entries({
      ...this.common,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    }).flat();
  }

  onModuleInit(): void {
    this.watch.onChange(() => this.broadcast(this.event()));
    this.heartbeat = setInterval(() => this.broadcast(':\n\n'), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  /** Before the server closes, so that it does not wait for readers who never leave. */
  onModuleDestroy(): void {
    clearInterval(this.heartbeat);
    for (const reader of this.readers) reader.end();
    this.readers.clear();
  }

  get count(): number {
    return this.readers.size;
  }

  /**
   * Opens a stream. A reader says which revision it shows, by `Last-Event-ID` or `?since=`, and is told
   * at once when that is not the newest.
   */
  open(request: IncomingMessage, response: ServerResponse): void {
    if (this.readers.size >= MOST_READERS) {
      const later = { 'Retry-After': '15', 'Cache-Control': 'no-store' };
      response.writeHead(503, { ...this.common, ...later }).end();
      return;
    }
    const since = shownRevision(request);
    forget(request);
    // In chunks, each message is three writes with as many buffers, and ten thousand readers are 30 MB more.
    response.removeHeader('Transfer-Encoding');
    response.writeHead(200, this.headers as string[]);
    const behind = since === null || since !== this.watch.revision;
    response.write(`retry: ${retryMs()}\n${behind ? this.event() : ':\n\n'}`);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    this.readers.add(response);
    response.once('close', this.left);
  }

  private event(): string {
    const event: LiveEvent = {
      edition: this.watch.editionId,
      revision: this.watch.revision,
      spread: spreadOf(this.readers.size),
    };
    return `id: ${event.revision}\ndata: ${JSON.stringify(event)}\n\n`;
  }

  private broadcast(chunk: string): void {
    const bytes = Buffer.from(chunk);
    for (const reader of this.readers) {
      if (reader.writableLength > MOST_UNREAD_BYTES) reader.destroy();
      else reader.write(bytes);
    }
  }
}

/** Two to five seconds, each reader its own, so that a restart is not met by everyone at once. */
function retryMs(): number {
  return 2000 + Math.floor(Math.random() * 3000);
}

/** What the browser has said of itself is kept as long as it reads, and is needed no more. */
function forget(request: IncomingMessage): void {
  request.headers = {};
  request.rawHeaders = [];
}

function shownRevision(request: IncomingMessage): number | null {
  const header = request.headers['last-event-id'];
  const since = /[?&]since=(\d+)(?:&|$)/.exec(request.url ?? '')?.[1];
  const shown = Number(typeof header === 'string' ? header : (since ?? NaN));
  return Number.isSafeInteger(shown) ? shown : null;
}
