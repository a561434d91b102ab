import { bothHouses, stageToldToMembers } from '@award/award';
import type {
  MySeatView,
  PanelView,
  SeatChangeView,
  SeatOfficeView,
  SeatView,
} from '@award/jury/contract';
import type { PanelClass } from './panel-class';
import { type PanelSeat, ruleSeat } from './seats.service';

/** A change as it is stored. */
export type SeatChangeRow = Omit<SeatChangeView, 'at'> & { at: Date };

export function seatView(seat: PanelSeat): SeatView {
  return {
    id: seat.id,
    name: seat.name,
    house: seat.house,
    role: seat.role,
    standing: seat.standing,
    standsInForId: seat.standsInForId,
  };
}

export function seatOfficeView(seat: PanelSeat): SeatOfficeView {
  return {
    ...seatView(seat),
    email: seat.email,
    invitedAt: seat.invitedAt.toISOString(),
    answeredAt: seat.answeredAt?.toISOString() ?? null,
    declineReason: seat.declineReason,
  };
}

/** The jury sees who sits with it; the secretariat also sees whom it asked and what they answered. */
export function panelView(
  panel: PanelClass,
  seats: PanelSeat[],
  changes: SeatChangeRow[],
  office: boolean,
): PanelView {
  const active = seats.filter((seat) => seat.standing === 'active').map(ruleSeat);
  const shown = seats.filter((seat) => office || !['declined', 'left'].includes(seat.standing));
  return {
    editionId: panel.editionId,
    classCode: panel.classCode,
    className: panel.className,
    stage: office ? panel.stage : stageToldToMembers(panel.stage, panel.phase),
    frozen: panel.stage !== 'waiting',
    bothHouses: bothHouses(active).allowed,
    seats: shown.map(office ? seatOfficeView : seatView),
    changes: office ? changes.map((change) => ({ ...change, at: change.at.toISOString() })) : [],
  };
}

export function mySeatView(panel: PanelClass, seat: PanelSeat): MySeatView {
  return {
    id: seat.id,
    name: seat.name,
    house: seat.house,
    role: seat.role,
    standing: seat.standing,
    editionId: panel.editionId,
    editionYear: panel.year,
    editionName: panel.editionName,
    classCode: panel.classCode,
    className: panel.className,
    stage: stageToldToMembers(panel.stage, panel.phase),
    phase: panel.phase,
    scoringClosesAt: panel.scoringClosesAt?.toISOString() ?? null,
    meetingAt: panel.meetingAt?.toISOString() ?? null,
  };
}
