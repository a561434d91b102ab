import type {
  EditionPageView,
  MunicipalityPageView,
  PublicClass,
  PublicEntry,
  PublicPage,
  PublicView,
} from '@award/publication/contract';
import { cardHash, cardOf, cardWords } from './card-of';
import { pageHead } from './page-head';
import { structuredData } from './structured-data';

const site = {
  demo: false,
  publicUrl: 'https://prisen.example',
  accessibilityStatement: null,
  contactEmail: null,
};
const place = { publicUrl: site.publicUrl, path: '/arkiv/2027', language: 'nb' as const };

function entry(name: string, more: Partial<PublicEntry> = {}): PublicEntry {
  return {
    number: '9001',
    name,
    county: 'Vestland',
    nameNow: null,
    outline: null,
    population: 9000,
    populationDate: '2026-01-01',
    populationSource: 'SSB',
    winner: false,
    images: [],
    justification: null,
    writtenForm: 'nb',
    source: null,
    withdrawnAt: null,
    textHidden: false,
    correctedAt: null,
    prizeWithdrawnAt: null,
    ...more,
  };
}

function edition(
  finalists: PublicEntry[],
  more: Partial<EditionPageView['edition']> = {},
): EditionPageView {
  const group: PublicClass = {
    code: 'small',
    name: 'Små kommuner',
    minPopulation: null,
    maxPopulation: 14999,
    entries: null,
    finalistsReleased: finalists.length > 0,
    winnersReleased: finalists.some(({ winner }) => winner),
    corrections: [],
    finalists,
  };
  return {
    kind: 'edition',
    map: null,
    edition: {
      id: 'e',
      year: 2027,
      name: 'Årets vertskommune 2027',
      line: 'jury-at-work',
      sample: false,
      asPublished: false,
      opensAt: null,
      deadline: null,
      finalistsAt: null,
      announcementAt: '2027-03-02T12:00:00.000Z',
      moved: { finalistsAt: null, announcementAt: null },
      referenceDate: '2026-01-01',
      event: {
        name: 'Kommunalpolitisk toppmøte',
        form: 'hall',
        place: 'Oslo',
        signUpUrl: '',
        streamUrl: '',
      },
      ...more,
    },
    classes: [group],
    previousYear: null,
    nextYear: null,
  };
}

const municipality = (results: Partial<MunicipalityPageView['results'][number]>[]) =>
  ({
    kind: 'municipality',
    number: '9001',
    name: 'Fjordvik',
    county: 'Vestland',
    organisationNumber: '999888777',
    invented: false,
    outline: null,
    results: results.map((one) => ({
      year: 2027,
      winner: false,
      inherited: false,
      sample: false,
      ...one,
    })),
  }) as unknown as MunicipalityPageView;

describe('a social card', () => {
  it.each<[string, PublicPage | null, string, string, boolean]>([
    ['of the award', null, 'Årets vertskommune for næringsutvikling', '', false],
    ['before the finalists', edition([]), 'Årets vertskommune for næringsutvikling', '', false],
    [
      'with the finalists',
      edition([entry('Fjordvik'), entry('Nesdal')]),
      'Finalistene er klare',
      'Fjordvik og Nesdal',
      false,
    ],
    [
      'without the one that withdrew',
      edition([entry('Fjordvik'), entry('Nesdal', { withdrawnAt: '2027-02-20' })]),
      'Finalistene er klare',
      'Fjordvik',
      false,
    ],
    [
      'with the winner',
      edition([entry('Fjordvik', { winner: true }), entry('Nesdal')]),
      'Fjordvik vant',
      '',
      true,
    ],
    [
      'with the prize withdrawn',
      edition([entry('Fjordvik', { winner: true, prizeWithdrawnAt: '2027-06-01' })]),
      'Finalistene er klare',
      'Fjordvik',
      false,
    ],
    ['of a municipality without results', municipality([]), 'Fjordvik', '', false],
    ['of a finalist', municipality([{}]), 'Fjordvik', 'Finalist 2027', false],
    [
      'of a winner',
      municipality([{}, { year: 2021, winner: true }]),
      'Fjordvik',
      'Vinner 2021',
      true,
    ],
    [
      'of one that took over a winner',
      municipality([{ winner: true, inherited: true }]),
      'Fjordvik',
      '',
      false,
    ],
  ])('%s', (_case, page, title, honour, won) => {
    expect(cardOf(page, 'nb')).toMatchObject({ title, honour, won });
  });

  it('has another name when it shows something else, and the same when not', () => {
    const before = cardOf(edition([entry('Fjordvik')]), 'nb');
    const after = cardOf(edition([entry('Fjordvik', { winner: true })]), 'nb');
    expect(cardHash(before)).toBe(cardHash(cardOf(edition([entry('Fjordvik')]), 'nb')));
    expect(cardHash(before)).not.toBe(cardHash(after));
    expect(cardWords(after)).toContain('Fjordvik vant');
  });
});

/** The properties of each type that we use, and those that it cannot do without. */
const TYPES: Readonly<Record<string, { must: string[]; may: string[] }>> = {
  WebSite: { must: ['name', 'url'], may: ['inLanguage', 'publisher'] },
  Organization: { must: ['name'], may: ['url'] },
  GovernmentOrganization: {
    must: ['name'],
    may: ['address', 'url', 'award', 'image', 'identifier'],
  },
  Event: {
    must: ['name', 'startDate', 'location'],
    may: ['about', 'eventStatus', 'previousStartDate', 'eventAttendanceMode', 'organizer', 'url'],
  },
  Place: { must: ['name', 'address'], may: [] },
  VirtualLocation: { must: ['url'], may: [] },
  ItemList: { must: ['itemListElement'], may: ['name', 'numberOfItems'] },
  ListItem: { must: ['position', 'item'], may: ['name'] },
  BreadcrumbList: { must: ['itemListElement'], may: [] },
  PostalAddress: { must: ['addressCountry'], may: ['addressRegion'] },
  ImageObject: { must: ['contentUrl'], may: ['caption', 'creditText'] },
  Article: { must: ['headline'], may: ['inLanguage', 'about', 'publisher', 'url'] },
  Dataset: { must: ['name', 'description'], may: ['license', 'creator', 'distribution', 'url'] },
  DataDownload: { must: ['contentUrl'], may: ['encodingFormat'] },
};

/** What is wrong with the data: unknown types and properties, what is missing, addresses that are not whole. */
function faultsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, place) => faultsIn(one, `${at}[${place}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { '@type': type, ...own } = value as Record<string, unknown>;
  const known = TYPES[String(type)];
  if (!known) return [`${at}: no type ${String(type)}`];
  const names = Object.keys(own);
  const lasting = [...known.must, ...known.may];
  return [
    ...known.must
      .filter((name) => own[name] === undefined || own[name] === '')
      .map((name) => `${at}.${name} is missing`),
    ...names.filter((name) => !lasting.includes(name)).map((name) => `${at}.${name} is unknown`),
    ...names
      .filter((name) => /url$/i.test(name) && !/^https:\/\/[^/]+/.test(String(own[name])))
      .map((name) => `${at}.${name} is not whole`),
    ...names.flatMap((name) => faultsIn(own[name], `${at}.${name}`)),
  ];
}

describe('what search engines read', () => {
  const image = {
    src: '/bilder/a/960.webp',
    srcset: '',
    width: 960,
    height: 600,
    altText: 'En kai',
    photographer: 'Kari Nordli',
    caption: 'Kaien',
  };
  const MOVED = {
    finalistsAt: null,
    announcementAt: { from: '2027-02-28T12:00:00.000Z', words: 'Utsatt fra 28. februar' },
  };
  it.each<[string, PublicPage]>([
    ['an edition before', edition([])],
    [
      'an edition after',
      edition([entry('Fjordvik', { winner: true, images: [image] }), entry('Nesdal')]),
    ],
    ['an edition as published', edition([entry('Fjordvik')], { asPublished: true })],
    [
      'a digital ceremony',
      edition([], {
        event: { name: 'Prisen', form: 'both', place: 'Oslo', signUpUrl: '', streamUrl: '' },
      }),
    ],
    ['a ceremony that is postponed', edition([], { moved: MOVED })],
    ['a municipality', municipality([{ winner: true }])],
    ['the open data', { kind: 'open-data' }],
  ])('is of known shape: %s', (_case, page) => {
    const data = structuredData(page, place) as { '@context': string; '@graph': unknown[] };
    expect(data['@context']).toBe('https://schema.org');
    expect(data['@graph'].length).toBeGreaterThan(0);
    expect(faultsIn(data['@graph'])).toEqual([]);
  });

  it('tells of a ceremony that is postponed from when it was', () => {
    const [event] = (
      structuredData(edition([], { moved: MOVED }), place) as { '@graph': object[] }
    )['@graph'];
    expect(event).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2027-02-28T12:00:00.000Z',
    });
  });

  it('finds what is wrong', () => {
    expect(
      faultsIn([{ '@type': 'Event', name: 'x', startDate: 'y', price: 1, url: '/a' }]),
    ).toEqual(['[0].location is missing', '[0].price is unknown', '[0].url is not whole']);
  });

  it('names a winner only when it has won, and never one that has withdrawn', () => {
    const text = (page: PublicPage) => JSON.stringify(structuredData(page, place));
    expect(text(edition([entry('Fjordvik')]))).not.toContain('"award"');
    expect(text(edition([entry('Fjordvik', { winner: true })]))).toContain('"award"');
    expect(text(edition([entry('Fjordvik', { withdrawnAt: '2027-02-20' })]))).not.toContain(
      'Fjordvik',
    );
    expect(structuredData({ kind: 'privacy', periods: [] }, place)).toBeNull();
  });
});

describe('the head of a page', () => {
  const head = (page: PublicPage | null) =>
    pageHead({ status: 200, site, page } as PublicView<PublicPage>, '/arkiv/2027', 'nn');

  it('leads to the card by a whole address that changes with it', () => {
    expect(head(edition([]))).toMatch(
      /<meta property="og:image" content="https:\/\/prisen\.example\/nn\/kort\/kaaring-2027\.png\?v=[0-9a-f]{12}">/,
    );
    expect(head(null)).toContain('/nn/kort/pris.png?v=');
    expect(head(null)).not.toContain('ld+json');
  });

  it('holds no text that could end what it stands in', () => {
    const text = head(edition([entry('"><script>alert(1)</script>')]));
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });
});
