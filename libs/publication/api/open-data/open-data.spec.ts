import { parse } from 'csv-parse/sync';
import {
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { PublicWatch } from '../public-watch.service';
import { newsFeed } from './news-feed';
import { resultsCsv } from './results-csv';
import { robots } from './site-map';
import type { EditionResults } from '../edition-pages';

describe('open data', () => {
  let app: TestApp;
  let scene: DecidedScene;
  const get = (path: string) => fetch(app.url + path);

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
  });
  afterAll(() => app.close());

  it('tells nothing of a year whose finalists are not out', async () => {
    for (const path of ['/nyheter.atom', '/nyheter.rss', '/data/resultater.csv', '/sitemap.xml']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toContain('2027');
    }
  });

  it('has the finalists in every file as soon as they are released', async () => {
    await publishFinalists(app, scene);
    await app.get(PublicWatch).catchUp();
    const names = [...scene.small.slice(0, 3), ...scene.large.slice(0, 3)].map(({ name }) => name);
    const atom = await (await get('/nyheter.atom')).text();
    expect(atom).toContain('[CDATA[Finalistene i kåringen 2027]]');
    expect(await (await get('/en/nyheter.rss')).text()).toContain('The finalists of 2027');
    for (const name of names) expect(atom).toContain(name);
    const rows: Record<string, string>[] = parse(await (await get('/data/resultater.csv')).text(), {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ municipality }) => municipality).sort()).toEqual([...names].sort());
    expect(new Set(rows.map(({ result }) => result))).toEqual(new Set(['finalist']));
    const results = (await (await get('/data/resultater.json')).json()) as EditionResults[];
    expect(results.map(({ edition }) => edition.year)).toEqual([2027]);
    expect(await (await get('/sitemap.xml')).text()).toContain('/arkiv/2027<');
  });

  it('describes itself by DCAT, and keeps search engines out of a demo', async () => {
    const catalogue = (await (await get('/data/katalog.jsonld')).json()) as {
      'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[] };
    };
    for (const one of catalogue['dcat:dataset']['dcat:distribution']) {
      const path = new URL(one['dcat:downloadURL']['@id']).pathname;
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    expect(await (await get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
    expect(robots('https://award.example', true)).toContain('Disallow: /api/\n');
  });

  it('answers 304 to a reader that has the file, and 404 to a file that is not there', async () => {
    const first = await get('/nyheter.atom');
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${app.url}/nyheter.atom`, { headers: { 'if-none-match': tag } });
    expect([tag === '', again.status]).toEqual([false, 304]);
    expect((await get('/data/finnes-ikke.csv')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
  });
});

it('makes harmless what a spreadsheet would take for a formula', () => {
  const entry = { number: '9001', name: '=HYPERLINK("x")', county: '+cmd', population: 1 };
  const results = [
    { edition: { year: 2027 }, classes: [{ code: 'small', finalists: [entry] }] },
  ] as unknown as EditionResults[];
  const [row]: string[][] = parse(resultsCsv(results), { bom: true, from: 2 });
  expect(row?.slice(3, 5)).toEqual([`'=HYPERLINK("x")`, `'+cmd`]);
});

it('keeps the feed readable whatever has been pasted into what it tells', () => {
  const told = {
    edition: { year: 2027, sample: false, asPublished: false },
    classes: [],
    releasedAt: { all: '2027-02-16T08:00:00.000Z' },
    texts: {
      all: {
        language: 'nb',
        title: 'Finalistene\u000ber klare',
        text: 'Én & to\u0002 <b>]]>]]>\n\nNeste\u000bavsnitt',
      },
    },
  };
  const place = { publicUrl: 'https://award.example', language: 'nb', award: 'Prisen' } as const;
  const feed = newsFeed([told as unknown as EditionResults], [], place);
  for (const xml of [feed.atom1(), feed.rss2()]) {
    expect(xml).toContain('<![CDATA[Finalistene er klare]]>');
    expect(xml).toContain(
      '<![CDATA[<p>Én &#38; to &#60;b&#62;]] &#62;]] &#62;</p><p>Neste avsnitt</p>]]>',
    );
  }
});
