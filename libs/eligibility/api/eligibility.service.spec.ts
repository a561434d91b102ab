import { randomUUID } from 'node:crypto';
import type { EntryCounts, EntryPage } from '@award/eligibility/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { statementsOf } from '../../../apps/api/testing/statements';
import type { SceneEdition } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { checkingScene } from '../../../apps/api/testing/checking-scene';

describe('the list of entries', () => {
  let app: TestApp;
  let s: Awaited<ReturnType<typeof checkingScene>>;
  let listed: SceneEdition;
  let reader: Visitor;
  const names = ['Ål', 'Åndalsnes', 'Zeta', 'Ærøy', 'Østfold', 'Alta', 'Hábmer'];

  beforeAll(async () => {
    app = await testApp();
    s = await checkingScene(app);
    listed = await s.scene.edition({ phase: 'closed', year: 2031 });
    for (const name of names) await s.entry('submitted', { name, edition: listed });
    await s.entry('draft', { name: 'Kladd', edition: listed });
    await s.entry('submitted', { name: 'Storby', population: 15000, edition: listed });
    await s.scene.holder('Leser', 'case-officer', { editionId: listed.id });
    reader = await app.visitor().signInAs('Leser');
  });
  afterAll(() => app.close());

  const list = async (who: Visitor, query: string) =>
    (await who.get<EntryPage>(`/api/eligibility/entries?${query}`)).body;

  it('holds one class at a time, in Norwegian order, without what has not been sent', async () => {
    const page = await list(reader, 'classCode=small');
    expect(page.rows.map(({ municipality }) => municipality.name)).toEqual([
      'Alta',
      'Hábmer',
      'Zeta',
      'Ærøy',
      'Østfold',
      'Ål',
      'Åndalsnes',
    ]);
    expect(page.rows[0]).toMatchObject({
      title: 'Tiltak i Alta',
      state: 'submitted',
      classCode: 'small',
      population: 9000,
      dueAt: null,
      reclassified: false,
    });
    expect((await reader.get('/api/eligibility/entries')).status).toBe(400);
  });

  it.each([
    ['search=hab', ['Hábmer']],
    ['search=aland', []],
    ['search=%C3%A5nd', ['Åndalsnes']],
    ['search=tiltak%20i%20z', ['Zeta']],
    ['search=%25', []],
    ['search=Kari%20Nordli', []],
    ['search=kari%40kommune', []],
    ['state=eligible', []],
  ])('finds by %s', async (query, found) => {
    const { rows } = await list(reader, `classCode=small&${query}`);
    expect(rows.map(({ municipality }) => municipality.name)).toEqual(found);
  });

  it.each([
    ['a name with what no text holds', ['\0', '00000000-0000-4000-8000-000000000000']],
    ['something like an id', ['Alta', '-'.repeat(36)]],
    ['no pair', null],
  ])('goes on from no place with %s in it', async (_what, place) => {
    const after = Buffer.from(JSON.stringify(place)).toString('base64url');
    const answer = await reader.get(`/api/eligibility/entries?classCode=small&after=${after}`);
    expect(answer.status).toBe(400);
  });

  it('counts each class by itself', async () => {
    const counts = (await reader.get<EntryCounts>('/api/eligibility/counts')).body;
    expect(counts.edition.year).toBe(2031);
    expect(counts.classes.map(({ code, states }) => [code, states])).toEqual([
      ['small', { submitted: 7 }],
      ['large', { submitted: 1 }],
    ]);
  });

  it('is paged by key, each entry once, in as many statements for 10 entries as for 120', async () => {
    const few = await statementsOf(app, () => list(reader, 'classCode=small'));
    for (let more = 0; more < 113; more++) await s.entry('eligible', { edition: listed });
    const seenIds: string[] = [];
    let after: string | null = '';
    let pages = 0;
    while (after !== null) {
      const page: EntryPage = await list(
        reader,
        `classCode=small${after && `&after=${encodeURIComponent(after)}`}`,
      );
      seenIds.push(...page.rows.map(({ id }) => id));
      after = page.after;
      pages += 1;
    }
    expect([pages, seenIds.length, new Set(seenIds).size]).toEqual([3, 120, 120]);
    const many = await statementsOf(app, () => list(reader, 'classCode=small'));
    expect(many.length).toBe(few.length);
    expect((await reader.get('/api/eligibility/entries?classCode=small&after=x')).status).toBe(400);
  });

  it('is of the grant’s own edition: another’s is answered as one that is not there', async () => {
    const { id } = await s.entry();
    const unknown = await reader.get(s.at(randomUUID()));
    expect([unknown.status, unknown.body]).toEqual([404, { refusal: 'not-found' }]);
    for (const answer of [
      await reader.get(s.at(id)),
      await reader.get(`/api/eligibility/counts?edition=${s.edition.id}`),
      await s.act(reader, id, 'start-check'),
      await reader.get(s.at('not-an-id')),
    ]) {
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
    }
    const across = await s.officer.get<EntryCounts>(`/api/eligibility/counts?edition=${listed.id}`);
    expect(across.body.edition.id).toBe(listed.id);
  });
});
