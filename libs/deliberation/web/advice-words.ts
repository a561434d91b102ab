/** What the figures beside the ranking are called, and how they are said. */
import type { CheckKind } from '@award/award';
import type { CheckView, RankingView } from '@award/deliberation/contract';
import { formatNumber, inLocale } from '@award/ui/web';

const CHECK_WORDS: Record<CheckKind, (of: string) => string> = {
  adjusted: () =>
    $localize`:@@deliberation.check.adjusted:Justert for hvor strengt medlemmene vurderer`,
  'least-squares': () =>
    $localize`:@@deliberation.check.least-squares:Fullt justert (minste kvadrater)`,
  trimmed: () => $localize`:@@deliberation.check.trimmed:Uten høyeste og laveste vurdering`,
  median: () => $localize`:@@deliberation.check.median:Den midterste vurderingen (median)`,
  'without-judge': (of) => $localize`:@@deliberation.check.without-judge:Uten ${of}:name:`,
  'adjusted-without-judge': (of) =>
    $localize`:@@deliberation.check.adjusted-without-judge:Justert, uten ${of}:name:`,
  'equal-weights': () => $localize`:@@deliberation.check.equal-weights:Lik vekt på alle momenter`,
  'weight-more': (of) =>
    $localize`:@@deliberation.check.weight-more:«${of}:criterion:» teller en firedel mer`,
  'weight-less': (of) =>
    $localize`:@@deliberation.check.weight-less:«${of}:criterion:» teller en firedel mindre`,
  'without-criterion': (of) =>
    $localize`:@@deliberation.check.without-criterion:Uten «${of}:criterion:»`,
  house: (of) => $localize`:@@deliberation.check.house:Bare vurderingene fra ${of}:house:`,
};

/** The names that the advice is about, by id. */
export interface AdviceNames {
  entry: (id: string) => string;
  member: (id: string) => string;
  criterion: (code: string) => string;
}

export function adviceNames(view: RankingView, locale: string): AdviceNames {
  const entries = new Map(view.entries.map((one) => [one.nominationId, one.municipality]));
  const members = new Map(view.members.map((one) => [one.seatId, one.name]));
  const criteria = new Map(view.criteria.map(({ code, name }) => [code, inLocale(name, locale)]));
  return {
    entry: (id) => entries.get(id) ?? '',
    member: (id) => members.get(id) ?? '',
    criterion: (code) => criteria.get(code) ?? '',
  };
}

export function checkName({ kind, of }: CheckView, names: AdviceNames): string {
  if (of === null || kind === 'house') return CHECK_WORDS[kind](of ?? '');
  return CHECK_WORDS[kind](kind.endsWith('judge') ? names.member(of) : names.criterion(of));
}

/** Who is within the places by a check: the same, or who comes in and who goes out. */
export function checkOutcome(
  { joint, enters, leaves, tied }: CheckView,
  names: AdviceNames,
): string {
  if (!joint) return $localize`:@@deliberation.check.not-joint:Kan ikke rangeres samlet`;
  const list = (ids: readonly string[]) => ids.map(names.entry).join(', ');
  if (tied.length > 0)
    return $localize`:@@deliberation.check.tied:Likt på streken: ${list(tied)}:names:`;
  if (enters.length + leaves.length === 0) return $localize`:@@deliberation.check.same:De samme`;
  if (enters.length === 0)
    return $localize`:@@deliberation.check.leaves:Ut: ${list(leaves)}:names:`;
  if (leaves.length === 0)
    return $localize`:@@deliberation.check.enters:Inn: ${list(enters)}:names:`;
  return $localize`:@@deliberation.check.swaps:Inn: ${list(enters)}:in:. Ut: ${list(leaves)}:out:`;
}

/** The best and the worst place that an entry has in the checks, such as `2–4`. */
export function placeRange(range: { best: number; worst: number } | null): string {
  if (range === null) return '–';
  return range.best === range.worst ? String(range.best) : `${range.best}–${range.worst}`;
}

/** A chance in steps of five: the figures carry no more. */
export function chanceWords(chance: number | null): string {
  if (chance === null) return '–';
  const words =
    chance < 0.05
      ? $localize`:@@deliberation.chance.under:under 5 %`
      : chance > 0.95
        ? $localize`:@@deliberation.chance.over:over 95 %`
        : $localize`:@@deliberation.chance.about:om lag ${Math.round(chance * 20) * 5}:percent: %`;
  return words.replace(' %', '\u00a0%');
}

export function intervalWords(low: number | null, high: number | null, locale: string): string {
  if (low === null || high === null) return '–';
  return $localize`:@@deliberation.interval:${formatNumber(low, locale, 1)}:low: til ${formatNumber(high, locale, 1)}:high:`;
}
