import type { Response } from 'express';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { fewestStatements, mailHasGone } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { BrowserCookies } from './browser-cookies';
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

  /** A browser that asks for a code; nothing else is on its way to the address then. */
  const asking = async (email = 'kari@ks.example', visitor = app.visitor()) => {
    await mailHasGone(app);
    await app.db.query('delete from caught_mail');
    await app.db.query('delete from rate_limit');
    await visitor.post('/api/sign-in/code', { email });
    return { visitor, code: (await codeTo(email)) ?? '' };
  };
  const other = (code: string) => (code === '000000' ? '000001' : '000000');

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
    const statements = (email: string) =>
      fewestStatements(app, async () => {
        await app.db.query('delete from rate_limit');
        await app.visitor().post('/api/sign-in/code', { email });
      });
    const known = await statements('kari@ks.example');
    expect(await statements('nobody@ks.example')).toEqual(known);
    expect(known.some((text) => text.includes('mail_outbox'))).toBe(true);
  });

  it('signs in with the code once, under a new session id, and signs out for good', async () => {
    const { visitor, code } = await asking();
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
    const again = await visitor.post('/api/sign-in', { email: 'kari@ks.example', code });
    expect([again.status, again.body]).toEqual([400, { refusal: 'code-wrong' }]);
    expect((await visitor.post('/api/sign-out')).body).toEqual({ goOnTo: null });
    expect((await visitor.get<{ person: null }>('/api/me')).body.person).toBeNull();
    expect(await app.db.query('select 1 from session')).toEqual([]);
  });

  it('gives five tries, also against the right code afterwards', async () => {
    const { visitor, code } = await asking();
    for (let tried = 0; tried < 5; tried++) {
      const refused = await visitor.post('/api/sign-in', {
        email: 'kari@ks.example',
        code: other(code),
      });
      expect(refused.body).toEqual({ refusal: 'code-wrong' });
    }
    const late = await visitor.post('/api/sign-in', { email: 'kari@ks.example', code });
    expect([late.status, late.body]).toEqual([429, { refusal: 'too-many-tries' }]);
  });

  it('refuses an expired code', async () => {
    const { visitor, code } = await asking();
    await app.db.query(
      `update sign_in_code set expires_at = clock_timestamp() - interval '1 second'`,
    );
    const late = await visitor.post('/api/sign-in', { email: 'kari@ks.example', code });
    expect(late.body).toEqual({ refusal: 'code-expired' });
  });

  it('ends a session after a long day, however busy it has been', async () => {
    const { visitor, code } = await asking();
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

  describe('is shut to nobody by what others do', () => {
    const email = 'kari@ks.example';
    const signIn = (visitor: Visitor, code: string) =>
      visitor.post<{ refusal?: string }>('/api/sign-in', { email, code });
    const hits = (key: string, most: number, minutes: number) =>
      app.db.query(
        `insert into rate_limit (key, window_start, hits)
         select $1, date_bin(make_interval(mins => $3::int), clock_timestamp() + m, timestamptz '2000-01-01'), $2
         from unnest(array[interval '0', make_interval(mins => $3::int)]) m on conflict (key, window_start) do update set hits = $2`,
        [key, most, minutes],
      );

    it('a code is good in the browser that asked for it, and nowhere else', async () => {
      const { visitor, code } = await asking();
      const stranger = app.visitor();
      expect((await signIn(stranger, code)).body).toEqual({ refusal: 'code-wrong' });
      await stranger.post('/api/sign-in/code', { email });
      expect((await signIn(stranger, code)).body).toEqual({ refusal: 'code-wrong' });
      expect((await signIn(visitor, code)).status).toBe(200);
    });

    it('the tries of another use up nothing, nor does a code that another asks for', async () => {
      const { visitor, code } = await asking();
      const stranger = app.visitor();
      await stranger.post('/api/sign-in/code', { email });
      for (let tried = 0; tried < 25; tried++) await signIn(stranger, other(code));
      expect((await signIn(stranger, other(code))).body).toEqual({ refusal: 'too-many-tries' });
      expect((await signIn(visitor, code)).status).toBe(200);
    });

    it('a browser that has signed in before has a share of codes that strangers cannot use up', async () => {
      const { visitor, code } = await asking();
      await signIn(visitor, code);
      await visitor.post('/api/sign-out');
      await app.db.query('delete from rate_limit');
      await hits(`code-first:${email}`, 12, 60);
      const ask = async (as: Visitor, to = email) =>
        (await as.post('/api/sign-in/code', { email: to })).status;
      expect(await ask(app.visitor())).toBe(429);
      expect(await ask(visitor)).toBe(204);
      await hits('code-first:nobody@ks.example', 12, 60);
      expect(await ask(visitor, 'nobody@ks.example')).toBe(429);
      for (let asked = 1; asked < 5; asked++) expect(await ask(visitor)).toBe(204);
      expect(await ask(visitor)).toBe(429);
    });

    it('one network uses up its own share of an address, and all strangers together theirs', async () => {
      await app.db.query('delete from rate_limit');
      const ask = async () => (await app.visitor().post('/api/sign-in/code', { email })).status;
      for (let asked = 0; asked < 5; asked++) expect(await ask()).toBe(204);
      expect(await ask()).toBe(429);
      const counted = await app.db.query(
        `select key, hits from rate_limit where key = any($1) order by key`,
        [[`code-again:${email}`, `code-first:${email}`]],
      );
      expect(counted).toEqual([
        { key: `code-again:${email}`, hits: 4 },
        { key: `code-first:${email}`, hits: 1 },
      ]);
    });

    it('what strangers ask again leaves the first code to whoever asks from elsewhere', async () => {
      await app.db.query('delete from rate_limit');
      await hits(`code-again:${email}`, 8, 60);
      const ask = async () => (await app.visitor().post('/api/sign-in/code', { email })).status;
      expect([await ask(), await ask()]).toEqual([204, 429]);
    });

    it('and the share is of the address alone: one mark with the seal of another is a stranger', async () => {
      const cookies = app.get(BrowserCookies);
      const given: string[] = [];
      const keeping = {
        cookie: (_: string, value: string) => given.push(value),
        clearCookie: () => undefined,
      };
      const nobody = { headers: {} };
      cookies.remember(nobody, keeping as unknown as Response, email);
      const [mark = '', seal = ''] = given[0]?.split('.') ?? [];
      const held = (value: string) => ({ headers: { cookie: `x=1; browser=${value}` } });
      expect(cookies.known(held(`${mark}.${seal}`), ` ${email.toUpperCase()}`)).toBe(mark);
      expect(cookies.known(held(`${mark}.${seal}`), 'ola@ks.example')).toBeNull();
      expect(cookies.known(held(`${mark.split('').reverse().join('')}.${seal}`), email)).toBeNull();
      expect(cookies.known(held(''), email)).toBeNull();
      expect(cookies.known(nobody, email)).toBeNull();
    });
  });

  it('refuses a write from another site', async () => {
    const answer = await app
      .visitor()
      .post('/api/sign-in/code', { email: 'kari@ks.example' }, { origin: 'https://evil.example' });
    expect([answer.status, answer.body]).toEqual([403, { refusal: 'origin-refused' }]);
  });
});
