import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { Bounces, Mail } from '@award/mail/api';
import type { OutreachDetail, UndeliveredPage } from '@award/outreach/contract';
import { Settings } from '@award/settings/api';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { mailHasGone } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { REPORTS } from '../../../apps/api/testing/delivery-reports';

const RAD = 'rad@askedalen.example';

describe('mail that did not arrive', () => {
  let app: TestApp;
  let secretary: Visitor;
  let officer: Visitor;
  let solveig: string;
  let edition: SceneEdition;
  let askedalen: string;
  let invitation: string;
  let mail: string;
  let year = 2030;
  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    solveig = await scene.holder('solveig', 'secretary');
    await scene.holder('oda', 'case-officer');
    secretary = await app.visitor().signInAs('solveig');
    officer = await app.visitor().signInAs('oda');
    askedalen = await scene.municipality('Askedalen', 9000);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    edition = await story(app).edition({ year: (year += 1) });
    await app.db.query('update edition set sample = true where id = $1', [edition.id]);
    await secretary.post('/api/outreach/invitations', {
      editionId: edition.id,
      invitations: [{ municipalityId: askedalen, email: RAD }],
    });
    await mailHasGone(app);
    [{ id: invitation }] = await app.db.query('select id from invitation where edition_id = $1', [
      edition.id,
    ]);
    mail = await mailTo(RAD);
  });

  const mailTo = async (recipient: string, template = '%') => {
    const [row] = await app.db.query(
      'select id from mail_outbox where edition_id = $1 and recipient = $2 and template like $3 order by created_at desc',
      [edition.id, recipient, template],
    );
    return row?.id as string;
  };
  const take = (raw: Buffer) => app.get(Bounces).take(raw);
  const list = async (as = secretary) =>
    (await as.get<UndeliveredPage>(`/api/outreach/undelivered?editionId=${edition.id}`)).body
      .undelivered;
  const post = (act: string, body: object = {}, key = randomUUID()) =>
    secretary.post<{ refusal?: string; fields?: { path: string; reason: string }[] }>(
      `/api/outreach/${act}`,
      body,
      { 'idempotency-key': key },
    );
  const delivery = async () => {
    const address = `/api/outreach/municipalities/${askedalen}?editionId=${edition.id}`;
    return (await secretary.get<OutreachDetail>(address)).body.contacts.map(
      ({ email, delivery }) => [email, delivery?.state, delivery?.trouble],
    );
  };
  const acts = async (): Promise<string[]> =>
    (
      await app.db.query('select act from audit where edition_id = $1 order by seq', [edition.id])
    ).map(({ act }: { act: string }) => act);

  it('is marked by the report, once, and stands at the desk with what the server said', async () => {
    expect(await list()).toEqual([]);
    expect(await take(REPORTS.postfix({ id: mail, to: RAD }))).toEqual({
      outcome: 'recorded',
      mailId: mail,
    });
    expect((await take(REPORTS.postfix({ id: mail, to: RAD }))).outcome).toBe('known');
    expect(await list()).toEqual([
      {
        id: mail,
        address: RAD,
        personName: 'Askedalen',
        of: 'invited',
        municipality: { id: askedalen, number: expect.any(String), name: 'Askedalen' },
        status: '5.1.1',
        trouble: 'no-such-address',
        words: expect.stringContaining('User unknown'),
        reportedAt: expect.any(String),
        invitationId: invitation,
      },
    ]);
    expect(await delivery()).toEqual([[RAD, 'failed', 'no-such-address']]);
  });

  it('is only late while the servers still try', async () => {
    await take(REPORTS.sendmail({ id: mail, to: RAD }));
    expect(await delivery()).toEqual([[RAD, 'delayed', 'not-reached']]);
    expect(await list()).toEqual([]);
    await take(REPORTS.exchange({ id: mail, to: RAD }));
    expect(await delivery()).toEqual([[RAD, 'failed', 'no-such-address']]);
  });

  it.each([
    ['about a mail that is not ours', () => ({ id: randomUUID(), to: RAD }), 'not-ours'],
    [
      'about an address that was not written to',
      () => ({ id: mail, to: 'b@c.example' }),
      'other-recipient',
    ],
  ])('is not marked by a report %s', async (_case, about, outcome) => {
    for (const server of ['postfix', 'exchange', 'exim', 'sendmail'] as const)
      expect((await take(REPORTS[server](about()))).outcome).toBe(outcome);
    expect((await take(REPORTS.absence({ id: mail, to: RAD }))).outcome).toBe('no-report');
    expect(await delivery()).toEqual([[RAD, 'sent', null]]);
  });

  it('is not marked before it was sent', async () => {
    await app.db.query('update mail_outbox set sent_at = null where id = $1', [mail]);
    expect((await take(REPORTS.exim({ id: mail, to: RAD }))).outcome).toBe('not-ours');
  });

  it('comes in through a Maildir, where what was read lies among the read', async () => {
    const maildir = mkdtempSync(path.join(os.tmpdir(), 'kaaring-returns-'));
    mkdirSync(path.join(maildir, 'new'));
    writeFileSync(path.join(maildir, 'new', '1.mx'), REPORTS.exim({ id: mail, to: RAD }));
    writeFileSync(path.join(maildir, 'new', '2.mx'), 'Nothing of ours');
    const settings = Object.assign(Object.create(app.get(Settings)), {
      returns: { address: null, maildir },
    });
    await new Bounces(app.get(DataSource), app.get(Jobs), settings).sweep();
    expect(readdirSync(path.join(maildir, 'new'))).toEqual([]);
    expect(readdirSync(path.join(maildir, 'cur')).sort()).toEqual(['1.mx:2,S', '2.mx:2,S']);
    expect((await list()).map(({ trouble }) => trouble)).toEqual(['mailbox-full']);
    rmSync(maildir, { recursive: true });
  });

  it('is sent again once among ten clicks, and can come back anew', async () => {
    await take(REPORTS.exim({ id: mail, to: RAD }));
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => post(`undelivered/${mail}/send-again`)),
    );
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    await mailHasGone(app);
    expect(await list()).toEqual([]);
    expect(await delivery()).toEqual([[RAD, 'sent', null]]);
    const caught = `select count(*)::int as count from caught_mail where message_id like '%' || $1 || '%'`;
    expect(await app.db.query(caught, [mail])).toEqual([{ count: 2 }]);
    await take(REPORTS.exchange({ id: mail, to: RAD }));
    expect((await list()).map(({ trouble }) => trouble)).toEqual(['no-such-address']);
    expect(await acts()).toEqual(['outreach:invite', 'outreach:send-again']);
  });

  it('is set right by another address: the new one is invited, the old one opens nothing', async () => {
    await take(REPORTS.postfix({ id: mail, to: RAD }));
    const key = randomUUID();
    const correct = (email: string) => post(`invitations/${invitation}/correct`, { email }, key);
    const both = await Promise.all([
      correct('raad@askedalen.example'),
      correct('raad@askedalen.example'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await list()).toEqual([]);
    await mailHasGone(app);
    expect(await delivery()).toEqual([['raad@askedalen.example', 'sent', null]]);
    expect(
      await app.db.query(
        `select i.subject, g.revoked_at is not null as ended from role_grant g join identity i on i.person_id = g.person_id
         where g.edition_id = $1 order by g.granted_at`,
        [edition.id],
      ),
    ).toEqual([
      { subject: RAD, ended: true },
      { subject: 'raad@askedalen.example', ended: false },
    ]);
    expect(await acts()).toEqual(['outreach:invite', 'outreach:correct-address']);
  });

  it.each([
    ['the same address', RAD, 'unchanged'],
    ['an address that is invited', 'ordforer@askedalen.example', 'already-invited'],
    ['somebody in the secretariat', 'oda@people.example', 'other-role-held'],
    ['no address', 'rad', 'isEmail'],
  ])('is not set right by %s', async (_case, email, reason) => {
    await secretary.post('/api/outreach/invitations', {
      editionId: edition.id,
      invitations: [{ municipalityId: askedalen, email: 'ordforer@askedalen.example' }],
    });
    const { status, body } = await post(`invitations/${invitation}/correct`, { email });
    expect([status, body.fields]).toEqual([400, [{ path: 'email', reason }]]);
    expect((await delivery()).map(([address]) => address).sort()).toEqual([
      'ordforer@askedalen.example',
      RAD,
    ]);
  });

  it('goes off the list when somebody has dealt with it, and not twice', async () => {
    await take(REPORTS.postfix({ id: mail, to: RAD }));
    expect((await post(`undelivered/${mail}/close`)).status).toBe(200);
    expect((await post(`undelivered/${mail}/close`)).body.refusal).toBe('stale-save');
    expect(await list()).toEqual([]);
  });

  it('is told to whom nothing is hidden where the mail itself is a secret, and to nobody else', async () => {
    await app.get(DataSource).transaction((tx) =>
      app.get(Mail).queue(tx, {
        eventKey: `fact-check:${randomUUID()}`,
        recipient: 'finalist@askedalen.example',
        template: 'fact-check',
        language: 'nb',
        words: {},
        editionId: edition.id,
      }),
    );
    const secret = await mailTo('finalist@askedalen.example');
    await app.db.query('update mail_outbox set sent_at = clock_timestamp() where id = $1', [
      secret,
    ]);
    await take(REPORTS.postfix({ id: secret, to: 'finalist@askedalen.example' }));
    expect((await list()).map(({ id }) => id)).toEqual([secret]);
    expect(await list(officer)).toEqual([]);
    const tried = await officer.post(`/api/outreach/undelivered/${secret}/close`);
    expect(tried.status).toBe(404);
    const entry = await story(app).nomination(edition, askedalen);
    await app.db.query(
      `insert into office_declaration (person_id, nomination_id, edition_id, ground) values ($1, $2, $3, 'kin')`,
      [solveig, entry.id, edition.id],
    );
    expect(await list()).toEqual([]);
    await app.db.query('delete from office_declaration where person_id = $1', [solveig]);
  });
});
