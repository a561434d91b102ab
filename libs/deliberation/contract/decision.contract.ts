import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import {
  DECISION_LIMITS,
  MOST_FINALISTS,
  MOST_WINNERS,
  TIE_SETTLEMENTS,
  type TieSettlement,
} from '@award/award';
import type { DecisionReviewView } from './moments.contract';

/** What every decision states. Votes are those of the members present, both or neither. */
export abstract class DecisionOrder {
  /** Required when the decision leaves the usual number, the figures or the ballot, or settles a tie. */
  @IsString()
  @MaxLength(DECISION_LIMITS.reason)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(DECISION_LIMITS.reason)
  dissent: string | null;

  @ValidateIf((order: DecisionOrder) => (order.votesFor ?? null) !== null)
  @IsInt()
  @Min(0)
  @Max(60)
  votesFor: number | null;

  @ValidateIf((order: DecisionOrder) => (order.votesAgainst ?? null) !== null)
  @IsInt()
  @Min(0)
  @Max(60)
  votesAgainst: number | null;

  @IsOptional()
  @IsIn(TIE_SETTLEMENTS)
  settlement: TieSettlement | null;

  /** The sealed decision that this one takes the place of; null for the first. */
  @IsOptional()
  @IsUUID()
  supersedes: string | null;
}

export class DecideFinalists extends DecisionOrder {
  @IsInt()
  @Min(0)
  @Max(MOST_FINALISTS)
  number: number;

  @IsArray()
  @ArrayMaxSize(MOST_FINALISTS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  finalists: string[];

  /** In the order in which they would step up. */
  @IsArray()
  @ArrayMaxSize(DECISION_LIMITS.reserve)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  reserve: string[];
}

export class DecideWinner extends DecisionOrder {
  @IsInt()
  @Min(0)
  @Max(MOST_WINNERS)
  number: number;

  @IsArray()
  @ArrayMaxSize(MOST_WINNERS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  winners: string[];
}

/** A sealed decision. `replaced` when a newer one stands in its place. */
export interface DecisionView {
  id: string;
  kind: 'finalists' | 'winner';
  number: number;
  finalists: string[];
  reserve: string[];
  winners: string[];
  reason: string;
  dissent: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  settlement: TieSettlement | null;
  sealedAt: string;
  rankingHash: string | null;
  ballotRound: number | null;
  supersedes: string | null;
  replaced: boolean;
  /** How many who took part have been found recused since; the jury has not settled it. 0 once it is replaced. */
  inQuestion: number;
  /** When the jury has kept it all the same, and why. Oldest first. */
  kept: DecisionReviewView[];
}
