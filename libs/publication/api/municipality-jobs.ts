import { shiftShare } from '@award/award';
import type { MunicipalityJobs } from '@award/publication/contract';
import type { PublicDatabase } from './public-database';

interface JobsRow {
  year: number;
  name: string;
  jobs: number | null;
  country: number | null;
  source: string;
  updatedOn: string;
}

const JOBS = `
select c.year, c.name, j.jobs, c.jobs as country, c.source, c.updated_on::text as "updatedOn"
from industry_jobs_of_country c left join industry_jobs j on j.municipality_id = $1 and j.year = c.year and j.industry = c.industry
where exists (select from industry_jobs any_of where any_of.municipality_id = $1)
order by c.year, c.industry`;

/** The jobs of a municipality and what its growth was made of; null when none have been imported. */
export async function jobsOf(
  db: Pick<PublicDatabase, 'query'>,
  municipalityId: string,
): Promise<MunicipalityJobs | null> {
  const rows = await db.query<JobsRow[]>(JOBS, [municipalityId]);
  const own = rows.filter(({ jobs }) => jobs !== null);
  const years = [...new Set(own.map(({ year }) => year))];
  const [from, to] = [years[0], years.at(-1)];
  const [any] = rows;
  if (any === undefined || from === undefined || to === undefined) return null;
  const at = (year: number) => rows.filter((row) => row.year === year);
  const names = new Set([...at(from), ...at(to)].map(({ name }) => name));
  const figure = (year: number, name: string) => at(year).find((row) => row.name === name);
  const found = shiftShare(
    [...names].map((name) => ({
      industry: name,
      first: figure(from, name)?.jobs ?? null,
      last: figure(to, name)?.jobs ?? null,
      countryFirst: figure(from, name)?.country ?? null,
      countryLast: figure(to, name)?.country ?? null,
    })),
  );
  return {
    source: any.source,
    updatedOn: any.updatedOn,
    years: years.map((year) => ({
      year,
      jobs: at(year).reduce((sum, { jobs }) => sum + (jobs ?? 0), 0),
    })),
    growth: found !== null && from !== to ? growthView(found, from, to) : null,
  };
}

function growthView(
  found: NonNullable<ReturnType<typeof shiftShare>>,
  from: number,
  to: number,
): MunicipalityJobs['growth'] {
  const { first, last, countryGrowth, national, mix, own, leftOut } = found;
  return {
    from,
    to,
    first,
    last,
    countryGrowth,
    parts: { national, mix, own },
    leftOut: [...leftOut],
  };
}
