import { strFromU8, unzipSync } from 'fflate';
import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { ToldEdition } from '../../../../apps/api/testing/told';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { PressPageView, ReleaseRoomView, ReleaseTextView } from '@award/publication/contract';
import { PublicWatch } from '../public-watch.service';

describe('for the press', () => {
  let app: TestApp;
  let scene: DecidedScene;
  const page = async (language = 'nb') =>
    (await (
      await fetch(`${app.url}/api/public/press?language=${language}`)
    ).json()) as PressPageView;
  const kit = () => fetch(`${app.url}/presse/2027.zip`);

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
  });
  afterAll(() => app.close());

  it('there is nothing before the finalists are released, and no kit', async () => {
    const { texts, classes, counties, steppedOut, kit: path } = await page();
    expect({ texts, classes, counties, steppedOut, path }).toEqual({
      texts: [],
      classes: [],
      counties: [],
      steppedOut: [],
      path: null,
    });
    expect((await kit()).status).toBe(404);
  });

  it('then a text in each language, the figures, and a ZIP that holds the same', async () => {
    await publishFinalists(app, scene);
    await app.get(PublicWatch).catchUp();
    const { texts, classes, counties, kit: path } = await page();
    expect(texts.map(({ about }) => about)).toEqual(['finalists']);
    expect(texts[0]?.more).toContain(
      'Juryen om Fjordvik: «Juryen legger vekt på arbeidet i Fjordvik.»',
    );
    expect(classes.map(({ code, entries }) => [code, entries])).toEqual([
      ['small', 4],
      ['large', 4],
    ]);
    expect(counties.reduce((sum, { entries }) => sum + entries, 0)).toBe(8);
    expect(path).toBe('/presse/2027.zip');
    const files = unzipSync(new Uint8Array(await (await kit()).arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual([
      'en/finalists.txt',
      'nb/finalists.txt',
      'nn/finalists.txt',
      'resultater.csv',
      'resultater.json',
    ]);
    expect(strFromU8(files['nn/finalists.txt'] ?? new Uint8Array())).toContain(
      'Finalistane er klare',
    );
  });

  it('tells whom to ring with the first page, and at the end of every text', async () => {
    const kari = { name: 'Kari Vik', role: 'KS', phone: '+4722132100', email: 'kari@ks.example' };
    await app.db.query('update edition set press_contacts = $2 where id = $1', [
      scene.edition.id,
      JSON.stringify([kari]),
    ]);
    await app.get(PublicWatch).catchUp();
    expect((await page('nn')).contacts).toEqual([
      { ...kari, phone: { read: '22 13 21 00', dialled: '+4722132100' } },
    ]);
    const files = unzipSync(new Uint8Array(await (await kit()).arrayBuffer()));
    const lines = (path: string) => strFromU8(files[path] ?? new Uint8Array()).split('\n');
    expect(lines('nn/finalists.txt').slice(-3)).toEqual([
      'Kontakt:',
      'Kari Vik, KS, telefon 22 13 21 00, kari@ks.example',
      '',
    ]);
    expect(lines('en/finalists.txt')).toContain(
      'Kari Vik, KS, telephone +47 22 13 21 00, kari@ks.example',
    );
    expect(lines('resultater.json').join()).not.toContain('Kari Vik');
  });

  it('a county with one entry is not named', async () => {
    await app.db.query(
      `update municipality_version set county_name = 'Alene', county_number = '97' where name = 'Tinden'`,
    );
    await app.get(PublicWatch).catchUp();
    const { counties } = await page('en');
    expect(counties.find(({ name }) => name === 'Alene')).toBeUndefined();
    expect(counties.at(-1)).toEqual({ name: null, entries: 1 });
  });

  it('a finalist that has withdrawn is in no text', async () => {
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [
      scene.small[1]?.id,
    ]);
    await app.get(PublicWatch).catchUp();
    expect(JSON.stringify((await page()).texts)).not.toContain('Nesdal');
  });

  it('who stepped out is told when every class has its winner, and not before', async () => {
    const scenes = story(app);
    const leader = await scenes.seat(scene.edition, 'small', 'leder', { role: 'leader' });
    const member = await scenes.seat(scene.edition, 'small', 'Ola Vik', { house: 'NHO' });
    const entry = scene.small[2];
    if (!entry) throw new Error('no entry');
    await scenes.rule(leader, member, entry, scene.edition, 'recused');
    const steppedOut = async () => {
      await app.get(PublicWatch).catchUp();
      return (await page()).steppedOut;
    };
    await announceWinner(app, scene, 'small');
    expect(await steppedOut()).toEqual([]);
    await announceWinner(app, scene, 'large');
    expect(await steppedOut()).toEqual([{ classCode: 'small', name: 'Ola Vik', house: 'NHO' }]);
    const { texts } = await page();
    expect(texts.map(({ title }) => title)).toEqual([
      'Fjordvik vant: Årets vertskommune 2027',
      'Storby vant: Årets vertskommune 2027',
      'Finalistene er klare: Årets vertskommune 2027',
    ]);
  });

  describe('what is written to be sent out', () => {
    const none = { title: '', text: '' };
    const nb = { title: 'Fjordvik vant', text: 'Første avsnitt.\n\nAndre avsnitt.' };
    const nn = { title: 'Fjordvik vann', text: 'Første avsnittet.' };
    let told: ToldEdition;
    const at = () => `${told.root}/texts/small`;
    const save = async (seen: number, words: object) => {
      const body = { seen, nb: none, nn: none, en: none, ...words };
      const answer = await told.secretary.put<ReleaseTextView & { refusal?: string }>(at(), body);
      return answer.status === 200 ? answer.body.version : answer.body.refusal;
    };
    const item = async (as = told.secretary) => {
      const { items } = (await as.get<ReleaseRoomView>(told.root)).body;
      const found = items.find(({ scope }) => scope === 'small');
      if (!found) throw new Error('no item');
      return found;
    };
    const shown = async (scope: string, language = 'nb') => {
      await app.get(PublicWatch).catchUp();
      return (await page(language)).texts.find((text) => text.scope === scope);
    };

    beforeAll(async () => {
      told = await ToldEdition.begin(app, 2028);
    });

    it('stops the release without bokmål, and nothing but bokmål is needed', async () => {
      expect(await save(1, { nn })).toBe(2);
      const seal = async () => {
        const order = { scope: 'small', releaseAt: null };
        const { status, body } = await told.secretary.post(`${told.root}/seal`, order);
        return [status, (body as { refusal?: string }).refusal];
      };
      expect(await seal()).toEqual([409, 'release-text-missing']);
      const { conditions, acts, text } = await item();
      expect(conditions.find(({ code }) => code === 'release-text')).toMatchObject({
        met: false,
        reason: 'release-text-missing',
      });
      expect([acts.seal, text?.missing]).toEqual(['release-text-missing', ['nb', 'en']]);
      expect(await save(1, { nb })).toBe('stale-save');
      for (const wrong of [
        { nb: null },
        { nb: undefined },
        { nn: [] },
        { en: { title: 'Uten tekst' } },
      ])
        expect(await save(2, wrong)).toBe('bad-input');
      expect(await save(2, { nb, nn })).toBe(3);
      expect(await save(2, { nb, nn })).toBe(3);
      expect(await seal()).toEqual([200, undefined]);
      expect(await save(3, { nb })).toBe('already-sealed');
    });

    it('is read by those who prepare it and hold a key, and by nobody else, before the release', async () => {
      expect((await item(told.keyholder)).text).toMatchObject({ version: 3, missing: ['en'] });
      expect((await told.keyholder.get(at())).status).toBe(403);
      expect((await app.visitor().get(at())).status).toBe(401);
      const scenes = story(app);
      await scenes.seat(told.scene.edition, 'small', 'lederen', { role: 'leader' });
      const juror = await app.visitor().signInAs('lederen');
      expect((await item(juror)).text).toBeNull();
      expect((await juror.get(at())).status).toBe(403);
      expect(JSON.stringify(await page())).not.toContain('Første avsnitt');
    });

    it('is on the page, in the ZIP and in the feeds when it is released, in bokmål where a language is not written', async () => {
      const { sealed } = await item();
      if (!sealed) throw new Error('not sealed');
      await told.turn(sealed);
      expect((await told.press(sealed.id)).status).toBe(200);
      expect(await shown('small')).toMatchObject({
        className: 'Små kommuner',
        language: 'nb',
        title: 'Fjordvik vant',
        paragraphs: ['Første avsnitt.', 'Andre avsnitt.'],
      });
      expect((await shown('small'))?.more[0]).toContain('Juryen om Fjordvik');
      expect(await shown('small', 'nn')).toMatchObject({ language: 'nn', title: 'Fjordvik vann' });
      expect(await shown('small', 'en')).toMatchObject({ language: 'nb', title: 'Fjordvik vant' });
      expect(await shown('all')).toMatchObject({ title: 'Melding om all' });
      const zip = await (await fetch(`${app.url}/presse/2028.zip`)).arrayBuffer();
      const files = unzipSync(new Uint8Array(zip));
      expect(strFromU8(files['nn/winners-small.txt'] ?? new Uint8Array())).toMatch(
        /^Fjordvik vann\n\nFørste avsnittet\.\n/,
      );
      const feed = await (await fetch(`${app.url}/nn/nyheter.atom`)).text();
      expect(feed).toContain('Fjordvik vann');
      const logged = await app.db.query(
        `select facts from audit where act = 'release:write-text' and edition_id = $1`,
        [told.scene.edition.id],
      );
      expect(logged).toHaveLength(2);
      expect(JSON.stringify(logged)).not.toContain('Fjordvik');
    });

    it('never names again who was wrongly announced: a plain text stands in, until one is written for the correction', async () => {
      expect((await told.open({ named: [told.id('Nesdal')] })).status).toBe(200);
      expect((await told.release()).status).toBe(200);
      expect(await shown('small')).toMatchObject({
        title: 'Nesdal vant: Årets vertskommune 2028',
        paragraphs: ['Nesdal i Eksempelfylke vant i kategorien Små kommuner.'],
      });
      const again = { title: 'Solvang vant', text: 'Dette er riktig.' };
      expect(await save(3, { nb: again })).toBe(4);
      expect((await told.open({ named: [told.id('Solvang')] })).status).toBe(200);
      expect(await save(4, { nb })).toBe('already-sealed');
      expect((await told.release()).status).toBe(200);
      expect(await shown('small', 'nn')).toMatchObject({ language: 'nb', title: 'Solvang vant' });
    });
  });
});
