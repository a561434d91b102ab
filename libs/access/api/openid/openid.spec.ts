import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { story } from '../../../../apps/api/testing/story';
import type { OpenIdProvider } from '@award/settings/api';
import type { IdentitiesView, LinkBegunView, MeView } from '@award/access/contract';
import {
  delegatedBy,
  type LocalOpenId,
  startLocalOpenId,
} from '../../../../tools/local-openid.mjs';

type Visitor = ReturnType<TestApp['visitor']>;

const BATSFJORD = '938795592';
const TENANT = 'aaaaaaaa-1111-2222-3333-444444444444';
const employed = [{ type: 'ansattporten:orgno', authorized_parties: [{ orgno: BATSFJORD }] }];

describe('signing in elsewhere', () => {
  let local: LocalOpenId;
  let app: TestApp;
  let editionId: string;
  let municipalityId: string;
  beforeAll(async () => {
    const pid = '09857497223';
    const delegated = { pid, authorization_details: delegatedBy(BATSFJORD, 'BÅTSFJORD KOMMUNE') };
    local = await startLocalOpenId({
      callbacks: ['ansattporten', 'entra'].map(
        (key) => `http://localhost/api/sign-in/openid/${key}/callback`,
      ),
      home: 'http://localhost/',
      people: {
        kari: { name: 'Kari Eksempel', claims: delegated },
        ole: { name: 'Ole Eksempel', claims: { pid, authorization_details: employed } },
        firma: {
          name: 'Per Firma',
          claims: { authorization_details: delegatedBy('974760673', 'ET FIRMA AS') },
        },
        jurist: { name: 'Siv Jury', claims: { tid: TENANT, email: 'siv@ks.example' } },
        fremmed: { name: 'En Fremmed', claims: { tid: 'bbbbbbbb-1111-2222-3333-444444444444' } },
        alene: { name: '', claims: { authorization_details: delegated.authorization_details } },
      },
    });
    const common = {
      issuer: local.issuer,
      clientId: local.clientId,
      clientSecret: local.clientSecret,
      authorizationDetails: [],
      acr: 'substantial',
    };
    const providers: OpenIdProvider[] = [
      { ...common, key: 'ansattporten', kind: 'ansattporten', name: 'Ansattporten', tenants: [] },
      { ...common, key: 'entra', kind: 'entra', name: 'KS', acr: null, tenants: [TENANT] },
      {
        ...common,
        key: 'borte',
        kind: 'ansattporten',
        name: 'Borte',
        issuer: 'http://127.0.0.1:9',
        tenants: [],
      },
    ];
    app = await testApp(undefined, [], providers);
    const scene = story(app);
    editionId = (await scene.edition({ phase: 'open' })).id;
    municipalityId = await scene.municipality('Båtsfjord', 2100);
    await app.db.query(
      'update municipality set organisation_number = $2, invented = false where id = $1',
      [municipalityId, BATSFJORD],
    );
    await scene.holder('siv', 'secretary');
  });
  afterAll(async () => {
    await app.close();
    await local.close();
  });

  /** Walks out to the provider, chooses a person there, and answers with the address that leads back. */
  const awayAs = async (visitor: Visitor, start: string, person: string): Promise<URL> => {
    const left = await visitor.get(start);
    expect(left.status).toBe(302);
    const cookies = new Map<string, string>();
    let next = left.headers.get('location') ?? '';
    for (let turn = 0; turn < 8; turn++) {
      const answer = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      next = to ? new URL(to, next).href : `${next}?person=${person}`;
      if (next.startsWith('http://localhost/')) return new URL(next);
    }
    throw new Error(`never came back: ${next}`);
  };
  const comeBack = (visitor: Visitor, back: URL) => visitor.get(back.pathname + back.search);
  const through = async (visitor: Visitor, key: string, person: string, query = '') => {
    const back = await awayAs(visitor, `/api/sign-in/openid/${key}?language=nb${query}`, person);
    return (await comeBack(visitor, back)).headers.get('location');
  };
  const me = async (visitor: Visitor) => (await visitor.get<MeView>('/api/me')).body;

  it('lists the providers without their secrets', async () => {
    expect((await app.visitor().get('/api/sign-in/providers')).body).toEqual([
      { key: 'ansattporten', name: 'Ansattporten' },
      { key: 'entra', name: 'KS' },
      { key: 'borte', name: 'Borte' },
    ]);
  });

  it('asks with PKCE, state and nonce', async () => {
    const left = await app.visitor().get('/api/sign-in/openid/ansattporten?language=nn');
    const asked = new URL(left.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('code_challenge'), asked.get('state'), asked.get('nonce')]).toEqual([
      expect.stringMatching(/^.{43}$/),
      expect.stringMatching(/^.{43}$/),
      expect.stringMatching(/^.{43}$/),
    ]);
    expect([asked.get('ui_locales'), asked.get('acr_values'), asked.get('redirect_uri')]).toEqual([
      'nn',
      'substantial',
      'http://localhost/api/sign-in/openid/ansattporten/callback',
    ]);
  });

  it('lets whoever the municipality delegated to send in for it, and goes on where they were going', async () => {
    const kari = app.visitor();
    expect(await through(kari, 'ansattporten', 'kari', '&til=/kommune/forslag')).toBe(
      '/logg-inn?inne=1&til=%2Fkommune%2Fforslag',
    );
    const { person, acting } = await me(kari);
    expect([person?.name, acting?.role, acting?.municipalityName, acting?.editionId]).toEqual([
      'Kari Eksempel',
      'municipality-submitter',
      'Båtsfjord',
      editionId,
    ]);
  });

  it('lets whoever only works there write', async () => {
    const ole = app.visitor();
    await through(ole, 'ansattporten', 'ole');
    expect((await me(ole)).acting?.role).toBe('municipality-editor');
  });

  it('knows the same person again, and gives nothing twice', async () => {
    const kari = app.visitor();
    await through(kari, 'ansattporten', 'kari');
    const [counted] = await app.db.query(
      `select count(distinct p.id)::int as people, count(g.id)::int as grants
       from person p join role_grant g on g.person_id = p.id where p.name = 'Kari Eksempel'`,
    );
    expect(counted).toEqual({ people: 1, grants: 1 });
  });

  it('keeps no national identity number and no token anywhere', async () => {
    const tables: { name: string }[] = await app.db.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const [found] = await app.db.query(
        `select count(*)::int as count from "${name}" t where t::text ~ '09857497223|eyJhbGci'`,
      );
      expect([name, found.count]).toEqual([name, 0]);
    }
  });

  it.each([
    ['an organisation that is no municipality', 'ansattporten', 'firma', 'unknown-organisation'],
    ['a tenant that is not let in', 'entra', 'fremmed', 'unknown-tenant'],
    ['somebody nobody has invited', 'entra', 'jurist', 'identity-unknown'],
    ['whoever changed their mind', 'ansattporten', 'nobody', 'sign-in-cancelled'],
  ])('turns away %s, in words, and makes nobody of them', async (_case, key, person, refusal) => {
    const before = await app.db.query('select count(*) from person');
    const visitor = app.visitor();
    expect(await through(visitor, key, person)).toBe(`/logg-inn?avvist=${refusal}`);
    expect((await me(visitor)).person).toBeNull();
    expect(await app.db.query('select count(*) from person')).toEqual(before);
  });

  it('says so when the provider does not answer, in the language of the page', async () => {
    const away = await app.visitor().get('/api/sign-in/openid/borte?language=en&til=/en/jury');
    expect(away.headers.get('location')).toBe(
      '/en/logg-inn?avvist=provider-unavailable&til=%2Fen%2Fjury',
    );
  });

  it('keeps no session for a provider that nobody has set up', async () => {
    const sessions = () => app.db.query('select count(*)::int as kept from session');
    const before = await sessions();
    const away = await app.visitor().get('/api/sign-in/openid/ukjent?language=nb');
    expect(away.headers.get('location')).toBe('/logg-inn?avvist=not-found');
    expect(await sessions()).toEqual(before);
  });

  it('refuses an answer that another browser asked for, a forged state, and an answer used twice', async () => {
    const kari = app.visitor();
    const start = '/api/sign-in/openid/ansattporten?language=nb';
    const back = await awayAs(kari, start, 'kari');
    const thief = await comeBack(app.visitor(), back);
    expect(thief.headers.get('location')).toBe('/logg-inn?avvist=sign-in-failed');

    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await comeBack(kari, forged)).headers.get('location')).toBe(
      '/logg-inn?avvist=sign-in-failed',
    );
    const again = await awayAs(kari, start, 'kari');
    expect((await comeBack(kari, again)).headers.get('location')).toBe('/logg-inn?inne=1');
    expect((await comeBack(kari, again)).headers.get('location')).toBe(
      '/logg-inn?avvist=sign-in-failed',
    );
  });

  it('gives the session a new id', async () => {
    const visitor = app.visitor();
    const back = await awayAs(visitor, '/api/sign-in/openid/ansattporten?language=nb', 'kari');
    const before = await app.db.query('select id_hash from session where person_id is null');
    await comeBack(visitor, back);
    const after = await app.db.query('select id_hash from session where person_id is not null');
    const ids = after.map(({ id_hash }: { id_hash: string }) => id_hash);
    expect(before.filter(({ id_hash }: { id_hash: string }) => ids.includes(id_hash))).toEqual([]);
  });

  it('lets nobody act for an organisation that this sign-in did not show', async () => {
    const [kari] = await app.db.query(
      `select g.id, g.person_id from role_grant g join person p on p.id = g.person_id where p.name = 'Kari Eksempel'`,
    );
    await app.db.query(
      `insert into identity (issuer, subject, person_id) values ('demo', 'kari-uten', $1)`,
      [kari.person_id],
    );
    const visitor = await app.visitor().signInAs('kari-uten');
    const view = await me(visitor);
    expect([view.person?.name, view.grants, view.acting]).toEqual(['Kari Eksempel', [], null]);
    expect((await visitor.post('/api/act-as', { grantId: kari.id })).status).toBe(404);
    await app.db.query(`delete from identity where subject = 'kari-uten'`);
  });

  it('does not give back what colleagues have ended', async () => {
    await app.db.query(
      `update role_grant set revoked_at = clock_timestamp() where role = 'municipality-editor'`,
    );
    expect(await through(app.visitor(), 'ansattporten', 'ole')).toBe(
      '/logg-inn?avvist=access-ended',
    );
  });

  it('links another way to sign in only to whoever has proved both', async () => {
    const siv = await app.visitor().signInAs('siv');
    const begun = await siv.post<LinkBegunView>('/api/me/identities/link/entra', {
      language: 'nb',
    });
    expect(begun.body).toEqual({ goOnTo: '/api/sign-in/openid/entra?language=nb' });
    const back = await awayAs(siv, begun.body.goOnTo, 'jurist');
    expect((await comeBack(app.visitor(), back)).headers.get('location')).toBe(
      '/logg-inn?avvist=sign-in-failed',
    );
    expect((await comeBack(siv, back)).headers.get('location')).toBe('/innlogging?knyttet=1');

    const elsewhere = app.visitor();
    expect(await through(elsewhere, 'entra', 'jurist')).toBe('/logg-inn?inne=1');
    expect((await me(elsewhere)).acting?.role).toBe('secretary');
  });

  it('links nothing on a GET that another page made', async () => {
    const siv = await app.visitor().signInAs('siv');
    expect(await through(siv, 'ansattporten', 'firma')).toBe(
      '/logg-inn?avvist=unknown-organisation',
    );
    const { body } = await siv.get<IdentitiesView>('/api/me/identities');
    expect(body.identities.map(({ kind, mayEnd }) => [kind, mayEnd])).toEqual([
      ['email', false],
      ['openid', true],
    ]);
  });

  it('moves a lone identity with its roles, and refuses one that is more than itself', async () => {
    const scene = story(app);
    await through(app.visitor(), 'ansattporten', 'alene');
    await scene.holder('alene-epost', 'municipality-viewer', { editionId, municipalityId });
    const person = await app.visitor().signInAs('alene-epost');
    const link = '/api/me/identities/link/ansattporten';
    const begun = await person.post<LinkBegunView>(link, { language: 'nb' });
    const back = await awayAs(person, begun.body.goOnTo, 'alene');
    expect((await comeBack(person, back)).headers.get('location')).toBe('/innlogging?knyttet=1');
    expect((await me(person)).grants.map(({ role }) => role)).toEqual(['municipality-viewer']);

    await scene.holder('en-annen', 'municipality-viewer', { editionId, municipalityId });
    const other = await app.visitor().signInAs('en-annen');
    const again = await other.post<LinkBegunView>(link, { language: 'nb' });
    const taken = await comeBack(other, await awayAs(other, again.body.goOnTo, 'alene'));
    expect(taken.headers.get('location')).toBe('/innlogging?avvist=identity-taken');
  });

  it('ends every session at once, and a link to a provider', async () => {
    const [one, two] = [app.visitor(), app.visitor()];
    await through(one, 'entra', 'jurist');
    await through(two, 'entra', 'jurist');
    const { body } = await one.get<IdentitiesView>('/api/me/identities');
    expect(body.sessions).toBeGreaterThan(1);
    expect((await one.post('/api/sign-out/everywhere')).status).toBe(403);
    await me(one);
    const linked = body.identities.find(({ kind }) => kind === 'openid');
    expect((await one.post('/api/me/identities/end', { id: linked?.id })).status).toBe(204);
    expect((await one.post('/api/sign-out/everywhere')).status).toBe(204);
    expect([(await me(one)).person, (await me(two)).person]).toEqual([null, null]);
    expect(await through(two, 'entra', 'jurist')).toBe('/logg-inn?avvist=identity-unknown');
  });

  it("goes on to the provider's own page when signing out", async () => {
    const kari = app.visitor();
    await through(kari, 'ansattporten', 'kari');
    await me(kari);
    const { body } = await kari.post<{ goOnTo: string }>('/api/sign-out');
    const page = new URL(body.goOnTo);
    expect([page.origin, page.searchParams.get('id_token_hint')]).toEqual([local.issuer, null]);
    expect(page.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/');
  });

  it.each([
    ['an unknown provider', '/api/sign-in/openid/ukjent?language=nb', 303],
    ['no language', '/api/sign-in/openid/ansattporten', 400],
    ['an unknown provider on the way back', '/api/sign-in/openid/ukjent/callback', 303],
  ])('answers %s', async (_case, path, status) => {
    expect((await app.visitor().get(path)).status).toBe(status);
  });
});
