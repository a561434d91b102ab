import { signedInBefore } from '@award/access/web';
import { stopwatch, timeLeft } from '@award/ui/web';

/** What tells that somebody is there. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;
/** Milliseconds after which a page that nobody has touched is filled in all the same. */
const AT_REST = 10_000;
const TICK = 20_000;

/** No script may choose somebody's file again. */
const FIELDS = "input:not([type='file']), select, textarea";
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Starts the application when this page needs it, and not before. A public page is whole as it comes: its links, forms
 * and folds are the browser's own, and a reader who wants no more never loads it.
 *
 * - An empty shell, and what is marked `data-script="now"`: at once.
 * - Somebody has signed in here before: when the browser is idle, to say who is there.
 * - What is marked `data-script="act"`: when somebody is there to see it.
 *
 * `load` comes true when the application runs; it is called once at most.
 */
export function start(load: () => Promise<unknown>): void {
  const stopCounting = countDown();
  const run = () => {
    stopCounting();
    const putBack = keepTyped();
    return load().finally(putBack);
  };
  // Without its script a page that came whole stays what it is.
  const later = () => void run().catch(() => undefined);

  if (!document.querySelector('app-root > *') || marked('now')) {
    run().catch((error: unknown) => console.error(error));
  } else if (signedInBefore()) whenIdle(later);
  else if (marked('act')) whenSomebodyIsThere(() => whenIdle(later));
}

function marked(when: 'now' | 'act'): boolean {
  return document.querySelector(`[data-script='${when}']`) !== null;
}

function whenIdle(act: () => void): void {
  const idle = () => {
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 2000 });
    else setTimeout(act, 200);
  };
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}

function whenSomebodyIsThere(act: () => void): void {
  const there = (sign?: Event) => {
    if (sign && isAtRest(sign)) return;
    clearTimeout(rest);
    for (const sign of SIGNS) removeEventListener(sign, there, true);
    act();
  };
  const rest = setTimeout(() => there(), AT_REST);
  for (const sign of SIGNS) addEventListener(sign, there, { capture: true, passive: true });
}

/** A page that comes up under a mouse nobody touches is told of it too, by a move of no length. */
function isAtRest(sign: Event): boolean {
  const { type, movementX, movementY } = sign as PointerEvent;
  return type === 'pointermove' && movementX === 0 && movementY === 0;
}

/** What is typed and ticked while the application comes: taking over a page sets its fields to what they were rendered with. */
function keepTyped(): () => void {
  const fields = new Set(document.querySelectorAll<Field>(FIELDS));
  const typed = new Map<Field, string | boolean>();
  for (const field of fields) {
    if (field === document.activeElement || !isAsRendered(field)) typed.set(field, stateOf(field));
  }
  const remember = ({ target }: Event) => {
    if (fields.has(target as Field)) typed.set(target as Field, stateOf(target as Field));
  };
  addEventListener('input', remember, true);
  return () => {
    removeEventListener('input', remember, true);
    for (const [field, state] of typed) {
      if (stateOf(field) === state) continue;
      if (typeof state === 'string') field.value = state;
      else (field as HTMLInputElement).checked = state;
    }
  };
}

function isTicked(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
}

function stateOf(field: Field): string | boolean {
  return isTicked(field) ? field.checked : field.value;
}

function isAsRendered(field: Field): boolean {
  if (isTicked(field)) return field.checked === field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.value === field.defaultValue;
  const rendered = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return field.value === (rendered?.value ?? '');
}

/** The time left on a page that was kept in memory, by the award's clock. Without an answer the date stands alone. */
function countDown(): () => void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-until]')];
  if (places.length === 0) return () => undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopped = false;
  void awardClock().then((clock) => {
    if (stopped || clock === null) return;
    const show = () => {
      for (const place of places) {
        const left = Date.parse(place.dataset['until'] ?? '') - clock();
        (place.firstElementChild ?? place).textContent = timeLeft(left);
      }
    };
    show();
    timer = setInterval(show, TICK);
  });
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

async function awardClock(): Promise<(() => number) | null> {
  try {
    const { now } = await (await fetch('/api/public/now')).json();
    const [then, passed] = [Date.parse(now), stopwatch()];
    return Number.isNaN(then) ? null : () => then + passed();
  } catch {
    return null;
  }
}
