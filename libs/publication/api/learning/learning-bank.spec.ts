import { DEFAULT_FORM, DEFAULT_SECTIONS } from '@award/award';
import type { ExamplePageView, ExamplesPageView, SharingView } from '@award/publication/contract';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
  type SceneEntry,
} from '../../../../apps/api/testing/decided';
import { completeContent, story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { PublicWatch } from '../public-watch.service';

const OWN_QUESTION = {
  ...DEFAULT_SECTIONS[2],
  code: 'own-quay',
  heading: { nb: 'Hvem ba om det?', nn: 'Kven bad om det?', en: 'Who asked for it?' },
};

const QUAYS = {
  ...completeContent('Kai for alle'),
  basis: 'single-measure',
  mainField: 'food-sea-and-land',
  fields: ['food-sea-and-land', 'tourism'],
  text: 'Kommunane langs fjorden bygde felles kaier. Verksemdene bestemte sjølve opningstida.',
  traits: { 'long-term-strategy': 'Planen ligg fast i tolv år.', 'own-strengths': '' },
  difficult: 'Grunneigarane sa nei to gonger.',
  answers: { 'own-quay': 'Fiskarane bad om straum.' },
  results: [
    {
      measure: 'job-growth',
      figure: '38 årsverk',
      period: '2021 til 2025',
      source: 'SSB tabell 07984',
      ownPart: 'Kommunen betalte kaia.',
    },
  ],
  partners: [{ name: 'Hemmelig Sjømat AS', contactEmail: 'sjef@hemmelig.example' }],
};

describe('the learning bank', () => {
  let app: TestApp;
  let scene: DecidedScene;

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await app.db.query('update edition set form = $2 where id = $1', [
      scene.edition.id,
      JSON.stringify({ ...DEFAULT_FORM, sections: [...DEFAULT_SECTIONS, OWN_QUESTION] }),
    ]);
    await decide(app, scene);
  });
  afterAll(() => app.close());

  const at = (list: SceneEntry[], place: number): SceneEntry => {
    const entry = list[place];
    if (!entry) throw new Error(`no entry ${place}`);
    return entry;
  };
  const numberOf = async ({ municipalityId }: SceneEntry): Promise<string> => {
    const [{ number }] = await app.db.query(
      'select number from municipality_version where municipality_id = $1',
      [municipalityId],
    );
    return number;
  };
  /** What is written past the program is known when its notice has come. */
  const told = () => app.get(PublicWatch).catchUp();
  const people = new Map<string, Visitor>();
  async function submitterOf(
    { municipalityId, name }: SceneEntry,
    role = 'municipality-submitter',
  ) {
    const key = `${role} ${name}`;
    const known = people.get(key);
    if (known) return known;
    await story(app).holder(key, role as 'municipality-submitter', {
      editionId: scene.edition.id,
      municipalityId,
    });
    const visitor = await app.visitor().signInAs(key);
    people.set(key, visitor);
    return visitor;
  }
  const say = async (entry: SceneEntry, given: boolean, withContact = false) =>
    (await submitterOf(entry)).put<SharingView & { refusal?: string }>(
      `/api/nominations/${entry.id}/sharing`,
      { given, withContact },
    );
  const resend = (entry: SceneEntry, content: object) =>
    app.db.query(
      `with v as (insert into nomination_version (nomination_id, number, kind, content, sha256)
         values ($1, 2, 'submitted', $2, repeat('0', 64)) returning id)
       update nomination set submitted_version_id = v.id from v where nomination.id = $1`,
      [entry.id, JSON.stringify(content)],
    );
  const bank = async (query = ''): Promise<ExamplesPageView> =>
    (await app.visitor().get<ExamplesPageView>(`/api/public/examples${query}`)).body;
  const found = async (query: string) => {
    const { examples, found: many } = await bank(query);
    expect(examples).toHaveLength(many);
    return examples.map(({ name }) => name).sort();
  };
  const page = async (entry: SceneEntry) =>
    app.visitor().get<ExamplePageView>(`/api/public/examples/2027/${await numberOf(entry)}`);

  it('a yes before the result shows nothing and changes nothing that is public', async () => {
    await resend(at(scene.small, 1), QUAYS);
    const before = await app.visitor().getBytes('/api/public/examples');
    for (const entry of [at(scene.small, 1), at(scene.small, 3), at(scene.large, 0)])
      expect((await say(entry, true)).body).toMatchObject({ given: true, address: null });
    const after = await app.visitor().getBytes('/api/public/examples');
    expect(after.bytes.equals(before.bytes)).toBe(true);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    expect((await page(at(scene.small, 1))).status).toBe(404);
    expect((await bank()).total).toBe(0);
  });

  it('only who may send in says it, of the own entry, while it takes part', async () => {
    const entry = at(scene.small, 2);
    const other = await submitterOf(at(scene.small, 1));
    const reader = await submitterOf(entry, 'municipality-viewer');
    const yes = { given: true, withContact: false };
    expect((await other.put(`/api/nominations/${entry.id}/sharing`, yes)).status).toBe(404);
    expect((await reader.put(`/api/nominations/${entry.id}/sharing`, yes)).status).toBe(403);
    expect((await reader.get<SharingView>('/api/nominations/mine/sharing')).body).toMatchObject({
      nominationId: entry.id,
      maySay: true,
      given: false,
    });
    const [{ state }] = await app.db.query('select state from nomination where id = $1', [
      entry.id,
    ]);
    await app.db.query(`update nomination set state = 'ineligible' where id = $1`, [entry.id]);
    expect((await say(entry, true)).body.refusal).toBe('wrong-state');
    expect((await say(entry, false)).body.given).toBe(false);
    await app.db.query('update nomination set state = $2 where id = $1', [entry.id, state]);
  });

  it('a finalist comes with the finalists, everybody else with the last winner', async () => {
    await publishFinalists(app, scene);
    await told();
    const finalists = ['Fjordvik', 'Nesdal', 'Solvang', 'Storby', 'Havna', 'Elvestad'].sort();
    expect(await found('')).toEqual(finalists);
    expect((await page(at(scene.small, 1))).body).toMatchObject({
      finalist: true,
      winner: false,
      own: { title: 'Kai for alle', contact: null },
    });
    expect((await page(at(scene.small, 0))).body.own).toBeNull();
    expect((await page(at(scene.small, 3))).status).toBe(404);
    await announceWinner(app, scene, 'small');
    await told();
    expect((await page(at(scene.small, 3))).status).toBe(404);
    await announceWinner(app, scene, 'large');
    await told();
    expect(await found('')).toEqual([...finalists, 'Tinden'].sort());
    expect((await page(at(scene.small, 3))).body).toMatchObject({
      finalist: false,
      justification: null,
      own: { title: 'Tiltaket i Tinden' },
    });
  });

  it.each([
    ['another form of the word', '?sok=kommunene+fjordene', ['Nesdal']],
    ['the other written form', '?sok=virksomhet', ['Nesdal']],
    ['a word from the middle of a sentence in the summary of a trait', '?sok=tolv', ['Nesdal']],
    ['a word for a trait that the text itself does not use', '?sok=langsiktige', ['Nesdal']],
    ['a word for a field', '?sok=havbruk', ['Nesdal']],
    ['a word from an answer to the edition’s own question', '?sok=straum', ['Nesdal']],
    ['a municipality', '?sok=tinden', ['Tinden']],
    ['two words that are not in the same entry', '?sok=kaier+tinden', []],
    ['what is only signs', '?sok=%26%7C%21%28%3A%2A', null],
    ['little words', '?sok=og+i', null],
    ['a county that no text can hold', '?fylke=%00', null],
    ['a field', '?omrade=tourism', ['Nesdal']],
    ['a trait with words under it', '?kjennetegn=long-term-strategy', ['Nesdal']],
    ['a trait left empty', '?kjennetegn=own-strengths', []],
    ['a basis', '?grunnlag=single-measure', ['Nesdal']],
    ['a county that there is none of', '?fylke=Finnmark', []],
    ['a class and a year', '?klasse=large&ar=2027&sok=storby', ['Storby']],
    ['another year', '?ar=2026', []],
    ['a page after the last', '?side=99', null],
    ['the name of the contact', '?sok=Nordli', []],
    ['a partner', '?sok=hemmelig', []],
  ])('finds by %s', async (_, query, names) => {
    expect(await found(query)).toEqual(names ?? (await found('')));
  });

  it('looks inside longer words when no whole word fits, and shows where it found it', async () => {
    const inside = await bank('?sok=eigaran');
    expect(inside).toMatchObject({ insideWords: true, found: 1 });
    const { examples, insideWords } = await bank('?sok=kai');
    expect(insideWords).toBe(false);
    expect(examples[0]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toContain(
      'kaier',
    );
  });

  it('offers only what there is', async () => {
    const { choices } = await bank();
    expect(choices.traits).toEqual([{ code: 'long-term-strategy', name: 'Langsiktig strategi' }]);
    expect(choices.fields.map(({ code }) => code)).toEqual([
      'sites-and-infrastructure',
      'tourism',
      'food-sea-and-land',
    ]);
    expect(choices.counties).toEqual(['Eksempelfylke']);
    expect(choices.years).toEqual([2027]);
  });

  it('a page holds the text with its sources, and the contact only when the municipality says so', async () => {
    const entry = at(scene.small, 1);
    const { own } = (await page(entry)).body;
    expect(own?.sections.map(({ heading }) => heading)).toEqual([
      'Hva kommunen har gjort',
      'Langsiktig strategi',
      'Hva som var vanskelig, og hva kommunen lærte',
      'Hvem ba om det?',
    ]);
    expect(own?.results).toEqual([
      expect.objectContaining({ measure: 'Vekst i arbeidsplasser', source: 'SSB tabell 07984' }),
    ]);
    expect(JSON.stringify(own)).not.toMatch(/Nordli|Hemmelig|hemmelig/);
    expect((await say(entry, true, true)).body.address).toBe(
      `/eksempler/2027/${await numberOf(entry)}`,
    );
    expect((await page(entry)).body.own?.contact).toEqual({
      name: 'Kari Nordli',
      email: 'kari@kommune.example',
      phone: '99 00 00 00',
    });
  });

  it('is taken down at once, and nothing but the release is left', async () => {
    const [finalist, other] = [at(scene.small, 1), at(scene.small, 3)];
    for (const entry of [finalist, other])
      expect((await say(entry, false, true)).body).toMatchObject({
        given: false,
        withContact: false,
        address: null,
      });
    expect((await page(other)).status).toBe(404);
    expect((await page(finalist)).body).toMatchObject({ own: null, finalist: true });
    expect(await found('?sok=kaier')).toEqual([]);
    expect(await (await fetch(`${app.url}/sitemap.xml`)).text()).not.toContain(
      `/eksempler/2027/${await numberOf(other)}`,
    );
    const acts: { act: string }[] = await app.db.query(
      `select act from audit where subject_id = $1 and act like 'learning:%' order by seq`,
      [finalist.id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'learning:share',
      'learning:share',
      'learning:take-down',
    ]);
  });

  it('a withdrawn finalist takes its own text along, and the reasons when it asks', async () => {
    const entry = at(scene.small, 2);
    await say(entry, true);
    expect((await page(entry)).status).toBe(200);
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [entry.id]);
    await told();
    const { status, body } = await page(entry);
    expect([status, body.own]).toEqual([200, null]);
    expect(body.justification).not.toBeNull();
    await app.db.query(
      `insert into hidden_text (nomination_id, edition_id, asked_by) values ($1, $2, gen_random_uuid())`,
      [entry.id, scene.edition.id],
    );
    await told();
    expect((await page(entry)).status).toBe(404);
  });
});
