// Carries the municipality register over from a folder of public figures into the project's own
// files: node tools/carry-over-register.mjs <folder with the source tables> [<folder to write to>]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { continuityOf } from '../libs/municipalities/api/unit-continuity.ts';

const [source, target = join(import.meta.dirname, '../libs/municipalities/api/register-data')] =
  process.argv.slice(2);
if (source === undefined) {
  console.error(
    'usage: carry-over-register <folder with the source tables> [<folder to write to>]',
  );
  process.exit(2);
}

const table = (name) => parse(readFileSync(join(source, name), 'utf8'), { columns: true });
const units2020 = table('kommuner_2020_2023.csv');
const units2024 = table('kommuner_2024.csv');
const counts = table('folkemengde_lang.csv');
const changes = table('kommuneendringer_2019_2024.csv');

const by = (rows, column) => new Map(rows.map((row) => [row[column], row]));
const of2020 = by(units2020, 'kommunenummer');
const of2024 = by(units2024, 'kommunenummer');
const countyNames2019 = {
  '01': 'Østfold',
  '02': 'Akershus',
  '03': 'Oslo',
  '04': 'Hedmark',
  '05': 'Oppland',
  '06': 'Buskerud',
  '07': 'Vestfold',
  '08': 'Telemark',
  '09': 'Aust-Agder',
  10: 'Vest-Agder',
  11: 'Rogaland',
  12: 'Hordaland',
  14: 'Sogn og Fjordane',
  15: 'Møre og Romsdal',
  18: 'Nordland',
  19: 'Troms',
  20: 'Finnmark',
  50: 'Trøndelag',
};

// The source table lists 2019 → 2024; the step to 2020 is found by going back from 2024.
const to2020 = new Map(
  units2020.flatMap((row) =>
    row.kommunenummer_2024.split(';').map((number) => [number, row.kommunenummer]),
  ),
);
const changed2020 = changes
  .filter((row) => row.gyldig_aar === '2019')
  .map((row) => ({
    oldNumber: row.kommunenummer_gammelt,
    newNumber: to2020.get(row.kommunenummer_2024),
    number2024: row.kommunenummer_2024,
  }));
const changed2024 = changes
  .filter((row) => row.gyldig_aar === '2023')
  .map((row) => ({ oldNumber: row.kommunenummer_gammelt, newNumber: row.kommunenummer_2024 }));

const unknown = () => null;
const legal = (rows) => (number) => rows.get(number)?.organisasjonsnummer || null;
const in2020 = continuityOf(changed2020, { old: unknown, new: legal(of2020) });
const in2024 = continuityOf(changed2024, { old: legal(of2020), new: legal(of2024) });

const keyOf = (number) => `m${number}`;
const numbers2019 = counts.filter((row) => row.aar === '2019').map((row) => row.kommunenummer);
const keys2019 = new Map(numbers2019.map((number) => [number, keyOf(number)]));
const keysAfter = (rows, continues, before) =>
  new Map(
    [...rows.keys()].map((number) => [number, before.get(continues.get(number)) ?? keyOf(number)]),
  );
const keys2020 = keysAfter(of2020, in2020.continues, keys2019);
const keys2024 = keysAfter(of2024, in2024.continues, keys2020);
const keysOfYear = (year) => (year < 2020 ? keys2019 : year < 2024 ? keys2020 : keys2024);
const number2024Of = new Map([...keys2024].map(([number, key]) => [key, number]));

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');
/** Splits «Gáivuotna - Kåfjord - Kaivuono»: the Sámi form precedes the Kven one. */
function formsOf(official, norwegian) {
  const others = official.split(' - ').filter((form) => form !== norwegian);
  return { norwegian, sami: others[0] ?? '', kven: others[1] ?? '' };
}
/** The list of 2024 lost some letters (Kárásjohka); the map authority's spelling of 2020–2023 has them. */
function officialName(row2024) {
  const row2020 = of2020.get(row2024.kommunenummer_2020_2023);
  const spelling = row2020?.offisielt_navn ?? '';
  return row2024.offisielt_navn
    .split(' - ')
    .map((form) => (folded(form) === folded(spelling) ? spelling : form))
    .join(' - ');
}
// Names of 2019 are those of the population table; one Norwegian form has no later bearer.
const norwegian2019 = { 1850: 'Tysfjord' };
const laterNames = new Set([...units2020, ...units2024].map((row) => row.kommunenavn));
const laterForms = units2024.flatMap((row) => officialName(row).split(' - '));

function version2019(number) {
  const name = changes.find((row) => row.kommunenummer_gammelt === number).navn_gammelt;
  const official = (name === 'Oslo municipality' ? 'Oslo' : name)
    .split(' - ')
    .map((form) => laterForms.find((later) => folded(later) === folded(form)) ?? form)
    .join(' - ');
  const forms = official.split(' - ');
  const norwegian =
    forms.length === 1
      ? official
      : (norwegian2019[number] ?? forms.find((form) => laterNames.has(form)));
  if (norwegian === undefined)
    throw new Error(`${number}: which form of ${official} is Norwegian?`);
  const county = number.slice(0, 2);
  return {
    number,
    official,
    ...formsOf(official, norwegian),
    county,
    countyName: countyNames2019[county],
  };
}
function versionFrom(number, row, row2024) {
  const official = row2024 ? officialName(row2024) : row.kommunenavn;
  return {
    number,
    official,
    ...formsOf(official, row.kommunenavn),
    county: row.fylkesnummer,
    countyName: row.fylkesnavn,
    samiArea: { ja: 'yes', nei: 'no' }[row2024?.samisk_forvaltningsomrade],
    longitude: row.lengdegrad,
    latitude: row.breddegrad,
  };
}

const versionsOf = new Map();
const add = (key, from, version) =>
  versionsOf.set(key, [...(versionsOf.get(key) ?? []), { ...version, from }]);
for (const [number, key] of keys2019) add(key, '2019-01-01', version2019(number));
for (const [number, row] of of2020) {
  const key = keys2020.get(number);
  add(key, '2020-01-01', versionFrom(number, row, of2024.get(number2024Of.get(key))));
}
for (const [number, row] of of2024)
  add(keys2024.get(number), '2024-01-01', versionFrom(number, row, row));

const alive2020 = new Set(keys2020.values());
/** The date a municipality ended, blank while it lives: its last known structure is followed by none. */
const endOf = (key) =>
  number2024Of.has(key) ? '' : alive2020.has(key) ? '2024-01-01' : '2020-01-01';
const number2020Of = new Map([...keys2020].map(([number, key]) => [key, number]));
const organisationOf = (key) =>
  legal(of2024)(number2024Of.get(key)) ?? legal(of2020)(number2020Of.get(key)) ?? '';
const same = (a, b) =>
  a.number === b.number && a.norwegian === b.norwegian && a.countyName === b.countyName;

const versionRows = [...versionsOf].flatMap(([key, versions]) => {
  const kept = [];
  for (const version of versions) {
    const last = kept.at(-1);
    // The newer source has the fuller name and the point; the validity stays whole.
    if (last && same(last, version)) kept[kept.length - 1] = { ...version, from: last.from };
    else kept.push(version);
  }
  return kept.map((version, at) => ({
    key,
    number: version.number,
    official_name: version.official,
    norwegian_name: version.norwegian,
    sami_name: version.sami,
    kven_name: version.kven,
    county_number: version.county,
    county_name: version.countyName,
    valid_from: version.from,
    valid_to: kept[at + 1]?.from ?? endOf(key),
    organisation_number: organisationOf(key),
    sami_area: version.samiArea ?? '',
    longitude: version.longitude ?? '',
    latitude: version.latitude ?? '',
  }));
});

const populationRows = counts.map((row) => ({
  key: keysOfYear(Number(row.aar)).get(row.kommunenummer),
  date: `${row.aar}-01-01`,
  count: row.folkemengde_1_januar,
  source: 'ssb-07459',
}));

// The share of the residents is stated only where a whole municipality passed on; the shares of a
// divided one are estimates in the source and are left blank.
const succession = (from, to, date, kind) => ({
  from_key: from,
  to_key: to,
  date,
  share: kind === 'merged' || kind === 're-established' ? '1' : '',
  kind,
});
const successionRows = [
  ...in2020.successions.map(({ oldNumber, newNumber, kind }) =>
    succession(keys2019.get(oldNumber), keys2020.get(newNumber), '2020-01-01', kind),
  ),
  ...in2024.successions.map(({ oldNumber, newNumber, kind }) =>
    succession(keys2020.get(oldNumber), keys2024.get(newNumber), '2024-01-01', kind),
  ),
  // Where the source follows a municipality of 2019 to one that was new in 2024, it was set up again.
  ...changed2020
    .filter(({ number2024 }) => keys2024.get(number2024) === keyOf(number2024))
    .filter(({ number2024 }) => !of2020.has(number2024) && !keys2019.has(number2024))
    .map(({ oldNumber, number2024 }) =>
      succession(keys2019.get(oldNumber), keyOf(number2024), '2024-01-01', 're-established'),
    ),
];

function write(name, rows) {
  const columns = Object.keys(rows[0]);
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  if (rows.some((row) => columns.some((column) => !/^[^",\n]*$/.test(row[column] ?? '"'))))
    throw new Error(`${name}: a cell is missing or needs quoting`);
  writeFileSync(join(target, name), `${[columns.join(','), ...lines.toSorted()].join('\n')}\n`);
  console.log(`${name}: ${rows.length} rows`);
}
write('municipality-versions.csv', versionRows);
write('populations.csv', populationRows);
write('successions.csv', successionRows);
