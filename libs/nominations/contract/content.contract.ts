import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type Attachment,
  BASES,
  type Basis,
  characters,
  FILE_CEILING,
  FILE_KINDS,
  type FieldCode,
  FIELDS,
  type FileKind,
  MOST_OWN_SECTIONS,
  type NominationContent,
  OWN_CODE,
  RESULT_MEASURES,
  type ResultMeasure,
  STORED_LIMITS,
  TRAITS,
  type TraitCode,
} from '@award/award';

/** At most so many characters, counted as the form counts them (`characters` of the rules). */
function AtMost(limit: number): PropertyDecorator {
  return ValidateBy({
    name: 'too-long',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || characters(value) <= limit,
    },
  });
}

/** Texts by the code of an edition's own question. Which of them the edition asks is the form's to say. */
function OwnAnswers(): PropertyDecorator {
  return ValidateBy({
    name: 'own-answers',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length <= MOST_OWN_SECTIONS &&
        Object.entries(value).every(
          ([code, text]) =>
            OWN_CODE.test(code) &&
            typeof text === 'string' &&
            characters(text) <= STORED_LIMITS.text,
        ),
    },
  });
}

const short = AtMost(STORED_LIMITS.short);
const long = AtMost(STORED_LIMITS.text);

/** A result with figure, period and source, and the municipality's own part in it. */
export class ResultBody {
  @IsIn(RESULT_MEASURES)
  measure: ResultMeasure;

  @IsString()
  @short
  figure: string;

  @IsString()
  @short
  period: string;

  @IsString()
  @short
  source: string;

  @IsString()
  @long
  ownPart: string;
}

/** A partner business. An organisation number may be wrong while it is being written. */
export class PartnerBody {
  @IsOptional()
  @IsString()
  @AtMost(STORED_LIMITS.phone)
  organisationNumber?: string | null;

  @IsString()
  @short
  name: string;

  @IsOptional()
  @IsString()
  @AtMost(STORED_LIMITS.email)
  contactEmail?: string | null;
}

/** A file that has been sent to the entry, with the facts that the server answered, and what it is. */
export class AttachmentBody implements Attachment {
  @IsUUID('all')
  fileId: string;

  @IsIn(FILE_KINDS)
  kind: FileKind;

  @IsInt()
  @Min(1)
  @Max(4 * FILE_CEILING.bytes)
  bytes: number;

  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @ValidateIf((one: AttachmentBody) => one.pages !== null)
  @IsInt()
  @Min(0)
  pages: number | null;

  @IsString()
  @short
  label: string;

  @IsString()
  @short
  altText: string;

  @IsString()
  @short
  photographer: string;

  @IsBoolean()
  rightToUse: boolean;

  @IsBoolean()
  shownAgree: boolean;

  @IsBoolean()
  mayPublish: boolean;
}

/** One text for each trait that the municipality has written about. */
export class TraitTexts implements Partial<Record<TraitCode, string>> {}

for (const trait of TRAITS) {
  IsOptional()(TraitTexts.prototype, trait);
  IsString()(TraitTexts.prototype, trait);
  long(TraitTexts.prototype, trait);
}

/**
 * All that a municipality writes in an entry. Lengths are those that are stored (`STORED_LIMITS`),
 * well above what the edition's form lets through: a text that is too long to send is still kept.
 */
export class ContentBody implements NominationContent {
  @ValidateIf((content: ContentBody) => content.basis !== null)
  @IsIn(BASES)
  basis: Basis | null;

  @ValidateIf((content: ContentBody) => content.mainField !== null)
  @IsIn(FIELDS)
  mainField: FieldCode | null;

  @IsArray()
  @ArrayMaxSize(FIELDS.length)
  @IsIn(FIELDS, { each: true })
  fields: FieldCode[];

  @IsString()
  @short
  title: string;

  @IsString()
  @long
  text: string;

  @IsString()
  @short
  contactName: string;

  @IsString()
  @AtMost(STORED_LIMITS.email)
  contactEmail: string;

  @IsString()
  @AtMost(STORED_LIMITS.phone)
  contactPhone: string;

  @IsBoolean()
  confirmedWithChiefExecutive: boolean;

  @IsString()
  @long
  summary: string;

  @ValidateNested()
  @Type(() => TraitTexts)
  traits: TraitTexts;

  @IsString()
  @long
  difficult: string;

  @IsString()
  @long
  business: string;

  @IsArray()
  @ArrayMaxSize(STORED_LIMITS.rows)
  @ValidateNested({ each: true })
  @Type(() => ResultBody)
  results: ResultBody[];

  @IsArray()
  @ArrayMaxSize(STORED_LIMITS.rows)
  @ValidateNested({ each: true })
  @Type(() => PartnerBody)
  partners: PartnerBody[];

  @IsArray()
  @ArrayMaxSize(STORED_LIMITS.rows)
  @IsUUID('all', { each: true })
  neighbours: string[];

  /** A page from before there were files says nothing of them. */
  @IsArray()
  @ArrayMaxSize(STORED_LIMITS.rows)
  @ValidateNested({ each: true })
  @Type(() => AttachmentBody)
  attachments: AttachmentBody[] = [];

  /** A page from before there were such questions says nothing of them. */
  @OwnAnswers()
  answers: Record<string, string> = {};
}
