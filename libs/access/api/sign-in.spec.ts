import { fewestStatements, mailHasGone } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { People } from './people.service';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await app.db.transaction(async (tx) => {
      const people = app.get(People);
      const kari = await people.byEmail(tx, 'Kari@ks.example', 'Kari Nordli');
      await people.grant(tx, { personId: kari, role: 'secretary' });
    });
  });
  afterAll(() => app.close());

  const codeTo = async (email: string): Promise<string | undefined> => {
    for (let waited = 0; waited < 50; waited++) {
      const [mail] = await app.db.query(
        'select body from caught_mail where recipient = $1 order by received_at desc limit 1',
        [email],
      );
      if (mail) return /\d{6}/.exec(mail.body)?.[0];
      await new Promise((later) => setTimeout(later, 100));
    }
    return undefined;
  };

  it('answers the same for a known and an unknown address, and sends to the known only', async () => {
    const known = await app.visitor().post('/api/sign-in/code', { email: 'kari@ks.example' });
    const unknown = await app.visitor().post('/api/sign-in/code', { email: 'nobody@ks.example' });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(known.status).toBe(204);
    expect(await codeTo('kari@ks.example')).toMatch(/^\d{6}$/);
    expect(await app.db.query(`select recipient from mail_outbox`)).toEqual([
      { recipient: 'kari@ks.example' },
    ]);
  });

  it('costs the same statements for a known and an unknown address, so that time tells nobody who is known', async () => {
    const asking = (email: string) =>
      fewestStatements(app, async () => {
        await app.db.query('delete from rate_limit');
        await app.visitor().post('/api/sign-in/code', { email });
      });
    const known = await asking('kari@ks.example');
    expect(await asking('nobody@ks.example')).toEqual(known);
    expect(known.some((text) => text.includes('mail_outbox'))).toBe(true);
    // A code that is still on its way would come after the newest one and be taken for it.
    await mailHasGone(app);
    await app.db.query('delete from caught_mail');
    await app.db.query('delete from mail_outbox');
    await app.visitor().post('/api/sign-in/code', { email: 'kari@ks.example' });
  });

  it('signs in with the code once, under a new session id, and signs out for good', async () => {
    const code = await codeTo('kari@ks.example');
    const visitor = app.visitor();
    const signedIn = await visitor.post<{ person: { name: string }; acting: { role: string } }>(
      '/api/sign-in',
      {
        email: 'kari@ks.example',
        code,
      },
    );
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.person.name).toBe('Kari Nordli');
    expect(signedIn.body.acting.role).toBe('secretary');
    const again = await app.visitor().post('/api/sign-in', { email: 'kari@ks.example', code });
    expect([again.status, again.body]).toEqual([400, { refusal: 'code-wrong' }]);
    expect((await visitor.post('/api/sign-out')).body).toEqual({ goOnTo: null });
    expect((await visitor.get<{ person: null }>('/api/me')).body.person).toBeNull();
    expect(await app.db.query('select 1 from session')).toEqual([]);
  });

  it('gives five tries, also against the right code afterwards', async () => {
    await app.db.query('delete from caught_mail');
    await app.visitor().post('/api/sign-in/code', { email: 'kari@ks.example' });
    const code = (await codeTo('kari@ks.example')) ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 5; tried++) {
      const refused = await app
        .visitor()
        .post('/api/sign-in', { email: 'kari@ks.example', code: wrong });
      expect(refused.body).toEqual({ refusal: 'code-wrong' });
    }
    const late = await app.visitor().post('/api/sign-in', { email: 'kari@ks.example', code });
    expect([late.status, late.body]).toEqual([429, { refusal: 'too-many-tries' }]);
  });

  it('refuses an expired code', async () => {
    await app.db.query('delete from caught_mail');
    await app.visitor().post('/api/sign-in/code', { email: 'kari@ks.example' });
    const code = await codeTo('kari@ks.example');
    await app.db.query(
      `update sign_in_code set expires_at = clock_timestamp() - interval '1 second'`,
    );
    const late = await app.visitor().post('/api/sign-in', { email: 'kari@ks.example', code });
    expect(late.body).toEqual({ refusal: 'code-expired' });
  });

  it('ends a session after a long day, however busy it has been', async () => {
    await app.db.query('delete from caught_mail');
    await app.visitor().post('/api/sign-in/code', { email: 'kari@ks.example' });
    const code = await codeTo('kari@ks.example');
    const visitor = app.visitor();
    await visitor.post('/api/sign-in', { email: 'kari@ks.example', code });
    const name = async () =>
      (await visitor.get<{ person: { name: string } | null }>('/api/me')).body.person?.name;
    expect(await name()).toBe('Kari Nordli');
    await app.db.query(`update session set created_at = created_at - interval '12 hours'`);
    expect(await name()).toBeUndefined();
  });

  it.each([
    ['a field nobody asked for', { email: 'a@b.example', role: 'secretary' }],
    ['a list for an address', { email: ['a@b.example'] }],
    ['a NUL in the text', { email: 'a\0@b.example' }],
    ['no address', {}],
  ])('refuses %s', async (_case, body) => {
    expect((await app.visitor().post('/api/sign-in/code', body)).status).toBe(400);
  });

  it('counts what one source asks and tries, whatever the addresses, before it counts against an address', async () => {
    await app.db.query('delete from rate_limit');
    const asked = async (email: string) =>
      (await app.visitor().post<{ refusal?: string }>('/api/sign-in/code', { email })).status;
    const tried = async (email: string) =>
      (await app.visitor().post('/api/sign-in', { email, code: '000000' })).status;
    await app.db.query(
      `insert into rate_limit (key, window_start, hits)
       select k, date_bin('15 minutes', clock_timestamp() + m, timestamptz '2000-01-01'), 60
       from unnest(array['code-from:127.0.0.1', 'try-from:127.0.0.1']) k, unnest(array[interval '0', '15 minutes']) m`,
    );
    expect(await asked('kari@ks.example')).toBe(429);
    expect(await tried('kari@ks.example')).toBe(429);
    expect(
      await app.db.query(`select key from rate_limit where key like '%kari@ks.example'`),
    ).toEqual([]);
    await app.db.query('delete from rate_limit');
    expect(await asked('kari@ks.example')).toBe(204);
    expect(await tried('kari@ks.example')).toBe(400);
  });

  it('refuses a write from another site', async () => {
    const answer = await app
      .visitor()
      .post('/api/sign-in/code', { email: 'kari@ks.example' }, { origin: 'https://evil.example' });
    expect([answer.status, answer.body]).toEqual([403, { refusal: 'origin-refused' }]);
  });
});
