import type { SessionData } from 'express-session';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { ExpiredAccess } from './expired-access';
import { SessionStore } from './session-store';

describe('sessions in the database', () => {
  let app: TestApp;
  let store: SessionStore;
  beforeAll(async () => {
    app = await testApp();
    store = new SessionStore(app.db);
  });
  afterAll(() => app.close());

  const fresh = () => ({ cookie: { originalMaxAge: null }, csrf: 'a' }) as unknown as SessionData;
  const set = (id: string, data: SessionData) =>
    new Promise<void>((done, fail) => store.set(id, data, (e) => (e ? fail(e) : done())));
  const get = (id: string) =>
    new Promise<SessionData | null>((done, fail) =>
      store.get(id, (e, found) => (e ? fail(e) : done(found ?? null))),
    );
  const destroy = (id: string) =>
    new Promise<void>((done, fail) => store.destroy(id, (e) => (e ? fail(e) : done())));

  it('keeps what a new one and a loaded one save', async () => {
    await set('one', fresh());
    await set('one', { ...fresh(), csrf: 'b' });
    const loaded = await get('one');
    expect(loaded?.csrf).toBe('b');
    await set('one', { ...(loaded as SessionData), csrf: 'c' });
    expect((await get('one'))?.csrf).toBe('c');
    const [{ data }] = await app.db.query('select data from session');
    expect(data).not.toHaveProperty('stale');
  });

  it('is not brought back by a request that loaded it before it was signed out', async () => {
    await set('two', fresh());
    const slow = (await get('two')) as SessionData;
    await destroy('two');
    await set('two', slow);
    expect(await get('two')).toBeNull();
  });

  it('is deleted when nobody can use it, with codes, limits and answers that are over; what counts stays', async () => {
    await app.db.query('delete from session');
    await app.db.query(
      `insert into person (id, name) values ('00000000-0000-4000-8000-000000000001', 'Kari')`,
    );
    const rows: Record<string, [string, string]> = {
      session: [
        `insert into session (id_hash, created_at, expires_at) values ('idle', now(), now() - interval '1 second'),
           ('long', now() - interval '12 hours 1 second', now() + interval '1 hour'), ('kept', now(), now() + interval '1 hour')`,
        'id_hash',
      ],
      sign_in_code: [
        `insert into sign_in_code (email, code_hash, expires_at) values ('old', 'x', now() - interval '25 hours'), ('kept', 'x', now() - interval '1 hour')`,
        'email',
      ],
      rate_limit: [
        `insert into rate_limit (key, window_start) values ('old', now() - interval '25 hours'), ('kept', now() - interval '1 hour')`,
        'key',
      ],
      request_key: [
        `insert into request_key (key, person_id, body_hash, created_at) select gen_random_uuid(), '00000000-0000-4000-8000-000000000001', what, at
         from (values ('old', now() - interval '15 days'), ('kept', now() - interval '13 days')) v (what, at)`,
        'body_hash',
      ],
    };
    for (const [insert] of Object.values(rows)) await app.db.query(insert);
    await app.db.query(`update installation set clock_offset = interval '1 year'`);
    await app.get(ExpiredAccess).purge();
    await app.db.query(`update installation set clock_offset = '0'`);
    for (const [table, [, column]] of Object.entries(rows))
      expect(await app.db.query(`select ${column} as left from ${table}`)).toEqual([
        { left: 'kept' },
      ]);
  });
});
