import { RELEASE_LANGUAGES, type ReleaseText } from '@award/award';

/** Words that the server does not have yet, and the version that they were begun on. */
export interface Draft {
  readonly seen: number;
  readonly words: ReleaseText;
}

/** Kept as long as the tab is open, and no longer: the words tell a result that is under embargo. */
export function keepDraft(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs the second copy, never the first.
  }
}

/** Null when nothing is kept, or what is kept cannot be read. */
export function keptDraft(key: string): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Draft> | null;
    const whole =
      typeof kept?.seen === 'number' &&
      RELEASE_LANGUAGES.every(
        (language) =>
          typeof kept.words?.[language]?.title === 'string' &&
          typeof kept.words[language].text === 'string',
      );
    return whole ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
