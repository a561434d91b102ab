import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { RegisterImporter } from '@award/municipalities/api';
import type {
  ArchivePageView,
  EditionPageView,
  MunicipalityPageView,
} from '@award/publication/contract';
import { placeOf } from '@award/municipalities/api';
import { ArchiveImport } from './archive-import';

describe('the archive of earlier editions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await app.db.transaction((tx) => app.get(RegisterImporter).importShipped(tx));
    await app.get(ArchiveImport).run();
  });
  afterAll(() => app.close());

  const page = async <T>(path: string) => (await app.visitor().get<T>(`/api/public${path}`)).body;

  it('holds six editions with 34 finalists, and adds nothing when it is run again', async () => {
    const rows = (table: string) => app.db.query(`select count(*)::int as n from ${table}`);
    const before = await Promise.all(['edition', 'nomination', 'release', 'audit'].map(rows));
    expect(before.map(([row]) => row.n)).toEqual([6, 34, 16, 2]);
    expect(await app.get(ArchiveImport).run()).toEqual({ editions: 0, entries: 0, releases: 0 });
    const after = await Promise.all(['edition', 'nomination', 'release', 'audit'].map(rows));
    expect(after).toEqual(before);
  });

  it('lists them newest first, with unknown winners left unknown', async () => {
    const { editions } = await page<ArchivePageView>('/editions');
    expect(
      editions.map(({ year, classes }) => [
        year,
        ...classes.map(({ finalists, winnersReleased }) => [
          finalists.length,
          winnersReleased,
          finalists.find(({ winner }) => winner)?.name ?? null,
        ]),
      ]),
    ).toEqual([
      [2025, [3, false, null], [3, false, null]],
      [2024, [3, true, 'Kvitsøy'], [3, true, 'Sandefjord']],
      [2023, [3, true, 'Fyresdal'], [3, true, 'Halden']],
      [2022, [1, true, 'Tysvær'], [3, true, 'Rana - Raane']],
      [2021, [3, true, 'Rauma'], [3, true, 'Arendal']],
      [2019, [3, true, 'Haram'], [3, true, 'Stavanger']],
    ]);
  });

  it('tells of each finalist what was known at the time: number, county, residents and where it was published', async () => {
    const { edition, classes } = await page<EditionPageView>('/editions/2021');
    expect(edition).toMatchObject({ line: 'archived', asPublished: true, sample: false });
    expect(edition.announcementAt?.slice(0, 10)).toBe('2021-03-02');
    const kongsberg = classes[1]?.finalists.find(({ name }) => name === 'Kongsberg');
    expect(kongsberg).toEqual({
      number: '3006',
      name: 'Kongsberg',
      county: 'Viken',
      nameNow: null,
      outline: expect.stringMatching(/^[Mm]/),
      population: 27694,
      populationDate: '2021-01-01',
      populationSource: expect.any(String),
      winner: false,
      justification: null,
      writtenForm: null,
      source: expect.stringContaining('https://'),
      withdrawnAt: null,
      textHidden: false,
      correctedAt: null,
      prizeWithdrawnAt: null,
      images: [],
    });
  });

  it('marks every finalist on the map, the one that has ended where it went, winners on top', async () => {
    const { map, classes } = await page<EditionPageView>('/editions/2019');
    const finalists = classes.flatMap((one) => one.finalists);
    expect(map?.places.map(({ name }) => name).sort()).toEqual(
      finalists.map(({ name }) => name).sort(),
    );
    expect(map?.places.slice(-2).map(({ winner }) => winner)).toEqual([true, true]);
    const sande = map?.places.find(({ number }) => number === '0713');
    const all = (await page<ArchivePageView>('/editions')).map;
    expect(all?.places).toHaveLength(34);
    expect(sande).toMatchObject({ name: 'Sande', year: 2019, classCode: 'small' });
    expect(sande).toMatchObject(placeOf('3903') ?? {});
  });

  it.each([
    ['2018', 404],
    ['2020', 404],
    ['2022', 200],
  ])('answers for the edition of %s with %i', async (year, status) => {
    expect((await app.visitor().get(`/api/public/editions/${year}`)).status).toBe(status);
  });

  it.each([
    ['a number of today', '3303', 'Kongsberg', null],
    ['a renumbered one, which has moved', '3006', 'Kongsberg', '/kommuner/3303'],
    ['the one before that', '0604', 'Kongsberg', '/kommuner/3303'],
    ['one that took others in and kept its number', '1103', 'Stavanger', null],
    ['one whose number changed as another was parted from it', '1507', 'Ålesund', null],
    ['one that has ended', '0713', 'Sande', null],
  ])('finds a municipality by %s', async (_, number, name, movedTo) => {
    const found = await page<MunicipalityPageView>(`/municipalities/${number}`);
    expect([found.name, found.movedTo]).toEqual([name, movedTo]);
  });

  it('keeps the result of a municipality that has ended, and shows it where the municipality went', async () => {
    const sande = await page<MunicipalityPageView>('/municipalities/0713');
    expect(sande.endedOn).toBe('2020-01-01');
    expect(sande.passings).toEqual([
      {
        direction: 'to',
        kind: 'merged',
        on: '2020-01-01',
        number: expect.any(String),
        name: 'Holmestrand',
      },
    ]);
    expect(sande.results.map(({ year, inherited }) => [year, inherited])).toEqual([[2019, false]]);
    const holmestrand = await page<MunicipalityPageView>('/municipalities/3903');
    expect(holmestrand.results.map(({ year, name, inherited }) => [year, name, inherited])).toEqual(
      [[2019, 'Sande', true]],
    );
  });

  it('knows Haram of 2019 and Haram of 2024 as two, linked by their history', async () => {
    const [old, young] = await Promise.all([
      page<MunicipalityPageView>('/municipalities/1534'),
      page<MunicipalityPageView>('/municipalities/1580'),
    ]);
    expect(old.results.map(({ year, winner }) => [year, winner])).toEqual([[2019, true]]);
    expect(
      young.results.map(({ year, winner, number, inherited }) => [year, winner, number, inherited]),
    ).toEqual([[2019, true, '1534', true]]);
    expect(young.passings.map(({ kind, name }) => [kind, name])).toContainEqual([
      're-established',
      'Haram',
    ]);
  });

  it('tells of Ålesund what it was made of, what left it, and the figures of its own years', async () => {
    const ålesund = await page<MunicipalityPageView>('/municipalities/1508');
    expect(ålesund.periods.map(({ number, from, to }) => [number, from, to])).toEqual([
      ['1507', '2020-01-01', '2024-01-01'],
      ['1508', '2024-01-01', null],
    ]);
    const passed = ålesund.passings.map(({ on, direction, kind, name, number }) =>
      [on, direction, kind, name, number].join(' '),
    );
    expect(passed).toHaveLength(6);
    expect(passed).toContain('2020-01-01 from merged Haram 1534');
    expect(passed.at(-1)).toBe('2024-01-01 to separated Haram 1580');
    expect(ålesund.results.map(({ year, name, inherited }) => [year, name, inherited])).toEqual([
      [2019, 'Haram', true],
    ]);
    const [first, last] = [ålesund.populations[0], ålesund.populations.at(-1)];
    expect([first?.on, last?.on]).toEqual(['2020-01-01', '2026-01-01']);
  });

  it('tells of Kinn that it was made of Flora and Vågsøy, which end there', async () => {
    const [kinn, flora] = await Promise.all([
      page<MunicipalityPageView>('/municipalities/4602'),
      page<MunicipalityPageView>('/municipalities/1401'),
    ]);
    expect(kinn.passings.map(({ kind, name, number }) => [kind, name, number])).toEqual([
      ['merged', 'Flora', '1401'],
      ['merged', 'Vågsøy', '1439'],
    ]);
    expect([kinn.endedOn, flora.endedOn]).toEqual([null, '2020-01-01']);
    expect(flora.passings.map(({ direction, name, number }) => [direction, name, number])).toEqual([
      ['to', 'Kinn', '4602'],
    ]);
    expect(flora.populations.map(({ on }) => on)).toEqual(['2019-01-01']);
  });

  it('shows the same municipality through its numbers, with every result', async () => {
    const rauma = await page<MunicipalityPageView>('/municipalities/1539');
    expect(rauma.results.map(({ year, winner }) => [year, winner])).toEqual([
      [2021, true],
      [2019, false],
    ]);
    expect(rauma.populations.at(-1)?.on).toBe('2026-01-01');
  });

  it.each(['9999', '0000'])('has no municipality %s', async (number) => {
    expect((await app.visitor().get(`/api/public/municipalities/${number}`)).status).toBe(404);
  });
});
