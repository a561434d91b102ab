/** Values within a billionth of each other are equal, for they come from sums that are rounded. */
const SAME = 1e-9;

export interface PlacedEntry {
  readonly entry: string;
  readonly rank: number;
}

/**
 * Ranks 1, 2, 2, 4 by value, best first; equals in the order of `ids`, which says nothing.
 * `lower` means that the lowest is best.
 */
export function ranksOf(
  ids: readonly string[],
  values: ArrayLike<number>,
  direction: 'higher' | 'lower' = 'higher',
): readonly PlacedEntry[] {
  const sign = direction === 'lower' ? 1 : -1;
  const order = ids.map((_, at) => at).sort((a, b) => sign * (values[a] - values[b]) || a - b);
  let rank = 0;
  return order.map((at, place) => {
    if (place === 0 || Math.abs(values[at] - values[order[place - 1]]) > SAME) rank = place + 1;
    return { entry: ids[at], rank };
  });
}
