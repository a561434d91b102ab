import type { Words } from '@award/editions/contract';
import type { Basis, ClassStage, EditionPhase, House, NominationState } from '@award/award';

/** Which class of which edition a page is about. Everything in deliberation belongs to one class. */
export interface ClassHeadView {
  editionId: string;
  year: number;
  editionName: Words;
  phase: EditionPhase;
  sample: boolean;
  classCode: string;
  className: Words;
  stage: ClassStage;
}

/** An entry of the class as the jury speaks of it. */
export interface ClassEntryView {
  nominationId: string;
  municipality: string;
  county: string;
  title: string;
  basis: Basis | null;
  state: NominationState;
}

/** A member of the class's panel. */
export interface MemberView {
  seatId: string;
  name: string;
  house: House;
  /** The reader's own seat. */
  own: boolean;
}

/** One line per class that the reader may follow. */
export interface ClassProgressView extends ClassHeadView {
  meetingOpenedAt: string | null;
  meetingClosedAt: string | null;
  finalistsSealedAt: string | null;
  winnerSealedAt: string | null;
  minutesId: string | null;
}

/** What an act has made. */
export interface Made {
  id: string;
}
