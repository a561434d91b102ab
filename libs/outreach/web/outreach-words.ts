import type { NotReminded } from '@award/award';
import type { InvitationPreview, Progress, UndeliveredView } from '@award/outreach/contract';
import type { Tone } from '@award/ui/web';

/** In the order in which they come. */
export const PROGRESS_CODES: readonly Progress[] = [
  'not-invited',
  'invited',
  'signed-in',
  'started',
  'complete',
  'submitted',
];

const PROGRESS_WORDS: Record<Progress, string> = {
  'not-invited': $localize`:@@outreach.progress.not-invited:Ikke invitert`,
  invited: $localize`:@@outreach.progress.invited:Invitert`,
  'signed-in': $localize`:@@outreach.progress.signed-in:Har logget inn`,
  started: $localize`:@@outreach.progress.started:Har begynt`,
  complete: $localize`:@@outreach.progress.complete:Klar til å sende`,
  submitted: $localize`:@@outreach.progress.submitted:Har sendt inn`,
};

const PROGRESS_TONES: Record<Progress, Tone> = {
  'not-invited': 'neutral',
  invited: 'info',
  'signed-in': 'info',
  started: 'warning',
  complete: 'warning',
  submitted: 'success',
};

const OUTCOME_WORDS: Record<InvitationPreview['outcome'], string> = {
  new: $localize`:@@outreach.outcome.new:Blir invitert`,
  'already-invited': $localize`:@@outreach.outcome.already-invited:Er invitert fra før`,
  'unknown-municipality': $localize`:@@outreach.outcome.unknown-municipality:Ingen kommune har dette nummeret`,
  'bad-address': $localize`:@@outreach.outcome.bad-address:Dette er ingen e-postadresse`,
  repeated: $localize`:@@outreach.outcome.repeated:Står her to ganger`,
  'other-role-held': $localize`:@@outreach.outcome.other-role-held:Har en annen rolle i denne kåringen`,
};

export const progressWords = (progress: Progress): string => PROGRESS_WORDS[progress];
export const progressTone = (progress: Progress): Tone => PROGRESS_TONES[progress];
export const outcomeWords = (outcome: InvitationPreview['outcome']): string =>
  OUTCOME_WORDS[outcome];

const NOT_REMINDED_WORDS: Record<NotReminded, string> = {
  'not-invited': $localize`:@@outreach.not-reminded.not-invited:Invitasjonen er trukket tilbake`,
  submitted: $localize`:@@outreach.not-reminded.submitted:Kommunen har sendt inn`,
  'not-taking-part': $localize`:@@outreach.not-reminded.not-taking-part:Kommunen er ikke med i år`,
  'access-ended': $localize`:@@outreach.not-reminded.access-ended:Personen har ikke lenger tilgang for kommunen`,
  undelivered: $localize`:@@outreach.not-reminded.undelivered:Den forrige e-posten kom ikke fram`,
  lately: $localize`:@@outreach.not-reminded.lately:Minnet på det siste døgnet`,
};

export const notRemindedWords = (reason: NotReminded): string => NOT_REMINDED_WORDS[reason];

/** Whose address it is; empty when nothing is known but the address. */
export function ownerWords({ of, municipality }: UndeliveredView): string {
  const name = municipality?.name;
  if (!name) return '';
  switch (of) {
    case 'invited':
      return $localize`:@@outreach.owner.invited:Invitert for ${name}:name:`;
    case 'contact':
      return $localize`:@@outreach.owner.contact:Kontaktperson i forslaget fra ${name}:name:`;
    case 'post-box':
      return $localize`:@@outreach.owner.post-box:Postmottaket i ${name}:name:`;
    case 'other':
      return $localize`:@@outreach.owner.other:Har tilgang for ${name}:name:`;
  }
}
