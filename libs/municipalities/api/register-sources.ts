/**
 * Reads the answers of the public registers: Statistics Norway's population table (PxWebApi v2,
 * json-stat2), its classification of municipalities (Klass), and the register of legal units
 * (Enhetsregisteret). Each parser takes the parsed JSON and throws RegisterSourceError when the answer
 * does not have the documented shape. Sources: ssb.no/api, data.brreg.no.
 */
import { isOrganisationNumber } from '@award/award';
import { JsonReader } from './register-json';
import type { WrittenForm } from './register-state';

/** The residents of one number on 1 January; null where the table has no figure. */
export interface PopulationFigureRead {
  readonly number: string;
  readonly date: string;
  readonly count: number | null;
}

/** A code of a classification: a municipality's number and name, or a county's. */
export interface CodeRead {
  readonly code: string;
  readonly name: string;
}

/** A number that gave way to another on a date; the same number twice is a new name. */
export interface CodeChangeRead {
  readonly oldNumber: string;
  readonly newNumber: string;
  readonly newName: string;
  readonly date: string;
}

/** A municipality as a legal unit. */
export interface OrganisationRead {
  readonly organisationNumber: string;
  readonly municipalityNumber: string;
  readonly writtenForm: WrittenForm | null;
  readonly postAddress: string | null;
}

export interface OrganisationPage {
  readonly organisations: readonly OrganisationRead[];
  /** Pages count from 0; null on the last one. */
  readonly nextPage: number | null;
}

const POPULATION = 'Population table 07459';
const KLASS = 'Klass';
const UNITS = 'Enhetsregisteret';

/**
 * The figures of table 07459, whose year Y means 1 January Y. Only the region and the time may have
 * more than one value; sex and age are summed by leaving them out of the question.
 */
export function parsePopulationTable(json: unknown): PopulationFigureRead[] {
  const table = JsonReader.of(POPULATION, json);
  const ids = table.texts('id');
  const sizes = table.wholes('size');
  const role = table.object('role');
  const [region, time] = [role.texts('geo')[0], role.texts('time')[0]];
  if (region === undefined || time === undefined || sizes.length !== ids.length)
    table.fail('role', 'naming a region and a time');
  if (ids.some((id, at) => id !== region && id !== time && sizes[at] !== 1))
    table.fail('size', 'of one value for all but region and time');
  const positionsOf = (id: string) => {
    const index = table.object('dimension').object(id).object('category');
    return categoryOrder(index, sizes[ids.indexOf(id)] ?? 0);
  };
  const valueAt = values(
    table,
    sizes.reduce((all, size) => all * size, 1),
  );
  const years = positionsOf(time);
  const regions = positionsOf(region);
  // Row-major: the dimension that stands last runs fastest.
  const [regionStep, yearStep] =
    ids.indexOf(region) < ids.indexOf(time) ? [years.length, 1] : [1, regions.length];
  return regions.flatMap((number, row) =>
    years.map((year, column) => ({
      number,
      date: `${/^\d{4}$/.test(year) ? year : table.fail('dimension', 'of years')}-01-01`,
      count: valueAt(row * regionStep + column * yearStep),
    })),
  );
}

/** The codes in order of position: `index` is a list, an object of positions, or absent for one code. */
function categoryOrder(category: JsonReader, size: number): string[] {
  const index = category.raw('index');
  const codes = Array.isArray(index)
    ? category.texts('index')
    : index === undefined
      ? category.object('label').names()
      : inOrderOfPosition(category.object('index'));
  return codes.length === size ? codes : category.fail('index', `of ${size} codes`);
}

function inOrderOfPosition(index: JsonReader): string[] {
  return index.names().sort((one, other) => index.whole(one) - index.whole(other));
}

/** `value` is a list, or an object of positions when most cells are empty. */
function values(table: JsonReader, size: number): (position: number) => number | null {
  const value = table.raw('value');
  const cells: unknown = Array.isArray(value) && value.length !== size ? undefined : value;
  if (typeof cells !== 'object' || cells === null) table.fail('value', `of ${size} cells`);
  const byPosition = new Map(Object.entries(cells as object));
  return (position) => {
    const cell: unknown = byPosition.get(String(position)) ?? null;
    if (cell === null) return null;
    if (typeof cell !== 'number' || !Number.isInteger(cell) || cell < 0)
      return table.fail(`value[${position}]`, 'a count');
    return cell;
  };
}

/** The codes in force on the date that was asked for; «Uoppgitt» (99, 9999) is left out. */
export function parseCodes(json: unknown): CodeRead[] {
  return JsonReader.of(KLASS, json)
    .objects('codes')
    .map((code) => ({ code: code.text('code'), name: code.text('name') }))
    .filter(({ code }) => !code.startsWith('99'));
}

/** The changes between the dates asked for. A division is several rows with the same old number. */
export function parseCodeChanges(json: unknown): CodeChangeRead[] {
  return JsonReader.of(KLASS, json)
    .objects('codeChanges')
    .map((change) => ({
      oldNumber: change.text('oldCode'),
      newNumber: change.text('newCode'),
      newName: change.text('newName'),
      date: change.text('changeOccurred'),
    }));
}

/**
 * One page of a search for legal units. Units that are no municipality (KOMM), or have no address in
 * one, are left out.
 */
export function parseOrganisationPage(json: unknown): OrganisationPage {
  const answer = JsonReader.of(UNITS, json);
  const page = answer.object('page');
  const number = page.whole('number');
  const units = answer.optionalObject('_embedded')?.objects('enheter') ?? [];
  return {
    organisations: units
      .filter((unit) => unit.object('organisasjonsform').text('kode') === 'KOMM')
      .flatMap((unit) => organisationOf(unit) ?? []),
    nextPage: number + 1 < page.whole('totalPages') ? number + 1 : null,
  };
}

const WRITTEN_FORMS: Readonly<Record<string, WrittenForm>> = { Bokmål: 'nb', Nynorsk: 'nn' };

function organisationOf(unit: JsonReader): OrganisationRead | null {
  const municipalityNumber = unit
    .optionalObject('forretningsadresse')
    ?.optionalText('kommunenummer');
  if (!municipalityNumber) return null;
  const organisationNumber = unit.text('organisasjonsnummer');
  if (!isOrganisationNumber(organisationNumber))
    unit.fail('organisasjonsnummer', 'an organisation number');
  return {
    organisationNumber,
    municipalityNumber,
    writtenForm: WRITTEN_FORMS[unit.optionalText('maalform') ?? ''] ?? null,
    postAddress: postAddressOf(unit.optionalObject('postadresse')),
  };
}

/** On one line, as «Postboks 610, 9991 BÅTSFJORD»; null when there is none. */
function postAddressOf(address: JsonReader | null): string | null {
  if (address === null) return null;
  const lines = address.raw('adresse') === undefined ? [] : address.texts('adresse');
  const place = [address.optionalText('postnummer'), address.optionalText('poststed')];
  const parts = [...lines, place.filter((part) => part !== null).join(' ')];
  return parts.filter((part) => part.trim() !== '').join(', ') || null;
}
