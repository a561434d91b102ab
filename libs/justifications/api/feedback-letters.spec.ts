import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  finalistsOrder,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type {
  JustificationListView,
  JustificationView,
  SavedJustification,
} from '@award/justifications/contract';
import { Justifications } from './justifications.service';

const TEXT = 'Eksempel E har et godt samarbeid å bygge videre på.';

describe('feedback to entrants that are no finalists', () => {
  let app: TestApp;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const decided = async (): Promise<DeliberationScene> => {
    const at = await deliberationScene(app, { year: (year += 1) });
    await meet(at);
    await decideFinalists(at);
    return at;
  };
  const pathOf = (at: DeliberationScene, letter: string) =>
    `${at.path}/justifications/${ids(at, letter)[0]}`;
  const save = (at: DeliberationScene, letter: string, more: object = {}) =>
    at.as.ks.put<SavedJustification & { refusal?: string }>(pathOf(at, letter), {
      lockVersion: 0,
      text: TEXT,
      stageText: '',
      internalNote: '',
      ...more,
    });
  const list = async (at: DeliberationScene) =>
    (await at.as.leader.get<JustificationListView>(`${at.path}/justifications`)).body;

  it('are listed for everyone else in the class, once the finalists are decided', async () => {
    const early = await deliberationScene(app, { year: (year += 1) });
    await meet(early);
    expect((await list(early)).letters).toEqual([]);
    const at = await decided();
    const { justifications, letters } = await list(at);
    expect(justifications.map(({ kind, nominationId }) => [kind, nominationId])).toEqual(
      ids(at, 'ABC').map((id) => ['justification', id]),
    );
    expect(letters.map(({ kind, nominationId }) => [kind, nominationId])).toEqual(
      ids(at, 'DEF').map((id) => ['feedback', id]),
    );
  });

  it('are written, signed by both houses and sealed like a justification', async () => {
    const at = await decided();
    const saved = await save(at, 'E');
    expect(saved.status).toBe(200);
    const { sha256 } = saved.body;
    const seal = () =>
      at.as.leader.post<{ refusal?: string }>(`${pathOf(at, 'E')}/seal`, { sha256 });
    expect((await seal()).body).toEqual({ refusal: 'not-signed-off' });
    for (const who of ['leader', 'nho'] as const)
      expect((await at.as[who].post(`${pathOf(at, 'E')}/sign-off`, { sha256 })).status).toBe(204);
    expect((await seal()).status).toBe(204);
    const { body } = await at.as.leader.get<JustificationView>(pathOf(at, 'E'));
    expect(body).toMatchObject({ kind: 'feedback', state: 'sealed', text: TEXT, position: 0 });
    expect(body.findings.map(({ code }) => code)).toContain('too-short');
  });

  it('have no text for the stage', async () => {
    const at = await decided();
    expect((await save(at, 'E', { stageText: 'Denne kommunen …' })).body).toEqual({
      refusal: 'not-a-finalist',
    });
    await expect(
      app.db.query(
        `insert into justification (kind, nomination_id, edition_id, class_code, written_form, stage_text)
         values ('feedback', $1, $2, 'small', 'nb', 'x')`,
        [ids(at, 'E')[0], at.edition.id],
      ),
    ).rejects.toThrow('ck_justification_kind');
  });

  it('never become a justification: who steps up among the finalists gets a text of its own', async () => {
    const at = await decided();
    const { sha256 } = (await save(at, 'D')).body;
    for (const who of ['leader', 'nho'] as const)
      await at.as[who].post(`${pathOf(at, 'D')}/sign-off`, { sha256 });
    await at.as.leader.post(`${pathOf(at, 'D')}/seal`, { sha256 });
    const { decisionId } = await list(at);
    const again = finalistsOrder(at, 'ABD', {
      reserve: [],
      reason: 'Ny vurdering.',
      supersedes: decisionId,
    });
    expect((await at.as.leader.post(`${at.path}/decisions/finalists`, again)).status).toBe(201);
    const finalists = await app.get(Justifications).ofDecision(app.db, at.edition.id, 'small');
    expect(finalists.map(({ state, text }) => [state, text])).toEqual(
      Array.from({ length: 3 }, () => ['not-started', '']),
    );
    const [{ kinds }] = await app.db.query(
      `select array_agg(kind) as kinds from justification where nomination_id = $1`,
      [ids(at, 'D')[0]],
    );
    expect(kinds).toEqual(['feedback']);
  });

  it('is not for a withdrawn entry, nor for one of the other class', async () => {
    const at = await decided();
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, ids(at, 'E'));
    expect((await save(at, 'E')).status).toBe(404);
    const other = `${at.path}/justifications/${at.stranger.id}`;
    expect((await at.as.leader.get(other)).status).toBe(404);
    expect((await list(at)).letters).toHaveLength(2);
  });
});
