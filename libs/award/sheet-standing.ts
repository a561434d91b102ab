/**
 * What a recusal, an open ground or a change of who sits in a seat does to sheets that exist. Nothing
 * is deleted: a sheet is set aside for as long as the cause holds. One seat has one voice: where both
 * the member and the deputy who took the seat have submitted a sheet, the deputy's counts.
 */
import { mayOpen, type Standing } from './impartiality-rules';
import type { SetAside } from './score-aggregation';
import { SHEET_LIMITS } from './score-sheet-rules';
import { characters } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

/** Why the member's sheet on the entry is set aside; null when it counts as far as the member goes. */
export function setAsideFor(sheet: {
  readonly standing: Standing;
  readonly entry: string;
  readonly withdrawn: boolean;
  /** The member has left the panel. */
  readonly left: boolean;
  /** The deputy in the seat has submitted a sheet on the entry. */
  readonly replaced: boolean;
}): SetAside | null {
  if (sheet.withdrawn) return 'withdrawn';
  const open = mayOpen(sheet.standing, sheet.entry);
  if (!open.allowed) return open.reason === 'recused' ? 'recused' : 'ruling-awaited';
  if (sheet.left) return 'left';
  return sheet.replaced ? 'replaced' : null;
}

/** Whether what is written can be submitted; lengths in characters. */
export function fitsSheet(written: {
  readonly line: string;
  readonly assessment: string;
}): Verdict {
  return allOf(
    needs(characters(written.line) <= SHEET_LIMITS.line, 'text-too-long'),
    needs(characters(written.assessment) <= SHEET_LIMITS.assessment, 'text-too-long'),
  );
}

/**
 * The registered quorum of sheets: whether every entry has at least so many that count. A missing
 * sheet blocks only where it brings an entry below it. `quorum` is a whole number, 0 for no demand.
 */
export function sheetQuorum(countingSheets: readonly number[], quorum: number): Verdict {
  return needs(
    countingSheets.every((count) => count >= quorum),
    'quorum-missing',
  );
}
