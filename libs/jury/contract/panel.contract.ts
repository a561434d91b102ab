import {
  Equals,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import type { Words } from '@award/editions/contract';
import { HOUSES, type House, SEAT_POSITIONS, type SeatPosition } from '@award/award';

/** Most characters of the texts about a seat. */
export const SEAT_LIMITS = { name: 200, reason: 1000 } as const;

export class InviteToSeat {
  @IsString()
  @IsNotEmpty()
  @MaxLength(SEAT_LIMITS.name)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsIn(HOUSES)
  house: House;

  @IsIn(SEAT_POSITIONS)
  role: SeatPosition;

  /** The language of the invitation when the person is new here. Default `nb`. */
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: 'nb' | 'nn' | 'en';

  /** Required once the panel is frozen: from the opening of the class's scoring. */
  @IsOptional()
  @IsString()
  @MaxLength(SEAT_LIMITS.reason)
  reason?: string;
}

export class ChangeSeat {
  @IsIn(HOUSES)
  house: House;

  @IsIn(SEAT_POSITIONS)
  role: SeatPosition;

  @IsOptional()
  @IsString()
  @MaxLength(SEAT_LIMITS.reason)
  reason?: string;
}

/** Why a seat changes; required once the panel is frozen. */
export class SeatReason {
  @IsOptional()
  @IsString()
  @MaxLength(SEAT_LIMITS.reason)
  reason?: string;
}

export class StandIn {
  /** The member whose place the deputy takes. */
  @IsUUID()
  forSeatId: string;

  @IsOptional()
  @IsString()
  @MaxLength(SEAT_LIMITS.reason)
  reason?: string;
}

export class AcceptSeat {
  /** The confidentiality pledge, given by ticking it. */
  @Equals(true)
  pledge: true;
}

export class DeclineSeat {
  @IsString()
  @IsNotEmpty()
  @MaxLength(SEAT_LIMITS.reason)
  reason: string;
}

/** `waiting`: an accepted deputy who has not stepped in. `replaced`: a deputy sits in the seat now. */
export type SeatStanding = 'invited' | 'active' | 'waiting' | 'replaced' | 'declined' | 'left';

export interface SeatView {
  id: string;
  name: string;
  house: House;
  role: SeatPosition;
  standing: SeatStanding;
  /** The member whose place this deputy has taken. */
  standsInForId: string | null;
}

/** What only the secretariat sees of a seat. */
export interface SeatOfficeView extends SeatView {
  email: string;
  invitedAt: string;
  answeredAt: string | null;
  declineReason: string | null;
}

/** What was changed in a frozen panel, and why; for the secretariat only. */
export interface SeatChangeView {
  id: string;
  at: string;
  by: string | null;
  member: string;
  action: 'invite' | 'change' | 'remove' | 'stand-in' | 'stand-down';
  reason: string;
}

export interface PanelView {
  editionId: string;
  classCode: string;
  className: Words;
  stage: string;
  /** From the opening of scoring on, every change needs a reason. */
  frozen: boolean;
  bothHouses: boolean;
  seats: (SeatView | SeatOfficeView)[];
  /** Newest first; empty for the jury. */
  changes: SeatChangeView[];
}

export interface MySeatView {
  id: string;
  name: string;
  house: House;
  role: SeatPosition;
  standing: SeatStanding;
  editionId: string;
  editionYear: number;
  editionName: Words;
  classCode: string;
  className: Words;
  stage: string;
  phase: string;
  scoringClosesAt: string | null;
  meetingAt: string | null;
}
