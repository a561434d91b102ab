import { decide, type DecidedScene, judgedEdition } from '../../../apps/api/testing/decided';
import { withPictures } from '../../../apps/api/testing/entry-pictures';
import { story } from '../../../apps/api/testing/story';
import { statementsOf } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import type { Attachment } from '@award/award';
import type { EditionPageView, ReleaseRoomView } from '@award/publication/contract';
import { AwardPublicViews } from './award-public-views';
import { PublicDatabase } from './public-database';
import { PublicWatch } from './public-watch.service';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const PAGES = [
  '/',
  '/arkiv',
  '/arkiv/2027',
  '/arkiv/2026',
  '/arkiv/2028',
  '/kommuner',
  '/kommuner?sok=fjordvik',
  '/kommuner/0301',
  '/direkte',
  '/eksempler',
  '/eksempler?sok=fjordvik&klasse=small&ar=2027',
  '/eksempler?sok=ordviksalg&omrade=town-centre&kjennetegn=own-strengths&grunnlag=all-round&side=2',
  '/eksempler/2027/9901',
  '/juryen',
  '/presse',
  '/apne-data',
  '/personvern',
  '/tilgjengelighet',
  '/finnes-ikke',
];
const DATA = [
  '/editions',
  '/editions/2027',
  '/municipalities?sok=fjordvik',
  '/current',
  '/live',
  '/examples',
  '/examples?sok=fjordvik',
  '/jury',
  '/press',
  '/nothing',
];
const ROUTES = [
  ...DATA.map((path) => `/api/public${path}`),
  ...LANGUAGES.flatMap((language) =>
    PAGES.map((path) => `/api/public/view?path=${encodeURIComponent(path)}&language=${language}`),
  ),
  ...['', '/nn', '/en'].flatMap((prefix) =>
    ['nyheter.atom', 'nyheter.rss', 'data/resultater.json'].map((file) => `${prefix}/${file}`),
  ),
  ...['pris', 'forside', 'kaaring-2027', 'kaaring-2026'].map((name) => `/kort/${name}.png`),
  '/nn/kort/forside.png',
  '/bilder/00000000-0000-4000-8000-000000000000/960.webp',
  '/presse/2027.zip',
  '/data/resultater.csv',
  '/data/katalog.jsonld',
  '/sitemap.xml',
  '/robots.txt',
  '/api/releases',
  '/api/me',
  '/api/openapi.json',
  '/isalive',
  '/isready',
];
const CANARIES = [
  'Juryen legger vekt',
  'Pressen får dette',
  'En kommune som har fått det til',
  'Kanarifugl',
];

describe('before the release', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let picture: Attachment | undefined;

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    const [finalist, , , other] = scene.small;
    if (!finalist || !other) throw new Error('no scene');
    [picture] = await withPictures(app, finalist, [{ photographer: 'Kari Kanarifugl' }]);
    await withPictures(app, other, [{ photographer: 'Ola Utenfor' }]);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
  });
  afterAll(() => app.close());

  /** Everything that anybody can ask for without signing in: status, headers and bytes. */
  const everything = async () => {
    const numbers: { number: string }[] = await app.db.query(
      'select distinct number from municipality_version order by 1',
    );
    const answers: Record<string, unknown> = {};
    const paths = [
      ...ROUTES,
      ...numbers.map(({ number }) => `/api/public/municipalities/${number}`),
      `/api/releases/${scene.edition.id}`,
      `/api/stage/${scene.edition.id}`,
      ...numbers.slice(0, 4).map(({ number }) => `/kort/kommune-${number}.png`),
      ...[scene.small[0]?.id, picture?.fileId].map((id) => `/bilder/${id}/960.webp`),
    ];
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const answer = await fetch(app.url + path, { method, redirect: 'manual' });
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        answers[`${method} ${path}`] = [answer.status, headers, await answer.text()];
        const tag = answer.headers.get('etag');
        if (!tag) continue;
        const again = await fetch(app.url + path, { method, headers: { 'if-none-match': tag } });
        answers[`${method} ${path} again`] = [again.status, again.headers.get('etag')];
      }
    }
    for (const language of LANGUAGES)
      for (const path of PAGES)
        answers[`view ${language} ${path}`] = await app
          .get(AwardPublicViews)
          .viewOf(path, language);
    answers['stream'] = await firstOfStream(app.url);
    return answers;
  };

  const arm = async (as: Visitor, scope: string) => {
    const { body } = await secretary.get<ReleaseRoomView>(`/api/releases/${scene.edition.id}`);
    const sealed = body.items.find((item) => item.scope === scope)?.sealed;
    return as.post(`/api/releases/records/${sealed?.id}/arm`, {
      sha256: sealed?.sha256,
      releaseAt: sealed?.releaseAt,
    });
  };

  it('everything public is byte for byte the same, whether or not there is a sealed and armed result', async () => {
    const without = await everything();
    expect(Object.keys(without).length).toBeGreaterThan(250);
    await decide(app, scene);
    const keyholder = await app.visitor().signInAs('keyholder');
    for (const scope of ['all', 'small', 'large']) {
      const sealed = await secretary.post(`/api/releases/${scene.edition.id}/seal`, {
        scope,
        releaseAt: '2090-01-01T12:00:00Z',
      });
      expect(sealed.status).toBe(200);
      expect((await arm(secretary, scope)).status).toBe(204);
      expect((await arm(keyholder, scope)).status).toBe(204);
    }
    const within = await everything();
    expect(within).toEqual(without);
    const text = JSON.stringify(within);
    for (const canary of CANARIES) expect(text).not.toContain(canary);
  });

  it('the role of public reads is refused every table that holds more than what is told', async () => {
    const db = app.get(PublicDatabase);
    const open: { name: string; columns: string }[] = await app.db.query(
      `select table_name as name, string_agg(column_name, ' ' order by ordinal_position) as columns
       from information_schema.columns
       where table_schema = 'public' and has_column_privilege('kaaring_public', quote_ident(table_name)::regclass, column_name, 'select')
       group by 1 order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual([
      'industry_jobs',
      'industry_jobs_of_country',
      'installation',
      'municipality',
      'municipality_version',
      'population',
      'public_correction',
      'public_edition',
      'public_edition_class',
      'public_example',
      'public_image',
      'public_image_size',
      'public_juror',
      'public_participation',
      'public_participation_county',
      'public_postponement',
      'public_release',
      'public_release_text',
      'public_retention',
      'public_rules',
      'public_state',
      'public_stepped_out',
      'released_entry',
      'succession',
    ]);
    const columns = (table: string) => open.find(({ name }) => name === table)?.columns;
    expect(columns('municipality')).toBe('id stable_key organisation_number written_form invented');
    expect(columns('installation')).toBe('kind clock_offset');
    expect(open.filter((one) => / stage( |$)/.test(one.columns))).toEqual([]);
    for (const table of [
      'decision',
      'sealed_record',
      'release',
      'release_text',
      'nomination',
      'justification',
    ])
      await expect(db.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(db.query(`update public_state set revision = 0`)).rejects.toThrow();
  });

  it('after it, everything is there at once, in every language, and the stream says that it is', async () => {
    const streamBefore = await firstOfStream(app.url);
    const before = await everything();
    const [{ id }] = await app.db.query(
      `select id from sealed_record where edition_id = $1 and scope = 'all'`,
      [scene.edition.id],
    );
    await secretary.post(`/api/releases/${scene.edition.id}/press`, { recordIds: [id] });
    const after = await everything();
    for (const path of ['/', '/arkiv', '/arkiv/2027', '/direkte', '/eksempler'])
      for (const language of LANGUAGES) {
        const seen = JSON.stringify(after[`view ${language} ${path}`]);
        for (const { name } of [...scene.small.slice(0, 3), ...scene.large.slice(0, 3)])
          expect(seen).toContain(name);
        for (const { name } of [scene.small[3], scene.large[3]].flatMap((one) => one ?? []))
          expect(seen).not.toContain(name);
      }
    for (const card of ['/kort/forside.png', '/nn/kort/forside.png', '/kort/kaaring-2027.png'])
      expect(after[`GET ${card}`]).not.toEqual(before[`GET ${card}`]);
    expect(after['GET /kort/pris.png']).toEqual(before['GET /kort/pris.png']);
    expect(revisionIn(await firstOfStream(app.url))).toBe(revisionIn(streamBefore) + 1);
    const text = JSON.stringify(after);
    expect(text).toContain('Kari Kanarifugl');
    expect(text).not.toContain('Ola Utenfor');
    expect(text).toContain('Juryen legger vekt');
    expect(text).not.toContain('En kommune som har fått det til');
    expect(text).not.toContain('"winner":true');
  });

  it('a finalist that withdraws keeps the line that says so, and loses the text and the pictures when it asks', async () => {
    const [withdrawn] = scene.small;
    for (const [key, entry] of [
      ['kommunen', withdrawn],
      ['naboen', scene.small[1]],
    ] as const)
      await story(app).holder(key, 'municipality-submitter', {
        editionId: scene.edition.id,
        municipalityId: entry?.municipalityId,
      });
    const sender = await app.visitor().signInAs('kommunen');
    const post = async (act: string, body: object = {}, as = sender) => {
      const answer = await as.post(`/api/nominations/${withdrawn?.id}/${act}`, body);
      return [answer.status, (answer.body as { refusal?: string }).refusal];
    };
    const told = async (municipality: string) => {
      const answer = await app.get(AwardPublicViews).viewOf('/arkiv/2027', 'nb');
      const page = (answer as { view: { page: EditionPageView } }).view.page;
      const found = page.classes[0]?.finalists.find(({ name }) => name === municipality);
      return found && [found.withdrawnAt !== null, found.textHidden, found.justification !== null];
    };
    const picture = async () => {
      const [row] = await app.db.query('select id from published_image where nomination_id = $1', [
        withdrawn?.id,
      ]);
      await app.get(PublicWatch).catchUp();
      return (await fetch(`${app.url}/bilder/${row.id}/960.webp`)).status;
    };
    expect(await post('hide-text')).toEqual([409, 'wrong-state']);
    expect(await post('withdraw', { reason: '' })).toEqual([200, undefined]);
    expect(await told('Fjordvik')).toEqual([true, false, true]);
    expect(await picture()).toBe(200);
    const neighbour = await app.visitor().signInAs('naboen');
    expect((await post('hide-text', {}, neighbour))[0]).toBe(404);
    expect(await post('hide-text')).toEqual([200, undefined]);
    expect(await post('hide-text')).toEqual([200, undefined]);
    expect(await told('Fjordvik')).toEqual([true, true, false]);
    expect(await picture()).toBe(410);
    const both = { reason: '', hideText: true };
    const path = `/api/nominations/${scene.small[1]?.id}/withdraw`;
    expect((await neighbour.post(path, both)).status).toBe(200);
    await app.get(PublicWatch).catchUp();
    expect(await told('Nesdal')).toEqual([true, true, false]);
    const everywhere = await everything();
    expect(JSON.stringify(everywhere)).not.toMatch(/arbeidet i (Fjordvik|Nesdal)/);
    const acts = await app.db.query(
      `select act from audit where subject_id = $1 and act = 'nomination:hide-text'`,
      [withdrawn?.id],
    );
    expect(acts).toHaveLength(1);
  });
});

describe('public reads', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const statements = async (path: string) => {
    const db = app.get(PublicDatabase);
    const original = db.query.bind(db);
    let sent = 0;
    db.query = <T>(text: string, values?: unknown[]): Promise<T> => {
      sent += 1;
      return original<T>(text, values);
    };
    await app.get(AwardPublicViews).viewOf(path, 'nb');
    db.query = original;
    return sent;
  };
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const path of [
      '/',
      '/arkiv',
      '/arkiv/2027',
      '/kommuner',
      '/kommuner/9001',
      '/direkte',
      '/juryen',
    ])
      found[path] = await statements(path);
    return found;
  };

  it('send the same few statements whatever the number of rows, and none to the working pool', async () => {
    const scene = await judgedEdition(app, 2027);
    const before = await counts();
    expect(before).toEqual({
      '/': 2,
      '/arkiv': 2,
      '/arkiv/2027': 2,
      '/kommuner': 1,
      '/kommuner/9001': expect.any(Number),
      '/direkte': 2,
      '/juryen': 2,
    });
    await decide(app, scene);
    await app.db.query(
      `insert into release (edition_id, kind, scope) values ($1, 'finalists', 'all')`,
      [scene.edition.id],
    );
    await app.db.query(
      `insert into release_entry (release_id, nomination_id, edition_id, class_code, outcome, position)
       select r.id, e.nomination_id, e.edition_id, e.class_code, 'finalist', e.position
       from decision_entry e join release r on r.edition_id = e.edition_id where e.outcome = 'finalist'`,
    );
    for (let year = 1990; year < 2020; year += 1) await judgedLike(app, year);
    let after: Record<string, number> = {};
    const toWorking = await statementsOf(app, async () => {
      after = await counts();
    });
    expect(after['/kommuner/9001']).toBeLessThanOrEqual(5);
    expect({ ...after, '/kommuner/9001': 0 }).toEqual({
      ...before,
      '/kommuner/9001': 0,
      '/juryen': 2,
    });
    expect(toWorking).toEqual([]);
  });
});

/** An archived edition of one finalist, quickly. */
async function judgedLike(app: TestApp, year: number): Promise<void> {
  await app.db.query(
    `insert into edition (year, name, phase, as_published, reference_date) values ($1, '{"nb":"Prisen"}', 'archived', true, make_date($1, 1, 1))`,
    [year],
  );
}

async function firstOfStream(url: string): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/live/stream`, { signal: stop.signal });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  stop.abort();
  return new TextDecoder().decode(first?.value).replace(/retry: \d+\n/, '');
}

function revisionIn(stream: string): number {
  return Number(/"revision":(\d+)/.exec(stream)?.[1]);
}
