import {
  factCheckState,
  type FactCheckState,
  mayAnswerFactCheck,
  mayAskFactCheck,
} from './fact-check-rules';
import { no, yes, type Verdict } from './verdict';

const at = (seconds: number) => new Date(Date.UTC(2027, 1, 10, 11, 0, seconds));
const asking = {
  phase: 'judging',
  stage: 'finalists-sealed',
  texts: ['Én.', 'To.'],
  now: at(0),
  dueAt: at(1),
} as const;

describe('asking the finalists to check the facts', () => {
  it.each<[string, Parameters<typeof mayAskFactCheck>[0], Verdict]>([
    ['may be done when every finalist has a text', asking, yes],
    ['may be done when the winner is decided too', { ...asking, stage: 'winner-sealed' }, yes],
    ['waits for the decision', { ...asking, stage: 'deliberation' }, no('wrong-stage')],
    [
      'is over when the finalists are told',
      { ...asking, phase: 'finalists-published' },
      no('already-released'),
    ],
    ['waits for the last text', { ...asking, texts: ['Én.', ' '] }, no('text-too-short')],
    ['asks nobody when there is nobody', { ...asking, texts: [] }, no('text-too-short')],
    ['gives some time', { ...asking, dueAt: at(0) }, no('timetable-order')],
  ])('%s', (_, situation, verdict) => {
    expect(mayAskFactCheck(situation)).toEqual(verdict);
  });
});

describe('answering', () => {
  it.each<[string, number, boolean, Verdict]>([
    ['a second before the end', -1, false, yes],
    ['at the end', 0, false, yes],
    ['a second after the end', 1, false, no('past-deadline')],
    ['twice', -1, true, no('already-decided')],
  ])('%s', (_, seconds, answered, verdict) => {
    expect(mayAnswerFactCheck({ receivedAt: at(seconds), dueAt: at(0), answered })).toEqual(
      verdict,
    );
  });
});

describe('how a check stands', () => {
  it.each<[string, 'fine' | 'remarks' | null, number, FactCheckState]>([
    ['it waits for an answer', null, 0, 'asked'],
    ['silence is no remarks', null, 1, 'silent'],
    ['what was answered stays', 'remarks', 1, 'remarks'],
    ['nothing to remark', 'fine', 0, 'fine'],
  ])('%s', (_, answer, seconds, state) => {
    expect(factCheckState({ answer, dueAt: at(0), now: at(seconds) })).toBe(state);
  });
});
