/**
 * What the score command answers for each view, exactly as its contract says (README, «Scores in,
 * figures out»): the plain mean, the severity-adjusted and the least-squares mean with ranks, errors
 * and chances, the agreement of the judges, and the first three without each judge. What is undefined
 * is null and never left out. Ids are sorted, so that the same input gives the same bytes.
 */
import { intraclass, krippendorffAlpha } from './agreement';
import { chanceOfPlaces } from './chance-of-places';
import { ranksOf } from './rank-by-value';
import { cutAt } from './score-aggregation';
import type { ScoreFile, ScoreView } from './score-file';
import { plainMeans, withoutJudge } from './severity-design';
import {
  adjustedMeans,
  estimate,
  fitSeverity,
  ROUGH_MEANS,
  type ScoreCell,
  type SeverityFit,
  type SeverityWarning,
} from './severity-model';

/** The first three: `ids` surely in, best first; `tied` share the cut when there is a tie across it. */
export interface TopThree {
  readonly ids: readonly string[];
  readonly cut_tie: boolean;
  readonly tied: readonly string[];
}

type ById<T> = Readonly<Record<string, T>>;
type Ranks = ById<number | null>;

export interface ViewReport {
  readonly entries: ById<{
    readonly n: number;
    readonly plain_mean: number | null;
    readonly eb_adjusted: number | null;
    readonly fe_adjusted: number | null;
    readonly se_vs_mean: number | null;
    readonly p_top3: number | null;
  }>;
  readonly judges: ById<{
    readonly n: number;
    readonly fe_effect: number | null;
    readonly eb_effect: number | null;
  }>;
  readonly plain_rank: Ranks;
  /** Null, as the three that follow from it, when nothing links all judges and entries. */
  readonly eb_rank: Ranks | null;
  readonly fe_rank: Ranks | null;
  readonly plain_top3: TopThree;
  readonly eb_top3: TopThree | null;
  readonly fe_top3: TopThree | null;
  readonly gamma: number | 'Infinity';
  readonly sigma2_error: number | null;
  readonly sigma2_judge: number | null;
  readonly severity_estimable: boolean;
  readonly n_components: number;
  readonly connected: boolean;
  readonly dropped_incomplete_sheets: number;
  readonly unscored: readonly string[];
  readonly icc: { readonly single: number | null; readonly average: number | null } | null;
  readonly krippendorff_alpha_interval: number | null;
  readonly leave_one_judge_out: ById<{
    readonly plain_top3: TopThree;
    readonly eb_top3: TopThree | null;
  }>;
  readonly warnings: readonly string[];
}

type Direction = ScoreFile['direction'];

const PLACES = 3;
const LARGEST_EXACT = 2 ** 50;

const WARNINGS: Readonly<Record<SeverityWarning, string>> = {
  'one-judge': 'ONE_JUDGE',
  disconnected: 'DISCONNECTED',
  'no-variance': 'NO_VARIANCE',
  'single-score-judge': 'SINGLE_SCORE_JUDGE',
  'severity-not-estimable': 'SEVERITY_NOT_ESTIMABLE',
};

/** The figures of every view of a file that has been read. */
export function scoreReport(file: ScoreFile): { readonly views: ById<ViewReport> } {
  return { views: Object.fromEntries(file.views.map((view) => [view.id, viewReport(file, view)])) };
}

function viewReport(file: ScoreFile, view: ScoreView): ViewReport {
  const { direction } = file;
  const { cells, dropped } = cellsOf(file, view);
  const fit = fitSeverity(cells);
  const { entries: fitted, judges: scoring, components, gamma } = fit;
  const chances = chanceOfPlaces(fit, cells, { classCode: view.id, places: PLACES, direction });
  const ids = fitted.map(({ entry }) => entry);
  const ranked = (values: readonly number[]) => ranksOf(ids, values, direction);
  const plain = ranked(fitted.map((one) => one.plain));
  const joint = components <= 1;
  const adjusted = joint ? ranked(fitted.map((one) => one.adjusted)) : null;
  const fixed = joint ? ranked(fitted.map((one) => one.fixed)) : null;
  const entries = entriesOf(file);
  const known = new Map(fitted.map((one, at) => [one.entry, { ...one, chance: chances?.[at] }]));
  const judges = [...file.scores.keys()].sort();
  const judgeOf = new Map(scoring.map((one) => [one.judge, one]));
  const unscored = entries.filter((entry) => !known.has(entry));
  const tops = {
    plain: topThree(plain),
    adjusted: adjusted && topThree(adjusted),
    fixed: fixed && topThree(fixed),
  };
  return {
    entries: byId(entries, (entry) => {
      const one = known.get(entry);
      return {
        n: one?.n ?? 0,
        plain_mean: one?.plain ?? null,
        eb_adjusted: one?.adjusted ?? null,
        fe_adjusted: one?.fixed ?? null,
        se_vs_mean: one?.se ?? null,
        p_top3: one?.chance?.inPlaces ?? null,
      };
    }),
    judges: byId(judges, (judge) => {
      const one = judgeOf.get(judge);
      return {
        n: one?.n ?? 0,
        fe_effect: one?.fixed ?? null,
        eb_effect: one?.effect ?? null,
      };
    }),
    plain_rank: asRanks(entries, plain),
    eb_rank: adjusted && asRanks(entries, adjusted),
    fe_rank: fixed && asRanks(entries, fixed),
    plain_top3: tops.plain,
    eb_top3: tops.adjusted,
    fe_top3: tops.fixed,
    gamma: gamma === Infinity ? 'Infinity' : gamma,
    sigma2_error: fit.noise,
    sigma2_judge: fit.judgeVariance,
    severity_estimable: fit.estimable,
    n_components: components,
    connected: components === 1,
    dropped_incomplete_sheets: dropped,
    unscored,
    icc: intraclass(cells),
    krippendorff_alpha_interval: krippendorffAlpha(cells),
    leave_one_judge_out: withoutEach(fit, judges, direction),
    warnings: warningsOf(fit, unscored.length, dropped, tops),
  };
}

function warningsOf(
  { warnings }: SeverityFit,
  unscored: number,
  dropped: number,
  tops: Readonly<Record<'plain' | 'adjusted' | 'fixed', TopThree | null>>,
): readonly string[] {
  const severity = new Set(warnings.map((warning) => WARNINGS[warning]));
  const found: readonly (readonly [string, boolean])[] = [
    ['ONE_JUDGE', severity.has('ONE_JUDGE')],
    ['DISCONNECTED', severity.has('DISCONNECTED')],
    ['NO_VARIANCE', severity.has('NO_VARIANCE')],
    ['UNSCORED_ENTRIES', unscored > 0],
    ['INCOMPLETE_SHEETS', dropped > 0],
    ['SINGLE_SCORE_JUDGE', severity.has('SINGLE_SCORE_JUDGE')],
    ['SEVERITY_NOT_ESTIMABLE', severity.has('SEVERITY_NOT_ESTIMABLE')],
    ['CUT_TIE_PLAIN', tops.plain?.cut_tie === true],
    ['CUT_TIE_FE', tops.fixed?.cut_tie === true],
    ['CUT_TIE_EB', tops.adjusted?.cut_tie === true],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}

/** The first three when each judge in turn has scored nothing, severity estimated anew. */
function withoutEach(
  fit: SeverityFit,
  judges: readonly string[],
  direction: Direction,
): ViewReport['leave_one_judge_out'] {
  const { design } = fit;
  const effects = Float64Array.from(fit.judges, ({ effect }) => effect);
  const fixedEffects = Float64Array.from(fit.judges, ({ fixed }) => fixed);
  const placeOf = new Map(design.judges.map((judge, at) => [judge, at]));
  return byId(judges, (judge) => {
    const place = placeOf.get(judge);
    const rest = place === undefined ? design : withoutJudge(design, place);
    const near = (values: Float64Array) => values.filter((_, at) => at !== place);
    const top = (values: Float64Array) => topThree(ranksOf(rest.entries, values, direction));
    if (rest.groups > 1) return { plain_top3: top(plainMeans(rest)), eb_top3: null };
    const estimates = estimate(rest, {
      effects: near(effects),
      fixedEffects: near(fixedEffects),
    });
    const rough = adjustedMeans(rest, estimates);
    return {
      plain_top3: top(estimates.means),
      eb_top3: top(firstAreApart(rough) ? rough : adjustedMeans(rest, estimate(rest))),
    };
  });
}

/** Whether the first few, counted from either end, are far enough apart to be told by rough means. */
function firstAreApart(values: Float64Array): boolean {
  const sorted = Float64Array.from(values).sort();
  const ends = [sorted.subarray(0, PLACES + 1), sorted.subarray(-PLACES - 1)];
  return ends.every((end) =>
    end.every((value, at) => at === 0 || value - end[at - 1] > 2 * ROUGH_MEANS),
  );
}

/**
 * The composite of each complete sheet: weights and scores are made whole numbers where their
 * decimals allow it, so that equal sheets are equal to the last bit.
 */
function cellsOf(
  { scores }: ScoreFile,
  { weights }: ScoreView,
): { readonly cells: readonly ScoreCell[]; readonly dropped: number } {
  const criteria = [...weights].sort(([a], [b]) => compareIds(a, b));
  const total = criteria.reduce((sum, [, weight]) => sum + weight, 0);
  const unit = wholeUnit(criteria.map(([, weight]) => weight));
  const whole = criteria.map(([code, weight]) => [code, Math.round(weight * unit)] as const);
  const wholeTotal = whole.reduce((sum, [, weight]) => sum + weight, 0);
  const cells: ScoreCell[] = [];
  let dropped = 0;
  for (const [judge, ofJudge] of scores)
    for (const [entry, sheet] of ofJudge) {
      const given = criteria.map(([code]) => sheet.get(code));
      if (given.includes(undefined)) {
        dropped += 1;
        continue;
      }
      const values = given.map((score) => score ?? 0);
      const fine = wholeUnit(values);
      const sum = weighted(whole, (at) => Math.round(values[at] * fine));
      const exact = unit > 0 && fine > 0 && Math.abs(sum) <= LARGEST_EXACT;
      const value = exact
        ? sum / (wholeTotal * fine)
        : weighted(criteria, (at) => values[at]) / total;
      cells.push({ judge, entry, value });
    }
  cells.sort((a, b) => compareIds(a.judge, b.judge) || compareIds(a.entry, b.entry));
  return { cells, dropped };
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function weighted(
  weights: readonly (readonly [string, number])[],
  score: (at: number) => number,
): number {
  return weights.reduce((sum, [, weight], at) => sum + weight * score(at), 0);
}

/** The power of ten that makes all of the numbers whole; 0 when more than six decimals are needed. */
function wholeUnit(values: readonly number[]): number {
  for (let unit = 1; unit <= 1_000_000; unit *= 10)
    if (values.every((value) => Math.round(value * unit) / unit === value)) return unit;
  return 0;
}

function entriesOf({ entries, scores }: ScoreFile): readonly string[] {
  const scored = [...scores.values()].flatMap((ofJudge) => [...ofJudge.keys()]);
  return [...new Set([...(entries ?? []), ...scored])].sort();
}

function topThree(ranks: readonly { readonly entry: string; readonly rank: number }[]): TopThree {
  const { top, cutTie, tied } = cutAt(ranks, PLACES);
  return { ids: top, cut_tie: cutTie, tied };
}

function asRanks(
  entries: readonly string[],
  ranks: readonly { readonly entry: string; readonly rank: number }[],
): Ranks {
  const rankOf = new Map(ranks.map(({ entry, rank }) => [entry, rank]));
  return byId(entries, (entry) => rankOf.get(entry) ?? null);
}

function byId<T>(ids: readonly string[], value: (id: string) => T): ById<T> {
  return Object.fromEntries(ids.map((id) => [id, value(id)]));
}
