import { randomUUID } from 'node:crypto';
import type { MeView } from '@award/access/contract';
import type { ColleaguesView } from '@award/outreach/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

type Refusing = { refusal: string; fields: { path: string; reason: string }[] };

describe('the colleagues of a municipality', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let askedalen: string;
  let kari: Visitor;
  let count = 0;
  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    edition = await scene.edition({ phase: 'open' });
    await scene.holder('juror', 'juror', { editionId: edition.id, classCode: 'small' });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    count += 1;
    const scene = story(app);
    askedalen = await scene.municipality(`Askedalen ${count}`, 9000);
    kari = await holder('kari', 'municipality-submitter');
  });

  async function holder(
    key: string,
    role: 'municipality-viewer' | 'municipality-editor' | 'municipality-submitter',
  ): Promise<Visitor> {
    const scope = { editionId: edition.id, municipalityId: askedalen };
    await story(app).holder(`${key} ${count}`, role, scope);
    return app.visitor().signInAs(`${key} ${count}`);
  }
  const address = (name: string) => `${name}-${count}@kommune.example`;
  const invite = (by: Visitor, name: string, role: string, key = randomUUID()) =>
    by.post<Refusing & { personId: string }>(
      '/api/colleagues',
      { name, email: address(name), role },
      { 'idempotency-key': key },
    );
  const view = async (by = kari) => (await by.get<ColleaguesView>('/api/colleagues')).body;
  const names = async (by = kari) =>
    (await view(by)).colleagues.map(({ name, role, me }) => `${name} ${role}${me ? ' (me)' : ''}`);

  it('are invited by whoever sends in, with a mail, and can sign in', async () => {
    const { status } = await invite(kari, 'ole', 'municipality-editor');
    expect(status).toBe(200);
    expect(await names()).toEqual([
      `kari ${count} municipality-submitter (me)`,
      'ole municipality-editor',
    ]);
    const [mail] = await app.db.query(
      'select template, language, words from mail_outbox where recipient = $1',
      [address('ole')],
    );
    expect(mail).toMatchObject({
      template: 'colleague-invited',
      language: 'nb',
      words: {
        municipality: `Askedalen ${count}`,
        by: `kari ${count}`,
        role: 'municipality-editor',
      },
    });
  });

  it('are invited once, however often the button is pressed', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      [1, 2].map(() => invite(kari, 'ole', 'municipality-editor', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await names()).toHaveLength(2);
    const again = await invite(kari, 'ole', 'municipality-viewer');
    expect(again.body.fields).toEqual([{ path: 'email', reason: 'already-colleague' }]);
  });

  it.each([
    ['municipality-viewer', 403],
    ['municipality-editor', 403],
    ['municipality-submitter', 200],
  ] as const)('may be invited by a %s: %i', async (role, status) => {
    const by = await holder('siv', role);
    expect((await invite(by, 'ole', 'municipality-viewer')).status).toBe(status);
    expect((await by.get('/api/colleagues')).status).toBe(200);
  });

  it('cannot be given another side of the award, nor made a juror of', async () => {
    const { status, body } = await kari.post<Refusing>('/api/colleagues', {
      name: 'En juror',
      email: 'juror@people.example',
      role: 'municipality-editor',
    });
    expect([status, body.fields]).toEqual([400, [{ path: 'email', reason: 'cannot-be-invited' }]]);
    expect((await invite(kari, 'ole', 'secretary')).status).toBe(400);
  });

  it('change what they may do from the next request on', async () => {
    const ole = await holder('ole', 'municipality-editor');
    const whom = (await ole.get<MeView>('/api/me')).body.person?.id;
    const changed = await kari.post(`/api/colleagues/${whom}/role`, {
      role: 'municipality-viewer',
    });
    expect(changed.status).toBe(200);
    expect((await names())[1]).toBe(`ole ${count} municipality-viewer`);
    expect((await ole.post('/api/nominations/mine')).status).toBe(403);
  });

  it('lose the access at once when it is ended, and the invitation with it', async () => {
    const ole = await holder('ole', 'municipality-submitter');
    const { personId } = (await view()).colleagues[1] ?? {};
    await app.db.query(
      'insert into invitation (edition_id, municipality_id, email) values ($1, $2, $3)',
      [edition.id, askedalen, `ole.${count}@people.example`],
    );
    expect((await kari.post(`/api/colleagues/${personId}/remove`)).status).toBe(200);
    expect((await ole.get('/api/colleagues')).status).toBe(403);
    expect(await names()).toEqual([`kari ${count} municipality-submitter (me)`]);
    const left = await app.db.query('select 1 from invitation where municipality_id = $1', [
      askedalen,
    ]);
    expect(left).toEqual([]);
  });

  it('always include somebody who can send in', async () => {
    const me = (await view()).colleagues[0]?.personId;
    const refused = await kari.post(`/api/colleagues/${me}/remove`);
    expect([refused.status, refused.body]).toEqual([409, { refusal: 'last-submitter' }]);
    const lowered = await kari.post(`/api/colleagues/${me}/role`, { role: 'municipality-editor' });
    expect(lowered.body).toEqual({ refusal: 'last-submitter' });
  });

  it('keep one who can send in when two remove each other in the same moment', async () => {
    const siv = await holder('siv', 'municipality-submitter');
    const [one, two] = (await view()).colleagues.map(({ personId }) => personId);
    const answers = await Promise.all([
      kari.post(`/api/colleagues/${two}/remove`),
      siv.post(`/api/colleagues/${one}/remove`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const left = await app.db.query(
      'select 1 from role_grant where municipality_id = $1 and revoked_at is null',
      [askedalen],
    );
    expect(left).toHaveLength(1);
  });

  it('of another municipality do not exist here', async () => {
    const other = await story(app).municipality(`Bjørkheim ${count}`, 9000);
    const id = await story(app).holder(`berit ${count}`, 'municipality-editor', {
      editionId: edition.id,
      municipalityId: other,
    });
    const answer = await kari.post(`/api/colleagues/${id}/remove`);
    expect([answer.status, answer.body]).toEqual([404, { refusal: 'not-found' }]);
    expect(await names()).toHaveLength(1);
  });

  it('have a log of what was done to whom, without addresses', async () => {
    const { personId } = (await invite(kari, 'ole', 'municipality-viewer')).body;
    await kari.post(`/api/colleagues/${personId}/role`, { role: 'municipality-editor' });
    await kari.post(`/api/colleagues/${personId}/remove`);
    const { log } = await view();
    expect(log.map(({ act, by, whom, role }) => [act, by, whom, role])).toEqual([
      ['remove', `kari ${count}`, 'ole', null],
      ['change', `kari ${count}`, 'ole', 'municipality-editor'],
      ['invite', `kari ${count}`, 'ole', 'municipality-viewer'],
    ]);
    const facts = await app.db.query(
      `select 1 from audit where facts::text like '%@%' and act like 'colleague:%'`,
    );
    expect(facts).toEqual([]);
  });
});
