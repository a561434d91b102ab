import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  CLASS_ANSWERS,
  CLASS_QUESTION_TEXT,
  type ClassAnswer,
  DECISION_LIMITS,
  type Refusal,
} from '@award/award';
import type { Words } from '@award/editions/contract';
import type { ClassEntryView, ClassHeadView } from './class.contract';

/** Asks the jury of an entry's class whether the entry should stand in another one. */
export class AskAboutClass {
  @IsUUID('all')
  nominationId: string;

  @Matches(/^[a-z][a-z0-9-]{0,30}$/)
  toClass: string;

  /** What was found in the register, in words that the jury can check. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(CLASS_QUESTION_TEXT)
  finding: string;
}

export class AnswerAboutClass {
  @IsIn(CLASS_ANSWERS)
  answer: ClassAnswer;
}

export class SettleClass {
  @IsString()
  @MaxLength(CLASS_QUESTION_TEXT)
  reason: string;
}

/** Keeps a sealed decision that somebody since recused took part in. Votes are those of the members present. */
export class KeepDecision {
  @IsString()
  @MaxLength(DECISION_LIMITS.reason)
  reason: string;

  @IsInt()
  @Min(0)
  @Max(DECISION_LIMITS.present)
  votesFor: number;

  @IsInt()
  @Min(0)
  @Max(DECISION_LIMITS.present)
  votesAgainst: number;
}

export interface ClassQuestionView {
  id: string;
  nominationId: string;
  municipality: string;
  county: string;
  fromClass: string;
  toClass: string;
  finding: string;
  askedAt: string;
  /** How many of those who take part have answered, and how many there are. */
  answered: number;
  members: number;
  /** The reader's own answer. */
  mine: ClassAnswer | null;
  /** Null while the question is open. */
  settled: {
    outcome: ClassAnswer;
    reason: string;
    inFavour: number;
    against: number;
    /** Sheets of the old class that no longer count; 0 when the class was kept. */
    sheetsSetAside: number;
    at: string;
  } | null;
  /** Null when the reader may do it now, otherwise why not. */
  mayAnswer: Refusal | null;
  maySettle: Refusal | null;
  /** Whether a majority could move the entry as the other class stands now. */
  couldMove: Refusal | null;
}

/** Questions about which class entries stand in: those of the class, newest first. */
export interface ClassQuestionsView {
  class: ClassHeadView;
  classes: { code: string; name: Words }[];
  /** Entries that could be asked about now. */
  entries: Pick<ClassEntryView, 'nominationId' | 'municipality' | 'county'>[];
  questions: ClassQuestionView[];
  mayAsk: Refusal | null;
}

/** A decision that somebody since recused took part in: kept with a reason, or still to be settled. */
export interface DecisionReviewView {
  reason: string;
  votesFor: number;
  votesAgainst: number;
  settledAt: string;
}
