/**
 * The register as it stands after a refresh: what is known, with the answers of the public registers
 * laid over it. The outcome is an incoming register for `planRegisterImport`, never stored as it is.
 * Names come with a change of number or an announced change of name; a spelling that merely differs
 * between two registers is noted and left alone.
 */
import type { RegisterPieces } from './register-fetch';
import {
  byMunicipalityNumber,
  byNumber,
  folded,
  only,
  withChangesOf,
} from './register-restructure';
import { inForceOn, withNumberOn } from './register-state';
import type { RegisterState } from './register-state';

/** Something in the answers that a person should look at; `about` is a number or a number and names. */
export interface RefreshNote {
  readonly code:
    | 'number-not-listed'
    | 'number-unknown'
    | 'name-differs'
    | 'organisation-missing'
    | 'organisation-ambiguous';
  readonly about: string;
}

export interface RefreshOutcome {
  readonly state: RegisterState;
  readonly notes: readonly RefreshNote[];
}

/**
 * Lays complete pieces over the register. Throws RegisterSourceError when a new county number comes
 * without a name. The outcome still has to pass `checkRegister`.
 */
export function refreshedRegister(current: RegisterState, pieces: RegisterPieces): RefreshOutcome {
  const dates = [...new Set(pieces.changes.map(({ date }) => date))].sort();
  const restructured = dates.reduce((state, date) => withChangesOf(date, state, pieces), current);
  const { state, notes } = withOrganisations(restructured, pieces);
  return {
    state: withPopulations(state, pieces),
    notes: [...namesToLookAt(restructured, pieces), ...notes],
  };
}

function withOrganisations(state: RegisterState, pieces: RegisterPieces): RefreshOutcome {
  const listed = byMunicipalityNumber(pieces.organisations);
  const numbers = new Map(
    inForceOn(state, pieces.date).map(({ municipality, version }) => [
      municipality.key,
      version.number,
    ]),
  );
  const notes: RefreshNote[] = [];
  const municipalities = state.municipalities.map((municipality) => {
    const number = numbers.get(municipality.key);
    if (number === undefined || pieces.organisations.length === 0) return municipality;
    const found = listed.get(number) ?? [];
    // Where several units have their address in it, the one already known is the municipality.
    const known = found.find(
      ({ organisationNumber }) => organisationNumber === municipality.organisationNumber,
    );
    const organisation = known ?? only(found);
    if (organisation === null) {
      const code = found.length === 0 ? 'organisation-missing' : 'organisation-ambiguous';
      notes.push({ code, about: number });
      return municipality;
    }
    return {
      ...municipality,
      organisationNumber: organisation.organisationNumber,
      writtenForm: organisation.writtenForm ?? municipality.writtenForm,
      postAddress: organisation.postAddress ?? municipality.postAddress,
    };
  });
  return { state: { ...state, municipalities }, notes };
}

/** Only figures above zero of municipalities in force: the table has a cell for every number ever. */
function withPopulations(state: RegisterState, pieces: RegisterPieces): RegisterState {
  const populations = new Map(state.populations.map((one) => [`${one.key} ${one.date}`, one]));
  for (const date of new Set(pieces.populations.map((figure) => figure.date))) {
    const inForce = byNumber(inForceOn(state, date));
    for (const { number, count } of pieces.populations.filter((one) => one.date === date)) {
      const key = inForce.get(number)?.municipality.key;
      if (key !== undefined && count !== null && count > 0)
        populations.set(`${key} ${date}`, { key, date, count, source: 'ssb-07459' });
    }
  }
  return { ...state, populations: [...populations.values()] };
}

function namesToLookAt(state: RegisterState, { date, municipalityCodes }: RegisterPieces) {
  const notes: RefreshNote[] = [];
  if (municipalityCodes.length === 0) return notes;
  const listed = new Map(municipalityCodes.map(({ code, name }) => [code, name]));
  for (const { version } of inForceOn(state, date)) {
    const name = listed.get(version.number);
    if (name === undefined) notes.push({ code: 'number-not-listed', about: version.number });
    else if (folded(name) !== folded(version.name) && name !== version.norwegianName)
      notes.push({ code: 'name-differs', about: `${version.number}: ${version.name}, ${name}` });
  }
  for (const number of listed.keys())
    if (withNumberOn(state, number, date) === null)
      notes.push({ code: 'number-unknown', about: number });
  return notes;
}
