import type { Visitor } from '../../../apps/api/demo/visitor';
import type { DeviceKeyView } from '@award/scoring/contract';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('the key that seals what a member takes along', () => {
  let app: TestApp;
  let jury: JuryScene;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
  });
  afterAll(() => app.close());

  const keyFor = (who: Visitor) => who.post<DeviceKeyView>('/api/scoring/device-key');

  it('is the session’s: the same while it lasts, another in the next, at most three days', async () => {
    const first = await app.visitor().signInAs(jury.nora.key);
    const one = (await keyFor(first)).body;
    expect(Buffer.from(one.key, 'base64')).toHaveLength(32);
    expect(one.validSeconds).toBe(72 * 3600);
    expect((await keyFor(first)).body.key).toBe(one.key);
    const second = await app.visitor().signInAs(jury.nora.key);
    const other = await app.visitor().signInAs(jury.kjell.key);
    const keys = [one.key, (await keyFor(second)).body.key, (await keyFor(other)).body.key];
    expect(new Set(keys).size).toBe(3);
  });

  it('is nowhere in the database', async () => {
    const member = await app.visitor().signInAs(jury.nora.key);
    const { key } = (await keyFor(member)).body;
    const rows: { told: string }[] = await app.db.query(
      `select to_jsonb(s)::text as told from session s union all select to_jsonb(k)::text from request_key k`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ told }) => told.includes(key))).toBe(false);
  });

  it('is for those who sit in a jury and read now', async () => {
    const ask = async (key: string) =>
      (await app.visitor().signInAs(key)).post('/api/scoring/device-key', {});
    expect((await app.visitor().post('/api/scoring/device-key', {})).status).toBe(401);
    expect((await ask(jury.deputyNho.key)).body).toEqual({ refusal: 'seat-not-active' });
  });
});
