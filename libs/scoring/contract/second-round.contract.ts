import { IsBoolean, IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { House } from '@award/award';

export class OpenSecondRound {
  /** The leader has seen which sheets of the first round are missing. */
  @IsBoolean()
  acknowledgeMissing: boolean;
}

export class SetReadingPlan {
  /** Readings for each entry; null: everybody reads everything. */
  @ValidateIf((plan: SetReadingPlan) => plan.readings !== null)
  @IsInt()
  @Min(1)
  @Max(60)
  readings: number | null;
}

/** What the plan would give, or has given, each member. Provisional until the class's scoring opens. */
export interface ReadingPlanView {
  /** Null: everybody reads everything. */
  readings: number | null;
  provisional: boolean;
  entries: number;
  seats: { seatId: string; name: string; house: House; entries: number }[];
  /** Entries that cannot have as many readings as wanted, for those who may not read them are too many. */
  short: number;
}

/** How far the second round has come: completion only, never which entries or why. */
export interface SecondRoundView {
  openedAt: string;
  asked: number;
  locked: number;
}
