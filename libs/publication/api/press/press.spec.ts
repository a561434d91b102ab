import { strFromU8, unzipSync } from 'fflate';
import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { PressPageView } from '@award/publication/contract';
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
    expect(texts[0]?.paragraphs).toContain(
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
    expect(texts[0]?.title).toBe('Fjordvik og Storby vant: Årets vertskommune 2027');
  });
});
