import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import {
  CORRECTION_KINDS,
  CORRECTION_LIMITS,
  type CorrectionKind,
  MOST_FINALISTS,
  type Refusal,
} from '@award/award';

/** Opens a correction of what has been released. Nothing is told before two keys and a press. */
export class OpenCorrection {
  @IsIn(CORRECTION_KINDS)
  kind: CorrectionKind;

  /** `all` for the finalists, otherwise the class whose winner it is. */
  @IsString()
  @Length(1, 40)
  scope: string;

  @IsString()
  @Length(1, 40)
  classCode: string;

  /** The entry that a text or a prize belongs to; null for an announcement. */
  @ValidateIf(({ nominationId }: OpenCorrection) => nominationId !== null)
  @IsUUID()
  nominationId: string | null;

  /** Who it should have been, in order; null unless the announcement is corrected. */
  @ValidateIf(({ named }: OpenCorrection) => named !== null)
  @IsArray()
  @ArrayMaxSize(MOST_FINALISTS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  named: string[] | null;

  /** What the public reads. */
  @IsString()
  @MaxLength(CORRECTION_LIMITS.note)
  note: string;

  /** For those who prepare, and for the log's readers. */
  @IsString()
  @MaxLength(CORRECTION_LIMITS.reason)
  reason: string;

  /** The municipality's request that it answers; null when nobody has asked. */
  @ValidateIf(({ requestId }: OpenCorrection) => requestId !== null)
  @IsUUID()
  requestId: string | null;

  /** It concerns the assessment: the members of the class are told. */
  @IsBoolean()
  concernsAssessment: boolean;
}

/** A finalist of a class as told, or an entry that could be one. */
export interface CorrectableEntry {
  nominationId: string;
  municipality: string;
  finalist: boolean;
  winner: boolean;
  withdrawn: boolean;
}

/** What of a class can be corrected: `scopes` are those released by this system. */
export interface CorrectableClass {
  classCode: string;
  scopes: string[];
  entries: CorrectableEntry[];
}

export const CORRECTION_ACTS = ['seal', 'arm', 'release', 'cancel', 'giveUp'] as const;
export type CorrectionAct = (typeof CORRECTION_ACTS)[number];

export interface CorrectionView {
  id: string;
  kind: CorrectionKind;
  scope: string;
  classCode: string;
  /** Whose text or prize it is; null for an announcement, and for whoever may not know. */
  municipality: string | null;
  nominationId: string | null;
  /** Who it should have been; null unless the announcement is corrected, and for whoever may not know. */
  named: string[] | null;
  /** Null for whoever may not know. */
  note: string | null;
  reason: string | null;
  openedBy: string;
  openedAt: string;
  /** The text as it will be told; null unless a text is corrected and sealed. */
  text: string | null;
  writtenForm: 'nb' | 'nn' | null;
  sealed: {
    id: string;
    sha256: string;
    sealedAt: string;
    keys: { name: string; mine: boolean; armedAt: string }[];
  } | null;
  acts: Record<CorrectionAct, Refusal | null>;
  /** The receipt; null while it is not released. */
  released: { at: string; by: string | null; mailsQueued: number; mailsSent: number } | null;
}

/** The corrections of an edition, the newest first, what can be corrected, and what is asked for. */
export interface CorrectionsView {
  /** Null when one may be opened now by the reader. */
  open: Refusal | null;
  correctable: CorrectableClass[];
  corrections: CorrectionView[];
  requests: CorrectionRequestView[];
}

/** A municipality's request, as the secretariat reads it. */
export interface CorrectionRequestView {
  id: string;
  nominationId: string;
  municipality: string;
  classCode: string;
  text: string;
  askedAt: string;
  askedBy: string;
  /** Null while nobody has answered. */
  answer: 'mended' | 'stands' | null;
  reply: string;
  concernsAssessment: boolean;
  answeredAt: string | null;
}

export class AskCorrection {
  /** What is wrong and what is right, in the municipality's words. */
  @IsString()
  @MaxLength(CORRECTION_LIMITS.request)
  text: string;
}

/** The answer that what is told stands. One that is mended is answered by the correction. */
export class AnswerCorrectionRequest {
  @IsString()
  @MaxLength(CORRECTION_LIMITS.reply)
  reply: string;

  /** It concerns the assessment: the members of the class are told. */
  @IsBoolean()
  concernsAssessment: boolean;
}

/** The municipality's own requests, newest first, and whether it may ask now. */
export interface MyCorrectionsView {
  ask: Refusal | null;
  requests: {
    text: string;
    askedAt: string;
    answer: 'mended' | 'stands' | null;
    reply: string;
    answeredAt: string | null;
    /** When the mended text was published; null while it is not. */
    publishedAt: string | null;
  }[];
}
