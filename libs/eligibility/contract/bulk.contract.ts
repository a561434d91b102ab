import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type { NominationState, Refusal } from '@award/award';
import { DecideEligibility } from './eligibility.contract';

/** As many as a page of a class holds twice. */
const MOST_AT_ONCE = 100;

/** Starts the check of several entries. */
export class StartChecks {
  @IsUUID(undefined, { each: true })
  @ArrayUnique((id: unknown) => String(id).toLowerCase())
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  ids: string[];
}

/** Ends the check of several entries alike; each is asked for by itself. */
export class DecideSeveral extends StartChecks {
  @IsObject()
  @ValidateNested()
  @Type(() => DecideEligibility)
  decision: DecideEligibility;
}

/** What became of an act on several entries: each was done or refused by itself, in the order they were sent. */
export interface BulkReport {
  done: { id: string; state: NominationState }[];
  refused: { id: string; refusal: Refusal }[];
}
