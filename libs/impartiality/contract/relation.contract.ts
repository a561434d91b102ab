import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type Ground,
  type RecusalScope,
  RELATION_TYPES,
  type RelationLink,
  type RelationType,
} from '@award/award';

/** Most characters of a business's name. */
export const BUSINESS_NAME_LIMIT = 200;

/** A tie to one municipality or one business. Years are calendar years; a `toYear` of null still holds. */
export class TellRelation {
  @IsIn(RELATION_TYPES)
  type: RelationType;

  @ValidateIf((one: TellRelation) => one.municipalityId !== null)
  @IsUUID()
  municipalityId: string | null;

  /** Nine digits, without spaces. Only with a business. */
  @ValidateIf((one: TellRelation) => one.organisationNumber !== null)
  @Matches(/^[0-9]{9}$/)
  organisationNumber: string | null;

  @ValidateIf((one: TellRelation) => one.businessName !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(BUSINESS_NAME_LIMIT)
  businessName: string | null;

  @ValidateIf((one: TellRelation) => one.fromYear !== null)
  @IsInt()
  @Min(1950)
  @Max(2100)
  fromYear: number | null;

  @ValidateIf((one: TellRelation) => one.toYear !== null)
  @IsInt()
  @Min(1950)
  @Max(2100)
  toYear: number | null;
}

/** Ties of somebody who may be invited. They are looked up and not stored. */
export class CheckCandidate {
  /** To take in what the person has told here before, and the person's other roles. */
  @ValidateIf((one: CheckCandidate) => one.email !== null)
  @IsEmail()
  @MaxLength(254)
  email: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TellRelation)
  @ArrayMaxSize(40)
  relations: TellRelation[];
}

/** One of the reader's own ties. */
export interface RelationView {
  id: string;
  type: RelationType;
  municipalityId: string | null;
  /** Name of the municipality or of the business. */
  name: string;
  organisationNumber: string | null;
  fromYear: number | null;
  toYear: number | null;
  /** Said or renewed for the edition that the reader judges now. */
  renewed: boolean;
}

export interface MyRelationsView {
  relations: RelationView[];
  /** The calendar year of the award's clock. */
  year: number;
  /** Whether the edition's municipalities are the invented ones of the sample. */
  invented: boolean;
}

/** Why the member should think twice: a tie, and through what it touches the entry. */
export interface SuggestionView {
  type: RelationType;
  /** Name of the municipality or business of the tie. */
  name: string;
  link: RelationLink;
  /** Null where the tie is not a ground by itself. */
  ground: Ground | null;
}

export interface TouchedEntryView {
  nominationId: string;
  municipalityName: string;
  countyName: string;
  /** From what was asked about. */
  ties: SuggestionView[];
  /** Something that the person has told here touches the entry; what it is stays with the person. */
  registered: boolean;
}

export interface CandidateView {
  scope: RecusalScope;
  /** Entries of the class that were looked at. */
  entries: number;
  touched: TouchedEntryView[];
  /** What it would come to: nothing known, some entries hidden, or out of the whole class. */
  outcome: 'nothing-known' | 'some-entries' | 'whole-class';
  /** The person has a role that nobody on the jury of the same edition can have. */
  otherRole: boolean;
}
