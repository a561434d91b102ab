import { extractText } from 'unpdf';
import type { DataAboutView, ErasurePreview } from '@award/privacy/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { juryStory, type JuryScene } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Erasures } from './erasures.service';

const TIPPER = 'gunn@bedrift.example';

describe('what is held about a person', () => {
  let app: TestApp;
  let jury: JuryScene;
  let nils: Visitor;
  let secretary: Visitor;
  let nilsEmail: string;

  const query = (sql: string, values: unknown[] = []) => app.db.query(sql, values);
  const emailOf = async (personId: string): Promise<string> =>
    (
      await query(`select subject from identity where person_id = $1 and issuer = 'email'`, [
        personId,
      ])
    )[0].subject;
  /** Sweeps, and waits for the job that may have taken it up already. */
  const done = async () => {
    await app.get(Erasures).sweep();
    for (let turn = 0; turn < 100; turn++) {
      if ((await query('select from erasure where done_at is null')).length === 0) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error('an erasure still waits');
  };
  const keysOf = ({ sections }: DataAboutView) => sections.map(({ key }) => key);

  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    jury = await juryStory(app);
    const { edition, rauma, fyresdal } = jury;
    await scene.holder('Sekretær', 'secretary');
    for (const [seat, words] of [
      [jury.nils, 'Skrevet av Nils & <co>'],
      [jury.nora, 'Skrevet av Nora'],
    ] as const) {
      const sheet = await scene.sheet(seat, rauma, edition, 4);
      await query(`update score_sheet set assessment = $2 where id = $1`, [sheet, words]);
      await query(`insert into private_note (seat_id, nomination_id, text) values ($1, $2, $3)`, [
        seat.id,
        rauma.id,
        `Notat: ${words}`,
      ]);
    }
    await query(
      `insert into tip (edition_id, municipality_id, nomination_id, why, sender_name, sender_email, relation, language, expires_at, confirmed_at)
       values ($1, $2, $3, 'Rask hjelp', 'Gunn Moe', $4, 'business', 'nb', award_now(), award_now())`,
      [edition.id, fyresdal.municipalityId, fyresdal.id, TIPPER],
    );
    await query(
      `insert into mail_outbox (event_key, recipient, template, language, words) values ('waits', $1, 'tip-accepted', 'nb', '{"name": "Gunn"}')`,
      [TIPPER],
    );
    await query(`insert into follower (email, language) values ($1, 'nb')`, [TIPPER]);
    nils = await app.visitor().signInAs(jury.nils.key);
    secretary = await app.visitor().signInAs('Sekretær');
    nilsEmail = await emailOf(jury.nils.personId);
  });
  afterAll(() => app.close());

  it('is given to the person whole, the own sheets and notes too, and nothing of anybody else', async () => {
    const { status, body } = await nils.get<DataAboutView>('/api/my-data?language=nb');
    expect(status).toBe(200);
    expect(keysOf(body)).toEqual([
      'person',
      'identities',
      'roles',
      'sessions',
      'seats',
      'declarations',
      'sheets',
      'notes',
    ]);
    expect(body.sections.find(({ key }) => key === 'sheets')?.rows).toMatchObject([
      {
        municipality: 'Rauma',
        overall: 4,
        scores: 'together: 4, active: 4',
        assessment: 'Skrevet av Nils & <co>',
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('Nora');
    expect(JSON.stringify(body)).not.toContain('Gunn');
  });

  it('comes as a page in one file too, in the language asked for', async () => {
    const { status, headers, bytes } = await nils.getBytes('/api/my-data/file?language=nn');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="opplysningar-om-deg-\d{4}-\d\d-\d\d\.html"/,
    );
    expect(bytes.toString()).toContain('<h2>Vurderingane dine</h2>');
    expect(bytes.toString()).toContain('<td>Skrevet av Nils &amp; &lt;co&gt;</td>');
    const data = await nils.getBytes('/api/my-data/file?as=data');
    expect(data.headers.get('content-disposition')).toContain('.json');
    expect(keysOf(JSON.parse(data.bytes.toString()))).toContain('notes');
    for (const bad of ['language=xx', 'as=xml'])
      expect((await nils.get(`/api/my-data/file?${bad}`)).status).toBe(400);
  });

  it('comes as a tagged PDF with every word of it', async () => {
    const { status, headers, bytes } = await nils.getBytes('/api/my-data/file?as=pdf&language=nn');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/opplysningar-om-deg-\d{4}-\d\d-\d\d\.pdf/);
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    const read = text.replace(/\s+/g, ' ');
    for (const word of [
      nilsEmail,
      'Vurderingane dine',
      'Skrevet av Nils & <co>',
      'Det vi held tilbake',
    ])
      expect(read).toContain(word);
    expect(read).not.toContain('Nora');
  });

  it('is given to the secretariat without what only the member may read, and that is on the log', async () => {
    const { body } = await secretary.post<DataAboutView>('/api/privacy/data?language=nb', {
      email: nilsEmail.toUpperCase(),
    });
    expect(keysOf(body)).toEqual(['person', 'identities', 'roles', 'sessions', 'seats']);
    expect(JSON.stringify(body)).not.toContain('Skrevet av');
    expect(body.keptBack).toHaveLength(4);
    const [logged] = await query(`select subject_id, facts from audit where act = 'person:export'`);
    expect(logged).toEqual({ subject_id: jury.nils.personId, facts: { rows: 6 } });
    const { url, headers } = secretary.wire('/api/privacy/data/file?language=nb');
    const file = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ email: nilsEmail }),
    });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { text } = await extractText(new Uint8Array(await file.arrayBuffer()), {
      mergePages: true,
    });
    expect(text).toContain('Plasser i juryen');
    expect(text).not.toContain('Skrevet av');
    expect(await query(`select from audit where act = 'person:export'`)).toHaveLength(2);
  });

  it.each<[string, string, string[]]>([
    ['a tipper who has no account', TIPPER, ['tips', 'follows', 'mail']],
    ['somebody who is not known', 'ingen@people.example', []],
  ])('of %s is found by the address', async (_who, email, keys) => {
    const { body } = await secretary.post<DataAboutView>('/api/privacy/data', { email });
    expect(keysOf(body)).toEqual(keys);
  });

  it('is not for others to ask about', async () => {
    expect((await nils.post('/api/privacy/data', { email: TIPPER })).status).toBe(403);
    expect((await nils.post('/api/privacy/data/file', { email: TIPPER })).status).toBe(403);
    expect((await app.visitor().get('/api/my-data')).status).toBe(401);
  });

  const preview = async (visitor: Visitor) =>
    (await visitor.get<ErasurePreview>('/api/my-data/erasure')).body;

  it.each<[string, () => Visitor, string]>([
    ['a member of a jury at work', () => nils, 'juror-at-work'],
    ['the only secretary', () => secretary, 'only-secretary'],
  ])('%s is not erased, and is told why', async (_who, visitor, reason) => {
    expect((await preview(visitor())).heldBackBy).toEqual([reason]);
    const answer = await visitor().post('/api/my-data/erasure');
    expect(answer).toMatchObject({
      status: 409,
      body: { refusal: 'wrong-state', details: { heldBackBy: [reason] } },
    });
    await app.get(Erasures).sweep();
    expect((await visitor().get<{ person: object | null }>('/api/me')).body.person).not.toBeNull();
  });

  it('of an address alone goes by the secretariat’s order, mail that waited too', async () => {
    const order = { email: TIPPER };
    const { body } = await secretary.post<ErasurePreview>('/api/privacy/erasure/preview', order);
    expect(body).toEqual({
      known: false,
      goes: [
        { kind: 'tips', rows: 1 },
        { kind: 'follows', rows: 1 },
        { kind: 'mail', rows: 1 },
      ],
      stays: [],
      heldBackBy: [],
    });
    expect((await secretary.post('/api/privacy/erasure', order)).status).toBe(202);
    await done();
    const everywhere = await query(
      `select (select string_agg(t::text, ' ') from tip t) || (select string_agg(m::text, ' ') from mail_outbox m)
         || (select string_agg(e::text, ' ') from erasure e) || (select string_agg(a::text, ' ') from audit a) as text`,
    );
    expect(everywhere[0].text).not.toMatch(/gunn/i);
    expect(
      await query(
        `select given_up_at is not null as "givenUp" from mail_outbox where event_key = 'waits'`,
      ),
    ).toEqual([{ givenUp: true }]);
    expect(await query('select from follower')).toEqual([]);
    expect((await secretary.post('/api/privacy/erasure', order)).status).toBe(404);
  });

  it('goes when the member asks after the year: the name stays in the history, and the log is whole', async () => {
    await query(`update edition set phase = 'archived' where id = $1`, [jury.edition.id]);
    const { heldBackBy, goes, stays } = await preview(nils);
    expect(heldBackBy).toEqual([]);
    expect(goes.map(({ kind }) => kind)).toEqual([
      'roles',
      'notes-and-ties',
      'seat-addresses',
      'sign-in',
      'name',
    ]);
    expect(stays.map(({ kind }) => kind)).toEqual(['seat-names', 'sheets', 'log']);
    const asked = await Promise.all([1, 2, 3].map(() => nils.post('/api/my-data/erasure')));
    // Once it is done the session is gone too, and whoever asks again is nobody.
    const answers = asked.map(({ status }) => status);
    expect(answers).toContain(202);
    expect(answers.filter((status) => status !== 202 && status !== 401)).toEqual([]);
    await Promise.all([done(), done()]);
    const [held] = await query(
      `select (select name from person where id = $1) as name, (select count(*)::int from identity where person_id = $1) as identities,
         (select count(*)::int from session where person_id = $1) as sessions, (select name from seat where person_id = $1) as seat,
         (select email like '%@erased.invalid' from seat where person_id = $1) as "noAddress",
         (select count(*)::int from private_note p join seat s on s.id = p.seat_id where s.person_id = $1) as notes,
         (select count(*)::int from role_grant where person_id = $1 and revoked_at is null) as roles`,
      [jury.nils.personId],
    );
    expect(held).toEqual({
      name: '',
      identities: 0,
      sessions: 0,
      seat: jury.nils.key,
      noAddress: true,
      notes: 0,
      roles: 0,
    });
    expect((await nils.get<{ person: null }>('/api/me')).body.person).toBeNull();
    expect(
      await query(
        `select act from audit where subject_id = $1 and act like 'person:%era%' order by seq`,
        [jury.nils.personId],
      ),
    ).toEqual([{ act: 'person:ask-erasure' }, { act: 'person:erase' }]);
    expect(await query('select fault from audit_verify() where fault is not null')).toEqual([]);
    expect(
      await query(`select count(*)::int as notes from private_note where text like '%Nora%'`),
    ).toEqual([{ notes: 1 }]);
  });
});
