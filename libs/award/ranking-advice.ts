/**
 * What stands beside the official ranking of a class for the jury's talk: the severity-adjusted mean
 * with its interval, the chance of a place, how far the judges agree, how stable the places are, what
 * the weights do, and how high or low each judge scores. Everything is made from the sheets that the
 * ranking counts, of one class alone; nothing of it decides.
 */
import { intraclass, krippendorffAlpha, reliability } from './agreement';
import { chanceOfPlaces, contestedZone } from './chance-of-places';
import {
  compositesOf,
  type CountedScores,
  type StabilityCheck,
  stabilityChecks,
  stabilityVerdict,
  type StabilityVerdict,
} from './rank-stability';
import type { Ranking, Scoring } from './score-aggregation';
import { fitSeverity, type SeverityWarning } from './severity-model';
import {
  type CriterionMeans,
  placesUnderDrawnWeights,
  type TippingPoint,
  tippingPoint,
} from './weight-sensitivity';

/** Standard errors on each side of an interval that holds 90 per cent. */
const NINETY = 1.645;

/** Means in steps of the scale, at the level of the plain means; chances and shares from 0 to 1. */
export interface AdvisedEntry {
  readonly entry: string;
  readonly adjusted: number;
  /** The ends of a 90 per cent interval; null when the noise is unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** Null when unknown, or when nothing links all entries. */
  readonly inPlaces: number | null;
  /** The share of drawn weights with which it is within the places; null with one criterion. */
  readonly underWeights: number | null;
}

/** How much higher or lower than the panel a judge scores on the same entries. */
export interface AdvisedJudge {
  readonly judge: string;
  readonly n: number;
  readonly effect: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RankingAdvice {
  /** Scored entries by id. */
  readonly entries: readonly AdvisedEntry[];
  /** Entries whose chance of a place is open: worth the meeting's time. */
  readonly contested: readonly string[];
  readonly judges: readonly AdvisedJudge[];
  readonly agreement: {
    /** ICC(2,1) and ICC(2,k), null unless everybody has scored everything. */
    readonly single: number | null;
    readonly average: number | null;
    readonly alpha: number | null;
    /** For any design: the part of what one judge's scores tell that is about the entries. */
    readonly reliability: number | null;
  };
  /** Entries that are linked by judges with each other; more than one group has no joint adjusted ranking. */
  readonly groups: readonly (readonly string[])[];
  readonly warnings: readonly SeverityWarning[];
  readonly checks: readonly StabilityCheck[];
  readonly verdict: StabilityVerdict;
  readonly tipping: TippingPoint | null;
}

/** The advice on a ranking. `houseOf` tells each judge's organisation. */
export function adviceOn(
  scoring: Scoring,
  ranking: Ranking,
  about: { readonly classCode: string; readonly houseOf: ReadonlyMap<string, string> },
): RankingAdvice {
  const { places, direction } = scoring;
  const criteria = scoring.criteria.filter(({ weight }) => weight > 0);
  const sheets = countedSheets(scoring, ranking);
  const cells = compositesOf(sheets, criteria);
  const fit = fitSeverity(cells);
  const options = { classCode: about.classCode, places, direction };
  const chances = chanceOfPlaces(fit, cells, options);
  const means = criterionMeans(
    sheets,
    criteria.map(({ code }) => code),
  );
  const weighed = criteria.length > 1;
  const shares = weighed ? placesUnderDrawnWeights(means, criteria, places, direction) : null;
  const checks = stabilityChecks(
    { sheets, criteria, places, direction, houseOf: about.houseOf },
    ranking,
  );
  const icc = intraclass(cells);
  return {
    entries: fit.entries.map(({ entry, shown, se }, at) => ({
      entry,
      adjusted: shown,
      ...interval(shown, se),
      inPlaces: chances?.[at].inPlaces ?? null,
      underWeights: shares?.find((one) => one.entry === entry)?.share ?? null,
    })),
    contested: chances ? contestedZone(chances) : [],
    judges: fit.judges.map(({ judge, n, effect, se }) => ({
      judge,
      n,
      effect,
      ...interval(effect, se),
    })),
    agreement: {
      single: icc?.single ?? null,
      average: icc?.average ?? null,
      alpha: krippendorffAlpha(cells),
      reliability: reliability(fit),
    },
    groups: Array.from({ length: fit.components }, (_, group) =>
      fit.entries.filter(({ component }) => component === group).map(({ entry }) => entry),
    ),
    warnings: fit.warnings,
    checks,
    verdict: stabilityVerdict(checks, ranking),
    tipping: weighed ? tippingPoint(means, criteria, places, direction) : null,
  };
}

/** The sheets that the ranking counts, with the scores of the counted criteria; by judge and entry. */
function countedSheets(scoring: Scoring, ranking: Ranking): readonly CountedScores[] {
  const counted = new Set(
    ranking.entries.flatMap(({ entry, counted }) =>
      counted.map(({ judge }) => JSON.stringify([judge, entry])),
    ),
  );
  const keyed = scoring.sheets.map((sheet) => ({
    key: JSON.stringify([sheet.judge, sheet.entry]),
    sheet,
  }));
  return keyed
    .filter(({ key }) => counted.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ sheet: { judge, entry, scores } }) => ({
      judge,
      entry,
      scores: Object.fromEntries(scoring.criteria.map(({ code }) => [code, scores[code] ?? 0])),
    }));
}

function criterionMeans(
  sheets: readonly CountedScores[],
  codes: readonly string[],
): readonly CriterionMeans[] {
  const entries = [...new Set(sheets.map(({ entry }) => entry))].sort();
  return entries.map((entry) => {
    const own = sheets.filter((sheet) => sheet.entry === entry);
    const mean = (code: string) =>
      own.reduce((sum, { scores }) => sum + scores[code], 0) / own.length;
    return { entry, means: Object.fromEntries(codes.map((code) => [code, mean(code)])) };
  });
}

function interval(value: number, se: number | null) {
  return se === null
    ? { low: null, high: null }
    : { low: value - NINETY * se, high: value + NINETY * se };
}
