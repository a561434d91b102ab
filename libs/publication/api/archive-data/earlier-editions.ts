/** Reads the known results of earlier editions; the columns are described in `README.md`. */
import { parse } from 'csv-parse/sync';

/** A finalist or winner of an earlier edition, as published. */
export interface EarlierResult {
  /** The year of the edition. */
  readonly edition: number;
  /** `YYYY-MM-DD`; null when it is not known. */
  readonly ceremonyDate: string | null;
  readonly sizeClass: 'small' | 'large';
  /** The number the municipality had on 1 January of the year of the edition. */
  readonly municipalityNumber: string;
  /** A finalist may be a winner that is not known to be one (2025). */
  readonly outcome: 'finalist' | 'winner';
  /** Residents on 1 January of the year of the edition. */
  readonly population: number;
  /** Address of the public page that states the result. */
  readonly source: string;
}

const COLUMNS = [
  'edition',
  'ceremony_date',
  'class',
  'municipality_number',
  'outcome',
  'population',
  'source',
] as const;

/** The results in the order of the file. Throws, naming the line, when a row is not as described. */
export function parseEarlierEditions(text: string): EarlierResult[] {
  const [header, ...rows] = parse(text, { bom: true, relax_column_count: true });
  if (header?.join() !== COLUMNS.join())
    throw new Error(`earlier editions, line 1: the header is not ${COLUMNS.join()}`);
  return rows.map((cells, index) => {
    const fail = (problem: string): never => {
      throw new Error(`earlier editions, line ${index + 2}: ${problem}`);
    };
    const cell = (column: (typeof COLUMNS)[number], shape: RegExp) => {
      const value = cells[COLUMNS.indexOf(column)] ?? '';
      return shape.test(value) ? value : fail(`${column} is ${value || 'blank'}`);
    };
    if (cells.length !== COLUMNS.length) fail(`${cells.length} cells`);
    return {
      edition: Number(cell('edition', /^20\d\d$/)),
      ceremonyDate: cell('ceremony_date', /^(|20\d\d-\d\d-\d\d)$/) || null,
      sizeClass: cell('class', /^(small|large)$/) === 'small' ? 'small' : 'large',
      municipalityNumber: cell('municipality_number', /^\d{4}$/),
      outcome: cell('outcome', /^(finalist|winner)$/) === 'winner' ? 'winner' : 'finalist',
      population: Number(cell('population', /^\d+$/)),
      source: cell('source', /^https:\/\/\S+$/),
    };
  });
}
