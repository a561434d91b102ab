import { randomUUID } from 'node:crypto';
import type { BulkReport } from '@award/eligibility/contract';
import { completeContent } from '../../../apps/api/testing/story';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { checkingScene, MET } from '../../../apps/api/testing/checking-scene';

const CONFIDENTIAL = { ...MET, 'nothing-confidential': 'not-met' };
const OPEN = { ...MET, 'nothing-confidential': 'open' };
const TWICE = '0b7c0d2e-6a3f-4c1d-9e55-1d2f3a4b5c6d';
const SOON = '2099-01-04T11:00:00Z';

describe('the formal check', () => {
  let app: TestApp;
  let submitter: Visitor;
  let juror: Visitor;
  let s: Awaited<ReturnType<typeof checkingScene>>;
  beforeAll(async () => {
    app = await testApp();
    s = await checkingScene(app);
    const other = await s.scene.municipality('Utenfor', 3000);
    await s.scene.holder('Kommune', 'municipality-submitter', {
      editionId: s.edition.id,
      municipalityId: other,
    });
    await s.scene.seat(s.edition, 'small', 'Juror');
    submitter = await app.visitor().signInAs('Kommune');
    juror = await app.visitor().signInAs('Juror');
  });
  afterAll(() => app.close());

  it('goes from submitted to eligible, and the municipality is told in its written form', async () => {
    const { id, name } = await s.entry();
    await app.db.query(`update nomination set written_form = 'nn' where id = $1`, [id]);
    expect((await s.seen(id)).acts).toEqual(['start-check', 'reclassify']);
    expect((await s.act(s.officer, id, 'start-check')).body).toEqual({
      state: 'in-eligibility-check',
    });
    expect((await s.decide(id, { outcome: 'eligible' })).body).toEqual({ state: 'eligible' });
    const view = await s.seen(id);
    expect(view.checks).toEqual([
      {
        outcome: 'eligible',
        checklist: { ...view.checklist, ...MET },
        reason: null,
        dueAt: null,
        decidedBy: 'Sekretær',
        decidedAt: expect.any(String),
      },
    ]);
    expect(Object.values(view.checks[0]?.checklist ?? {})).toEqual(Array(8).fill('met'));
    expect(view.steps.map(({ action, by }) => [action, by])).toEqual([
      ['start-check', 'Saksbehandler'],
      ['find-eligible', 'Sekretær'],
    ]);
    expect(await s.mailsOf('eligibility-eligible', id)).toEqual([
      { recipient: 'kari@kommune.example', language: 'nn', words: { municipality: name } },
    ]);
    expect(await s.logOf(id, 'nomination:find-eligible')).toEqual([
      {
        role: 'secretary',
        facts: { from: 'in-eligibility-check', to: 'eligible', checkId: expect.any(String) },
      },
    ]);
  });

  it('returns with a list and a new date, and goes on when the date is past', async () => {
    const { id } = await s.entry('in-eligibility-check');
    const body = {
      outcome: 'returned',
      judged: CONFIDENTIAL,
      reason: 'Ta ut lønnstallene\nSkriv kilden',
      dueAt: SOON,
    };
    expect((await s.decide(id, body)).body).toEqual({ state: 'returned' });
    expect(await s.seen(id)).toMatchObject({
      state: 'returned',
      dueAt: '2099-01-04T11:00:00.000Z',
    });
    expect((await s.mailsOf('eligibility-returned', id))[0]?.words.due).toBe(
      'søndag 4. januar 2099 kl. 12.00',
    );
    expect((await s.act(s.officer, id, 'resume-check')).body).toEqual({ refusal: 'wrong-phase' });
    await app.db.query(
      `update nomination set return_due_at = award_now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await s.act(s.officer, id, 'resume-check')).body).toEqual({
      state: 'in-eligibility-check',
    });
  });

  it('finds ineligible with the reason, and reopens with a reason until scoring', async () => {
    const { id } = await s.entry('in-eligibility-check');
    const found = await s.decide(id, {
      outcome: 'ineligible',
      judged: CONFIDENTIAL,
      reason: 'Taushetsbelagt',
    });
    expect(found.body).toEqual({ state: 'ineligible' });
    expect((await s.act(s.secretary, id, 'reopen-check', { reason: ' ' })).body).toEqual({
      refusal: 'reason-required',
    });
    expect((await s.act(s.secretary, id, 'reopen-check', { reason: 'Ny vurdering' })).body).toEqual(
      {
        state: 'in-eligibility-check',
      },
    );
    expect(await s.mailsOf('eligibility-reopened', id)).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['eligible with a question open', { outcome: 'eligible', judged: OPEN }, 'checklist-open'],
    [
      'eligible with something not met',
      { outcome: 'eligible', judged: CONFIDENTIAL },
      'checklist-not-met',
    ],
    [
      'returned without a list',
      { outcome: 'returned', judged: CONFIDENTIAL, dueAt: SOON },
      'nothing-to-complete',
    ],
    [
      'returned without a date',
      { outcome: 'returned', judged: CONFIDENTIAL, reason: 'x' },
      'timetable-order',
    ],
    [
      'returned with a date that is past',
      { outcome: 'returned', judged: CONFIDENTIAL, reason: 'x', dueAt: '2020-01-01T11:00:00Z' },
      'timetable-order',
    ],
    [
      'returned with everything met',
      { outcome: 'returned', reason: 'x', dueAt: SOON },
      'nothing-to-complete',
    ],
    [
      'ineligible without a reason',
      { outcome: 'ineligible', judged: CONFIDENTIAL },
      'reason-required',
    ],
    [
      'ineligible with everything met',
      { outcome: 'ineligible', reason: 'x' },
      'nothing-to-complete',
    ],
    ['an outcome there is not', { outcome: 'finalist' }, 'bad-input'],
    [
      'a judgement there is not',
      { outcome: 'eligible', judged: { ...MET, quality: 'met' } },
      'bad-input',
    ],
    ['a date that is none', { outcome: 'returned', reason: 'x', dueAt: '2099-13-45' }, 'bad-input'],
  ])('refuses %s', async (_case, body, refusal) => {
    const { id } = await s.entry('in-eligibility-check');
    expect((await s.decide(id, body)).body).toMatchObject({ refusal });
    expect((await s.seen(id)).state).toBe('in-eligibility-check');
  });

  it('sees by itself what is missing in the text that was sent', async () => {
    const { id } = await s.entry('in-eligibility-check', {
      content: { ...completeContent(), contactName: '', confirmedWithChiefExecutive: false },
    });
    expect((await s.seen(id)).checklist).toMatchObject({
      'in-register': 'met',
      'form-complete': 'not-met',
      'agreed-with-chief-executive': 'not-met',
      'nothing-confidential': 'open',
    });
    expect((await s.decide(id, { outcome: 'eligible' })).body).toEqual({
      refusal: 'checklist-not-met',
    });
  });

  it('shows the text as it was sent, not what is being written after a return', async () => {
    const { id, name } = await s.entry('returned');
    await app.db.query('update nomination set content = $2 where id = $1', [
      id,
      JSON.stringify(completeContent('Halvveis rettet')),
    ]);
    expect((await s.seen(id)).content.title).toBe(`Tiltak i ${name}`);
  });

  it('decides once, however many press', async () => {
    const { id } = await s.entry('in-eligibility-check');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => s.decide(id, { outcome: 'eligible' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.refusal === 'wrong-state')).toHaveLength(19);
    expect(await s.logOf(id, 'nomination:find-eligible')).toHaveLength(1);
    expect(await s.mailsOf('eligibility-eligible', id)).toHaveLength(1);
    expect(
      await app.db.query('select 1 from eligibility_check where nomination_id = $1', [id]),
    ).toHaveLength(1);
  });

  it('does not start before the call has closed', async () => {
    const { id } = await s.entry();
    await app.db.query(
      `update edition set phase = 'open', deadline = award_now() + interval '1 day' where id = $1`,
      [s.edition.id],
    );
    expect((await s.act(s.secretary, id, 'start-check')).body).toEqual({ refusal: 'wrong-phase' });
    await app.db.query(
      `update edition set phase = 'closed', deadline = award_now() - interval '10 days' where id = $1`,
      [s.edition.id],
    );
  });

  it('keeps a draft from the secretariat, and the check from everybody else', async () => {
    const draft = await s.entry('draft');
    expect((await s.secretary.get(s.at(draft.id))).status).toBe(404);
    const { id } = await s.entry();
    for (const [who, status] of [
      [submitter, 403],
      [juror, 403],
      [app.visitor(), 401],
    ] as const) {
      expect((await who.get(s.at(id))).status).toBe(status);
      expect((await s.act(who, id, 'start-check')).status).toBe(status);
      expect((await who.get('/api/eligibility/entries?classCode=small')).status).toBe(status);
    }
  });

  describe('of several entries at once', () => {
    const several = (act: string, body: object, who = s.secretary, key = randomUUID()) =>
      who.post<BulkReport>(`/api/eligibility/${act}`, body, { 'idempotency-key': key });
    const decision = { outcome: 'eligible', judged: MET, reason: '' };

    it('asks for each by itself, and tells what was done and what was refused', async () => {
      const [one, two, draft, done] = [
        await s.entry('in-eligibility-check'),
        await s.entry('in-eligibility-check', { content: { ...completeContent(), text: '' } }),
        await s.entry('draft'),
        await s.entry('eligible'),
      ];
      const ids = [one, two, draft, done].map(({ id }) => id);
      const { status, body } = await several('decisions', { ids, decision });
      expect([status, body]).toEqual([
        200,
        {
          done: [{ id: one.id, state: 'eligible' }],
          refused: [
            { id: two.id, refusal: 'checklist-not-met' },
            { id: draft.id, refusal: 'not-found' },
            { id: done.id, refusal: 'wrong-state' },
          ],
        },
      ]);
      expect(await s.mailsOf('eligibility-eligible', one.id)).toHaveLength(1);
      expect(await s.mailsOf('eligibility-eligible', two.id)).toHaveLength(0);
      expect((await s.seen(two.id)).checks).toEqual([]);
    });

    it('answers the same once more to the same key, and does nothing twice at once', async () => {
      const entries = [await s.entry(), await s.entry(), await s.entry()];
      const ids = entries.map(({ id }) => id);
      const key = randomUUID();
      const [first, second] = [
        await several('start-checks', { ids }, s.officer, key),
        await several('start-checks', { ids }, s.officer, key),
      ];
      expect(first.body.done).toHaveLength(3);
      expect(second.body).toEqual(first.body);
      const clicks = await Promise.all(
        Array.from({ length: 6 }, () => several('decisions', { ids, decision })),
      );
      for (const { id } of entries) {
        const times = clicks.filter(({ body }) => body.done.some((done) => done.id === id));
        expect(times).toHaveLength(1);
        expect(await s.mailsOf('eligibility-eligible', id)).toHaveLength(1);
        expect(await s.logOf(id, 'nomination:find-eligible')).toHaveLength(1);
      }
      expect(clicks.flatMap(({ body }) => body.refused)).toHaveLength(15);
    });

    it('goes on where it stopped when it was cut off and is sent again', async () => {
      const [one, two] = [await s.entry(), await s.entry()];
      const key = randomUUID();
      await several('start-checks', { ids: [one.id] }, s.secretary, key);
      const { body } = await several('start-checks', { ids: [one.id, two.id] }, s.secretary, key);
      expect(body.done.map(({ id }) => id)).toEqual([one.id, two.id]);
      expect(await s.logOf(one.id, 'nomination:start-check')).toHaveLength(1);
    });

    it.each([
      ['nothing', { ids: [] }],
      ['the same twice', { ids: [TWICE, TWICE.toUpperCase()] }],
      ['what has no id', { ids: ['x'] }],
      ['more than a hundred', { ids: Array.from({ length: 101 }, () => randomUUID()) }],
    ])('is refused as a whole with %s', async (_case, body) => {
      expect((await several('start-checks', body)).status).toBe(400);
    });

    it('is refused as a whole with a date that is none', async () => {
      const { id } = await s.entry('in-eligibility-check');
      const returned = { outcome: 'returned', judged: OPEN, reason: 'x', dueAt: '2099-13-45' };
      expect((await several('decisions', { ids: [id], decision: returned })).status).toBe(400);
    });

    it('is no act of the jury or a municipality', async () => {
      const { id } = await s.entry();
      for (const who of [juror, submitter])
        expect((await several('start-checks', { ids: [id] }, who)).status).toBe(403);
    });
  });
});
