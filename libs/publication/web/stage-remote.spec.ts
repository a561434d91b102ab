import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type {
  ControlStage,
  SetStage,
  StageControlView,
  StageView,
} from '@award/publication/contract';
import { ReleaseClient, type StagePlace } from './release-client';
import { StageRemote } from './stage-remote';

const SMALL = 'b7f5a2de-0000-4000-8000-000000000001';

/** The channel between windows of one computer, which jsdom does not have. */
class Channel {
  static heard: unknown[] = [];
  onmessage: ((event: { data: StageControlView }) => void) | null = null;
  postMessage(data: unknown): void {
    Channel.heard.push(data);
  }
  close(): void {
    this.onmessage = null;
  }
}

const show: StageView = {
  rehearsal: false,
  captions: [],
  edition: { id: 'e', year: 2027, name: 'Prisen', sample: true },
  classes: [{ code: 'small', name: 'Små', finalists: [], notReady: null, released: false }],
  steps: [
    { kind: 'title' },
    { kind: 'silence', classCode: 'small', stageTexts: [] },
    { kind: 'reveal', classCode: 'small', winners: ['Fjordvik'], recordId: SMALL },
    { kind: 'end', winners: [] },
  ],
  control: { step: 0, blank: false, held: false, liveDelay: 0, captions: null, sequence: 3 },
  finalistsReleased: true,
};

/** The server, with a network that can be cut. */
class Server {
  cut = false;
  refusal: string | null = null;
  presses: string[] = [];
  control$: StageControlView = show.control;

  private answer<T>(value: () => T): Promise<T> {
    if (this.cut) return Promise.reject(new HttpErrorResponse({ status: 0 }));
    return Promise.resolve().then(value);
  }
  stage = () => this.answer(() => ({ ...show, control: this.control$ }));
  control = () => this.answer(() => this.control$);
  places: StagePlace[] = [];
  stops = 0;
  move = (place: StagePlace, to: ControlStage) =>
    this.answer(() => {
      this.places.push(place);
      return (this.control$ = { ...this.control$, ...to, sequence: this.control$.sequence + 1 });
    });
  setStage = (_: string, settings: SetStage) =>
    this.answer(
      () =>
        (this.control$ = {
          ...this.control$,
          ...settings,
          sequence: this.control$.sequence + 1,
        }),
    );
  stop = () => this.answer(() => void (this.stops += 1));
  press = (_: string, [id]: string[]) =>
    this.answer(() => {
      if (this.control$.held) this.refusal = 'release-stopped';
      if (this.refusal)
        throw new HttpErrorResponse({ status: 409, error: { refusal: this.refusal } });
      this.presses.push(id ?? '');
      return { releasedAt: '2027-03-02T12:00:00.000Z' };
    });
}

describe('the stage as one window sees it', () => {
  let server: Server;
  let remote: StageRemote;

  beforeEach(async () => {
    jest.useFakeTimers();
    Object.assign(globalThis, { BroadcastChannel: Channel });
    Channel.heard = [];
    server = new Server();
    TestBed.configureTestingModule({
      providers: [StageRemote, { provide: ReleaseClient, useValue: server }],
    });
    remote = TestBed.inject(StageRemote);
    await remote.start('e', false);
  });
  afterEach(() => {
    remote.stop();
    jest.useRealTimers();
  });

  const next = () => remote.press('next');

  it('steps, tells the other windows at once and the server after', async () => {
    await next();
    expect(remote.control().step).toBe(1);
    expect(Channel.heard).toEqual([{ ...show.control, step: 1 }]);
    await jest.advanceTimersByTimeAsync(0);
    expect(server.control$).toEqual({ ...show.control, step: 1, sequence: 4 });
  });

  it('releases with the press that shows the name, once', async () => {
    await next();
    await next();
    expect([remote.control().step, server.presses]).toEqual([2, [SMALL]]);
    await remote.press('previous');
    await next();
    expect([remote.control().step, server.presses]).toEqual([2, [SMALL]]);
  });

  it('shows no name that the server refuses', async () => {
    server.refusal = 'release-stopped';
    await next();
    await next();
    expect([remote.control().step, remote.refused()]).toEqual([1, 'release-stopped']);
  });

  it('goes on when the network is cut, and sends what the hall has seen when it is back', async () => {
    server.cut = true;
    await next();
    await next();
    await jest.advanceTimersByTimeAsync(0);
    expect(remote.control().step).toBe(2);
    expect([remote.connection(), remote.unconfirmed(), server.presses]).toEqual([
      'offline',
      [SMALL],
      [],
    ]);
    await next();
    expect(remote.control().step).toBe(3);
    expect(remote.view()?.steps.at(-1)).toMatchObject({ winners: [{ names: ['Fjordvik'] }] });
    server.cut = false;
    await jest.advanceTimersByTimeAsync(2000);
    expect([remote.unconfirmed(), server.presses]).toEqual([[], [SMALL]]);
    expect([remote.connection(), server.control$.step]).toEqual(['online', 3]);
  });

  it('tells the place only when the name is out, so that a page loaded meanwhile presses again', async () => {
    const refused = server.press;
    server.press = () => Promise.reject(new HttpErrorResponse({ status: 503 }));
    await next();
    await next();
    await jest.advanceTimersByTimeAsync(5000);
    expect([remote.control().step, server.control$.step, remote.unconfirmed()]).toEqual([
      2,
      1,
      [SMALL],
    ]);
    server.press = refused;
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.presses, server.control$.step, remote.unconfirmed()]).toEqual([[SMALL], 2, []]);
  });

  it('lifts a hold at the server before the name that was shown after it, though the network was cut between', async () => {
    await next();
    await remote.press('blank');
    await jest.advanceTimersByTimeAsync(0);
    expect(server.control$.held).toBe(true);
    server.cut = true;
    await remote.press('blank');
    await next();
    await jest.advanceTimersByTimeAsync(2000);
    expect([remote.control().step, remote.unconfirmed()]).toEqual([2, [SMALL]]);
    server.cut = false;
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.presses, remote.refused(), remote.unconfirmed()]).toEqual([[SMALL], null, []]);
    expect(server.control$).toMatchObject({ step: 2, held: false });
  });

  it('keeps the order of a slow network: the hold is lifted, the delay set, then the name released', async () => {
    await next();
    await remote.press('blank');
    await jest.advanceTimersByTimeAsync(0);
    const told: string[] = [];
    const slow = <A extends unknown[], T>(name: string, act: (...given: A) => Promise<T>) => {
      return (...given: A) =>
        new Promise<T>((resolve) => setTimeout(() => resolve(act(...given)), 300)).then((done) => {
          told.push(name);
          return done;
        });
    };
    server.move = slow('move', server.move);
    server.setStage = slow('set', server.setStage);
    void remote.press('blank');
    void remote.set({ liveDelay: 20, captions: null });
    const pressing = next();
    await jest.advanceTimersByTimeAsync(1000);
    await pressing;
    expect([told.slice(0, 2), server.presses]).toEqual([['move', 'set'], [SMALL]]);
    expect(remote.control().step).toBe(2);
  });

  it('sends a stop until it is answered, and nothing that was done before it', async () => {
    await next();
    server.cut = true;
    await next();
    await remote.stopAll();
    expect(remote.control()).toMatchObject({ blank: true, held: true });
    expect([server.stops, remote.unconfirmed()]).toEqual([0, []]);
    server.cut = false;
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.stops, server.presses]).toEqual([1, []]);
  });

  it('stops at once, though what was sent before it is never answered', async () => {
    await next();
    server.press = () => new Promise(() => undefined);
    const pressing = next();
    await jest.advanceTimersByTimeAsync(300);
    await remote.stopAll();
    expect([server.stops, server.control$]).toMatchObject([1, { blank: true, held: true }]);
    await jest.advanceTimersByTimeAsync(2000);
    await pressing;
    expect(remote.control()).toMatchObject({ step: 1, blank: true, held: true });
    expect([server.control$.held, remote.unconfirmed()]).toEqual([true, []]);
  });

  it('holds the screen though a lifted hold that was on its way comes there after the stop', async () => {
    await next();
    await remote.press('blank');
    await jest.advanceTimersByTimeAsync(0);
    const { move } = server;
    server.move = (place, to) =>
      new Promise((resolve) => setTimeout(() => resolve(move(place, to)), 500));
    await remote.press('blank');
    const stopping = remote.stopAll();
    await jest.advanceTimersByTimeAsync(2000);
    await stopping;
    expect(server.control$).toMatchObject({ blank: true, held: true });
  });

  it('sends anew what a lost line never answers, and what was done after it', async () => {
    await next();
    const { press } = server;
    server.press = () => new Promise(() => undefined);
    void next();
    await jest.advanceTimersByTimeAsync(1500);
    expect([remote.control().step, remote.unconfirmed()]).toEqual([2, [SMALL]]);
    server.press = press;
    await jest.advanceTimersByTimeAsync(9000);
    expect([server.presses, remote.unconfirmed(), server.control$.step]).toEqual([[SMALL], [], 2]);
  });

  it('lets no answer that is older than what was done here replace it', async () => {
    const { control } = server;
    server.control = () => {
      const before = server.control$;
      return new Promise((resolve) => setTimeout(() => resolve(before), 400));
    };
    await jest.advanceTimersByTimeAsync(1100);
    await remote.set({ liveDelay: 20, captions: 'nb' });
    server.control = control;
    await jest.advanceTimersByTimeAsync(500);
    expect(remote.control()).toMatchObject({ liveDelay: 20, captions: 'nb' });
  });

  it('sends again what the hall has seen, for whoever was signed out meanwhile', async () => {
    await next();
    server.cut = true;
    await next();
    server.cut = false;
    server.refusal = 'not-signed-in';
    await jest.advanceTimersByTimeAsync(2000);
    expect([remote.refused(), remote.unconfirmed()]).toEqual(['not-signed-in', [SMALL]]);
    server.refusal = null;
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.presses, remote.unconfirmed()]).toEqual([[SMALL], []]);
  });

  it('does not let the hall wait for a slow network', async () => {
    let late: (value: { releasedAt: string }) => void = () => undefined;
    server.press = () => new Promise((resolve) => (late = resolve));
    await next();
    const pressing = next();
    await jest.advanceTimersByTimeAsync(1300);
    await pressing;
    expect([remote.control().step, remote.unconfirmed()]).toEqual([2, [SMALL]]);
    late({ releasedAt: '2027-03-02T12:00:00.000Z' });
  });

  it('follows another computer, and goes black and held by the key', async () => {
    server.control$ = { ...show.control, step: 1, sequence: 9 };
    await jest.advanceTimersByTimeAsync(1100);
    expect(remote.control()).toEqual(server.control$);
    await remote.press('blank');
    expect(remote.control()).toMatchObject({ step: 1, blank: true, held: true });
    await next();
    expect(remote.control().step).toBe(1);
  });

  it('keeps what it has when a later question is not answered', async () => {
    server.cut = true;
    await jest.advanceTimersByTimeAsync(9000);
    expect(remote.view()?.classes[0]?.name).toBe('Små');
    expect(remote.failed()).toBeNull();
  });

  it('sets delay and captions here at once, and sends them when the network is back', async () => {
    server.cut = true;
    await remote.set({ liveDelay: 20, captions: 'nn' });
    await next();
    expect(remote.control()).toMatchObject({ step: 1, liveDelay: 20, captions: 'nn' });
    expect(server.control$).toMatchObject({ liveDelay: 0, captions: null });
    server.cut = false;
    await jest.advanceTimersByTimeAsync(3500);
    expect(server.control$).toMatchObject({ step: 1, liveDelay: 20, captions: 'nn' });
    expect(remote.control()).toMatchObject({ step: 1, liveDelay: 20, captions: 'nn' });
  });

  it('follows what another computer has set, though nothing has moved', async () => {
    server.control$ = { ...server.control$, captions: 'en', liveDelay: 5 };
    await jest.advanceTimersByTimeAsync(1100);
    expect(remote.control()).toMatchObject({ captions: 'en', liveDelay: 5, sequence: 3 });
  });

  it('rehearses on a place of its own, where stopping stops nothing real', async () => {
    remote.stop();
    await remote.start('e', true);
    await remote.press('next');
    await remote.stopAll();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.places).toEqual([
      { editionId: 'e', rehearsal: true },
      { editionId: 'e', rehearsal: true },
    ]);
    expect([server.stops, remote.control().held]).toEqual([0, true]);
  });
});
