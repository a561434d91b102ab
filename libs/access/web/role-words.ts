import type { GrantView } from '@award/access/contract';
import type { Role, Side } from '@award/award';
import { className } from '@award/ui/web';
import { roleOf, sideOf } from './session';

const ROLE_WORDS: Record<Role, string> = {
  secretary: $localize`:@@access.role.secretary:Sekretær`,
  'case-officer': $localize`:@@access.role.case-officer:Saksbehandler`,
  juror: $localize`:@@access.role.juror:Jurymedlem`,
  'jury-leader': $localize`:@@access.role.jury-leader:Juryleder`,
  'municipality-editor': $localize`:@@access.role.municipality-editor:Skriver for kommunen`,
  'municipality-submitter': $localize`:@@access.role.municipality-submitter:Sender inn for kommunen`,
  'municipality-viewer': $localize`:@@access.role.municipality-viewer:Leser for kommunen`,
  'release-keyholder': $localize`:@@access.role.release-keyholder:Nøkkelholder for publisering`,
  operator: $localize`:@@access.role.operator:Drift`,
};

/** Where each side of the award works. */
const HOME: Record<Side, string> = {
  secretariat: '/sekretariat',
  jury: '/jury',
  municipality: '/kommune',
  release: '/sekretariat',
  operation: '/sekretariat',
};

export function roleWords(role: string): string {
  return (ROLE_WORDS as Readonly<Record<string, string>>)[role] ?? role;
}

/** The address of the start page of the grant's side; the front page without a grant. */
export function homeOf(grant: GrantView | null): string {
  const side = sideOf(grant);
  return side === null ? '/' : HOME[side];
}

/** For whom a grant acts, on a button: `Rauma`, `Juryleder, små kommuner`, `Sekretær`. */
export function actingWords(grant: GrantView): string {
  if (grant.municipalityName) return grant.municipalityName;
  const role = roleWords(roleOf(grant) ?? grant.role);
  return grant.classCode ? `${role}, ${lowered(className(grant.classCode))}` : role;
}

/** For whom a grant acts, as a sentence for the head of a page. */
export function actingSentence(grant: GrantView): string {
  const words = actingWords(grant);
  return grant.municipalityName
    ? $localize`:@@access.acting.for:Du handler for ${words}:name:`
    : $localize`:@@access.acting.as:Du handler som ${lowered(words)}:role:`;
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
