import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';

export interface JobsImported {
  years: number[];
  municipalities: number;
  figures: number;
  /** Numbers that no municipality has now, and figures that are missing or withheld. */
  unknown: string[];
  missing: number;
}

interface Row {
  region: string;
  industry: string;
  name: string;
  year: number;
  jobs: number | null;
}

const COLUMNS = ['region', 'industry', 'name', 'year', 'jobs'] as const;

/**
 * Jobs by municipality, industry and year, from a file made of Statistics Norway's table 07984 or another source: columns
 * `region;industry;name;year;jobs`, region 0 for the whole country. A cell that is no number (`.`, `..`, `:`) is missing.
 * Takes the place of what was there, in one transaction; nothing changes when the file is broken.
 */
export async function importIndustryJobs(
  db: DataSource,
  csv: string,
  { source, updatedOn }: { source: string; updatedOn: string },
): Promise<JobsImported> {
  const rows = rowsIn(csv);
  const known = rows.filter(({ jobs }) => jobs !== null);
  const country = known.filter(({ region }) => /^0+$/.test(region));
  if (country.length === 0)
    throw new Error('The file has no figures for the whole country (region 0).');
  return db.transaction(async (tx) => {
    const numbers: { id: string; number: string }[] = await tx.query(
      `select municipality_id as id, number from municipality_version where valid_to is null`,
    );
    const idOf = new Map(numbers.map(({ id, number }) => [number, id]));
    const own = known.filter(({ region }) => idOf.has(region.padStart(4, '0')));
    const unknown = known.filter(
      ({ region }) => !/^0+$/.test(region) && !idOf.has(region.padStart(4, '0')),
    );
    await tx.query('delete from industry_jobs');
    await tx.query('delete from industry_jobs_of_country');
    await tx.query(
      `insert into industry_jobs_of_country (year, industry, name, jobs, source, updated_on)
       select r.year, r.industry, r.name, r.jobs, $2, $3::date
       from jsonb_to_recordset($1::jsonb) as r (year integer, industry text, name text, jobs integer)`,
      [JSON.stringify(country), source, updatedOn],
    );
    await tx.query(
      `insert into industry_jobs (municipality_id, year, industry, jobs)
       select r.id, r.year, r.industry, r.jobs
       from jsonb_to_recordset($1::jsonb) as r (id uuid, year integer, industry text, jobs integer)`,
      [JSON.stringify(own.map((row) => ({ ...row, id: idOf.get(row.region.padStart(4, '0')) })))],
    );
    return {
      years: [...new Set(country.map(({ year }) => year))].sort((one, other) => one - other),
      municipalities: new Set(own.map(({ region }) => region)).size,
      figures: own.length,
      unknown: [...new Set(unknown.map(({ region }) => region))].sort(),
      missing: rows.length - known.length,
    };
  });
}

function rowsIn(csv: string): Row[] {
  const delimiter = csv.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  const records: Record<string, string>[] = parse(csv, {
    bom: true,
    delimiter,
    trim: true,
    columns: (header: string[]) => header.map((name) => name.toLowerCase()),
    skip_empty_lines: true,
  });
  return records.map((record, at) => {
    const cells = COLUMNS.map((name) => record[name]);
    const [region, industry, name, year, jobs] = cells;
    if (!region || !industry || !/^\d{1,4}$/.test(region) || !/^(19|20)\d\d$/.test(year ?? ''))
      throw new Error(`Line ${at + 2} is not ${COLUMNS.join(';')}.`);
    const number = /^\d{1,9}$/.test(jobs ?? '') ? Number(jobs) : null;
    return { region, industry, name: name || industry, year: Number(year), jobs: number };
  });
}
