import { type FeedWorld, MeetingFeed } from './meeting-feed';

class FakeSource {
  readyState = 1;
  closed = false;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {}
  close(): void {
    this.closed = true;
  }
  tell(revision: number): void {
    this.onmessage?.({ data: JSON.stringify({ revision }) });
  }
  giveUp(): void {
    this.readyState = 2;
    this.onerror?.();
  }
}

describe('following a meeting', () => {
  const sources: FakeSource[] = [];
  const waits: (() => void)[] = [];
  let changes = 0;
  let feed: MeetingFeed;
  const world: FeedWorld = {
    open: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
    after: (_, act) => waits.push(act),
    cancel: () => undefined,
  };
  const latest = () => sources.at(-1) as FakeSource;

  beforeEach(() => {
    sources.length = 0;
    waits.length = 0;
    changes = 0;
    feed = new MeetingFeed('/stream', () => (changes += 1), world);
    feed.start();
  });

  it('takes the first number as what is shown, and tells of every other once', () => {
    for (const revision of [4, 4, 5, 5, 6]) latest().tell(revision);
    expect(changes).toBe(2);
  });

  it('tells when the line comes back to another number', () => {
    latest().tell(4);
    latest().tell(9);
    expect(changes).toBe(1);
  });

  it('asks and tries again when the stream is refused', () => {
    latest().giveUp();
    expect(changes).toBe(0);
    waits[0]?.();
    expect([changes, sources.length]).toEqual([1, 2]);
  });

  it('is quiet when the page is left', () => {
    latest().giveUp();
    feed.stop();
    waits[0]?.();
    expect([changes, sources.length]).toEqual([0, 1]);
  });
});
