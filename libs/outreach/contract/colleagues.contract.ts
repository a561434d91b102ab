import { IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { COLLEAGUE_ROLES, type ColleagueRole } from '@award/award';

export class InviteColleague {
  @IsString() @Length(1, 120) name: string;
  @IsEmail() @MaxLength(254) email: string;
  @IsIn(COLLEAGUE_ROLES) role: ColleagueRole;
}

export class ChangeColleague {
  @IsIn(COLLEAGUE_ROLES) role: ColleagueRole;
}

export interface ColleagueView {
  personId: string;
  name: string;
  emails: string[];
  role: ColleagueRole;
  since: string;
  /** Who gave it; null when the secretariat's mail or the organisation number did. */
  givenBy: string | null;
  /** Opened by signing in with the municipality's organisation number. */
  byOrganisation: boolean;
  me: boolean;
}

/** What has been done to whom, newest first. */
export interface ColleagueEvent {
  at: string;
  act: 'invite' | 'change' | 'remove';
  by: string | null;
  whom: string;
  role: ColleagueRole | null;
}

export interface ColleaguesView {
  municipality: string;
  colleagues: ColleagueView[];
  log: ColleagueEvent[];
}
