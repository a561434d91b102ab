/**
 * Shift-share: how much of a municipality's growth in jobs followed the country, how much came of
 * the industries it happens to have, and how much is its own. The three add up to the growth. It
 * describes; it does not explain, and a single large employer can decide the third part.
 * Source: Dunn (1960), A statistical and analytical technique for regional analysis.
 */
export interface IndustryFigures {
  readonly industry: string;
  /** Jobs in the municipality in the first and the last year; null where the figure is missing or withheld. */
  readonly first: number | null;
  readonly last: number | null;
  /** The same in the whole country. */
  readonly countryFirst: number | null;
  readonly countryLast: number | null;
}

export interface ShiftShare {
  /** Jobs in the industries that are counted. */
  readonly first: number;
  readonly last: number;
  /** Growth of those industries in the whole country, as a share of the first year. */
  readonly countryGrowth: number;
  /** Jobs, not rounded: as the country grew; by the mix of industries; the municipality's own part. */
  readonly national: number;
  readonly mix: number;
  readonly own: number;
  /** Industries left out because a figure is missing or the country had no jobs in it at first. */
  readonly leftOut: readonly string[];
}

/**
 * Null when nothing can be counted. An industry with a missing figure is left out of all sums, the
 * country's too: a missing figure is missing, never zero.
 */
export function shiftShare(industries: readonly IndustryFigures[]): ShiftShare | null {
  const counted = industries.filter(isWhole);
  const sum = (of: (one: Whole) => number) => counted.reduce((total, one) => total + of(one), 0);
  const [countryFirst, countryLast] = [
    sum((one) => one.countryFirst),
    sum((one) => one.countryLast),
  ];
  const [first, last] = [sum((one) => one.first), sum((one) => one.last)];
  if (countryFirst === 0 || first === 0) return null;
  const countryGrowth = countryLast / countryFirst - 1;
  const growthOf = (one: Whole) => one.countryLast / one.countryFirst - 1;
  return {
    first,
    last,
    countryGrowth,
    national: first * countryGrowth,
    mix: sum((one) => one.first * (growthOf(one) - countryGrowth)),
    own: sum((one) => one.last - one.first * (1 + growthOf(one))),
    leftOut: industries.filter((one) => !isWhole(one)).map(({ industry }) => industry),
  };
}

type Whole = { readonly [K in keyof IndustryFigures]: NonNullable<IndustryFigures[K]> };

function isWhole(one: IndustryFigures): one is Whole {
  const { first, last, countryFirst, countryLast } = one;
  return first !== null && last !== null && countryLast !== null && (countryFirst ?? 0) > 0;
}
