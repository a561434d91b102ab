import {
  BASES,
  type Basis,
  cutAt,
  outlierFlags,
  OVERALL,
  PARITY_HOUSES,
  type ParityHouse,
  type RankedEntry,
} from '@award/award';
import type { ScoringInput } from '@award/scoring/api';
import type {
  AdviceView,
  BasisFigureView,
  ClassEntryView,
  DotView,
  HouseFigureView,
  OutliersView,
  RankedEntryView,
  RankingView,
  ReasonsView,
} from '@award/deliberation/contract';
import { classHead, type ClassRoom } from './class-door';
import type { Figures, FrozenRanking } from './rankings.service';

interface Shown {
  room: ClassRoom;
  figures: Figures;
  scored: ScoringInput;
  entries: ClassEntryView[];
  frozen: FrozenRanking | null;
  reasons: Map<string, ReasonsView>;
}

/** The ranking as a page shows it: every figure with who was counted, who was set aside and why, who is missing. */
export function rankingView(shown: Shown): RankingView {
  const { room, figures, scored, entries, frozen, reasons } = shown;
  const { edition, members, own, seats } = room;
  const { ranking } = figures.result;
  const known = new Map(entries.map((entry) => [entry.nominationId, entry]));
  const placed = placedBy(figures, scored.places);
  const views = ranking.entries.flatMap((figure) => {
    const entry = known.get(figure.entry);
    return entry ? [entryView(figure, entry, figures, scored, placed, reasons)] : [];
  });
  const judges = new Set(figures.input.judges.map(({ seat }) => seat));
  return {
    class: classHead(room),
    places: scored.places,
    scale: { min: scored.scale.min, max: scored.scale.max },
    criteria: [
      ...(scored.counted.some(({ code }) => code === OVERALL)
        ? [{ code: OVERALL, name: null, weight: 1, counted: true }]
        : []),
      ...edition.criteria.map(({ code, name, weight }) => ({
        code,
        name,
        weight,
        counted: scored.counted.some((one) => one.code === code),
      })),
    ],
    members: scored.seats
      .filter(({ seatId, active }) => active || judges.has(seatId))
      .map(({ seatId, house }) => {
        const member = members.find((one) => one.seatId === seatId);
        return {
          seatId,
          name: seats.find(({ id }) => id === seatId)?.name ?? '',
          house,
          own: own?.seatId === seatId,
          takesPart: member?.takesPart.allowed ?? false,
        };
      }),
    entries: views,
    cutTie: ranking.cutTie,
    countedSheets: ranking.countedSheets,
    setAsideSheets: ranking.setAsideSheets,
    bases: Object.fromEntries(BASES.map((basis) => [basis, basisFigure(views, basis)])) as Record<
      Basis,
      BasisFigureView
    >,
    advice: adviceView(figures, room),
    outliers: own === null ? outliersView(figures) : null,
    inputHash: figures.hash,
    frozen: frozen && {
      id: frozen.id,
      inputHash: frozen.inputHash,
      madeAt: frozen.madeAt.toISOString(),
      current: frozen.inputHash === figures.hash,
    },
  };
}

/** What every entry is looked up in. */
interface Placed {
  cut: ReturnType<typeof cutAt>;
  /** By seat and entry. */
  scores: Map<string, Record<string, number>>;
  /** By entry. */
  range: Map<string, { best: number; worst: number }>;
}

function placedBy({ input, result }: Figures, places: number): Placed {
  const range: Placed['range'] = new Map();
  for (const check of result.advice.checks)
    for (const { entry, rank } of (check.kind === 'house' ? null : check.places) ?? []) {
      const { best, worst } = range.get(entry) ?? { best: rank, worst: rank };
      range.set(entry, { best: Math.min(best, rank), worst: Math.max(worst, rank) });
    }
  return {
    cut: cutAt(result.ranking.entries, places),
    scores: new Map(input.sheets.map(({ judge, entry, scores }) => [`${judge} ${entry}`, scores])),
    range,
  };
}

function entryView(
  figure: RankedEntry,
  entry: ClassEntryView,
  { result }: Figures,
  scored: ScoringInput,
  placed: Placed,
  reasons: Shown['reasons'],
): RankedEntryView {
  const { cut } = placed;
  const id = figure.entry;
  const advised = result.advice.entries.find((one) => one.entry === id);
  const item = result.agenda.find((one) => one.entry === id);
  return {
    ...entry,
    place: figure.rank,
    mean: figure.value,
    spread: figure.spread,
    contentions: [...(item?.contentions ?? [])],
    cut: cut.top.includes(id) ? 'in' : cut.tied.includes(id) ? 'tied' : 'out',
    dots: figure.counted.map(({ judge, value, stale }): DotView => ({
      seatId: judge,
      value,
      scores: placed.scores.get(`${judge} ${id}`) ?? {},
      stale,
    })),
    setAside: figure.setAside.map(({ judge, why }) => ({ seatId: judge, why })),
    missing: scored.missing
      .filter(({ nominationId }) => nominationId === id)
      .map(({ seatId }) => seatId),
    houses: Object.fromEntries(
      PARITY_HOUSES.map((house) => [house, houseFigure(result.houses[house], id)]),
    ) as Record<ParityHouse, HouseFigureView>,
    adjusted: advised?.adjusted ?? null,
    low: advised?.low ?? null,
    high: advised?.high ?? null,
    inPlaces: advised?.inPlaces ?? null,
    underWeights: advised?.underWeights ?? null,
    range: placed.range.get(id) ?? null,
    reasons: reasons.get(id) ?? null,
  };
}

const LEADS = ['leader', 'deputy-leader'];

/** Who scores high or low is for who leads the meeting and the secretariat, and without names. */
function adviceView({ input, result }: Figures, { own }: ClassRoom): AdviceView {
  const { agreement, groups, warnings, checks, verdict, tipping, judges } = result.advice;
  const houseOf = new Map(input.judges.map(({ seat, house }) => [seat, house]));
  const severity = [...judges]
    .sort((a, b) => a.effect - b.effect)
    .map(({ judge, n, effect, low, high }) => ({
      house: houseOf.get(judge) ?? 'independent',
      n,
      effect,
      low,
      high,
    }));
  return {
    agreement,
    groups,
    warnings,
    checks: checks.map(({ places, ...check }) => ({ ...check, joint: places !== null })),
    verdict,
    tipping,
    severity: own === null || LEADS.includes(own.position) ? severity : null,
  };
}

function outliersView({ result }: Figures): OutliersView {
  const { scores, judges } = outlierFlags(
    result.ranking.entries.flatMap(({ entry, counted }) =>
      counted.map(({ judge, value }) => ({ judge, entry, value })),
    ),
  );
  return {
    scores: scores.map(({ judge, entry, value, residual }) => ({
      seatId: judge,
      nominationId: entry,
      value,
      residual,
    })),
    members: judges.map(({ judge, correlation, shared }) => ({
      seatId: judge,
      correlation,
      shared,
    })),
  };
}

function houseFigure(
  figures: Figures['result']['houses'][ParityHouse],
  entry: string,
): HouseFigureView {
  const own = figures.find((figure) => figure.entry === entry);
  return { mean: own?.mean ?? null, place: own?.place ?? null, counted: own?.counted ?? 0 };
}

function basisFigure(entries: readonly RankedEntryView[], basis: Basis): BasisFigureView {
  const means = entries.flatMap((entry) =>
    entry.basis === basis && entry.mean !== null ? [entry.mean] : [],
  );
  return {
    entries: means.length,
    mean: means.length === 0 ? null : means.reduce((sum, one) => sum + one, 0) / means.length,
  };
}
