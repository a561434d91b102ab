import type { Words } from '@award/editions/contract';
import type {
  Basis,
  Contention,
  House,
  ParityHouse,
  RankingAdvice,
  WhySetAside,
} from '@award/award';
import type { ClassEntryView, ClassHeadView, MemberView } from './class.contract';

export interface RankedCriterionView {
  code: string;
  /** Null for the overall score. */
  name: Words | null;
  /** Whole number from 0 to 1000; 0 is shown but not counted. */
  weight: number;
  /** Whether the official figure counts this criterion. */
  counted: boolean;
}

/** One member's dot. `value` is the sheet's composite: the weighted mean of the counted criteria. */
export interface DotView {
  seatId: string;
  value: number;
  /** By criterion code; a criterion that is absent was left open. */
  scores: Record<string, number>;
  /** The entry has changed since the sheet was written; it counts all the same. */
  stale: boolean;
}

export interface HouseFigureView {
  /** Mean of the house's own sheets; null without any. */
  mean: number | null;
  /** Place by the house's own sheets. */
  place: number | null;
  counted: number;
}

export interface ReasonView {
  seatId: string;
  /** The written assessment, else the line; empty when nothing is written. */
  text: string;
}

/** The reasons of the two who are furthest apart. */
export interface ReasonsView {
  highest: ReasonView;
  lowest: ReasonView;
}

/** An entry's figure with its trail. Unscored entries have no place and no mean. */
export interface RankedEntryView extends ClassEntryView {
  place: number | null;
  mean: number | null;
  /** Largest composite minus the smallest. */
  spread: number | null;
  contentions: Contention[];
  /** Sure of a place, sharing the last one, or outside. */
  cut: 'in' | 'tied' | 'out';
  dots: DotView[];
  setAside: { seatId: string; why: WhySetAside }[];
  /** Members of the panel who take part in the class and whose sheet is missing. */
  missing: string[];
  houses: Record<ParityHouse, HouseFigureView>;
  /** The severity-adjusted mean at the level of the plain ones, with a 90 per cent interval; see RankingAdvice. */
  adjusted: number | null;
  low: number | null;
  high: number | null;
  /** Chance of a place by the severity model, from 0 to 1; null when it cannot be told. */
  inPlaces: number | null;
  /** Share of drawn weights that give it a place; null with one criterion. */
  underWeights: number | null;
  /** Its best and its worst place in the checks of the jury as a whole; null when it has none. */
  range: { best: number; worst: number } | null;
  /** Only of entries worth talking about. */
  reasons: ReasonsView | null;
}

/** How much higher or lower than the panel one member scores on the same entries. No name. */
export interface SeverityView {
  house: House;
  n: number;
  effect: number;
  low: number | null;
  high: number | null;
}

/** Who is above the line by one check. */
export interface CheckView extends Omit<RankingAdvice['checks'][number], 'places'> {
  /** Whether all can be ranked together this way. */
  joint: boolean;
}

/** The advice on the class as a whole. Entries are nomination ids, judges seat ids. */
export interface AdviceView extends Pick<
  RankingAdvice,
  'agreement' | 'groups' | 'warnings' | 'verdict' | 'tipping'
> {
  checks: CheckView[];
  /** From the strictest on; null for whom it is not shown to. */
  severity: SeverityView[] | null;
}

/** Scores and members that stand far out: reasons to ask, never to delete; see OutlierFlags. Seats and nomination ids. */
export interface OutliersView {
  scores: { seatId: string; nominationId: string; value: number; residual: number }[];
  members: { seatId: string; correlation: number; shared: number }[];
}

/** How one basis does against the other; a warning when one is systematically lower. */
export interface BasisFigureView {
  entries: number;
  mean: number | null;
}

export interface RankingView {
  class: ClassHeadView;
  /** How many finalists the edition names by default. */
  places: number;
  scale: { min: number; max: number };
  criteria: RankedCriterionView[];
  members: (MemberView & { takesPart: boolean })[];
  /** Best first; unscored last. */
  entries: RankedEntryView[];
  cutTie: boolean;
  countedSheets: number;
  setAsideSheets: number;
  bases: Record<Basis, BasisFigureView>;
  advice: AdviceView;
  /** For the secretariat alone; null for everybody else. */
  outliers: OutliersView | null;
  /** SHA-256 of what the figures were made from. */
  inputHash: string;
  /** The latest snapshot that was kept; `current` when it was made from the same scores as this page. */
  frozen: { id: string; inputHash: string; madeAt: string; current: boolean } | null;
}

/** Whether a kept ranking comes out the same when it is made again from its own input. */
export interface RecomputedView {
  rankingId: string;
  inputHash: string;
  recomputedHash: string;
  samePlaces: boolean;
  holds: boolean;
}
