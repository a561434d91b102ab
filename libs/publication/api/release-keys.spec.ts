import type { ReleaseRoomView } from '@award/publication/contract';
import { decide, judgedEdition } from '../../../apps/api/testing/decided';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('two keys', () => {
  let app: TestApp;
  let secretary: Visitor;
  let alias: Visitor;
  let root: string;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    secretary = await app.visitor().signInAs('secretary');
    const scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    root = `/api/releases/${scene.edition.id}`;
    const gift = {
      name: 'Alias',
      email: 'alias@people.example',
      language: 'nb',
      role: 'release-keyholder',
      editionId: null,
    };
    expect((await secretary.post('/api/people', gift)).status).toBe(200);
    await app.db.query(
      `insert into identity (issuer, subject, person_id)
       select 'demo', 'alias', person_id from identity where subject = 'alias@people.example'`,
    );
    alias = await app.visitor().signInAs('alias');
    expect((await secretary.post(`${root}/seal`, { scope: 'all', releaseAt: null })).status).toBe(
      200,
    );
  });
  afterAll(() => app.close());

  const finalists = async (as: Visitor) => {
    const { body } = await as.get<ReleaseRoomView>(root);
    const [item] = body.items;
    if (!item?.sealed) throw new Error('nothing is sealed');
    return { ...item, sealed: item.sealed };
  };
  const arm = async (as: Visitor) => {
    const { id, sha256, releaseAt } = (await finalists(as)).sealed;
    const answer = await as.post<{ refusal?: string }>(`/api/releases/records/${id}/arm`, {
      sha256,
      releaseAt,
    });
    return [answer.status, answer.body.refusal];
  };
  const press = async () => {
    const { id } = (await finalists(secretary)).sealed;
    const answer = await secretary.post<{ refusal?: string }>(`${root}/press`, { recordIds: [id] });
    return [answer.status, answer.body.refusal];
  };
  const givenBy = (giver: string | null) =>
    app.db.query(
      `update role_grant set granted_by = (select person_id from identity where subject = $1)
       where person_id = (select person_id from identity where subject = 'alias')`,
      [giver],
    );

  it('do not come from one hand: who gives a key under another address cannot turn both', async () => {
    expect(await arm(secretary)).toEqual([204, undefined]);
    expect((await finalists(alias)).acts.arm).toBe('keys-from-one-hand');
    expect(await arm(alias)).toEqual([409, 'keys-from-one-hand']);
    expect(await press()).toEqual([409, 'not-armed']);
  });

  it('are turned when the operator has given the one, and are asked for it again at the release', async () => {
    await givenBy(null);
    expect(await arm(alias)).toEqual([204, undefined]);
    await givenBy('secretary');
    expect((await finalists(secretary)).acts.release).toBe('keys-from-one-hand');
    expect(await press()).toEqual([409, 'keys-from-one-hand']);
    await givenBy(null);
    expect(await press()).toEqual([200, undefined]);
  });
});
