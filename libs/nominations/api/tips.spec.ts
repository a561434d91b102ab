import { LinkTokens } from '@award/access/api';
import type { MyEntryView, SendTip, TipCallView, TipLinkView } from '@award/nominations/contract';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Tips } from './tips.service';

describe('tips', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let counter = 0;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
    await app.db.query('update edition set sample = true where id = $1', [edition.id]);
    await scene.holder('tips-secretary', 'secretary', { editionId: edition.id });
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.query('truncate rate_limit'));

  async function municipality(withPeople = true) {
    const id = await scene.municipality(`Tipsdal ${++counter}`, 9000);
    const key = `tips-writer-${counter}`;
    if (withPeople) {
      await scene.holder(key, 'municipality-submitter', {
        editionId: edition.id,
        municipalityId: id,
      });
    }
    return { id, key, address: `${key.replaceAll('-', '.')}@people.example` };
  }
  const tip = (municipalityId: string, more: Partial<SendTip> = {}): SendTip => ({
    municipalityId,
    why: 'De svarte samme dag.',
    senderName: 'Gunn Moe',
    senderEmail: `gunn.${++counter}@x.example`,
    relation: 'business',
    region: '',
    language: 'nb',
    ...more,
  });
  const send = (body: object) => app.visitor().post<{ refusal?: string }>('/api/tips', body);
  const by = (token: string) => ({ 'link-token': token });
  async function tokenOf(body: SendTip): Promise<string> {
    const [row] = await app.db.query('select id from tip where sender_email = $1', [
      body.senderEmail,
    ]);
    return app.get(LinkTokens).tokenOf('tip', row.id);
  }
  const confirm = (token: string) =>
    app
      .visitor()
      .send<TipLinkView & { refusal?: string }>('POST', '/api/tips/link/confirm', {}, by(token));
  async function tipped(municipalityId: string, more: Partial<SendTip> = {}) {
    const body = tip(municipalityId, more);
    expect((await send(body)).status).toBe(204);
    expect((await confirm(await tokenOf(body))).status).toBe(200);
    return body;
  }
  const entriesOf = (municipalityId: string) =>
    app.db.query('select id, state from nomination where municipality_id = $1', [municipalityId]);
  const mailsOf = (template: string, recipient: string) =>
    app.db.query('select words from mail_outbox where template = $1 and recipient = $2', [
      template,
      recipient,
    ]);
  const mine = async (key: string) => {
    const visitor = await app.visitor().signInAs(key);
    return { visitor, view: (await visitor.get<MyEntryView>('/api/nominations/mine')).body };
  };

  it('count once the sender has pressed the button in the mail, and not for opening it', async () => {
    const { id, address } = await municipality();
    const body = tip(id);
    expect((await send(body)).status).toBe(204);
    expect(await entriesOf(id)).toEqual([]);
    const token = await tokenOf(body);
    const [mail] = await mailsOf('tip-confirm', body.senderEmail);
    expect(JSON.stringify(mail)).not.toContain(token);
    const opened = await app
      .visitor()
      .send<TipLinkView>('GET', '/api/tips/link', undefined, by(token));
    expect(opened.body).toMatchObject({ why: 'De svarte samme dag.', confirmed: false });
    expect(await entriesOf(id)).toEqual([]);

    const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(token)));
    expect(answers.map(({ status, body: { confirmed } }) => [status, confirmed])).toEqual(
      answers.map(() => [200, true]),
    );
    expect(await entriesOf(id)).toMatchObject([{ state: 'tipped' }]);
    expect(await mailsOf('tip-received', address)).toHaveLength(1);
  });

  it('become one entry, whoever confirms first, and the municipality is told once', async () => {
    const { id, key, address } = await municipality();
    const bodies = [tip(id), tip(id, { relation: 'nho-region', region: 'vestland' }), tip(id)];
    for (const body of bodies) await send(body);
    const tokens = await Promise.all(bodies.map(tokenOf));
    await Promise.all(tokens.map(confirm));
    expect(await entriesOf(id)).toHaveLength(1);
    expect(await mailsOf('tip-received', address)).toHaveLength(1);
    const { view } = await mine(key);
    expect(view.entry?.state).toBe('tipped');
    expect(view.entry?.tips.map(({ senderName, region }) => [senderName, region]).sort()).toEqual([
      ['Gunn Moe', null],
      ['Gunn Moe', null],
      ['Gunn Moe', 'NHO Vestland'],
    ]);
    expect(JSON.stringify(view)).not.toContain(bodies[0]?.senderEmail);
  });

  it('are accepted with one click and completed, and everybody who tipped is told', async () => {
    const { id, key } = await municipality();
    const tippers = [await tipped(id), await tipped(id)];
    const { visitor, view } = await mine(key);
    const answer = await visitor.post(`/api/nominations/${view.entry?.id}/answer-tip`, {
      answer: 'accept',
    });
    expect([answer.status, answer.body]).toEqual([200, { state: 'draft' }]);
    for (const { senderEmail } of tippers) {
      expect(await mailsOf('tip-accepted', senderEmail)).toHaveLength(1);
    }
    const { view: after } = await mine(key);
    expect(after.entry?.acts).toContain('write');
    const late = await tipped(id);
    expect((await mine(key)).view.entry?.tips).toHaveLength(3);
    expect(await mailsOf('tip-accepted', late.senderEmail)).toEqual([]);
  });

  it('are declined, and may be accepted after all', async () => {
    const { id, key } = await municipality();
    const { senderEmail } = await tipped(id);
    const { visitor, view } = await mine(key);
    const act = (answer: string) =>
      visitor.post(`/api/nominations/${view.entry?.id}/answer-tip`, { answer });
    expect((await act('decline')).body).toEqual({ state: 'declined' });
    expect(await mailsOf('tip-declined', senderEmail)).toHaveLength(1);
    expect((await act('accept')).body).toEqual({ state: 'draft' });
  });

  it('about a municipality without an address are told to the secretariat', async () => {
    const { id } = await municipality(false);
    await tipped(id);
    expect(await mailsOf('tip-unaddressed', 'tips.secretary@people.example')).toHaveLength(1);
  });

  it.each<[string, Partial<SendTip>, number, string]>([
    ['a region without its name', { relation: 'ks-region' }, 400, 'bad-input'],
    ['a region of somebody else', { region: 'NHO Agder' }, 400, 'bad-input'],
    ['no reason', { why: '' }, 400, 'bad-input'],
    ['an unknown relation', { relation: 'rival' as 'other' }, 400, 'bad-input'],
    [
      'an unknown municipality',
      { municipalityId: '0b7e6d1c-1111-4222-8333-444455556666' },
      409,
      'unknown-municipality',
    ],
  ])('are refused with %s', async (_, more, status, refusal) => {
    const { id } = await municipality();
    const answer = await send(tip(id, more));
    expect([answer.status, answer.body.refusal]).toEqual([status, refusal]);
  });

  it('are limited by mailbox and by sender', async () => {
    const { id } = await municipality();
    const body = tip(id);
    const many = [];
    for (let at = 0; at < 6; at++) many.push((await send(body)).status);
    expect(many).toEqual([204, 204, 204, 204, 204, 429]);
    await app.db.query('truncate rate_limit');
    const others = [];
    for (let at = 0; at < 11; at++) others.push((await send(tip(id))).status);
    expect(others.slice(9)).toEqual([204, 429]);
  });

  it('are taken while the call is open, confirmed in time, and forgotten when nobody confirms', async () => {
    const { id } = await municipality();
    const late = tip(id);
    await send(late);
    const token = await tokenOf(late);
    const call = async () => (await app.visitor().get<TipCallView>('/api/tips/call')).body.call;
    expect(await call()).toMatchObject({ year: edition.year, invented: true });
    await app.db.query(
      `update edition set deadline = award_now() - interval '1 second' where id = $1`,
      [edition.id],
    );
    expect(await call()).toBeNull();
    expect((await confirm(token)).body.refusal).toBe('past-deadline');
    expect((await send(tip(id))).body.refusal).toBe('past-deadline');
    await app.db.query(
      `update edition set deadline = award_now() + interval '20 days' where id = $1`,
      [edition.id],
    );
    await scene.moveClock('8 days');
    expect((await confirm(token)).body.refusal).toBe('link-expired');
    await app.get(Tips).forget();
    expect((await confirm(token)).status).toBe(404);
    expect(await entriesOf(id)).toEqual([]);
  });
});
