import type { DataSource } from 'typeorm';
import { isOrganisationNumber } from '@award/award';
import { SAMPLE_MUNICIPALITIES, type SampleMunicipality } from './sample-municipalities';

const COUNTY = {
  'Eksempelfylke nord': '97',
  'Eksempelfylke sør': '98',
  'Eksempelfylke vest': '99',
} as const;

/** Right by its check digit, and in the series from 3, where no real organisation has its number. */
export function inventedOrganisationNumber(municipalityNumber: string): string {
  for (const series of ['3109', '3110'])
    for (let digit = 0; digit < 10; digit++) {
      const number = `${series}${municipalityNumber}${digit}`;
      if (isOrganisationNumber(number)) return number;
    }
  throw new Error(`no organisation number for ${municipalityNumber}`);
}

/** Adds municipalities to the register, marked as invented. Figures are given for each 1 January from 2019. */
export async function seedInventedMunicipalities(
  db: DataSource,
  lastYear: number,
  municipalities: readonly SampleMunicipality[] = SAMPLE_MUNICIPALITIES,
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const one of municipalities) {
      const [made] = await tx.query(
        `insert into municipality (stable_key, organisation_number, written_form, invented) values ($1, $2, $3, true)
         on conflict (stable_key) do nothing returning id`,
        [`invented-${one.number}`, inventedOrganisationNumber(one.number), one.writtenForm],
      );
      if (!made) continue;
      await tx.query(
        `insert into municipality_version (municipality_id, number, name, norwegian_name, sami_name, county_number, county_name, valid_from)
         values ($1, $2, $3, $4, $5, $6, $7, '2019-01-01')`,
        [
          made.id,
          one.number,
          one.samiName ? `${one.samiName} – ${one.name}` : one.name,
          one.name,
          one.samiName ?? null,
          COUNTY[one.county],
          one.county,
        ],
      );
      await tx.query(
        `insert into population (municipality_id, on_date, count, source)
         select $1, make_date(y, 1, 1), greatest(0, round($2 * (1 - ($3 - y) * 0.004)))::int, 'Eksempeldata' from generate_series(2019, $3) y`,
        [made.id, one.population, lastYear],
      );
    }
  });
}
