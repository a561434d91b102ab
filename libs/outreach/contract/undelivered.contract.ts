import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import type { DeliveryTrouble } from '@award/award';

/** Another address in place of one that mail does not reach. */
export class CorrectAddress {
  @IsEmail() @MaxLength(254) email: string;
  @IsOptional() @IsString() @MaxLength(120) name?: string;
}

/** An address that the newest mail to it did not reach, until somebody has dealt with it. */
export interface UndeliveredView {
  /** Of the mail. */
  id: string;
  address: string;
  /** Null when nobody has signed in with it or been invited by it. */
  personName: string | null;
  /** Whose address it is: invited for a municipality, the entry's contact, the municipality's post box, or somebody else. */
  of: 'invited' | 'contact' | 'post-box' | 'other';
  municipality: { id: string; number: string; name: string } | null;
  trouble: DeliveryTrouble;
  /** The code of RFC 3463, such as `5.1.1`; empty when the server gave none. */
  status: string;
  /** The mail server's own words. */
  words: string;
  reportedAt: string;
  /** To be corrected here; null when somebody else keeps the address. */
  invitationId: string | null;
}

export interface UndeliveredPage {
  editionId: string;
  undelivered: UndeliveredView[];
}
