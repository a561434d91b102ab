import { randomUUID } from 'node:crypto';
import type { MyEntryView, SavedView, VersionPage, VersionView } from '@award/nominations/contract';
import { fewestStatements } from '../../../apps/api/testing/statements';
import {
  completeContent,
  formWithItsOwn,
  type SceneEdition,
  story,
} from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { contentHash } from './content-hash';

describe('writing an entry', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let rauma: string;
  let arendal: string;
  let editor: Visitor;
  let submitter: Visitor;
  let viewer: Visitor;
  let stranger: Visitor;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition({ phase: 'open' });
    rauma = await scene.municipality('Rauma', 7100);
    arendal = await scene.municipality('Arendal', 15000);
    const scope = { editionId: edition.id, municipalityId: rauma };
    await scene.holder('Anne', 'municipality-editor', scope);
    await scene.holder('Siri', 'municipality-submitter', scope);
    await scene.holder('Vera', 'municipality-viewer', scope);
    await scene.holder('Arne', 'municipality-submitter', {
      editionId: edition.id,
      municipalityId: arendal,
    });
    editor = await app.visitor().signInAs('Anne');
    submitter = await app.visitor().signInAs('Siri');
    viewer = await app.visitor().signInAs('Vera');
    stranger = await app.visitor().signInAs('Arne');
  });
  afterAll(() => app.close());

  const mine = async (who: Visitor) => (await who.get<MyEntryView>('/api/nominations/mine')).body;
  const entryOf = async (who: Visitor) => {
    const { entry } = await mine(who);
    if (!entry) throw new Error('no entry');
    return entry;
  };
  const save = (who: Visitor, id: string, lockVersion: number, content: object, key?: string) =>
    who.put<SavedView & { refusal: string; details: object; fields: object[] }>(
      `/api/nominations/${id}`,
      { content, writtenForm: 'nb', lockVersion },
      key ? { 'idempotency-key': key } : {},
    );

  it('shows the call, the population of the register and the class before anything is begun', async () => {
    const view = await mine(editor);
    expect(view.entry).toBeNull();
    expect(view.mayStart).toBe(true);
    expect(view.municipality).toMatchObject({ name: 'Rauma', countyName: 'Eksempelfylke' });
    expect(view.classification).toEqual({
      classCode: 'small',
      population: 7100,
      date: '2026-01-01',
      source: 'Eksempeldata',
      frozen: false,
      reason: null,
    });
    expect((await mine(stranger)).classification?.classCode).toBe('large');
    expect((await mine(viewer)).mayStart).toBe(false);
    expect((await viewer.post('/api/nominations/mine')).body).toEqual({ refusal: 'not-permitted' });
  });

  it('begins one entry, however many colleagues press at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? editor : submitter).post<MyEntryView>('/api/nominations/mine'),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.entry?.id)).size).toBe(1);
    expect(await app.db.query(`select act from audit where act = 'nomination:start'`)).toHaveLength(
      1,
    );
    const entry = await entryOf(editor);
    expect(entry).toMatchObject({ state: 'draft', lockVersion: 1 });
    expect(entry.acts).toEqual(['write']);
    expect(entry.missing.map(({ field }) => field)).toEqual([
      'basis',
      'title',
      'text',
      'contactName',
      'contactEmail',
      'confirmedWithChiefExecutive',
    ]);
  });

  it('keeps every save as a version with its hash, and one log row for the sitting', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const first = await save(editor, id, lockVersion, completeContent('En'));
    const second = await save(editor, id, first.body.lockVersion, completeContent('To'));
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.lockVersion).toBe(lockVersion + 2);
    const entry = await entryOf(submitter);
    expect(entry).toMatchObject({ savedBy: 'Anne', missing: [], problems: [] });
    expect(entry.acts).toEqual(['write', 'submit', 'withdraw']);
    expect(entry.savedAt).toBe(second.body.savedAt);
    const page = await viewer.get<VersionPage>(`/api/nominations/${id}/versions`);
    expect(page.body.rows.map(({ number, kind, savedBy }) => [number, kind, savedBy])).toEqual([
      [2, 'save', 'Anne'],
      [1, 'save', 'Anne'],
    ]);
    const one = await viewer.get<VersionView>(`/api/nominations/${id}/versions/1`);
    expect(one.body.content.title).toBe('En');
    expect(one.body.sha256).toBe(contentHash(one.body.content));
    expect((await viewer.get(`/api/nominations/${id}/versions/99`)).status).toBe(404);
    expect((await viewer.get(`/api/nominations/${id}/versions/99999999999`)).status).toBe(404);
    expect(await app.db.query(`select act from audit where act = 'nomination:write'`)).toHaveLength(
      1,
    );
  });

  it('begins a new sitting after half an hour', async () => {
    const { id, lockVersion } = await entryOf(editor);
    await scene.moveClock('31 minutes');
    const saved = await save(editor, id, lockVersion, completeContent('Etter pausen'));
    await save(editor, id, saved.body.lockVersion, completeContent('Rett etter'));
    expect(await app.db.query(`select act from audit where act = 'nomination:write'`)).toHaveLength(
      2,
    );
  });

  it('refuses a save upon an older text and shows both', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const hers = await save(submitter, id, lockVersion, completeContent('Siris tittel'));
    const late = await save(editor, id, lockVersion, completeContent('Annes tittel'));
    expect([late.status, late.body.refusal]).toEqual([409, 'stale-save']);
    expect(late.body.details).toEqual({
      theirs: completeContent('Siris tittel'),
      writtenForm: 'nb',
      lockVersion: hers.body.lockVersion,
      savedBy: 'Siri',
      savedAt: hers.body.savedAt,
    });
    expect((await entryOf(editor)).content.title).toBe('Siris tittel');
    const same = await save(editor, id, lockVersion, completeContent('Siris tittel'));
    expect([same.status, same.body]).toEqual([200, hers.body]);
  });

  it('saves once for one key, also when the answer never came', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        save(editor, id, lockVersion, completeContent('Nøkkel'), key),
      ),
    );
    expect(answers.map(({ body }) => body.lockVersion)).toEqual(Array(20).fill(lockVersion + 1));
    const other = await save(editor, id, lockVersion, completeContent('Noe annet'), key);
    expect([other.status, other.body.refusal]).toEqual([422, 'idempotency-mismatch']);
    expect((await entryOf(editor)).lockVersion).toBe(lockVersion + 1);
  });

  it('lets one of twenty parallel saves through and loses none of the words', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        save(editor, id, lockVersion, completeContent(`Forsøk ${at}`)),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.refusal === 'stale-save')).toHaveLength(19);
  });

  it.each<[string, object, object[]]>([
    [
      'an unknown field',
      { winner: true },
      [{ path: 'content.winner', reason: 'whitelistValidation' }],
    ],
    [
      'an unknown field in a row',
      { partners: [{ name: 'A', rank: 1 }] },
      [{ path: 'content.partners.0.rank', reason: 'whitelistValidation' }],
    ],
    [
      'an unknown trait',
      { traits: { charm: 'ja' } },
      [{ path: 'content.traits.charm', reason: 'whitelistValidation' }],
    ],
    [
      'a text of the wrong type',
      { title: { nb: 'x' } },
      [{ path: 'content.title', reason: 'isString' }],
    ],
    ['an unknown basis', { basis: 'luck' }, [{ path: 'content.basis', reason: 'isIn' }]],
    [
      'a title beyond what is stored',
      { title: 'å'.repeat(401) },
      [{ path: 'content.title', reason: 'too-long' }],
    ],
    ['a control character', { text: 'a\u0007b' }, [{ path: 'content.text', reason: 'bad-text' }]],
    [
      'a neighbour that does not exist',
      { neighbours: [randomUUID()] },
      [{ path: 'content.neighbours.0', reason: 'unknown' }],
    ],
    [
      'a neighbour that is no id',
      { neighbours: ['1539'] },
      [{ path: 'content.neighbours', reason: 'isUuid' }],
    ],
    [
      'too many rows',
      { partners: Array(51).fill({ name: 'A' }) },
      [{ path: 'content.partners', reason: 'arrayMaxSize' }],
    ],
  ])('refuses %s by its path', async (_case, change, fields) => {
    const { id, lockVersion } = await entryOf(editor);
    const answer = await save(editor, id, lockVersion, { ...completeContent(), ...change });
    expect([answer.status, answer.body]).toEqual([400, { refusal: 'bad-input', fields }]);
    expect((await entryOf(editor)).lockVersion).toBe(lockVersion);
  });

  it('keeps a text that is too long to send, and says what is too long', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const answer = await save(editor, id, lockVersion, {
      ...completeContent(),
      text: 'å'.repeat(6001),
    });
    expect(answer.status).toBe(200);
    const entry = await entryOf(submitter);
    expect(entry.problems).toEqual([
      { field: 'text', reason: 'too-long', limit: 6000, actual: 6001 },
    ]);
    expect(entry.acts).toEqual(['write', 'withdraw']);
    await save(editor, id, answer.body.lockVersion, completeContent());
  });

  it('keeps the written form that the register says, and lets a neutral municipality choose', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const nynorsk = (version: number) =>
      editor.put<SavedView>(`/api/nominations/${id}`, {
        content: completeContent(),
        writtenForm: 'nn',
        lockVersion: version,
      });
    await app.db.query(`update municipality set written_form = 'nb' where id = $1`, [rauma]);
    expect((await nynorsk(lockVersion)).body).toEqual({
      refusal: 'bad-input',
      fields: [{ path: 'writtenForm', reason: 'unknown' }],
    });
    await app.db.query(`update municipality set written_form = 'neutral' where id = $1`, [rauma]);
    expect((await nynorsk(lockVersion)).status).toBe(200);
    expect((await entryOf(editor)).writtenForm).toBe('nn');
  });

  it('answers another municipality exactly as for an id that does not exist', async () => {
    const { id, lockVersion } = await entryOf(editor);
    const ask = async (target: string) =>
      Promise.all([
        save(stranger, target, lockVersion, completeContent()),
        stranger.get(`/api/nominations/${target}/versions`),
        stranger.get(`/api/nominations/${target}/versions/1`),
        stranger.post(`/api/nominations/${target}/submit`, { lockVersion }),
        stranger.post(`/api/nominations/${target}/take-back`),
        stranger.post(`/api/nominations/${target}/withdraw`, { reason: '' }),
        stranger.post(`/api/nominations/${target}/decline-held`),
        stranger.post(`/api/nominations/${target}/resume-writing`),
        stranger.post(`/api/nominations/${target}/answer-tip`, { answer: 'accept' }),
      ]);
    const theirs = (await ask(id)).map(({ status, body }) => [status, body]);
    const unknown = (await ask(randomUUID())).map(({ status, body }) => [status, body]);
    expect(theirs).toEqual(unknown);
    expect(theirs).toEqual(Array(9).fill([404, { refusal: 'not-found' }]));
  });

  it('lets a viewer read and nothing more, and nobody in who is not signed in', async () => {
    const { id, lockVersion } = await entryOf(viewer);
    expect((await entryOf(viewer)).acts).toEqual([]);
    expect((await save(viewer, id, lockVersion, completeContent())).status).toBe(403);
    expect((await app.visitor().get('/api/nominations/mine')).status).toBe(401);
  });

  it('follows the form of its own year: what is asked, what is missing, what is not taken', async () => {
    const other = await scene.edition({ year: 2026, form: formWithItsOwn() });
    const own = { editionId: other.id, municipalityId: rauma };
    await scene.holder('Nils', 'municipality-submitter', own);
    const nils = await app.visitor().signInAs('Nils');
    const begun = (await nils.post<MyEntryView>('/api/nominations/mine')).body;
    const asks = (view: MyEntryView, code: string) =>
      view.call.form.sections.some((one) => one.code === code && one.asked);
    const now = await mine(editor);
    expect([begun, now].map((view) => [asks(view, 'results'), asks(view, 'own-climate')])).toEqual([
      [false, true],
      [true, false],
    ]);

    const { id, lockVersion } = await entryOf(nils);
    const first = await save(nils, id, lockVersion, completeContent());
    expect((await entryOf(nils)).missing).toEqual([
      { field: 'answers.own-climate', reason: 'missing' },
    ]);
    const sending = await nils.post(`/api/nominations/${id}/submit`, {
      lockVersion: first.body.lockVersion,
    });
    expect(sending.body).toMatchObject({ refusal: 'incomplete-form' });

    const answered = { ...completeContent(), answers: { 'own-climate': 'Sol på alle tak.' } };
    const result = { measure: 'other', figure: '1', period: '2026', source: 'A', ownPart: '' };
    const unasked = await save(nils, id, first.body.lockVersion, {
      ...answered,
      results: [result],
    });
    expect([unasked.status, unasked.body.fields]).toEqual([
      400,
      [{ path: 'content.results', reason: 'not-asked' }],
    ]);
    const kept = await save(nils, id, first.body.lockVersion, answered);
    const sent = await nils.post(`/api/nominations/${id}/submit`, {
      lockVersion: kept.body.lockVersion,
    });
    expect(sent.status).toBe(200);

    const here = await entryOf(editor);
    const elsewhere = await save(editor, here.id, here.lockVersion, answered);
    expect(elsewhere.body.fields).toEqual([
      { path: 'content.answers.own-climate', reason: 'not-asked' },
    ]);
  });

  it.each([
    ['a code that is nobody’s', { climate: 'x' }],
    ['a number for a text', { 'own-climate': 7 }],
    ['a list', ['x']],
    [
      'more answers than there can be questions',
      Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`own-${at}`, 'x'])),
    ],
  ])('refuses answers with %s', async (_case, answers) => {
    const { id, lockVersion } = await entryOf(editor);
    const answer = await save(editor, id, lockVersion, { ...completeContent(), answers });
    expect([answer.status, answer.body.fields]).toMatchObject([400, [{ path: 'content.answers' }]]);
  });

  it('reads the page in as many statements however much has been written', async () => {
    const few = await fewestStatements(app, () => editor.get('/api/nominations/mine'));
    const { id } = await entryOf(editor);
    await app.db.query(
      `insert into nomination_version (nomination_id, number, kind, content, sha256)
       select $1, 1000 + n, 'save', '{}', '' from generate_series(1, 300) n`,
      [id],
    );
    const many = await fewestStatements(app, () => editor.get('/api/nominations/mine'));
    expect(many.length).toBe(few.length);
    expect(many.filter((sql) => sql.includes('from edition e'))).toHaveLength(1);
    expect(many.length).toBeLessThanOrEqual(3);
  });
});
