const WORDS: Readonly<Record<string, string>> = {
  label: $localize`:@@publication.images.missing-label:tekst under bildet`,
  altText: $localize`:@@publication.images.missing-alt:beskrivelse for den som ikke ser bildet`,
  photographer: $localize`:@@publication.images.missing-photographer:navnet på fotografen`,
  rightToUse: $localize`:@@publication.images.missing-right:rett til å bruke bildet`,
  shownAgree: $localize`:@@publication.images.missing-agree:ja fra dem som er på bildet`,
};

/** What a picture lacks, as one list in words. */
export function missingWords(fields: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(fields.map((field) => WORDS[field] ?? field));
}
