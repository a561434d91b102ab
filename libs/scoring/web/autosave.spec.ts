import { HttpErrorResponse } from '@angular/common/http';
import { Autosave, type AutosaveOptions, type Saved, type Stored } from './autosave';

interface Text {
  words: string;
}
type Sent = { value: Text; lockVersion: number; key: string };

class Shelf implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, value: string) => void this.kept.set(name, value);
  removeItem = (name: string) => void this.kept.delete(name);
}

const AT = '2027-02-01T10:00:00.000Z';
const stale = (words: string, lockVersion: number) =>
  new HttpErrorResponse({
    status: 409,
    error: { refusal: 'stale-save', details: { stored: { words, lockVersion, savedAt: AT } } },
  });
const gone = () => new HttpErrorResponse({ status: 0 });

describe('saving by itself', () => {
  let shelf: Shelf;
  let sent: Sent[];
  let answers: (() => Promise<Saved>)[];

  beforeEach(() => {
    jest.useFakeTimers();
    shelf = new Shelf();
    sent = [];
    answers = [];
  });
  afterEach(() => jest.useRealTimers());

  const start = (options: Partial<AutosaveOptions<Text>> = {}) =>
    new Autosave<Text>({
      value: { words: '' },
      lockVersion: 0,
      savedAt: null,
      keptAs: 'sheet',
      storage: shelf,
      save: (value, lockVersion, key) => {
        sent.push({ value, lockVersion, key });
        const answer = answers.shift();
        return answer ? answer() : Promise.resolve({ lockVersion: lockVersion + 1, savedAt: AT });
      },
      storedIn: ({ stored }) => {
        const { words, ...rest } = stored as Text & Omit<Stored<Text>, 'value'>;
        return { value: { words }, ...rest };
      },
      ...options,
    });

  it('saves a second and a half after the last letter, and not before', async () => {
    const text = start();
    text.edit({ words: 'G' });
    await jest.advanceTimersByTimeAsync(1000);
    text.edit({ words: 'Go' });
    await jest.advanceTimersByTimeAsync(1499);
    expect([sent, text.state()]).toEqual([[], 'unsaved']);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent.map((one) => [one.value.words, one.lockVersion])).toEqual([['Go', 0]]);
    expect([text.state(), text.savedAt(), text.lockVersion]).toEqual(['saved', AT, 1]);
  });

  it('saves a little after a field is left, so that nothing moves under the pointer meanwhile', async () => {
    const text = start();
    text.soon();
    text.edit({ words: 'Godt' });
    text.soon();
    await jest.advanceTimersByTimeAsync(399);
    expect([sent, text.state()]).toEqual([[], 'unsaved']);
    await jest.advanceTimersByTimeAsync(1);
    expect([sent.length, text.state()]).toEqual([1, 'saved']);
    text.soon();
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent.length).toBe(1);
  });

  it('says the same while there is no line, however much is written and tried', async () => {
    answers = [() => Promise.reject(gone()), () => new Promise(() => undefined)];
    const text = start();
    text.edit({ words: 'Godt' });
    await text.flush();
    expect(text.state()).toBe('offline');
    text.edit({ words: 'Bedre' });
    expect(text.state()).toBe('offline');
    await jest.advanceTimersByTimeAsync(1500);
    expect([sent.length, text.state()]).toEqual([2, 'offline']);
  });

  it('keeps the words in this browser until the server has them', async () => {
    const text = start();
    text.edit({ words: 'Godt' });
    expect(shelf.kept.get('sheet')).toContain('Godt');
    await text.flush();
    expect(shelf.kept.size).toBe(0);
  });

  it('sends what was written while a save was under way, upon the version that the save gave', async () => {
    const text = start();
    let arrive: (saved: Saved) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (arrive = resolve)));
    text.edit({ words: 'En' });
    const done = text.flush();
    text.edit({ words: 'En to' });
    arrive({ lockVersion: 1, savedAt: AT });
    expect(await done).toBe(true);
    expect(sent.map((one) => [one.value.words, one.lockVersion])).toEqual([
      ['En', 0],
      ['En to', 1],
    ]);
    expect(text.state()).toBe('saved');
  });

  it('sends the same save again under the same key when no answer came', async () => {
    const text = start();
    answers.push(() => Promise.reject(gone()));
    text.edit({ words: 'Godt' });
    expect(await text.flush()).toBe(false);
    expect([text.state(), shelf.kept.size]).toEqual(['offline', 1]);
    await jest.advanceTimersByTimeAsync(5000);
    expect(text.state()).toBe('saved');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('takes another key when the words have changed', async () => {
    const text = start();
    answers.push(() => Promise.reject(gone()));
    text.edit({ words: 'Godt' });
    await text.flush();
    text.edit({ words: 'Bedre' });
    await text.flush();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('holds up both versions when somebody else was first, and overwrites neither', async () => {
    const text = start();
    answers.push(() => Promise.reject(stale('Deres', 4)));
    text.edit({ words: 'Mine' });
    expect(await text.flush()).toBe(false);
    expect([text.state(), text.value().words, text.conflict()?.value.words]).toEqual([
      'conflict',
      'Mine',
      'Deres',
    ]);
    text.edit({ words: 'Mine og mer' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(await text.useMine()).toBe(true);
    expect(sent[1]).toMatchObject({ value: { words: 'Mine og mer' }, lockVersion: 4 });
    expect(text.state()).toBe('saved');
  });

  it('goes on from the other version when that is chosen', async () => {
    const text = start();
    answers.push(() => Promise.reject(stale('Deres', 4)));
    text.edit({ words: 'Mine' });
    await text.flush();
    text.useTheirs();
    expect([text.value().words, text.lockVersion, text.conflict()]).toEqual(['Deres', 4, null]);
    expect(shelf.kept.size).toBe(0);
    text.edit({ words: 'Deres og mine' });
    await text.flush();
    expect(sent[1]).toMatchObject({ lockVersion: 4 });
  });

  it('is not in conflict with its own words that arrived although the answer was lost', async () => {
    const text = start();
    answers.push(() => Promise.reject(stale('Godt', 1)));
    text.edit({ words: 'Godt' });
    await text.flush();
    expect([text.state(), text.lockVersion, text.conflict()]).toEqual(['saved', 1, null]);
  });

  it('writes on upon its own words that arrived although the answer was lost', async () => {
    const text = start();
    answers.push(
      () => Promise.reject(gone()),
      () => Promise.reject(stale('Godt', 1)),
    );
    text.edit({ words: 'Godt' });
    await text.flush();
    text.edit({ words: 'Godt nok' });
    expect(await text.flush()).toBe(true);
    expect([text.state(), text.conflict(), shelf.kept.size]).toEqual(['saved', null, 0]);
    expect(sent.map((one) => [one.value.words, one.lockVersion])).toEqual([
      ['Godt', 0],
      ['Godt nok', 0],
      ['Godt nok', 1],
    ]);
  });

  it('does so on the next page too, and asks when it was somebody else all the same', async () => {
    const text = start();
    answers.push(() => Promise.reject(gone()));
    text.edit({ words: 'Godt' });
    await text.flush();
    text.edit({ words: 'Godt nok' });
    text.end();
    const kept = new Map(shelf.kept);
    const next = start({ value: { words: 'Godt' }, lockVersion: 1, savedAt: AT });
    expect([next.state(), next.conflict(), next.value().words]).toEqual([
      'unsaved',
      null,
      'Godt nok',
    ]);
    await next.flush();
    expect(sent.at(-1)).toMatchObject({ value: { words: 'Godt nok' }, lockVersion: 1 });
    next.end();
    shelf.kept.set('sheet', kept.get('sheet') ?? '');
    expect(start({ value: { words: 'Svakt' }, lockVersion: 1, savedAt: AT }).state()).toBe(
      'conflict',
    );
  });

  it('is saved though this browser has no room for a copy', async () => {
    shelf.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const text = start();
    text.edit({ words: 'Godt' });
    await jest.advanceTimersByTimeAsync(1500);
    expect([sent.length, text.state()]).toEqual([1, 'saved']);
  });

  it('tells why the server will not have it, and does not try the same again by itself', async () => {
    const text = start();
    answers.push(() =>
      Promise.reject(new HttpErrorResponse({ status: 409, error: { refusal: 'scoring-closed' } })),
    );
    text.edit({ words: 'Sent' });
    await text.flush();
    expect([text.state(), text.refusal()]).toEqual(['failed', 'scoring-closed']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  it('takes up what was left in this browser, and saves it', async () => {
    shelf.setItem('sheet', JSON.stringify({ value: { words: 'Fra i går' }, lockVersion: 2 }));
    const text = start({ value: { words: '' }, lockVersion: 2 });
    expect([text.value().words, text.state()]).toEqual(['Fra i går', 'unsaved']);
    await jest.advanceTimersByTimeAsync(1500);
    expect([text.state(), sent[0]?.lockVersion]).toEqual(['saved', 2]);
  });

  it('asks which to keep when the server has moved on from what was left in this browser', () => {
    shelf.setItem('sheet', JSON.stringify({ value: { words: 'Fra i går' }, lockVersion: 2 }));
    const text = start({ value: { words: 'Fra telefonen' }, lockVersion: 3, savedAt: AT });
    expect([text.state(), text.conflict()?.value.words]).toEqual(['conflict', 'Fra telefonen']);
  });

  it.each([
    ['is saved', (): Promise<Saved> => Promise.resolve({ lockVersion: 1, savedAt: AT })],
    ['is not answered', (): Promise<Saved> => Promise.reject(gone())],
  ])('leaves what the next page keeps when what it sent last %s', async (_, answer) => {
    const text = start();
    let arrive = (): void => undefined;
    answers.push(async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return answer();
    });
    text.edit({ words: 'Godt' });
    const flushed = text.flush();
    text.end();
    start().edit({ words: 'Godt nok' });
    arrive();
    await flushed;
    expect(shelf.kept.get('sheet')).toContain('Godt nok');
  });

  it('keeps the last words upon what was saved when the page was left', async () => {
    const text = start();
    let arrive = (): void => undefined;
    answers.push(
      async () => {
        await new Promise<void>((resolve) => (arrive = resolve));
        return { lockVersion: 1, savedAt: AT };
      },
      () => Promise.reject(gone()),
    );
    text.edit({ words: 'Godt' });
    const flushed = text.flush();
    text.edit({ words: 'Godt nok' });
    text.end();
    arrive();
    await flushed;
    const next = start({ value: { words: 'Godt' }, lockVersion: 1, savedAt: AT });
    expect([next.state(), next.value().words]).toEqual(['unsaved', 'Godt nok']);
  });

  it('sends nothing after it has ended, and keeps what was unsaved', async () => {
    const text = start();
    text.edit({ words: 'Halvferdig' });
    text.end();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([sent, shelf.kept.size]).toEqual([[], 1]);
  });
});
