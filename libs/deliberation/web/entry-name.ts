import type { ClassEntryView } from '@award/deliberation/contract';

/** `Rauma`, or `Herøy (Nordland)` where two entries of the class have the same name. */
export function entryName(entries: readonly ClassEntryView[], nominationId: string): string {
  const entry = entries.find((one) => one.nominationId === nominationId);
  if (!entry) return '';
  const alone =
    entries.filter(({ municipality }) => municipality === entry.municipality).length < 2;
  return alone ? entry.municipality : `${entry.municipality} (${entry.county})`;
}
