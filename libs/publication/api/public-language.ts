import type { Words } from '@award/editions/contract';

export type Language = 'nb' | 'nn' | 'en';

export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en'];

/** The words in the language, else in bokmål, which is always there. */
export function inLanguage(words: Partial<Words>, language: Language): string {
  return words[language] || words.nb || '';
}
