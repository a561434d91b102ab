import type { Postponable } from '@award/award';
import type { Language } from '../public-language';

interface FeedWords {
  about: string;
  owners: string;
  sample: string;
  finalists: (year: number) => string;
  winner: (names: string, year: number) => string;
  corrected: (year: number, className: string) => string;
  postponed: Readonly<Record<Postponable, (year: number) => string>>;
  newTime: (to: string, from: string) => string;
}

export const FEED_WORDS: Readonly<Record<Language, FeedWords>> = {
  nb: {
    about: 'Finalister og vinnere i kåringen av årets vertskommune for næringsutvikling.',
    owners: 'KS og NHO',
    sample: 'Eksempeldata',
    finalists: (year) => `Finalistene i kåringen ${year}`,
    winner: (names, year) => `${names} vant kåringen ${year}`,
    corrected: (year, className) => `Rettet i kåringen ${year}: ${className}`,
    postponed: {
      finalistsAt: (year) => `Utsatt: finalistene i kåringen ${year}`,
      announcementAt: (year) => `Utsatt: kåringen av vinnerne ${year}`,
    },
    newTime: (to, from) => `Ny tid: ${to}. Tidligere oppgitt: ${from}.`,
  },
  nn: {
    about: 'Finalistar og vinnarar i kåringa av årets vertskommune for næringsutvikling.',
    owners: 'KS og NHO',
    sample: 'Eksempeldata',
    finalists: (year) => `Finalistane i kåringa ${year}`,
    winner: (names, year) => `${names} vann kåringa ${year}`,
    corrected: (year, className) => `Retta i kåringa ${year}: ${className}`,
    postponed: {
      finalistsAt: (year) => `Utsett: finalistane i kåringa ${year}`,
      announcementAt: (year) => `Utsett: kåringa av vinnarane ${year}`,
    },
    newTime: (to, from) => `Ny tid: ${to}. Før: ${from}.`,
  },
  en: {
    about: 'Finalists and winners of the award for host municipality of the year.',
    owners: 'KS and NHO',
    sample: 'Sample data',
    finalists: (year) => `The finalists of ${year}`,
    winner: (names, year) => `${names} won the award of ${year}`,
    corrected: (year, className) => `Corrected, ${year}: ${className}`,
    postponed: {
      finalistsAt: (year) => `Postponed: the finalists of ${year}`,
      announcementAt: (year) => `Postponed: the winners of ${year}`,
    },
    newTime: (to, from) => `New time: ${to}. It was to be: ${from}.`,
  },
};
