import type { MunicipalityHistory, MunicipalityPage } from '@award/municipalities/contract';
import { story } from '../../../apps/api/testing/story';
import { statementsOf } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { foldedWords, Municipalities } from './municipalities.service';
import { RegisterImporter } from './register-importer.service';

describe('the register in the database', () => {
  let app: TestApp;
  let importer: RegisterImporter;
  let municipalities: Municipalities;
  beforeAll(async () => {
    app = await testApp();
    importer = app.get(RegisterImporter);
    municipalities = app.get(Municipalities);
    await app.db.transaction((tx) => importer.importShipped(tx));
  });
  afterAll(() => app.close());

  const search = async (query: string) =>
    (await app.visitor().get<MunicipalityPage>(`/api/municipalities?${query}`)).body;
  const names = async (text: string) =>
    (await search(`search=${encodeURIComponent(text)}`)).municipalities.map(
      ({ name, countyName }) => `${name} (${countyName})`,
    );
  const history = (number: string) =>
    app.visitor().get<MunicipalityHistory>(`/api/municipalities/${number}`);

  it('holds exactly what is shipped, read back fact by fact', async () => {
    expect(await importer.current(app.db)).toEqual(importer.shipped());
  });

  it('changes nothing a second time, and two at once import once', async () => {
    const again = await Promise.all(
      [1, 2].map(() => app.db.transaction((tx) => importer.importShipped(tx))),
    );
    expect(again).toEqual([[], []]);
    expect(await app.db.query('select source from register_import')).toEqual([
      { source: 'shipped' },
    ]);
    expect(
      await app.db.query(`select count(*)::int as rows from audit where act = 'register:import'`),
    ).toEqual([{ rows: 1 }]);
  });

  it('applies a merger, a new name and a corrected figure as one import', async () => {
    const register = importer.shipped();
    const merged = { ...register, municipalities: [...register.municipalities] };
    const change = (number: string, version: object, added?: object) => {
      const at = merged.municipalities.findIndex((one) => one.versions.at(-1)?.number === number);
      const one = merged.municipalities[at];
      const last = one?.versions.at(-1);
      if (!one || !last) throw new Error(`no ${number}`);
      const versions = [...one.versions.slice(0, -1), { ...last, ...version }];
      merged.municipalities[at] = {
        ...one,
        versions: added ? [...versions, { ...last, ...added }] : versions,
      };
      return one.key;
    };
    const bygland = change('4220', { validTo: '2027-01-01' });
    const valle = change(
      '4221',
      { validTo: '2027-01-01' },
      { name: 'Setesdal', norwegianName: 'Setesdal', validFrom: '2027-01-01' },
    );
    const incoming = {
      ...merged,
      successions: [
        ...merged.successions,
        { from: bygland, to: valle, date: '2027-01-01', share: 1, kind: 'merged' as const },
      ],
      populations: merged.populations.map((figure) =>
        figure.key === valle && figure.date === '2026-01-01'
          ? { ...figure, count: figure.count + 1 }
          : figure,
      ),
    };
    const plan = await importer.plan(app.db, { incoming });
    expect(plan.map(({ kind }) => kind)).toEqual([
      'ended',
      'renamed',
      'population-corrected',
      'succession-added',
    ]);
    const undo = new Error('the next tests want the shipped register');
    const importing = app.db.transaction(async (tx) => {
      await importer.import(tx, { source: 'refresh', principal: null, incoming });
      expect(await importer.plan(tx, { incoming })).toEqual([]);
      const [{ id }] = await tx.query(
        `select municipality_id as id from municipality_version where number = '4221' limit 1`,
      );
      expect(await municipalities.nameAt(tx, id, '2026-12-31')).toBe('Valle');
      expect(await municipalities.nameAt(tx, id, '2027-01-01')).toBe('Setesdal');
      expect((await municipalities.history(tx, '4220'))?.endedOn).toBe('2027-01-01');
      throw undo;
    });
    await expect(importing).rejects.toBe(undo);
  });

  it('refuses a register that does not fit together, and writes nothing of it', async () => {
    const register = importer.shipped();
    const [first, ...rest] = register.populations;
    const incoming = {
      ...register,
      populations: first ? [{ ...first, date: '2026-07-01' }, ...rest] : rest,
    };
    await expect(
      app.db.transaction((tx) =>
        importer.import(tx, { source: 'refresh', principal: null, incoming }),
      ),
    ).rejects.toMatchObject({ refusal: 'bad-input' });
    expect(await importer.current(app.db)).toEqual(register);
  });

  it('keeps the invented municipalities out of the register and of the search', async () => {
    await story(app).municipality('Eksempelvik', 14783);
    expect((await importer.current(app.db)).municipalities.length).toBe(
      importer.shipped().municipalities.length,
    );
    expect(await names('Eksempelvik')).toEqual([]);
    const sample = await search('search=eksempelvik&invented=true');
    expect(sample.municipalities).toMatchObject([
      { name: 'Eksempelvik', invented: true, population: { count: 14783 } },
    ]);
  });

  describe('search', () => {
    it.each([
      ['Ålesund', ['Ålesund (Møre og Romsdal)']],
      ['aalesund', ['Ålesund (Møre og Romsdal)']],
      ['alesund', ['Ålesund (Møre og Romsdal)']],
      ['HÁBMER', ['Hábmer - Hamarøy (Nordland)']],
      ['habmer', ['Hábmer - Hamarøy (Nordland)']],
      ['hamaroy', ['Hábmer - Hamarøy (Nordland)']],
      ['karasjohka', ['Kárášjohka - Karasjok (Finnmark)']],
      ['Herøy', ['Herøy (Møre og Romsdal)', 'Herøy (Nordland)']],
      ['1539', ['Rauma (Møre og Romsdal)']],
      ['nordre land', ['Nordre Land (Innlandet)']],
      ['land nordre', ['Nordre Land (Innlandet)']],
      ['tønsberg%', ['Tønsberg (Vestfold)']],
      ['Haram', ['Haram (Møre og Romsdal)']],
      ['Sande i Vestfold', []],
    ])('%s finds %j', async (text, found) => {
      expect(await names(text)).toEqual(found);
    });

    it('folds every name in the register as the database does', async () => {
      const rows: { name: string; folded: string }[] = await app.db.query(
        'select distinct name, folded(name) as folded from municipality_version',
      );
      expect(rows.length).toBeGreaterThan(400);
      const apart = rows.filter(({ name, folded }) =>
        foldedWords(name).some((word) => !folded.includes(word)),
      );
      expect(apart).toEqual([]);
    });

    it('pages by key through all 357 without losing or repeating one', async () => {
      const seen: string[] = [];
      let after = '';
      for (;;) {
        const page = await search(`limit=100${after ? `&after=${after}` : ''}`);
        seen.push(...page.municipalities.map(({ number }) => number));
        if (page.next === null) break;
        after = page.next;
      }
      expect([seen.length, new Set(seen).size]).toEqual([357, 357]);
      expect(seen).toEqual([...seen].sort());
    });

    it('reads in one statement, ten rows or three hundred', async () => {
      const few = await statementsOf(app, () => search('limit=10'));
      const many = await statementsOf(app, () => search('limit=300'));
      expect([few.length, many.length]).toEqual([1, 1]);
    });

    it.each(['limit=0', 'limit=100000', 'county=1', 'after=x', 'invented=yes', 'order=name'])(
      'refuses %s',
      async (query) => {
        expect((await app.visitor().get(`/api/municipalities?${query}`)).status).toBe(400);
      },
    );
  });

  it('answers what a municipality was called and how many lived there on a date', async () => {
    const kongsberg = await municipalities.byNumber(app.db, '3006', '2021-06-01');
    expect(kongsberg).toMatchObject({
      name: 'Kongsberg',
      countyName: 'Viken',
      population: { count: 27694, date: '2021-01-01' },
    });
    const id = kongsberg?.id ?? '';
    expect(await municipalities.populationAt(app.db, id, '2020-01-01')).toMatchObject({
      count: 27723,
    });
    expect(await municipalities.populationAt(app.db, id, '2030-01-01')).toBeNull();
    expect((await municipalities.byId(app.db, id, '2026-01-01'))?.number).toBe('3303');
    expect(await municipalities.byNumber(app.db, '3006', '2026-01-01')).toBeNull();
    expect(await municipalities.nameAt(app.db, id, '2021-01-01')).toBe('Kongsberg');
  });

  it.each([
    ['3006', 'Kongsberg', null, '3303'],
    ['3303', 'Kongsberg', null, null],
    ['0604', 'Kongsberg', null, '3303'],
    ['0713', 'Sande', '2020-01-01', null],
    ['1534', 'Haram', '2020-01-01', null],
    ['1580', 'Haram', null, null],
    ['1507', 'Ålesund', null, null],
  ])('%s is %s, ended %s, sent on to %s', async (number, name, endedOn, redirectTo) => {
    const { body } = await history(number);
    expect([body.municipality.name, body.endedOn, body.redirectTo]).toEqual([
      name,
      endedOn,
      redirectTo,
    ]);
  });

  it('links Haram of 2019 to Haram of 2024 through Ålesund', async () => {
    const [old, anew] = [(await history('1534')).body, (await history('1580')).body];
    expect(old.municipality.id).not.toBe(anew.municipality.id);
    expect(anew.before.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      're-established Haram',
      'separated Ålesund',
    ]);
    expect(old.after.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'merged Ålesund',
      're-established Haram',
    ]);
  });

  it.each(['9999', '12345', 'abcd', '%27'])('knows no municipality %s', async (number) => {
    const answer = await history(number);
    expect([answer.status, answer.body]).toEqual([404, { refusal: 'not-found' }]);
  });

  it('counts the municipalities of each county', async () => {
    const { body } = await app
      .visitor()
      .get<{ number: string; municipalities: number }[]>('/api/municipalities/counties');
    expect([body.length, body.reduce((sum, one) => sum + one.municipalities, 0)]).toEqual([
      15, 357,
    ]);
    const county = await search(`county=${body[0]?.number}&limit=400`);
    expect(county.municipalities.length).toBe(body[0]?.municipalities);
  });
});
