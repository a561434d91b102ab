import { type TestApp, testApp } from './testing/test-app';
import { story } from './testing/story';

describe('bad input', () => {
  let app: TestApp;
  let path: string;
  let cookieAndToken: Record<string, string>;
  const content = { basis: null, mainField: null, fields: [], title: '', text: '' };

  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    const edition = await scene.edition();
    const municipalityId = await scene.municipality('Bygda', 9000);
    const entry = await scene.nomination(edition, municipalityId, { state: 'draft' });
    await scene.holder('skriver', 'municipality-submitter', {
      editionId: edition.id,
      municipalityId,
    });
    path = `/api/nominations/${entry.id}`;
    const signedIn = await fetch(`${app.url}/api/sign-in/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'skriver' }),
    });
    const { csrf } = (await signedIn.json()) as { csrf: string };
    cookieAndToken = {
      cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '',
      'x-csrf-token': csrf,
    };
  });
  afterAll(() => app.close());

  const put = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(app.url + path, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...cookieAndToken,
        ...headers,
      },
      body,
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { refusal: string; fields?: { path: string }[] },
    };
  };
  const draft = (change: object) =>
    JSON.stringify({ content, writtenForm: 'nb', lockVersion: 1, ...change });

  it.each([
    ['half of a JSON text', '{"content":', 400, 'bad-input'],
    ['a list instead of an object', '[]', 400, 'bad-input'],
    ['a number instead of an object', '7', 400, 'bad-input'],
    ['a text of a megabyte', JSON.stringify({ text: 'x'.repeat(1_000_000) }), 413, 'too-large'],
    ['a prototype in disguise', '{"__proto__":{"role":"secretary"}}', 400, 'bad-input'],
    ['twenty levels of nesting', `${'{"a":'.repeat(20)}1${'}'.repeat(20)}`, 400, 'bad-input'],
    ['an unknown field', draft({ state: 'eligible' }), 400, 'bad-input'],
    ['a lone surrogate', draft({ content: { ...content, title: '\ud800' } }), 400, 'bad-input'],
  ])('refuses %s', async (_what, body, status, refusal) => {
    const answer = await put(body);
    expect([answer.status, answer.body.refusal]).toEqual([status, refusal]);
  });

  it.each([
    ['a number for a text', { content: { ...content, title: 7 } }, 'content.title'],
    ['an unknown basis', { content: { ...content, basis: 'luck' } }, 'content.basis'],
    ['an unknown field inside', { content: { ...content, score: 6 } }, 'content.score'],
    ['a text for a version', { lockVersion: '1' }, 'lockVersion'],
    ['a language nobody writes', { writtenForm: 'xx' }, 'writtenForm'],
  ])('names the field of %s', async (_what, change, field) => {
    const { status, body } = await put(draft(change));
    expect(status).toBe(400);
    expect(body.fields?.map((one) => one.path)).toContain(field);
  });

  it.each([
    ['an encoding that nobody packs with', { 'content-encoding': 'rot13' }, 400],
    ['an alphabet that nobody writes', { 'content-type': 'application/json; charset=x' }, 400],
    ['something that is no JSON', { 'content-type': 'text/plain' }, 400],
  ])('refuses a body in %s', async (_what, headers, status) => {
    const answer = await put(draft({}), headers);
    expect([answer.status, answer.body.refusal]).toEqual([status, 'bad-input']);
  });

  it.each([
    '/api/demo/mail?recipient=%00',
    '/api/municipalities?search=%00',
    `/api/demo/mail/${crypto.randomUUID()}/attachments/99999999999`,
    '/api/public/examples?fylke=%00',
    '/api/public/view?path=%2Feksempler%3Ffylke%3D%2500',
    '/api/municipalities/%00',
    '/api/editions/%ff',
  ])('is no failure of ours in an address: %s', async (address) => {
    const { status } = await fetch(app.url + address);
    expect({ address, ours: status >= 500 }).toEqual({ address, ours: false });
  });

  it('refuses a save without its key, without the token, and from another site', async () => {
    expect((await put(draft({}), { 'idempotency-key': 'again' })).status).toBe(400);
    expect((await put(draft({}), { 'x-csrf-token': 'guess' })).body.refusal).toBe('origin-refused');
    expect((await put(draft({}), { 'sec-fetch-site': 'cross-site' })).body.refusal).toBe(
      'origin-refused',
    );
  });

  it.each([
    ['an unknown host, whatever it asks for', { headers: { host: 'evil.example' } }],
    ['who asks of nothing in particular', { method: 'OPTIONS', path: '*' }],
  ])('answers %s with 400', async (_who, options) => {
    const { request } = await import('node:http');
    const status = await new Promise((done, fail) => {
      request(`${app.url}/api/me`, options, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });
    expect(status).toBe(400);
  });

  it('has lost nothing: the entry stands as it was', async () => {
    const rows = await app.db.query(
      'select lock_version, title from (select lock_version, content->>$1 as title from nomination) n',
      ['title'],
    );
    expect(rows).toEqual([{ lock_version: 1, title: 'Et godt tiltak' }]);
  });
});
