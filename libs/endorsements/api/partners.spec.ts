import type { PartnersView, PassOnView } from '@award/endorsements/contract';
import { completeContent, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { PartnerReminders } from './partner-reminders.service';
import { PartnerVoices } from './partner-voices.service';
import { asking, partnerScene } from '../../../apps/api/testing/partner-scene';

describe('partners', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let scene: ReturnType<typeof story>;
  let people: ReturnType<typeof partnerScene>;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
    people = partnerScene(app, scene, edition);
  });
  afterAll(() => app.close());

  it('are asked by mail with a link of their own, and opening it changes nothing', async () => {
    const { id, writer } = await people.entry();
    const { partner, token, view } = await people.ask(writer, id, 'Nordvik Bygg AS', {
      organisationNumber: '974 760 673',
    });
    expect(view.partners).toMatchObject([
      { name: 'Nordvik Bygg AS', organisationNumber: '974760673', standing: 'asked' },
    ]);
    const [mail] = await people.mailsTo('post@nordvikbyggas.example');
    expect(mail?.template).toBe('partner-link');
    expect(JSON.stringify(mail)).not.toContain(token);
    const before = await app.db.query('select xmin, xmax, * from partner where id = $1', [
      partner.id,
    ]);
    const { status, body } = await people.open(token);
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
    const { id, writer } = await people.entry();
    await people.ask(writer, id, 'Fjordlaks', { organisationNumber: '974760673' });
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
    const empty = await people.entry({ content: { title: '' } });
    const early = await empty.writer.post(
      `/api/nominations/${empty.id}/partners`,
      asking('Tidlig'),
    );
    expect(early.body).toEqual({ refusal: 'incomplete-form' });
    const other = await people.entry();
    expect((await other.writer.get(`/api/nominations/${empty.id}/partners`)).status).toBe(404);
    const { partner } = await people.ask(other.writer, other.id, 'Annen');
    expect((await empty.writer.post(`/api/partners/${partner.id}/revoke`)).status).toBe(404);
  });

  it('endorse, and the jury reads it as long as the text is the one they saw', async () => {
    const { id, writer } = await people.entry();
    const { token } = await people.ask(writer, id, 'Stein og Sand');
    const { status, body } = await people.endorse(token);
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
    expect((await people.mine(writer, id)).partners).toMatchObject([
      { standing: 'endorsed', contributions: ['time-and-knowledge'] },
    ]);
    expect((await people.forJury(id)).endorsements).toEqual([
      {
        name: 'Stein og Sand',
        organisationNumber: null,
        contributions: ['time-and-knowledge'],
        signerName: 'Marit Vik',
        signerTitle: 'Daglig leder',
      },
    ]);
    const changed = { ...completeContent(), text: 'Noe helt annet.' };
    expect((await people.forJury(id, changed)).endorsements).toEqual([]);
    await app.db.query('update nomination set content = $2 where id = $1', [
      id,
      JSON.stringify(changed),
    ]);
    const [row] = (await people.mine(writer, id)).partners;
    expect(row?.standing).toBe('endorsed-earlier-text');
    const stale = await people.endorse(token, { textHash: 'a'.repeat(64) });
    expect([stale.status, stale.body]).toEqual([409, { refusal: 'text-changed' }]);
    const again = await writer.post<PartnersView>(`/api/partners/${row?.id}/ask-again`);
    expect(again.status).toBe(200);
    expect(
      (await people.mailsTo('post@steinogsand.example')).map(({ template }) => template),
    ).toEqual(['partner-link', 'partner-new-text']);
    await people.endorse(token);
    expect((await people.mine(writer, id)).partners[0]?.standing).toBe('endorsed');
    expect((await people.forJury(id, changed)).endorsements).toHaveLength(1);
  });

  it('endorse once, however often the button is pressed', async () => {
    const { id, writer } = await people.entry();
    const { partner, token } = await people.ask(writer, id, 'Ivrig');
    const presses = await Promise.all([1, 2, 3, 4].map(() => people.endorse(token)));
    expect(presses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const acts = async (): Promise<string[]> =>
      (
        await app.db.query('select act from audit where subject_id = $1 order by seq', [partner.id])
      ).map(({ act }: { act: string }) => act);
    expect(await acts()).toEqual(['partner:ask', 'endorsement:give']);
    await people.endorse(token, { contributions: ['network'] });
    expect(await acts()).toEqual(['partner:ask', 'endorsement:give', 'endorsement:give']);
  });

  it('need a name to endorse', async () => {
    const { id, writer } = await people.entry();
    const { token } = await people.ask(writer, id, 'Navnløs');
    const { status, body } = await people.endorse(token, { signerName: '  ' });
    expect([status, body]).toEqual([
      400,
      { refusal: 'bad-input', fields: [{ path: 'signerName', reason: 'missing' }] },
    ]);
  });

  it('decline without anybody seeing it: not the municipality, the jury, the counts or the log', async () => {
    const silent = await people.entry();
    const declining = await people.entry();
    await people.ask(silent.writer, silent.id, 'Nøler');
    const { token } = await people.ask(declining.writer, declining.id, 'Nøler');
    const answer = await people.endorse(token, {
      answer: 'declined',
      signerName: '',
      contributions: [],
    });
    expect(answer.body.given?.answer).toBe('declined');
    const shown = async ({ id, writer }: typeof silent) => {
      const view = await people.mine(writer, id);
      return {
        partners: view.partners.map(({ standing, contributions }) => ({ standing, contributions })),
        jury: await people.forJury(id),
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
      const [partner] = (await people.mine(one.writer, one.id)).partners;
      expect(partner?.standing).toBe('expired');
      await one.writer.post(`/api/partners/${partner?.id}/ask-again`);
    }
    expect(await shown(declining)).toEqual(await shown(silent));
    expect(await people.mailsTo('post@nler.example')).toHaveLength(3);
  });

  it('are counted for who prepares that edition, once the entry has been sent, and for nobody before', async () => {
    const draft = await people.entry();
    await people.ask(draft.writer, draft.id, 'Tidlig ute');
    const sent = await people.entry({ state: 'eligible' });
    await scene.holder('counting', 'secretary');
    const other = await scene.edition({ year: 2039 });
    await scene.holder('elsewhere', 'case-officer', { editionId: other.id });
    const seen = async (key: string, id: string) => {
      const visitor = await app.visitor().signInAs(key);
      return (await visitor.get(`/api/nominations/${id}/partner-counts`)).status;
    };
    expect(await seen('counting', sent.id)).toBe(200);
    expect(await seen('counting', draft.id)).toBe(404);
    expect(await seen('counting', crypto.randomUUID())).toBe(404);
    expect(await seen('elsewhere', sent.id)).toBe(404);
  });

  it('are refused with the reason when the link has run out, been taken back, or the jury scores', async () => {
    const { id, writer } = await people.entry({ state: 'eligible' });
    const { token, partner } = await people.ask(writer, id, 'Sein');
    await app.db.query(
      `update partner set expires_at = award_now() - interval '1 second' where id = $1`,
      [partner.id],
    );
    expect((await people.open(token)).body).toMatchObject({ refusal: 'link-expired' });
    await app.db.query(
      `update partner set expires_at = award_now() + interval '5 days' where id = $1`,
      [partner.id],
    );
    await people.endorse(token);
    expect((await people.forJury(id)).endorsements).toHaveLength(1);
    await app.db.query(`update edition_class set stage = 'scoring' where edition_id = $1`, [
      edition.id,
    ]);
    expect((await people.open(token)).body).toMatchObject({ refusal: 'wrong-stage' });
    expect((await people.mine(writer, id)).closedBecause).toBe('wrong-stage');
    await app.db.query(`update edition_class set stage = 'waiting' where edition_id = $1`, [
      edition.id,
    ]);
    await writer.post(`/api/partners/${partner.id}/revoke`);
    expect((await people.open(token)).body).toMatchObject({ refusal: 'link-revoked' });
    expect((await people.forJury(id)).endorsements).toEqual([]);
    expect((await people.ask(writer, id, 'Sein')).partner.standing).toBe('asked');
  });

  it('come by the link that is passed on, and hear the same whether or not they were there', async () => {
    const { id, writer } = await people.entry();
    const made = await writer.post<PartnersView>(`/api/nominations/${id}/pass-on`);
    const token = made.body.passOnToken ?? '';
    const seen = await app.visitor().send<PassOnView>('GET', '/api/partner-pass-on', undefined, {
      'link-token': token,
    });
    expect([seen.status, Object.keys(seen.body).sort()]).toEqual([
      200,
      ['awardName', 'countyName', 'municipalityName'],
    ]);
    const join = (body: object) => people.post<null>('partner-pass-on', token, body);
    const first = await join(asking('Foreningens AS'));
    const second = await join(asking('Foreningens AS'));
    expect([first.status, first.body]).toEqual([204, '']);
    expect([second.status, second.body]).toEqual([204, '']);
    expect(await people.mailsTo('post@foreningensas.example')).toHaveLength(1);
    expect((await people.mine(writer, id)).partners).toMatchObject([{ origin: 'passed-on' }]);

    const renewed = await writer.post<PartnersView>(`/api/nominations/${id}/pass-on`);
    expect((await join(asking('Gammel lenke'))).status).toBe(404);
    const fresh = renewed.body.passOnToken ?? '';
    await writer.post(`/api/nominations/${id}/pass-on/end`);
    expect((await people.post('partner-pass-on', fresh, asking('Endt'))).body).toMatchObject({
      refusal: 'link-revoked',
    });
    expect((await people.mine(writer, id)).passOnToken).toBeNull();
  });

  it('are reminded once, and not when they have answered either way', async () => {
    const { id, writer } = await people.entry();
    await people.ask(writer, id, 'Glemsk');
    await people.endorse((await people.ask(writer, id, 'Rask')).token);
    await people.endorse((await people.ask(writer, id, 'Nei')).token, { answer: 'declined' });
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
    const { id, writer } = await people.entry({ content });
    expect(
      (await people.mine(writer, id)).fromForm.map(({ name, email }) => [name, email]),
    ).toEqual([
      ['Havbruk AS', 'post@havbruk.example'],
      ['Kystlaget', ''],
    ]);
    await people.ask(writer, id, 'Havbruk as.');
    expect((await people.mine(writer, id)).fromForm.map(({ name }) => name)).toEqual(['Kystlaget']);
  });
});
