import { RATED_QUESTIONS } from '@award/award';
import { LinkTokens } from '@award/access/api';
import type {
  AnswerSurvey,
  PartnerLinkView,
  PartnersView,
  PassOnView,
} from '@award/endorsements/contract';
import { completeContent, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { PartnerReminders } from './partner-reminders.service';
import { PartnerVoices } from './partner-voices.service';

const survey: AnswerSurvey = {
  ratings: {
    services: 4,
    'plans-and-follow-up': 3,
    infrastructure: null,
    'sites-and-premises': 5,
    involvement: 4,
    'funding-guidance': null,
    'reaches-out': 2,
  },
  services: ['sites', 'planning-and-building'],
  size: '10-49',
  trade: 'industry',
};

describe('partners', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let scene: ReturnType<typeof story>;
  let counter = 0;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
  });
  afterAll(() => app.close());

  async function entry(options: { state?: string; content?: object } = {}) {
    const municipalityId = await scene.municipality(`Partnerdal ${++counter}`, 9000);
    const nomination = await scene.nomination(edition, municipalityId, {
      state: 'draft',
      ...options,
    });
    const key = `partner-writer-${counter}`;
    await scene.holder(key, 'municipality-editor', { editionId: edition.id, municipalityId });
    const writer = await app.visitor().signInAs(key);
    return { id: nomination.id, municipalityId, writer };
  }

  const asking = (name: string, more: object = {}) => ({
    name,
    email: `post@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
    language: 'nb',
    ...more,
  });

  async function ask(writer: Visitor, id: string, name: string, more: object = {}) {
    const body = asking(name, more);
    const { status, body: view } = await writer.post<PartnersView>(
      `/api/nominations/${id}/partners`,
      body,
    );
    expect({ status, view }).toMatchObject({ status: 200 });
    const partner = view.partners.find(
      ({ email, standing }) => email === body.email.toLowerCase() && standing !== 'revoked',
    );
    if (!partner) throw new Error('the partner is not in the view');
    return { partner, token: app.get(LinkTokens).tokenOf('partner', partner.id), view };
  }

  const open = (token: string) =>
    app.visitor().send<PartnerLinkView>('GET', '/api/partner-link', undefined, {
      'link-token': token,
    });
  const post = <T = PartnerLinkView & { refusal?: string }>(
    path: string,
    token: string,
    body: object,
  ) => app.visitor().send<T>('POST', `/api/${path}`, body, { 'link-token': token });
  async function endorse(token: string, more: object = {}) {
    const { textHash } = (await open(token)).body;
    return post('partner-link/endorsement', token, {
      answer: 'endorsed',
      contributions: ['time-and-knowledge'],
      signerName: 'Marit Vik',
      signerTitle: 'Daglig leder',
      textHash,
      ...more,
    });
  }
  const mine = async (writer: Visitor, id: string) =>
    (await writer.get<PartnersView>(`/api/nominations/${id}/partners`)).body;
  const mailsTo = (recipient: string): Promise<{ template: string; words: object }[]> =>
    app.db.query(
      'select template, words from mail_outbox where recipient = $1 order by created_at',
      [recipient],
    );
  const forJury = (id: string, content: object = completeContent()) =>
    app.get(PartnerVoices).forJury(app.db, id, content as ReturnType<typeof whole>);
  const whole = () => ({ ...completeContent() }) as Parameters<PartnerVoices['forJury']>[2];

  it('are asked by mail with a link of their own, and opening it changes nothing', async () => {
    const { id, writer } = await entry();
    const { partner, token, view } = await ask(writer, id, 'Nordvik Bygg AS', {
      organisationNumber: '974 760 673',
    });
    expect(view.partners).toMatchObject([
      { name: 'Nordvik Bygg AS', organisationNumber: '974760673', standing: 'asked' },
    ]);
    const [mail] = await mailsTo('post@nordvikbyggas.example');
    expect(mail?.template).toBe('partner-link');
    expect(JSON.stringify(mail)).not.toContain(token);
    const before = await app.db.query('select xmin, xmax, * from partner where id = $1', [
      partner.id,
    ]);
    const { status, body } = await open(token);
    expect([status, body.partnerName, body.text.title]).toEqual([
      200,
      'Nordvik Bygg AS',
      'Et godt tiltak',
    ]);
    expect(
      await app.db.query('select xmin, xmax, * from partner where id = $1', [partner.id]),
    ).toEqual(before);
    expect(
      await app.db.query('select 1 from endorsement where partner_id = $1', [partner.id]),
    ).toEqual([]);
  });

  it('are asked once for an address and for an organisation number', async () => {
    const { id, writer } = await entry();
    await ask(writer, id, 'Fjordlaks', { organisationNumber: '974760673' });
    for (const body of [
      asking('Fjordlaks'),
      { ...asking('Havlaks'), organisationNumber: '974760673' },
    ]) {
      const again = await writer.post(`/api/nominations/${id}/partners`, body);
      expect([again.status, again.body]).toEqual([409, { refusal: 'already-asked' }]);
    }
    const wrong = { ...asking('Feil'), organisationNumber: '123456789' };
    expect((await writer.post(`/api/nominations/${id}/partners`, wrong)).status).toBe(400);
  });

  it('are not asked before there is a text to show, nor by another municipality', async () => {
    const empty = await entry({ content: { title: '' } });
    const early = await empty.writer.post(
      `/api/nominations/${empty.id}/partners`,
      asking('Tidlig'),
    );
    expect(early.body).toEqual({ refusal: 'incomplete-form' });
    const other = await entry();
    expect((await other.writer.get(`/api/nominations/${empty.id}/partners`)).status).toBe(404);
    const { partner } = await ask(other.writer, other.id, 'Annen');
    expect((await empty.writer.post(`/api/partners/${partner.id}/revoke`)).status).toBe(404);
  });

  it('endorse, and the jury reads it as long as the text is the one they saw', async () => {
    const { id, writer } = await entry();
    const { token } = await ask(writer, id, 'Stein og Sand');
    const { status, body } = await endorse(token);
    expect([status, body.given]).toEqual([
      200,
      {
        answer: 'endorsed',
        contributions: ['time-and-knowledge'],
        signerName: 'Marit Vik',
        signerTitle: 'Daglig leder',
        stands: true,
      },
    ]);
    expect((await mine(writer, id)).partners).toMatchObject([
      { standing: 'endorsed', contributions: ['time-and-knowledge'] },
    ]);
    expect((await forJury(id)).endorsements).toEqual([
      {
        name: 'Stein og Sand',
        organisationNumber: null,
        contributions: ['time-and-knowledge'],
        signerName: 'Marit Vik',
        signerTitle: 'Daglig leder',
      },
    ]);
    const changed = { ...completeContent(), text: 'Noe helt annet.' };
    expect((await forJury(id, changed)).endorsements).toEqual([]);
    await app.db.query('update nomination set content = $2 where id = $1', [
      id,
      JSON.stringify(changed),
    ]);
    const [row] = (await mine(writer, id)).partners;
    expect(row?.standing).toBe('endorsed-earlier-text');
    const stale = await endorse(token, { textHash: 'a'.repeat(64) });
    expect([stale.status, stale.body]).toEqual([409, { refusal: 'text-changed' }]);
    const again = await writer.post<PartnersView>(`/api/partners/${row?.id}/ask-again`);
    expect(again.status).toBe(200);
    expect((await mailsTo('post@steinogsand.example')).map(({ template }) => template)).toEqual([
      'partner-link',
      'partner-new-text',
    ]);
    await endorse(token);
    expect((await mine(writer, id)).partners[0]?.standing).toBe('endorsed');
    expect((await forJury(id, changed)).endorsements).toHaveLength(1);
  });

  it('need a name to endorse', async () => {
    const { id, writer } = await entry();
    const { token } = await ask(writer, id, 'Navnløs');
    const { status, body } = await endorse(token, { signerName: '  ' });
    expect([status, body]).toEqual([
      400,
      { refusal: 'bad-input', fields: [{ path: 'signerName', reason: 'missing' }] },
    ]);
  });

  it('decline without anybody seeing it: not the municipality, the jury, the counts or the log', async () => {
    const silent = await entry();
    const declining = await entry();
    await ask(silent.writer, silent.id, 'Nøler');
    const { token } = await ask(declining.writer, declining.id, 'Nøler');
    const answer = await endorse(token, { answer: 'declined', signerName: '', contributions: [] });
    expect(answer.body.given?.answer).toBe('declined');
    const shown = async ({ id, writer }: typeof silent) => {
      const view = await mine(writer, id);
      return {
        partners: view.partners.map(({ standing, contributions }) => ({ standing, contributions })),
        jury: await forJury(id),
        counts: await app.get(PartnerVoices).counts(app.db, id),
        log: await app.db.query(
          `select act, facts - 'nominationId' as facts from audit where subject_type = 'partner' and facts ->> 'nominationId' = $1`,
          [id],
        ),
      };
    };
    expect(await shown(declining)).toEqual(await shown(silent));
    await scene.moveClock('31 days');
    await app.db.query(
      `update edition set deadline = deadline + interval '31 days' where id = $1`,
      [edition.id],
    );
    expect(await shown(declining)).toEqual(await shown(silent));
    for (const one of [silent, declining]) {
      const [partner] = (await mine(one.writer, one.id)).partners;
      expect(partner?.standing).toBe('expired');
      await one.writer.post(`/api/partners/${partner?.id}/ask-again`);
    }
    expect(await shown(declining)).toEqual(await shown(silent));
    expect(await mailsTo('post@nler.example')).toHaveLength(3);
  });

  it('are refused with the reason when the link has run out, been taken back, or the jury scores', async () => {
    const { id, writer } = await entry({ state: 'eligible' });
    const { token, partner } = await ask(writer, id, 'Sein');
    await app.db.query(
      `update partner set expires_at = award_now() - interval '1 second' where id = $1`,
      [partner.id],
    );
    expect((await open(token)).body).toMatchObject({ refusal: 'link-expired' });
    await app.db.query(
      `update partner set expires_at = award_now() + interval '5 days' where id = $1`,
      [partner.id],
    );
    await endorse(token);
    expect((await forJury(id)).endorsements).toHaveLength(1);
    await app.db.query(`update edition_class set stage = 'scoring' where edition_id = $1`, [
      edition.id,
    ]);
    expect((await open(token)).body).toMatchObject({ refusal: 'wrong-stage' });
    expect((await mine(writer, id)).closedBecause).toBe('wrong-stage');
    await app.db.query(`update edition_class set stage = 'waiting' where edition_id = $1`, [
      edition.id,
    ]);
    await writer.post(`/api/partners/${partner.id}/revoke`);
    expect((await open(token)).body).toMatchObject({ refusal: 'link-revoked' });
    expect((await forJury(id)).endorsements).toEqual([]);
    expect((await ask(writer, id, 'Sein')).partner.standing).toBe('asked');
  });

  it('answer the survey once, and nothing left behind leads from an answer to a partner', async () => {
    const { id, writer } = await entry();
    const asked = [];
    for (const name of ['En', 'To', 'Tre', 'Fire']) asked.push(await ask(writer, id, name));
    const partnersBefore = await app.db.query(
      'select xmin, xmax, ctid, * from partner where nomination_id = $1 order by id',
      [id],
    );
    const logBefore = await app.db.query('select count(*) from audit');
    for (const [at, { token }] of asked.entries()) {
      const { status, body } = await post('partner-link/survey', token, {
        ...survey,
        trade: (['industry', 'building', 'services', 'other'] as const)[at],
      });
      expect([status, body.surveyAnswered]).toEqual([200, true]);
      const twice = await post('partner-link/survey', token, survey);
      expect([twice.status, twice.body.refusal]).toEqual([409, 'already-answered']);
    }
    expect(
      await app.db.query(
        'select xmin, xmax, ctid, * from partner where nomination_id = $1 order by id',
        [id],
      ),
    ).toEqual(partnersBefore);
    expect(await app.db.query('select count(*) from audit')).toEqual(logBefore);
    const rows = await app.db.query(
      'select xmin::text, * from survey_answer where nomination_id = $1',
      [id],
    );
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ xmin }: { xmin: string }) => xmin)).size).toBe(1);
    expect(Object.keys(rows[0]).sort()).toEqual([
      'answers',
      'edition_id',
      'id',
      'nomination_id',
      'size',
      'trade',
      'xmin',
    ]);
    const spent = await app.db.query('select * from survey_spent where edition_id = $1', [
      edition.id,
    ]);
    const everything = JSON.stringify(spent);
    for (const { partner, token } of asked) {
      expect(everything).not.toContain(partner.id);
      expect(everything).not.toContain(token.slice(22));
    }
    const view = JSON.stringify(await mine(writer, id));
    expect(view).not.toContain('industry');
    expect(view).not.toContain('surveyAnswered');
  });

  it('lays the answers anew each time, so that their order in the table is not the order of answering', async () => {
    const { id, writer } = await entry();
    const order: string[] = [];
    for (let at = 0; at < 8; at++) {
      const { token } = await ask(writer, id, `Bedrift ${'abcdefgh'[at]}`);
      const services = at % 2 === 0 ? ['sites'] : [];
      await post('partner-link/survey', token, {
        ...survey,
        services,
        ratings: { ...survey.ratings, services: (at % 5) + 1 },
      });
      const rows: { id: string }[] = await app.db.query(
        'select id from survey_answer where nomination_id = $1 order by ctid',
        [id],
      );
      order.push(rows.map((row) => row.id).join());
    }
    const ids = order.flatMap((line) => line.split(','));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of an entry are shown to the jury from three answers on, beside the own answers, and never less for none', async () => {
    const { id, writer } = await entry();
    const own = { ratings: survey.ratings, services: survey.services };
    const saved = await writer.put(`/api/nominations/${id}/own-survey`, { ...own, lockVersion: 0 });
    expect([saved.status, saved.body]).toMatchObject([200, { answers: own, lockVersion: 1 }]);
    const stale = await writer.put(`/api/nominations/${id}/own-survey`, { ...own, lockVersion: 0 });
    expect(stale.body).toMatchObject({
      refusal: 'stale-save',
      details: { stored: { lockVersion: 1 } },
    });
    expect((await forJury(id)).survey).toEqual({ own, business: null });
    for (const [at, name] of ['Ett', 'Tve', 'Tri', 'Fir', 'Fem'].entries()) {
      const { token } = await ask(writer, id, name);
      await post('partner-link/survey', token, survey);
      const { business } = (await forJury(id)).survey;
      expect(business?.answers ?? null).toBe(at < 2 ? null : at + 1);
      expect((await mine(writer, id)).summary).toBeNull();
    }
    expect((await forJury(id)).survey.business).toMatchObject({
      sizes: [{ size: '10-49', count: 5 }],
      trades: [{ trade: 'industry', count: 5 }],
    });
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [edition.id]);
    const after = (await mine(writer, id)).summary;
    await app.db.query(`update edition set phase = 'open' where id = $1`, [edition.id]);
    expect(after?.answers).toBe(5);
    expect(after?.rated.map(({ question }) => question)).toEqual([...RATED_QUESTIONS]);
  });

  it.each([
    ['a rating outside the scale', { ratings: { ...survey.ratings, services: 6 } }],
    ['a rating left out', { ratings: { services: 4 } }],
    [
      'four services',
      { services: ['sites', 'procurement', 'first-contact', 'port-and-transport'] },
    ],
    ['an unknown size', { size: 'huge' }],
    ['an identity', { email: 'x@y.example' }],
  ])('are refused %s in the survey', async (_, part) => {
    const { id, writer } = await entry();
    const { token } = await ask(writer, id, 'Feil svar');
    const { status, body } = await post('partner-link/survey', token, { ...survey, ...part });
    expect([status, body.refusal]).toEqual([400, 'bad-input']);
  });

  it('come by the link that is passed on, and hear the same whether or not they were there', async () => {
    const { id, writer } = await entry();
    const made = await writer.post<PartnersView>(`/api/nominations/${id}/pass-on`);
    const token = made.body.passOnToken ?? '';
    const seen = await app.visitor().send<PassOnView>('GET', '/api/partner-pass-on', undefined, {
      'link-token': token,
    });
    expect([seen.status, Object.keys(seen.body).sort()]).toEqual([
      200,
      ['awardName', 'countyName', 'municipalityName'],
    ]);
    const join = (body: object) => post<null>('partner-pass-on', token, body);
    const first = await join(asking('Foreningens AS'));
    const second = await join(asking('Foreningens AS'));
    expect([first.status, first.body]).toEqual([204, '']);
    expect([second.status, second.body]).toEqual([204, '']);
    expect(await mailsTo('post@foreningensas.example')).toHaveLength(1);
    expect((await mine(writer, id)).partners).toMatchObject([{ origin: 'passed-on' }]);

    const renewed = await writer.post<PartnersView>(`/api/nominations/${id}/pass-on`);
    expect((await join(asking('Gammel lenke'))).status).toBe(404);
    const fresh = renewed.body.passOnToken ?? '';
    await writer.post(`/api/nominations/${id}/pass-on/end`);
    expect((await post('partner-pass-on', fresh, asking('Endt'))).body).toMatchObject({
      refusal: 'link-revoked',
    });
    expect((await mine(writer, id)).passOnToken).toBeNull();
  });

  it('are reminded once, and not when they have answered either way', async () => {
    const { id, writer } = await entry();
    await ask(writer, id, 'Glemsk');
    await endorse((await ask(writer, id, 'Rask')).token);
    await endorse((await ask(writer, id, 'Nei')).token, { answer: 'declined' });
    await app.db.query(
      `update partner set asked_at = asked_at - interval '8 days' where nomination_id = $1`,
      [id],
    );
    await Promise.all([1, 2, 3].map(() => app.get(PartnerReminders).sweep()));
    await app.get(PartnerReminders).sweep();
    const sent = await app.db.query(
      `select recipient from mail_outbox where template = 'partner-reminder' and words ->> 'partnerId' in (select id::text from partner where nomination_id = $1)`,
      [id],
    );
    expect(sent).toEqual([{ recipient: 'post@glemsk.example' }]);
  });

  it('named in the form are offered until they are asked', async () => {
    const content = {
      ...completeContent(),
      partners: [
        { name: 'Havbruk AS', organisationNumber: '', contactEmail: 'POST@havbruk.example' },
        { name: 'Kystlaget', organisationNumber: null, contactEmail: null },
      ],
    };
    const { id, writer } = await entry({ content });
    expect((await mine(writer, id)).fromForm.map(({ name, email }) => [name, email])).toEqual([
      ['Havbruk AS', 'post@havbruk.example'],
      ['Kystlaget', ''],
    ]);
    await ask(writer, id, 'Havbruk as.');
    expect((await mine(writer, id)).fromForm.map(({ name }) => name)).toEqual(['Kystlaget']);
  });
});
