/**
 * What a jury meeting should spend its time on. An entry is contested when its place hangs on a tie
 * across the cut, when leaving out any one member would move it in or out of the places, when the
 * members stand in two camps, or when the severity model leaves its place open. Sure finalists and sure others need no meeting time. This orders
 * a talk; it decides nothing.
 */
import {
  aggregate,
  type Cut,
  type RankedEntry,
  type Ranking,
  type Scoring,
} from './score-aggregation';

/** Two camps stand at least this many steps of the scale apart, with at least two members in each. */
export const CAMP_GAP = 2;
const CAMP_SIZE = 2;

export const CONTENTIONS = [
  'cut-tie',
  'one-member',
  'two-camps',
  'open-place',
  'unscored',
] as const;
export type Contention = (typeof CONTENTIONS)[number];

/** An entry on the agenda. No contention means that the figures agree about it. */
export interface AgendaItem {
  readonly entry: string;
  readonly contentions: readonly Contention[];
}

/**
 * The entries in the order in which they should be talked about: contested before agreed, the
 * largest spread first, equals by rank and then by id. `open` are the entries of contestedZone. Empty
 * when the scores cannot be ranked.
 */
export function agenda(
  scoring: Scoring,
  open: ReadonlySet<string> = new Set(),
): readonly AgendaItem[] {
  const all = aggregate(scoring);
  if (!all.allowed) return [];
  const movable = movedByOneMember(scoring, all.ranking);
  return [...all.ranking.entries]
    .map((figure) => ({ figure, contentions: contentionsOf(figure, all.ranking, movable, open) }))
    .sort(
      (a, b) =>
        Math.sign(b.contentions.length) - Math.sign(a.contentions.length) ||
        (b.figure.spread ?? 0) - (a.figure.spread ?? 0) ||
        (a.figure.rank ?? Infinity) - (b.figure.rank ?? Infinity) ||
        (a.figure.entry < b.figure.entry ? -1 : 1),
    )
    .map(({ figure, contentions }) => ({ entry: figure.entry, contentions }));
}

/** Whether the composites fall apart in two groups: a gap of {@link CAMP_GAP} with two on each side. */
export function standsInTwoCamps(composites: readonly number[]): boolean {
  const sorted = [...composites].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((value, at) => value - sorted[at]);
  const widest = Math.max(...gaps, 0);
  const below = gaps.indexOf(widest) + 1;
  return widest >= CAMP_GAP && below >= CAMP_SIZE && sorted.length - below >= CAMP_SIZE;
}

function contentionsOf(
  figure: RankedEntry,
  ranking: Ranking,
  movable: ReadonlySet<string>,
  open: ReadonlySet<string>,
): readonly Contention[] {
  if (figure.rank === null) return ['unscored'];
  const found: readonly (readonly [Contention, boolean])[] = [
    ['cut-tie', ranking.tied.includes(figure.entry)],
    ['one-member', movable.has(figure.entry)],
    ['two-camps', standsInTwoCamps(figure.counted.map(({ value }) => value))],
    ['open-place', open.has(figure.entry)],
  ];
  return found.filter(([, holds]) => holds).map(([contention]) => contention);
}

/** The entries that are in with everybody and not without some member, or the other way round. */
function movedByOneMember(scoring: Scoring, ranking: Ranking): ReadonlySet<string> {
  const judges = [
    ...new Set(ranking.entries.flatMap(({ counted }) => counted.map((c) => c.judge))),
  ];
  const moved = new Set<string>();
  for (const judge of judges) {
    const without = aggregate({
      ...scoring,
      sheets: scoring.sheets.filter((sheet) => sheet.judge !== judge),
    });
    if (!without.allowed) continue;
    for (const { entry } of ranking.entries)
      if (within(ranking, entry) !== within(without.ranking, entry)) moved.add(entry);
  }
  return moved;
}

function within(cut: Cut, entry: string): 'in' | 'tied' | 'out' {
  if (cut.top.includes(entry)) return 'in';
  return cut.tied.includes(entry) ? 'tied' : 'out';
}
