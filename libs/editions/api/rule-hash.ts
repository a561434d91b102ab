import { createHash } from 'node:crypto';
import type { EditionRow } from './edition-row';

/** How many members read each entry of a class, by its code; absent where everybody reads everything. */
export type Readings = Readonly<Record<string, number>>;

/** What decides how entries are judged, and nothing else. Registered before it is used. */
export function ruleOf(edition: EditionRow, readings: Readings = {}) {
  return {
    preset: edition.preset,
    aggregation: 'plain-weighted-mean',
    scale: [edition.scaleMin, edition.scaleMax],
    quorum: edition.quorum,
    tieRule: edition.tieRule,
    impartialityScope: edition.impartialityScope,
    classes: edition.classes.map(({ code, minPopulation, maxPopulation, finalists, winners }) => ({
      code,
      minPopulation,
      maxPopulation,
      finalists,
      winners,
      readings: readings[code] ?? null,
    })),
    criteria: edition.criteria.map(({ code, weight, name, guidance, levels }) => ({
      code,
      weight,
      name,
      guidance,
      levels,
    })),
  };
}

/** SHA-256 over the rule as JSON with sorted keys, so that it can be computed again from the edition. */
export function ruleHash(edition: EditionRow, readings: Readings = {}): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(ruleOf(edition, readings))))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
