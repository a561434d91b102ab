/**
 * The run of show as pure steps: what a key does, and when a step releases something. It knows no
 * network, so the screen goes on without one.
 */
import type { Refusal } from '@award/award';
import type {
  ControlStage,
  StageControlView,
  StageStep,
  StageView,
} from '@award/publication/contract';

export type StageKey = 'next' | 'previous' | 'blank';

const KEYS: Readonly<Record<string, StageKey>> = {
  ' ': 'next',
  Enter: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
};

/** Most letters at full size and at the next, on the screen of one class's winners and on that of all. */
const MOST_LETTERS = { reveal: [20, 45], end: [60, 95] } as const;
/** A short name takes a line of its own all the same. */
const SHORT_LINE = 10;

/** What a key of a keyboard or a clicker means; null when it means nothing here. */
export function stageKey(key: string): StageKey | null {
  return KEYS[key] ?? null;
}

/** Keys that fill the screen; clickers send F5 to start, which must never load the page again. */
export function fillsScreen(key: string): boolean {
  return key === 'f' || key === 'F' || key === 'F5';
}

/** A touch on the left quarter goes back; anywhere else goes on. `x` and `width` in the same unit. */
export function touchKey(x: number, width: number): StageKey {
  return x < width / 4 ? 'previous' : 'next';
}

/** How much room the names on one screen take, so that long ones are set smaller and none is cut off. */
export function roomFor(
  names: readonly string[],
  screen: keyof typeof MOST_LETTERS,
): 'long' | 'very-long' | null {
  const letters = names.reduce((sum, name) => sum + Math.max(name.length, SHORT_LINE), 0);
  const [usual, long] = MOST_LETTERS[screen];
  if (letters > long) return 'very-long';
  return letters > usual ? 'long' : null;
}

/** What a key leads to: another state of the screens, perhaps after a release, or nothing. */
export type StageMove =
  { readonly to: ControlStage; readonly releases: string | null } | { readonly refused: Refusal };

/** Where the key leads from here. A name that is not ready is never stepped to. */
export function moveBy(
  key: StageKey,
  view: Pick<StageView, 'steps' | 'classes'>,
  { step, blank, held }: StageControlView,
): StageMove | null {
  if (key === 'blank') return { to: { step, blank: !held, held: !held }, releases: null };
  if (held) return null;
  if (blank) return { to: { step, blank: false, held: false }, releases: null };
  const target = step + (key === 'next' ? 1 : -1);
  const at = view.steps[target];
  if (at === undefined) return null;
  const to = { step: target, blank: false, held: false };
  if (at.kind !== 'reveal') return { to, releases: null };
  const group = view.classes.find(({ code }) => code === at.classCode);
  if (group?.released) return { to, releases: null };
  if (!group || group.notReady !== null || at.recordId === null)
    return { refused: group?.notReady ?? 'not-sealed' };
  return { to, releases: at.recordId };
}

/** The step that the screens show, and the one after it. */
export function stepsAt(
  view: Pick<StageView, 'steps'>,
  { step }: Pick<StageControlView, 'step'>,
): { now: StageStep; next: StageStep | null } {
  const last = view.steps.length - 1;
  const at = Math.min(Math.max(step, 0), last);
  return { now: view.steps[at] ?? { kind: 'title' }, next: view.steps[at + 1] ?? null };
}

/** Marks a class as out, so that stepping back and forth releases nothing twice. */
export function withReleased(view: StageView, recordId: string): StageView {
  const out = view.steps.find((step) => step.kind === 'reveal' && step.recordId === recordId);
  if (out?.kind !== 'reveal') return view;
  return {
    ...view,
    classes: view.classes.map((group) =>
      group.code === out.classCode ? { ...group, released: true, notReady: null } : group,
    ),
    steps: view.steps.map((step) =>
      step.kind === 'end' && !step.winners.some(({ classCode }) => classCode === out.classCode)
        ? { ...step, winners: [...step.winners, { classCode: out.classCode, names: out.winners }] }
        : step,
    ),
  };
}
