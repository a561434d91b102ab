/** The words for the formal check. */
import type { ChecklistAnswer, ChecklistItem, EligibilityOutcome } from '@award/award';
import type { ReclassificationGround } from '@award/eligibility/contract';
import type { Tone } from '@award/ui/web';

export const CHECKLIST_WORDS: Readonly<Record<ChecklistItem, string>> = {
  'in-register': $localize`:@@eligibility.item.in-register:Kommunen finnes i registeret for kåringen`,
  'class-known': $localize`:@@eligibility.item.class-known:Kategorien er fastsatt etter folketallet`,
  'form-complete': $localize`:@@eligibility.item.form-complete:Skjemaet er fylt ut`,
  'agreed-with-chief-executive': $localize`:@@eligibility.item.agreed:Forslaget er avklart med kommunedirektøren`,
  'attachments-readable': $localize`:@@eligibility.item.attachments:Vedleggene kan leses`,
  'image-consents': $localize`:@@eligibility.item.images:Bildene kan brukes`,
  'about-business-development': $localize`:@@eligibility.item.about:Forslaget handler om næringsutvikling`,
  'nothing-confidential': $localize`:@@eligibility.item.confidential:Forslaget inneholder ikke noe taushetsbelagt`,
};

export const ANSWER_WORDS: Readonly<Record<ChecklistAnswer, string>> = {
  met: $localize`:@@eligibility.answer.met:I orden`,
  'not-met': $localize`:@@eligibility.answer.not-met:Ikke i orden`,
  open: $localize`:@@eligibility.answer.open:Ikke vurdert`,
};

export const ANSWER_TONES: Readonly<Record<ChecklistAnswer, Tone>> = {
  met: 'success',
  'not-met': 'danger',
  open: 'neutral',
};

export const OUTCOME_WORDS: Readonly<Record<EligibilityOutcome, string>> = {
  eligible: $localize`:@@eligibility.outcome.eligible:I orden, går videre til juryen`,
  returned: $localize`:@@eligibility.outcome.returned:Må rettes av kommunen`,
  ineligible: $localize`:@@eligibility.outcome.ineligible:Oppfyller ikke vilkårene`,
};

export const GROUND_WORDS: Readonly<Record<ReclassificationGround, string>> = {
  'register-error': $localize`:@@eligibility.ground.register-error:Feil i registeret`,
  waiver: $localize`:@@eligibility.ground.waiver:Unntak fra grensen etter kåringens regler`,
};
