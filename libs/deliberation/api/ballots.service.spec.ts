import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { BallotView, MeetingView } from '@award/deliberation/contract';
import { contentHash } from '@award/nominations/api';

type Voter = 'leader' | 'ks' | 'nho' | 'nho2';

describe('the ballot on the winner', () => {
  let app: TestApp;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  /** A meeting with A, B and C as finalists. */
  const decided = async (): Promise<DeliberationScene> => {
    const at = await deliberationScene(app, { year: (year += 1) });
    await meet(at);
    await decideFinalists(at);
    return at;
  };
  const open = async (at: DeliberationScene) =>
    (await at.as.leader.post<{ id: string }>(`${at.path}/ballots`)).body.id;
  /** `ranking` such as `A BC`: A first, B and C together after. */
  const cast = (at: DeliberationScene, ballot: string, who: Voter, ranking: string) =>
    at.as[who].put(`/api/ballots/${ballot}/paper`, {
      ranks: ranking
        .split(' ')
        .filter(Boolean)
        .map((rank) => ({ options: ids(at, rank) })),
    });
  const close = (at: DeliberationScene, ballot: string) =>
    at.as.leader.post<{ id?: string; refusal?: string }>(`/api/ballots/${ballot}/close`);
  const meeting = async (at: DeliberationScene, who: Voter = 'leader') =>
    (await at.as[who].get<MeetingView>(`${at.path}/meeting`)).body;
  const ballotOf = async (at: DeliberationScene, id: string, who: Voter = 'leader') =>
    (await meeting(at, who)).ballots.find((one) => one.id === id) as BallotView;
  const decideWinner = (at: DeliberationScene, letters: string, more: object = {}) =>
    at.as.leader.post<{ id?: string; refusal?: string }>(`${at.path}/decisions/winner`, {
      number: letters.length,
      winners: ids(at, letters),
      reason: '',
      dissent: null,
      votesFor: null,
      votesAgainst: null,
      settlement: null,
      supersedes: null,
      ...more,
    });
  /** A round in which everybody votes; answers with the ballot's id. */
  const round = async (at: DeliberationScene, papers: Record<Voter, string>) => {
    const ballot = await open(at);
    for (const [who, ranking] of Object.entries(papers))
      expect((await cast(at, ballot, who as Voter, ranking)).status).toBe(204);
    expect((await close(at, ballot)).status).toBe(201);
    return ballot;
  };

  it('counts by Schulze with parity, and the winner is sealed from it', async () => {
    const at = await decided();
    const ballot = await round(at, { leader: 'B A C', ks: 'A B C', nho: 'B A C', nho2: 'B C A' });
    const { result, state } = await ballotOf(at, ballot);
    const [a, b] = ids(at, 'AB');
    expect(state).toBe('closed');
    expect(result).toMatchObject({ winners: [b], tie: false, ballots: 4, setAside: 0 });
    expect(result?.unweighted?.pairwise[b ?? '']?.[a ?? '']).toBe(3);
    expect(result).toMatchObject({
      agreement: null,
      parity: null,
      houses: { KS: null, NHO: null },
    });
    expect((await decideWinner(at, 'B')).status).toBe(201);
    const view = await meeting(at);
    expect(view.class.stage).toBe('winner-sealed');
    expect(view.winner).toMatchObject({ winners: [b], ballotRound: 1 });
  });

  it('keeps papers secret: nobody sees more than how many have voted, and their own', async () => {
    const at = await decided();
    const ballot = await open(at);
    await cast(at, ballot, 'ks', 'A B C');
    await cast(at, ballot, 'nho', 'C B A');
    const seen = await ballotOf(at, ballot, 'ks');
    expect(seen).toMatchObject({
      papers: 2,
      result: null,
      mine: [ids(at, 'A'), ids(at, 'B'), ids(at, 'C')],
    });
    expect((await ballotOf(at, ballot, 'leader')).mine).toBeNull();
    await story(app).holder(`office-${year}`, 'secretary');
    const office = await app.visitor().signInAs(`office-${year}`);
    const text = JSON.stringify((await office.get(`${at.path}/meeting`)).body);
    expect(text).not.toContain('"mine":[');
    const log = await app.db.query('select facts::text from audit where edition_id = $1', [
      at.edition.id,
    ]);
    expect(JSON.stringify(log)).not.toContain('choices');
  });

  it('tells nobody the papers by a hash that could be guessed, and can count them again', async () => {
    const at = await decided();
    const voters = ['leader', 'ks', 'nho', 'nho2'] as const;
    const ballot = await round(at, { leader: 'B A C', ks: 'A B C', nho: 'B A C', nho2: 'B C A' });
    const { result } = await ballotOf(at, ballot, 'ks');
    const orders = ['A B C', 'A C B', 'B A C', 'B C A', 'C A B', 'C B A'].map((order) =>
      order.split(' ').map((letter) => ids(at, letter)),
    );
    const seats = (await meeting(at)).members.map(({ seatId }) => seatId).sort();
    expect(seats).toHaveLength(voters.length);
    const guesses = seats.reduce<object[][]>(
      (begun, seatId) =>
        begun.flatMap((papers) => orders.map((choices) => [...papers, { seatId, choices }])),
      [[]],
    );
    expect(guesses.map((papers) => contentHash(papers))).not.toContain(result?.papersHash);
    expect(JSON.stringify(result)).not.toContain('alt"');
    const papers = await app.db.query(
      'select seat_id as "seatId", choices from ballot_paper where ballot_id = $1 order by seat_id',
      [ballot],
    );
    const [{ salt }] = await app.db.query(
      `select result ->> 'papersSalt' as salt from ballot where id = $1`,
      [ballot],
    );
    expect(contentHash({ salt, papers })).toBe(result?.papersHash);
  });

  it('lets a paper be changed until closing, one per seat under twenty at once', async () => {
    const at = await decided();
    const ballot = await open(at);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => cast(at, ballot, 'ks', n % 2 ? 'A B C' : 'C B A')),
    );
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([204]));
    await cast(at, ballot, 'ks', 'B');
    const papers = await app.db.query('select choices from ballot_paper where ballot_id = $1', [
      ballot,
    ]);
    expect(papers).toEqual([{ choices: [ids(at, 'B')] }]);
  });

  it.each([
    ['an entry that is not on the ballot', 'D A'],
    ['an entry twice', 'A A'],
  ])('refuses a paper with %s', async (_case, ranking) => {
    const at = await decided();
    const ballot = await open(at);
    const answer = await cast(at, ballot, 'ks', ranking);
    expect([answer.status, answer.body]).toEqual([409, { refusal: 'bad-ballot' }]);
  });

  it('refuses a late paper, an absent member, a recused member, the secretariat and another class', async () => {
    const at = await decided();
    const ballot = await open(at);
    await at.as.leader.put(`${at.path}/meeting/attendance/${at.seats.nho2.id}`, { present: false });
    expect((await cast(at, ballot, 'nho2', 'A')).body).toEqual({ refusal: 'not-present' });
    await story(app).rule(at.seats.leader, at.seats.nho, entryOf(at, 'A'), at.edition, 'recused');
    expect((await cast(at, ballot, 'nho', 'A')).body).toEqual({ refusal: 'recused' });
    await story(app).holder(`office-${year}`, 'secretary');
    const office = await app.visitor().signInAs(`office-${year}`);
    expect((await office.put(`/api/ballots/${ballot}/paper`, { ranks: [] })).status).toBe(403);
    const other = await at.as.other.put(`/api/ballots/${ballot}/paper`, { ranks: [] });
    const unknown = await at.as.other.put(`/api/ballots/${crypto.randomUUID()}/paper`, {
      ranks: [],
    });
    expect([other.status, other.body]).toEqual([unknown.status, unknown.body]);
    await close(at, ballot);
    expect((await cast(at, ballot, 'ks', 'A')).body).toEqual({ refusal: 'ballot-closed' });
  });

  it('sets aside the paper of a member who no longer takes part when it is counted', async () => {
    const at = await decided();
    const ballot = await open(at);
    for (const who of ['leader', 'ks', 'nho', 'nho2'] as const)
      await cast(at, ballot, who, 'A B C');
    await story(app).declare(at.seats.nho2, entryOf(at, 'B'), at.edition, 'kin');
    await close(at, ballot);
    const { result } = await ballotOf(at, ballot);
    expect(result).toMatchObject({ setAside: 1, unweighted: { ballots: 3 } });
  });

  it('is opened and closed once under parallel clicks', async () => {
    const at = await decided();
    const opened = await Promise.all(
      Array.from({ length: 20 }, () =>
        at.as.leader.post<{ id?: string; refusal?: string }>(`${at.path}/ballots`),
      ),
    );
    expect(opened.filter((one) => one.status === 201)).toHaveLength(1);
    expect(
      new Set(opened.filter((one) => one.status !== 201).map((one) => one.body.refusal)),
    ).toEqual(new Set(['ballot-open']));
    const ballot = opened.find((one) => one.status === 201)?.body.id ?? '';
    await cast(at, ballot, 'ks', 'A');
    const closed = await Promise.all(Array.from({ length: 20 }, () => close(at, ballot)));
    expect(closed.filter((one) => one.status === 201)).toHaveLength(1);
    const log = await app.db.query(
      `select act, count(*)::int from audit where subject_id = $1 group by 1 order by 1`,
      [ballot],
    );
    expect(log).toEqual([
      { act: 'ballot:close', count: 1 },
      { act: 'ballot:open', count: 1 },
    ]);
  });

  it('counts every paper that was accepted while it was being closed', async () => {
    const at = await decided();
    const ballot = await open(at);
    const [closed, ...papers] = await Promise.all([
      close(at, ballot),
      ...(['leader', 'ks', 'nho', 'nho2'] as const).map((who) => cast(at, ballot, who, 'A B C')),
    ]);
    expect(closed.status).toBe(201);
    const { result } = await ballotOf(at, ballot);
    expect(result?.ballots).toBe(papers.filter((one) => one.status === 204).length);
  });

  it('tells a tie, votes again among those who tied, and only then lets the registered rule settle it', async () => {
    const at = await decided();
    await app.db.query(`update edition set tie_rule = 'leader-vote' where id = $1`, [
      at.edition.id,
    ]);
    const [a, b] = ids(at, 'AB').sort();
    const first = await round(at, { leader: 'A B C', ks: 'A B C', nho: 'B A C', nho2: 'B A C' });
    expect((await ballotOf(at, first)).result).toMatchObject({
      tie: true,
      winners: [a, b],
      agreement: 'tie',
    });
    expect((await decideWinner(at, 'A')).body).toEqual({ refusal: 'tie-undecided' });
    expect(
      (await decideWinner(at, 'A', { settlement: 'leader-vote', reason: 'Leder.' })).body,
    ).toEqual({ refusal: 'tie-undecided' });
    const second = await round(at, { leader: 'A B', ks: 'A B', nho: 'B A', nho2: 'B A' });
    expect(await ballotOf(at, second)).toMatchObject({ round: 2, options: [a, b] });
    expect((await decideWinner(at, 'A')).body).toEqual({ refusal: 'tie-undecided' });
    expect((await decideWinner(at, 'A', { settlement: 'shared', reason: 'Delt.' })).body).toEqual({
      refusal: 'tie-undecided',
    });
    expect((await decideWinner(at, 'A', { settlement: 'leader-vote' })).body).toEqual({
      refusal: 'reason-required',
    });
    const made = await decideWinner(at, 'A', {
      settlement: 'leader-vote',
      reason: 'Leders stemme.',
    });
    expect(made.status).toBe(201);
  });

  it('shares the prize only with a reason and a recorded vote', async () => {
    const at = await decided();
    await round(at, { leader: 'A B C', ks: 'A B C', nho: 'B A C', nho2: 'B A C' });
    await round(at, { leader: 'A B', ks: 'A B', nho: 'B A', nho2: 'B A' });
    expect((await decideWinner(at, 'AB', { reason: 'Likt.' })).body).toEqual({
      refusal: 'vote-required',
    });
    const made = await decideWinner(at, 'AB', { reason: 'Likt.', votesFor: 4, votesAgainst: 0 });
    expect(made.status).toBe(201);
  });

  it('refuses a winner who is not a finalist, one without a ballot, and one while a ballot is open', async () => {
    const at = await decided();
    expect((await decideWinner(at, 'A')).body).toEqual({ refusal: 'vote-required' });
    const ballot = await open(at);
    expect((await decideWinner(at, 'A')).body).toEqual({ refusal: 'ballot-open' });
    await cast(at, ballot, 'ks', 'A B C');
    await close(at, ballot);
    expect((await decideWinner(at, 'D')).body).toEqual({ refusal: 'not-a-finalist' });
    expect((await decideWinner(at, 'B')).body).toEqual({ refusal: 'reason-required' });
  });

  it('does not vote again on what is settled, and does when the finalist has withdrawn', async () => {
    const at = await decided();
    await round(at, { leader: 'A B C', ks: 'A B C', nho: 'A B C', nho2: 'A B C' });
    const again = await at.as.leader.post(`${at.path}/ballots`);
    expect(again.body).toEqual({ refusal: 'already-decided' });
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, ids(at, 'A'));
    expect((await decideWinner(at, 'A')).body).toEqual({ refusal: 'not-a-finalist' });
    const next = await open(at);
    expect((await ballotOf(at, next)).options).toEqual(ids(at, 'BC').sort());
  });

  it('seals the winner once under fifty clicks', async () => {
    const at = await decided();
    await round(at, { leader: 'A B C', ks: 'A B C', nho: 'A B C', nho2: 'A B C' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => decideWinner(at, 'A')));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(
      new Set(answers.filter((one) => one.status !== 201).map((one) => one.body.refusal)),
    ).toEqual(new Set(['already-decided']));
    const log = await app.db.query(
      `select 1 from audit where act = 'decision:seal-winner' and edition_id = $1`,
      [at.edition.id],
    );
    expect(log).toHaveLength(1);
  });

  it('falls with the finalists it was chosen among', async () => {
    const at = await decided();
    const { finalists } = await meeting(at);
    await round(at, { leader: 'A B C', ks: 'A B C', nho: 'A B C', nho2: 'A B C' });
    await decideWinner(at, 'A');
    const again = await at.as.leader.post(`${at.path}/decisions/finalists`, {
      number: 3,
      finalists: ids(at, 'BCD'),
      reserve: [],
      reason: 'A var ikke med på alt.',
      dissent: null,
      votesFor: null,
      votesAgainst: null,
      settlement: null,
      supersedes: finalists?.id,
    });
    expect(again.status).toBe(201);
    const view = await meeting(at);
    expect([view.class.stage, view.winner]).toEqual(['finalists-sealed', null]);
    await round(at, { leader: 'B C D', ks: 'B C D', nho: 'B C D', nho2: 'B C D' });
    expect((await decideWinner(at, 'B')).status).toBe(201);
  });
});
