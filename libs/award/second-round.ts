/**
 * The second round of scoring, after everybody has locked the first and before anybody sees a score.
 * Under the simple preset the leading entries and the contested ones get all criteria and a written
 * assessment. Where not everybody reads everything, the others read the contested entries as well:
 * the largest gain there is in finding the right three. Members are told which entries, never why,
 * and whoever an entry is hidden from is asked by a choice in which that entry takes no part.
 */
import { chanceOfPlaces, contestedZone } from './chance-of-places';
import { agenda } from './contested';
import { aggregate, type Scoring } from './score-aggregation';
import type { ScoringPreset } from './score-sheet-rules';
import { fitSeverity } from './severity-model';
import { allOf, needs, type Verdict } from './verdict';
import type { ClassStage } from './edition-phases';

/** How many lead the first round of the simple preset. A tie across the last of them takes all in. */
export const LEADING = 6;

/** What the leader may open a second round on. */
export interface SecondRoundOpening {
  readonly stage: ClassStage;
  /** There has been none yet: there is one at most. */
  readonly opened: boolean;
  readonly groundsAwaitingRuling: number;
  readonly missingSheets: number;
  readonly acknowledged: boolean;
  readonly quorum: Verdict;
  /** Whether anybody would be asked for anything. */
  readonly asks: boolean;
}

/** Whether the second round of a class may open: as the closing, once, and for something. */
export function mayOpenSecondRound(opening: SecondRoundOpening): Verdict {
  return allOf(
    needs(opening.stage === 'scoring' && !opening.opened, 'wrong-stage'),
    needs(opening.groundsAwaitingRuling === 0, 'unresolved-declarations'),
    opening.quorum,
    needs(opening.asks, 'wrong-stage'),
    needs(opening.missingSheets === 0 || opening.acknowledged, 'missing-sheets'),
  );
}

/** Whether a preset and a way of assigning ever ask for a second look. */
export function hasSecondRound(preset: ScoringPreset, everybodyReadsAll: boolean): boolean {
  return preset === 'simple' || !everybodyReadsAll;
}

/**
 * The contested entries of the class, by id: a chance of the places strictly between 5 % and 95 %.
 * Where chances cannot be had, those whose place hangs on a tie or on one member, and those that two
 * camps stand apart on.
 */
export function contestedEntries(scoring: Scoring, classCode: string): readonly string[] {
  const all = aggregate(scoring);
  if (!all.allowed) return [];
  const cells = all.ranking.entries.flatMap(({ entry, counted }) =>
    counted.map(({ judge, value }) => ({ entry, judge, value })),
  );
  const { places, direction = 'higher' } = scoring;
  const chances =
    cells.length === 0
      ? null
      : chanceOfPlaces(fitSeverity(cells), cells, { classCode, places, direction });
  const zone = chances
    ? contestedZone(chances)
    : agenda(scoring)
        .filter(({ contentions }) => contentions.length > 0)
        .map(({ entry }) => entry);
  return [...zone].sort();
}

/**
 * The entries that get a second look, by id. `simple`: the leading six and the contested ones. `full`:
 * the contested ones, for those who have not read them.
 */
export function secondLook(
  scoring: Scoring,
  preset: ScoringPreset,
  classCode: string,
): readonly string[] {
  const contested = contestedEntries(scoring, classCode);
  if (preset === 'full') return contested;
  const first = aggregate({ ...scoring, places: LEADING });
  const leading = first.allowed ? [...first.ranking.top, ...first.ranking.tied] : [];
  return [...new Set([...leading, ...contested])].sort();
}

/** The scoring as somebody may know it from whom entries are hidden: without them and their sheets. */
export function withoutHidden(scoring: Scoring, hidden: readonly string[]): Scoring {
  const stays = (entry: string) => !hidden.includes(entry);
  return {
    ...scoring,
    entries: scoring.entries.filter(stays),
    sheets: scoring.sheets.filter(({ entry }) => stays(entry)),
  };
}
