/** What a register is once a plan has been carried out, and what the plan says in words. */
import type {
  DetailChanged,
  MunicipalityEnded,
  OrganisationNumberChanged,
  RegisterChange,
  VersionBegun,
  VersionCorrected,
} from './register-import';
import type { RegisterMunicipality, RegisterState, RegisterVersion } from './register-state';

/**
 * The register after the changes, in the order of keys and dates, so that the outcome can be checked
 * before anything is written. A change to a municipality that `state` does not have is an error of
 * the caller and throws.
 */
export function applyRegisterChanges(
  state: RegisterState,
  changes: readonly RegisterChange[],
): RegisterState {
  const municipalities = new Map(state.municipalities.map((one) => [one.key, one]));
  const populations = new Map(state.populations.map((one) => [`${one.key} ${one.date}`, one]));
  const successions = new Map(state.successions.map((one) => [`${one.from} ${one.to}`, one]));
  for (const change of changes) {
    switch (change.kind) {
      case 'added':
        municipalities.set(change.key, change.municipality);
        break;
      case 'population-added':
      case 'population-corrected':
        populations.set(`${change.key} ${change.to.date}`, change.to);
        break;
      case 'succession-added':
      case 'succession-corrected':
        successions.set(`${change.to.from} ${change.to.to}`, change.to);
        break;
      default:
        municipalities.set(change.key, changed(municipalities.get(change.key), change));
    }
  }
  return {
    municipalities: inOrder(municipalities),
    populations: inOrder(populations),
    successions: inOrder(successions),
  };
}

function inOrder<T>(byKey: ReadonlyMap<string, T>): T[] {
  const sorted = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, value]) => value);
}

type ChangeOfVersions = MunicipalityEnded | VersionBegun | VersionCorrected;

function changed(
  municipality: RegisterMunicipality | undefined,
  change: ChangeOfVersions | OrganisationNumberChanged | DetailChanged,
): RegisterMunicipality {
  if (municipality === undefined) throw new Error(`${change.key} is not in the register`);
  switch (change.kind) {
    case 'organisation-number-changed':
      return { ...municipality, organisationNumber: change.to };
    case 'detail-changed':
      return { ...municipality, [change.detail]: change.to };
    default:
      return { ...municipality, versions: versionsAfter(municipality.versions, change) };
  }
}

function versionsAfter(
  versions: readonly RegisterVersion[],
  change: ChangeOfVersions,
): RegisterVersion[] {
  switch (change.kind) {
    case 'ended':
      return closed(versions, change.validFrom, change.date);
    case 'version-corrected':
      return versions.map((version) =>
        version.validFrom === change.validFrom ? change.to : version,
      );
    default: {
      const before =
        change.from === null
          ? versions
          : closed(versions, change.from.validFrom, change.to.validFrom);
      return [...before, change.to].sort((one, other) =>
        one.validFrom < other.validFrom ? -1 : 1,
      );
    }
  }
}

function closed(
  versions: readonly RegisterVersion[],
  validFrom: string,
  validTo: string,
): RegisterVersion[] {
  return versions.map((version) =>
    version.validFrom === validFrom && version.validTo === null ? { ...version, validTo } : version,
  );
}

/**
 * A change as one line for a command's output and for logs, in English. `state` is the register before
 * or after the change; it lends the names. Screens word the changes themselves.
 */
export function describeRegisterChange(change: RegisterChange, state: RegisterState): string {
  const named = (key: string) => nameIn(state, key);
  switch (change.kind) {
    case 'added': {
      const [first] = change.municipality.versions;
      return first === undefined
        ? `added ${change.key}`
        : `added ${first.number} ${first.name} (${first.countyName}) from ${first.validFrom}`;
    }
    case 'ended':
      return `${named(change.key)} ended ${change.date}, into ${change.successors.map(named).join(' and ') || 'none known'}`;
    case 'version-corrected':
      return `${named(change.key)} from ${change.validFrom}: ${correctionOf(change)}`;
    case 'organisation-number-changed':
      return `${named(change.key)}: organisation number ${change.from ?? 'unknown'} → ${change.to}`;
    case 'detail-changed':
      return `${named(change.key)}: ${change.detail} ${change.from ?? 'unknown'} → ${change.to}`;
    case 'population-added':
      return `${named(change.key)}: ${change.to.count} residents on ${change.to.date}`;
    case 'population-corrected':
      return `${named(change.key)}: ${change.from} → ${change.to.count} residents on ${change.to.date}`;
    case 'succession-added':
    case 'succession-corrected':
      return `${named(change.to.from)} → ${named(change.to.to)} on ${change.to.date}: ${change.to.kind}, share ${change.to.share ?? 'unknown'}`;
    default:
      return `${named(change.key)} ${change.kind} on ${change.to.validFrom}: ${beginningOf(change)}`;
  }
}

function beginningOf({ from, to }: VersionBegun): string {
  const shown = (version: RegisterVersion) =>
    `${version.number} ${version.name} (${version.countyName})`;
  return from === null ? shown(to) : `${shown(from)} → ${shown(to)}`;
}

function correctionOf({ fields, from, to }: VersionCorrected): string {
  return fields
    .map((field) => `${field} ${from[field] ?? 'unknown'} → ${to[field] ?? 'unknown'}`)
    .join(', ');
}

function nameIn(state: RegisterState, key: string): string {
  const last = state.municipalities.find((one) => one.key === key)?.versions.at(-1);
  return last === undefined ? key : `${last.number} ${last.name}`;
}
