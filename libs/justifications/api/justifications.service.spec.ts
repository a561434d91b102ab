import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  finalistsOrder,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { statementsOf } from '../../../apps/api/testing/statements';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type {
  JustificationListView,
  JustificationView,
  SavedJustification,
} from '@award/justifications/contract';
import { Justifications } from './justifications.service';

type Member = 'leader' | 'ks' | 'nho' | 'nho2';
interface Refusal {
  refusal?: string;
  details?: { standing?: { text: string; lockVersion: number; savedBy: string } };
}

const TEXT = 'Eksempel A har bygd et fellesskap der næringslivet er med fra første møte.';

describe('the justification of a finalist', () => {
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
  const pathOf = (at: DeliberationScene, letter = 'A') =>
    `${at.path}/justifications/${ids(at, letter)[0]}`;
  const words = (lockVersion: number, text = TEXT, more: object = {}) => ({
    lockVersion,
    text,
    stageText: '',
    internalNote: '',
    ...more,
  });
  const save = (at: DeliberationScene, body: object, who: Member = 'ks', headers = {}) =>
    at.as[who].put<SavedJustification & Refusal>(pathOf(at), body, headers);
  const view = async (at: DeliberationScene, who: Member = 'leader') =>
    (await at.as[who].get<JustificationView>(pathOf(at))).body;
  const act = (at: DeliberationScene, what: string, body: object, who: Member = 'leader') =>
    at.as[who].post<Refusal>(`${pathOf(at)}/${what}`, body);
  /** Written by ks, signed by one of each house. */
  const signed = async () => {
    const at = await decided();
    const { sha256 } = (await save(at, words(0))).body;
    for (const who of ['leader', 'nho'] as const)
      expect((await act(at, 'sign-off', { sha256 }, who)).status).toBe(204);
    return { at, sha256 };
  };

  it('is written, signed by both houses and sealed, and a release can read it', async () => {
    const { at, sha256 } = await signed();
    expect((await act(at, 'seal', { sha256 })).status).toBe(204);
    const [first, second] = await app
      .get(Justifications)
      .ofDecision(app.db, at.edition.id, 'small');
    expect(first).toMatchObject({
      nominationId: ids(at, 'A')[0],
      position: 1,
      state: 'sealed',
      text: TEXT,
      writtenForm: 'nb',
      sha256,
    });
    expect(second).toMatchObject({ position: 2, state: 'not-started', sha256: null });
    const log = await app.db.query(
      `select act, count(*)::int from audit where act like 'justification:%' and edition_id = $1 group by 1 order by 1`,
      [at.edition.id],
    );
    expect(log).toEqual([
      { act: 'justification:seal', count: 1 },
      { act: 'justification:sign-off', count: 2 },
      { act: 'justification:write', count: 1 },
    ]);
  });

  it('lists the finalists in the decision’s order, with what each lacks', async () => {
    const { at } = await signed();
    const list = (await at.as.nho.get<JustificationListView>(`${at.path}/justifications`)).body;
    expect(
      list.justifications.map((line) => [line.nominationId, line.state, line.sealing]),
    ).toEqual([
      [ids(at, 'A')[0], 'draft', null],
      [ids(at, 'B')[0], 'not-started', 'not-signed-off'],
      [ids(at, 'C')[0], 'not-started', 'not-signed-off'],
    ]);
  });

  it('shows the members’ assessments beside, without those of a recused member', async () => {
    const at = await decided();
    expect((await view(at)).assessments.map(({ seatId }) => seatId).sort()).toEqual(
      Object.values(at.seats)
        .map(({ id }) => id)
        .sort(),
    );
    await story(app).rule(at.seats.leader, at.seats.ks, entryOf(at, 'A'), at.edition, 'recused');
    const { assessments } = await view(at);
    expect(assessments.map(({ seatId }) => seatId)).not.toContain(at.seats.ks.id);
    expect((await at.as.ks.get(pathOf(at))).body).toEqual({ refusal: 'recused' });
    expect((await save(at, words(0))).body).toEqual({ refusal: 'recused' });
  });

  it('is of the class’s own entries only: any other is answered as one that does not exist', async () => {
    const at = await decided();
    const unknown = await at.as.ks.get(`${at.path}/justifications/${crypto.randomUUID()}`);
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, ids(at, 'D'));
    for (const id of [ids(at, 'D')[0], at.stranger.id]) {
      const answer = await at.as.ks.get(`${at.path}/justifications/${id}`);
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
      expect((await at.as.ks.put(`${at.path}/justifications/${id}`, words(0))).status).toBe(404);
    }
    expect((await at.as.other.get(pathOf(at))).status).toBe(404);
  });

  it('refuses a stale save and tells what stands, so that no words are lost', async () => {
    const at = await decided();
    await save(at, words(0, 'Første tekst.'), 'ks');
    const late = await save(at, words(0, 'En annen tekst.'), 'nho');
    expect([late.status, late.body.refusal]).toEqual([409, 'stale-save']);
    expect(late.body.details?.standing).toMatchObject({
      text: 'Første tekst.',
      lockVersion: 1,
      savedBy: at.seats.ks.key,
    });
    expect((await save(at, words(1, 'En annen tekst.'), 'nho')).body.lockVersion).toBe(2);
    const stale = await save(at, words(1, 'Tredje tekst.'), 'ks');
    expect(stale.body.details?.standing?.text).toBe('En annen tekst.');
    expect((await view(at)).versions.map((version) => version.text)).toEqual([
      'En annen tekst.',
      'Første tekst.',
    ]);
  });

  it('saves once per intent, and one of twenty who save on the same version', async () => {
    const at = await decided();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const same = await Promise.all(Array.from({ length: 20 }, () => save(at, words(0), 'ks', key)));
    expect(new Set(same.map((one) => `${one.status} ${one.body.lockVersion}`))).toEqual(
      new Set(['200 1']),
    );
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(at, words(1, `Tekst ${n}.`), n % 2 ? 'ks' : 'nho')),
    );
    expect(many.filter((one) => one.status === 200)).toHaveLength(1);
    expect(
      new Set(many.filter((one) => one.status !== 200).map((one) => one.body.refusal)),
    ).toEqual(new Set(['stale-save']));
    const versions = await app.db.query(
      'select number from justification_version v join justification j on j.id = v.justification_id where j.nomination_id = $1 order by 1',
      [ids(at, 'A')[0]],
    );
    expect(versions).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it('writes one line in the log for a sitting of many saves, and none for the internal note’s words', async () => {
    const at = await decided();
    for (const lockVersion of [0, 1, 2, 3])
      await save(at, words(lockVersion, TEXT, { internalNote: `Notat ${lockVersion}` }));
    const [{ id }] = await app.db.query('select id from justification where nomination_id = $1', [
      ids(at, 'A')[0],
    ]);
    expect(await app.db.query('select 1 from audit where subject_id = $1', [id])).toHaveLength(1);
    const shown = await view(at);
    expect([shown.lockVersion, shown.versions.length]).toEqual([4, 1]);
    expect(shown.internalNote).toBe('Notat 3');
  });

  it('keeps the internal note out of what is signed and out of every version', async () => {
    const at = await decided();
    const first = (await save(at, words(0))).body.sha256;
    const second = (await save(at, words(1, TEXT, { internalNote: 'Hemmelig.' }))).body.sha256;
    expect(second).toBe(first);
    const stored = await app.db.query('select v.* from justification_version v');
    expect(JSON.stringify(stored)).not.toContain('Hemmelig');
  });

  it.each<[string, string, (at: DeliberationScene, sha256: string) => Promise<unknown>]>([
    ['nobody', 'not-signed-off', async () => undefined],
    [
      'KS alone',
      'not-signed-off',
      async (at, sha256) => {
        await act(at, 'sign-off', { sha256 }, 'leader');
        await act(at, 'sign-off', { sha256 }, 'ks');
      },
    ],
    ['its author alone', 'author-alone', (at, sha256) => act(at, 'sign-off', { sha256 }, 'ks')],
    [
      'both, before the text was changed',
      'not-signed-off',
      async (at, sha256) => {
        await act(at, 'sign-off', { sha256 }, 'leader');
        await act(at, 'sign-off', { sha256 }, 'nho');
        await save(at, words(1, `${TEXT} Og mer.`), 'nho2');
      },
    ],
    [
      'both, one of whom is recused since',
      'not-signed-off',
      async (at, sha256) => {
        await act(at, 'sign-off', { sha256 }, 'leader');
        await act(at, 'sign-off', { sha256 }, 'nho');
        await story(app).rule(
          at.seats.leader,
          at.seats.nho,
          entryOf(at, 'A'),
          at.edition,
          'recused',
        );
      },
    ],
  ])('is not sealed when signed by %s', async (_case, refusal, prepare) => {
    const at = await decided();
    const { sha256 } = (await save(at, words(0))).body;
    await prepare(at, sha256);
    const now = (await view(at)).sha256;
    expect((await act(at, 'seal', { sha256: now ?? '' })).body).toEqual({ refusal });
  });

  it('holds again when a changed text is changed back', async () => {
    const { at, sha256 } = await signed();
    await save(at, words(1, `${TEXT} Og mer.`));
    expect((await view(at)).signers.map(({ current }) => current)).toEqual([false, false]);
    await save(at, words(2, TEXT));
    expect((await view(at)).signers.map(({ current }) => current)).toEqual([true, true]);
    expect((await act(at, 'seal', { sha256 })).status).toBe(204);
  });

  it('is signed as read: not under another hash, not twice, not by the secretariat, not when empty', async () => {
    const at = await decided();
    expect((await act(at, 'sign-off', { sha256: 'a'.repeat(64) }, 'nho')).body).toEqual({
      refusal: 'text-too-short',
    });
    const { sha256 } = (await save(at, words(0))).body;
    expect((await act(at, 'sign-off', { sha256: 'a'.repeat(64) }, 'nho')).body).toEqual({
      refusal: 'stale-save',
    });
    const twenty = await Promise.all(
      Array.from({ length: 20 }, () => act(at, 'sign-off', { sha256 }, 'nho')),
    );
    expect(twenty.filter((one) => one.status === 204)).toHaveLength(1);
    expect(
      new Set(twenty.filter((one) => one.status !== 204).map((one) => one.body.refusal)),
    ).toEqual(new Set(['already-signed-off']));
    await story(app).holder(`office-${year}`, 'secretary');
    const office = await app.visitor().signInAs(`office-${year}`);
    expect((await office.post(`${pathOf(at)}/sign-off`, { sha256 })).status).toBe(403);
    expect((await office.put(pathOf(at), words(1, `${TEXT} Rettet.`))).status).toBe(200);
    expect((await office.get<JustificationView>(pathOf(at))).body.acts).toEqual({
      write: null,
      signOff: 'not-permitted',
      seal: 'not-permitted',
      reopen: 'not-permitted',
    });
  });

  it('is sealed once under fifty clicks, and never written in after', async () => {
    const { at, sha256 } = await signed();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => act(at, 'seal', { sha256 })),
    );
    expect(answers.filter((one) => one.status === 204)).toHaveLength(1);
    expect(
      new Set(answers.filter((one) => one.status !== 204).map((one) => one.body.refusal)),
    ).toEqual(new Set(['wrong-state']));
    const { lockVersion } = await view(at);
    expect((await save(at, words(lockVersion, 'Endret.'))).body).toEqual({
      refusal: 'wrong-state',
    });
    expect((await act(at, 'sign-off', { sha256 }, 'nho2')).body).toEqual({
      refusal: 'wrong-state',
    });
  });

  it('is taken up again with a reason until the finalists are released', async () => {
    const { at, sha256 } = await signed();
    await act(at, 'seal', { sha256 });
    expect((await act(at, 'reopen', { reason: '' })).status).toBe(400);
    expect((await act(at, 'reopen', { reason: 'Feil tall.' }, 'nho')).status).toBe(403);
    expect((await act(at, 'reopen', { reason: 'Feil tall.' })).status).toBe(204);
    const { lockVersion, state } = await view(at);
    expect(state).toBe('draft');
    expect((await save(at, words(lockVersion, `${TEXT} Rettet.`))).status).toBe(200);
    const steps = await app.db.query(
      'select action, text_sha256, reason from justification_step order by taken_at desc limit 2',
    );
    expect(steps).toEqual([
      { action: 'reopen', text_sha256: sha256, reason: 'Feil tall.' },
      { action: 'seal', text_sha256: sha256, reason: null },
    ]);
    const next = (await view(at)).sha256 ?? '';
    for (const who of ['leader', 'nho'] as const) await act(at, 'sign-off', { sha256: next }, who);
    expect((await act(at, 'seal', { sha256: next })).status).toBe(204);
    await app.db.query(`update edition set phase = 'finalists-published' where id = $1`, [
      at.edition.id,
    ]);
    expect((await act(at, 'reopen', { reason: 'For sent.' })).body).toEqual({
      refusal: 'already-released',
    });
  });

  it('follows the decision: a new finalist gets one, a dropped finalist’s is no longer asked for', async () => {
    const { at } = await signed();
    const { decisionId } = (
      await at.as.leader.get<JustificationListView>(`${at.path}/justifications`)
    ).body;
    const again = finalistsOrder(at, 'BCD', {
      reserve: [],
      reason: 'Ny vurdering.',
      supersedes: decisionId,
    });
    expect((await at.as.leader.post(`${at.path}/decisions/finalists`, again)).status).toBe(201);
    const next = await app.get(Justifications).ofDecision(app.db, at.edition.id, 'small');
    expect(next.map(({ nominationId }) => nominationId)).toEqual(ids(at, 'BCD'));
    expect(await view(at)).toMatchObject({ kind: 'feedback', state: 'not-started', text: '' });
  });

  it('points at what to look at, and blocks on none of it', async () => {
    const at = await decided();
    await story(app).municipality('Annenby', 3000);
    const text = 'Annenby skapte 4711 arbeidsplasser.';
    const saved = (await save(at, words(0, text, { stageText: 'Her er Eksempel A.' }))).body;
    expect(saved.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'too-short',
        'name-missing',
        'other-municipality',
        'figure-not-in-source',
      ]),
    );
    expect(saved.stageFindings.map(({ code }) => code)).toContain('names-the-winner');
    for (const who of ['leader', 'nho'] as const)
      await act(at, 'sign-off', { sha256: saved.sha256 }, who);
    expect((await act(at, 'seal', { sha256: saved.sha256 })).status).toBe(204);
  });

  it.each([
    ['a text that is too long to store', { text: 'x'.repeat(6001) }],
    ['a field nobody asked for', { state: 'sealed' }],
    ['a list for a text', { text: ['x'] }],
  ])('refuses %s', async (_case, more) => {
    const at = await decided();
    expect((await save(at, words(0, TEXT, more))).status).toBe(400);
  });

  it('reads the editor’s page in a fixed number of statements', async () => {
    const at = await decided();
    await save(at, words(0));
    const count = async () => (await statementsOf(app, () => at.as.ks.get(pathOf(at)))).length;
    const before = await count();
    for (const lockVersion of [1, 2, 3])
      await save(at, words(lockVersion, `Tekst ${lockVersion}.`));
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(12);
  });
});
