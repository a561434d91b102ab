import { rememberSignedIn } from '@award/access/web';
import { start } from './starter';

const WHOLE = '<app-root><main>Forsiden</main></app-root>';
const FOLDED = '<app-root><aside data-script="act"></aside></app-root>';

/** Opens a page and tells how often the application was asked for. */
function open(body: string, load: () => Promise<unknown> = () => Promise.resolve()) {
  document.body.innerHTML = body;
  let asked = 0;
  start(() => {
    asked += 1;
    return load();
  });
  return () => asked;
}

describe('what starts the application', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    rememberSignedIn(false);
    document.body.innerHTML = '';
    Reflect.deleteProperty(document, 'readyState');
  });

  it.each([
    ['a shell needs it at once', '<app-root></app-root>', 1],
    ['the live page needs it at once', '<app-root><div data-script="now"></div></app-root>', 1],
    ['a page that came whole does not', WHOLE, 0],
    ['a page with a part for those who act does not yet', FOLDED, 0],
  ])('%s', (_, body, times) => {
    expect(open(body)()).toBe(times);
  });

  it('a page that came whole never needs it, whatever the reader does', () => {
    const asked = open(WHOLE);
    document.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    jest.advanceTimersByTime(60_000);
    expect(asked()).toBe(0);
  });

  it.each(['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'])(
    'with %s somebody is there, and it is asked for once',
    (sign) => {
      const asked = open(FOLDED);
      document.body.dispatchEvent(new Event(sign, { bubbles: true }));
      document.body.dispatchEvent(new Event(sign, { bubbles: true }));
      jest.advanceTimersByTime(1000);
      expect(asked()).toBe(1);
    },
  );

  it('a mouse that only rests where the page comes up is nobody', () => {
    const asked = open(FOLDED);
    const move = (movementX: number) =>
      document.body.dispatchEvent(
        Object.assign(new Event('pointermove', { bubbles: true }), { movementX, movementY: 0 }),
      );
    move(0);
    jest.advanceTimersByTime(1000);
    expect(asked()).toBe(0);
    move(1);
    jest.advanceTimersByTime(1000);
    expect(asked()).toBe(1);
  });

  it('a page at rest is filled in after ten seconds', () => {
    const asked = open(FOLDED);
    jest.advanceTimersByTime(9_900);
    expect(asked()).toBe(0);
    jest.advanceTimersByTime(1000);
    expect(asked()).toBe(1);
  });

  it('whoever has signed in here before is told who is there', () => {
    rememberSignedIn(true);
    const asked = open(WHOLE);
    expect(asked()).toBe(0);
    jest.advanceTimersByTime(1000);
    expect(asked()).toBe(1);
  });

  it('what is typed while it comes is still there', async () => {
    rememberSignedIn(true);
    let ready = (): void => undefined;
    open(
      '<app-root><input value=""><select><option value=""></option><option value="b"></option></select></app-root>',
      () => new Promise<void>((resolve) => (ready = resolve)),
    );
    const field = document.querySelector('input');
    const list = document.querySelector('select');
    if (!field || !list) throw new Error('no form');
    list.value = 'b';
    jest.advanceTimersByTime(1000);
    field.value = 'havn';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.value = '';
    list.value = '';
    ready();
    jest.useRealTimers();
    await new Promise((done) => setTimeout(done));
    expect([field.value, list.value]).toEqual(['havn', 'b']);
  });

  it('what is ticked stays ticked, and a file that is chosen is left alone', async () => {
    let arrived = (): void => undefined;
    const coming = new Promise<void>((done) => (arrived = done));
    document.body.innerHTML =
      '<app-root data-script="now"><input type="checkbox"><input type="radio"><input type="file"></app-root>';
    const [box, point, file] = document.querySelectorAll('input');
    if (!box || !point || !file) throw new Error('no fields');
    const told: unknown[] = [];
    let chosen = 'budsjett.pdf';
    Object.defineProperty(file, 'value', {
      get: () => chosen,
      set: (value) => told.push(value),
    });
    start(() => coming);
    box.checked = true;
    point.checked = true;
    for (const field of [box, point, file])
      field.dispatchEvent(new Event('input', { bubbles: true }));
    box.checked = false;
    point.checked = false;
    chosen = '';
    arrived();
    await coming;
    await Promise.resolve();
    expect([box.checked, point.checked, told]).toEqual([true, true, []]);
  });

  it('a page that came whole stands although its script does not come', async () => {
    rememberSignedIn(true);
    const told = jest.spyOn(console, 'error').mockImplementation();
    open(WHOLE, () => Promise.reject(new TypeError('Failed to fetch')));
    jest.advanceTimersByTime(1000);
    jest.useRealTimers();
    await new Promise((done) => setTimeout(done));
    expect(told).not.toHaveBeenCalled();
    expect(document.body.textContent).toBe('Forsiden');
  });
});

describe('the time left', () => {
  const PAGE = `<app-root><i data-until="2031-01-27T11:00:00Z"><span role="timer"></span></i></app-root>`;
  const fetchBefore = globalThis.fetch;

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = fetchBefore;
  });

  const shown = async (answer: () => Promise<unknown>, later = 0) => {
    globalThis.fetch = (async () => ({ json: answer })) as unknown as typeof fetch;
    open(PAGE);
    await jest.advanceTimersByTimeAsync(later);
    return document.querySelector('[role=timer]')?.textContent;
  };

  it('counts by the clock of the award', async () => {
    expect(await shown(() => Promise.resolve({ now: '2031-01-27T10:30:00Z' }))).toBe(
      '30 minutter igjen',
    );
  });

  it('goes on counting', async () => {
    const left = await shown(() => Promise.resolve({ now: '2031-01-27T10:30:00Z' }), 11 * 60_000);
    expect(left).toBe('19 minutter igjen');
  });

  it.each([
    ['without an answer', () => Promise.reject(new Error('no line'))],
    ['with an answer of another kind', () => Promise.resolve({})],
  ])('says nothing %s', async (_, answer) => {
    expect(await shown(answer)).toBe('');
  });
});
