/**
 * The release text: what KS and NHO send out with a result. It is written for the finalists and for the
 * winners of each class, sealed with what it tells of and under the same embargo. Bokmål is required;
 * nynorsk and English are for whoever has the time, and that they are missing is said.
 */
import type { CorrectionKind } from './correction-rules';
import { characters } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

export const RELEASE_LANGUAGES = ['nb', 'nn', 'en'] as const;
export type ReleaseLanguage = (typeof RELEASE_LANGUAGES)[number];

/** Characters, as `characters` counts them. A title has room for two winners with names in two languages, and the award's. */
export const RELEASE_TEXT_LIMITS = { title: 300, text: 6000 } as const;

export interface ReleaseWords {
  readonly title: string;
  readonly text: string;
}

/** The words in each language; empty where nothing is written. */
export type ReleaseText = Readonly<Record<ReleaseLanguage, ReleaseWords>>;

/** The languages that can be told: those with both a title and a text. */
export function languagesWritten(text: ReleaseText | null): ReleaseLanguage[] {
  return RELEASE_LANGUAGES.filter((language) => {
    const words = text?.[language];
    return words !== undefined && words.title.trim() !== '' && words.text.trim() !== '';
  });
}

/** Whether the text lets the release go: only bokmål is needed. */
export function releaseTextReady(text: ReleaseText | null): Verdict {
  return needs(languagesWritten(text).includes('nb'), 'release-text-missing');
}

/** The language in which a reader of `wanted` gets the text: bokmål stands in for what is not written. */
export function releaseTextIn(
  text: ReleaseText | null,
  wanted: ReleaseLanguage,
): ReleaseLanguage | null {
  const written = languagesWritten(text);
  return written.includes(wanted) ? wanted : written.includes('nb') ? 'nb' : null;
}

/** Where a text stands when somebody saves it. Versions count from 1; 0 is none. */
export interface ReleaseTextSituation {
  /** The phase lets a release be prepared, or what is released be corrected. */
  readonly phase: boolean;
  /** What it belongs to is sealed and not released: the text is a part of the seal. */
  readonly sealed: boolean;
  readonly current: number;
  /** The version that the writer began on. */
  readonly seen: number;
}

/** Whether these words may be saved now. */
export function maySaveReleaseText(
  text: ReleaseText,
  { phase, sealed, current, seen }: ReleaseTextSituation,
): Verdict {
  const fits = RELEASE_LANGUAGES.every(
    (language) =>
      characters(text[language].title) <= RELEASE_TEXT_LIMITS.title &&
      characters(text[language].text) <= RELEASE_TEXT_LIMITS.text,
  );
  return allOf(
    needs(phase, 'wrong-phase'),
    needs(!sealed, 'already-sealed'),
    needs(fits, 'text-too-long'),
    needs(seen === current, 'stale-save'),
  );
}

/** What a correction chooses its text from. Versions count from 1; 0 is none. */
export interface TextsForCorrection<T> {
  /** What stands told; null where none does. */
  readonly standing: T | null;
  /** The newest that is written and can be told. */
  readonly newest: T | null;
  /** The newest version that has ever been told. */
  readonly lastTold: number;
}

/**
 * The text that goes with a correction: the one written since the last that was told; else what stands, unless
 * it may name somebody who should not have been named. Then there is none, and a plain one is made of the result.
 */
export function textOfCorrection<T extends { readonly version: number }>(
  kind: CorrectionKind,
  { standing, newest, lastTold }: TextsForCorrection<T>,
): T | null {
  if (newest !== null && newest.version > lastTold) return newest;
  return kind === 'text' ? standing : null;
}
