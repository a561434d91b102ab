import type { MeetingView, MinutesView, RankingView } from '@award/deliberation/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import {
  type SceneEdition,
  type SceneNomination,
  type SceneSeat,
  story,
} from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { verifyKeptRankings } from './ranking-recomputed';

interface Refusal {
  id?: string;
  refusal?: string;
}
type Key = 'leader' | 'second' | 'ks' | 'nho' | 'varaKs' | 'varaNho';

const SEATS: readonly (readonly [Key, 'KS' | 'NHO', string])[] = [
  ['leader', 'KS', 'leader'],
  ['second', 'NHO', 'deputy-leader'],
  ['ks', 'KS', 'member'],
  ['nho', 'NHO', 'member'],
  ['varaKs', 'KS', 'deputy'],
  ['varaNho', 'NHO', 'deputy'],
];
const ENTRIES = 13;

/** One class with its panel and its thirteen entries, the first of which is the best by every sheet. */
interface Scene {
  code: string;
  seats: Record<Key, SceneSeat>;
  as: Record<Key, Visitor>;
  entries: SceneNomination[];
}

/**
 * The measure of the jury's work: KS and NHO, two classes of thirteen entries, three recusals and one who
 * drops out, from the declarations to minutes that stand up to a complaint.
 */
describe('a jury of two classes, with three recusals and one who drops out', () => {
  let app: TestApp;
  let office: Visitor;
  let edition: SceneEdition;
  let small: Scene;
  let large: Scene;

  beforeAll(async () => {
    app = await testApp();
    const tell = story(app);
    await tell.holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
    edition = await tell.edition({ phase: 'closed', year: 2081 });
    small = await classOf('small', 9000);
    large = await classOf('large', 40_000);
  }, 60_000);
  afterAll(() => app.close());

  async function classOf(code: string, population: number): Promise<Scene> {
    const tell = story(app);
    const seats = {} as Scene['seats'];
    const as = {} as Scene['as'];
    for (const [key, house, role] of SEATS) {
      seats[key] = await tell.seat(edition, code, `${key}-${code}`, { house, role });
      as[key] = await app.visitor().signInAs(seats[key].key);
    }
    const entries: SceneNomination[] = [];
    for (let number = 1; number <= ENTRIES; number += 1) {
      const municipality = await tell.municipality(`${code} ${number}`, population);
      entries.push(await tell.nomination(edition, municipality, { state: 'eligible', population }));
    }
    return { code, seats, as, entries };
  }
  const path = ({ code }: Scene) => `/api/editions/${edition.id}/classes/${code}`;
  const idOf = ({ entries }: Scene, number: number) => entries[number - 1]?.id ?? '';
  const declare = (at: Scene, who: Key, grounds: Record<number, string> = {}) =>
    at.as[who].post<Refusal>('/api/impartiality', {
      declarations: at.entries.map(({ id }, place) => ({
        nominationId: id,
        ground: grounds[place + 1] ?? null,
      })),
    });
  const rule = (at: Scene, by: Key, who: Key, entry: number) =>
    at.as[by].post<Refusal>('/api/impartiality/rulings', {
      seatId: at.seats[who].id,
      nominationId: idOf(at, entry),
      outcome: 'recused',
    });
  const standIn = (at: Scene, deputy: Key, member: Key) =>
    office.post<Refusal>(`/api/seats/${at.seats[deputy].id}/stand-in`, {
      forSeatId: at.seats[member].id,
      reason: 'Medlemmet kan ikke delta.',
    });
  /** Locked sheets: six for the first entry, falling to one. */
  async function score(at: Scene, who: Key, upTo = ENTRIES): Promise<void> {
    const points = (number: number) => Math.max(1, 6 - Math.floor(number / 2));
    for (const [place, entry] of at.entries.slice(0, upTo).entries())
      await story(app).sheet(at.seats[who], entry, edition, points(place + 1));
  }
  const view = async (at: Scene, by: Key) =>
    (await at.as[by].get<MeetingView>(`${path(at)}/meeting`)).body;
  const ok = ({ status, body }: { status: number; body: unknown }) =>
    expect({ status: status < 300, body: status < 300 ? null : body }).toEqual({
      status: true,
      body: null,
    });

  it('declares before anything opens; who has a ground steps out, and a deputy steps in', async () => {
    for (const at of [small, large])
      for (const who of ['leader', 'second', 'ks', 'nho', 'varaKs', 'varaNho'] as const) {
        const grounds: Record<string, Record<number, string>> = {
          'ks-small': { 5: 'employment' },
          'leader-large': { 2: 'board' },
          'nho-large': { 9: 'kin' },
        };
        ok(await declare(at, who, grounds[`${who}-${at.code}`]));
      }
    ok(await rule(small, 'leader', 'ks', 5));
    expect((await rule(large, 'leader', 'nho', 9)).body).toEqual({ refusal: 'under-question' });
    ok(await rule(large, 'second', 'nho', 9));
    ok(await rule(large, 'second', 'leader', 2));
    ok(await standIn(small, 'varaKs', 'ks'));
    ok(await standIn(large, 'varaKs', 'leader'));
    ok(await standIn(large, 'varaNho', 'nho'));
    for (const at of [small, large]) ok(await office.post(`${path(at)}/scoring/open`));
    for (const [at, who] of [
      [small, 'ks'],
      [large, 'leader'],
      [large, 'nho'],
    ] as const)
      expect((await at.as[who].get('/api/scoring/entries')).status).not.toBe(200);
  });

  it('one drops out in the middle: a deputy steps in for the rest, and what is missing is said, never filled in', async () => {
    for (const who of ['leader', 'second', 'varaKs'] as const) await score(small, who);
    await score(small, 'nho', 6);
    ok(await standIn(small, 'varaNho', 'nho'));
    await score(small, 'varaNho');
    expect((await small.as.nho.get('/api/scoring/entries')).status).not.toBe(200);
    for (const who of ['second', 'ks', 'varaKs', 'varaNho'] as const)
      await score(large, who, who === 'ks' ? 12 : ENTRIES);
    for (const [at, by] of [
      [small, 'leader'],
      [large, 'second'],
    ] as const) {
      const close = (acknowledgeMissing: boolean) =>
        at.as[by].post<Refusal>(`${path(at)}/scoring/close`, { acknowledgeMissing });
      if (at === large) expect((await close(false)).body).toEqual({ refusal: 'missing-sheets' });
      ok(await close(true));
    }
    const ranking = (await small.as.leader.get<RankingView>(`${path(small)}/ranking`)).body;
    const [best] = ranking.entries;
    expect(best).toMatchObject({ nominationId: idOf(small, 1), place: 1, mean: 6 });
    expect(best?.dots).toHaveLength(4);
    expect(best?.setAside).toEqual([{ seatId: small.seats.nho.id, why: 'replaced' }]);
  });

  it('meets, votes and decides in both classes without those who have stepped out', async () => {
    for (const [at, by, present] of [
      [small, 'leader', ['leader', 'second', 'varaKs', 'varaNho']],
      [large, 'second', ['second', 'ks', 'varaKs', 'varaNho']],
    ] as const) {
      const seatIds = SEATS.map(([key]) => at.seats[key].id);
      ok(await at.as[by].post(`${path(at)}/meeting`, { present: seatIds }));
      const { members, quorum } = await view(at, by);
      expect(
        members
          .filter((one) => one.present)
          .map((one) => one.seatId)
          .sort(),
      ).toEqual(present.map((key) => at.seats[key].id).sort());
      expect(quorum.missing).toBeNull();
      ok(
        await at.as[by].post(`${path(at)}/decisions/finalists`, {
          number: 3,
          finalists: [1, 2, 3].map((number) => idOf(at, number)),
          reserve: [idOf(at, 4)],
          reason: '',
        }),
      );
      const { id } = (await at.as[by].post<{ id: string }>(`${path(at)}/ballots`)).body;
      for (const key of present)
        ok(
          await at.as[key].put(`/api/ballots/${id}/paper`, {
            ranks: [1, 2, 3].map((number) => ({ options: [idOf(at, number)] })),
          }),
        );
      ok(await at.as[by].post(`/api/ballots/${id}/close`));
      ok(
        await at.as[by].post(`${path(at)}/decisions/winner`, {
          number: 1,
          winners: [idOf(at, 1)],
          reason: '',
        }),
      );
      ok(await at.as[by].post(`${path(at)}/meeting/close`));
      expect((await view(at, by)).class.stage).toBe('winner-sealed');
    }
  });

  it('leaves minutes that stand up to a complaint: who stepped out, what is missing, scores without names, rankings that can be made again', async () => {
    for (const [at, by] of [
      [small, 'leader'],
      [large, 'second'],
    ] as const) {
      const { minutes } = await view(at, by);
      const paper = (await at.as[by].get<MinutesView>(`/api/minutes/${minutes.at(-1)?.id}`)).body;
      expect(paper.intact).toBe(true);
      const { content } = paper;
      expect(content.scores).toHaveLength(ENTRIES);
      expect(content.scores?.[0]).toMatchObject({
        nominationId: idOf(at, 1),
        place: 1,
        values: [6, 6, 6, 6],
        firstRound: null,
      });
      expect(content.missingSheets).toEqual(
        at === large ? [{ seatId: large.seats.ks.id, nominationId: idOf(large, 13) }] : [],
      );
      expect(content.decisions.map(({ kind }) => kind)).toEqual(['finalists', 'winner']);
      expect(JSON.stringify(content)).not.toMatch(/employment|board|kin"|recused|ground/);
      for (const key of ['ks', 'leader', 'nho'] as const) {
        const outside = at === small ? key === 'ks' || key === 'nho' : key !== 'ks';
        const answer = await at.as[key].get(`/api/minutes/${paper.id}`);
        expect(answer.status === 200).toBe(!outside);
      }
    }
    const rankings = await verifyKeptRankings(app.db, null);
    expect(rankings.length).toBeGreaterThanOrEqual(2);
    expect(rankings.filter(({ holds }) => !holds)).toEqual([]);
    expect(await app.db.query('select * from audit_verify() where fault is not null')).toEqual([]);
  });
});
