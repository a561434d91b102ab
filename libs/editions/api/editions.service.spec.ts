import type { Principal } from '@award/access/api';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Editions } from './editions.service';

const acting = (role: Principal['role'], scope: Partial<Principal> = {}): Principal => ({
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Solveig',
  language: 'nb',
  grantId: null,
  role,
  editionId: null,
  classCode: null,
  municipalityId: null,
  ...scope,
});

describe('the door of phases and stages', () => {
  let app: TestApp;
  let editions: Editions;
  let scene: SceneEdition;
  let year = 2030;
  beforeAll(async () => {
    app = await testApp();
    editions = app.get(Editions);
    await story(app).holder('solveig', 'secretary');
  });
  afterAll(() => app.close());

  const anEdition = (phase: string, options: { stage?: string; preset?: 'full' } = {}) =>
    story(app).edition({ phase, year: (year += 1), ...options });
  const actsOn = async ({ id }: SceneEdition): Promise<string[]> =>
    (await app.db.query('select act from audit where edition_id = $1 order by seq', [id])).map(
      (row: { act: string }) => row.act,
    );

  const advance = (
    ...[principal, action, reason]: [Principal | null, Parameters<Editions['advance']>[3], string?]
  ) => app.db.transaction((tx) => editions.advance(tx, principal, scene.id, action, reason));
  const stage = (
    principal: Principal | null,
    code: string,
    action: Parameters<Editions['advanceStage']>[4],
  ) => app.db.transaction((tx) => editions.advanceStage(tx, principal, scene.id, code, action, ''));

  it('closes the call by the clock after the deadline, to the millisecond', async () => {
    scene = await anEdition('open');
    await expect(advance(null, 'close-call')).rejects.toMatchObject({ refusal: 'wrong-phase' });
    await story(app).moveClock('10 days');
    await app.db.query(
      `update edition set deadline = award_now() - interval '1 ms' where id = $1`,
      [scene.id],
    );
    await expect(advance(acting('secretary'), 'close-call')).rejects.toMatchObject({
      refusal: 'not-permitted',
    });
    const before = await advance(null, 'close-call');
    expect(before.phase).toBe('open');
    expect((await editions.byId(app.db, scene.id)).phase).toBe('closed');
  });

  it.each([
    ['a juror', acting('juror'), 'start-judging', 'not-permitted'],
    [
      'the secretary of another edition',
      acting('secretary', { editionId: '00000000-0000-4000-8000-00000000000f' }),
      'start-judging',
      'not-found',
    ],
    ['the secretary, a step too far', acting('secretary'), 'archive', 'wrong-phase'],
    [
      'the keyholder, before every class is sealed',
      acting('release-keyholder'),
      'publish-finalists',
      'wrong-phase',
    ],
  ] as const)('refuses %s', async (_case, principal, action, refusal) => {
    scene = await anEdition('closed');
    await expect(advance(principal, action)).rejects.toMatchObject({ refusal });
    expect(await actsOn(scene)).toEqual([]);
  });

  it('publishes finalists only when every class is sealed', async () => {
    scene = await anEdition('judging', { stage: 'deliberation' });
    await app.db.query(
      `update edition_class set stage = 'finalists-sealed' where code = 'small' and edition_id = $1`,
      [scene.id],
    );
    await expect(advance(null, 'publish-finalists')).rejects.toMatchObject({
      refusal: 'not-sealed',
    });
    await app.db.query(
      `update edition_class set stage = 'winner-sealed' where code = 'large' and edition_id = $1`,
      [scene.id],
    );
    await advance(null, 'publish-finalists');
    expect((await editions.byId(app.db, scene.id)).phase).toBe('finalists-published');
  });

  it('moves a class only for those who act in it, only while the jury works, and leaves the other alone', async () => {
    scene = await anEdition('judging', { stage: 'scoring' });
    const leader = acting('jury-leader', { editionId: scene.id, classCode: 'small' });
    await expect(stage(leader, 'large', 'close-scoring')).rejects.toMatchObject({
      refusal: 'not-found',
    });
    await expect(stage(leader, 'small', 'seal-winner')).rejects.toMatchObject({
      refusal: 'wrong-stage',
    });
    await stage(leader, 'small', 'close-scoring');
    const { classes } = await editions.byId(app.db, scene.id);
    expect(classes.map((one) => one.stage)).toEqual(['deliberation', 'scoring']);
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [scene.id]);
    await expect(stage(leader, 'small', 'seal-finalists')).rejects.toMatchObject({
      refusal: 'wrong-phase',
    });
  });

  it('opens scoring only under a registered rule, which never changes again', async () => {
    scene = await anEdition('judging');
    const leader = acting('jury-leader', { editionId: scene.id, classCode: 'small' });
    await expect(stage(leader, 'small', 'open-scoring')).rejects.toMatchObject({
      refusal: 'wrong-state',
    });
    const register = () => app.db.transaction((tx) => editions.registerRule(tx, leader, scene.id));
    const hashes = await Promise.all([register(), register(), register()]);
    expect(new Set(hashes.map(({ ruleHash }) => ruleHash)).size).toBe(1);
    await stage(leader, 'small', 'open-scoring');
    expect(await actsOn(scene)).toEqual(['edition:register-rule', 'stage:open-scoring']);

    const secretary = await app.visitor().signInAs('solveig');
    const { lockVersion } = await editions.byId(app.db, scene.id);
    const answer = await secretary.put(`/api/editions/${scene.id}/rules`, {
      lockVersion,
      preset: 'full',
      quorum: 2,
      tieRule: 'shared',
      impartialityScope: 'class',
      impartialityScopeReason: null,
      reason: 'Vi vil ha en annen',
    });
    expect([answer.status, answer.body]).toEqual([409, { refusal: 'rule-frozen' }]);
  });

  it('hashes the same rule alike and another rule differently', async () => {
    scene = await anEdition('judging');
    const other = await anEdition('judging');
    const third = await anEdition('judging', { preset: 'full' });
    const hashOf = ({ id }: SceneEdition) =>
      app.db.transaction((tx) => editions.registerRule(tx, acting('secretary'), id));
    const [one, same, different] = [await hashOf(scene), await hashOf(other), await hashOf(third)];
    expect(same).toEqual(one);
    expect(different).not.toEqual(one);
  });
});

describe('the edition that people work on', () => {
  it('is the newest under way, else the newest planned, else the newest', async () => {
    const app = await testApp();
    const editions = app.get(Editions);
    expect(await editions.current(app.db)).toBeNull();
    await story(app).edition({ phase: 'archived', year: 2025 });
    expect((await editions.current(app.db))?.year).toBe(2025);
    await story(app).edition({ phase: 'planned', year: 2027 });
    expect((await editions.current(app.db))?.year).toBe(2027);
    await story(app).edition({ phase: 'judging', year: 2026 });
    expect((await editions.current(app.db))?.year).toBe(2026);
    await app.close();
  });
});
