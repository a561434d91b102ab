/**
 * One way to count, for the browser and the server. Characters are Unicode code points after
 * normalising to NFC, so that å counts as one whichever keyboard made it. Words and sentences are
 * counted by regular expressions rather than by Intl.Segmenter, whose answers change with the ICU
 * version of the machine.
 */
import { no, type RefusedVerdict } from './verdict';

const WORD = /[\p{L}\p{N}]+(?:[-'’/.,:][\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?…]+["»”')\]]*(?=\s+["«“'([–—-]*\s*\p{Lu})/gu;
const LONG_WORD_LETTERS = 6;

/** Number of code points in the NFC form; a line break counts as one. */
export function characters(text: string): number {
  return [...text.replace(/\r\n?/g, '\n').normalize('NFC')].length;
}

/** Number of words: letters and digits held together by a hyphen, an apostrophe or a decimal mark. */
export function words(text: string): number {
  return wordsOf(text).length;
}

/**
 * Number of sentences: a paragraph holds at least one, and `.`, `!`, `?` or `…` ends one when a
 * capital letter follows, so that `kl. 12` and `bl.a. skoler` do not. 0 for a text without words.
 */
export function sentences(text: string): number {
  return text
    .split(/\n+/)
    .filter((paragraph) => wordsOf(paragraph).length > 0)
    .reduce((total, paragraph) => total + 1 + (paragraph.match(SENTENCE_END)?.length ?? 0), 0);
}

/** The sentences of a text in order, as `sentences` counts them, each without the space around it. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .filter((paragraph) => wordsOf(paragraph).length > 0)
    .flatMap((paragraph) => {
      const ends = [...paragraph.matchAll(SENTENCE_END)].map(
        ({ index, 0: end }) => index + end.length,
      );
      return [0, ...ends].map((from, at) => paragraph.slice(from, ends[at]).trim());
    });
}

/**
 * The readability index LIX (Björnsson, 1968): words per sentence plus the percentage of words
 * with more than six letters, rounded. About 30 is easy, 50 hard, 60 very hard. Null without words.
 */
export function lix(text: string): number | null {
  const all = wordsOf(text);
  if (all.length === 0) return null;
  const long = all.filter((word) => (word.match(/\p{L}/gu) ?? []).length > LONG_WORD_LETTERS);
  return Math.round(all.length / sentences(text) + (100 * long.length) / all.length);
}

/** The text as it is stored, or why it cannot be. */
export type CleanText = { readonly allowed: true; readonly text: string } | RefusedVerdict;

/**
 * NFC with `\n` as the only line break. RefusedVerdict with `bad-text` when it holds NUL, another control
 * character that no document format can carry, or half a surrogate pair.
 */
export function cleanText(raw: string): CleanText {
  const text = raw.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').normalize('NFC');
  return /[\p{Cs}\ufffe\uffff]|(?![\n\t])\p{Cc}/u.test(text)
    ? no('bad-text')
    : { allowed: true, text };
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}
