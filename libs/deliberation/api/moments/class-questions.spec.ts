import type { ClassQuestionsView, MinutesView } from '@award/deliberation/contract';
import type { MyEntriesView } from '@award/scoring/contract';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../../apps/api/testing/jury-story';
import { type SceneSeat, story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { Scoring } from '@award/scoring/api';

interface Refusal {
  refusal?: string;
}

const FINDING = 'SSB har rettet folketallet per 1. januar til 15 212.';

describe('a fault in the register that is found after scoring has opened', () => {
  let app: TestApp;
  let office: Visitor;
  let year = 2050;
  let jury: JuryScene;
  let as: Map<SceneSeat, Visitor>;
  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());

  /** The small class scores, and so does the large one, whose leader and second member read Arendal. */
  const scene = async (): Promise<{ chief: Visitor; other: SceneSeat }> => {
    jury = await juryStory(app, { year: (year += 1) });
    as = new Map();
    for (const seat of jury.members) as.set(seat, await app.visitor().signInAs(seat.key));
    const other = await story(app).seat(jury.edition, 'large', `Storleder ${year}`, {
      house: 'NHO',
      role: 'leader',
    });
    await story(app).declare(other, jury.arendal, jury.edition);
    for (const member of jury.members) await story(app).sheet(member, jury.rauma, jury.edition, 5);
    return { chief: await app.visitor().signInAs(other.key), other };
  };
  const of = (classCode = 'small') =>
    `/api/editions/${jury.edition.id}/classes/${classCode}/class-questions`;
  const by = (seat: SceneSeat) => as.get(seat) as Visitor;
  const ask = (who: Visitor = office, more: object = {}) =>
    who.post<{ id: string } & Refusal>(of(), {
      nominationId: jury.rauma.id,
      toClass: 'large',
      finding: FINDING,
      ...more,
    });
  const answer = (seat: SceneSeat, id: string, said: 'keep' | 'move') =>
    by(seat).put<Refusal>(`/api/class-questions/${id}/answer`, { answer: said });
  const settle = (id: string, reason = 'Folketallet var over grensen.') =>
    by(jury.leader).post<Refusal>(`/api/class-questions/${id}/settle`, { reason });
  const seen = async (who: Visitor, classCode = 'small') =>
    (await who.get<ClassQuestionsView>(of(classCode))).body;
  const answers = async (id: string, said: ('keep' | 'move')[]) => {
    for (const [at, one] of said.entries())
      expect((await answer(jury.members[at] as SceneSeat, id, one)).status).toBe(204);
  };
  const entriesOf = async (who: Visitor) =>
    (await who.get<MyEntriesView & Refusal>('/api/scoring/entries')).body;
  const count = async (sql: string) => (await app.db.query(sql, [jury.rauma.id]))[0].count;

  it('the jury moves the entry: old sheets are kept and count no more, the other class reads it anew', async () => {
    const { chief, other } = await scene();
    const { id } = (await ask()).body;
    expect(await seen(by(jury.nora))).toMatchObject({
      mayAsk: 'not-permitted',
      questions: [
        {
          municipality: 'Rauma',
          finding: FINDING,
          answered: 0,
          members: 4,
          mine: null,
          mayAnswer: null,
          maySettle: 'not-permitted',
          couldMove: null,
        },
      ],
    });
    await answers(id, ['move', 'keep', 'keep', 'move']);
    await answer(jury.nora, id, 'move');
    expect((await settle(id)).status).toBe(204);

    expect((await seen(office)).questions[0]?.settled).toMatchObject({
      outcome: 'move',
      inFavour: 3,
      against: 1,
      sheetsSetAside: 4,
      reason: 'Folketallet var over grensen.',
    });
    expect(
      (await entriesOf(by(jury.nora))).entries.map((one) => one.municipalityName).sort(),
    ).toEqual(['Fyresdal', 'Kvitsøy']);
    expect(
      await count(
        `select count(*)::int from score_sheet where nomination_id = $1 and class_code = 'small' and state = 'locked'`,
      ),
    ).toBe(4);
    const old = await app.get(Scoring).inputOfClass(app.db, jury.edition.id, 'small');
    expect([old.entries.includes(jury.rauma.id), old.sheets]).toEqual([false, []]);

    expect((await entriesOf(chief)).refusal).toBe('undeclared');
    await story(app).declare(other, { ...jury.rauma, classCode: 'large' }, jury.edition);
    expect((await entriesOf(chief)).entries.map((one) => one.municipalityName).sort()).toEqual([
      'Arendal',
      'Rauma',
    ]);
    const anew = await app.get(Scoring).inputOfClass(app.db, jury.edition.id, 'large');
    expect(anew.missing).toContainEqual({ seatId: other.id, nominationId: jury.rauma.id });
  });

  it('tells the municipality and both panels, and logs it without a word of the reason', async () => {
    const { other } = await scene();
    const { id } = (await ask(by(jury.leader))).body;
    await answers(id, ['move', 'move', 'move']);
    await settle(id);
    const mails: { template: string; recipient: string }[] = await app.db.query(
      `select template, recipient from mail_outbox where edition_id = $1 and (event_key like $2 or template = 'eligibility-reclassified')`,
      [jury.edition.id, `%${id}`],
    );
    const to = (template: string) =>
      mails.filter((one) => one.template === template).map((one) => one.recipient);
    expect(to('class-question')).toHaveLength(6);
    expect(to('class-entry-taken-in')).toContain(`${other.key.toLowerCase()}-large@jury.example`);
    expect(to('eligibility-reclassified').length).toBeGreaterThan(0);
    const log = await app.db.query(
      `select act, facts from audit where subject_id = $1 order by seq`,
      [id],
    );
    expect(log.map((one: { act: string }) => one.act)).toEqual([
      'class-question:ask',
      'class-question:settle',
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Folketallet|SSB/);
    expect(
      await count(
        `select count(*)::int from reclassification where nomination_id = $1 and ground = 'register-error' and to_class = 'large'`,
      ),
    ).toBe(1);
  });

  it('a tie keeps the class, and what is settled stays as it is', async () => {
    await scene();
    const { id } = (await ask()).body;
    await answers(id, ['move', 'keep', 'keep', 'move']);
    expect((await settle(id, 'Feilen endrer ikke vurderingen.')).status).toBe(204);
    expect((await seen(office)).questions[0]?.settled).toMatchObject({
      outcome: 'keep',
      against: 2,
    });
    expect(
      await count(`select count(*)::int from nomination where id = $1 and class_code = 'small'`),
    ).toBe(1);
    expect((await settle(id)).body).toEqual({ refusal: 'already-decided' });
    expect((await answer(jury.nora, id, 'move')).body).toEqual({ refusal: 'already-decided' });
    await expect(
      app.db.query(`update class_question set outcome = 'move' where id = $1`, [id]),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it.each<[string, (id: string) => Promise<{ body: Refusal }>, string]>([
    ['without enough answers', (id) => settle(id), 'quorum-missing'],
    [
      'by KS alone',
      async (id) => {
        await app.db.query(`update edition set quorum = 2 where id = $1`, [jury.edition.id]);
        await answer(jury.leader, id, 'move');
        await answer(jury.kjell, id, 'move');
        return settle(id);
      },
      'house-empty',
    ],
    [
      'with the answer of somebody who has stepped out since',
      async (id) => {
        await answers(id, ['move', 'move', 'move']);
        await story(app).rule(jury.leader, jury.nora, jury.fyresdal, jury.edition, 'recused');
        return settle(id);
      },
      'quorum-missing',
    ],
    [
      'without a reason',
      async (id) => {
        await answers(id, ['move', 'move', 'move']);
        return settle(id, ' ');
      },
      'reason-required',
    ],
    [
      'to a class that has closed its scoring',
      async (id) => {
        await answers(id, ['move', 'move', 'move']);
        await app.db.query(
          `update edition_class set stage = 'deliberation' where edition_id = $1 and code = 'large'`,
          [jury.edition.id],
        );
        return settle(id);
      },
      'wrong-stage',
    ],
    [
      'by a member',
      async (id) => by(jury.nora).post(`/api/class-questions/${id}/settle`, { reason: 'x' }),
      'not-permitted',
    ],
    ['asked a second time while it is open', async () => ask(), 'already-asked'],
    ['asked by a member', async () => ask(by(jury.nora)), 'not-permitted'],
    [
      'asked of an entry of the other class',
      async () => ask(office, { nominationId: jury.arendal.id }),
      'not-found',
    ],
    [
      'asked without what was found',
      async () => ask(office, { nominationId: jury.kvitsoy.id, finding: '  ' }),
      'reason-required',
    ],
  ])('is refused %s', async (_case, act, refusal) => {
    await scene();
    const { id } = (await ask()).body;
    expect((await act(id)).body).toMatchObject({ refusal });
    expect(
      await count(`select count(*)::int from nomination where id = $1 and class_code = 'small'`),
    ).toBe(1);
  });

  it('is nothing that the other class or a recused member is told of', async () => {
    const { chief } = await scene();
    const { id } = (await ask()).body;
    expect((await chief.get(of())).status).toBe(404);
    expect((await chief.put(`/api/class-questions/${id}/answer`, { answer: 'keep' })).status).toBe(
      404,
    );
    await story(app).rule(jury.leader, jury.nora, jury.fyresdal, jury.edition, 'recused');
    expect((await by(jury.nora).get<Refusal>(of())).body).toEqual({ refusal: 'recused' });
    expect((await answer(jury.nora, id, 'keep')).body).toEqual({ refusal: 'recused' });
  });

  it('is settled once under twenty clicks, and PostgreSQL moves no entry that the jury has begun on without it', async () => {
    await scene();
    const move = () =>
      app.db.query(`update nomination set class_code = 'large' where id = $1`, [jury.rauma.id]);
    await expect(move()).rejects.toMatchObject({
      driverError: { constraint: 'fk_assignment_nomination_id' },
    });
    const { id } = (await ask()).body;
    await answers(id, ['move', 'move', 'move']);
    const done = await Promise.all(Array.from({ length: 20 }, () => settle(id)));
    expect(done.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await count(`select count(*)::int from reclassification where nomination_id = $1`)).toBe(
      1,
    );
    await expect(
      story(app).assign(jury.nora, { ...jury.rauma, id: jury.rauma.id }, jury.edition),
    ).rejects.toMatchObject({ driverError: { constraint: 'fk_assignment_nomination_id' } });
  });

  it('stands in the minutes of both classes', async () => {
    const { chief, other } = await scene();
    const { id } = (await ask()).body;
    await answers(id, ['move', 'move', 'keep']);
    await settle(id);
    await story(app).declare(other, { ...jury.rauma, classCode: 'large' }, jury.edition);
    await app.db.query(`update edition_class set stage = 'deliberation' where edition_id = $1`, [
      jury.edition.id,
    ]);
    for (const [who, code] of [
      [by(jury.leader), 'small'],
      [chief, 'large'],
    ] as const) {
      const path = `/api/editions/${jury.edition.id}/classes/${code}`;
      await who.post(`${path}/meeting`, { present: [] });
      const made = (await who.post<{ id: string }>(`${path}/minutes`)).body.id;
      const minutes = (await who.get<MinutesView>(`/api/minutes/${made}`)).body;
      expect(minutes.content.classQuestions).toMatchObject([
        {
          nominationId: jury.rauma.id,
          outcome: 'move',
          toClass: 'large',
          finding: FINDING,
          inFavour: 2,
          against: 1,
        },
      ]);
      expect(minutes.entries[jury.rauma.id]?.municipality).toBe('Rauma');
      expect((await who.file(`/api/minutes/${made}/pdf`)).status).toBe(200);
    }
  });
});
