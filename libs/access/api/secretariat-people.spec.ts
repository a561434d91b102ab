import { randomUUID } from 'node:crypto';
import type { PersonWithRoles } from '@award/access/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('the people of the secretariat', () => {
  let app: TestApp;
  let secretary: Visitor;
  let editionId: string;
  beforeAll(async () => {
    app = await testApp();
    editionId = (await story(app).edition()).id;
    await story(app).holder('solveig', 'secretary');
    secretary = await app.visitor().signInAs('solveig');
  });
  afterAll(() => app.close());

  const order = (changes: object = {}) => ({
    name: 'Randi Myhre',
    email: 'Randi@KS.example',
    language: 'nn',
    role: 'release-keyholder',
    editionId,
    ...changes,
  });
  const people = async () => (await secretary.get<PersonWithRoles[]>('/api/people')).body;
  const grantOf = async (name: string) =>
    (await people()).find((person) => person.name === name)?.roles[0]?.grantId ?? '';

  it('gives a role once among twenty clicks, with one mail in the person’s language', async () => {
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () => secretary.post('/api/people', order())),
    );
    expect(clicks.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await people()).toMatchObject([
      {
        name: 'Randi Myhre',
        emails: ['randi@ks.example'],
        me: false,
        roles: [{ role: 'release-keyholder', editionYear: 2027, grantedBy: 'solveig' }],
      },
      { name: 'solveig', me: true, roles: [{ role: 'secretary', editionId: null }] },
    ]);
    expect(
      await app.db.query(
        `select recipient, language from mail_outbox where template = 'role-given'`,
      ),
    ).toEqual([{ recipient: 'randi@ks.example', language: 'nn' }]);
    expect(await app.db.query(`select act from audit`)).toEqual([{ act: 'grant:give' }]);
  });

  it.each([
    ['a role that comes by invitation', { role: 'juror' }, 400, 'bad-input'],
    ['an address that is none', { email: 'randi' }, 400, 'bad-input'],
    ['an edition that is not there', { editionId: randomUUID() }, 404, 'not-found'],
  ])('refuses %s', async (_case, changes, status, refusal) => {
    const answer = await secretary.post<{ refusal: string }>('/api/people', order(changes));
    expect([answer.status, answer.body.refusal]).toEqual([status, refusal]);
  });

  it('gives no one who judges or sends in a desk of the same edition', async () => {
    const scene = story(app);
    await scene.holder('ola', 'juror', { editionId, classCode: 'small' });
    const municipalityId = await scene.municipality('Vik', 900);
    await scene.holder('mari', 'municipality-editor', { editionId, municipalityId });
    for (const name of ['ola', 'mari']) {
      const answer = await secretary.post<{ refusal: string }>(
        '/api/people',
        order({ email: `${name}@people.example`, role: 'case-officer' }),
      );
      expect([answer.status, answer.body.refusal]).toEqual([409, 'other-role-held']);
    }
  });

  it('ends a role from the next request on', async () => {
    await app.db.query(
      `insert into identity (issuer, subject, person_id) select 'demo', 'randi', person_id from identity where subject = 'randi@ks.example'`,
    );
    const randi = await app.visitor().signInAs('randi');
    expect((await randi.get(`/api/editions/${editionId}`)).status).toBe(200);
    const path = `/api/people/grants/${await grantOf('Randi Myhre')}/end`;
    expect((await secretary.post(path)).status).toBe(200);
    expect((await randi.get(`/api/editions/${editionId}`)).status).toBe(403);
    expect((await secretary.post(path)).status).toBe(404);
    expect((await people()).map(({ name }) => name)).toEqual(['solveig']);
  });

  it('never ends the last secretary, also when two end each other at once', async () => {
    const own = await grantOf('solveig');
    const last = await secretary.post(`/api/people/grants/${own}/end`);
    expect([last.status, last.body]).toEqual([409, { refusal: 'last-secretary' }]);
    await story(app).holder('amund', 'secretary');
    const amund = await app.visitor().signInAs('amund');
    const his = await grantOf('amund');
    const both = await Promise.all([
      amund.post(`/api/people/grants/${own}/end`),
      secretary.post(`/api/people/grants/${his}/end`),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const [{ living }] = await app.db.query(
      `select count(*)::int as living from role_grant where role = 'secretary' and edition_id is null and revoked_at is null`,
    );
    expect(living).toBe(1);
  });

  it('lets a secretary of one edition work in that edition only', async () => {
    const other = await story(app).edition({ year: 2031 });
    await story(app).holder('bound', 'secretary', { editionId });
    const bound = await app.visitor().signInAs('bound');
    expect((await bound.post('/api/people', order({ editionId: other.id }))).status).toBe(403);
    expect((await bound.post('/api/people', order({ editionId: null }))).status).toBe(403);
    await story(app).holder('elsewhere', 'case-officer', { editionId: other.id });
    const names = (await bound.get<PersonWithRoles[]>('/api/people')).body.map(({ name }) => name);
    expect(names).not.toContain('elsewhere');
    const [{ id }] = await app.db.query(`select id from role_grant where edition_id = $1`, [
      other.id,
    ]);
    expect((await bound.post(`/api/people/grants/${id}/end`)).status).toBe(404);
    // People stand in many editions: who asks what is held about them asks somebody of all of them.
    const somebody = { email: 'solveig@people.example' };
    for (const path of ['data', 'data/file', 'erasure', 'erasure/preview'])
      expect((await bound.post(`/api/privacy/${path}`, somebody)).status).toBe(403);
    expect((await bound.get('/api/privacy/retention')).status).toBe(403);
  });

  it('is closed to others', async () => {
    await story(app).holder('case officer', 'case-officer');
    const officer = await app.visitor().signInAs('case officer');
    expect((await officer.get('/api/people')).status).toBe(403);
    expect((await app.visitor().get('/api/people')).status).toBe(401);
  });
});
