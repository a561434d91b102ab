import { Type } from 'class-transformer';
import type { DeliveryTrouble, NotReminded, Refusal } from '@award/award';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** How far a municipality has come. Nothing here says anything about an outcome. */
export const PROGRESS = [
  'not-invited',
  'invited',
  'signed-in',
  'started',
  'complete',
  'submitted',
] as const;
export type Progress = (typeof PROGRESS)[number];

/** As many as there are municipalities, with room for two addresses each. */
const MOST_INVITATIONS = 800;

/** With room for every address of every municipality's colleagues. */
const MOST_REMINDERS = 5000;

export class EditionQuery {
  /** Without it, the edition of the acting grant, else the one that people work on now. */
  @IsOptional() @IsUUID() editionId?: string;
}

export class OutreachQuery extends EditionQuery {
  @IsOptional() @IsString() @MaxLength(80) search?: string;
  @IsOptional() @Matches(/^\d\d$/) county?: string;
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,30}$/) classCode?: string;
  @IsOptional() @IsIn(PROGRESS) progress?: Progress;
  /** The `next` of the page before. */
  @IsOptional() @Matches(/^\d{4}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(400) limit?: number;
}

export interface OutreachMunicipality {
  municipalityId: string;
  number: string;
  name: string;
  countyNumber: string;
  countyName: string;
  /** Residents on the edition's reference date; null when not known. */
  population: number | null;
  /** Null when the population is not known. */
  classCode: string | null;
  progress: Progress;
  /** How many addresses are invited. */
  invitations: number;
  invitedAt: string | null;
  remindedAt: string | null;
  /** Addresses that the newest mail could not be delivered to. */
  undelivered: number;
  /** Addresses used for earlier editions, or the register's, that are not invited yet. */
  suggestions: string[];
}

export interface OutreachPage {
  editionId: string;
  municipalities: OutreachMunicipality[];
  /** How many there are with this filter, on all pages. */
  total: number;
  next: string | null;
}

/** The country with how far each municipality has come; no places when the edition's are invented. */
export interface OutreachMap {
  attribution: string;
  viewBox: string;
  places: { number: string; name: string; progress: Progress; path: string }[];
}

/** Counts of one county and class; each includes those who have come further. */
export interface OutreachCount {
  countyNumber: string;
  countyName: string;
  classCode: string | null;
  municipalities: number;
  invited: number;
  signedIn: number;
  started: number;
  /** The short form is filled in, and it only has to be sent. */
  complete: number;
  submitted: number;
}

export interface InvitationView {
  id: string;
  email: string;
  personName: string;
  invitedAt: string;
  invitedBy: string | null;
  remindedAt: string | null;
  signedIn: boolean;
  /** Null when no mail of this edition was ever queued to the address. */
  delivery: DeliveryView | null;
}

/**
 * What became of the newest invitation, reminder or notice to an address. `sent`: the first server has taken it.
 * `delayed`: a server on the way still tries. `failed`: given up or returned, with the mail server's own words.
 */
export interface DeliveryView {
  state: 'waiting' | 'sent' | 'delayed' | 'failed';
  at: string | null;
  error: string | null;
  /** Null unless failed or delayed. */
  trouble: DeliveryTrouble | null;
}

export interface OutreachDetail extends OutreachMunicipality {
  contacts: InvitationView[];
  mailDomain: string | null;
  postAddress: string | null;
}

export class InvitationOrder {
  @IsUUID() municipalityId: string;
  @IsEmail() @MaxLength(254) email: string;
  /** Name of the person; without it the municipality's name stands until they sign in. */
  @IsOptional() @IsString() @MaxLength(120) name?: string;
}

export class InviteMunicipalities {
  @IsUUID() editionId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INVITATIONS)
  @ValidateNested({ each: true })
  @Type(() => InvitationOrder)
  invitations: InvitationOrder[];
}

export interface InvitedView {
  invited: number;
  /** Invited before: nothing more was done or sent. */
  already: number;
  /** Not invited, by the place in the order that was sent, and why. The others are. */
  refused: { at: number; email: string; reason: Refusal }[];
}

/** A row as it was typed or pasted; what is wrong with it is told, not refused. */
export class InvitationDraft {
  @IsOptional() @IsUUID() municipalityId?: string;
  /** Municipality number, where there is no id. */
  @IsOptional() @IsString() @MaxLength(20) number?: string;
  @IsString() @MaxLength(300) email: string;
  @IsOptional() @IsString() @MaxLength(300) name?: string;
}

export class PreviewInvitations {
  @IsUUID() editionId: string;

  @IsArray()
  @ArrayMaxSize(MOST_INVITATIONS)
  @ValidateNested({ each: true })
  @Type(() => InvitationDraft)
  rows: InvitationDraft[];
}

export interface InvitationPreview {
  municipalityId: string | null;
  number: string;
  /** Name and county; null when there is no such municipality in this edition. */
  name: string | null;
  email: string;
  personName: string;
  outcome:
    | 'new'
    | 'already-invited'
    | 'unknown-municipality'
    | 'bad-address'
    | 'repeated'
    | 'other-role-held';
  /** The register knows another mail domain for the municipality. */
  otherDomain: boolean;
}

export class SendReminders extends EditionQuery {
  /** The invitations to remind, as chosen from those that the preview listed. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_REMINDERS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  invitations: string[];
}

/** An invited address and whether it would be reminded now. */
export interface ReminderRow {
  invitationId: string;
  municipalityId: string;
  municipality: string;
  email: string;
  remindedAt: string | null;
  /** Why it would not be; null when it would. */
  notReminded: NotReminded | null;
}

export interface ReminderPreview {
  editionId: string;
  deadline: string | null;
  /** In the order of the municipalities' numbers. */
  rows: ReminderRow[];
}

export interface RemindedView {
  reminded: number;
  municipalities: number;
  /** The others of the order, each with why; an invitation that has been taken back has no address. */
  refused: { invitationId: string; email: string; municipality: string; reason: NotReminded }[];
}
