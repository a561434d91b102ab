/**
 * Remarks to a text that is being written: a comment on a passage, or the source of what it claims.
 * A remark holds for the words it was made to: when they are no longer in the text, it says so and
 * counts no more. All of it advises; nothing here stops a text.
 */
import { sentencesOf } from './text-measure';

export const REMARK_KINDS = ['comment', 'source'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Where a claim comes from: the municipality's entry, a member's assessment, or somewhere else that is named. */
export const SOURCE_KINDS = ['entry', 'assessment', 'elsewhere'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Limits of what is stored, in characters. */
export const REMARK_LIMITS = { passage: 1500, body: 2000 } as const;

/** Whether the words stand in the text, whatever the line breaks and spaces. No words are always there. */
export function standsIn(passage: string, text: string): boolean {
  return plain(text).includes(plain(passage));
}

/** The sentences of the text that no source is given for, in order. */
export function sentencesWithoutSource(
  text: string,
  sources: readonly { readonly passage: string }[],
): string[] {
  const given = sources.map(({ passage }) => plain(passage)).filter((passage) => passage !== '');
  return sentencesOf(text).filter((sentence) => {
    const words = plain(sentence);
    return !given.some((passage) => passage.includes(words) || words.includes(passage));
  });
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
