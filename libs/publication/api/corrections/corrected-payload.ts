import { no, textOfCorrection, type TextsForCorrection, type Verdict, yes } from '@award/award';
import type { SealedText } from '../release-text/release-text.queries';
import type { SealedEntry, SealedPayload } from '../sealed-payload';
import type { CorrectionRow } from './corrections.queries';

/** A finalist's sealed words as they stand now. */
export interface StandingText {
  nomination: string;
  text: string;
  writtenForm: 'nb' | 'nn';
}

/** The release texts that have been written of a scope. */
export type WrittenTexts = Omit<TextsForCorrection<SealedText>, 'standing'>;

/**
 * What stands, with the one thing changed that the correction is about: whatever else has been decided
 * or written since is no part of it. `texts` are the sealed texts of the class, `written` the release texts of the scope.
 */
export function correctedPayload(
  standing: SealedPayload,
  correction: CorrectionRow,
  texts: readonly StandingText[],
  written: WrittenTexts,
): { verdict: Verdict; payload: SealedPayload } {
  const { id, kind, number, classCode, note, nominationId } = correction;
  const text = texts.find(({ nomination }) => nomination === nominationId);
  const { text: stands = null, ...told } = standing;
  const sentOut = textOfCorrection(kind, { standing: stands, ...written });
  const payload: SealedPayload = {
    ...told,
    ...(sentOut && { text: sentOut }),
    correction: { id, kind, number, class: classCode, note },
    entries: entriesOf(standing.entries, correction, texts),
  };
  return { verdict: kind === 'text' && !text ? no('not-signed-off') : yes, payload };
}

function entriesOf(
  entries: readonly SealedEntry[],
  { kind, scope, classCode, nominationId, named }: CorrectionRow,
  texts: readonly StandingText[],
): SealedEntry[] {
  const textOf = (nomination: string) => {
    const found = texts.find((one) => one.nomination === nomination);
    return { justification: found?.text ?? null, writtenForm: found?.writtenForm ?? null };
  };
  switch (kind) {
    case 'text':
      return entries.map((entry) =>
        entry.nomination === nominationId ? { ...entry, ...textOf(entry.nomination) } : entry,
      );
    case 'prize-withdrawn':
      return entries.map((entry) =>
        entry.nomination === nominationId ? { ...entry, prizeWithdrawn: true } : entry,
      );
    case 'announcement': {
      const untold = (nomination: string) => ({
        nomination,
        class: classCode,
        images: [],
        ...(scope === 'all' ? textOf(nomination) : { justification: null, writtenForm: null }),
      });
      return [
        ...entries.filter((entry) => entry.class !== classCode),
        ...(named ?? []).map((nomination, at): SealedEntry => {
          const known = entries.find((entry) => entry.nomination === nomination);
          const { prizeWithdrawn: _, ...told } = known ?? { ...untold(nomination), position: 0 };
          return { ...told, position: at + 1 };
        }),
      ];
    }
  }
}
