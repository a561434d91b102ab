import { decide, type DecidedScene, judgedEdition } from '../../../apps/api/testing/decided';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import type {
  LiveEvent,
  LivePageView,
  PressPageView,
  ReleaseRoomView,
  StageStep,
  StageView,
} from '@award/publication/contract';
import { spreadOf } from './live-streams.service';
import { PublicWatch } from './public-watch.service';

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

  const winnersIn = (text: string) => text.match(/"winner":true/g)?.length ?? 0;
  const text = async (on: TestApp, path: string) => (await fetch(`${on.url}${path}`)).text();
  /** The edition's own pages and that for the press, on both servers: how many winners each tells. */
  const told = async (year: number) => {
    const answers: Record<string, number> = {};
    for (const on of [app, beside]) {
      await on.get(PublicWatch).catchUp();
      for (const path of ['/', '/direkte', `/arkiv/${year}`])
        answers[`${on === app ? 1 : 2} ${path}`] = winnersIn(
          await text(on, `/api/public/view?language=nn&path=${path}`),
        );
      const { texts } = JSON.parse(await text(on, '/api/public/press')) as PressPageView;
      answers[`${on === app ? 1 : 2} press`] = texts.filter(
        ({ about }) => about === 'winners',
      ).length;
    }
    return answers;
  };
  const all = (answers: Record<string, number>) => [...new Set(Object.values(answers))];
  const begin = async (year: number, winnerAt = 0) => {
    scene = await judgedEdition(app, year);
    await decide(app, scene, { winnerAt });
    await press(await ready('all'));
  };

  it('on the day, one press of two armed winners reaches every open page and the press at once, nobody had them before, and nothing goes out twice', async () => {
    await begin(2028);
    const both = [await ready('small'), await ready('large')];
    const [first, second] = (await stage()).steps.flatMap((one) =>
      one.kind === 'reveal' ? [one.recordId] : [],
    );
    expect([first, second]).toEqual(both);
    expect(all(await told(2028))).toEqual([0]);
    const readers = [stream(app), stream(beside), stream(app), stream(beside)];
    for (const reader of readers) await reader.open();
    const [before] = await Promise.all(readers.map((reader) => reader.event()));
    const clicks = await Promise.all(
      [keyholder, secretary, keyholder, keyholder].map((as) =>
        as.post(`/api/releases/${scene.edition.id}/press`, { recordIds: both }),
      ),
    );
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const revision = (before?.revision ?? 0) + 1;
    for (const reader of readers)
      expect(await reader.event()).toEqual({ edition: scene.edition.id, revision, spread: 0 });
    expect(all(await told(2028))).toEqual([2]);
    expect([app, beside].map((on) => on.get(PublicWatch).revision)).toEqual([revision, revision]);
    expect(readers.every((reader) => reader.quiet)).toBe(true);
    const once = await app.db.query(
      `select count(*)::int as mails, count(distinct (event_key, recipient))::int as different,
         (select count(*)::int from release where edition_id = $1 and kind = 'winners') as releases,
         (select count(*)::int from audit where edition_id = $1 and act = 'release:winners') as acts
       from mail_outbox m join release r on m.event_key = 'release:' || r.id where r.edition_id = $1 and r.kind = 'winners'`,
      [scene.edition.id],
    );
    expect(once).toEqual([{ mails: 6, different: 6, releases: 2, acts: 2 }]);
    for (const reader of readers) reader.close();
  });

  it('lets the live page follow the video stream, alike for all who come to it, while everything else is told at once', async () => {
    await begin(2029, 1);
    const settings = `/api/stage/${scene.edition.id}/settings`;
    const set = (liveDelay: number) => keyholder.put(settings, { liveDelay, captions: null });
    await set(90);
    const live = async (on: TestApp): Promise<string> => {
      await on.get(PublicWatch).catchUp();
      const { revision, ...rest } = JSON.parse(await text(on, '/api/public/live')) as LivePageView;
      expect(revision).toBe(on.get(PublicWatch).revision);
      return JSON.stringify(rest);
    };
    const before = await live(app);
    const reader = stream(beside);
    await reader.open();
    const { revision } = await reader.event();
    await press(await ready('small'));
    expect((await reader.event()).revision).toBe(revision + 1);
    const waiting = { '1 /direkte': 0, '2 /direkte': 0 };
    const everywhere = Object.fromEntries(Object.keys(await told(2029)).map((key) => [key, 1]));
    expect(await told(2029)).toEqual({ ...everywhere, ...waiting });
    for (const on of [app, beside]) expect(await live(on)).toBe(before);
    await set(0);
    expect(await live(app)).toBe(before);
    await story(app).moveClock('90 seconds');
    for (const on of [app, beside])
      expect([winnersIn(await live(on)), JSON.parse(await live(on)).edition.line]).toEqual([
        1,
        'being-announced',
      ]);
    expect((await reader.event()).revision).toBe(revision + 2);
    expect(all(await told(2029))).toEqual([1]);
    expect(app.get(PublicWatch).revision).toBe(revision + 2);
    await press(await ready('large'));
    expect(all(await told(2029))).toEqual([2]);
    reader.close();
  });
});
