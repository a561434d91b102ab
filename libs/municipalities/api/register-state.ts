/**
 * The municipality register as plain data: what the shipped files hold, what a refresh finds and what
 * the database has, in one shape, so that the three can be compared. Dates are `YYYY-MM-DD`; numbers,
 * county numbers and organisation numbers are text. null means not known, never "none".
 */
import type { SuccessionKind } from './unit-continuity';

export type { SuccessionKind };

/** The municipality's choice of written form; `neutral` has chosen not to choose. */
export type WrittenForm = 'nb' | 'nn' | 'neutral';

/** A number, name and county, and when they held: from `validFrom` until the day before `validTo`. */
export interface RegisterVersion {
  readonly number: string;
  /** All official forms, as «Gáivuotna - Kåfjord - Kaivuono». */
  readonly name: string;
  readonly norwegianName: string;
  readonly samiName: string | null;
  readonly kvenName: string | null;
  readonly countyNumber: string;
  readonly countyName: string;
  readonly validFrom: string;
  /** The first day on which it no longer held; null while it does. */
  readonly validTo: string | null;
  /** Whether it lies in the Sámi administrative area. */
  readonly samiArea: boolean | null;
  /** A point inside the municipality, in degrees (WGS 84). */
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** A municipality through all its numbers. `key` is stable and is never read as a number. */
export interface RegisterMunicipality {
  readonly key: string;
  readonly organisationNumber: string | null;
  readonly writtenForm: WrittenForm | null;
  readonly postAddress: string | null;
  readonly mailDomain: string | null;
  /** Oldest first, at least one, without overlap. */
  readonly versions: readonly RegisterVersion[];
}

/** The residents of a municipality on a 1 January, in the structure then in force. */
export interface RegisterPopulation {
  readonly key: string;
  readonly date: string;
  readonly count: number;
  readonly source: string;
}

/** One municipality that passed into another, or was parted from it, on a date. */
export interface RegisterSuccession {
  readonly from: string;
  readonly to: string;
  readonly date: string;
  /** Share of the residents of `from` that passed over, above 0 and at most 1. */
  readonly share: number | null;
  readonly kind: SuccessionKind;
}

export interface RegisterState {
  readonly municipalities: readonly RegisterMunicipality[];
  readonly populations: readonly RegisterPopulation[];
  readonly successions: readonly RegisterSuccession[];
}

/** A municipality as it was on a date, or under a number. */
export interface MunicipalityVersion {
  readonly municipality: RegisterMunicipality;
  readonly version: RegisterVersion;
}

export interface NumberAnswer extends MunicipalityVersion {
  /**
   * The number it has now (or had last), when it came there by one-to-one renumbering alone: a reader
   * who asks for the old number is sent on. Otherwise null.
   */
  readonly redirectTo: string | null;
}

/** Whether a version held on the date. */
export function holdsOn(version: RegisterVersion, date: string): boolean {
  return version.validFrom <= date && (version.validTo === null || date < version.validTo);
}

/** Every municipality in force on the date, in the order of the register. */
export function inForceOn(state: RegisterState, date: string): MunicipalityVersion[] {
  return state.municipalities.flatMap((municipality) =>
    municipality.versions
      .filter((version) => holdsOn(version, date))
      .map((version) => ({ municipality, version })),
  );
}

/** The municipality that had the number on the date, or null. */
export function withNumberOn(
  state: RegisterState,
  number: string,
  date: string,
): MunicipalityVersion | null {
  return inForceOn(state, date).find(({ version }) => version.number === number) ?? null;
}

/** The municipality that has, or last had, the number; null when no municipality ever did. */
export function withNumberEver(state: RegisterState, number: string): NumberAnswer | null {
  const [newest] = state.municipalities
    .flatMap((municipality) => municipality.versions.map((version) => ({ municipality, version })))
    .filter(({ version }) => version.number === number)
    .sort((one, other) => (one.version.validFrom < other.version.validFrom ? 1 : -1));
  if (newest === undefined) return null;
  const { municipality, version } = newest;
  const later = municipality.versions.filter(({ validFrom }) => validFrom > version.validFrom);
  const last = later.at(-1);
  const oneToOne = later.every(
    ({ validFrom }) =>
      !state.successions.some(
        ({ from, to, date }) =>
          date === validFrom && (from === municipality.key || to === municipality.key),
      ),
  );
  const moved = last !== undefined && last.number !== number;
  return { municipality, version, redirectTo: moved && oneToOne ? last.number : null };
}
