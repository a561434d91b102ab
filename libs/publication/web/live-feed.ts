import type { LiveEvent } from '@award/publication/contract';

/** What the feed needs of the world, so that it can be tried without one. */
export interface FeedWorld {
  open(url: string): EventSource;
  after(ms: number, act: () => void): unknown;
  cancel(timer: unknown): void;
  /** 0 to 1. */
  random(): number;
}

export const BROWSER: FeedWorld = {
  open: (url) => new EventSource(url),
  after: (ms, act) => setTimeout(act, ms),
  cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  random: () => Math.random(),
};

const STREAM = '/api/live/stream';
const POLL_MS = 15_000;
/** `EventSource.CLOSED`: the browser has given up and will not come back by itself. */
const CLOSED = 2;

/**
 * Follows what is public: calls `changed` with the newest revision, spread as the server asks, and by
 * polling while the stream is refused. A revision that is shown already is not told again.
 */
export class LiveFeed {
  private source: EventSource | null = null;
  private timer: unknown = null;
  private ended = false;

  constructor(
    private shown: number,
    private readonly changed: (revision: number) => void,
    private readonly poll: () => void,
    private readonly world: FeedWorld = BROWSER,
  ) {}

  start(): void {
    this.source = this.world.open(`${STREAM}?since=${this.shown}`);
    this.source.onmessage = ({ data }: MessageEvent<string>) => this.hear(data);
    this.source.onerror = () => {
      if (this.source?.readyState === CLOSED) this.fallBack();
    };
  }

  stop(): void {
    this.ended = true;
    this.source?.close();
    this.world.cancel(this.timer);
  }

  /** What the page now shows. */
  showing(revision: number): void {
    this.shown = Math.max(this.shown, revision);
  }

  private hear(data: string): void {
    const { revision, spread }: LiveEvent = JSON.parse(data);
    if (revision <= this.shown) return;
    this.shown = revision;
    const wait = Math.round(this.world.random() * spread);
    if (wait === 0) this.changed(revision);
    else this.world.after(wait, () => this.ended || this.changed(revision));
  }

  /** The stream is full or blocked on the way: asks now and then, and tries the stream again. */
  private fallBack(): void {
    if (this.ended) return;
    this.source = null;
    this.timer = this.world.after(POLL_MS, () => {
      if (this.ended) return;
      this.poll();
      this.start();
    });
  }
}
