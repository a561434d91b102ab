import { Type } from 'class-transformer';
import {
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  type Checklist,
  type ChecklistAnswer,
  ELIGIBILITY_OUTCOMES,
  type EligibilityOutcome,
  NOMINATION_STATES,
  type NominationAction,
  type NominationContent,
  type NominationForm,
  type NominationState,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import type { WrittenForm } from '@award/nominations/contract';

const ANSWERS: readonly ChecklistAnswer[] = ['met', 'not-met', 'open'];
const MOST_REASON = 4000;

/** What a person has judged; everything else on the checklist follows from what is stored. */
export class Judgement {
  @IsIn(ANSWERS)
  'about-business-development': ChecklistAnswer;

  @IsIn(ANSWERS)
  'nothing-confidential': ChecklistAnswer;
}

/** Ends the formal check. */
export class DecideEligibility {
  @IsIn(ELIGIBILITY_OUTCOMES)
  outcome: EligibilityOutcome;

  @IsObject()
  @ValidateNested()
  @Type(() => Judgement)
  judged: Judgement;

  /** For `returned`: what to complete, one thing a line. For `ineligible`: why. Shown to the municipality. */
  @IsString()
  @MaxLength(MOST_REASON)
  reason: string;

  /** For `returned`: the new deadline, an ISO 8601 instant. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  dueAt?: string | null;
}

export class ReopenCheck {
  @IsString()
  @MaxLength(MOST_REASON)
  reason: string;
}

export const RECLASSIFICATION_GROUNDS = ['register-error', 'waiver'] as const;
/** A fault in the register, or a waiver of the boundary under the award's rules. */
export type ReclassificationGround = (typeof RECLASSIFICATION_GROUNDS)[number];

/** Moves an entry to another class before scoring starts. */
export class Reclassify {
  @Matches(/^[a-z][a-z0-9-]{0,30}$/)
  classCode: string;

  @IsIn(RECLASSIFICATION_GROUNDS)
  ground: ReclassificationGround;

  @IsString()
  @MaxLength(MOST_REASON)
  reason: string;
}

/** Which entries to list: always of one class, because classes are never mixed. */
export class ListEntries {
  /** Needed by those whose role is not bound to one edition. */
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  edition?: string;

  @Matches(/^[a-z][a-z0-9-]{0,30}$/)
  classCode: string;

  @IsOptional()
  @IsIn(NOMINATION_STATES)
  state?: NominationState;

  /** Part of a municipality's name, its number, or of the title. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  /** `after` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

/** Which edition to work with, for those whose role is not bound to one. */
export class OfEdition {
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  edition?: string;
}

export interface EntryRow {
  id: string;
  municipality: { id: string; number: string; name: string; countyName: string };
  title: string;
  state: NominationState;
  classCode: string;
  /** Residents on `populationDate`, frozen when the entry was sent. */
  population: number;
  populationDate: string;
  receivedAt: string;
  /** When a returned entry is due. */
  dueAt: string | null;
  /** What on the checklist follows from what is stored. */
  checklist: Checklist;
  reclassified: boolean;
}

export interface EntryPage {
  rows: EntryRow[];
  /** What to send as `after` for the next page, or null. */
  after: string | null;
}

/** How many entries of each class are in each state, for the list's filters. */
export interface EntryCounts {
  edition: { id: string; year: number; name: Words };
  now: string;
  classes: { code: string; name: Words; states: Partial<Record<NominationState, number>> }[];
}

export interface CheckView {
  outcome: EligibilityOutcome;
  checklist: Checklist;
  reason: string | null;
  dueAt: string | null;
  decidedBy: string | null;
  decidedAt: string;
}

export interface ReclassificationView {
  from: string;
  to: string;
  ground: ReclassificationGround;
  reason: string;
  decidedBy: string | null;
  decidedAt: string;
}

/** One entry as the secretariat checks it: the text as it was sent. */
export interface CheckedEntryView {
  now: string;
  id: string;
  edition: { id: string; year: number; name: Words };
  municipality: { id: string; number: string; name: string; countyName: string };
  state: NominationState;
  reference: string;
  versionNumber: number;
  sha256: string;
  receivedAt: string;
  classCode: string;
  classes: { code: string; name: Words }[];
  population: number;
  populationDate: string;
  populationSource: string;
  writtenForm: WrittenForm;
  content: NominationContent;
  /** The form that the content answers. */
  form: NominationForm;
  /** Ids of the attachments that can be opened. */
  readyFiles: readonly string[];
  neighbours: readonly { id: string; name: string; countyName: string }[];
  checklist: Checklist;
  dueAt: string | null;
  /** What the acting person may do now. */
  acts: readonly (NominationAction | 'reclassify')[];
  checks: CheckView[];
  reclassifications: ReclassificationView[];
  steps: {
    action: NominationAction;
    from: NominationState;
    to: NominationState;
    reason: string | null;
    by: string | null;
    at: string;
  }[];
}
