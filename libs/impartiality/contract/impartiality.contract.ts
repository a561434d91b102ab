import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type EntryStanding,
  type Ground,
  GROUNDS,
  type RecusalScope,
  type Refusal,
} from '@award/award';
import type { SuggestionView } from './relation.contract';

/** One entry: a ground, or null for none known. */
export class DeclareEntry {
  @IsUUID()
  nominationId: string;

  @ValidateIf((entry: DeclareEntry) => entry.ground !== null)
  @IsIn(GROUNDS)
  ground: Ground | null;
}

/**
 * One statement for each of the entries named, and for no other: «none for all the rest» names the
 * entries that the member has been shown, so that an entry that came in meanwhile stays undeclared.
 */
export class Declare {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeclareEntry)
  @ArrayMinSize(1)
  @ArrayMaxSize(600)
  declarations: DeclareEntry[];
}

export class MakeRuling {
  @IsUUID()
  seatId: string;

  @IsUUID()
  nominationId: string;

  @IsIn(['recused', 'impartial'])
  outcome: 'recused' | 'impartial';
}

/** What a member needs to know of an entry before declaring: no title, no text. */
export interface EntryToDeclareView {
  nominationId: string;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  contactName: string;
  /** Partner businesses and neighbour municipalities that take part, by name. */
  partners: string[];
  neighbours: string[];
  /** Regions of KS or NHO that have tipped about the municipality. */
  proposedBy: string[];
  /** What the member's own ties may mean here. */
  suggestions: SuggestionView[];
  standing: EntryStanding;
  /** The member's own latest statement. */
  ground: Ground | null;
  declaredAt: string | null;
}

export interface MyDeclarationsView {
  scope: RecusalScope;
  /** Null when the class is open to the member, otherwise why it is closed. */
  closedBecause: Refusal | null;
  undeclared: number;
  entries: EntryToDeclareView[];
}

export interface RulingView {
  id: string;
  seatId: string;
  memberName: string;
  nominationId: string;
  municipalityName: string;
  ground: Ground | null;
  outcome: 'recused' | 'impartial';
  ruledByName: string;
  ruledAt: string;
  /** Null while the ruling is provisional. */
  confirmedAt: string | null;
  confirmations: number;
  /** Confirmations needed: half of the members who may take part, rounded up. */
  needed: number;
  /** Whether the reader may confirm it now. */
  mayConfirm: boolean;
}

export interface GroundView {
  seatId: string;
  memberName: string;
  nominationId: string;
  municipalityName: string;
  ground: Ground;
  declaredAt: string;
  /** What the member's ties say about the entry. */
  suggestions: SuggestionView[];
  mayRule: boolean;
}

/** A member has declared no ground where the member's ties suggest one. */
export interface UnmentionedTieView {
  seatId: string;
  memberName: string;
  nominationId: string;
  municipalityName: string;
  suggestions: SuggestionView[];
  mayRule: boolean;
}

export interface RulingsView {
  scope: RecusalScope;
  /** Whether the reader leads the panel and is not under question. */
  rules: boolean;
  awaiting: GroundView[];
  /** Worth asking about; empty for whoever does not rule. */
  unmentioned: UnmentionedTieView[];
  rulings: RulingView[];
}

/** How far a seat has come, for the secretariat: never which entry, never which ground. */
export interface SeatImpartialityView {
  seatId: string;
  declared: number;
  entries: number;
  awaitingRuling: number;
  recused: boolean;
}
