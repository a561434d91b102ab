import type { ExampleFilter } from '@award/publication/contract';
import type { PublicDatabase } from '../public-database';
import type { PublicWatch } from '../public-watch.service';
import { CATALOGUE, type CatalogueRow, type HitRow } from './learning.queries';
import type { SearchWord } from './search-words';

/** All examples without their texts, in the order of the list: read once for each revision of what is public. */
export class Catalogue {
  private kept: { revision: number; rows: Promise<CatalogueRow[]> } | null = null;

  constructor(
    private readonly db: PublicDatabase,
    private readonly watch: PublicWatch,
  ) {}

  rows(): Promise<readonly CatalogueRow[]> {
    const { revision } = this.watch;
    if (this.kept && revision > 0 && this.kept.revision === revision) return this.kept.rows;
    // The revision was read first: what is read may be newer than it says, never older.
    const kept = { revision, rows: this.db.query<CatalogueRow[]>(CATALOGUE) };
    this.kept = kept;
    kept.rows.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.rows;
  }
}

/** Those that pass the filter, in their order. */
export function filtered(
  rows: readonly CatalogueRow[],
  { classCode, year, county, field, trait, basis }: ExampleFilter,
): readonly CatalogueRow[] {
  return rows.filter(
    (row) =>
      (classCode === null || row.classCode === classCode) &&
      (year === null || row.year === year) &&
      (county === null || row.county === county) &&
      (field === null || row.fields.includes(field)) &&
      (trait === null || row.traits.includes(trait)) &&
      (basis === null || row.basis === basis),
  );
}

/**
 * Those in which every word is found, best first: in the text, by name or county, or, unless `insideWords`, among the
 * fields and traits that the word speaks of. Words that are too small to be looked for are found everywhere.
 */
export function matching(
  rows: readonly CatalogueRow[],
  words: readonly SearchWord[],
  hits: readonly HitRow[],
  insideWords: boolean,
): readonly CatalogueRow[] {
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  const small = byId.get(null)?.words ?? [];
  const fits = (row: CatalogueRow, word: SearchWord, at: number) =>
    byId.get(row.id)?.words.includes(at) ||
    small.includes(at) ||
    row.place.includes(word.folded) ||
    (!insideWords &&
      (word.fields.some((field) => row.fields.includes(field)) ||
        word.traits.some((trait) => row.traits.includes(trait))));
  const rankOf = ({ id }: CatalogueRow) => byId.get(id)?.rank ?? 0;
  return rows
    .filter((row) => words.every((word, at) => fits(row, word, at)))
    .sort((one, other) => rankOf(other) - rankOf(one));
}
