import type { EditionView } from '@award/editions/contract';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Answer, Visitor } from '../../../apps/api/demo/visitor';
import { CallOpening } from './call-opening.service';

type Refusing = { refusal: string; fields: { path: string; reason: string }[] };

describe('the dates of an edition and what they open', () => {
  let app: TestApp;
  let secretary: Visitor;
  let now: Date;
  let year = 2030;
  beforeAll(async () => {
    app = await testApp();
    [{ now }] = await app.db.query('select award_now() as now');
    await story(app).holder('solveig', 'secretary');
    secretary = await app.visitor().signInAs('solveig');
  });
  afterAll(() => app.close());

  const anEdition = (phase: string) => story(app).edition({ phase, year: (year += 1) });
  const actsOn = async ({ id }: SceneEdition): Promise<string[]> =>
    (await app.db.query('select act from audit where edition_id = $1 order by seq', [id])).map(
      (row: { act: string }) => row.act,
    );

  const view = async ({ id }: SceneEdition) =>
    (await secretary.get<EditionView>(`/api/editions/${id}`)).body;
  const change = async (
    scene: SceneEdition,
    changes: object,
  ): Promise<Answer<EditionView & Refusing>> => {
    const { lockVersion, timetable } = await view(scene);
    return secretary.put(`/api/editions/${scene.id}/timetable`, {
      ...timetable,
      referenceDate: null,
      lockVersion,
      ...changes,
    });
  };
  const act = async (scene: SceneEdition, name: string, body: object = {}) => {
    const { lockVersion } = await view(scene);
    return secretary.post<EditionView & Refusing>(`/api/editions/${scene.id}/${name}`, {
      lockVersion,
      ...body,
    });
  };
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

  it('opens a call before its time by moving the opening to now', async () => {
    const scene = await anEdition('planned');
    await app.db.query(
      `update edition set opens_at = award_now() + interval '5 days' where id = $1`,
      [scene.id],
    );
    const opened = await act(scene, 'open-call');
    expect([opened.status, opened.body.phase]).toEqual([200, 'open']);
    expect(Date.parse(opened.body.timetable.opensAt ?? '')).toBeLessThanOrEqual(
      Date.parse(opened.body.now),
    );
  });

  it('opens once among twenty clicks, with one row on the log', async () => {
    const scene = await anEdition('planned');
    const { lockVersion } = await view(scene);
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () =>
        secretary.post(`/api/editions/${scene.id}/open-call`, { lockVersion }),
      ),
    );
    expect(clicks.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(clicks.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await actsOn(scene)).toEqual(['edition:open-call']);
  });

  it.each([
    ['without a deadline', 'update edition set deadline = null where id = $1', 'bad-input'],
    ['without criteria', 'delete from criterion where edition_id = $1', 'incomplete-form'],
    [
      'with a gap between the classes',
      `delete from edition_class where code = 'large' and edition_id = $1`,
      'classes-overlap',
    ],
  ])('does not open a call %s', async (_case, spoil, refusal) => {
    const scene = await anEdition('planned');
    await app.db.query(spoil, [scene.id]);
    expect((await act(scene, 'open-call')).body.refusal).toBe(refusal);
    expect((await view(scene)).phase).toBe('planned');
  });

  it('lets the clock open what is ready at its time, and nothing else', async () => {
    const scene = await anEdition('planned');
    await app.db.query(
      `update edition set opens_at = award_now() + interval '1 hour' where id = $1`,
      [scene.id],
    );
    const opening = app.get(CallOpening);
    await opening.openDue();
    expect((await view(scene)).phase).toBe('planned');
    await story(app).moveClock('1 hour');
    await Promise.all([opening.openDue(), opening.openDue(), opening.openDue()]);
    expect((await view(scene)).phase).toBe('open');
    expect(
      await app.db.query('select act, acting_role from audit where edition_id = $1', [scene.id]),
    ).toEqual([{ act: 'edition:open-call', acting_role: null }]);
  });

  it('extends the deadline of an open call with a reason that all can see', async () => {
    const scene = await anEdition('open');
    const silent = await change(scene, { deadline: inDays(20) });
    expect([silent.status, silent.body.refusal, silent.body.fields]).toEqual([
      409,
      'reason-required',
      [{ path: 'reason', reason: 'reason-required' }],
    ]);
    const extended = await change(scene, {
      deadline: inDays(20),
      reason: 'Tjenesten var nede i går',
    });
    expect(extended.status).toBe(200);
    expect(extended.body.changes).toMatchObject([
      { what: 'deadline', by: 'solveig', reason: 'Tjenesten var nede i går' },
    ]);
    expect(await actsOn(scene)).toEqual(['edition:extend-deadline', 'edition:change']);
  });

  it.each([
    ['to a moment that has passed', -1, 'past-deadline'],
    ['before the opening', -60, 'timetable-order'],
  ])('does not move the deadline of an open call %s', async (_case, days, reason) => {
    const scene = await anEdition('open');
    const answer = await change(scene, { deadline: inDays(days), reason: 'Vi vil' });
    expect(answer.body.fields).toContainEqual({ path: 'deadline', reason });
  });

  it('keeps what has been acted upon: opening, reference date, a closed deadline', async () => {
    const open = await anEdition('open');
    const opening = await change(open, { opensAt: inDays(-3), reason: 'x' });
    expect(opening.body.fields).toEqual([{ path: 'opensAt', reason: 'wrong-phase' }]);
    const reference = await change(open, { referenceDate: '2025-01-01', reason: 'x' });
    expect(reference.body.fields).toEqual([{ path: 'referenceDate', reason: 'wrong-phase' }]);
    const closed = await anEdition('closed');
    const deadline = await change(closed, { deadline: inDays(3), reason: 'x' });
    expect(deadline.body.fields).toEqual([{ path: 'deadline', reason: 'wrong-phase' }]);
  });

  it('reopens a closed call for all, with a new deadline and a reason', async () => {
    const scene = await anEdition('closed');
    expect((await act(scene, 'reopen-call', { deadline: inDays(2) })).body.refusal).toBe(
      'reason-required',
    );
    const past = await act(scene, 'reopen-call', { deadline: inDays(-2), reason: 'Nede' });
    expect(past.body.fields).toEqual([{ path: 'deadline', reason: 'past-deadline' }]);
    const reopened = await act(scene, 'reopen-call', {
      deadline: inDays(2),
      reason: 'Nede ved fristen',
    });
    expect([reopened.status, reopened.body.phase]).toEqual([200, 'open']);
    expect(reopened.body.changes).toMatchObject([{ what: 'deadline', reason: 'Nede ved fristen' }]);
    expect(
      (await act(scene, 'reopen-call', { deadline: inDays(3), reason: 'x' })).body.refusal,
    ).toBe('wrong-phase');
  });

  it('archives what has been announced, and nothing before', async () => {
    const judging = await anEdition('judging');
    expect((await act(judging, 'archive')).body.refusal).toBe('wrong-phase');
    const announced = await anEdition('announced');
    expect((await act(announced, 'archive')).body.phase).toBe('archived');
  });

  it('does not touch what was carried over as published', async () => {
    const scene = await anEdition('archived');
    await app.db.query('update edition set as_published = true where id = $1', [scene.id]);
    expect((await change(scene, {})).body.refusal).toBe('wrong-phase');
  });
});
