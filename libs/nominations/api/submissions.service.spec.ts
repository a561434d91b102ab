import { randomUUID } from 'node:crypto';
import type { Refusal } from '@award/award';
import type { MyEntryView, SavedView, SubmittedView } from '@award/nominations/contract';
import { completeContent, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { CallDeadline } from './call-deadline.service';
import { contentHash } from './content-hash';

interface Answered {
  refusal?: Refusal;
  details?: { receivedAt: string; deadline: string };
  fields?: object[];
  state?: string;
}

describe('sending an entry', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let made = 0;
  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    await scene.holder('Sekretæren', 'secretary');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.query(`update installation set clock_offset = '0'`);
    edition = await scene.edition({ phase: 'open', year: 2027 + made++ });
  });

  /** A municipality with a draft of its own, its submitter signed in. */
  async function draft(options: { population?: number; state?: string; content?: object } = {}) {
    const { population = 9000, state = 'draft', content = completeContent() } = options;
    const name = `Kommune ${randomUUID().slice(0, 8)}`;
    const municipalityId = await scene.municipality(name, population);
    await app.db.query(
      `insert into population (municipality_id, on_date, count, source) values ($1, make_date($2, 1, 1), $3, 'Register')
       on conflict (municipality_id, on_date) do update set source = 'Register'`,
      [municipalityId, edition.year - 1, population],
    );
    const nomination = await scene.nomination(edition, municipalityId, {
      state,
      population,
      content,
    });
    const key = `sender-${name}`;
    await scene.holder(key, 'municipality-submitter', { editionId: edition.id, municipalityId });
    const sender = await app.visitor().signInAs(key);
    return { ...nomination, municipalityId, name, sender, key };
  }
  const submit = (who: Visitor, id: string, lockVersion = 1, key?: string) =>
    who.post<SubmittedView & Answered>(
      `/api/nominations/${id}/submit`,
      { lockVersion },
      key ? { 'idempotency-key': key } : {},
    );
  const mine = async (who: Visitor) => (await who.get<MyEntryView>('/api/nominations/mine')).body;
  const clockAtDeadline = (offset: string) =>
    app.db.query(
      `update installation set clock_offset = (select deadline from edition where id = $1) + $2::interval - clock_timestamp()`,
      [edition.id, offset],
    );
  const rowsOf = (table: string, id: string) =>
    app.db.query(`select * from ${table} where nomination_id = $1`, [id]);
  const logOf = (id: string, act: string) =>
    app.db.query('select facts from audit where subject_id = $1 and act = $2', [id, act]);
  const mailsOf = (template: string, id: string): Promise<{ recipient: string }[]> =>
    app.db.query(
      'select recipient, language, words from mail_outbox where template = $1 and event_key like $2 order by recipient',
      [template, `%${id}%`],
    );

  it('freezes text, class and population, seals a version with its hash and sends receipts', async () => {
    const { id, sender, municipalityId, name, key } = await draft({ population: 15000 });
    await app.db.query(
      `update municipality set post_address = 'post@kommune.example' where id = $1`,
      [municipalityId],
    );
    const { status, body } = await submit(sender, id);
    expect(status).toBe(200);
    const view = await mine(sender);
    expect(view.entry).toMatchObject({ state: 'submitted', submitted: body });
    expect(view.entry?.acts).toEqual(['take-back', 'withdraw']);
    expect(view.classification).toEqual({
      classCode: 'large',
      population: 15000,
      date: `${edition.year - 1}-01-01`,
      source: 'Register',
      frozen: true,
      reason: null,
    });
    expect(body.sha256).toBe(contentHash(completeContent()));
    expect(body.reference).toBe(`${edition.year}-${view.municipality.number}-2`);
    expect(view.entry?.events.map(({ action, by }) => [action, by])).toEqual([
      ['start', null],
      ['submit', key],
    ]);
    const mails = await mailsOf('nomination-receipt', id);
    expect(mails.map(({ recipient }) => recipient)).toEqual(
      [
        'kari@kommune.example',
        'post@kommune.example',
        `${key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@people.example`,
      ].sort(),
    );
    expect(mails[0]).toMatchObject({
      language: 'nb',
      words: { municipality: name, className: 'Store kommuner', sha256: body.sha256 },
    });
    await app.db.query('update population set count = 14999 where municipality_id = $1', [
      municipalityId,
    ]);
    expect((await mine(sender)).classification).toMatchObject({
      classCode: 'large',
      population: 15000,
    });
  });

  it('refuses what is not finished and names each field', async () => {
    const { id, sender } = await draft({
      content: { ...completeContent(), title: '', contactEmail: 'kari@', text: 'å'.repeat(6001) },
    });
    const { status, body } = await submit(sender, id);
    expect([status, body.refusal]).toEqual([422, 'incomplete-form']);
    expect(body.fields).toEqual([
      { path: 'content.title', reason: 'missing' },
      { path: 'content.text', reason: 'too-long' },
      { path: 'content.contactEmail', reason: 'not-an-email' },
    ]);
    expect((await mine(sender)).entry?.state).toBe('draft');
  });

  it('refuses to send when the register knows no population for the date', async () => {
    const { id, sender, municipalityId } = await draft();
    await app.db.query('delete from population where municipality_id = $1', [municipalityId]);
    expect((await mine(sender)).classification).toBeNull();
    expect((await submit(sender, id)).body).toEqual({ refusal: 'unknown-class' });
  });

  it('refuses to send another text than the sender has seen', async () => {
    const { id, sender } = await draft();
    const saved = await sender.put<SavedView>(`/api/nominations/${id}`, {
      content: completeContent('Endret av en kollega'),
      writtenForm: 'nb',
      lockVersion: 1,
    });
    const stale = await submit(sender, id, 1);
    expect([stale.status, stale.body.refusal]).toEqual([409, 'stale-save']);
    expect(stale.body.details).toMatchObject({ lockVersion: 2, savedBy: expect.any(String) });
    expect((await submit(sender, id, saved.body.lockVersion)).status).toBe(200);
  });

  it('happens once for one key and for twenty different ones', async () => {
    const { id, sender } = await draft();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(sender, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      answers.filter(({ status, body }) => status === 409 && body.refusal === 'wrong-state'),
    ).toHaveLength(19);
    expect(await logOf(id, 'nomination:submit')).toHaveLength(1);
    expect(await rowsOf('nomination_step', id)).toHaveLength(1);
    expect(await mailsOf('nomination-receipt', id)).toHaveLength(2);

    const again = await draft();
    const key = randomUUID();
    const same = await Promise.all(
      Array.from({ length: 20 }, () => submit(again.sender, again.id, 1, key)),
    );
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(same.map(({ body }) => body.reference)).size).toBe(1);
    expect(await logOf(again.id, 'nomination:submit')).toHaveLength(1);
  });

  it('may be taken back, changed and sent again until the deadline', async () => {
    const { id, sender } = await draft();
    await submit(sender, id);
    const back = await sender.post<Answered>(`/api/nominations/${id}/take-back`);
    expect([back.status, back.body]).toEqual([200, { state: 'draft' }]);
    expect((await mine(sender)).entry?.submitted).toBeNull();
    expect((await sender.post(`/api/nominations/${id}/take-back`)).body).toEqual({
      refusal: 'wrong-state',
    });
    const second = await submit(sender, id);
    expect(second.body.versionNumber).toBe(3);
    expect(await mailsOf('nomination-receipt', id)).toHaveLength(4);
    await clockAtDeadline('1 second');
    const late = await sender.post<Answered>(`/api/nominations/${id}/take-back`);
    expect(late.body.refusal).toBe('past-deadline');
  });

  it('is in time a second before the deadline and late a second after, and says both times', async () => {
    const early = await draft();
    const late = await draft();
    await clockAtDeadline('-1 second');
    expect((await submit(early.sender, early.id)).status).toBe(200);
    await clockAtDeadline('1 second');
    const { status, body } = await submit(late.sender, late.id);
    expect([status, body.refusal]).toEqual([409, 'past-deadline']);
    const { receivedAt = '', deadline = '' } = body.details ?? {};
    const [{ deadline: stored }] = await app.db.query(
      'select deadline from edition where id = $1',
      [edition.id],
    );
    expect(deadline).toBe(stored.toISOString());
    const after = Date.parse(receivedAt) - Date.parse(deadline);
    expect(after).toBeGreaterThanOrEqual(1000);
    expect(after).toBeLessThan(3000);
  });

  it('counts from when the request came, not from when the lock was free or the call closed', async () => {
    const { id, sender } = await draft();
    await clockAtDeadline('-400 milliseconds');
    const waiting = app.db.createQueryRunner();
    await waiting.query('begin');
    await waiting.query('select from nomination where id = $1 for update', [id]);
    const answer = submit(sender, id);
    await new Promise((later) => setTimeout(later, 900));
    const sweeping = app.get(CallDeadline).sweep();
    await new Promise((later) => setTimeout(later, 100));
    await waiting.query('commit');
    await waiting.release();
    await sweeping;
    expect((await answer).status).toBe(200);
    const [row] = await app.db.query(
      `select n.state, n.received_at <= e.deadline as "inTime", e.phase, award_now() > e.deadline as "passed"
       from nomination n join edition e on e.id = n.edition_id where n.id = $1`,
      [id],
    );
    expect(row).toEqual({ state: 'submitted', inTime: true, phase: 'closed', passed: true });
  });

  it('at the deadline holds what is finished, lapses what is not, and asks once', async () => {
    const finished = await draft();
    const unfinished = await draft({ content: { title: 'Halvferdig' } });
    const tipped = await draft({ state: 'tipped', content: {} });
    const sent = await draft({ state: 'submitted' });
    await clockAtDeadline('1 second');
    await Promise.all(Array.from({ length: 8 }, () => app.get(CallDeadline).sweep()));
    const states = await app.db.query(
      'select state from nomination where id = any($1) order by array_position($1, id)',
      [[finished.id, unfinished.id, tipped.id, sent.id]],
    );
    expect(states.map(({ state }: { state: string }) => state)).toEqual([
      'held',
      'lapsed',
      'lapsed',
      'submitted',
    ]);
    expect(await app.db.query('select phase from edition where id = $1', [edition.id])).toEqual([
      { phase: 'closed' },
    ]);
    expect(await logOf(finished.id, 'nomination:hold')).toHaveLength(1);
    expect(
      await app.db.query(
        `select 1 from audit where subject_id = $1 and act = 'edition:close-call' and actor_id is null`,
        [edition.id],
      ),
    ).toHaveLength(1);
    expect(await mailsOf('nomination-held', finished.id)).toHaveLength(2);
    expect(await mailsOf('nomination-held', unfinished.id)).toHaveLength(0);
    expect((await mine(finished.sender)).entry?.acts).toEqual([
      'send-held',
      'decline-held',
      'withdraw',
    ]);
  });

  it('closes the call when a page is read after the deadline', async () => {
    const { sender } = await draft();
    await clockAtDeadline('2 seconds');
    const view = await mine(sender);
    expect([view.call.phase, view.entry?.state]).toEqual(['closed', 'held']);
  });

  it('sends what was on hold until the next working day at noon, and lapses it after', async () => {
    const one = await draft();
    const other = await draft();
    const third = await draft();
    await app.db.query(
      `update edition set deadline = '2026-11-20T11:00:00Z', opens_at = '2026-10-01' where id = $1`,
      [edition.id],
    );
    await clockAtDeadline('1 hour');
    await app.get(CallDeadline).sweep();
    const declined = await third.sender.post<Answered>(`/api/nominations/${third.id}/decline-held`);
    expect(declined.body).toEqual({ state: 'lapsed' });
    await clockAtDeadline('2 days 23 hours 59 minutes 58 seconds');
    expect((await submit(one.sender, one.id)).status).toBe(200);
    expect((await mine(one.sender)).entry?.events.at(-1)?.action).toBe('send-held');
    await clockAtDeadline('3 days 1 second');
    const late = await submit(other.sender, other.id);
    expect(late.body.refusal).toBe('past-deadline');
    expect(late.body.details?.deadline).toBe('2026-11-23T11:00:00.000Z');
    await app.get(CallDeadline).sweep();
    expect((await mine(other.sender)).entry?.state).toBe('lapsed');
    expect(await mailsOf('nomination-lapsed', other.id)).toHaveLength(2);
  });

  it('is written on when the call is reopened, held or lapsed', async () => {
    const finished = await draft();
    const unfinished = await draft({ content: { title: 'Halvferdig' } });
    await clockAtDeadline('1 second');
    await app.get(CallDeadline).sweep();
    const resume = ({ sender, id }: { sender: Visitor; id: string }) =>
      sender.post<Answered>(`/api/nominations/${id}/resume-writing`);
    expect((await resume(finished)).body.refusal).toBe('past-deadline');
    await app.db.query(
      `update edition set phase = 'open', deadline = award_now() + interval '1 day' where id = $1`,
      [edition.id],
    );
    for (const one of [finished, unfinished]) {
      expect((await resume(one)).body).toEqual({ state: 'draft' });
    }
    expect((await mine(unfinished.sender)).entry?.acts).toEqual(['write', 'withdraw']);
  });

  it('comes back after a return until its own date, and keeps the class it has', async () => {
    const { id, sender, municipalityId } = await draft({ state: 'returned', population: 14900 });
    await app.db.query(`update edition set phase = 'closed' where id = $1`, [edition.id]);
    await clockAtDeadline('2 days');
    await app.db.query(
      `update nomination set return_due_at = award_now() + interval '1 hour' where id = $1`,
      [id],
    );
    await app.db.query('update population set count = 20000 where municipality_id = $1', [
      municipalityId,
    ]);
    const saved = await sender.put<SavedView>(`/api/nominations/${id}`, {
      content: completeContent('Rettet'),
      writtenForm: 'nb',
      lockVersion: 1,
    });
    expect(saved.status).toBe(200);
    expect((await submit(sender, id, saved.body.lockVersion)).status).toBe(200);
    const view = await mine(sender);
    expect(view.entry).toMatchObject({ state: 'submitted', returned: null });
    expect(view.classification).toMatchObject({ classCode: 'small', population: 14900 });

    const late = await draft({ state: 'returned' });
    await app.db.query(
      `update nomination set return_due_at = award_now() - interval '1 second' where id = $1`,
      [late.id],
    );
    expect((await submit(late.sender, late.id)).body.refusal).toBe('past-deadline');
  });

  it('withdraws once, tells the secretariat when it has begun, and leaves room for another', async () => {
    const { id, sender, name } = await draft({ state: 'in-eligibility-check' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        sender.post<Answered>(`/api/nominations/${id}/withdraw`, { reason: 'Ny ledelse' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await logOf(id, 'nomination:withdraw')).toHaveLength(1);
    const mails = await mailsOf('nomination-withdrawn', id);
    expect(mails).toEqual([
      {
        recipient: 'sekret.ren@people.example',
        language: 'nb',
        words: expect.objectContaining({ municipality: name }),
      },
    ]);
    const view = await mine(sender);
    expect(view.entry?.state).toBe('withdrawn');
    expect(view.entry?.events.at(-1)).toMatchObject({ action: 'withdraw', reason: 'Ny ledelse' });
    expect(view.mayStart).toBe(true);
    const begun = await sender.post<MyEntryView>('/api/nominations/mine');
    expect(begun.body.entry).toMatchObject({ state: 'draft' });
    expect(begun.body.entry?.id).not.toBe(id);
  });

  it('takes over a tip, says no to it, and changes its mind', async () => {
    const { id, sender } = await draft({ state: 'tipped', content: {} });
    const answer = (say: string) =>
      sender.post<Answered>(`/api/nominations/${id}/answer-tip`, { answer: say });
    expect((await answer('decline')).body).toEqual({ state: 'declined' });
    expect((await answer('decline')).body).toEqual({ refusal: 'wrong-state' });
    expect((await answer('accept')).body).toEqual({ state: 'draft' });
    expect((await mine(sender)).entry?.acts).toEqual(['write', 'withdraw']);
  });

  it('never tells the municipality how far the jury has come', async () => {
    const { id, sender } = await draft({ state: 'in-review' });
    const before = (await mine(sender)).entry;
    await app.db.query(`update nomination set state = 'assessed' where id = $1`, [id]);
    await app.db.query(
      `insert into nomination_step (nomination_id, action, from_state, to_state) values ($1, 'finish-review', 'in-review', 'assessed')`,
      [id],
    );
    expect((await mine(sender)).entry).toEqual(before);
  });
});
