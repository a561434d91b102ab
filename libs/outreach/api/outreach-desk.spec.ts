import { DataSource } from 'typeorm';
import {
  DEFAULT_SECTIONS,
  type NominationContent,
  type NominationForm,
  whatIsMissing,
  wholeForm,
} from '@award/award';
import { Mail } from '@award/mail/api';
import type {
  OutreachDetail,
  OutreachMap,
  OutreachPage,
  RemindedView,
  ReminderPreview,
} from '@award/outreach/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import {
  completeContent,
  formWithItsOwn,
  type SceneEdition,
  story,
} from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('the outreach desk', () => {
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
    edition = await newEdition();
  });
  async function newEdition(): Promise<SceneEdition> {
    const made = await story(app).edition({ year: (year += 1) });
    await app.db.query(
      `update edition set sample = true, reference_date = '2026-01-01' where id = $1`,
      [made.id],
    );
    return made;
  }
  const page = async () =>
    (await secretary.get<OutreachPage>(`/api/outreach/municipalities?editionId=${edition.id}`))
      .body;
  const progress = async () =>
    (await page()).municipalities.map(
      ({ name, classCode, progress: far }) => `${name} ${classCode} ${far}`,
    );
  const invite = (municipalityId: string, email: string) =>
    secretary.post('/api/outreach/invitations', {
      editionId: edition.id,
      invitations: [{ municipalityId, email }],
    });

  const asking = (code: string) => ({
    sections: DEFAULT_SECTIONS.map((one) => (one.code === code ? { ...one, required: true } : one)),
  });
  it.each<[string, object, Partial<NominationForm>?]>([
    ['everything', {}],
    ['no title', { title: '  ' }],
    ['no text', { text: '' }],
    ['no basis', { basis: null }],
    ['a single measure without its field', { basis: 'single-measure', mainField: null }],
    ['no contact', { contactName: '' }],
    ['no address', { contactEmail: '' }],
    ['no word from the chief executive', { confirmedWithChiefExecutive: false }],
    ['no telephone where it is wanted', { contactPhone: '' }, { requirePhone: true }],
    ['no answer to the edition’s own question', {}, formWithItsOwn()],
    ['an answer of spaces', { answers: { 'own-climate': ' ' } }, formWithItsOwn()],
    ['an answer to it', { answers: { 'own-climate': 'Sol' } }, formWithItsOwn()],
    ['no required result', {}, asking('results')],
    ['a required summary', { summary: 'Kort' }, asking('summary')],
    ['no required trait', { traits: { 'own-strengths': '' } }, asking('traits')],
    ['a required trait', { traits: { 'own-strengths': 'Ja' } }, asking('traits')],
  ])(
    'counts a draft as ready when the form itself finds nothing missing: %s',
    async (_case, change, form = {}) => {
      const content = { ...completeContent(), attachments: [], ...change };
      await app.db.query('update edition set form = $2 where id = $1', [
        edition.id,
        JSON.stringify(form),
      ]);
      await story(app).nomination(edition, askedalen, { state: 'draft', content });
      const missing =
        whatIsMissing(content as unknown as NominationContent, wholeForm(form)).length > 0;
      expect((await progress())[0]).toBe(`Askedalen small ${missing ? 'started' : 'complete'}`);
    },
  );

  it('counts whoever came in with the organisation number as signed in, without an invitation', async () => {
    const id = await story(app).holder(`org ${year}`, 'municipality-submitter', {
      editionId: edition.id,
      municipalityId: askedalen,
    });
    await app.db.query(`update role_grant set by_organisation = '938795592' where person_id = $1`, [
      id,
    ]);
    expect((await progress())[0]).toBe('Askedalen small signed-in');
  });

  it('shows what became of the mail to each address', async () => {
    await invite(askedalen, 'rad@askedalen.example');
    const delivery = async () =>
      (
        await secretary.get<OutreachDetail>(
          `/api/outreach/municipalities/${askedalen}?editionId=${edition.id}`,
        )
      ).body.contacts.map(({ delivery }) => [delivery?.state, delivery?.error]);
    await app.db.query(`update mail_outbox set sent_at = null, given_up_at = null`);
    expect(await delivery()).toEqual([['waiting', null]]);
    await app.db.query(`update mail_outbox set sent_at = clock_timestamp()`);
    expect(await delivery()).toEqual([['sent', null]]);
    await app.db.query(
      `update mail_outbox set sent_at = null, given_up_at = clock_timestamp(), last_error = '550 no such user'`,
    );
    expect(await delivery()).toEqual([['failed', '550 no such user']]);
    expect((await page()).municipalities.map(({ undelivered }) => undelivered)).toEqual([1, 0]);
  });

  it('tells nothing of other mail to the address, not even when', async () => {
    await invite(askedalen, 'rad@askedalen.example');
    await app.db.query(`update mail_outbox set sent_at = clock_timestamp()`);
    await app.get(DataSource).transaction((tx) =>
      app.get(Mail).queue(tx, {
        eventKey: `fact-check:${year}`,
        recipient: 'rad@askedalen.example',
        template: 'fact-check',
        language: 'nb',
        words: {},
        editionId: edition.id,
      }),
    );
    const { body } = await secretary.get<OutreachDetail>(
      `/api/outreach/municipalities/${askedalen}?editionId=${edition.id}`,
    );
    expect(body.contacts.map(({ delivery }) => delivery?.state)).toEqual(['sent']);
  });

  it('has the real municipalities on the map, and no invented ones', async () => {
    const map = async (editionId: string) =>
      (await secretary.get<OutreachMap>(`/api/outreach/map?editionId=${editionId}`)).body;
    expect((await map(edition.id)).places).toEqual([]);
    const real = await story(app).edition({ year: (year += 1) });
    await app.db.query(
      `with made as (insert into municipality (stable_key) values ('real-' || $1) returning id)
       insert into municipality_version (municipality_id, number, name, norwegian_name, county_number, county_name, valid_from)
       select id, '1508', 'Ålesund', 'Ålesund', '15', 'Møre og Romsdal', '2024-01-01' from made`,
      [String(year)],
    );
    const { places, attribution } = await map(real.id);
    expect(places.map(({ name, progress: far }) => [name, far])).toEqual([
      ['Ålesund', 'not-invited'],
    ]);
    expect(places[0]?.path).toMatch(/^M[\d ]/);
    expect(attribution).toContain('© Kartverket');
    await app.db.query(`delete from municipality_version where number = '1508'`);
  });

  describe('reminders', () => {
    const mails = (template: string) =>
      app.db.query(
        'select recipient from mail_outbox where edition_id = $1 and template = $2 order by 1',
        [edition.id, template],
      );
    const preview = async () =>
      (await secretary.get<ReminderPreview>(`/api/outreach/reminders?editionId=${edition.id}`))
        .body;
    const due = async () =>
      (await preview()).rows
        .filter(({ notReminded }) => notReminded === null)
        .map(({ invitationId }) => invitationId);
    const remind = (invitations: string[]) =>
      secretary.post<RemindedView & { refusal: string }>('/api/outreach/reminders', {
        editionId: edition.id,
        invitations,
      });
    const whys = async () =>
      Object.fromEntries(
        (await preview()).rows.map(({ email, notReminded }) => [email, notReminded]),
      );

    it('go to those who have not sent anything in, once a day', async () => {
      await invite(askedalen, 'rad@askedalen.example');
      await invite(bjorkheim, 'rad@bjorkheim.example');
      await story(app).nomination(edition, bjorkheim, { population: 15000 });
      expect(await whys()).toEqual({
        'rad@askedalen.example': null,
        'rad@bjorkheim.example': 'submitted',
      });
      const chosen = await due();
      const clicks = await Promise.all(Array.from({ length: 20 }, () => remind(chosen)));
      expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set([200]));
      expect(clicks.filter(({ body }) => body.reminded === 1)).toHaveLength(1);
      expect(clicks.filter(({ body }) => body.refused[0]?.reason === 'lately')).toHaveLength(19);
      expect(await mails('reminder-before-deadline')).toMatchObject([
        { recipient: 'rad@askedalen.example' },
      ]);
      expect(await whys()).toMatchObject({ 'rad@askedalen.example': 'lately' });
      const acts = await app.db.query(
        `select from audit where edition_id = $1 and act = 'outreach:remind'`,
        [edition.id],
      );
      expect(acts).toHaveLength(1);
    });

    it('pass the guard one by one: the refused are told with why, and the others go', async () => {
      for (const name of ['rett', 'retur', 'slutt', 'ute'])
        await invite(askedalen, `${name}@askedalen.example`);
      await invite(bjorkheim, 'sendt@bjorkheim.example');
      const chosen = await due();
      expect(chosen).toHaveLength(5);
      await story(app).nomination(edition, bjorkheim, { population: 15000 });
      await app.db.query(
        `insert into delivery_report (mail_id, report_id, action, status, words, reporter)
         select id, 'retur', 'failed', '5.1.1', 'User unknown', 'mx' from mail_outbox
         where edition_id = $1 and recipient = 'retur@askedalen.example'`,
        [edition.id],
      );
      await app.db.query(
        `update role_grant g set revoked_at = clock_timestamp() from identity i
         where i.person_id = g.person_id and i.subject = 'slutt@askedalen.example' and g.edition_id = $1`,
        [edition.id],
      );
      await app.db.query(
        `delete from invitation where edition_id = $1 and email = 'ute@askedalen.example'`,
        [edition.id],
      );
      const { status, body } = await remind(chosen);
      expect([status, body.reminded, body.municipalities]).toEqual([200, 1, 1]);
      const why = new Map(body.refused.map(({ email, reason }) => [email, reason]));
      expect(why).toEqual(
        new Map([
          ['sendt@bjorkheim.example', 'submitted'],
          ['retur@askedalen.example', 'undelivered'],
          ['slutt@askedalen.example', 'access-ended'],
          ['', 'not-invited'],
        ]),
      );
      expect(await mails('reminder-before-deadline')).toMatchObject([
        { recipient: 'rett@askedalen.example' },
      ]);
    });

    it('leave out who has withdrawn, and not who has begun anew', async () => {
      await invite(askedalen, 'rad@askedalen.example');
      await story(app).nomination(edition, askedalen, { state: 'withdrawn' });
      expect(await whys()).toEqual({ 'rad@askedalen.example': 'not-taking-part' });
      await story(app).nomination(edition, askedalen, { state: 'draft' });
      expect(await whys()).toEqual({ 'rad@askedalen.example': null });
    });

    it('write to those who were chosen and to nobody else', async () => {
      await invite(askedalen, 'rad@askedalen.example');
      const [chosen = ''] = await due();
      await invite(bjorkheim, 'rad@bjorkheim.example');
      expect((await remind([chosen])).body.reminded).toBe(1);
      expect(await mails('reminder-before-deadline')).toHaveLength(1);
      expect((await remind([])).status).toBe(400);
    });

    it('reach no invitation of another edition', async () => {
      await invite(askedalen, 'rad@askedalen.example');
      const [foreign = ''] = await due();
      edition = await newEdition();
      expect((await remind([foreign])).body).toMatchObject({
        reminded: 0,
        refused: [{ reason: 'not-invited' }],
      });
    });

    it('are not sent when the call is not open', async () => {
      await app.db.query(`update edition set phase = 'closed' where id = $1`, [edition.id]);
      expect((await remind([edition.id])).body.refusal).toBe('wrong-phase');
    });
  });
});
