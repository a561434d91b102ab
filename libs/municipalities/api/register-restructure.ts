/**
 * Carries the structure of the register over a date on which numbers or names changed. What an earlier
 * import has already made of the changes is left as it is, so that the same answer can come again.
 */
import type { RegisterPieces } from './register-fetch';
import { RegisterSourceError } from './register-json';
import type { CodeChangeRead, OrganisationRead } from './register-sources';
import { inForceOn } from './register-state';
import type {
  MunicipalityVersion,
  RegisterMunicipality,
  RegisterState,
  RegisterVersion,
} from './register-state';
import { continuityOf } from './unit-continuity';
import type { Continuity, NumberChange } from './unit-continuity';

/** What one date's changes are read with. */
interface DayOfChange {
  readonly date: string;
  readonly state: RegisterState;
  readonly pieces: RegisterPieces;
  readonly changes: readonly (NumberChange & { readonly newName: string })[];
  /** By number, the municipalities on the eve of the change. */
  readonly before: ReadonlyMap<string, MunicipalityVersion>;
  readonly continuity: Continuity;
}

/**
 * The register after the changes that the pieces have for the date. Throws RegisterSourceError when a
 * new county number comes without a name.
 */
export function withChangesOf(
  date: string,
  state: RegisterState,
  pieces: RegisterPieces,
): RegisterState {
  const onTheDay = inForceOn(state, date);
  // What begins on the day itself is what an earlier import made of these changes.
  const before = byNumber(onTheDay.filter(({ version }) => version.validFrom < date));
  const begun = byNumber(onTheDay.filter(({ version }) => version.validFrom === date));
  const announced = pieces.changes.filter(
    (change) =>
      change.date === date && before.has(change.oldNumber) && !begun.has(change.newNumber),
  );
  const changes = withThoseThatStay(announced, before, pieces);
  if (changes.length === 0) return state;
  const listed = byMunicipalityNumber(pieces.organisations);
  const continuity = continuityOf(changes, {
    old: (number) => before.get(number)?.municipality.organisationNumber ?? null,
    new: (number) => only(listed.get(number))?.organisationNumber ?? null,
  });
  const day: DayOfChange = { date, state, pieces, changes, before, continuity };
  const keys = keysAfter(day);
  return {
    ...state,
    municipalities: [
      ...state.municipalities.map((municipality) => afterChange(municipality, day)),
      ...newMunicipalities(day, keys),
    ],
    successions: [
      ...state.successions,
      ...continuity.successions.map(({ oldNumber, newNumber, kind }) => ({
        from: keyBefore(day, oldNumber),
        to: keys.get(newNumber) ?? newNumber,
        date,
        share: kind === 'merged' ? 1 : null,
        kind,
      })),
    ],
  };
}

/** A number that takes in or gives off others and stays is not announced; the list of codes has it. */
function withThoseThatStay(
  announced: readonly CodeChangeRead[],
  before: ReadonlyMap<string, MunicipalityVersion>,
  pieces: RegisterPieces,
): (NumberChange & { newName: string })[] {
  const listed = new Set(pieces.municipalityCodes.map(({ code }) => code));
  const olds = new Set(announced.map(({ oldNumber }) => oldNumber));
  const news = new Set(announced.map(({ newNumber }) => newNumber));
  const staying = [...new Set([...olds, ...news])]
    .filter((number) => !(olds.has(number) && news.has(number)) && listed.has(number))
    .flatMap((number) => before.get(number) ?? [])
    .map(({ version }) => ({
      oldNumber: version.number,
      newNumber: version.number,
      newName: version.name,
    }));
  return [...announced, ...staying];
}

function keysAfter({ changes, continuity, state, before, date }: DayOfChange): Map<string, string> {
  const taken = new Set(state.municipalities.map(({ key }) => key));
  return new Map(
    changes.map(({ newNumber }) => {
      const old = before.get(continuity.continues.get(newNumber) ?? '');
      const key = `m${newNumber}`;
      const fresh = taken.has(key) ? `${key}-${date.slice(0, 4)}` : key;
      return [newNumber, old?.municipality.key ?? fresh];
    }),
  );
}

function keyBefore({ before }: DayOfChange, number: string): string {
  const old = before.get(number);
  if (old === undefined) throw new RegisterSourceError('Klass', `${number} is not in force`);
  return old.municipality.key;
}

function afterChange(municipality: RegisterMunicipality, day: DayOfChange): RegisterMunicipality {
  const { date, changes, continuity } = day;
  const last = municipality.versions.find(
    (version) => day.before.get(version.number)?.version === version,
  );
  if (last === undefined || !changes.some(({ oldNumber }) => oldNumber === last.number))
    return municipality;
  const change = changes.find(
    ({ oldNumber, newNumber }) =>
      oldNumber === last.number && continuity.continues.get(newNumber) === oldNumber,
  );
  const others = municipality.versions.filter((version) => version !== last);
  const closed = { ...last, validTo: date };
  if (change === undefined) return { ...municipality, versions: [...others, closed] };
  if (change.newNumber === last.number && folded(change.newName) === folded(last.name))
    return municipality;
  const gaveOff = continuity.successions.some(
    ({ oldNumber, kind }) => oldNumber === last.number && kind === 'separated',
  );
  const next: RegisterVersion = {
    ...last,
    number: change.newNumber,
    ...namesOf(change.newName, last, day.state),
    ...countyOf(change.newNumber, day),
    validFrom: date,
    // The point may lie in the part that was given off.
    ...(gaveOff ? { longitude: null, latitude: null } : {}),
    ...placeOf(change.newNumber, day.pieces),
  };
  return { ...municipality, versions: [...others, closed, next] };
}

function newMunicipalities(
  day: DayOfChange,
  keys: ReadonlyMap<string, string>,
): RegisterMunicipality[] {
  const begun = new Map(
    day.changes
      .filter(({ newNumber }) => !day.continuity.continues.has(newNumber))
      .map((change) => [change.newNumber, change.newName]),
  );
  return [...begun].map(([number, name]) => ({
    key: keys.get(number) ?? number,
    organisationNumber: null,
    writtenForm: null,
    postAddress: null,
    mailDomain: null,
    versions: [
      {
        number,
        ...namesOf(name, null, day.state),
        ...countyOf(number, day),
        validFrom: day.date,
        validTo: null,
        samiArea: null,
        longitude: null,
        latitude: null,
        ...placeOf(number, day.pieces),
      },
    ],
  }));
}

type Names = Pick<RegisterVersion, 'name' | 'norwegianName' | 'samiName' | 'kvenName'>;

/** The Norwegian form is one that a municipality has had; otherwise the name is kept whole. */
function namesOf(name: string, last: RegisterVersion | null, state: RegisterState): Names {
  if (last !== null && folded(name) === folded(last.name)) {
    const { norwegianName, samiName, kvenName } = last;
    return { name: last.name, norwegianName, samiName, kvenName };
  }
  const norwegian = new Set(
    state.municipalities.flatMap(({ versions }) =>
      versions.map(({ norwegianName }) => norwegianName),
    ),
  );
  const forms = name.split(/ [-–] /);
  const norwegianName = forms.find((form) => norwegian.has(form)) ?? name;
  const others = norwegianName === name ? [] : forms.filter((form) => form !== norwegianName);
  return { name, norwegianName, samiName: others[0] ?? null, kvenName: others[1] ?? null };
}

/** What Geonorge knows of the number; its names take the place of a guess from the spelling. */
function placeOf(number: string, { places }: RegisterPieces): Partial<RegisterVersion> {
  const place = places.find((one) => one.number === number);
  if (place === undefined) return {};
  const { norwegianName, samiName, kvenName, samiArea, longitude, latitude } = place;
  return {
    ...(norwegianName === null ? {} : { norwegianName, samiName, kvenName }),
    samiArea,
    longitude,
    latitude,
  };
}

function countyOf(number: string, { before, pieces }: DayOfChange) {
  const countyNumber = number.slice(0, 2);
  const known = [...before.values()].find(({ version }) => version.countyNumber === countyNumber);
  const listed = pieces.countyCodes.find(({ code }) => code === countyNumber);
  const countyName = known?.version.countyName ?? listed?.name;
  if (countyName === undefined)
    throw new RegisterSourceError('Klass', `county ${countyNumber} has no name`);
  return { countyNumber, countyName };
}

/** By the number of the version. */
export function byNumber(
  versions: readonly MunicipalityVersion[],
): Map<string, MunicipalityVersion> {
  return new Map(versions.map((one) => [one.version.number, one]));
}
/** By the number of the municipality that a unit has its address in. */
export function byMunicipalityNumber(organisations: readonly OrganisationRead[]) {
  const groups = new Map<string, OrganisationRead[]>();
  for (const organisation of organisations) {
    const number = organisation.municipalityNumber;
    groups.set(number, [...(groups.get(number) ?? []), organisation]);
  }
  return groups;
}
/** The one there is; null when there is none or more than one. */
export function only<T>(found: readonly T[] | undefined): T | null {
  return found?.length === 1 ? (found[0] ?? null) : null;
}

/** Letters without their marks, so that «Kárásjohka» and «Kárášjohka» are one name. */
export function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('–', '-').toLowerCase();
}
