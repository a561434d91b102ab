import type { Db } from '@award/editions/api';
import type { RegisterState } from './register-state';

const MUNICIPALITIES = `
select m.stable_key as key, m.organisation_number as "organisationNumber", m.written_form as "writtenForm",
  m.post_address as "postAddress", m.mail_domain as "mailDomain",
  json_agg(json_build_object('number', v.number, 'name', v.name, 'norwegianName', v.norwegian_name, 'samiName', v.sami_name,
    'kvenName', v.kven_name, 'countyNumber', v.county_number, 'countyName', v.county_name, 'validFrom', v.valid_from,
    'validTo', v.valid_to, 'samiArea', v.sami_area, 'longitude', v.longitude, 'latitude', v.latitude) order by v.valid_from) as versions
from municipality m join municipality_version v on v.municipality_id = m.id
where not m.invented group by m.id order by m.stable_key collate "C"`;

const POPULATIONS = `
select m.stable_key as key, to_char(p.on_date, 'YYYY-MM-DD') as date, p.count, p.source
from population p join municipality m on m.id = p.municipality_id where not m.invented order by m.stable_key collate "C", p.on_date`;

const SUCCESSIONS = `
select f.stable_key as "from", t.stable_key as "to", to_char(s.on_date, 'YYYY-MM-DD') as date, s.share, s.kind
from succession s join municipality f on f.id = s.from_id join municipality t on t.id = s.to_id
where not f.invented and not t.invented order by f.stable_key collate "C", t.stable_key collate "C"`;

/** The register in the shape in which files, refresh and database are compared. */
export async function readRegister(db: Db): Promise<RegisterState> {
  return {
    municipalities: await db.query(MUNICIPALITIES),
    populations: await db.query(POPULATIONS),
    successions: await db.query(SUCCESSIONS),
  };
}
