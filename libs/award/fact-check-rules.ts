/**
 * Before the finalists are told to anybody else, each of them may check the facts of its own text,
 * without learning whether it won. All finalists of a class are asked at once; an answer is given
 * once and in time, and silence means no remarks. Nothing waits for it.
 */
import type { ClassStage, EditionPhase } from './edition-phases';
import { allOf, needs, type Verdict } from './verdict';

/** At most so many characters of remarks. */
export const MOST_REMARKS = 4000;

export const FACT_CHECK_ANSWERS = ['fine', 'remarks'] as const;
export type FactCheckAnswer = (typeof FACT_CHECK_ANSWERS)[number];

/** `silent`: the time has passed without an answer, which is taken as no remarks. */
export type FactCheckState = 'asked' | 'fine' | 'remarks' | 'silent';

/** Whether the finalists of a class may be asked now. */
export function mayAskFactCheck(asking: {
  readonly phase: EditionPhase;
  readonly stage: ClassStage;
  /** The finalists' texts as they stand; an empty one has not been written. */
  readonly texts: readonly string[];
  readonly now: Date;
  readonly dueAt: Date;
}): Verdict {
  return allOf(
    needs(['finalists-sealed', 'winner-sealed'].includes(asking.stage), 'wrong-stage'),
    needs(asking.phase === 'judging', 'already-released'),
    needs(
      asking.texts.length > 0 && asking.texts.every((text) => text.trim() !== ''),
      'text-too-short',
    ),
    needs(asking.dueAt > asking.now, 'timetable-order'),
  );
}

/** Whether an answer that was received then may be given. A time exactly at the end is in time. */
export function mayAnswerFactCheck(answering: {
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly answered: boolean;
}): Verdict {
  return allOf(
    needs(!answering.answered, 'already-decided'),
    needs(answering.receivedAt <= answering.dueAt, 'past-deadline'),
  );
}

export function factCheckState(check: {
  readonly answer: FactCheckAnswer | null;
  readonly dueAt: Date;
  readonly now: Date;
}): FactCheckState {
  if (check.answer !== null) return check.answer;
  return check.now > check.dueAt ? 'silent' : 'asked';
}
