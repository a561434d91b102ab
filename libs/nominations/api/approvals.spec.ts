import { LinkTokens } from '@award/access/api';
import type {
  ApprovalLinkView,
  ApprovalsView,
  MyEntryView,
  SavedView,
} from '@award/nominations/contract';
import { Bounces } from '@award/mail/api';
import { REPORTS } from '../../../apps/api/testing/delivery-reports';
import { mailHasGone } from '../../../apps/api/testing/statements';
import { completeContent, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('approval by link', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let counter = 0;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
  });
  afterAll(() => app.close());

  async function entry() {
    const municipalityId = await scene.municipality(`Godkjentdal ${++counter}`, 9000);
    const key = `approval-writer-${counter}`;
    await scene.holder(key, 'municipality-submitter', { editionId: edition.id, municipalityId });
    const { id } = await scene.nomination(edition, municipalityId, { state: 'draft' });
    const writer = await app.visitor().signInAs(key);
    const save = async (change: object) => {
      const { body } = await writer.get<MyEntryView>('/api/nominations/mine');
      const saved = await writer.put<SavedView>(`/api/nominations/${id}`, {
        content: { ...body.entry?.content, ...change },
        writtenForm: 'nb',
        lockVersion: body.entry?.lockVersion,
      });
      expect(saved.status).toBe(200);
    };
    await save({ title: 'Første tekst' });
    const view = async () =>
      (await writer.get<ApprovalsView>(`/api/nominations/${id}/approvals`)).body;
    const ask = async (approver = 'mayor') => {
      const { status, body } = await writer.post<ApprovalsView>(
        `/api/nominations/${id}/approvals`,
        {
          approver,
          name: 'Ordfører Berg',
          email: `${approver}-${counter}@kommune.example`,
        },
      );
      expect(status).toBe(200);
      const row = body.approvals.find((one) => one.approver === approver);
      return {
        approvalId: row?.id ?? '',
        token: app.get(LinkTokens).tokenOf('approval', row?.id ?? ''),
      };
    };
    const state = (approvalId: string, sha256: string, ofSubstance: boolean) =>
      writer.post<ApprovalsView & { refusal?: string }>(`/api/approvals/${approvalId}/change`, {
        sha256,
        ofSubstance,
      });
    return { id, writer, save, view, ask, state };
  }
  const by = (token: string) => ({ 'link-token': token });
  const open = (token: string) =>
    app
      .visitor()
      .send<ApprovalLinkView & { refusal?: string }>(
        'GET',
        '/api/approval-link',
        undefined,
        by(token),
      );
  const press = (token: string, act: string, body: object) =>
    app
      .visitor()
      .send<ApprovalLinkView & { refusal?: string }>(
        'POST',
        `/api/approval-link/${act}`,
        body,
        by(token),
      );
  const approve = async (token: string) =>
    press(token, 'approve', { sha256: (await open(token)).body.sha256 });
  const mailsTo = async (recipient: string): Promise<string[]> =>
    (
      await app.db.query(
        'select template from mail_outbox where recipient = $1 order by created_at',
        [recipient],
      )
    ).map(({ template }: { template: string }) => template);

  it('is bound to the text that was shown, and opening the link approves nothing', async () => {
    const { view, ask } = await entry();
    const { token } = await ask();
    const opened = await open(token);
    expect([opened.status, opened.body.content.title, opened.body.standing]).toEqual([
      200,
      'Første tekst',
      'awaited',
    ]);
    expect((await view()).approvals).toMatchObject([{ standing: 'awaited', approvedAt: null }]);
    const stale = await press(token, 'approve', { sha256: 'a'.repeat(64) });
    expect([stale.status, stale.body.refusal]).toEqual([409, 'text-changed']);
    expect((await approve(token)).body.standing).toBe('stands');
    expect((await view()).approvals).toMatchObject([{ standing: 'stands' }]);
    expect((await press(token, 'take-back', {})).body.standing).toBe('awaited');
  });

  it.each([
    [false, 'stands-after-change', 'approval-edited'],
    [true, 'outdated', 'approval-changed'],
  ] as const)(
    'after a change that the sender says is of substance: %s',
    async (ofSubstance, standing, template) => {
      const { view, ask, save, state } = await entry();
      const { approvalId, token } = await ask('chief-executive');
      await approve(token);
      const early = await state(approvalId, (await view()).sha256, ofSubstance);
      expect(early.body.refusal).toBe('wrong-state');
      await save({ title: 'Andre tekst' });
      expect((await view()).approvals).toMatchObject([{ standing: 'change-unstated' }]);
      const wrong = await state(approvalId, 'b'.repeat(64), ofSubstance);
      expect(wrong.body.refusal).toBe('text-changed');
      const said = await state(approvalId, (await view()).sha256, ofSubstance);
      expect([said.status, said.body.approvals[0]?.standing]).toEqual([200, standing]);
      expect(await mailsTo(`chief-executive-${counter}@kommune.example`)).toEqual([
        'approval-link',
        template,
      ]);
      const { body } = await open(token);
      expect([body.content.title, body.approvedContent?.title]).toEqual([
        'Andre tekst',
        'Første tekst',
      ]);
      await save({ title: 'Første tekst' });
      expect((await view()).approvals).toMatchObject([{ standing: 'stands' }]);
    },
  );

  it('never bars submitting, and may come after it until the check has ended', async () => {
    const { id, writer, ask } = await entry();
    const { token } = await ask();
    const { body } = await writer.get<MyEntryView>('/api/nominations/mine');
    const sent = await writer.post(`/api/nominations/${id}/submit`, {
      lockVersion: body.entry?.lockVersion,
    });
    expect(sent.status).toBe(200);
    expect((await approve(token)).body.standing).toBe('stands');
    await app.db.query(`update nomination set state = 'eligible' where id = $1`, [id]);
    expect((await open(token)).body.refusal).toBe('wrong-state');
  });

  it('is asked of one for each office; whoever is asked instead has the only link that works', async () => {
    const { view, ask, writer } = await entry();
    const first = await ask();
    const second = await ask();
    expect((await view()).approvals).toHaveLength(1);
    expect((await open(first.token)).body.refusal).toBe('link-revoked');
    expect((await open(second.token)).status).toBe(200);
    await writer.post(`/api/approvals/${second.approvalId}/revoke`);
    expect((await open(second.token)).body.refusal).toBe('link-revoked');
    expect((await view()).approvals).toEqual([]);
  });

  it('says when the mail did not reach the approver, until somebody else is asked', async () => {
    const { ask, view } = await entry();
    const { approvalId } = await ask();
    await mailHasGone(app);
    expect((await view()).approvals[0]).toMatchObject({ id: approvalId, trouble: null });
    const [mail] = await app.db.query(
      `select id, recipient from mail_outbox where words ->> 'approvalId' = $1`,
      [approvalId],
    );
    await app.get(Bounces).take(REPORTS.postfix({ id: mail.id, to: mail.recipient }));
    expect((await view()).approvals[0]).toMatchObject({
      id: approvalId,
      trouble: 'no-such-address',
    });
    await ask();
    expect((await view()).approvals.map(({ trouble }) => trouble)).toEqual([null]);
  });

  it('is an option of the edition, and another municipality has nothing to do with it', async () => {
    const one = await entry();
    const { approvalId, token } = await one.ask();
    const other = await entry();
    expect((await other.writer.post(`/api/approvals/${approvalId}/revoke`)).status).toBe(404);
    expect((await other.writer.get(`/api/nominations/${one.id}/approvals`)).status).toBe(404);
    await app.db.query(`update edition set form = '{"approvalByLink": false}' where id = $1`, [
      edition.id,
    ]);
    expect((await one.view()).closedBecause).toBe('wrong-phase');
    expect((await open(token)).body.refusal).toBe('wrong-phase');
    await app.db.query(`update edition set form = '{}' where id = $1`, [edition.id]);
  });

  it('knows the content that it shows by the hash of the version kept', async () => {
    const { id, view } = await entry();
    const [version] = await app.db.query(
      'select sha256 from nomination_version where nomination_id = $1 order by number desc limit 1',
      [id],
    );
    expect((await view()).sha256).toBe(version.sha256);
    expect(completeContent().title).not.toBe('Første tekst');
  });
});
