import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  EDITION_LIMITS,
  EDITION_ROWS,
  EVENT_FORMS,
  type EventForm,
  FILE_CEILING,
  FILE_GROUPS,
  type FileGroup,
  type FormSection,
  MEGABYTE,
  MOST_OWN_SECTIONS,
  type OwnCode,
  PRESS_CONTACT_LIMITS,
  type RecusalScope,
  RESULT_MEASURES,
  type ResultMeasure,
  SCORING_PRESETS,
  type ScoringPreset,
  SECTION_CODES,
  SECTION_LIMITS,
  type SectionCode,
  type SectionPlace,
  TIE_SETTLEMENTS,
  type TieSettlement,
} from '@award/award';

const HTTPS = /^$|^https:\/\/[^\s<>"]+$/;

/** A short text in three languages; bokmål is required. */
export class NameWords {
  @IsString() @Length(1, EDITION_LIMITS.name) nb: string;
  @IsString() @MaxLength(EDITION_LIMITS.name) nn: string;
  @IsString() @MaxLength(EDITION_LIMITS.name) en: string;
}

/** A text of one or a few paragraphs; empty where it has not been written. */
export class GuidanceWords {
  @IsString() @MaxLength(EDITION_LIMITS.guidance) nb: string;
  @IsString() @MaxLength(EDITION_LIMITS.guidance) nn: string;
  @IsString() @MaxLength(EDITION_LIMITS.guidance) en: string;
}

export class TextWords {
  @IsString() @MaxLength(EDITION_LIMITS.text) nb: string;
  @IsString() @MaxLength(EDITION_LIMITS.text) nn: string;
  @IsString() @MaxLength(EDITION_LIMITS.text) en: string;
}

export class CreateEdition {
  @IsInt() @Min(2019) @Max(2100) year: number;

  /** The edition to copy: everything but its dates. Null takes the award's defaults. */
  @ValidateIf((order: CreateEdition) => order.fromId !== null)
  @IsUUID()
  fromId: string | null;
}

/** Every change names the version it was made on; a stale one is refused with `stale-save`. */
export abstract class EditionChange {
  @IsInt() @Min(1) lockVersion: number;

  /** Required for a change of dates or of the rule once the call has opened. */
  @IsOptional() @IsString() @MaxLength(EDITION_LIMITS.reason) reason?: string;
}

const given = (value: unknown) => value !== null;

export class ChangeTimetable extends EditionChange {
  @ValidateIf(({ opensAt }: ChangeTimetable) => given(opensAt))
  @IsISO8601({ strict: true })
  opensAt: string | null;

  @ValidateIf(({ deadline }: ChangeTimetable) => given(deadline))
  @IsISO8601({ strict: true })
  deadline: string | null;

  @ValidateIf(({ scoringClosesAt }: ChangeTimetable) => given(scoringClosesAt))
  @IsISO8601({ strict: true })
  scoringClosesAt: string | null;

  @ValidateIf(({ meetingAt }: ChangeTimetable) => given(meetingAt))
  @IsISO8601({ strict: true })
  meetingAt: string | null;

  @ValidateIf(({ finalistsAt }: ChangeTimetable) => given(finalistsAt))
  @IsISO8601({ strict: true })
  finalistsAt: string | null;

  @ValidateIf(({ announcementAt }: ChangeTimetable) => given(announcementAt))
  @IsISO8601({ strict: true })
  announcementAt: string | null;

  /** `YYYY-01-01`; null takes the newest 1 January whose figures are published at the deadline. */
  @ValidateIf(({ referenceDate }: ChangeTimetable) => given(referenceDate))
  @Matches(/^20\d\d-01-01$/)
  referenceDate: string | null;
}

export class ClassOrder {
  @Matches(/^[a-z][a-z0-9-]{0,30}$/) code: string;
  @ValidateNested() @Type(() => NameWords) name: NameWords;

  @ValidateIf(({ minPopulation }: ClassOrder) => given(minPopulation))
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  minPopulation: number | null;

  @ValidateIf(({ maxPopulation }: ClassOrder) => given(maxPopulation))
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  maxPopulation: number | null;

  @IsInt() @Min(0) @Max(6) finalists: number;
  @IsInt() @Min(0) @Max(2) winners: number;
}

export class ChangeClasses extends EditionChange {
  @IsArray()
  @ArrayMaxSize(EDITION_ROWS.classes)
  @ValidateNested({ each: true })
  @Type(() => ClassOrder)
  classes: ClassOrder[];
}

export class GuidanceOrder {
  @ValidateNested() @Type(() => GuidanceWords) 'single-measure': GuidanceWords;
  @ValidateNested() @Type(() => GuidanceWords) 'all-round': GuidanceWords;
}

export class ClassGuidanceOrder {
  @Matches(/^[a-z][a-z0-9-]{0,30}$/) code: string;
  @ValidateNested() @Type(() => GuidanceWords) words: GuidanceWords;
}

export class LevelOrder {
  @IsInt() @Min(0) @Max(100) score: number;
  @ValidateNested() @Type(() => GuidanceWords) words: GuidanceWords;
}

export class LevelsOrder {
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => LevelOrder)
  'single-measure': LevelOrder[];

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => LevelOrder)
  'all-round': LevelOrder[];
}

export class CriterionOrder {
  @Matches(/^[a-z][a-z0-9-]{0,40}$/) code: string;
  @IsInt() @Min(0) @Max(1000) weight: number;
  @ValidateNested() @Type(() => NameWords) name: NameWords;
  @ValidateNested() @Type(() => GuidanceOrder) perBasis: GuidanceOrder;

  @IsArray()
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => ClassGuidanceOrder)
  perClass: ClassGuidanceOrder[];

  @ValidateNested() @Type(() => LevelsOrder) levels: LevelsOrder;
}

export class ChangeCriteria extends EditionChange {
  @IsArray()
  @ArrayMaxSize(EDITION_ROWS.criteria)
  @ValidateNested({ each: true })
  @Type(() => CriterionOrder)
  criteria: CriterionOrder[];
}

export class ChangeTexts extends EditionChange {
  @ValidateNested() @Type(() => NameWords) name: NameWords;
  @ValidateNested() @Type(() => TextWords) callText: TextWords;
}

/** Words of a question; without bokmål, the award's own words are used. */
export class HeadingWords {
  @IsString() @MaxLength(SECTION_LIMITS.heading) nb: string;
  @IsString() @MaxLength(SECTION_LIMITS.heading) nn: string;
  @IsString() @MaxLength(SECTION_LIMITS.heading) en: string;
}

export class HelpWords {
  @IsString() @MaxLength(SECTION_LIMITS.help) nb: string;
  @IsString() @MaxLength(SECTION_LIMITS.help) nn: string;
  @IsString() @MaxLength(SECTION_LIMITS.help) en: string;
}

/** One question of the form. What fits together is judged by `definitionProblems` of the rules. */
export class SectionOrder implements FormSection {
  @IsString() @MaxLength(40) code: SectionCode | OwnCode;
  @IsIn(['short', 'elaborate']) place: SectionPlace;
  @IsBoolean() asked: boolean;
  @IsBoolean() required: boolean;

  /** Characters of each text; null where nothing is counted. */
  @ValidateIf(({ limit }: SectionOrder) => given(limit))
  @IsInt()
  @Min(1)
  @Max(24_000)
  limit: number | null;

  @ValidateNested() @Type(() => HeadingWords) heading: HeadingWords;
  @ValidateNested() @Type(() => HelpWords) help: HelpWords;
}

/** The whole form. Once the call is open only the help may differ, with a reason. */
export class ChangeForm extends EditionChange {
  @IsArray()
  @ArrayMaxSize(SECTION_CODES.length + MOST_OWN_SECTIONS)
  @ValidateNested({ each: true })
  @Type(() => SectionOrder)
  sections: SectionOrder[];

  @IsArray()
  @ArrayMaxSize(RESULT_MEASURES.length)
  @IsIn(RESULT_MEASURES, { each: true })
  measures: ResultMeasure[];

  @IsBoolean() requirePhone: boolean;

  /** Whether the mayor and the chief executive may approve by a personal link. */
  @IsBoolean() approvalByLink: boolean;

  /** How many files an entry may carry, the megabytes of each, and of which kinds. */
  @IsInt() @Min(1) @Max(FILE_CEILING.files) mostFiles: number;
  @IsInt() @Min(1) @Max(FILE_CEILING.bytes / MEGABYTE) mostMegabytes: number;

  @IsArray()
  @ArrayMaxSize(FILE_GROUPS.length)
  @ArrayUnique()
  @IsIn(FILE_GROUPS, { each: true })
  groups: FileGroup[];
}

export class ChangeEvent extends EditionChange {
  @IsString() @MaxLength(EDITION_LIMITS.name) name: string;
  @IsIn(EVENT_FORMS) form: EventForm;
  @IsString() @MaxLength(EDITION_LIMITS.name) place: string;
  @IsString() @MaxLength(EDITION_LIMITS.address) @Matches(HTTPS) signUpUrl: string;
  @IsString() @MaxLength(EDITION_LIMITS.address) @Matches(HTTPS) streamUrl: string;
}

/** Whom journalists ring. The number may be written as people do, and is stored as it is dialled. */
export class PressContactOrder {
  @IsString() @MaxLength(PRESS_CONTACT_LIMITS.name) name: string;
  @IsString() @MaxLength(PRESS_CONTACT_LIMITS.role) role: string;
  @IsString() @MaxLength(PRESS_CONTACT_LIMITS.phone) phone: string;
  @IsString() @MaxLength(PRESS_CONTACT_LIMITS.email) email: string;
}

export class ChangePressContacts extends EditionChange {
  @IsArray()
  @ArrayMaxSize(PRESS_CONTACT_LIMITS.contacts)
  @ValidateNested({ each: true })
  @Type(() => PressContactOrder)
  contacts: PressContactOrder[];
}

export class ChangeRules extends EditionChange {
  @IsIn(SCORING_PRESETS) preset: ScoringPreset;
  @IsInt() @Min(1) @Max(50) quorum: number;
  @IsIn(TIE_SETTLEMENTS) tieRule: TieSettlement;
  @IsIn(['class', 'entry']) impartialityScope: RecusalScope;

  /** Required for the scope `entry`. */
  @ValidateIf(({ impartialityScopeReason }: ChangeRules) => given(impartialityScopeReason))
  @IsString()
  @MaxLength(EDITION_LIMITS.reason)
  impartialityScopeReason: string | null;
}

/** An act on the edition as the reader saw it. */
export class EditionAct extends EditionChange {}

export class ReopenCall extends EditionChange {
  @IsISO8601({ strict: true }) deadline: string;
}
