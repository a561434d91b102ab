import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export interface PopulationView {
  /** Residents. */
  count: number;
  /** `YYYY-01-01`. */
  date: string;
  source: string;
}

/** A municipality as it is on a date. Register facts only, nothing personal. */
export interface MunicipalityView {
  id: string;
  /** Four digits, as text. */
  number: string;
  /** All official forms, as «Hábmer - Hamarøy». Names are not unique: show the county too. */
  name: string;
  norwegianName: string;
  samiName: string | null;
  countyNumber: string;
  countyName: string;
  /** Null is not known, and means bokmål. */
  writtenForm: 'nb' | 'nn' | 'neutral' | null;
  /** Belongs to the sample edition and exists nowhere else. */
  invented: boolean;
  /** The newest figure on or before the date; null when none is known. */
  population: PopulationView | null;
}

export interface MunicipalityPage {
  municipalities: MunicipalityView[];
  /** The `after` of the next page; null on the last. */
  next: string | null;
}

export interface MunicipalityVersionView {
  number: string;
  name: string;
  countyNumber: string;
  countyName: string;
  /** `2019-01-01` means then or earlier. */
  validFrom: string;
  /** The first day on which it no longer held; null while it does. */
  validTo: string | null;
}

export interface SuccessionView {
  kind: 'merged' | 'divided' | 'separated' | 're-established';
  date: string;
  /** Share of the residents that passed over, at most 1; null when not known. */
  share: number | null;
  /** The other municipality by its last name and number. */
  municipalityId: string;
  number: string;
  name: string;
  countyName: string;
}

export interface MunicipalityHistory {
  municipality: MunicipalityView;
  organisationNumber: string | null;
  /** The first day on which it was no municipality any more; null while it is. */
  endedOn: string | null;
  versions: MunicipalityVersionView[];
  populations: PopulationView[];
  /** What it came from, and what came from it or after it. */
  before: SuccessionView[];
  after: SuccessionView[];
  /** The number to use instead, when it came there by one-to-one renumbering alone. */
  redirectTo: string | null;
}

export class SearchMunicipalities {
  /** Any part of a name in any official form, or the beginning of a number. */
  @IsOptional() @IsString() @MaxLength(80) search?: string;

  @IsOptional() @Matches(/^\d\d$/) county?: string;

  /** The `next` of the page before. */
  @IsOptional() @Matches(/^\d{4}$/) after?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(400) limit?: number;

  /** The invented municipalities of the sample edition instead of the real ones. */
  @IsOptional() @IsIn(['true', 'false']) invented?: 'true' | 'false';
}

export interface CountyView {
  number: string;
  name: string;
  municipalities: number;
}
