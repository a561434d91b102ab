import type { InvitationPreview, Progress } from '@award/outreach/contract';
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
