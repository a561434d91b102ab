import type { ReleaseLanguage } from '@award/award';

/** The name of a language, as a heading. */
export function languageWords(language: ReleaseLanguage): string {
  switch (language) {
    case 'nb':
      return $localize`:@@publication.text.nb:Bokmål`;
    case 'nn':
      return $localize`:@@publication.text.nn:Nynorsk`;
    case 'en':
      return $localize`:@@publication.text.en:Engelsk`;
  }
}

/** What is said of a language in which nothing is written. */
export function missingLanguageWords(language: ReleaseLanguage): string {
  switch (language) {
    case 'nb':
      return $localize`:@@publication.text.missing-nb:Bokmål mangler.`;
    case 'nn':
      return $localize`:@@publication.text.missing-nn:Nynorsk er ikke skrevet. Lesere av nynorsk får bokmål.`;
    case 'en':
      return $localize`:@@publication.text.missing-en:Engelsk er ikke skrevet. Lesere av engelsk får bokmål.`;
  }
}
