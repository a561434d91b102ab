import {
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { statementsOf } from '../../../apps/api/testing/statements';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { RankingView, RecomputedView } from '@award/deliberation/contract';
import { verifyKeptRankings } from './ranking-recomputed';

describe('the ranking of a class', () => {
  let app: TestApp;
  let scene: DeliberationScene;
  beforeAll(async () => {
    app = await testApp();
    scene = await deliberationScene(app);
  });
  afterAll(() => app.close());

  const ranking = async (as = scene.as.leader, path = scene.path) =>
    (await as.get<RankingView>(`${path}/ranking`)).body;

  it('shows each figure with who was counted, best first, KS and NHO apart', async () => {
    const { entries, places, cutTie, countedSheets } = await ranking();
    expect(entries.map((entry) => [entry.nominationId, entry.place, entry.mean])).toEqual(
      [
        ['A', 1, 5.75],
        ['B', 2, 5],
        ['C', 3, 4.25],
        ['D', 4, 3.25],
        ['E', 5, 1.75],
        ['F', 6, 1],
      ].map(([letter, place, mean]) => [ids(scene, String(letter))[0], place, mean]),
    );
    expect({ places, cutTie, countedSheets }).toEqual({
      places: 3,
      cutTie: false,
      countedSheets: 24,
    });
    expect(entries[2]).toMatchObject({
      spread: 1,
      cut: 'in',
      setAside: [],
      missing: [],
      houses: {
        KS: { mean: 4.5, place: 3, counted: 2 },
        NHO: { mean: 4, place: 3, counted: 2 },
      },
    });
    expect(entries[2]?.dots.map((dot) => dot.value).sort()).toEqual([4, 4, 4, 5]);
  });

  it('stands beside it what the figures cannot settle, and never in its place', async () => {
    const { entries, advice } = await ranking();
    const [a, b, c, d] = ids(scene, 'ABCD');
    const of = (id: string) => entries.find(({ nominationId }) => nominationId === id);
    expect(of(a)).toMatchObject({ adjusted: 5.75, inPlaces: 1, underWeights: null, reasons: null });
    expect(of(c)?.low).toBeLessThan(4.25);
    expect(of(b)?.inPlaces).toBeGreaterThan(0.95);
    expect(of(d)?.inPlaces).toBeLessThan(0.05);
    expect(advice.agreement.single).toBeGreaterThan(0.9);
    expect(advice.groups).toHaveLength(1);
    expect(advice.verdict).toMatchObject({ kept: advice.verdict.checks, moving: [] });
    expect(advice.tipping).toBeNull();
  });

  it('puts the reasons of the highest and the lowest side by side where it is worth talking', async () => {
    const own = await deliberationScene(app, {
      year: 2033,
      scores: {
        A: [6, 6, 6, 6],
        B: [6, 6, 2, 2],
        C: [4, 4, 4, 4],
        D: [4, 4, 4, 4],
        E: [1, 1, 1, 1],
      },
    });
    const [b] = ids(own, 'B');
    await app.db.query(
      `update score_sheet set line = 'Lav', assessment = case when overall = 6 then 'Utfyllende' else '' end where nomination_id = $1`,
      [b],
    );
    const { entries } = await ranking(own.as.leader, own.path);
    const reasons = entries.find(({ nominationId }) => nominationId === b)?.reasons;
    expect([reasons?.lowest.text, reasons?.highest.text]).toEqual(['Lav', 'Utfyllende']);
    expect(
      entries.find(({ nominationId }) => nominationId === ids(own, 'E')[0])?.reasons,
    ).toBeNull();
  });

  it('tells the secretariat alone which scores stand far out, and deletes none', async () => {
    const scores = Object.fromEntries(
      [6, 5, 5, 4, 3, 2, 2, 1].map((own, at) => [
        'ABCDEFGH'[at] ?? '',
        [own, own, Math.max(1, own - (at % 2)), at === 7 ? 6 : own],
      ]),
    );
    const at = await deliberationScene(app, { year: 2092, scores });
    await story(app).holder('secretary-outliers', 'secretary');
    const secretary = await app.visitor().signInAs('secretary-outliers');
    const { outliers, countedSheets } = await ranking(secretary, at.path);
    expect(outliers?.scores).toMatchObject([
      { seatId: at.seats.nho2.id, nominationId: ids(at, 'H')[0], value: 6 },
    ]);
    expect(countedSheets).toBe(32);
    expect((await ranking(at.as.leader, at.path)).outliers).toBeNull();
    expect((await ranking(at.as.nho, at.path)).outliers).toBeNull();
  });

  it('tells who scores high to who leads and to the secretariat, without names', async () => {
    await story(app).holder('secretary-severity', 'secretary');
    const secretary = await app.visitor().signInAs('secretary-severity');
    const seen = await Promise.all(
      [scene.as.leader, secretary, scene.as.nho].map(
        async (one) => (await ranking(one)).advice.severity,
      ),
    );
    expect(seen[0]?.map(({ house, n }) => [house, n]).sort()).toEqual([
      ['KS', 6],
      ['KS', 6],
      ['NHO', 6],
      ['NHO', 6],
    ]);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toBeNull();
    expect(JSON.stringify(seen[0])).not.toContain(scene.seats.leader.id);
  });

  it('sets aside the sheets of a recused member, says so, and lists a missing sheet', async () => {
    const own = await deliberationScene(app, {
      year: 2031,
      scores: { A: [6, 6, 6, null], B: [5, 5, 5, 5], C: [4, 4, 4, 4] },
    });
    const [a] = ids(own, 'A');
    await story(app).declare(own.seats.nho, entryOf(own, 'A'), own.edition, 'board');
    await story(app).rule(
      own.seats.leader,
      own.seats.nho,
      entryOf(own, 'A'),
      own.edition,
      'recused',
    );
    const view = (await own.as.leader.get<RankingView>(`${own.path}/ranking`)).body;
    const shown = view.entries.find((entry) => entry.nominationId === a);
    expect(shown?.setAside).toEqual([{ seatId: own.seats.nho.id, why: 'recused' }]);
    expect(shown?.missing).toEqual([own.seats.nho2.id]);
    expect(shown?.dots).toHaveLength(2);
    expect(view.setAsideSheets).toBe(3);
    expect(view.members.find(({ seatId }) => seatId === own.seats.nho.id)?.takesPart).toBe(false);
  });

  it.each([
    ['ranking', 2041],
    ['meeting', 2042],
    ['justifications', 2043],
  ])('tells a recused member nothing of the %s, whatever it holds', async (page, year) => {
    const own = await deliberationScene(app, {
      year,
      scores: { A: [6, 6, 6, 6], B: [2, 2, 2, 2] },
    });
    await story(app).rule(
      own.seats.leader,
      own.seats.ks,
      entryOf(own, 'A'),
      own.edition,
      'recused',
    );
    const before = await own.as.ks.get(`${own.path}/${page}`);
    await app.db.query('delete from sheet_score where edition_id = $1', [own.edition.id]);
    await app.db.query('delete from score_sheet where edition_id = $1', [own.edition.id]);
    const after = await own.as.ks.get(`${own.path}/${page}`);
    expect([before.status, before.body]).toEqual([409, { refusal: 'recused' }]);
    expect([after.status, after.body]).toEqual([before.status, before.body]);
  });

  it('answers another class’s member as if the class did not exist', async () => {
    const other = await scene.as.other.get(`${scene.path}/ranking`);
    const nowhere = await scene.as.other.get(
      `/api/editions/${scene.edition.id}/classes/nowhere/ranking`,
    );
    expect([other.status, other.body]).toEqual([404, { refusal: 'not-found' }]);
    expect([other.status, other.body]).toEqual([nowhere.status, nowhere.body]);
  });

  it.each(['waiting', 'scoring'])('is closed to everybody while the class is %s', async (stage) => {
    const set = (to: string) =>
      app.db.query(`update edition_class set stage = $2 where edition_id = $1 and code = 'small'`, [
        scene.edition.id,
        to,
      ]);
    await story(app).holder(`secretary-${stage}`, 'secretary');
    const secretary = await app.visitor().signInAs(`secretary-${stage}`);
    await set(stage);
    const answers = await Promise.all(
      [scene.as.leader, secretary].map((one) => one.get(`${scene.path}/ranking`)),
    );
    await set('deliberation');
    expect(answers.map((one) => [one.status, one.body])).toEqual([
      [409, { refusal: 'wrong-stage' }],
      [409, { refusal: 'wrong-stage' }],
    ]);
    expect((await secretary.get(`${scene.path}/ranking`)).status).toBe(200);
  });

  it('freezes once per set of scores, and can be made again from what was kept', async () => {
    await meet(scene);
    await meet(scene);
    const kept = await app.db.query(
      `select id, input_hash from ranking where edition_id = $1 and class_code = 'small'`,
      [scene.edition.id],
    );
    expect(kept).toHaveLength(1);
    const view = await ranking();
    expect(view.frozen).toMatchObject({ id: kept[0].id, current: true, inputHash: view.inputHash });
    const places = await app.db.query(
      'select place, mean, counted from ranking_place where ranking_id = $1 order by place',
      [kept[0].id],
    );
    expect(places.map((row: { place: number }) => row.place)).toEqual([1, 2, 3, 4, 5, 6]);
    const again = await scene.as.leader.get<RecomputedView>(
      `/api/rankings/${kept[0].id}/recomputed`,
    );
    expect(again.body).toMatchObject({ holds: true, samePlaces: true });
    expect(await verifyKeptRankings(app.db, kept[0].id)).toMatchObject([
      { rankingId: kept[0].id, holds: true, classCode: 'small' },
    ]);
  });

  it('shows when a kept ranking has been tampered with', async () => {
    const [{ id }] = await app.db.query(
      `select id from ranking where edition_id = $1 and class_code = 'small'`,
      [scene.edition.id],
    );
    await app.db.query('alter table ranking disable trigger tr_ranking_frozen');
    await app.db.query(
      `update ranking set input = jsonb_set(input, '{sheets,0,locked}', 'false') where id = $1`,
      [id],
    );
    const again = await scene.as.leader.get<RecomputedView>(`/api/rankings/${id}/recomputed`);
    expect(again.body).toMatchObject({ holds: false, samePlaces: false });
    expect(await verifyKeptRankings(app.db, null)).toMatchObject([{ rankingId: id, holds: false }]);
    await app.db.query('alter table ranking enable trigger tr_ranking_frozen');
  });

  it('is made of the scores as they are stored at each reading, to the byte, whatever is held ready', async () => {
    const own = await deliberationScene(app, {
      year: 2034,
      scores: { A: [6, 6, 6, 6], B: [5, 5, 5, 5], C: [4, 4, 4, 4] },
    });
    const [a] = ids(own, 'A');
    const give = (overall: number) =>
      app.db.query(
        'update score_sheet set overall = $3 where nomination_id = $1 and seat_id = $2',
        [a, own.seats.nho.id, overall],
      );
    const read = async () => JSON.stringify(await ranking(own.as.leader, own.path));
    const before = await read();
    await give(2);
    expect((await ranking(own.as.leader, own.path)).entries[0]?.mean).toBe(5);
    await give(6);
    expect(await read()).toBe(before);
    await app.db.query(
      `update edition_class set finalists = 1 where edition_id = $1 and code = 'small'`,
      [own.edition.id],
    );
    expect((await ranking(own.as.leader, own.path)).places).toBe(1);
  });

  it('asks the database equally often with six entries and with twenty', async () => {
    const many = await deliberationScene(app, {
      year: 2032,
      scores: Object.fromEntries(
        [...'ABCDEFGHIJKLMNOPQRST'].map((letter, at) => [letter, [1 + (at % 6), 2, 3, 4]]),
      ),
    });
    const few = await statementsOf(app, () => scene.as.leader.get(`${scene.path}/ranking`));
    const more = await statementsOf(app, () => many.as.leader.get(`${many.path}/ranking`));
    expect(more.length).toBe(few.length);
    expect(few.length).toBeLessThanOrEqual(9);
  });
});
