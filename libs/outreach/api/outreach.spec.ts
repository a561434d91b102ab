import { randomUUID } from 'node:crypto';
import type {
  InvitationPreview,
  InvitedView,
  OutreachCount,
  OutreachDetail,
  OutreachPage,
} from '@award/outreach/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { fewestStatements } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Reminders } from './reminders.service';

type Refusing = { refusal: string; fields: { path: string; reason: string }[] };

describe('outreach', () => {
  let app: TestApp;
  let secretary: Visitor;
  let edition: SceneEdition;
  let askedalen: string;
  let bjorkheim: string;
  let year = 2030;
  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    await scene.holder('solveig', 'secretary');
    secretary = await app.visitor().signInAs('solveig');
    askedalen = await scene.municipality('Askedalen', 14783);
    bjorkheim = await scene.municipality('Bjørkheim', 15000);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    edition = await sampleEdition('open');
  });

  async function sampleEdition(phase: string): Promise<SceneEdition> {
    const made = await story(app).edition({ phase, year: (year += 1) });
    await app.db.query(
      `update edition set sample = true, reference_date = '2026-01-01' where id = $1`,
      [made.id],
    );
    return made;
  }
  const invite = (municipalityId: string, email: string, key = randomUUID()) =>
    secretary.post<InvitedView & Refusing>(
      '/api/outreach/invitations',
      { editionId: edition.id, invitations: [{ municipalityId, email }] },
      { 'idempotency-key': key },
    );
  const page = async (query = '') =>
    (
      await secretary.get<OutreachPage>(
        `/api/outreach/municipalities?editionId=${edition.id}${query}`,
      )
    ).body;
  const progress = async () =>
    (await page()).municipalities.map(
      ({ name, classCode, progress: far }) => `${name} ${classCode} ${far}`,
    );
  const mails = (template: string) =>
    app.db.query(
      'select recipient, language, words from mail_outbox where edition_id = $1 and template = $2 order by 1',
      [edition.id, template],
    );
  const actsOn = async (): Promise<string[]> =>
    (
      await app.db.query('select act from audit where edition_id = $1 order by seq', [edition.id])
    ).map((row: { act: string }) => row.act);

  it('gives the invited address a role and a mail that carries nothing secret', async () => {
    const answer = await invite(askedalen, 'Rad@Askedalen.example');
    expect([answer.status, answer.body]).toEqual([200, { invited: 1, already: 0, refused: [] }]);
    expect(await mails('invited-to-open-call')).toMatchObject([
      { recipient: 'rad@askedalen.example', language: 'nb', words: { municipality: 'Askedalen' } },
    ]);
    expect(
      await app.db.query(
        `select g.role, g.municipality_id from role_grant g join identity i on i.person_id = g.person_id
         where i.subject = 'rad@askedalen.example' and g.edition_id = $1 and g.revoked_at is null`,
        [edition.id],
      ),
    ).toEqual([{ role: 'municipality-submitter', municipality_id: askedalen }]);
    expect(await progress()).toEqual(['Askedalen small invited', 'Bjørkheim large not-invited']);
  });

  it('invites once among twenty clicks and five repeats: one role, one mail, one row on the log', async () => {
    const key = randomUUID();
    const clicks = await Promise.all([
      ...Array.from({ length: 20 }, () => invite(askedalen, 'rad@askedalen.example')),
      ...Array.from({ length: 5 }, () => invite(askedalen, 'rad@askedalen.example', key)),
    ]);
    expect(clicks.map(({ status }) => status)).toEqual(Array(25).fill(200));
    expect(clicks.filter(({ body }) => body.invited === 1).length).toBeLessThanOrEqual(5);
    expect(await mails('invited-to-open-call')).toHaveLength(1);
    expect(await actsOn()).toEqual(['outreach:invite']);
  });

  it('tells who has come how far, each municipality once', async () => {
    await invite(askedalen, 'rad@askedalen.example');
    await invite(askedalen, 'ordforer@askedalen.example');
    await invite(bjorkheim, 'rad@bjorkheim.example');
    await app.db.query(
      `insert into sign_in_code (email, code_hash, expires_at, used_at) values ('ordforer@askedalen.example', 'x', clock_timestamp(), clock_timestamp())`,
    );
    await story(app).nomination(edition, bjorkheim, { state: 'draft' });
    expect(await progress()).toEqual(['Askedalen small signed-in', 'Bjørkheim large complete']);
    const counts = await secretary.get<OutreachCount[]>(
      `/api/outreach/counts?editionId=${edition.id}`,
    );
    expect(counts.body).toEqual([
      {
        countyNumber: '90',
        countyName: 'Eksempelfylke',
        classCode: 'large',
        municipalities: 1,
        invited: 1,
        signedIn: 1,
        started: 1,
        complete: 1,
        submitted: 0,
      },
      {
        countyNumber: '90',
        countyName: 'Eksempelfylke',
        classCode: 'small',
        municipalities: 1,
        invited: 1,
        signedIn: 1,
        started: 0,
        complete: 0,
        submitted: 0,
      },
    ]);
    expect((await page('&progress=signed-in')).municipalities.map(({ name }) => name)).toEqual([
      'Askedalen',
    ]);
    expect((await page('&classCode=large')).total).toBe(1);
    expect((await page('&search=bjorkheim')).total).toBe(1);
    expect((await page('&county=31')).total).toBe(0);
  });

  it('counts an entry that is sent as submitted and nothing more, whatever became of it', async () => {
    await story(app).nomination(edition, askedalen, { state: 'ineligible' });
    await story(app).nomination(edition, bjorkheim, { state: 'in-review', population: 15000 });
    expect(await progress()).toEqual(['Askedalen small submitted', 'Bjørkheim large submitted']);
  });

  it('shows what inviting would do before it is done', async () => {
    const scene = story(app);
    await invite(askedalen, 'rad@askedalen.example');
    await scene.holder(`juror ${edition.year}`, 'juror', {
      editionId: edition.id,
      classCode: 'small',
    });
    const [{ number }] = await app.db.query(
      'select number from municipality_version where municipality_id = $1',
      [bjorkheim],
    );
    const rows = [
      { municipalityId: askedalen, email: 'rad@askedalen.example' },
      { number, email: ' Ny@Bjorkheim.example ', name: 'Siri Aas' },
      { number, email: 'ny@bjorkheim.example' },
      { number: '0301', email: 'rad@oslo.example' },
      { number, email: 'ikke en adresse' },
      { number, email: `juror.${edition.year}@people.example` },
    ];
    const { body } = await secretary.post<InvitationPreview[]>(
      '/api/outreach/invitations/preview',
      {
        editionId: edition.id,
        rows,
      },
    );
    expect(
      body.map(({ outcome, name, email, personName }) => [outcome, name, email, personName]),
    ).toEqual([
      ['already-invited', 'Askedalen (Eksempelfylke)', 'rad@askedalen.example', ''],
      ['new', 'Bjørkheim (Eksempelfylke)', 'ny@bjorkheim.example', 'Siri Aas'],
      ['repeated', 'Bjørkheim (Eksempelfylke)', 'ny@bjorkheim.example', ''],
      ['unknown-municipality', null, 'rad@oslo.example', ''],
      ['bad-address', 'Bjørkheim (Eksempelfylke)', 'ikke en adresse', ''],
      ['other-role-held', 'Bjørkheim (Eksempelfylke)', `juror.${edition.year}@people.example`, ''],
    ]);
    expect(await mails('invited-to-open-call')).toHaveLength(1);
  });

  it('passes each row by the same guard: the refused are named with why, and the others are invited', async () => {
    await story(app).holder(`leder ${edition.year}`, 'jury-leader', {
      editionId: edition.id,
      classCode: 'small',
    });
    const leader = `leder.${edition.year}@people.example`;
    const answer = await secretary.post('/api/outreach/invitations', {
      editionId: edition.id,
      invitations: [
        { municipalityId: bjorkheim, email: leader },
        { municipalityId: askedalen, email: 'rad@askedalen.example' },
        { municipalityId: randomUUID(), email: 'rad@nowhere.example' },
      ],
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        invited: 1,
        already: 0,
        refused: [
          { at: 0, email: leader, reason: 'other-role-held' },
          { at: 2, email: 'rad@nowhere.example', reason: 'unknown-municipality' },
        ],
      },
    ]);
    expect(await progress()).toEqual(['Askedalen small invited', 'Bjørkheim large not-invited']);
    expect(await mails('invited-to-open-call')).toHaveLength(1);
    const left = await app.db.query('select 1 from invitation where email = $1', [leader]);
    expect(left).toEqual([]);
  });

  it.each([
    ['an address that is none', { email: 'rad' }, 'invitations.0.email'],
    ['a field nobody asked for', { email: 'a@b.example', role: 'secretary' }, 'invitations.0.role'],
  ])('refuses %s', async (_case, row, path) => {
    const answer = await secretary.post<Refusing>('/api/outreach/invitations', {
      editionId: edition.id,
      invitations: [{ municipalityId: askedalen, ...row }],
    });
    expect([answer.status, answer.body.fields.map((field) => field.path)]).toEqual([400, [path]]);
  });

  it('keeps invented municipalities and real editions apart', async () => {
    await app.db.query('update edition set sample = false where id = $1', [edition.id]);
    expect((await page()).total).toBe(0);
    expect((await invite(askedalen, 'rad@askedalen.example')).body).toMatchObject({
      invited: 0,
      refused: [{ reason: 'unknown-municipality' }],
    });
  });

  it('invites before the call opens with other words, and not after it has closed', async () => {
    edition = await sampleEdition('planned');
    await invite(askedalen, 'rad@askedalen.example');
    expect(await mails('invited-before-opening')).toHaveLength(1);
    edition = await sampleEdition('closed');
    expect((await invite(askedalen, 'rad@askedalen.example')).body.refusal).toBe('wrong-phase');
  });

  it('takes an invitation back: the role ends with the next request, and a new one can be sent', async () => {
    await invite(askedalen, 'feil@askedalen.example');
    await app.db.query(
      `insert into identity (issuer, subject, person_id) select 'demo', $1, person_id from identity where subject = 'feil@askedalen.example' on conflict do nothing`,
      [`feil ${edition.year}`],
    );
    const stranger = await app.visitor().signInAs(`feil ${edition.year}`);
    expect((await stranger.get<{ acting: object | null }>('/api/me')).body.acting).not.toBeNull();
    const detail = async () =>
      (
        await secretary.get<OutreachDetail>(
          `/api/outreach/municipalities/${askedalen}?editionId=${edition.id}`,
        )
      ).body;
    const [contact] = (await detail()).contacts;
    expect(contact).toMatchObject({
      email: 'feil@askedalen.example',
      invitedBy: 'solveig',
      signedIn: true,
    });
    const path = `/api/outreach/invitations/${contact?.id}/withdraw`;
    expect((await secretary.post(path)).status).toBe(200);
    expect((await secretary.post(path)).status).toBe(404);
    expect((await stranger.get<{ acting: object | null }>('/api/me')).body.acting).toBeNull();
    expect((await detail()).contacts).toEqual([]);
    expect((await invite(askedalen, 'feil@askedalen.example')).body).toEqual({
      invited: 1,
      already: 0,
      refused: [],
    });
    expect(await mails('invited-to-open-call')).toHaveLength(2);
  });

  it('suggests the addresses of earlier years until they are invited', async () => {
    await invite(askedalen, 'rad@askedalen.example');
    const earlier = edition;
    edition = await sampleEdition('open');
    expect(edition.id).not.toBe(earlier.id);
    const suggested = async () =>
      (await page('&search=askedalen')).municipalities[0]?.suggestions ?? [];
    expect(await suggested()).toContain('rad@askedalen.example');
    await invite(askedalen, 'rad@askedalen.example');
    expect(await suggested()).not.toContain('rad@askedalen.example');
  });

  it('tells all who are invited of a moved deadline, once and with the reason', async () => {
    await invite(askedalen, 'rad@askedalen.example');
    await invite(bjorkheim, 'rad@bjorkheim.example');
    await app.db.query(
      `insert into timetable_change (edition_id, field, before, after, reason) values ($1, 'deadline', award_now(), award_now() + interval '3 days', 'Tjenesten var nede')`,
      [edition.id],
    );
    const reminders = app.get(Reminders);
    await Promise.all([reminders.tellOfMovedDeadlines(), reminders.tellOfMovedDeadlines()]);
    await reminders.tellOfMovedDeadlines();
    expect(await mails('deadline-moved')).toMatchObject([
      { recipient: 'rad@askedalen.example', words: { reason: 'Tjenesten var nede' } },
      { recipient: 'rad@bjorkheim.example' },
    ]);
  });

  it('reads the list in one statement, however many there are', async () => {
    const few = await fewestStatements(app, () => page('&limit=1'));
    const many = await fewestStatements(app, () => page('&limit=400'));
    // Whatever else the server does at the same time, it does not ask for municipalities.
    const asked = [few, many].map((sent) => sent.filter((sql) => /municipality_version/.test(sql)));
    expect(asked.map(({ length }) => length)).toEqual([1, 1]);
    expect(asked.flat().every((sql) => sql.includes('with everyone'))).toBe(true);
  });

  it('is closed to everyone else, and a secretary of one year reaches no other', async () => {
    const scene = story(app);
    await scene.holder(`kommune ${edition.year}`, 'municipality-submitter', {
      editionId: edition.id,
      municipalityId: askedalen,
    });
    const municipality = await app.visitor().signInAs(`kommune ${edition.year}`);
    expect((await municipality.get('/api/outreach/municipalities')).status).toBe(403);
    expect((await app.visitor().get('/api/outreach/counts')).status).toBe(401);
    const other = await sampleEdition('open');
    await scene.holder(`bundet ${edition.year}`, 'secretary', { editionId: edition.id });
    const bound = await app.visitor().signInAs(`bundet ${edition.year}`);
    expect((await bound.get<OutreachPage>('/api/outreach/municipalities')).body.editionId).toBe(
      edition.id,
    );
    const foreign = await bound.get(`/api/outreach/municipalities?editionId=${other.id}`);
    const unknown = await bound.get(`/api/outreach/municipalities?editionId=${randomUUID()}`);
    expect([foreign.status, foreign.body]).toEqual([unknown.status, unknown.body]);
    const [{ id }] = await app.db.query(
      `insert into invitation (edition_id, municipality_id, email) values ($1, $2, 'x@y.example') returning id`,
      [other.id, askedalen],
    );
    expect((await bound.post(`/api/outreach/invitations/${id}/withdraw`)).status).toBe(404);
  });
});
