import { IsEmail, IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { TIP_LIMITS, TIP_RELATIONS, type TipRelation } from '@award/award';
import type { Words } from '@award/editions/contract';

/** A tip about a municipality; it counts once its sender has confirmed it by e-mail. */
export class SendTip {
  @IsUUID()
  municipalityId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(TIP_LIMITS.why)
  why: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(TIP_LIMITS.name)
  senderName: string;

  @IsEmail()
  @MaxLength(TIP_LIMITS.email)
  senderEmail: string;

  @IsIn(TIP_RELATIONS)
  relation: TipRelation;

  /** The region of KS or NHO that sends it; empty for everybody else. */
  @IsString()
  @MaxLength(TIP_LIMITS.region)
  region: string;

  @IsIn(['nb', 'nn', 'en'])
  language: 'nb' | 'nn' | 'en';
}

/** The call that takes tips now. All instants are ISO 8601 in UTC. */
export interface TipCallView {
  now: string;
  call: {
    year: number;
    name: Words;
    deadline: string;
    /** Whether it is about invented municipalities. */
    invented: boolean;
  } | null;
}

/** What the sender sees by the link in the mail. */
export interface TipLinkView {
  municipalityName: string;
  countyName: string;
  why: string;
  senderName: string;
  confirmed: boolean;
}

/** A tip as the municipality sees it. */
export interface TipView {
  why: string;
  senderName: string;
  relation: TipRelation;
  region: string | null;
  confirmedAt: string;
}
