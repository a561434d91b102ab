import type {
  BallotView,
  MeetingView,
  MinutesView,
  RankingView,
} from '@award/deliberation/contract';
import type { RulingsView } from '@award/impartiality/contract';
import type { SeatOfficeView } from '@award/jury/contract';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  finalistsOrder,
  ids,
  meet,
} from '../../../../apps/api/testing/deliberation-scene';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { decisionInQuestion } from './decisions-in-question';

type Key = 'leader' | 'ks' | 'nho' | 'nho2';
interface Refusal {
  id?: string;
  refusal?: string;
}

describe('what comes up in a jury’s meeting', () => {
  let app: TestApp;
  let office: Visitor;
  let year = 2060;
  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());

  const scene = (scores?: Record<string, number[]>) =>
    deliberationScene(app, { year: (year += 1), ...(scores ? { scores } : {}) });
  const view = async (at: DeliberationScene, who: Key = 'leader') =>
    (await at.as[who].get<MeetingView>(`${at.path}/meeting`)).body;
  const decide = (at: DeliberationScene, letters: string, more: object = {}) =>
    at.as.leader.post<Refusal>(`${at.path}/decisions/finalists`, finalistsOrder(at, letters, more));
  const winner = (at: DeliberationScene, letters: string, more: object = {}) =>
    at.as.leader.post<Refusal>(`${at.path}/decisions/winner`, {
      number: letters.length,
      winners: ids(at, letters),
      reason: '',
      ...more,
    });
  const keep = (at: DeliberationScene, decisionId: string, more: object = {}) =>
    at.as.leader.post<Refusal>(`/api/decisions/${decisionId}/keep`, {
      reason: 'Rekkefølgen er den samme uten medlemmet.',
      votesFor: 3,
      votesAgainst: 0,
      ...more,
    });
  const minutesOf = async (at: DeliberationScene) => {
    const { id } = (await at.as.leader.post<{ id: string }>(`${at.path}/minutes`)).body;
    return (await at.as.leader.get<MinutesView>(`/api/minutes/${id}`)).body;
  };
  /** A member tells of a ground, as in the meeting, and the leader rules. */
  const ground = (at: DeliberationScene, who: Key, letter: string) =>
    at.as[who].post<Refusal>('/api/impartiality', {
      declarations: [{ nominationId: entryOf(at, letter).id, ground: 'employment' }],
    });
  const rule = (at: DeliberationScene, who: Key, letter: string, outcome = 'recused') =>
    at.as.leader.post<RulingsView & Refusal>('/api/impartiality/rulings', {
      seatId: at.seats[who].id,
      nominationId: entryOf(at, letter).id,
      outcome,
    });
  const vote = async (at: DeliberationScene, papers: Partial<Record<Key, string>>) => {
    const opened = await at.as.leader.post<{ id: string } & Refusal>(`${at.path}/ballots`);
    for (const [who, ranking] of Object.entries(papers))
      await at.as[who as Key].put(`/api/ballots/${opened.body.id}/paper`, {
        ranks: ranking.split(' ').map((rank) => ({ options: ids(at, rank) })),
      });
    await at.as.leader.post(`/api/ballots/${opened.body.id}/close`);
    return (await view(at)).ballots.find(({ id }) => id === opened.body.id) as BallotView;
  };

  describe('a conflict that surfaces in the meeting', () => {
    it('stops the item until the jury has ruled; the ranking is made anew without the sheets, and the minutes say who stepped out', async () => {
      const at = await scene({
        A: [6, 6, 5, 6],
        B: [5, 5, 5, 5],
        C: [4, 3, 6, 4],
        D: [4, 4, 2, 4],
        E: [1, 1, 1, 1],
      });
      await meet(at);
      const places = async () => {
        const { entries } = (await at.as.leader.get<RankingView>(`${at.path}/ranking`)).body;
        return entries.map(({ nominationId }) => 'ABCDE'[ids(at, 'ABCDE').indexOf(nominationId)]);
      };
      expect(await places()).toEqual([...'ABCDE']);
      expect((await ground(at, 'nho', 'E')).status).toBe(200);
      expect((await decide(at, 'ABC')).body).toEqual({ refusal: 'unresolved-declarations' });
      expect((await view(at)).acts.decideFinalists).toBe('unresolved-declarations');
      expect((await rule(at, 'nho', 'E')).status).toBe(200);
      expect(await places()).toEqual([...'ABDCE']);
      expect((await decide(at, 'ABC')).body).toEqual({ refusal: 'reason-required' });
      expect((await decide(at, 'ABD', { reserve: ids(at, 'C') })).status).toBe(201);
      const minutes = await minutesOf(at);
      const out = minutes.content.attendance.find(({ seatId }) => seatId === at.seats.nho.id);
      expect(out).toMatchObject({ present: false, steppedOutAt: expect.any(String) });
      expect(minutes.content.rankings).toHaveLength(2);
      expect(JSON.stringify(minutes.content)).not.toMatch(/employment|recused/);
    });

    it('goes on with the member when the jury finds the member impartial', async () => {
      const at = await scene();
      await meet(at);
      await ground(at, 'nho', 'E');
      await rule(at, 'nho', 'E', 'impartial');
      expect((await decide(at, 'ABC')).status).toBe(201);
      expect((await view(at)).finalists).toMatchObject({ inQuestion: 0, kept: [] });
    });

    it('makes a counted vote void: nobody wins by it, and the jury votes again on all who stand', async () => {
      const at = await scene();
      await meet(at);
      await decideFinalists(at);
      const first = await vote(at, { leader: 'A B C', ks: 'B A C', nho: 'B A C', nho2: 'A B C' });
      expect(first).toMatchObject({ holds: true, result: { tie: true } });
      const second = await vote(at, { leader: 'A B', ks: 'B A', nho: 'B A', nho2: 'B A' });
      expect(second).toMatchObject({ holds: true, result: { winners: ids(at, 'B') } });
      await ground(at, 'nho', 'C');
      await rule(at, 'nho', 'C');
      const { finalists, acts, ballots } = await view(at);
      expect([finalists?.inQuestion, acts.openBallot]).toEqual([1, 'decision-in-question']);
      expect(ballots.map(({ holds }) => holds)).toEqual([false, false]);
      expect((await winner(at, 'B')).body).toEqual({ refusal: 'decision-in-question' });
      expect((await keep(at, finalists?.id ?? '')).status).toBe(201);
      expect((await winner(at, 'B')).body).toEqual({ refusal: 'vote-required' });
      const third = await vote(at, { leader: 'A B C', ks: 'A B C', nho2: 'A B C' });
      expect(third).toMatchObject({ round: 3, holds: true, options: ids(at, 'ABC').sort() });
      expect((await winner(at, 'A')).status).toBe(201);
    });
  });

  describe('a conflict that surfaces after a decision', () => {
    /** A decision on the finalists that `nho` took part in, and the ruling that comes after it. */
    const questioned = async (at: DeliberationScene) => {
      await meet(at);
      const decisionId = await decideFinalists(at);
      await ground(at, 'nho', 'E');
      await rule(at, 'nho', 'E');
      return decisionId;
    };

    it('leaves the decision in question until the jury, without the member, keeps it with a reason and a vote', async () => {
      const at = await scene();
      const decisionId = await questioned(at);
      expect((await view(at)).finalists).toMatchObject({ id: decisionId, inQuestion: 1 });
      expect((await at.as.leader.post(`${at.path}/ballots`)).body).toEqual({
        refusal: 'decision-in-question',
      });
      const told = async () => {
        const [one] = await app.db.query(`select ${decisionInQuestion('$1')} as questioned`, [
          decisionId,
        ]);
        const sealed = await office.post<Refusal>(`/api/releases/${at.edition.id}/seal`, {
          scope: 'all',
          releaseAt: null,
        });
        return [one.questioned, sealed.body.refusal];
      };
      expect(await told()).toEqual([true, 'decision-in-question']);
      for (const [more, refusal] of [
        [{ reason: ' ' }, 'reason-required'],
        [{ votesFor: 1, votesAgainst: 1 }, 'vote-required'],
      ] as const)
        expect((await keep(at, decisionId, more)).body).toEqual({ refusal });
      expect((await at.as.ks.post(`/api/decisions/${decisionId}/keep`, {})).status).toBe(403);
      expect((await at.as.nho.get<Refusal>(`${at.path}/meeting`)).body).toEqual({
        refusal: 'recused',
      });
      const kept = await Promise.all(Array.from({ length: 20 }, () => keep(at, decisionId)));
      expect(kept.filter(({ status }) => status === 201)).toHaveLength(1);
      expect((await view(at)).finalists).toMatchObject({
        inQuestion: 0,
        kept: [{ reason: 'Rekkefølgen er den samme uten medlemmet.', votesFor: 3 }],
      });
      expect(await told()).toEqual([false, 'not-signed-off']);
      expect((await at.as.leader.post(`${at.path}/ballots`)).status).toBe(201);
      expect((await minutesOf(at)).content.reviews).toMatchObject([
        { decisionId, kind: 'finalists', votesFor: 3, votesAgainst: 0 },
      ]);
      const log = await app.db.query(
        `select facts from audit where act = 'decision:keep' and subject_id = $1`,
        [decisionId],
      );
      expect(log).toMatchObject([{ facts: { members: [at.seats.nho.id] } }]);
      await expect(app.db.query(`update decision_review set reason = 'x'`)).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
    });

    it('is settled as well by a new decision in its place; both are kept', async () => {
      const at = await scene();
      const first = await questioned(at);
      const again = await decide(at, 'ABD', {
        reserve: ids(at, 'C'),
        supersedes: first,
        reason: 'Juryen har sett på saken på nytt uten medlemmet.',
      });
      expect(again.status).toBe(201);
      const { finalists, earlierDecisions, acts } = await view(at);
      expect(finalists).toMatchObject({ id: again.body.id, inQuestion: 0 });
      expect(earlierDecisions).toMatchObject([{ id: first, replaced: true, inQuestion: 0 }]);
      expect(acts.keepDecision).toBe('nothing-to-rule');
      expect((await keep(at, first)).body).toEqual({ refusal: 'already-decided' });
    });

    it('is no question for whoever was out before it, or is found impartial', async () => {
      const at = await scene();
      await meet(at);
      await ground(at, 'nho', 'E');
      await rule(at, 'nho', 'E');
      const decisionId = await decideFinalists(at);
      await ground(at, 'nho2', 'E');
      await rule(at, 'nho2', 'E', 'impartial');
      expect((await view(at)).finalists?.inQuestion).toBe(0);
      expect((await keep(at, decisionId)).body).toEqual({ refusal: 'nothing-to-rule' });
    });
  });

  describe('all seats of one house recused', () => {
    const without = async (at: DeliberationScene) => {
      await meet(at);
      for (const who of ['nho', 'nho2'] as const) {
        await ground(at, who, 'E');
        await rule(at, who, 'E');
      }
    };
    const present = (at: DeliberationScene, seatId: string) =>
      at.as.leader.put(`${at.path}/meeting/attendance/${seatId}`, { present: true });

    it('decides nothing, opens no ballot and keeps no decision', async () => {
      const at = await scene();
      await meet(at);
      const decisionId = await decideFinalists(at);
      for (const who of ['nho', 'nho2'] as const) {
        await ground(at, who, 'E');
        await rule(at, who, 'E');
      }
      await app.db.query('update edition set quorum = 2 where id = $1', [at.edition.id]);
      expect((await keep(at, decisionId, { votesFor: 2 })).body).toEqual({
        refusal: 'house-empty',
      });
      expect(
        (await decide(at, 'ABD', { supersedes: decisionId, reason: 'Ny', reserve: [] })).body,
      ).toEqual({ refusal: 'house-empty' });
      expect((await view(at)).quorum.missing).toBe('house-empty');
    });

    it('goes on when a deputy of the house has stepped in and declared', async () => {
      const at = await scene();
      const deputy = await story(app).seat(at.edition, 'small', `Vara ${year}`, {
        house: 'NHO',
        role: 'deputy',
      });
      await without(at);
      expect((await decide(at, 'ABC')).body).toEqual({ refusal: 'quorum-missing' });
      const stood = await office.post<SeatOfficeView & Refusal>(
        `/api/seats/${deputy.id}/stand-in`,
        {
          forSeatId: at.seats.nho.id,
          reason: 'Medlemmet har fratrådt.',
        },
      );
      expect(stood.body).not.toHaveProperty('refusal');
      expect((await present(at, deputy.id)).status).toBe(409);
      for (const entry of Object.values(at.entries))
        await story(app).declare(deputy, entry, at.edition);
      expect((await present(at, deputy.id)).status).toBe(204);
      expect((await decide(at, 'ABC')).status).toBe(201);
    });

    it('goes on, where there is no deputy, when the owner has appointed a member who accepts and declares', async () => {
      const at = await scene();
      await without(at);
      const name = `Ny fra NHO ${year}`;
      const invited = await office.post<SeatOfficeView & Refusal>(
        `/api/editions/${at.edition.id}/panels/small/seats`,
        {
          name,
          email: `ny-${year}@nho.example`,
          house: 'NHO',
          role: 'member',
          language: 'nb',
          reason: 'Begge fra NHO har fratrådt.',
        },
      );
      expect(invited.body).not.toHaveProperty('refusal');
      await app.db.query(
        `insert into identity (issuer, subject, person_id) select 'demo', $1, person_id from seat where id = $2`,
        [name, invited.body.id],
      );
      const member = await app.visitor().signInAs(name);
      expect((await decide(at, 'ABC')).body).toEqual({ refusal: 'quorum-missing' });
      expect((await member.post('/api/my-seat/accept', { pledge: true })).status).toBe(200);
      const said = Object.values(at.entries).map(({ id }) => ({ nominationId: id, ground: null }));
      expect((await member.post('/api/impartiality', { declarations: said })).status).toBe(200);
      expect((await present(at, invited.body.id)).status).toBe(204);
      expect((await decide(at, 'ABC')).status).toBe(201);
      const ballot = await vote(at, { leader: 'A B C', ks: 'A C B' });
      expect(ballot.result).toMatchObject({ agreement: 'no-parity', weights: null, parity: null });
    });
  });

  it('KS and NHO want one each: the deadlock is said, with what both can live with, and only the registered way settles it', async () => {
    const at = await scene();
    const more = { ks3: 'KS', nho3: 'NHO' } as const;
    const extra: Record<string, Visitor> = {};
    for (const [key, house] of Object.entries(more)) {
      const seat = await story(app).seat(at.edition, 'small', `${key}-${year}`, { house });
      for (const entry of Object.values(at.entries))
        await story(app).declare(seat, entry, at.edition);
      extra[key] = await app.visitor().signInAs(seat.key);
    }
    await app.db.query(`update edition set tie_rule = 'leader-vote' where id = $1`, [
      at.edition.id,
    ]);
    await meet(at);
    for (const visitor of Object.values(extra)) {
      const { members } = (await visitor.get<MeetingView>(`${at.path}/meeting`)).body;
      const own = members.find((member) => member.own)?.seatId ?? '';
      await visitor.put(`${at.path}/meeting/attendance/${own}`, { present: true });
    }
    await decideFinalists(at);
    const round = async (ks: string, nho: string) => {
      const { id } = (await at.as.leader.post<{ id: string }>(`${at.path}/ballots`)).body;
      const cast = (who: Visitor | undefined, ranking: string) =>
        who?.put(`/api/ballots/${id}/paper`, {
          ranks: ranking.split(' ').map((rank) => ({ options: ids(at, rank) })),
        });
      for (const who of [at.as.leader, at.as.ks, extra['ks3']]) await cast(who, ks);
      for (const who of [at.as.nho, at.as.nho2, extra['nho3']]) await cast(who, nho);
      await at.as.leader.post(`/api/ballots/${id}/close`);
      return (await view(at)).ballots.find((one) => one.id === id)?.result;
    };
    expect(await round('A C B', 'B C A')).toMatchObject({
      tie: true,
      agreement: 'tie',
      houses: { KS: { winners: ids(at, 'A') }, NHO: { winners: ids(at, 'B') } },
      deadlock: { commonSecond: ids(at, 'C') },
    });
    const settled = { settlement: 'leader-vote', reason: 'Lederen avgjorde.' };
    expect((await view(at)).settlements.winner).toEqual([]);
    expect((await winner(at, 'A', settled)).body).toEqual({ refusal: 'tie-undecided' });
    await round('A C B', 'B C A');
    expect((await view(at)).settlements.winner).toEqual(['leader-vote']);
    expect((await winner(at, 'A')).body).toEqual({ refusal: 'tie-undecided' });
    expect((await winner(at, 'A', settled)).status).toBe(201);
    expect((await minutesOf(at)).content.decisions.at(-1)).toMatchObject({
      kind: 'winner',
      settlement: 'leader-vote',
    });
  });
});
