import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import {
  type House,
  type Refusal,
  REMARK_KINDS,
  REMARK_LIMITS,
  type RemarkKind,
  SOURCE_KINDS,
  type SourceKind,
} from '@award/award';

/** A comment on a passage, or the source of what it claims. */
export class WriteRemark {
  @IsIn(REMARK_KINDS)
  kind: RemarkKind;

  /** The words of the text that it is about; empty for the whole text, which only a comment may be. */
  @IsString()
  @MaxLength(REMARK_LIMITS.passage)
  passage: string;

  /** The comment; or what the source says, or which source it is when it is neither the entry nor an assessment. */
  @IsString()
  @MaxLength(REMARK_LIMITS.body)
  body: string;

  /** Where the claim comes from; null for a comment. */
  @ValidateIf((remark: WriteRemark) => remark.kind === 'source')
  @IsIn(SOURCE_KINDS)
  source: SourceKind | null;

  /** Whose assessment, when it is one. */
  @IsOptional()
  @IsUUID('all')
  seatId?: string | null;
}

export interface RemarkView {
  id: string;
  kind: RemarkKind;
  passage: string;
  body: string;
  source: SourceKind | null;
  /** Whose assessment; null when it is none, or of a member who no longer takes part. */
  sourceName: string | null;
  /** The passage is still in the text. */
  standing: boolean;
  /** The words given from the entry or the assessment are in it; null where that cannot be looked up. */
  found: boolean | null;
  writtenBy: string | null;
  writtenAt: string;
  /** Null while it is open. */
  settledAt: string | null;
  settledBy: string | null;
}

/** The remarks to one text, oldest first, and what to choose from when writing one. */
export interface RemarksView {
  remarks: RemarkView[];
  /** The sentences of the text as it is saved. */
  sentences: string[];
  /** Those that no standing source is given for. */
  withoutSource: string[];
  assessments: { seatId: string; name: string; house: House }[];
  /** Null when the reader may write one now, otherwise why not. */
  mayWrite: Refusal | null;
}
