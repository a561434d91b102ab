/**
 * What search engines read of a public page, as JSON-LD in the words of schema.org. Made from the
 * page's own view: it says in another form what the page says, and nothing else.
 */
import type {
  EditionPageView,
  ExamplePageView,
  FrontPageView,
  MunicipalityPageView,
  PublicClass,
  PublicEdition,
  PublicEntry,
  PublicPage,
} from '@award/publication/contract';
import type { Language } from '../public-language';
import { CARD_WORDS } from './card-words';

export interface Place {
  /** Origin of the site, without a closing slash. */
  readonly publicUrl: string;
  /** Path with language, as it stands in the browser. */
  readonly path: string;
  readonly language: Language;
}

type Thing = Readonly<Record<string, unknown>>;

const OWNERS: readonly Thing[] = [
  { '@type': 'Organization', name: 'KS', url: 'https://www.ks.no/' },
  { '@type': 'Organization', name: 'NHO', url: 'https://www.nho.no/' },
];
const ATTENDANCE = {
  hall: 'https://schema.org/OfflineEventAttendanceMode',
  digital: 'https://schema.org/OnlineEventAttendanceMode',
  both: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** Null for a page that has nothing to say in this form. */
export function structuredData(page: PublicPage | null, place: Place): Thing | null {
  const things = thingsOf(page, place);
  return things.length === 0 ? null : { '@context': 'https://schema.org', '@graph': things };
}

function thingsOf(page: PublicPage | null, place: Place): readonly Thing[] {
  switch (page?.kind) {
    case 'front':
      return [site(place), ...ofEdition(page, place)];
    case 'edition':
      return [
        ...ofEdition(page, place),
        trail(place, [['/arkiv', words(place).archive]], page.edition.name),
      ];
    case 'municipality':
      return [
        municipality(page, place),
        trail(place, [['/kommuner', words(place).municipalities]], page.name),
      ];
    case 'example':
      return page.justification === null ? [] : [article(page, place)];
    case 'open-data':
      return [dataset(place)];
    default:
      return [];
  }
}

function site({ publicUrl, language }: Place): Thing {
  return {
    '@type': 'WebSite',
    name: CARD_WORDS[language].award,
    url: `${publicUrl}/`,
    inLanguage: language,
    publisher: OWNERS,
  };
}

function ofEdition(
  { edition, classes }: FrontPageView | EditionPageView,
  place: Place,
): readonly Thing[] {
  if (!edition || edition.asPublished) return classes.flatMap((one) => finalists(one, place));
  return [
    ...(edition.event && edition.announcementAt ? [ceremony(edition, place)] : []),
    ...classes.flatMap((one) => finalists(one, place)),
  ];
}

function ceremony(
  { event, announcementAt, moved, name }: PublicEdition,
  { publicUrl, path }: Place,
): Thing {
  const form = event?.form ?? 'hall';
  return {
    '@type': 'Event',
    name: event?.name,
    about: name,
    startDate: announcementAt,
    eventStatus: `https://schema.org/${moved.announcementAt ? 'EventRescheduled' : 'EventScheduled'}`,
    ...(moved.announcementAt && { previousStartDate: moved.announcementAt.from }),
    eventAttendanceMode: ATTENDANCE[form],
    location: [
      ...(form === 'digital'
        ? []
        : [{ '@type': 'Place', name: event?.place, address: event?.place }]),
      ...(form === 'hall'
        ? []
        : [{ '@type': 'VirtualLocation', url: event?.streamUrl || `${publicUrl}/direkte` }]),
    ],
    organizer: OWNERS,
    url: publicUrl + path,
  };
}

/** The finalists of one class as a list of its own: classes are never mixed. */
function finalists({ name, finalists }: PublicClass, place: Place): readonly Thing[] {
  const standing = finalists.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.length === 0) return [];
  return [
    {
      '@type': 'ItemList',
      name,
      numberOfItems: standing.length,
      itemListElement: standing.map((entry, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        item: finalist(entry, place),
      })),
    },
  ];
}

function finalist(entry: PublicEntry, { publicUrl, language }: Place): Thing {
  const [image] = entry.images;
  return {
    '@type': 'GovernmentOrganization',
    name: entry.name,
    address: { '@type': 'PostalAddress', addressRegion: entry.county, addressCountry: 'NO' },
    url: `${publicUrl}${prefixOf(language)}/kommuner/${entry.number}`,
    ...(entry.winner && entry.prizeWithdrawnAt === null
      ? { award: CARD_WORDS[language].award }
      : {}),
    ...(image
      ? {
          image: {
            '@type': 'ImageObject',
            contentUrl: publicUrl + image.src,
            caption: image.caption,
            creditText: image.photographer,
          },
        }
      : {}),
  };
}

function municipality(page: MunicipalityPageView, { publicUrl, path, language }: Place): Thing {
  const awards = page.results
    .filter(({ winner, inherited }) => winner && !inherited)
    .map(({ year }) => `${CARD_WORDS[language].award} ${year}`);
  return {
    '@type': 'GovernmentOrganization',
    name: page.name,
    ...(page.organisationNumber ? { identifier: page.organisationNumber } : {}),
    address: { '@type': 'PostalAddress', addressRegion: page.county, addressCountry: 'NO' },
    url: publicUrl + path,
    ...(awards.length > 0 ? { award: awards } : {}),
  };
}

function article(page: ExamplePageView, { publicUrl, path }: Place): Thing {
  return {
    '@type': 'Article',
    headline: `${page.name}: ${page.own?.title ?? page.editionName}`.slice(0, 110),
    inLanguage: page.justificationForm,
    about: {
      '@type': 'GovernmentOrganization',
      name: page.name,
      address: { '@type': 'PostalAddress', addressRegion: page.county, addressCountry: 'NO' },
    },
    publisher: OWNERS,
    url: publicUrl + path,
  };
}

function dataset({ publicUrl, path, language }: Place): Thing {
  const file = (name: string, format: string): Thing => ({
    '@type': 'DataDownload',
    contentUrl: `${publicUrl}/data/${name}`,
    encodingFormat: format,
  });
  return {
    '@type': 'Dataset',
    name: CARD_WORDS[language].award,
    description: CARD_WORDS[language].results,
    license: 'https://data.norge.no/nlod/no/2.0',
    creator: OWNERS,
    distribution: [file('resultater.csv', 'text/csv'), file('resultater.json', 'application/json')],
    url: publicUrl + path,
  };
}

function trail(
  { publicUrl, path, language }: Place,
  steps: readonly (readonly [path: string, name: string])[],
  here: string,
): Thing {
  const all = [
    ['/', CARD_WORDS[language].award] as const,
    ...steps,
    [path.slice(prefixOf(language).length), here] as const,
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(([to, name], at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: publicUrl + prefixOf(language) + to,
    })),
  };
}

function words({ language }: Place) {
  return CARD_WORDS[language];
}

function prefixOf(language: Language): string {
  return language === 'nb' ? '' : `/${language}`;
}
