/** Reads the shipped register files; their columns are described in `register-data/README.md`. */
import { parse } from 'csv-parse/sync';
import type {
  RegisterMunicipality,
  RegisterPopulation,
  RegisterState,
  RegisterSuccession,
  RegisterVersion,
  SuccessionKind,
} from './register-state';

/** The text of the three files. */
export interface RegisterFiles {
  readonly versions: string;
  readonly populations: string;
  readonly successions: string;
}

/** The shipped files by name, for whoever reads them from the disk. */
export const REGISTER_FILE_NAMES: Readonly<Record<keyof RegisterFiles, string>> = {
  versions: 'municipality-versions.csv',
  populations: 'populations.csv',
  successions: 'successions.csv',
};

const COLUMNS = {
  versions: [
    'key',
    'number',
    'official_name',
    'norwegian_name',
    'sami_name',
    'kven_name',
    'county_number',
    'county_name',
    'valid_from',
    'valid_to',
    'organisation_number',
    'sami_area',
    'longitude',
    'latitude',
  ],
  populations: ['key', 'date', 'count', 'source'],
  successions: ['from_key', 'to_key', 'date', 'share', 'kind'],
} as const;

const KINDS: readonly SuccessionKind[] = ['merged', 'divided', 'separated', 're-established'];

/** A file that cannot be read; `line` counts from 1, the header row included. */
export class RegisterFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly problem: string,
  ) {
    super(`${file}, line ${line}: ${problem}`);
  }
}

/**
 * The register that the files hold, municipalities in the order of their keys. Throws
 * RegisterFileError for a wrong header, a wrong number of cells, or a cell of the wrong shape;
 * whether the facts fit together is `checkRegister`'s question.
 */
export function parseRegisterFiles(files: RegisterFiles): RegisterState {
  return {
    municipalities: municipalitiesOf(rowsOf('versions', files.versions)),
    populations: rowsOf('populations', files.populations).map(populationOf),
    successions: rowsOf('successions', files.successions).map(successionOf),
  };
}

/** A row with its place, so that a fault can be pointed at. */
interface Row<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  fail(problem: string): never;
}
type RowOf<File extends keyof RegisterFiles> = Row<(typeof COLUMNS)[File][number]>;

function rowsOf<File extends keyof RegisterFiles>(file: File, text: string): RowOf<File>[] {
  const name = REGISTER_FILE_NAMES[file];
  const columns: readonly string[] = COLUMNS[file];
  const [header, ...lines] = parse(text, { bom: true, relax_column_count: true });
  if (header === undefined || header.join() !== columns.join())
    throw new RegisterFileError(name, 1, `the header is not ${columns.join()}`);
  return lines.map((cells, index) => {
    const fail = (problem: string): never => {
      throw new RegisterFileError(name, index + 2, problem);
    };
    if (cells.length !== columns.length)
      fail(`${cells.length} cells where ${columns.length} are expected`);
    return {
      cells: Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Record<
        (typeof COLUMNS)[File][number],
        string
      >,
      fail,
    };
  });
}

function municipalitiesOf(rows: readonly RowOf<'versions'>[]): RegisterMunicipality[] {
  const found = new Map<string, RegisterMunicipality>();
  for (const row of rows) {
    const key = filled(row, 'key');
    const organisationNumber = row.cells.organisation_number || null;
    const before = found.get(key);
    if (before !== undefined && before.organisationNumber !== organisationNumber)
      row.fail(`another organisation number for ${key} than in the row before`);
    const versions = [...(before?.versions ?? []), versionOf(row)];
    versions.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
    found.set(key, {
      key,
      organisationNumber,
      writtenForm: null,
      postAddress: null,
      mailDomain: null,
      versions,
    });
  }
  return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function versionOf(row: RowOf<'versions'>): RegisterVersion {
  const { cells } = row;
  return {
    number: filled(row, 'number'),
    name: filled(row, 'official_name'),
    norwegianName: filled(row, 'norwegian_name'),
    samiName: cells.sami_name || null,
    kvenName: cells.kven_name || null,
    countyNumber: filled(row, 'county_number'),
    countyName: filled(row, 'county_name'),
    validFrom: dateIn(row, 'valid_from'),
    validTo: cells.valid_to === '' ? null : dateIn(row, 'valid_to'),
    samiArea: yesOrNo(row, 'sami_area'),
    longitude: degreesIn(row, 'longitude'),
    latitude: degreesIn(row, 'latitude'),
  };
}

function populationOf(row: RowOf<'populations'>): RegisterPopulation {
  if (!/^\d+$/.test(row.cells.count)) row.fail(`count is not a whole number: ${row.cells.count}`);
  return {
    key: filled(row, 'key'),
    date: dateIn(row, 'date'),
    count: Number(row.cells.count),
    source: filled(row, 'source'),
  };
}

function successionOf(row: RowOf<'successions'>): RegisterSuccession {
  const { share } = row.cells;
  if (!/^(|1|0?\.\d+)$/.test(share)) row.fail(`share is not blank or at most 1: ${share}`);
  const kind = KINDS.find((one) => one === row.cells.kind);
  return {
    from: filled(row, 'from_key'),
    to: filled(row, 'to_key'),
    date: dateIn(row, 'date'),
    share: share === '' ? null : Number(share),
    kind: kind ?? row.fail(`unknown kind: ${row.cells.kind}`),
  };
}

function filled<Column extends string>(row: Row<Column>, column: Column): string {
  return row.cells[column] === '' ? row.fail(`${column} is blank`) : row.cells[column];
}
function dateIn<Column extends string>(row: Row<Column>, column: Column): string {
  const text = row.cells[column];
  return isDate(text) ? text : row.fail(`${column} is not a date: ${text}`);
}
function yesOrNo<Column extends string>(row: Row<Column>, column: Column): boolean | null {
  const text: string = row.cells[column];
  if (text !== '' && text !== 'yes' && text !== 'no') row.fail(`${column} is not yes, no or blank`);
  return text === '' ? null : text === 'yes';
}
function degreesIn<Column extends string>(row: Row<Column>, column: Column): number | null {
  const text = row.cells[column];
  if (!/^(|-?\d{1,3}(\.\d+)?)$/.test(text)) row.fail(`${column} is not degrees: ${text}`);
  return text === '' ? null : Number(text);
}

/** Whether the text is a real date, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
