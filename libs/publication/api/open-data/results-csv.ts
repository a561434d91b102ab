import { stringify } from 'csv-stringify/sync';
import type { EditionResults } from '../edition-pages';

/**
 * One row for each finalist, in the columns of the open data. Text that a spreadsheet would take for a
 * formula is made harmless.
 */
export function resultsCsv(results: readonly EditionResults[]): string {
  const rows = results.flatMap(({ edition, classes }) =>
    classes.flatMap((group) =>
      group.finalists.map((entry) => [
        edition.year,
        group.code,
        entry.number,
        entry.name,
        entry.county,
        entry.population,
        entry.populationDate,
        entry.winner ? 'winner' : 'finalist',
        entry.withdrawnAt ?? '',
        entry.writtenForm ?? '',
        entry.justification ?? '',
        entry.source ?? '',
        entry.correctedAt ?? '',
        entry.prizeWithdrawnAt ?? '',
        edition.sample,
      ]),
    ),
  );
  return stringify(rows, {
    header: true,
    columns: COLUMNS.map(({ name }) => name),
    bom: true,
    escape_formulas: true,
    cast: { boolean: String },
  });
}

/** The columns, with what they hold, as the catalogue describes them. */
export const COLUMNS = [
  { name: 'year', holds: 'the edition' },
  { name: 'size_class', holds: 'small or large, by the population on the reference date' },
  { name: 'municipality_number', holds: 'the number at the time' },
  { name: 'municipality', holds: 'the name at the time' },
  { name: 'county', holds: 'the county at the time' },
  { name: 'population', holds: 'residents on population_date' },
  { name: 'population_date', holds: 'YYYY-MM-DD' },
  { name: 'result', holds: 'finalist or winner' },
  { name: 'withdrawn_at', holds: 'when the municipality withdrew; empty otherwise' },
  { name: 'written_form', holds: 'nb or nn: the language of the justification' },
  { name: 'justification', holds: 'the jury’s public reasons; empty where they are not known' },
  { name: 'source', holds: 'where an earlier result was published' },
  {
    name: 'corrected_at',
    holds: 'since when the justification reads as it does; empty when it was never corrected',
  },
  { name: 'prize_withdrawn_at', holds: 'when the prize was withdrawn; empty otherwise' },
  { name: 'sample', holds: 'true for invented data' },
] as const;
