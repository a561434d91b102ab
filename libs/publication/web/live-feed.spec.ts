import { type FeedWorld, LiveFeed } from './live-feed';

class FakeSource {
  readyState = 1;
  closed = false;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {}
  close(): void {
    this.closed = true;
  }
  tell(revision: number, spread = 0): void {
    this.onmessage?.({ data: JSON.stringify({ edition: 'e', revision, spread }) });
  }
  giveUp(): void {
    this.readyState = 2;
    this.onerror?.();
  }
}

describe('following what is public', () => {
  const sources: FakeSource[] = [];
  const waits: { ms: number; act: () => void }[] = [];
  const told: number[] = [];
  let polls = 0;
  let feed: LiveFeed;
  const world: FeedWorld = {
    open: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
    after: (ms, act) => waits.push({ ms, act }),
    cancel: () => undefined,
    random: () => 0.5,
  };
  const latest = () => sources.at(-1) as FakeSource;

  beforeEach(() => {
    for (const list of [sources, waits, told]) list.length = 0;
    polls = 0;
    feed = new LiveFeed(
      4,
      (revision) => told.push(revision),
      () => (polls += 1),
      world,
    );
    feed.start();
  });

  it('asks from the revision that is shown', () => {
    expect(latest().url).toBe('/api/live/stream?since=4');
  });

  it('tells of a newer revision at once when there is no spread, and of each once', () => {
    latest().tell(5);
    latest().tell(5);
    latest().tell(4);
    expect(told).toEqual([5]);
  });

  it('waits its part of the spread', () => {
    latest().tell(5, 400);
    expect([told, waits.map(({ ms }) => ms)]).toEqual([[], [200]]);
    waits[0]?.act();
    expect(told).toEqual([5]);
  });

  it('polls and tries again when the stream is refused, and not while the browser reconnects by itself', () => {
    latest().onerror?.();
    expect(waits).toEqual([]);
    latest().giveUp();
    waits[0]?.act();
    expect([polls, sources.length]).toEqual([1, 2]);
  });

  it('tells nothing after it has been stopped', () => {
    latest().tell(6, 400);
    feed.stop();
    waits[0]?.act();
    expect([told, latest().closed]).toEqual([[], true]);
  });
});
