import { IsIn, IsISO8601, IsString, MaxLength } from 'class-validator';
import {
  type ClearancePart,
  MOST_POSTPONEMENT_REASON,
  POSTPONABLE,
  type Postponable,
  type Refusal,
} from '@award/award';

/** Proposes another time. What has a time of its own loses it at once, and its keys. */
export class ProposeTime {
  @IsIn(POSTPONABLE)
  field: Postponable;

  /** ISO 8601. */
  @IsISO8601({ strict: true })
  to: string;

  @IsString()
  @MaxLength(MOST_POSTPONEMENT_REASON)
  reason: string;
}

/** A second person confirms exactly the time that they have seen. */
export class ConfirmTime {
  @IsISO8601({ strict: true })
  to: string;
}

export interface PostponementView {
  field: Postponable;
  /** The time on the timetable; null when none is set. */
  at: string | null;
  /** Null when another time may be proposed now. */
  propose: Refusal | null;
  /** The time that waits for a second person; null when none does. */
  waiting: {
    id: string;
    to: string;
    reason: string;
    by: string;
    mine: boolean;
    confirm: Refusal | null;
    giveUp: Refusal | null;
  } | null;
  /** Times that have been moved, the newest first. */
  moved: { from: string; to: string; reason: string; by: string[]; at: string }[];
}

export interface PostponementsView {
  /** Those on the list of cleared people whom no e-mail reaches; empty for readers who do not keep the list. */
  untold: { name: string; part: ClearancePart; organisation: string }[];
  postponements: PostponementView[];
}
