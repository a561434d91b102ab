import { randomUUID } from 'node:crypto';
import { People } from '@award/access/api';
import { RATED_QUESTIONS } from '@award/award';
import type { Visitor } from './demo/visitor';
import { routesOf } from './routes';
import { completeContent, story } from './testing/story';
import { type TestApp, testApp } from './testing/test-app';

/** What has been done to other systems of this kind, tried here. The list with its sources is in docs/security.md. */
describe('somebody who means harm', () => {
  let app: TestApp;
  let secretary: Visitor;
  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('solveig', 'secretary');
    await story(app).edition();
    secretary = await app.visitor().signInAs('solveig');
  });
  afterAll(() => app.close());

  const raw = (path: string, init: RequestInit = {}) =>
    fetch(app.url + path, { redirect: 'manual', ...init });
  const cookieOf = (answer: Response | { headers: Headers }) =>
    answer.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('gets no new tries by saying to come from elsewhere', async () => {
    const ask = (from: string) =>
      raw('/api/sign-in/code', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ email: `${randomUUID()}@ks.example` }),
      });
    for (let at = 0; at < 3; at++) expect((await ask(`203.0.113.${at}`)).status).toBe(204);
    const keys = await app.db.query(
      `select key, hits from rate_limit where key like 'code-from:%'`,
    );
    expect(keys).toEqual([{ key: 'code-from:127.0.0.1', hits: 3 }]);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['a wrong one', 'x'.repeat(32)],
    ['null in words', 'null'],
    ['a list in words', '[]'],
    ['true in words', 'true'],
  ])('writes nothing with a stolen session and %s for a token', async (_case, token) => {
    const signedIn = await raw('/api/sign-in/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'solveig' }),
    });
    const answer = await raw('/api/me/language', {
      method: 'POST',
      headers: {
        cookie: cookieOf(signedIn),
        'content-type': 'application/json',
        ...(token === undefined ? {} : { 'x-csrf-token': token }),
      },
      body: JSON.stringify({ language: 'nn' }),
    });
    expect([answer.status, await answer.json()]).toEqual([403, { refusal: 'origin-refused' }]);
  });

  it('gains nothing by fixing a session beforehand: signing in makes a new one', async () => {
    const fixed = 'sid=s%3Achosen-by-somebody-else.signature';
    const signedIn = await raw('/api/sign-in/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: fixed },
      body: JSON.stringify({ key: 'solveig' }),
    });
    const given = cookieOf(signedIn);
    expect(given).toMatch(/^sid=/);
    expect(given).not.toBe(fixed);
    const me = await raw('/api/me', { headers: { cookie: fixed } });
    expect(await me.json()).toMatchObject({ person: null });
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/);
  });

  it('finds nothing of a signed-in answer in a shared cache', async () => {
    for (const path of ['/api/me', '/api/people', '/api/eligibility/counts', '/api/nowhere']) {
      const { headers } = await secretary.get(path);
      expect([path, headers.get('cache-control'), headers.get('etag')]).toEqual([
        path,
        'no-store',
        null,
      ]);
    }
  });

  it.each([
    ['a number', '0'],
    ['a number that is too large', '9223372036854776000'],
    ['a path', '..%2F..%2Fme'],
    ['SQL', `' or true --`],
    ['a UUID with more behind', `${randomUUID()}x`],
  ])(
    'reaches nothing with %s for an id: it is answered like one that does not exist',
    async (_case, id) => {
      for (const path of ['eligibility/entries/', 'editions/', 'releases/']) {
        const odd = await secretary.get(`/api/${path}${id}`);
        const absent = await secretary.get(`/api/${path}${randomUUID()}`);
        expect([path, odd.status, odd.body]).toEqual([path, absent.status, absent.body]);
      }
    },
  );

  it.each([
    ['a sort key that nobody offers', 'sort=overall'],
    ['SQL in a sort key', 'sort=name;drop table person'],
    ['a filter on a column that is not theirs', 'content.contactEmail=a'],
    ['a list for a text', 'search[]=a&search[]=b'],
  ])('cannot ask by %s', async (_case, query) => {
    const answer = await secretary.get<{ refusal: string }>(
      `/api/eligibility/entries?classCode=small&${query}`,
    );
    expect([answer.status, answer.body.refusal]).toEqual([400, 'bad-input']);
  });

  it('finds no directory of people: only a secretary lists anybody, and only the secretariat', async () => {
    const edition = await story(app).edition({ year: 2040 });
    await story(app).holder('mari', 'municipality-editor', {
      editionId: edition.id,
      municipalityId: await story(app).municipality('Vik', 900),
    });
    await story(app).holder('jo', 'juror', { editionId: edition.id, classCode: 'small' });
    for (const key of ['mari', 'jo']) {
      const visitor = await app.visitor().signInAs(key);
      expect((await visitor.get('/api/people')).status).toBe(403);
    }
    const listed = JSON.stringify((await secretary.get('/api/people')).body);
    expect(listed).toContain('solveig');
    expect(listed).not.toContain('mari');
  });

  it('does nothing and reads nothing of another municipality’s entry, whichever of its ids they have got hold of', async () => {
    const edition = await story(app).edition({ year: 2041 });
    const submitter = async (key: string) => {
      const municipalityId = await story(app).municipality(key, 9000);
      const scope = { editionId: edition.id, municipalityId };
      const personId = await story(app).holder(key, 'municipality-submitter', scope);
      return { municipalityId, personId, visitor: await app.visitor().signInAs(key) };
    };
    const owner = await submitter('Eierdal');
    const stranger = await submitter('Fremdal');
    const { id } = await story(app).nomination(edition, owner.municipalityId, { state: 'draft' });
    const begun = { bytes: 100, sha256: 'a'.repeat(64) };
    const partner = {
      name: 'Nordvik Bygg',
      email: 'post@nordvik.example',
      organisationNumber: null,
      language: 'nb',
    };
    const approver = { approver: 'mayor', name: 'Berg', email: 'berg@kommune.example' };
    const made = async (path: string, body: object) =>
      (await owner.visitor.post<object>(`/api/nominations/${id}/${path}`, body)).body;
    const file = (await made('files', begun)) as { id: string };
    const { partners } = (await made('partners', partner)) as { partners: { id: string }[] };
    const { approvals } = (await made('approvals', approver)) as { approvals: { id: string }[] };
    const ids: Record<string, string | undefined> = {
      id,
      fileId: file.id,
      partnerId: partners[0]?.id,
      approvalId: approvals[0]?.id,
      personId: owner.personId,
      number: '1',
    };
    expect(Object.values(ids)).not.toContain(undefined);
    const lockVersion = 1;
    const ratings = Object.fromEntries(RATED_QUESTIONS.map((one) => [one, null]));
    const text = { content: completeContent('Et annet tiltak'), writtenForm: 'nb', lockVersion };
    const body: Record<string, object> = {
      'POST /api/approvals/:approvalId/change': { sha256: 'a'.repeat(64), ofSubstance: true },
      'POST /api/colleagues/:personId/role': { role: 'municipality-viewer' },
      'POST /api/fact-checks/:id/answer': { answer: 'fine', remarks: '' },
      'PUT /api/nominations/:id': text,
      'POST /api/nominations/:id/answer-tip': { answer: 'decline' },
      'POST /api/nominations/:id/approvals': approver,
      'POST /api/nominations/:id/files': { ...begun, sha256: 'b'.repeat(64) },
      'PUT /api/nominations/:id/own-survey': { ratings, services: [], lockVersion: 0 },
      'POST /api/nominations/:id/partners': { ...partner, email: 'post@sorvik.example' },
      'POST /api/partners/:partnerId/mend-address': { email: 'post@ny.example' },
      'POST /api/nominations/:id/presence': { lockVersion },
      'PUT /api/nominations/:id/sharing': { given: true, withContact: true },
      'POST /api/nominations/:id/submit': { lockVersion },
      'POST /api/nominations/:id/withdraw': { reason: '' },
    };
    const standing = () =>
      app.db.query(
        `select (select to_jsonb(n) from nomination n where n.id = $1) as entry,
           (select jsonb_agg(f order by f.id) from file f join nomination_file l on l.file_id = f.id where l.nomination_id = $1) as files,
           (select jsonb_agg(p order by p.id) from partner p where p.nomination_id = $1) as partners,
           (select jsonb_agg(a order by a.id) from approval a where a.nomination_id = $1) as approvals,
           (select jsonb_agg(g order by g.id) from role_grant g where g.edition_id = $2) as grants,
           (select count(*) from presence) as presence, (select count(*) from learning_consent) as consents`,
        [id, edition.id],
      );
    const before = await standing();
    const theirs = routesOf(app).filter(({ path }) =>
      /(?:nominations|approvals|partners|colleagues|fact-checks)\/:/.test(path),
    );
    let asked = 0;
    for (const { method, path } of theirs) {
      const address = path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? randomUUID());
      const more = path.endsWith('files/:fileId/content') && method === 'PUT' ? '?offset=0' : '';
      const order = method === 'GET' ? undefined : (body[`${method} ${path}`] ?? {});
      const answer = await stranger.visitor.send<{ refusal?: string }>(
        method,
        address + more,
        order,
      );
      if (answer.body.refusal === 'not-permitted') continue;
      asked += 1;
      expect([method, path, answer.status, answer.body]).toEqual([
        method,
        path,
        404,
        { refusal: 'not-found' },
      ]);
    }
    expect(asked).toBeGreaterThan(25);
    expect(await standing()).toEqual(before);
  });

  it('gets ids that tell nothing: no number in a row, nothing made from an address', async () => {
    const made = await app.db.transaction((tx) =>
      Promise.all(
        ['a@ks.example', 'b@ks.example'].map((email) => app.get(People).byEmail(tx, email, 'X')),
      ),
    );
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  });

  it('puts no line into a mail’s head, and no link of their own into its links', async () => {
    const name = 'Kari\r\nBcc: all@ks.example';
    const answer = await secretary.post('/api/people', {
      name,
      email: 'kari@ks.example',
      language: 'nb',
      role: 'case-officer',
      editionId: null,
    });
    expect(answer.status).toBe(200);
    for (let waited = 0; waited < 50; waited++) {
      const mails = await app.db.query(
        `select recipient, subject, body from caught_mail where recipient like '%ks.example' and subject like '%rolle%'`,
      );
      if (mails.length > 0) {
        expect(mails.map((mail: { recipient: string }) => mail.recipient)).toEqual([
          'kari@ks.example',
        ]);
        expect(mails[0].body).toContain('http://localhost/logg-inn');
        return;
      }
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error('The mail did not come.');
  });
});
