import type { StageControlView, StageView } from '@award/publication/contract';
import {
  fillsScreen,
  moveBy,
  roomFor,
  stageKey,
  stepsAt,
  touchKey,
  withReleased,
} from './stage-show';

const RECORD = 'b7f5a2de-0000-4000-8000-000000000001';
const group = (code: string, notReady: StageView['classes'][number]['notReady']) => ({
  code,
  name: code,
  finalists: [],
  notReady,
  released: false,
});
const view = (notReady: StageView['classes'][number]['notReady'] = null): StageView => ({
  rehearsal: false,
  captions: [],
  edition: { id: 'e', year: 2027, name: 'Prisen', sample: true },
  classes: [group('small', notReady)],
  steps: [
    { kind: 'title' },
    { kind: 'class', classCode: 'small' },
    { kind: 'finalists', classCode: 'small' },
    { kind: 'silence', classCode: 'small', stageTexts: [] },
    { kind: 'reveal', classCode: 'small', winners: ['Fjordvik'], recordId: RECORD },
    { kind: 'end', winners: [] },
  ],
  control: at(0),
  finalistsReleased: true,
});
const at = (step: number, rest: Partial<StageControlView> = {}): StageControlView => ({
  step,
  blank: false,
  held: false,
  liveDelay: 0,
  captions: null,
  sequence: 7,
  ...rest,
});
const shown = (step: number) => ({ step, blank: false, held: false });

describe('the run of show', () => {
  it.each([
    [' ', 'next'],
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['b', 'blank'],
    ['.', 'blank'],
    ['x', null],
    ['Tab', null],
  ])('reads the key %p as %p', (key, meaning) => {
    expect(stageKey(key)).toBe(meaning);
  });

  it('fills the screen by F and by the F5 of a clicker, which is no step', () => {
    expect(['f', 'F', 'F5', 'F6', 'x'].map(fillsScreen)).toEqual([true, true, true, false, false]);
    expect([stageKey('F5'), stageKey('Escape')]).toEqual([null, null]);
  });

  it.each([
    [10, 'previous'],
    [250, 'next'],
    [900, 'next'],
  ])('reads a touch at %i of 1000 as %p', (x, meaning) => {
    expect(touchKey(x, 1000)).toBe(meaning);
  });

  it.each([
    ['on to the class', 'next', at(0), { to: shown(1), releases: null }],
    ['back to the title', 'previous', at(1), { to: shown(0), releases: null }],
    ['not before the beginning', 'previous', at(0), null],
    ['not past the end', 'next', at(5), null],
    ['to the name, which releases it', 'next', at(3), { to: shown(4), releases: RECORD }],
    [
      'to black, held',
      'blank',
      at(2),
      { to: { step: 2, blank: true, held: true }, releases: null },
    ],
    ['nowhere while held', 'next', at(3, { blank: true, held: true }), null],
    [
      'out of black by the same key',
      'blank',
      at(2, { blank: true, held: true }),
      { to: shown(2), releases: null },
    ],
    [
      'out of mere black by going on, where it was',
      'next',
      at(3, { blank: true }),
      { to: shown(3), releases: null },
    ],
  ] as const)('goes %s', (_, key, control, expected) => {
    expect(moveBy(key, view(), control)).toEqual(expected);
  });

  it.each(['not-armed', 'not-sealed', 'release-stopped'] as const)(
    'never steps to a name that is %s',
    (reason) => {
      expect(moveBy('next', view(reason), at(3))).toEqual({ refused: reason });
    },
  );

  it('releases nothing twice, however often one steps back and forth', () => {
    const out = withReleased(view(), RECORD);
    expect(moveBy('next', out, at(3))).toEqual({ to: shown(4), releases: null });
    expect(out.steps.at(-1)).toEqual({
      kind: 'end',
      winners: [{ classCode: 'small', names: ['Fjordvik'] }],
    });
    expect(withReleased(out, RECORD).steps.at(-1)).toEqual(out.steps.at(-1));
  });

  it.each<[string[], string | null]>([
    [[], null],
    [['Ås'], null],
    [['Sør-Varanger'], null],
    [['Ås', 'Bø'], null],
    [['Guovdageaidnu – Kautokeino'], 'long'],
    [['Fjordvik', 'Nesdal', 'Ås'], 'long'],
    [['Porsanger – Porsáŋgu – Porsanki', 'Guovdageaidnu – Kautokeino'], 'very-long'],
  ])('gives %p room: %p', (names, room) => {
    expect(roomFor(names, 'reveal')).toBe(room);
  });

  it('shows the last step when the show has become shorter', () => {
    expect(stepsAt(view(), { step: 99 })).toEqual({
      now: { kind: 'end', winners: [] },
      next: null,
    });
  });
});
