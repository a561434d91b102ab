import { Mail } from '@award/mail/api';
import { asking, partnerScene } from '../../../apps/api/testing/partner-scene';
import { mailHasGone } from '../../../apps/api/testing/statements';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { PartnersUndelivered, PartnersView } from '@award/endorsements/contract';
import { PartnerReminders } from './partner-reminders.service';

describe('a partner whom the mail did not reach', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let scene: ReturnType<typeof story>;
  let people: ReturnType<typeof partnerScene>;
  let reports = 0;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
    people = partnerScene(app, scene, edition);
  });
  afterAll(() => app.close());

  /** The newest mail to the address comes back. */
  const comesBack = async (
    recipient: string,
    { status = '5.1.1', template = 'partner-link' } = {},
  ) => {
    const [made] = await app.db.query(
      `insert into delivery_report (mail_id, report_id, action, status, words, reporter)
       select id, $3, 'failed', $2, '550 ' || $2 || ' no', 'mx.example' from mail_outbox
       where recipient = $1 and template = $4 order by created_at desc limit 1 returning id`,
      [recipient, status, `report-${++reports}`, template],
    );
    expect(made).toBeDefined();
  };
  const counted = async ({ id, writer }: Awaited<ReturnType<typeof people.entry>>) =>
    (await writer.get<PartnersUndelivered>(`/api/nominations/${id}/partners/undelivered`)).body;
  const settledAs = async (recipient: string): Promise<(string | null)[]> =>
    (
      await app.db.query(
        `select r.settled_as from delivery_report r join mail_outbox o on o.id = r.mail_id
         where o.recipient = $1 order by r.reported_at`,
        [recipient],
      )
    ).map(({ settled_as: how }: { settled_as: string | null }) => how);

  it('is told of to the municipality, with why and in the words of the server', async () => {
    const entry = await people.entry();
    const { partner } = await people.ask(entry.writer, entry.id, 'Borte AS');
    expect([partner.undelivered, await counted(entry)]).toEqual([null, { count: 0 }]);
    await comesBack(partner.email);
    expect((await people.mine(entry.writer, entry.id)).partners).toMatchObject([
      {
        standing: 'asked',
        undelivered: {
          trouble: 'no-such-address',
          words: '550 5.1.1 no',
          reportedAt: expect.any(String),
        },
      },
    ]);
    expect(await counted(entry)).toEqual({ count: 1 });
    const other = await people.entry();
    const foreign = `/api/nominations/${entry.id}/partners/undelivered`;
    expect((await other.writer.get(foreign)).status).toBe(404);
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [entry.id]);
    expect(await counted(entry)).toEqual({ count: 0 });
  });

  it('is asked at another address, and the first link opens nothing any more', async () => {
    const { id, writer } = await people.entry();
    const { partner, token } = await people.ask(writer, id, 'Feilskrevet AS', {
      organisationNumber: '974760673',
    });
    const mend = (email: string) =>
      writer.post<PartnersView & { refusal: string }>(`/api/partners/${partner.id}/mend-address`, {
        email,
      });
    expect((await mend('rett@feilskrevet.example')).body.refusal).toBe('wrong-state');
    await comesBack(partner.email);
    expect((await mend(partner.email)).body).toMatchObject({
      fields: [{ path: 'email', reason: 'unchanged' }],
    });
    const { status, body } = await mend('Rett@Feilskrevet.example');
    expect([
      status,
      body.partners.map(({ standing, undelivered }) => [standing, undelivered]),
    ]).toEqual([
      200,
      [
        ['revoked', null],
        ['asked', null],
      ],
    ]);
    expect(body.partners[1]).toMatchObject({
      name: 'Feilskrevet AS',
      organisationNumber: '974760673',
      email: 'rett@feilskrevet.example',
    });
    expect(await people.mailsTo('rett@feilskrevet.example')).toMatchObject([
      { template: 'partner-link' },
    ]);
    expect((await people.open(token)).body).toMatchObject({ refusal: 'link-revoked' });
    expect(await settledAs(partner.email)).toEqual(['corrected']);
    expect((await mend('igjen@feilskrevet.example')).body.refusal).toBe('wrong-state');
  });

  it('is asked again where that can help, once', async () => {
    const { id, writer } = await people.entry();
    const { partner } = await people.ask(writer, id, 'Full postkasse');
    const again = () => writer.post<PartnersView>(`/api/partners/${partner.id}/ask-again`);
    expect((await again()).status).toBe(409);
    await comesBack(partner.email, { status: '4.2.2' });
    await mailHasGone(app);
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await mailHasGone(app);
    expect(await people.mailsTo(partner.email)).toHaveLength(2);
    expect(await settledAs(partner.email)).toEqual(['sent-again']);
    expect((await people.mine(writer, id)).partners[0]?.undelivered).toBeNull();
    await comesBack(partner.email, { status: '5.1.1' });
    expect((await again()).status).toBe(409);
  });

  it('is not told of when it has endorsed, nor when the link has been taken back', async () => {
    const entry = await people.entry();
    const { id, writer } = entry;
    const { partner, token } = await people.ask(writer, id, 'Kom fram likevel');
    await comesBack(partner.email);
    await people.endorse(token);
    expect((await people.mine(writer, id)).partners[0]).toMatchObject({
      standing: 'endorsed',
      undelivered: null,
    });
    const { partner: second } = await people.ask(writer, id, 'Trukket');
    await comesBack(second.email);
    expect(await counted(entry)).toEqual({ count: 1 });
    await writer.post(`/api/partners/${second.id}/revoke`);
    expect(await counted(entry)).toEqual({ count: 0 });
    expect(await settledAs(second.email)).toEqual(['closed']);
  });

  it('that has declined looks like one that has not answered, whatever is done', async () => {
    const silent = await people.entry();
    const declining = await people.entry();
    const asked = [];
    for (const { id, writer } of [silent, declining])
      asked.push(await people.ask(writer, id, 'Taus'));
    await people.endorse(asked[1]?.token ?? '', { answer: 'declined', contributions: [] });
    await mailHasGone(app);
    await app.db.query(
      `insert into delivery_report (mail_id, report_id, action, status, words, reporter)
       select id, 'taus-' || id, 'failed', '4.2.2', 'full', 'mx' from mail_outbox where recipient = 'post@taus.example'`,
    );
    const shown = async ({ id, writer }: typeof silent) =>
      (await people.mine(writer, id)).partners.map(({ standing, undelivered }) => [
        standing,
        undelivered?.trouble,
      ]);
    expect(await shown(declining)).toEqual([['asked', 'mailbox-full']]);
    expect(await shown(silent)).toEqual(await shown(declining));
    for (const [at, { writer }] of [silent, declining].entries())
      expect((await writer.post(`/api/partners/${asked[at]?.partner.id}/ask-again`)).status).toBe(
        200,
      );
    expect(await shown(declining)).toEqual([['asked', undefined]]);
    expect(await shown(silent)).toEqual(await shown(declining));
    expect(await people.mailsTo('post@taus.example')).toHaveLength(3);
  });

  it('gets no reminder, and a reminder that comes back is told to nobody', async () => {
    const { id, writer } = await people.entry();
    const { partner: gone } = await people.ask(writer, id, 'Uten postkasse');
    const { partner: slow } = await people.ask(writer, id, 'Treg');
    await comesBack(gone.email);
    await app.db.query(
      `update partner set asked_at = asked_at - interval '8 days' where nomination_id = $1`,
      [id],
    );
    await app.get(PartnerReminders).sweep();
    const reminded = async (email: string) =>
      (await people.mailsTo(email)).filter(({ template }) => template === 'partner-reminder');
    expect([await reminded(gone.email), (await reminded(slow.email)).length]).toEqual([[], 1]);
    await comesBack(slow.email, { template: 'partner-reminder' });
    expect(
      (await people.mine(writer, id)).partners.map(({ undelivered }) => undelivered?.trouble),
    ).toEqual(['no-such-address', undefined]);
    expect(app.get(Mail).toldAtTheDesk(true)).not.toContain('partner-link');
    expect(asking('Treg').email).toBe(slow.email);
  });
});
