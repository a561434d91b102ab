import { inject, LOCALE_ID } from '@angular/core';
import type { Words } from '@award/editions/contract';

/** Picks a text in the page's language; what is not written there is shown in bokmål. */
export function inLanguage(): (words: Partial<Words>) => string {
  const locale = inject(LOCALE_ID);
  const language = locale.startsWith('nn') ? 'nn' : locale.startsWith('en') ? 'en' : 'nb';
  return (words) => words[language] || (words.nb ?? '');
}
