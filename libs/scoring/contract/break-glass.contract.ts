import { IsString, MaxLength, MinLength } from 'class-validator';
import { BREAK_GLASS_REASON } from '@award/award';

/** Why sheets must be read before the class is closed. The jury is told it in these words. */
export class BreakGlass {
  @IsString()
  @MinLength(BREAK_GLASS_REASON.min)
  @MaxLength(BREAK_GLASS_REASON.max)
  reason: string;
}

/** One sheet as it stands, open or locked. */
export interface GlassSheetView {
  memberName: string;
  house: string;
  state: 'open' | 'locked';
  overall: number | null;
  /** By criterion code. */
  scores: Record<string, number>;
  line: string;
  assessment: string;
}

/** What one reading shows. Reading again is a new reading: logged and told anew. */
export interface BrokenGlassView {
  readAt: string;
  /** How many members of the jury are told. */
  told: number;
  entries: {
    nominationId: string;
    municipalityName: string;
    sheets: GlassSheetView[];
  }[];
}
