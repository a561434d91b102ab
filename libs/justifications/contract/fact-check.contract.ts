import { IsIn, IsISO8601, IsString, MaxLength } from 'class-validator';
import {
  FACT_CHECK_ANSWERS,
  type FactCheckAnswer,
  type FactCheckState,
  MOST_REMARKS,
} from '@award/award';

/** Asks every finalist of a class to check the facts of its text. */
export class AskFactCheck {
  /** Until when they may answer; ISO 8601. */
  @IsISO8601({ strict: true })
  dueAt: string;
}

export class AnswerFactCheck {
  @IsIn(FACT_CHECK_ANSWERS)
  answer: FactCheckAnswer;

  /** What is wrong, in the municipality's words; empty when nothing is. */
  @IsString()
  @MaxLength(MOST_REMARKS)
  remarks: string;
}

/** What was asked about a text, and what came back. Instants are ISO 8601. */
export interface FactCheckView {
  state: FactCheckState;
  /** The words that were asked about. */
  text: string;
  writtenForm: 'nb' | 'nn';
  askedAt: string;
  dueAt: string;
  answeredAt: string | null;
  remarks: string;
}

/** The municipality's own newest check; null when nothing is asked of it. */
export interface MyFactCheckView {
  check: (FactCheckView & { id: string; mayAnswer: boolean }) | null;
}
