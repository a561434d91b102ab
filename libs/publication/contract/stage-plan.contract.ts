import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CLEARANCE_KNOWS,
  CLEARANCE_PARTS,
  type ClearanceKnows,
  type ClearancePart,
  type Refusal,
  STAGE_LIMITS,
} from '@award/award';

/** Somebody who comes on stage. */
export class StagePerson {
  @IsString() @IsNotEmpty() @MaxLength(STAGE_LIMITS.name) name: string;
  @IsString() @MaxLength(STAGE_LIMITS.role) role: string;
  /** How the name is said; empty when it reads as it is written. */
  @IsString() @MaxLength(STAGE_LIMITS.said) said: string;
  /** Whether the person agrees to be photographed on stage. */
  @IsBoolean() photo: boolean;
}

/** Who comes for a finalist. `lockVersion` is that of the answer that was read; 0 when there was none. */
export class SaveStageParty {
  /** How the municipality's name is said; empty when it reads as it is written. */
  @IsString() @MaxLength(STAGE_LIMITS.said) said: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(STAGE_LIMITS.people)
  @ValidateNested({ each: true })
  @Type(() => StagePerson)
  people: StagePerson[];

  /** Wheelchair, interpreter, guide dog, or what else the organisers must see to. */
  @IsString() @MaxLength(STAGE_LIMITS.needs) needs: string;

  @IsInt() @Min(0) lockVersion: number;
}

/** Asks every finalist who comes on stage, or moves the end of an earlier question. */
export class AskWhoComes {
  /** Until when they may answer; ISO 8601. */
  @IsISO8601({ strict: true }) dueAt: string;
}

export class SaveStageClassPlan {
  @IsString() @MaxLength(STAGE_LIMITS.presenters) presenters: string;
  @IsString() @MaxLength(STAGE_LIMITS.note) note: string;
  @IsInt() @Min(0) lockVersion: number;
}

/** What a finalist has answered. */
export interface StagePartyView {
  said: string;
  people: StagePerson[];
  needs: string;
  lockVersion: number;
  changedAt: string;
}

/** The municipality's own question; null before its finalist is told, and for everybody else. */
export interface MyStagePartyView {
  call: {
    municipality: string;
    dueAt: string;
    /** Why it cannot be changed now; null when it can. */
    closed: Refusal | null;
    party: StagePartyView | null;
  } | null;
}

export interface StageEditionView {
  id: string;
  year: number;
  name: string;
  sample: boolean;
}

/** What is prepared for the stage, for the secretariat and those who run it. Instants are ISO 8601. */
export interface StagePlanView {
  edition: StageEditionView;
  announcementAt: string | null;
  call: { askedAt: string; dueAt: string } | null;
  /** Why the finalists cannot be asked now; null when they can. */
  cannotAsk: Refusal | null;
  /** Why the answers cannot be put right now; null when they can. */
  cannotCorrect: Refusal | null;
  classes: {
    code: string;
    name: string;
    presenters: string;
    note: string;
    lockVersion: number;
    /** In the order of the decision's publication; empty before the finalists are out. */
    finalists: StageFinalistView[];
  }[];
  now: string;
}

export interface StageFinalistView {
  nominationId: string;
  municipality: string;
  county: string;
  party: StagePartyView | null;
}

/** What is printed for the show: class by class, and the card that is read when the winner is told. */
export interface RunSheetView {
  edition: StageEditionView;
  announcementAt: string | null;
  event: { name: string; place: string };
  classes: {
    code: string;
    name: string;
    presenters: string;
    note: string;
    finalists: StageFinalistView[];
    /** Null while the card is closed to the reader. */
    winners: StageWinnerCard[] | null;
    /** Why the card is closed; null when it is open. */
    closed: Refusal | null;
  }[];
}

export interface StageWinnerCard {
  municipality: string;
  county: string;
  said: string;
  people: StagePerson[];
  /** What is read before the name. */
  stageText: string;
  writtenForm: 'nb' | 'nn';
}

/** Puts a person on the list of those who know. */
export class ClearPerson {
  @IsString() @IsNotEmpty() @MaxLength(STAGE_LIMITS.name) name: string;
  @IsIn(CLEARANCE_PARTS) part: ClearancePart;
  @IsString() @MaxLength(STAGE_LIMITS.name) organisation: string;
  @IsIn(CLEARANCE_KNOWS) knows: ClearanceKnows;
  /** The class whose winner the person knows; null for finalists. */
  @IsOptional() @IsString() @MaxLength(40) classCode: string | null;
  /** Whom among those who sign in here the list means; null for others. */
  @IsOptional() @IsUUID() personId: string | null;
}

/**
 * A class whose result is closed to somebody on the list, for a reason of impartiality. `handed` is what they could
 * read before it was closed, and since when (ISO 8601): null when nothing was decided then, and for a reader to whom
 * the class is closed.
 */
export interface ClosedClassView {
  className: string;
  handed: { knows: ClearanceKnows; at: string } | null;
}

export interface ClearanceView {
  id: string;
  name: string;
  part: ClearancePart;
  organisation: string;
  knows: ClearanceKnows;
  className: string | null;
  clearedBy: string;
  clearedAt: string;
  endedAt: string | null;
  /** Classes closed to the person, of those that they are on the list for. */
  closed: ClosedClassView[];
}

/** What was decided in a class and open to somebody who has no part any more, and since when (ISO 8601). */
export interface ReadByThenView {
  className: string;
  knows: ClearanceKnows;
  at: string;
}

/**
 * Jurors, the secretariat and key holders: they know by what they do. Whoever has stepped out, left, or lost the right
 * stays, with `endedAt`, when something was decided before, and `read` says what; except of classes that are closed to the
 * reader, whom it would tell that something is decided. Instants are ISO 8601.
 */
export interface KnowingByRoleView {
  name: string;
  part: 'juror' | 'secretary' | 'release-keyholder';
  className: string | null;
  since: string;
  endedAt: string | null;
  read: ReadByThenView[];
  closed: ClosedClassView[];
}

/** Who knows before everybody else: by name on the list, and by their part in the award. */
export interface ClearancesView {
  edition: StageEditionView;
  classes: { code: string; name: string }[];
  clearances: ClearanceView[];
  byRole: KnowingByRoleView[];
  /** Those who sign in here and may be named on the list. */
  people: { id: string; name: string }[];
  cannotClear: Record<ClearanceKnows, Refusal | null>;
}
