// Carries the known results of earlier editions over from a folder of public facts:
// node tools/carry-over-editions.mjs <folder with the source tables> [<folder to write to>]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const [source, target = join(import.meta.dirname, '../libs/publication/api/archive-data')] =
  process.argv.slice(2);
if (source === undefined) {
  console.error(
    'usage: carry-over-editions <folder with the source tables> [<folder to write to>]',
  );
  process.exit(2);
}

const classes = { under_15000: 'small', '15000_og_over': 'large' };
// Of the 2025 edition only the nominated are known; a nominated municipality is a finalist.
const outcomes = { vinner: 'winner', finalist: 'finalist', nominert: 'finalist' };

const rows = parse(readFileSync(join(source, 'vertskommune_utgaver.csv'), 'utf8'), {
  columns: true,
}).map((row) => ({
  edition: row.utgave,
  ceremony_date: row.kaaringsdato,
  class: classes[row.storrelsesklasse],
  municipality_number: row.kommunenummer_da,
  outcome: outcomes[row.status],
  population: row.folketall_1_januar_utgaveaar,
  source: row.kilde,
}));

const columns = Object.keys(rows[0]);
if (rows.some((row) => columns.some((column) => !/^[^",\n]*$/.test(row[column] ?? '"'))))
  throw new Error('earlier-editions.csv: a cell is missing or needs quoting');
const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
writeFileSync(
  join(target, 'earlier-editions.csv'),
  `${[columns.join(','), ...lines].join('\n')}\n`,
);
console.log(`earlier-editions.csv: ${rows.length} rows`);
