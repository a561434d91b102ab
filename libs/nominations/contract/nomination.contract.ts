import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  EditionPhase,
  FormProblem,
  NominationAct,
  NominationAction,
  NominationContent,
  NominationForm,
  NominationState,
  SizeClass,
} from '@award/award';
import type { Guidance, Words } from '@award/editions/contract';
import { ContentBody } from './content.contract';
import type { TipView } from './tip.contract';

const MOST_VERSIONS = 2_147_483_647;

/** The language in which an entry is written and in which its municipality is told things. */
export type WrittenForm = 'nb' | 'nn';

/** Saves a draft. `lockVersion` is the one that the text was written upon. */
export class SaveDraft {
  @IsObject()
  @ValidateNested()
  @Type(() => ContentBody)
  content: ContentBody;

  @IsIn(['nb', 'nn'])
  writtenForm: WrittenForm;

  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  lockVersion: number;
}

/** Sends what is saved. Refused with `stale-save` when somebody has saved since `lockVersion`. */
export class SubmitNomination {
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  lockVersion: number;
}

/** Withdraws for good. The reason may be empty. `hideText`: nothing of the text stays on the open pages. */
export class WithdrawNomination {
  @IsOptional()
  @IsBoolean()
  hideText?: boolean;

  @IsString()
  @MaxLength(1000)
  reason: string;
}

/** What the municipality says to a tip about it. */
export class AnswerTip {
  @IsIn(['accept', 'decline'])
  answer: 'accept' | 'decline';
}

/** The call as an entry sees it. All instants are ISO 8601 in UTC. */
export interface CallView {
  editionId: string;
  year: number;
  name: Words;
  callText: Words;
  phase: EditionPhase;
  opensAt: string | null;
  deadline: string | null;
  /** Until when an entry that was on hold at the deadline may be sent. */
  heldAnswerDue: string | null;
  /** The 1 January whose population decides the class, `YYYY-MM-DD`. */
  referenceDate: string;
  form: NominationForm;
  classes: (SizeClass & { name: Words })[];
  /** What the jury looks for, in the order of the edition. */
  criteria: { code: string; name: Words; guidance: Partial<Guidance> }[];
}

export interface NominatorView {
  id: string;
  number: string;
  name: string;
  countyName: string;
  /** From the register: null when unknown, `neutral` when the municipality chooses itself. */
  writtenForm: WrittenForm | 'neutral' | null;
  /** Belongs to the sample edition, as its neighbours do. */
  invented: boolean;
}

/** A population figure and the class that it gives. */
export interface ClassificationView {
  classCode: string;
  /** Residents on `date`. */
  population: number;
  date: string;
  source: string;
  /** Frozen when the entry was sent; otherwise what the register says now. */
  frozen: boolean;
  /** Why the secretariat has moved the entry to this class, if it has. */
  reason: string | null;
}

/** What is told of an entry's way: never what tells of an outcome. */
export interface EventView {
  action: NominationAction | 'start';
  at: string;
  /** The name of whoever acted for the municipality; null for the secretariat, the jury and the clock. */
  by: string | null;
  /** What the municipality was told, such as what to complete. */
  reason: string | null;
}

export interface SubmittedView {
  /** What to refer to, such as `2027-1539-12`. */
  reference: string;
  versionNumber: number;
  /** SHA-256 of the version's content as canonical JSON, in hexadecimal. */
  sha256: string;
  receivedAt: string;
}

export interface EntryView {
  id: string;
  /** Where it stands as far as it is told: an assessed entry is still with the jury. */
  state: NominationState;
  content: NominationContent;
  writtenForm: WrittenForm;
  lockVersion: number;
  savedAt: string;
  savedBy: string | null;
  submitted: SubmittedView | null;
  /** A returned entry: what to complete and by when. */
  returned: { reason: string; dueAt: string } | null;
  missing: readonly FormProblem[];
  problems: readonly FormProblem[];
  /** What the acting person may do now; `write` is editing without sending. */
  acts: readonly NominationAct[];
  events: readonly EventView[];
  /** Since when its text is hidden on the open pages; null when it is not. */
  textHiddenAt: string | null;
  /** The acting person may have it hidden now. */
  mayHideText: boolean;
  /** Neighbour municipalities by name, in the order of the content. */
  neighbours: readonly { id: string; name: string; countyName: string }[];
  /** What others have said in favour of the municipality, oldest first. */
  tips: readonly TipView[];
}

export interface MyEntryView {
  /** The award's clock when the view was made. */
  now: string;
  call: CallView;
  municipality: NominatorView;
  /** Null when the register has no figure for the reference date. */
  classification: ClassificationView | null;
  entry: EntryView | null;
  /** Whether the acting person may begin an entry now. */
  mayStart: boolean;
}

/** The answer to a save. */
export interface SavedView {
  lockVersion: number;
  savedAt: string;
}

/** `details` of the refusal `stale-save`: what stands on the server, so that the two can be compared. */
export interface StaleSaveDetails {
  theirs: NominationContent;
  writtenForm: WrittenForm;
  lockVersion: number;
  savedBy: string | null;
  savedAt: string;
}

/** `details` of the refusal `past-deadline`. */
export interface PastDeadlineDetails {
  receivedAt: string;
  deadline: string;
}

/** Which versions to list: those before a number, newest first. */
export class ListVersions {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  before?: number;
}

/** In which language a document speaks around what people have written; without one, the entry's own. */
export class DocumentLanguage {
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: 'nb' | 'nn' | 'en';
}

export interface VersionRow {
  number: number;
  kind: 'save' | 'submitted';
  savedAt: string;
  savedBy: string | null;
  sha256: string;
}

/** Newest first; `before` is the number to go on from, null at the end. */
export interface VersionPage {
  rows: VersionRow[];
  before: number | null;
}

export interface VersionView extends VersionRow {
  content: NominationContent;
}
