import type { MeetingEvent } from '@award/deliberation/contract';

/** What the feed needs of the world, so that it can be tried without one. */
export interface FeedWorld {
  open(url: string): EventSource;
  after(ms: number, act: () => void): unknown;
  cancel(timer: unknown): void;
}

export const BROWSER: FeedWorld = {
  open: (url) => new EventSource(url),
  after: (ms, act) => setTimeout(act, ms),
  cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

const AGAIN_MS = 5_000;
/** `EventSource.CLOSED`: the browser has given up and will not come back by itself. */
const CLOSED = 2;

/**
 * Follows a class's meeting: calls `changed` when something has happened that is not shown yet. While
 * the stream is refused it asks now and then; a line that was lost catches up with the newest number.
 */
export class MeetingFeed {
  private source: EventSource | null = null;
  private timer: unknown = null;
  private ended = false;
  private shown = -1;

  constructor(
    private readonly url: string,
    private readonly changed: () => void,
    private readonly world: FeedWorld = BROWSER,
  ) {}

  start(): void {
    this.source = this.world.open(this.url);
    this.source.onmessage = ({ data }: MessageEvent<string>) => this.hear(JSON.parse(data));
    this.source.onerror = () => {
      if (this.source?.readyState === CLOSED) this.askLater();
    };
  }

  stop(): void {
    this.ended = true;
    this.source?.close();
    this.world.cancel(this.timer);
  }

  private hear({ revision }: MeetingEvent): void {
    if (revision === this.shown) return;
    const first = this.shown < 0;
    this.shown = revision;
    if (!first) this.changed();
  }

  private askLater(): void {
    if (this.ended) return;
    this.source = null;
    this.timer = this.world.after(AGAIN_MS, () => {
      if (this.ended) return;
      this.changed();
      this.start();
    });
  }
}
