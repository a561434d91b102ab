import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { EntryStanding, Ground } from '@award/award';
import type { Words } from '@award/editions/contract';
import { DeclareEntry } from './impartiality.contract';

/** What somebody of the secretariat says of the own impartiality: one statement for each entry named. */
export class DeclareInOffice {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeclareEntry)
  @ArrayMinSize(1)
  @ArrayMaxSize(600)
  declarations: DeclareEntry[];
}

/** An answer to what somebody else of the secretariat has said. */
export class RuleInOffice {
  @IsUUID()
  personId: string;

  @IsUUID()
  nominationId: string;

  @IsIn(['recused', 'impartial'])
  outcome: 'recused' | 'impartial';
}

export interface OfficeEntryView {
  nominationId: string;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  classCode: string;
  standing: EntryStanding;
  /** The own latest statement. */
  ground: Ground | null;
  declaredAt: string | null;
}

export interface OfficeGroundView {
  personId: string;
  name: string;
  nominationId: string;
  municipalityName: string;
  ground: Ground;
  declaredAt: string;
}

export interface OfficeImpartialityView {
  editionId: string;
  /** `closed`: a ground or a ruling of recused closes the class to the reader. */
  classes: { code: string; name: Words; closed: boolean }[];
  entries: OfficeEntryView[];
  /** Grounds of others that the reader may rule on. */
  awaiting: OfficeGroundView[];
  /** People of the secretariat who are locked out, with the class: for those who may rule. */
  closedTo: { name: string; classCode: string }[];
}
