/**
 * What an import would change. The plan is a list that people read before anything is written and
 * that is kept afterwards. It only adds and corrects: what the incoming register does not have, or
 * does not know (null), leaves what is known untouched, so that an older or partial source never
 * erases a newer fact. Importing the same register again changes nothing.
 */
import type {
  RegisterMunicipality,
  RegisterPopulation,
  RegisterState,
  RegisterSuccession,
  RegisterVersion,
} from './register-state';

/** Facts of a municipality that do not follow its versions. */
export type RegisterDetail = 'writtenForm' | 'postAddress' | 'mailDomain';

/** One line of the plan. `key` is the municipality's stable key; dates are `YYYY-MM-DD`. */
export type RegisterChange =
  | MunicipalityEnded
  | VersionBegun
  | VersionCorrected
  | MunicipalityAdded
  | OrganisationNumberChanged
  | DetailChanged
  | PopulationChange
  | SuccessionChange;

/** Its open version, which began on `validFrom`, ends on `date`, and none of its own follows. */
export interface MunicipalityEnded {
  readonly kind: 'ended';
  readonly key: string;
  readonly validFrom: string;
  readonly date: string;
  /** Keys of the municipalities it went into. */
  readonly successors: readonly string[];
}

/**
 * A version that the register did not have, named for what is new in it. `from` is the version before
 * it, which ends on the day `to` begins; null when none is known (`version-added`).
 */
export interface VersionBegun {
  readonly kind: 'renumbered' | 'renamed' | 'county-changed' | 'version-added';
  readonly key: string;
  readonly from: RegisterVersion | null;
  readonly to: RegisterVersion;
}

/** The version that began on `validFrom` stays, with other values in `fields`. */
export interface VersionCorrected {
  readonly kind: 'version-corrected';
  readonly key: string;
  readonly validFrom: string;
  readonly fields: readonly (keyof RegisterVersion)[];
  readonly from: RegisterVersion;
  readonly to: RegisterVersion;
}

export interface MunicipalityAdded {
  readonly kind: 'added';
  readonly key: string;
  readonly municipality: RegisterMunicipality;
}

export interface OrganisationNumberChanged {
  readonly kind: 'organisation-number-changed';
  readonly key: string;
  readonly from: string | null;
  readonly to: string;
}

export interface DetailChanged {
  readonly kind: 'detail-changed';
  readonly key: string;
  readonly detail: RegisterDetail;
  readonly from: string | null;
  readonly to: string;
}

export interface PopulationChange {
  readonly kind: 'population-added' | 'population-corrected';
  readonly key: string;
  /** The count before; null when there was none. */
  readonly from: number | null;
  readonly to: RegisterPopulation;
}

export interface SuccessionChange {
  readonly kind: 'succession-added' | 'succession-corrected';
  readonly key: string;
  readonly from: RegisterSuccession | null;
  readonly to: RegisterSuccession;
}

/**
 * What has to change in `current` for it to know all that `incoming` knows, in an order in which it
 * can be applied: first what ends or is corrected, then what begins, then what hangs on it. Neither
 * register is checked here: `checkRegister(applyRegisterChanges(current, plan))` tells whether the
 * outcome may be stored.
 */
export function planRegisterImport(
  current: RegisterState,
  incoming: RegisterState,
): RegisterChange[] {
  const known = new Map(current.municipalities.map((one) => [one.key, one]));
  const changes = incoming.municipalities.flatMap((municipality): RegisterChange[] => {
    const before = known.get(municipality.key);
    if (before === undefined) return [{ kind: 'added', key: municipality.key, municipality }];
    return [
      ...versionChanges(before, municipality, incoming.successions),
      ...detailChanges(before, municipality),
    ];
  });
  const inOrder = [
    (change: RegisterChange) => change.kind === 'ended' || change.kind === 'version-corrected',
    (change: RegisterChange) => change.kind !== 'added',
    () => true,
  ];
  const rank = (change: RegisterChange) => inOrder.findIndex((matches) => matches(change));
  return [
    ...changes.toSorted((one, other) => rank(one) - rank(other)),
    ...populationChanges(current.populations, incoming.populations),
    ...successionChanges(current.successions, incoming.successions),
  ];
}

function versionChanges(
  before: RegisterMunicipality,
  after: RegisterMunicipality,
  successions: readonly RegisterSuccession[],
): RegisterChange[] {
  const { key } = after;
  const known = new Map(before.versions.map((version) => [version.validFrom, version]));
  return after.versions.flatMap((version, at): RegisterChange[] => {
    const { validFrom, validTo } = version;
    const was = known.get(validFrom);
    if (was === undefined) return [versionBegun(key, after.versions[at - 1] ?? null, version)];
    const next = after.versions[at + 1];
    // The next version's own line closes this one.
    const closedByNext = was.validTo === null && next !== undefined && !known.has(next.validFrom);
    const ends = was.validTo === null && validTo !== null && next === undefined;
    const fields = correctedFields(was, version).filter(
      (field) => field !== 'validTo' || !(closedByNext || ends),
    );
    const to = { ...was, ...Object.fromEntries(fields.map((field) => [field, version[field]])) };
    const corrected: RegisterChange[] =
      fields.length === 0
        ? []
        : [{ kind: 'version-corrected', key, validFrom, fields, from: was, to }];
    if (!ends) return corrected;
    const successors = successions
      .filter(({ from, date }) => from === key && date === validTo)
      .map((succession) => succession.to);
    return [...corrected, { kind: 'ended', key, validFrom, date: validTo, successors }];
  });
}

function versionBegun(
  key: string,
  from: RegisterVersion | null,
  to: RegisterVersion,
): VersionBegun {
  const kind =
    from === null
      ? 'version-added'
      : from.number !== to.number
        ? 'renumbered'
        : from.name !== to.name
          ? 'renamed'
          : from.countyNumber !== to.countyNumber || from.countyName !== to.countyName
            ? 'county-changed'
            : 'version-added';
  return { kind, key, from, to };
}

function correctedFields(was: RegisterVersion, is: RegisterVersion): (keyof RegisterVersion)[] {
  const fields = Object.keys(was) as (keyof RegisterVersion)[];
  return fields.filter((field) => is[field] !== null && is[field] !== was[field]);
}

const DETAILS: readonly RegisterDetail[] = ['writtenForm', 'postAddress', 'mailDomain'];

function detailChanges(before: RegisterMunicipality, after: RegisterMunicipality) {
  const { key, organisationNumber } = after;
  const changes: RegisterChange[] = [];
  if (organisationNumber !== null && organisationNumber !== before.organisationNumber) {
    const from = before.organisationNumber;
    changes.push({ kind: 'organisation-number-changed', key, from, to: organisationNumber });
  }
  for (const detail of DETAILS) {
    const [from, to] = [before[detail], after[detail]];
    if (to !== null && to !== from) changes.push({ kind: 'detail-changed', key, detail, from, to });
  }
  return changes;
}

function populationChanges(
  current: readonly RegisterPopulation[],
  incoming: readonly RegisterPopulation[],
): PopulationChange[] {
  const place = ({ key, date }: RegisterPopulation) => `${key} ${date}`;
  const known = new Map(current.map((figure) => [place(figure), figure.count]));
  return incoming.flatMap((to): PopulationChange[] => {
    const from = known.get(place(to)) ?? null;
    if (from === to.count) return [];
    const kind = from === null ? 'population-added' : 'population-corrected';
    return [{ kind, key: to.key, from, to }];
  });
}

function successionChanges(
  current: readonly RegisterSuccession[],
  incoming: readonly RegisterSuccession[],
): SuccessionChange[] {
  const pair = ({ from, to }: RegisterSuccession) => `${from} ${to}`;
  const known = new Map(current.map((succession) => [pair(succession), succession]));
  return incoming.flatMap((succession): SuccessionChange[] => {
    const from = known.get(pair(succession)) ?? null;
    const to = { ...succession, share: succession.share ?? from?.share ?? null };
    if (from === null) return [{ kind: 'succession-added', key: to.from, from, to }];
    const same = from.date === to.date && from.share === to.share && from.kind === to.kind;
    return same ? [] : [{ kind: 'succession-corrected', key: to.from, from, to }];
  });
}
