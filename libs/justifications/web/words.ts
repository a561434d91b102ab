/** What the codes of justifications are called. */
import {
  ADVISED_LIX,
  FEEDBACK_WORDS,
  type Finding,
  type FindingCode,
  JUSTIFICATION_WORDS,
  STAGE_TEXT_WORDS,
  type TextKind,
} from '@award/award';
import type { JustificationState } from '@award/justifications/contract';
import type { Tone } from '@award/ui/web';

export const STATE_WORDS: Record<JustificationState, string> = {
  'not-started': $localize`:@@justifications.state.not-started:Ikke begynt`,
  draft: $localize`:@@justifications.state.draft:Utkast`,
  sealed: $localize`:@@justifications.state.sealed:Forseglet`,
};

export const STATE_TONES: Record<JustificationState, Tone> = {
  'not-started': 'neutral',
  draft: 'warning',
  sealed: 'success',
};

export const FORM_WORDS: Record<'nb' | 'nn', string> = {
  nb: $localize`:@@justifications.form.nb:bokmål`,
  nn: $localize`:@@justifications.form.nn:nynorsk`,
};

/** What is written: one of the kinds of text, or what is read on stage. */
export type Written = TextKind | 'stage';

const ADVISED: Readonly<Record<Written, { min: number; max: number }>> = {
  justification: JUSTIFICATION_WORDS,
  feedback: FEEDBACK_WORDS,
  stage: STAGE_TEXT_WORDS,
};

const FINDINGS: Record<FindingCode, (found: string, written: Written) => string> = {
  'too-short': (found, written) =>
    $localize`:@@justifications.finding.too-short:Teksten har ${found}:found: ord. Rådet er ${range(written)}:range:.`,
  'too-long': (found, written) =>
    $localize`:@@justifications.finding.too-long:Teksten har ${found}:found: ord. Rådet er ${range(written)}:range:.`,
  'hard-to-read': (found) =>
    $localize`:@@justifications.finding.hard-to-read:Tung å lese: LIX er ${found}:found:, rådet er under ${ADVISED_LIX}:limit:. Prøv kortere setninger.`,
  'name-missing': (found) =>
    $localize`:@@justifications.finding.name-missing:Teksten nevner ikke ${found}:found:.`,
  'other-municipality': (found) =>
    $localize`:@@justifications.finding.other-municipality:Teksten nevner en annen kommune: ${found}:found:. Er det riktig?`,
  'other-county': (found) =>
    $localize`:@@justifications.finding.other-county:Teksten nevner et annet fylke: ${found}:found:. Er det riktig?`,
  'figure-not-in-source': (found) =>
    $localize`:@@justifications.finding.figure-not-in-source:Tallet ${found}:found: står ikke i forslaget eller registeret. Sjekk det.`,
  'names-the-winner': (found) =>
    $localize`:@@justifications.finding.names-the-winner:Sceneteksten røper vinneren: ${found}:found:.`,
};

export function findingWords({ code, found }: Finding, written: Written): string {
  return FINDINGS[code](found, written);
}

/** `112 ord. Rådet er 80 til 220.` */
export function lengthWords(count: number, written: Written): string {
  return $localize`:@@justifications.length:${count}:count: ord. Rådet er ${range(written)}:range:.`;
}

function range(written: Written): string {
  const { min, max } = ADVISED[written];
  return $localize`:@@justifications.range:${min}:min: til ${max}:max:`;
}
