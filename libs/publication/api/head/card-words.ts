import type { Language } from '../public-language';

interface CardWords {
  award: string;
  owners: string;
  sample: string;
  callOpen: string;
  finalists: string;
  finalist: (year: number) => string;
  winner: (year: number) => string;
  winners: (names: string) => string;
  and: string;
  edition: (year: number) => string;
  bank: string;
  archive: string;
  municipalities: string;
  results: string;
}

/** The few words of a social card, and of what search engines read. */
export const CARD_WORDS: Readonly<Record<Language, CardWords>> = {
  nb: {
    award: 'Årets vertskommune for næringsutvikling',
    owners: 'En pris fra KS og NHO',
    sample: 'Eksempeldata',
    callOpen: 'Nå kan kommunen din stille',
    finalists: 'Finalistene er klare',
    finalist: (year) => `Finalist ${year}`,
    winner: (year) => `Vinner ${year}`,
    winners: (names) => `${names} vant`,
    and: 'og',
    edition: (year) => `Kåringen ${year}`,
    bank: 'Gode eksempler',
    archive: 'Tidligere kåringer',
    municipalities: 'Kommuner',
    results:
      'Finalister og vinnere i hver kategori, år for år, med juryens begrunnelse der den er kjent.',
  },
  nn: {
    award: 'Årets vertskommune for næringsutvikling',
    owners: 'Ein pris frå KS og NHO',
    sample: 'Eksempeldata',
    callOpen: 'No kan kommunen din stille',
    finalists: 'Finalistane er klare',
    finalist: (year) => `Finalist ${year}`,
    winner: (year) => `Vinnar ${year}`,
    winners: (names) => `${names} vann`,
    and: 'og',
    edition: (year) => `Kåringa ${year}`,
    bank: 'Gode eksempel',
    archive: 'Tidlegare kåringar',
    municipalities: 'Kommunar',
    results:
      'Finalistar og vinnarar i kvar kategori, år for år, med grunngjevinga frå juryen der ho er kjend.',
  },
  en: {
    award: 'Host municipality of the year',
    owners: 'An award from KS and NHO',
    sample: 'Sample data',
    callOpen: 'Your municipality can enter now',
    finalists: 'The finalists are out',
    finalist: (year) => `Finalist ${year}`,
    winner: (year) => `Winner ${year}`,
    winners: (names) => `${names} won`,
    and: 'and',
    edition: (year) => `The award of ${year}`,
    bank: 'Good examples',
    archive: 'Earlier awards',
    municipalities: 'Municipalities',
    results:
      'Finalists and winners of each size class, year by year, with the jury’s reasons where they are known.',
  },
};
