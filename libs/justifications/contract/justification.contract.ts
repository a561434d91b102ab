import { IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import type { ClassHeadView } from '@award/deliberation/contract';
import {
  type Finding,
  type House,
  JUSTIFICATION_LIMITS,
  type Refusal,
  type TextKind,
} from '@award/award';

import type { FactCheckView } from './fact-check.contract';

const SHA256 = /^[0-9a-f]{64}$/;

/** The whole justification as it stands in the editor. */
export class SaveJustification {
  /** 0 before it has been saved; otherwise the version that the writer has before them. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  lockVersion: number;

  /** What is published. */
  @IsString()
  @MaxLength(JUSTIFICATION_LIMITS.text)
  text: string;

  /** What is read aloud before the name, if this one wins. */
  @IsString()
  @MaxLength(JUSTIFICATION_LIMITS.stageText)
  stageText: string;

  /** Seen by those who prepare; never published. */
  @IsString()
  @MaxLength(JUSTIFICATION_LIMITS.internalNote)
  internalNote: string;
}

/** A signature or a seal holds for exactly the text that was read. */
export class ReadText {
  @Matches(SHA256)
  sha256: string;
}

export class ReopenJustification {
  @IsString()
  @Length(1, JUSTIFICATION_LIMITS.reason)
  reason: string;
}

export type JustificationState = 'not-started' | 'draft' | 'sealed';

export interface SignerView {
  name: string;
  house: House;
  signedAt: string;
  /** Given to the text as it stands; a changed text needs a new signature. */
  current: boolean;
  own: boolean;
}

export interface JustificationLineView {
  /** The reasons for a finalist, or feedback to any other entrant. */
  kind: TextKind;
  nominationId: string;
  municipality: string;
  county: string;
  title: string;
  /** From 1, in the order of the decision; 0 for whoever is no finalist. */
  position: number;
  writtenForm: 'nb' | 'nn';
  state: JustificationState;
  words: number;
  signers: SignerView[];
  /** Null when it can be sealed, otherwise what is missing. */
  sealing: Refusal | null;
  updatedAt: string | null;
}

export interface JustificationListView {
  class: ClassHeadView;
  /** Null before the finalists are decided. */
  decisionId: string | null;
  justifications: JustificationLineView[];
  /** Feedback to the others, once the finalists are decided. */
  letters: JustificationLineView[];
}

export interface JustificationVersionView {
  number: number;
  text: string;
  stageText: string;
  sha256: string;
  savedAt: string;
  savedBy: string | null;
}

/** What a member wrote about the entry while scoring: what a justification is drafted from. */
export interface AssessmentView {
  seatId: string;
  name: string;
  house: House;
  line: string;
  assessment: string;
}

export const JUSTIFICATION_ACTS = ['write', 'signOff', 'seal', 'reopen'] as const;
export type JustificationAct = (typeof JUSTIFICATION_ACTS)[number];

export interface JustificationView extends JustificationLineView {
  class: ClassHeadView;
  /** The award's clock at the time of the answer. */
  now: string;
  text: string;
  stageText: string;
  internalNote: string;
  /** 0 before it has been saved. */
  lockVersion: number;
  /** What a signature binds to; null before anything is written. */
  sha256: string | null;
  author: string | null;
  findings: Finding[];
  stageFindings: Finding[];
  versions: JustificationVersionView[];
  assessments: AssessmentView[];
  entry: { title: string; text: string; summary: string };
  /** What the municipality was asked to check of it, newest first. */
  factChecks: FactCheckView[];
  /** Null when the reader may do it now, otherwise why not. */
  acts: Record<JustificationAct, Refusal | null>;
}

export interface SavedJustification {
  lockVersion: number;
  savedAt: string;
  sha256: string;
  findings: Finding[];
  stageFindings: Finding[];
}

/** Details of a refused stale save: what stands on the server now. */
export interface StandingText {
  text: string;
  stageText: string;
  internalNote: string;
  lockVersion: number;
  savedAt: string;
  savedBy: string | null;
}
