/** What the desk's tasks are made from, and how far the year has come. */
import { type ClassStage, type EditionPhase, PHASES, STAGES } from '@award/award';
import type { EditionClassView, EditionView, Words } from '@award/editions/contract';
import type { EntryCounts } from '@award/eligibility/contract';
import type { PanelView } from '@award/jury/contract';
import type { OutreachCount } from '@award/outreach/contract';
import type { ScoringProgressView } from '@award/scoring/contract';

export interface DeskFacts {
  readonly edition: EditionView;
  /** No answer came to some of what was asked for, so that tasks may be missing. */
  readonly incomplete: boolean;
  readonly outreach: readonly OutreachCount[] | null;
  /** Addresses that mail did not reach, and nobody has dealt with. */
  readonly undelivered: number | null;
  readonly entries: EntryCounts | null;
  readonly panels: readonly PanelView[] | null;
  readonly progress: readonly ScoringProgressView[] | null;
  /** Sealed justifications of all, by class code. */
  readonly justifications: Readonly<Record<string, { sealed: number; all: number }>> | null;
  /** What is ready of the show; asked for between the finalists and the winners. */
  readonly stage: StageFacts | null;
}

export interface StageFacts {
  /** Until when the finalists may say who comes; null while they have not been asked. */
  readonly answersDueAt: string | null;
  /** Finalists that have answered and classes that somebody presents, of all. */
  readonly ready: number;
  readonly all: number;
  readonly answersMissing: boolean;
  readonly gaps: number;
}

export type OfClass = EditionClassView & { readonly name: Words; readonly stage: ClassStage };

const at = (phase: EditionPhase) => PHASES.indexOf(phase);

export function past({ phase }: EditionView, other: EditionPhase): boolean {
  return at(phase) > at(other);
}

export function reached(stage: ClassStage, other: ClassStage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(other);
}
