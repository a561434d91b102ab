import type { ModulesContainer } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { type Route, routesOf } from '../routes';
import type { Ask } from './leak-scan';

interface Ground {
  db: Pick<DataSource, 'query'>;
  editionId: string;
  year: number;
}

interface Server {
  get: (type: typeof ModulesContainer) => ModulesContainer;
}

/** Ids and numbers by the name of the place that they take in an address: `minutesId`, `minutes/:id`. */
export type Places = Readonly<Record<string, readonly string[]>>;

const NOBODY = '00000000-0000-4000-8000-000000000000';
const LANGUAGES = ['nb', 'nn', 'en'];
/** The demo's mailbox is open to everybody, as it says itself. The process's own figures go on by themselves. */
const LEFT_OUT = ['/api/demo', '/metrics'];

/** What there is in an edition to ask for by id: every entry that the jury has, and four of the seats. */
export async function placesIn({ db, editionId }: Omit<Ground, 'year'>): Promise<Places> {
  const ids = async (sql: string): Promise<string[]> =>
    (await db.query(sql, [editionId])).map(({ id }: { id: string }) => id);
  const entries = await ids(
    `select id from nomination where edition_id = $1 and state = 'assessed' order by id`,
  );
  return {
    editionId: [editionId],
    classCode: ['small', 'large'],
    scope: ['all', 'small', 'large'],
    nominationId: entries,
    number: ['1'],
    seatId: await ids('select id from seat where edition_id = $1 order by id limit 4'),
    'editions/:id': [editionId],
    'nominations/:id': entries,
    'entries/:id': entries,
  };
}

/** Every address that reads, with what there is to ask for in its places; `places` stand in for those of the sample year. */
export async function everyAddress(
  app: Server,
  ground: Ground,
  places: Places = {},
): Promise<string[]> {
  const known = { ...(await placesIn(ground)), ...places };
  const found = [...everyRoute(app, known), ...publicAddresses(ground.year, known)];
  return [...new Set(found)].sort();
}

/** The address of every route that reads. */
export function everyRoute(app: Server, known: Places): string[] {
  return addressesOf(
    routesOf(app).filter(({ method }) => method === 'GET'),
    known,
  );
}

/** The addresses of the routes that the guard lets everybody read. */
export function openRoutes(app: Server, known: Places): string[] {
  return addressesOf(
    routesOf(app).filter(({ method, open }) => method === 'GET' && open),
    known,
  );
}

function addressesOf(routes: readonly Route[], known: Places): string[] {
  const kept = routes.filter(({ path }) => !LEFT_OUT.some((start) => path.startsWith(start)));
  return [...new Set(kept.flatMap(({ path }) => inPlace(path, known)))].sort();
}

/** The public pages without their language. */
function pagesOf(year: number, places: Places): string[] {
  const names = (places['name'] ?? []).map(encodeURIComponent);
  const numbers = places['municipality number'] ?? [];
  return [
    '/',
    '/arkiv',
    `/arkiv/${year}`,
    '/direkte',
    '/eksempler',
    '/juryen',
    '/presse',
    '/apne-data',
    '/personvern',
    '/tilgjengelighet',
    '/finnes-ikke',
    ...names.flatMap((name) => [`/kommuner?sok=${name}`, `/eksempler?sok=${name}`]),
    ...numbers.flatMap((number) => [`/kommuner/${number}`, `/eksempler/${year}/${number}`]),
  ];
}

/** Every public page as a reader gets it, in each language: as it is, and in the shorter form that browsers ask for. */
export function publicPages(year: number, places: Places): Ask[] {
  const paths = pagesOf(year, places).flatMap((path) =>
    ['', '/nn', '/en'].map((one) => one + path),
  );
  return paths.flatMap((path) =>
    ['identity', 'br'].map((encoding) => ({
      method: 'GET',
      path,
      headers: { 'accept-encoding': encoding },
    })),
  );
}

/** What is served before anybody has said who they are: what pages are made of, files, feeds and pictures. */
export function publicAddresses(year: number, places: Places): string[] {
  const names = (places['name'] ?? []).map(encodeURIComponent);
  const numbers = places['municipality number'] ?? [];
  const pages = pagesOf(year, places);
  const data = [
    'editions',
    `editions/${year}`,
    'current',
    'live',
    'examples',
    'jury',
    'press',
    ...names.flatMap((name) => [`municipalities?sok=${name}`, `examples?sok=${name}`]),
    ...numbers.map((number) => `municipalities/${number}`),
  ];
  const files = [
    'sitemap.xml',
    'robots.txt',
    'data/resultater.csv',
    'data/katalog.jsonld',
    `presse/${year}.zip`,
    'kort/forside.png',
    `kort/kaaring-${year}.png`,
    ...numbers.flatMap((number) => [
      `kort/kommune-${number}.png`,
      `kort/eksempel-${year}-${number}.png`,
    ]),
    ...['', 'nn/', 'en/'].flatMap((language) =>
      ['nyheter.atom', 'nyheter.rss', 'data/resultater.json'].map((file) => language + file),
    ),
    ...[...(places['nominationId'] ?? []), ...(places['imageId'] ?? [])].map(
      (id) => `bilder/${id}/960.webp`,
    ),
  ];
  return [
    ...pages.flatMap((path) =>
      LANGUAGES.map(
        (language) => `/api/public/view?path=${encodeURIComponent(path)}&language=${language}`,
      ),
    ),
    ...data.map((path) => `/api/public/${path}`),
    ...names.map((name) => `/api/municipalities?search=${name}`),
    ...files.map((file) => `/${file}`),
  ];
}

/** A route's addresses with everything that is known for its places; an id that nobody has where nothing is. */
export function inPlace(route: string, places: Places): string[] {
  let found = [route];
  for (;;) {
    const [, before = '', name] = /(?:([\w-]+)\/)?:(\w+)/.exec(found[0] ?? '') ?? [];
    if (name === undefined) return found;
    const whole = `${before}/:${name}`;
    const ids = places[whole] ?? places[name] ?? [NOBODY];
    found = found.flatMap((one) => ids.map((id) => one.replace(`:${name}`, id)));
  }
}
