import { COLLEAGUE_ROLES, type ColleagueRole } from '@award/award';
import type { ColleagueEvent } from '@award/outreach/contract';

const RIGHTS: Record<ColleagueRole, { title: string; note: string }> = {
  'municipality-viewer': {
    title: $localize`:@@colleagues.right.viewer:Lese`,
    note: $localize`:@@colleagues.right.viewer-note:Ser forslaget og hva som skjer videre`,
  },
  'municipality-editor': {
    title: $localize`:@@colleagues.right.editor:Skrive`,
    note: $localize`:@@colleagues.right.editor-note:Leser og skriver, men sender ikke inn`,
  },
  'municipality-submitter': {
    title: $localize`:@@colleagues.right.submitter:Sende inn`,
    note: $localize`:@@colleagues.right.submitter-note:Skriver, sender inn og bestemmer hvem som er kolleger her`,
  },
};

export const RIGHT_CHOICES = COLLEAGUE_ROLES.map((role) => ({ role, ...RIGHTS[role] }));

export function rightWords(role: ColleagueRole): string {
  return RIGHTS[role].title;
}

/** One line of the log. */
export function eventWords({ act, by, whom, role }: ColleagueEvent): string {
  const who = by ?? $localize`:@@colleagues.log.somebody:Noen`;
  const right = role === null ? '' : rightWords(role).toLocaleLowerCase();
  switch (act) {
    case 'invite':
      return $localize`:@@colleagues.log.invite:${who}:by: ga ${whom}:whom: rett til å ${right}:right:`;
    case 'change':
      return $localize`:@@colleagues.log.change:${who}:by: endret retten til ${whom}:whom: til å ${right}:right:`;
    case 'remove':
      return $localize`:@@colleagues.log.remove:${who}:by: avsluttet tilgangen til ${whom}:whom:`;
  }
}

/** What is wrong with an address, by the server's reason. */
export function addressWords(reason: string): string {
  switch (reason) {
    case 'already-colleague':
      return $localize`:@@colleagues.email.already:Denne adressen er en kollega allerede. Endre retten i listen.`;
    case 'too-many':
      return $localize`:@@colleagues.email.too-many:Det er ikke plass til flere kolleger. Fjern en først.`;
    case 'cannot-be-invited':
      return $localize`:@@colleagues.email.cannot:Denne adressen kan ikke skrive for en kommune.`;
    default:
      return $localize`:@@colleagues.email.needed:Skriv e-postadressen, for eksempel kari@eksempel.no`;
  }
}
