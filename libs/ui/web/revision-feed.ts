/** One event of a stream: something has changed, never what. `spread`: milliseconds to spread the questions over. */
export interface RevisionEvent {
  readonly revision: number;
  readonly spread?: number;
}

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

export interface Following {
  /** The stream's address, by the revision that is shown; null while none is known. */
  readonly address: (shown: number | null) => string;
  /** Something newer than what is shown. The first event is newer than nothing. */
  readonly changed: (revision: number) => void;
  /** Asked now and then while the stream is refused. */
  readonly poll: () => void;
  /** How long after a refusal. */
  readonly againMs: number;
}

/** `EventSource.CLOSED`: the browser has given up and will not come back by itself. */
const CLOSED = 2;

/**
 * Follows a stream of revisions, public or of a meeting: tells of each newer one once, spread as the
 * server asks. A line that was lost catches up with the newest, for every stream begins with it.
 */
export class RevisionFeed {
  private source: EventSource | null = null;
  private timer: unknown = null;
  private ended = false;

  constructor(
    private shown: number | null,
    private readonly following: Following,
    private readonly world: FeedWorld = BROWSER,
  ) {}

  start(): void {
    this.source = this.world.open(this.following.address(this.shown));
    this.source.onmessage = ({ data }: MessageEvent<string>) => this.hear(JSON.parse(data));
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
    this.shown = Math.max(this.shown ?? revision, revision);
  }

  private hear({ revision, spread = 0 }: RevisionEvent): void {
    if (this.shown !== null && revision <= this.shown) return;
    this.shown = revision;
    const wait = Math.round(this.world.random() * spread);
    if (wait === 0) this.following.changed(revision);
    else this.world.after(wait, () => this.ended || this.following.changed(revision));
  }

  /** The stream is full, refused or blocked on the way: asks now and then, and tries the stream again. */
  private fallBack(): void {
    if (this.ended) return;
    this.source = null;
    this.timer = this.world.after(this.following.againMs, () => {
      if (this.ended) return;
      this.following.poll();
      this.start();
    });
  }
}
