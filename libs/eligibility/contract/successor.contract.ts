import { IsString, IsUUID, MaxLength } from 'class-validator';

const MOST_REASON = 4000;

/** Names who answers for the entry of a municipality that was divided. */
export class NameSuccessor {
  @IsUUID()
  municipalityId: string;

  @IsString()
  @MaxLength(MOST_REASON)
  reason: string;
}

export interface SuccessorsView {
  /** What the entry's municipality was divided into since the edition's reference date; empty when it was not. */
  candidates: { id: string; name: string; countyName: string }[];
  /** Who answers for the entry, besides those who sent it; null until somebody is named. */
  named: { municipalityId: string; reason: string; by: string | null; at: string } | null;
}
