/**
 * A fault in the register that is found after scoring has opened: the entry may stand in the wrong
 * class. Before scoring the secretariat moves it (mayReclassify); from then on the jury of its class
 * decides, with a reason, whether the entry keeps its class or moves. An entry moves only to a class
 * that has not closed its scoring, because it has to be read there blind like the others; what has
 * been written on it in its old class is set aside and kept. A tie keeps the class: nothing changes
 * without a majority.
 */
import type { ClassStage, EditionPhase } from './edition-phases';
import { bothHouses, type House } from './panel-rules';
import { phaseAllows } from './phase-rights';
import { allOf, needs, type Verdict } from './verdict';

export const CLASS_ANSWERS = ['keep', 'move'] as const;
export type ClassAnswer = (typeof CLASS_ANSWERS)[number];

/** Most characters of what was found, and of the jury's reason. */
export const CLASS_QUESTION_TEXT = 4000;

/** An entry's own class, while its jury works and has not sealed anything about it. */
const OWN: readonly ClassStage[] = ['scoring', 'deliberation'];
/** A class that can still take an entry in. */
const OTHER: readonly ClassStage[] = ['waiting', 'scoring'];

export interface ClassQuestion {
  readonly phase: EditionPhase;
  readonly from: string;
  readonly to: string;
  /** Stage by class code: the classes that there are. */
  readonly stages: Readonly<Record<string, ClassStage>>;
  /** The other class has locked its first round: nothing but what was asked for is read there now. */
  readonly secondRound: boolean;
}

/** Whether the jury may be asked about an entry's class: once at a time, with what was found. */
export function mayAskClass(
  question: ClassQuestion & { readonly open: boolean; readonly finding: string },
): Verdict {
  const { from, to, stages } = question;
  return allOf(
    phaseAllows(question.phase, 'reclassify'),
    needs(to !== from && stages[to] !== undefined, 'unknown-class'),
    needs(OWN.includes(stages[from]), 'wrong-stage'),
    needs(!question.open, 'already-asked'),
    needs(question.finding.trim() !== '', 'reason-required'),
  );
}

/** Whether the entry could be moved as the classes stand now. */
export function mayMoveClass({ phase, from, to, stages, secondRound }: ClassQuestion): Verdict {
  return allOf(
    phaseAllows(phase, 'reclassify'),
    needs(OWN.includes(stages[from]) && OTHER.includes(stages[to]) && !secondRound, 'wrong-stage'),
  );
}

/** What the answers come to: a majority moves the entry, anything else keeps its class. */
export function classOutcome(answers: readonly ClassAnswer[]): ClassAnswer {
  const moving = answers.filter((answer) => answer === 'move').length;
  return moving * 2 > answers.length ? 'move' : 'keep';
}

/**
 * Whether the question may be settled: by who leads, with a reason, when enough of those who take part
 * have answered, both houses among them. `answers` are those of members who take part now.
 */
export function maySettleClass(
  question: ClassQuestion & {
    readonly open: boolean;
    readonly quorum: number;
    readonly answers: readonly { readonly house: House; readonly answer: ClassAnswer }[];
    readonly reason: string;
  },
): Verdict {
  const outcome = classOutcome(question.answers.map(({ answer }) => answer));
  return allOf(
    needs(question.open, 'already-decided'),
    needs(question.answers.length >= Math.max(question.quorum, 1), 'quorum-missing'),
    bothHouses(question.answers),
    needs(question.reason.trim() !== '', 'reason-required'),
    outcome === 'move' ? mayMoveClass(question) : { allowed: true },
  );
}
