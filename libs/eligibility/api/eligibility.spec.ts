import { randomUUID } from 'node:crypto';
import type { CheckedEntryView, EntryCounts, EntryPage } from '@award/eligibility/contract';
import { statementsOf } from '../../../apps/api/testing/statements';
import {
  completeContent,
  type SceneEdition,
  type SceneNomination,
  story,
} from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';

const MET = { 'about-business-development': 'met', 'nothing-confidential': 'met' };
const CONFIDENTIAL = { ...MET, 'nothing-confidential': 'not-met' };
const OPEN = { ...MET, 'nothing-confidential': 'open' };
const SOON = '2099-01-04T11:00:00Z';

describe('the formal check', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let secretary: Visitor;
  let officer: Visitor;
  let submitter: Visitor;
  let juror: Visitor;
  let made = 0;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition({ phase: 'closed' });
    const other = await scene.municipality('Utenfor', 3000);
    await scene.holder('Sekretær', 'secretary', { editionId: edition.id });
    await scene.holder('Saksbehandler', 'case-officer');
    await scene.holder('Kommune', 'municipality-submitter', {
      editionId: edition.id,
      municipalityId: other,
    });
    await scene.seat(edition, 'small', 'Juror');
    secretary = await app.visitor().signInAs('Sekretær');
    officer = await app.visitor().signInAs('Saksbehandler');
    submitter = await app.visitor().signInAs('Kommune');
    juror = await app.visitor().signInAs('Juror');
  });
  afterAll(() => app.close());

  async function entry(
    state = 'submitted',
    options: { population?: number; content?: object; name?: string } = {},
  ): Promise<SceneNomination & { name: string }> {
    const name = options.name ?? `Kommune ${++made}`;
    const municipalityId = await scene.municipality(name, options.population ?? 9000);
    const nomination = await scene.nomination(edition, municipalityId, {
      state,
      population: options.population ?? 9000,
      content: options.content ?? completeContent(`Tiltak i ${name}`),
    });
    return { ...nomination, name };
  }
  const at = (id: string, act = '') => `/api/eligibility/entries/${id}${act && `/${act}`}`;
  const act = (who: Visitor, id: string, name: string, body: object = {}) =>
    who.post<{ refusal?: string; state?: string; classCode?: string }>(at(id, name), body);
  const decide = (id: string, body: object) =>
    act(secretary, id, 'decision', { judged: MET, reason: '', ...body });
  const seen = async (id: string) => (await secretary.get<CheckedEntryView>(at(id))).body;
  const mailsOf = (template: string, id: string) =>
    app.db.query(
      'select recipient, language, words from mail_outbox where template = $1 and event_key like $2',
      [template, `%${id}%`],
    );
  const logOf = (id: string, what: string) =>
    app.db.query(
      'select acting_role as role, facts from audit where subject_id = $1 and act = $2',
      [id, what],
    );

  it('goes from submitted to eligible, and the municipality is told in its written form', async () => {
    const { id, name } = await entry();
    await app.db.query(`update nomination set written_form = 'nn' where id = $1`, [id]);
    expect((await seen(id)).acts).toEqual(['start-check', 'reclassify']);
    expect((await act(officer, id, 'start-check')).body).toEqual({ state: 'in-eligibility-check' });
    expect((await decide(id, { outcome: 'eligible' })).body).toEqual({ state: 'eligible' });
    const view = await seen(id);
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
    expect(await mailsOf('eligibility-eligible', id)).toEqual([
      { recipient: 'kari@kommune.example', language: 'nn', words: { municipality: name } },
    ]);
    expect(await logOf(id, 'nomination:find-eligible')).toEqual([
      {
        role: 'secretary',
        facts: { from: 'in-eligibility-check', to: 'eligible', checkId: expect.any(String) },
      },
    ]);
  });

  it('returns with a list and a new date, and goes on when the date is past', async () => {
    const { id } = await entry('in-eligibility-check');
    const body = {
      outcome: 'returned',
      judged: CONFIDENTIAL,
      reason: 'Ta ut lønnstallene\nSkriv kilden',
      dueAt: SOON,
    };
    expect((await decide(id, body)).body).toEqual({ state: 'returned' });
    expect(await seen(id)).toMatchObject({ state: 'returned', dueAt: '2099-01-04T11:00:00.000Z' });
    expect((await mailsOf('eligibility-returned', id))[0]?.words.due).toBe(
      'søndag 4. januar 2099 kl. 12.00',
    );
    expect((await act(officer, id, 'resume-check')).body).toEqual({ refusal: 'wrong-phase' });
    await app.db.query(
      `update nomination set return_due_at = award_now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await act(officer, id, 'resume-check')).body).toEqual({
      state: 'in-eligibility-check',
    });
  });

  it('finds ineligible with the reason, and reopens with a reason until scoring', async () => {
    const { id } = await entry('in-eligibility-check');
    const found = await decide(id, {
      outcome: 'ineligible',
      judged: CONFIDENTIAL,
      reason: 'Taushetsbelagt',
    });
    expect(found.body).toEqual({ state: 'ineligible' });
    expect((await act(secretary, id, 'reopen-check', { reason: ' ' })).body).toEqual({
      refusal: 'reason-required',
    });
    expect((await act(secretary, id, 'reopen-check', { reason: 'Ny vurdering' })).body).toEqual({
      state: 'in-eligibility-check',
    });
    expect(await mailsOf('eligibility-reopened', id)).toHaveLength(1);
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
    const { id } = await entry('in-eligibility-check');
    expect((await decide(id, body)).body).toMatchObject({ refusal });
    expect((await seen(id)).state).toBe('in-eligibility-check');
  });

  it('sees by itself what is missing in the text that was sent', async () => {
    const { id } = await entry('in-eligibility-check', {
      content: { ...completeContent(), contactName: '', confirmedWithChiefExecutive: false },
    });
    expect((await seen(id)).checklist).toMatchObject({
      'in-register': 'met',
      'form-complete': 'not-met',
      'agreed-with-chief-executive': 'not-met',
      'nothing-confidential': 'open',
    });
    expect((await decide(id, { outcome: 'eligible' })).body).toEqual({
      refusal: 'checklist-not-met',
    });
  });

  it('shows the text as it was sent, not what is being written after a return', async () => {
    const { id, name } = await entry('returned');
    await app.db.query('update nomination set content = $2 where id = $1', [
      id,
      JSON.stringify(completeContent('Halvveis rettet')),
    ]);
    expect((await seen(id)).content.title).toBe(`Tiltak i ${name}`);
  });

  it('decides once, however many press', async () => {
    const { id } = await entry('in-eligibility-check');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => decide(id, { outcome: 'eligible' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.refusal === 'wrong-state')).toHaveLength(19);
    expect(await logOf(id, 'nomination:find-eligible')).toHaveLength(1);
    expect(await mailsOf('eligibility-eligible', id)).toHaveLength(1);
    expect(
      await app.db.query('select 1 from eligibility_check where nomination_id = $1', [id]),
    ).toHaveLength(1);
  });

  it('does not start before the call has closed', async () => {
    const { id } = await entry();
    await app.db.query(
      `update edition set phase = 'open', deadline = award_now() + interval '1 day' where id = $1`,
      [edition.id],
    );
    expect((await act(secretary, id, 'start-check')).body).toEqual({ refusal: 'wrong-phase' });
    await app.db.query(
      `update edition set phase = 'closed', deadline = award_now() - interval '10 days' where id = $1`,
      [edition.id],
    );
  });

  describe('moving to another class', () => {
    const waiver = { classCode: 'large', ground: 'waiver', reason: 'Regionsenter' };

    it('is done before scoring with a reason that is kept, told and logged', async () => {
      const { id, name } = await entry('eligible', { population: 14900 });
      expect((await act(secretary, id, 'reclassify', waiver)).body).toEqual({ classCode: 'large' });
      expect(await seen(id)).toMatchObject({
        classCode: 'large',
        population: 14900,
        reclassifications: [
          {
            from: 'small',
            to: 'large',
            ground: 'waiver',
            reason: 'Regionsenter',
            decidedBy: 'Sekretær',
          },
        ],
      });
      expect(await mailsOf('eligibility-reclassified', id)).toEqual([
        {
          recipient: 'kari@kommune.example',
          language: 'nb',
          words: { municipality: name, className: 'Store kommuner' },
        },
      ]);
      expect(await logOf(id, 'nomination:reclassify')).toEqual([
        { role: 'secretary', facts: { from: 'small', to: 'large', ground: 'waiver' } },
      ]);
    });

    it.each<[string, object, string]>([
      ['without a reason', { ...waiver, reason: '  ' }, 'reason-required'],
      ['to the class it has', { ...waiver, classCode: 'small' }, 'unknown-class'],
      ['to a class there is not', { ...waiver, classCode: 'medium' }, 'unknown-class'],
      ['on a ground there is not', { ...waiver, ground: 'wish' }, 'bad-input'],
    ])('is refused %s', async (_case, body, refusal) => {
      const { id } = await entry('eligible');
      expect((await act(secretary, id, 'reclassify', body)).body).toMatchObject({ refusal });
    });

    it('is the secretary’s alone', async () => {
      const { id } = await entry('eligible');
      expect((await act(officer, id, 'reclassify', waiver)).status).toBe(403);
      expect((await officer.get<CheckedEntryView>(at(id))).body.acts).toEqual(['reopen-check']);
    });

    it('is refused when either class has begun to score, or the jury has ruled on the entry', async () => {
      const { id } = await entry('eligible');
      const stage = (code: string, value: string) =>
        app.db.query('update edition_class set stage = $3 where edition_id = $1 and code = $2', [
          edition.id,
          code,
          value,
        ]);
      for (const code of ['small', 'large']) {
        await stage(code, 'scoring');
        expect((await act(secretary, id, 'reclassify', waiver)).body).toEqual({
          refusal: 'wrong-stage',
        });
        expect((await seen(id)).acts).not.toContain('reclassify');
        await stage(code, 'waiting');
      }
      const leader = await scene.seat(edition, 'small', `Leder ${randomUUID()}`, {
        role: 'leader',
      });
      const member = await scene.seat(edition, 'small', `Medlem ${randomUUID()}`);
      await app.db.query(
        `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by)
         values ($1, $2, $3, 'small', 'recused', $4)`,
        [member.id, id, edition.id, leader.id],
      );
      expect((await act(secretary, id, 'reclassify', waiver)).body).toEqual({
        refusal: 'wrong-stage',
      });
    });

    it('happens once', async () => {
      const { id } = await entry('submitted');
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => act(secretary, id, 'reclassify', waiver)),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await logOf(id, 'nomination:reclassify')).toHaveLength(1);
      expect(await mailsOf('eligibility-reclassified', id)).toHaveLength(1);
    });
  });

  describe('the list', () => {
    let listed: SceneEdition;
    let reader: Visitor;
    const names = ['Ål', 'Åndalsnes', 'Zeta', 'Ærøy', 'Østfold', 'Alta', 'Hábmer'];

    beforeAll(async () => {
      const current = edition;
      listed = await scene.edition({ phase: 'closed', year: 2031 });
      edition = listed;
      for (const name of names) await entry('submitted', { name });
      await entry('draft', { name: 'Kladd' });
      await entry('submitted', { name: 'Storby', population: 15000 });
      edition = current;
      await scene.holder('Leser', 'case-officer', { editionId: listed.id });
      reader = await app.visitor().signInAs('Leser');
    });
    const list = async (who: Visitor, query: string) =>
      (await who.get<EntryPage>(`/api/eligibility/entries?${query}`)).body;

    it('holds one class at a time, in Norwegian order, without what has not been sent', async () => {
      const page = await list(reader, 'classCode=small');
      expect(page.rows.map(({ municipality }) => municipality.name)).toEqual([
        'Alta',
        'Hábmer',
        'Zeta',
        'Ærøy',
        'Østfold',
        'Ål',
        'Åndalsnes',
      ]);
      expect(page.rows[0]).toMatchObject({
        title: 'Tiltak i Alta',
        state: 'submitted',
        classCode: 'small',
        population: 9000,
        dueAt: null,
        reclassified: false,
      });
      expect((await reader.get('/api/eligibility/entries')).status).toBe(400);
    });

    it.each([
      ['search=hab', ['Hábmer']],
      ['search=aland', []],
      ['search=%C3%A5nd', ['Åndalsnes']],
      ['search=tiltak%20i%20z', ['Zeta']],
      ['search=%25', []],
      ['state=eligible', []],
    ])('finds by %s', async (query, found) => {
      const { rows } = await list(reader, `classCode=small&${query}`);
      expect(rows.map(({ municipality }) => municipality.name)).toEqual(found);
    });

    it('counts each class by itself', async () => {
      const counts = (await reader.get<EntryCounts>('/api/eligibility/counts')).body;
      expect(counts.edition.year).toBe(2031);
      expect(counts.classes.map(({ code, states }) => [code, states])).toEqual([
        ['small', { submitted: 7 }],
        ['large', { submitted: 1 }],
      ]);
    });

    it('is paged by key, each entry once, in as many statements for 10 entries as for 120', async () => {
      const few = await statementsOf(app, () => list(reader, 'classCode=small'));
      const current = edition;
      edition = listed;
      for (let more = 0; more < 113; more++) await entry('eligible');
      edition = current;
      const seenIds: string[] = [];
      let after: string | null = '';
      let pages = 0;
      while (after !== null) {
        const page: EntryPage = await list(
          reader,
          `classCode=small${after && `&after=${encodeURIComponent(after)}`}`,
        );
        seenIds.push(...page.rows.map(({ id }) => id));
        after = page.after;
        pages += 1;
      }
      expect([pages, seenIds.length, new Set(seenIds).size]).toEqual([3, 120, 120]);
      const many = await statementsOf(app, () => list(reader, 'classCode=small'));
      expect(many.length).toBe(few.length);
      expect((await reader.get('/api/eligibility/entries?classCode=small&after=x')).status).toBe(
        400,
      );
    });

    it('is of the grant’s own edition: another’s is answered as one that is not there', async () => {
      const { id } = await entry();
      const unknown = await reader.get(at(randomUUID()));
      expect([unknown.status, unknown.body]).toEqual([404, { refusal: 'not-found' }]);
      for (const answer of [
        await reader.get(at(id)),
        await reader.get(`/api/eligibility/counts?edition=${edition.id}`),
        await act(reader, id, 'start-check'),
        await reader.get(at('not-an-id')),
      ]) {
        expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
      }
      const across = await officer.get<EntryCounts>(`/api/eligibility/counts?edition=${listed.id}`);
      expect(across.body.edition.id).toBe(listed.id);
    });
  });

  it('keeps a draft from the secretariat, and the check from everybody else', async () => {
    const draft = await entry('draft');
    expect((await secretary.get(at(draft.id))).status).toBe(404);
    const { id } = await entry();
    for (const [who, status] of [
      [submitter, 403],
      [juror, 403],
      [app.visitor(), 401],
    ] as const) {
      expect((await who.get(at(id))).status).toBe(status);
      expect((await act(who, id, 'start-check')).status).toBe(status);
      expect((await who.get('/api/eligibility/entries?classCode=small')).status).toBe(status);
    }
  });
});
