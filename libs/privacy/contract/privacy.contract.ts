import { IsEmail, IsInt, IsString, MaxLength, Min } from 'class-validator';
import type { ErasureObstacle, RetentionRule } from '@award/award';

/** The address of somebody who has asked the secretariat. In the body, so that no log of addresses holds it. */
export class OfAddress {
  @IsEmail()
  @MaxLength(254)
  email: string;
}

/** One kind of personal data, and how many rows of it are past their time now. */
export interface RetentionLine extends RetentionRule {
  due: number;
}

/** Another time for a kind of personal data, and why. */
export class ChangePeriod {
  /** Whole days of 24 hours. */
  @IsInt()
  days: number;

  @IsString()
  @MaxLength(500)
  reason: string;

  /** Of the change that the reader saw; 0 where there has been none. */
  @IsInt()
  @Min(0)
  number: number;
}

/** How long a kind is kept here. */
export interface PeriodView extends RetentionRule {
  /** Days where nobody has set anything. */
  usual: number;
  /** The range in which it may be set, in days; null where it is fixed. */
  least: number | null;
  most: number | null;
  /** How many times it has been set. */
  number: number;
  changed: { at: string; by: string; reason: string } | null;
}

/** What is held about one person. Values are text, numbers, yes or no, or ISO 8601 instants. */
export interface DataAboutView {
  /** When the server made it. */
  now: string;
  /** The addresses that it was found by. */
  emails: string[];
  sections: DataSection[];
  /** What the law lets us keep back, in words. */
  keptBack: string[];
}

export interface DataSection {
  key: string;
  title: string;
  rows: Record<string, string | number | boolean | null>[];
}

export type ErasedKind =
  | 'roles'
  | 'notes-and-ties'
  | 'seat-addresses'
  | 'invitations'
  | 'contacts'
  | 'tips'
  | 'partners'
  | 'approvals'
  | 'follows'
  | 'mail'
  | 'sign-in'
  | 'name';

export type StayingKind =
  'seat-names' | 'sheets' | 'contact-in-running-entry' | 'embargo-list' | 'log';

/** What would go, what stays, and what stands in the way. */
export interface ErasurePreview {
  /** Whether anybody signs in with the address. */
  known: boolean;
  goes: { kind: ErasedKind; rows: number }[];
  stays: { kind: StayingKind; rows: number }[];
  heldBackBy: ErasureObstacle[];
}

export interface ErasureAsked {
  asked: true;
}
