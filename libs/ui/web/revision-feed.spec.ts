import { type FeedWorld, RevisionFeed } from './revision-feed';

class FakeSource {
  readyState = 1;
  closed = false;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {}
  close(): void {
    this.closed = true;
  }
  tell(revision: number, spread?: number): void {
    this.onmessage?.({ data: JSON.stringify({ edition: 'e', revision, spread }) });
  }
  giveUp(): void {
    this.readyState = 2;
    this.onerror?.();
  }
}

describe('following a stream of revisions', () => {
  const sources: FakeSource[] = [];
  const waits: { ms: number; act: () => void }[] = [];
  const told: number[] = [];
  let polls = 0;
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
  const follow = (shown: number | null) => {
    const feed = new RevisionFeed(
      shown,
      {
        address: (since) => (since === null ? '/stream' : `/stream?since=${since}`),
        changed: (revision) => told.push(revision),
        poll: () => (polls += 1),
        againMs: 15_000,
      },
      world,
    );
    feed.start();
    return feed;
  };

  beforeEach(() => {
    for (const list of [sources, waits, told]) list.length = 0;
    polls = 0;
  });

  it.each<[string, number | null, string]>([
    ['from the revision that is shown', 4, '/stream?since=4'],
    ['from none', null, '/stream'],
  ])('asks %s', (_, shown, url) => {
    follow(shown);
    expect(latest().url).toBe(url);
  });

  it('tells of what is newer at once when there is no spread, and of each once', () => {
    follow(4);
    for (const revision of [4, 5, 5, 4, 7]) latest().tell(revision);
    expect(told).toEqual([5, 7]);
  });

  it('tells of the first when nothing is known: what was read may be older', () => {
    follow(null);
    for (const revision of [4, 4, 9]) latest().tell(revision);
    expect(told).toEqual([4, 9]);
  });

  it('waits its part of the spread', () => {
    follow(4);
    latest().tell(5, 400);
    expect([told, waits.map(({ ms }) => ms)]).toEqual([[], [200]]);
    waits[0]?.act();
    expect(told).toEqual([5]);
  });

  it('leaves it to the browser to reconnect, and catches up with what was missed', () => {
    follow(4);
    latest().onerror?.();
    expect([waits, sources.length]).toEqual([[], 1]);
    latest().tell(9);
    expect(told).toEqual([9]);
  });

  it('asks and tries again when the stream is refused, from what is then shown', () => {
    const feed = follow(4);
    latest().giveUp();
    feed.showing(6);
    waits[0]?.act();
    expect([polls, latest().url]).toEqual([1, '/stream?since=6']);
  });

  it('tells nothing after it has been stopped', () => {
    const [one, other] = [follow(4), follow(4)];
    sources[0]?.tell(6, 400);
    sources[1]?.giveUp();
    one.stop();
    other.stop();
    for (const { act } of waits) act();
    expect([told, polls, sources.length, sources[0]?.closed]).toEqual([[], 0, 2, true]);
  });
});
