import type { Contribution, PartnerStanding } from '@award/award';
import type { Tone } from '@award/ui/web';

export const CONTRIBUTION_WORDS: Readonly<Record<Contribution, string>> = {
  'time-and-knowledge': $localize`:@@endorsements.contribution.time:Tid og kunnskap`,
  money: $localize`:@@endorsements.contribution.money:Penger`,
  'premises-or-land': $localize`:@@endorsements.contribution.premises:Lokaler eller tomt`,
  'jobs-or-apprentices': $localize`:@@endorsements.contribution.jobs:Arbeidsplasser eller læreplasser`,
  'planning-together': $localize`:@@endorsements.contribution.planning:Vært med på å planlegge`,
  network: $localize`:@@endorsements.contribution.network:Kontakter og nettverk`,
  'passed-on-to-others': $localize`:@@endorsements.contribution.passed-on:Delt erfaringer med andre`,
};

export const STANDING_WORDS: Readonly<Record<PartnerStanding, string>> = {
  asked: $localize`:@@endorsements.standing.asked:Spurt`,
  endorsed: $localize`:@@endorsements.standing.endorsed:Støtter forslaget`,
  'endorsed-earlier-text': $localize`:@@endorsements.standing.earlier:Støttet en tidligere tekst`,
  expired: $localize`:@@endorsements.standing.expired:Lenken har gått ut`,
  revoked: $localize`:@@endorsements.standing.revoked:Trukket tilbake`,
};

export const STANDING_TONES: Readonly<Record<PartnerStanding, Tone>> = {
  asked: 'info',
  endorsed: 'success',
  'endorsed-earlier-text': 'warning',
  expired: 'neutral',
  revoked: 'neutral',
};
