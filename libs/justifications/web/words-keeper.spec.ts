import { HttpErrorResponse } from '@angular/common/http';
import type { SavedJustification } from '@award/justifications/contract';
import { SEND_AFTER, TRY_AGAIN_AFTER, type Words, WordsKeeper } from './words-keeper';

const NOTHING = { text: '', stageText: '', internalNote: '', lockVersion: 0, savedAt: null };
const KEY = 'kaaring.justification.1';

class Store {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

/** A server that answers in turn; a function answers by what is sent. */
class Server {
  readonly got: { words: Words; lockVersion: number; key: string }[] = [];
  private version = 0;
  fault: (() => unknown) | null = null;

  send = async (words: Words, lockVersion: number, key: string): Promise<SavedJustification> => {
    this.got.push({ words, lockVersion, key });
    await Promise.resolve();
    if (this.fault) throw this.fault();
    this.version = lockVersion + 1;
    return {
      lockVersion: this.version,
      savedAt: '2027-02-01T12:00:00.000Z',
      sha256: 'a'.repeat(64),
      findings: [],
      stageFindings: [],
    };
  };
}

const stale = (text: string, lockVersion: number) => () =>
  new HttpErrorResponse({
    status: 409,
    error: {
      refusal: 'stale-save',
      details: {
        standing: {
          ...NOTHING,
          text,
          lockVersion,
          savedAt: '2027-02-01T11:00:00.000Z',
          savedBy: 'Kari',
        },
      },
    },
  });
const away = () => new HttpErrorResponse({ status: 0 });

describe('keeping a writer’s words', () => {
  let store: Store;
  let server: Server;
  const keeper = () => {
    const made = new WordsKeeper({
      send: server.send,
      storage: store,
      storageKey: KEY,
      saved: () => undefined,
    });
    return made;
  };
  beforeEach(() => {
    jest.useFakeTimers();
    store = new Store();
    server = new Server();
  });
  afterEach(() => jest.useRealTimers());

  it('sends a moment after the last key, once, and forgets the copy in the browser', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    kept.write({ text: 'En' });
    await jest.advanceTimersByTimeAsync(SEND_AFTER - 1);
    kept.write({ text: 'En tekst' });
    expect(store.kept.size).toBe(1);
    await jest.advanceTimersByTimeAsync(SEND_AFTER);
    expect(server.got.map(({ words, lockVersion }) => [words.text, lockVersion])).toEqual([
      ['En tekst', 0],
    ]);
    expect([kept.state(), kept.savedAt()]).toEqual(['saved', '2027-02-01T12:00:00.000Z']);
    expect(store.kept.size).toBe(0);
  });

  it('sends at once when asked, on the version that the server last gave', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    kept.write({ text: 'En' });
    expect(await kept.flush()).toBe(true);
    kept.write({ internalNote: 'Sjekk tallet.' });
    await kept.flush();
    expect(server.got.map(({ lockVersion }) => lockVersion)).toEqual([0, 1]);
  });

  it('keeps what is written while a save is on its way', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    kept.write({ text: 'En' });
    const sending = kept.flush();
    kept.write({ text: 'En til' });
    await sending;
    expect(kept.words().text).toBe('En til');
    await jest.advanceTimersByTimeAsync(SEND_AFTER);
    expect(server.got.map(({ words }) => words.text)).toEqual(['En', 'En til']);
    expect(kept.state()).toBe('saved');
  });

  it('sends one at a time, however often it is asked', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    kept.write({ text: 'En' });
    await Promise.all([kept.flush(), kept.flush(), kept.flush()]);
    expect(server.got).toHaveLength(1);
  });

  it('tries again with the same key when the network was away, so that it is done once', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    server.fault = away;
    kept.write({ text: 'En' });
    await jest.advanceTimersByTimeAsync(SEND_AFTER);
    expect(kept.state()).toBe('offline');
    server.fault = null;
    await jest.advanceTimersByTimeAsync(TRY_AGAIN_AFTER);
    expect(kept.state()).toBe('saved');
    expect(server.got).toHaveLength(2);
    expect(server.got[0]?.key).toBe(server.got[1]?.key);
  });

  it('shows both texts when somebody else has saved, and sends mine on top when I choose it', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    server.fault = stale('Andres', 3);
    kept.write({ text: 'Min' });
    expect(await kept.flush()).toBe(false);
    expect([kept.state(), kept.words().text, kept.conflict()?.text]).toEqual([
      'conflict',
      'Min',
      'Andres',
    ]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.got).toHaveLength(1);
    server.fault = null;
    expect(await kept.keepMine()).toBe(true);
    expect(server.got.at(-1)).toMatchObject({ lockVersion: 3, words: { text: 'Min' } });
    expect(kept.conflict()).toBeNull();
  });

  it('writes on upon words of one’s own that arrived although the answer was lost', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    server.fault = away;
    kept.write({ text: 'Havna' });
    await kept.flush();
    kept.write({ text: 'Havna er bygd' });
    server.fault = stale('Havna', 1);
    await kept.flush();
    expect([kept.conflict(), kept.words().text]).toEqual([null, 'Havna er bygd']);
    const next = keeper();
    next.open({ ...NOTHING, text: 'Havna', lockVersion: 1 });
    expect([next.state(), next.words().text]).toEqual(['unsaved', 'Havna er bygd']);
    next.close();
    server.fault = null;
    await jest.advanceTimersByTimeAsync(0);
    expect(server.got.at(-1)).toMatchObject({ words: { text: 'Havna er bygd' }, lockVersion: 1 });
    expect(kept.state()).toBe('saved');
  });

  it('takes the other’s text when I choose it, and writes on from there', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    server.fault = stale('Andres', 3);
    kept.write({ text: 'Min' });
    await kept.flush();
    server.fault = null;
    kept.takeTheirs();
    expect([kept.words().text, kept.state(), store.kept.size]).toEqual(['Andres', 'saved', 0]);
    kept.write({ text: 'Andres og mer' });
    await kept.flush();
    expect(server.got.at(-1)?.lockVersion).toBe(3);
  });

  it('takes up words that never reached the server, after the browser was closed', async () => {
    const first = keeper();
    first.open(NOTHING);
    server.fault = away;
    first.write({ text: 'Skrevet på toget' });
    await first.flush();
    first.close();
    server.fault = null;
    const second = keeper();
    second.open(NOTHING);
    expect(second.words().text).toBe('Skrevet på toget');
    await jest.advanceTimersByTimeAsync(SEND_AFTER);
    expect(second.state()).toBe('saved');
  });

  it('shows both when the kept words were made on a version that is no longer the newest', () => {
    store.setItem(
      KEY,
      JSON.stringify({ words: { text: 'Mine', stageText: '', internalNote: '' }, lockVersion: 1 }),
    );
    const kept = keeper();
    kept.open({ ...NOTHING, text: 'Nyere', lockVersion: 2, savedAt: '2027-02-01T11:00:00.000Z' });
    expect([kept.state(), kept.words().text, kept.conflict()?.text]).toEqual([
      'conflict',
      'Mine',
      'Nyere',
    ]);
  });

  it('follows what others save only while nothing of one’s own is unsent', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    kept.follow({ ...NOTHING, text: 'Fra en annen', lockVersion: 1 });
    expect(kept.words().text).toBe('Fra en annen');
    kept.write({ text: 'Min' });
    kept.follow({ ...NOTHING, text: 'Enda nyere', lockVersion: 2 });
    expect(kept.words().text).toBe('Min');
  });

  it('says so when the server refuses, and keeps the words', async () => {
    const kept = keeper();
    kept.open(NOTHING);
    server.fault = () => new HttpErrorResponse({ status: 409, error: { refusal: 'wrong-state' } });
    kept.write({ text: 'Min' });
    expect(await kept.flush()).toBe(false);
    expect([kept.state(), kept.words().text, store.kept.size]).toEqual(['failed', 'Min', 1]);
  });
});
