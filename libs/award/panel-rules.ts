/**
 * A panel belongs to one class of one edition. Its seats are for KS, NHO and independent members;
 * each member's deputies belong to the same house, and step in for whoever is recused or away.
 */
import type { ClassStage, EditionPhase } from './edition-phases';
import { phaseAllows } from './phase-rights';
import { allOf, needs, type Verdict } from './verdict';

export const HOUSES = ['KS', 'NHO', 'independent'] as const;
/** The organisation that a seat speaks for. Only KS and NHO count in parity. */
export type House = (typeof HOUSES)[number];

export const SEAT_POSITIONS = ['leader', 'deputy-leader', 'member', 'deputy'] as const;
export type SeatPosition = (typeof SEAT_POSITIONS)[number];

/** A deputy waits as `accepted` and is `active` from stepping in. */
export type SeatState = 'invited' | 'accepted' | 'active' | 'declined' | 'left';

export interface Seat {
  readonly id: string;
  readonly person: string;
  readonly house: House;
  readonly position: SeatPosition;
  readonly state: SeatState;
}

/** Whether the person may be invited to a seat of the class. */
export function mayInvite(
  panel: readonly Seat[],
  wanted: { readonly person: string; readonly position: SeatPosition },
  phase: EditionPhase,
  stage: ClassStage,
): Verdict {
  const living = panel.filter((seat) => seat.state !== 'declined' && seat.state !== 'left');
  return allOf(
    phaseAllows(phase, 'inviteJurors'),
    needs(stage !== 'winner-sealed', 'panel-frozen'),
    needs(!living.some((seat) => seat.person === wanted.person), 'seat-taken'),
    needs(
      wanted.position !== 'leader' || !living.some((seat) => seat.position === 'leader'),
      'seat-taken',
    ),
  );
}

/**
 * Whether an invitation may be answered: only its own person, only once, pledge given to accept, and
 * with a yes only until the class's winner is sealed: nobody comes in to read what is decided.
 */
export function mayAnswerSeat(
  seat: Seat,
  person: string,
  answer: 'accept' | 'decline',
  pledged: boolean,
  stage: ClassStage,
): Verdict {
  return allOf(
    needs(seat.person === person, 'not-permitted'),
    needs(seat.state === 'invited', 'wrong-state'),
    needs(answer === 'decline' || pledged, 'reason-required'),
    needs(answer === 'decline' || stage !== 'winner-sealed', 'panel-frozen'),
  );
}

/** Whether this deputy may take over for a member: same house, accepted, and not yet active. */
export function mayStepIn(deputy: Seat, forMember: Seat, stage: ClassStage): Verdict {
  return allOf(
    needs(deputy.position === 'deputy' && deputy.state === 'accepted', 'seat-not-active'),
    needs(deputy.house === forMember.house, 'house-empty'),
    needs(stage !== 'winner-sealed', 'panel-frozen'),
  );
}

/** Whether a change of the panel says why: required from the opening of the class's scoring on. */
export function panelChange(stage: ClassStage, reason: string | null): Verdict {
  return needs(stage === 'waiting' || (reason ?? '').trim() !== '', 'reason-required');
}

/** Whether both KS and NHO are present among these seats. Parity is never computed with one empty. */
export function bothHouses(seats: readonly Pick<Seat, 'house'>[]): Verdict {
  return needs(
    seats.some((seat) => seat.house === 'KS') && seats.some((seat) => seat.house === 'NHO'),
    'house-empty',
  );
}
