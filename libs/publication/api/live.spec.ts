import { decide, type DecidedScene, judgedEdition } from '../../../apps/api/testing/decided';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import type { LiveEvent, ReleaseRoomView, StageStep, StageView } from '@award/publication/contract';
import { spreadOf } from './live-streams.service';

/** A reader of the stream, as a browser's EventSource would be. */
class Reader {
  private readonly stop = new AbortController();
  private readonly seen: string[] = [];
  private waiting: (() => void) | null = null;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async open(): Promise<Response> {
    const response = await fetch(this.url, { signal: this.stop.signal, headers: this.headers });
    void this.read(response);
    return response;
  }

  close(): void {
    this.stop.abort();
  }

  /** The next event that has not been taken. */
  async event(): Promise<LiveEvent> {
    for (;;) {
      const line = this.seen.findIndex((one) => one.startsWith('data: '));
      if (line >= 0)
        return JSON.parse(
          this.seen
            .splice(0, line + 1)
            .at(-1)
            ?.slice(6) ?? 'null',
        );
      await new Promise<void>((come) => (this.waiting = come));
    }
  }

  get quiet(): boolean {
    return !this.seen.some((line) => line.startsWith('data: '));
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        this.seen.push(...decoder.decode(chunk, { stream: true }).split('\n'));
        this.waiting?.();
      }
    } catch {
      this.waiting?.();
    }
  }
}

describe('live', () => {
  let app: TestApp;
  let beside: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;

  beforeAll(async () => {
    app = await testApp();
    beside = await testApp(app);
    scene = await judgedEdition(app);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await app.visitor().signInAs('keyholder');
  });
  afterAll(async () => {
    await beside.close();
    await app.close();
  });

  const stream = (on: TestApp, query = '', headers = {}) =>
    new Reader(`${on.url}/api/live/stream${query}`, headers);
  const record = async (scope: string) => {
    const room = `/api/releases/${scene.edition.id}`;
    const { body } = await secretary.get<ReleaseRoomView>(room);
    return body.items.find((item) => item.scope === scope)?.sealed ?? null;
  };
  const ready = async (scope: string): Promise<string> => {
    await secretary.post(`/api/releases/${scene.edition.id}/seal`, { scope, releaseAt: null });
    const sealed = await record(scope);
    for (const as of [secretary, keyholder])
      await as.post(`/api/releases/records/${sealed?.id}/arm`, {
        sha256: sealed?.sha256,
        releaseAt: null,
      });
    return sealed?.id ?? '';
  };
  const press = (id: string) =>
    keyholder.post(`/api/releases/${scene.edition.id}/press`, { recordIds: [id] });
  const stage = async (as = keyholder) =>
    (await as.get<StageView>(`/api/stage/${scene.edition.id}`)).body;
  const step = (view: StageView, kind: StageStep['kind'], classCode: string) =>
    view.steps.find(
      (one) => one.kind === kind && 'classCode' in one && one.classCode === classCode,
    );

  it('tells readers on every server of a release with its number only, and who comes back what they missed', async () => {
    const [here, there] = [stream(app), stream(beside)];
    const opened = await here.open();
    expect(opened.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(opened.headers.get('cache-control')).toContain('no-store');
    await there.open();
    const before = await here.event();
    await there.event();
    const id = await ready('all');
    expect(here.quiet && there.quiet).toBe(true);
    await press(id);
    const told = { edition: scene.edition.id, revision: before.revision + 1, spread: 0 };
    expect(await here.event()).toEqual(told);
    expect(await there.event()).toEqual(told);
    const returning = stream(beside, '', { 'last-event-id': String(before.revision) });
    await returning.open();
    expect(await returning.event()).toEqual(told);
    const current = stream(app, `?since=${told.revision}`);
    await current.open();
    await new Promise((later) => setTimeout(later, 50));
    expect(current.quiet).toBe(true);
    for (const reader of [here, there, returning, current]) reader.close();
  });

  it('answers who polls instead with 304 until something has changed', async () => {
    const live = `${app.url}/api/public/live`;
    const tag = (await fetch(live)).headers.get('etag') ?? '';
    const poll = () => fetch(live, { headers: { 'if-none-match': tag } });
    expect((await poll()).status).toBe(304);
    await press(await ready('small'));
    const fresh = await poll();
    expect(fresh.status).toBe(200);
    expect(await fresh.text()).toContain('"winner":true');
    expect(fresh.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5');
  });

  it("gives the award's clock to pages that count down", async () => {
    const [{ now }] = await app.db.query('select award_now() as now');
    const answer = await app.visitor().get<{ now: string }>('/api/public/now');
    expect(Math.abs(Date.parse(answer.body.now) - now.getTime())).toBeLessThan(2000);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    [0, 0],
    [1999, 0],
    [2000, 100],
    [8000, 400],
    [10_000, 500],
    [50_000, 500],
  ])('spreads the questions of %i readers over %i ms', (readers, spread) => {
    expect(spreadOf(readers)).toBe(spread);
  });

  it('hands the stage a name only when it is sealed and armed by two, or out', async () => {
    const view = await stage();
    expect(view.classes.map(({ code, notReady, released }) => [code, notReady, released])).toEqual([
      ['small', null, true],
      ['large', 'not-sealed', false],
    ]);
    expect(step(view, 'reveal', 'small')).toMatchObject({ winners: ['Fjordvik'] });
    expect(step(view, 'reveal', 'large')).toMatchObject({ winners: [] });
    expect(step(view, 'silence', 'large')).toMatchObject({ stageTexts: [] });
    await ready('large');
    const armed = await stage();
    expect(step(armed, 'reveal', 'large')).toMatchObject({
      winners: ['Storby'],
      recordId: (await record('large'))?.id,
    });
    await secretary.post(`/api/releases/${scene.edition.id}/stop`);
    const stopped = await stage();
    expect(stopped.classes[1]?.notReady).toBe('release-stopped');
    expect(step(stopped, 'reveal', 'large')).toMatchObject({ winners: [] });
    expect(stopped.control).toMatchObject({ blank: true, held: true });
  });

  it('keeps where the screens are, the newest move winning, and logs holds only', async () => {
    const control = `/api/stage/${scene.edition.id}/control`;
    const holds = async () =>
      (await app.db.query(`select act from audit where act like 'stage:%' order by seq`)).length;
    const before = await holds();
    const one = await secretary.put<{ sequence: number }>(control, {
      step: 2,
      blank: false,
      held: false,
    });
    const two = await keyholder.put<{ sequence: number }>(control, {
      step: 3,
      blank: false,
      held: false,
    });
    expect(two.body.sequence).toBe(one.body.sequence + 1);
    expect((await keyholder.get(control)).body).toEqual(two.body);
    expect(await holds()).toBe(before + 1);
    expect((await keyholder.put(control, { step: -1, blank: false, held: false })).status).toBe(
      400,
    );
    expect((await app.visitor().get(control)).status).toBe(401);
  });
});
