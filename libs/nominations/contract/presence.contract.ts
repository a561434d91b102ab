import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** «I am here, in this part»: sent while the page is open, as often as `PRESENCE_EVERY` of the rules says. */
export class SayPresent {
  /** The part of the form with the cursor in it, such as `text` or `traits.own-strengths`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-zA-Z0-9.-]+$/)
  part?: string;

  /** The version that the page stands upon. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  lockVersion: number;
}

export interface PresentColleague {
  name: string;
  part: string | null;
}

export interface PresenceView {
  /** Colleagues with the entry open now, without the one who asks. */
  others: PresentColleague[];
  /** The version that is saved now: higher than the page's when a colleague has saved. */
  lockVersion: number;
}
