import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { CriterionView, Words } from '@award/editions/contract';
import {
  type FormSection,
  type NominationContent,
  type ScoringPreset,
  SHEET_STORED_LIMITS,
} from '@award/award';

/** One criterion's score: a whole number on the edition's scale, or null when it is left open. */
export class CriterionScore {
  @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  criterion: string;

  @ValidateIf((score: CriterionScore) => score.value !== null)
  @IsInt()
  @Min(0)
  @Max(1000)
  value: number | null;
}

/**
 * The whole sheet, as it stands on the member's screen. What is absent from `scores` is open. A text that is
 * too long to submit is kept all the same.
 */
export class SaveSheet {
  /** 0 for a sheet that has never been saved; otherwise the version that the member has before them. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  lockVersion: number;

  /** The entry's version that the member has read. */
  @IsUUID()
  versionId: string;

  @ValidateIf((sheet: SaveSheet) => sheet.overall !== null)
  @IsInt()
  @Min(0)
  @Max(1000)
  overall: number | null;

  @IsString()
  @MaxLength(SHEET_STORED_LIMITS.line)
  line: string;

  @IsString()
  @MaxLength(SHEET_STORED_LIMITS.assessment)
  assessment: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CriterionScore)
  @ArrayMaxSize(40)
  scores: CriterionScore[];
}

export class SaveNote {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  lockVersion: number;

  @IsString()
  @MaxLength(SHEET_STORED_LIMITS.note)
  text: string;
}

export class LockSheet {
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  lockVersion: number;
}

/** Own sheet. `lockVersion` 0: nothing is saved yet. */
export interface SheetView {
  lockVersion: number;
  versionId: string | null;
  overall: number | null;
  line: string;
  assessment: string;
  /** Scores given, by criterion code. */
  scores: Record<string, number>;
  locked: boolean;
  savedAt: string | null;
  lockedAt: string | null;
  /** The entry has a newer version than the one that the sheet was written on. */
  stale: boolean;
}

export interface NoteView {
  lockVersion: number;
  text: string;
}

/** How far an own sheet has come. */
export type SheetProgress = 'untouched' | 'started' | 'complete' | 'locked';

/** One line of the member's own list, in the member's own order. */
export interface MyEntryView {
  nominationId: string;
  municipalityName: string;
  countyName: string;
  title: string;
  basis: NominationContent['basis'];
  /** Bytes that the content takes where it is stored, compressed: tells roughly how long it is. */
  size: number;
  progress: SheetProgress;
  stale: boolean;
  /** In the second round: all criteria and a written assessment are asked for here. */
  asked: boolean;
  overall: number | null;
  scores: Record<string, number>;
}

export interface MyEntriesView {
  classCode: string;
  className: Words;
  stage: string;
  preset: ScoringPreset;
  scale: { min: number; max: number };
  /** The first round is closed, and only what is asked for is open. */
  secondRound: boolean;
  scoringClosesAt: string | null;
  /** The server's clock, for counting down. */
  now: string;
  entries: MyEntryView[];
}

export interface OpenEntryView {
  nominationId: string;
  classCode: string;
  className: Words;
  stage: string;
  preset: ScoringPreset;
  secondRound: boolean;
  /** In the second round: all criteria and a written assessment are asked for here. */
  asked: boolean;
  scale: { min: number; max: number };
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  population: number;
  populationDate: string;
  /** Given when the class was set by a decision rather than by the figure. */
  classReason: string | null;
  writtenForm: 'nb' | 'nn';
  versionId: string;
  content: NominationContent;
  /** The questions that the content answers, in the edition's order. */
  questions: readonly FormSection[];
  /** Names of the neighbour municipalities that take part. */
  neighbourNames: string[];
  /** Ids of the attachments that can be opened. */
  readyFiles: readonly string[];
  sheet: SheetView;
  note: NoteView;
  /** Places in the member's own order; null at the ends. */
  previousId: string | null;
  nextId: string | null;
  position: number;
  of: number;
}

/** What the edition judges by; the same for all entries. */
export interface CriteriaView {
  preset: ScoringPreset;
  scale: { min: number; max: number };
  criteria: CriterionView[];
  /** How many members read each entry of the class; null where everybody reads everything. */
  readings: number | null;
}

/** What the server holds when a save comes too late, in `details.stored` of the refusal. */
export type StoredSheetView = Pick<
  SheetView,
  'lockVersion' | 'overall' | 'line' | 'assessment' | 'scores' | 'locked' | 'savedAt'
>;

export interface SavedView {
  lockVersion: number;
  savedAt: string;
}

export interface LockedView extends SavedView {
  /** SHA-256 of the sheet as it was submitted; the log holds the same. Null when reopened. */
  receipt: string | null;
}

/** Another member's sheet, readable once the class's scoring is closed. */
export interface OtherSheetView {
  seatId: string;
  memberName: string;
  house: string;
  overall: number | null;
  scores: Record<string, number>;
  line: string;
  assessment: string;
  counts: boolean;
}
