import type { Words } from '@award/editions/contract';

/**
 * How it went for an entry, as the municipality is told behind sign-in. Before the finalists are
 * released every entry that takes part is `waiting`, whatever has been decided.
 */
export type OutcomeState =
  'waiting' | 'winner' | 'finalist' | 'not-finalist' | 'not-in-competition';

export interface OutcomeView {
  year: number;
  editionName: Words;
  state: OutcomeState;
  municipality: string;
  className: Words | null;
  /** The winner of the class has been announced. */
  announced: boolean;
  /** The jury's words, as released; null for whoever is no finalist. */
  justification: string | null;
  /** Of the jury's words, whichever they are. */
  writtenForm: 'nb' | 'nn' | null;
  /** What the jury writes to whoever is no finalist, told with the winner of the class. */
  feedback: string | null;
  /** Since when the jury's words read as they do; null when they have read so from the first. */
  correctedAt: string | null;
  prizeWithdrawnAt: string | null;
  /** Path of the diploma; null while there is none. */
  diploma: string | null;
}

/** One diploma of an edition, there from when the winner of its class has been announced. */
export interface DiplomaLine {
  nominationId: string;
  municipality: string;
  county: string;
  classCode: string;
  className: Words;
  winner: boolean;
  /** Path of the file. */
  diploma: string;
}
