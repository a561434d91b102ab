import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  finalistsOrder,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { MeetingView } from '@award/deliberation/contract';
import { Decisions } from './decisions.service';

describe('deciding the finalists', () => {
  let app: TestApp;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const scene = (scores?: Record<string, readonly (number | null)[]>) =>
    deliberationScene(app, { year: (year += 1), ...(scores ? { scores } : {}) });
  const decide = (at: DeliberationScene, body: object, as = at.as.leader) =>
    as.post<{ id?: string; refusal?: string }>(`${at.path}/decisions/finalists`, body);
  const auditOf = (id: string, act: string) =>
    app.db.query('select facts from audit where subject_id = $1 and act = $2', [id, act]);

  it('seals three in order with a reserve, takes the entries to assessed and the class on', async () => {
    const at = await scene();
    await meet(at);
    const made = await decide(at, finalistsOrder(at));
    expect(made.status).toBe(201);
    const current = await app.get(Decisions).current(app.db, at.edition.id, 'small', 'finalists');
    expect(current).toMatchObject({
      id: made.body.id,
      number: 3,
      finalists: ids(at, 'ABC'),
      reserve: ids(at, 'D'),
    });
    expect(current?.rankingHash).toMatch(/^[0-9a-f]{64}$/);
    const states = await app.db.query(
      `select state, count(*)::int from nomination where edition_id = $1 and class_code = 'small' group by 1`,
      [at.edition.id],
    );
    expect(states).toEqual([{ state: 'assessed', count: 6 }]);
    const stages = await app.db.query(
      'select code, stage from edition_class where edition_id = $1 order by 1',
      [at.edition.id],
    );
    expect(stages).toEqual([
      { code: 'large', stage: 'deliberation' },
      { code: 'small', stage: 'finalists-sealed' },
    ]);
    expect(await auditOf(made.body.id ?? '', 'decision:seal-finalists')).toHaveLength(1);
  });

  it.each<[string, string, (at: DeliberationScene) => object | Promise<object>]>([
    [
      'two named where three are stated',
      'wrong-number-of-finalists',
      (at) => finalistsOrder(at, 'AB', { number: 3 }),
    ],
    [
      'two where three are usual, without a reason',
      'reason-required',
      (at) => finalistsOrder(at, 'AB'),
    ],
    [
      'two with a reason and no vote',
      'vote-required',
      (at) => finalistsOrder(at, 'AB', { reason: 'To er nok.' }),
    ],
    [
      'two with a vote that fell',
      'vote-required',
      (at) => finalistsOrder(at, 'AB', { reason: 'To er nok.', votesFor: 2, votesAgainst: 2 }),
    ],
    [
      'one of another class',
      'not-in-class',
      (at) => ({
        ...finalistsOrder(at),
        finalists: [...ids(at, 'AB'), at.stranger.id],
      }),
    ],
    [
      'one twice, as finalist and reserve',
      'named-twice',
      (at) => finalistsOrder(at, 'ABC', { reserve: ids(at, 'A') }),
    ],
    [
      'a choice against the figures without a reason',
      'reason-required',
      (at) => finalistsOrder(at, 'ABE'),
    ],
    [
      'a decision in place of one that is not there',
      'not-sealed',
      (at) => finalistsOrder(at, 'ABC', { supersedes: at.edition.id, reason: 'Ny.' }),
    ],
  ])('refuses %s', async (_case, refusal, body) => {
    const at = await scene();
    await meet(at);
    const answer = await decide(at, await body(at));
    expect([answer.status, answer.body]).toEqual([409, { refusal }]);
    expect(
      await app.db.query('select 1 from decision where edition_id = $1', [at.edition.id]),
    ).toEqual([]);
  });

  it.each<[string, string, (at: DeliberationScene) => Promise<void>]>([
    ['before the meeting is open', 'no-meeting', async () => undefined],
    ['with too few in the room', 'quorum-missing', (at) => meet(at, ['leader', 'nho'])],
    [
      'with nobody from NHO',
      'house-empty',
      async (at) => {
        await story(app).seat(at.edition, 'small', `ks-extra-${year}`, { house: 'KS' });
        const extra = await app.db.query(
          `select id from seat where edition_id = $1 and name = $2`,
          [at.edition.id, `ks-extra-${year}`],
        );
        for (const entry of Object.values(at.entries))
          await app.db.query(
            `insert into declaration (seat_id, nomination_id, edition_id, answer) values ($1, $2, $3, 'none')`,
            [extra[0].id, entry.id, at.edition.id],
          );
        await at.as.leader.post(`${at.path}/meeting`, {
          present: [at.seats.leader.id, at.seats.ks.id, extra[0].id],
        });
      },
    ],
    ['with the leader out of the room', 'not-present', (at) => meet(at, ['ks', 'nho', 'nho2'])],
  ])('refuses %s', async (_case, refusal, prepare) => {
    const at = await scene();
    await prepare(at);
    const answer = await decide(at, finalistsOrder(at));
    expect([answer.status, answer.body]).toEqual([409, { refusal }]);
  });

  it('is for the leader alone, and another class’s leader finds nothing', async () => {
    const at = await scene();
    await meet(at);
    const member = await decide(at, finalistsOrder(at), at.as.nho);
    expect([member.status, member.body]).toEqual([403, { refusal: 'not-permitted' }]);
    const other = await decide(at, finalistsOrder(at), at.as.other);
    expect([other.status, other.body]).toEqual([404, { refusal: 'not-found' }]);
  });

  it('never breaks a tie across the cut by itself', async () => {
    const at = await scene({ A: [6, 6, 6, 6], B: [5, 5, 5, 5], C: [4, 4, 4, 4], D: [4, 4, 4, 4] });
    await meet(at);
    const order = finalistsOrder(at, 'ABC');
    expect((await decide(at, order)).body).toEqual({ refusal: 'tie-undecided' });
    expect(
      (await decide(at, { ...order, settlement: 'leader-vote', reason: 'Leder.' })).body,
    ).toEqual({ refusal: 'tie-undecided' });
    const settled = { ...order, settlement: 'second-ballot', votesFor: 3, votesAgainst: 1 };
    expect((await decide(at, settled)).body).toEqual({ refusal: 'reason-required' });
    expect((await decide(at, { ...settled, reason: 'Juryen stemte.' })).status).toBe(201);
  });

  it('happens once under fifty clicks at the same time, with one line in the log', async () => {
    const at = await scene();
    await meet(at);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => decide(at, finalistsOrder(at))),
    );
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    const refused = answers.filter((one) => one.status !== 201);
    expect(new Set(refused.map((one) => one.body.refusal))).toEqual(new Set(['already-decided']));
    const [made] = await app.db.query(
      'select id, (select count(*)::int from decision_entry e where e.decision_id = d.id) as entries from decision d where edition_id = $1',
      [at.edition.id],
    );
    expect(made.entries).toBe(4);
    expect(await auditOf(made.id, 'decision:seal-finalists')).toHaveLength(1);
    expect(await app.db.query('select * from audit_verify() where fault is not null')).toEqual([]);
  });

  it('answers a repeated request with the first answer, and another body under its key with a refusal', async () => {
    const at = await scene();
    await meet(at);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const send = (body: object) =>
      at.as.leader.post<{ id: string }>(`${at.path}/decisions/finalists`, body, key);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(finalistsOrder(at))));
    expect(new Set(answers.map((one) => `${one.status} ${one.body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await send(finalistsOrder(at, 'ABD'))).status).toBe(422);
  });

  it('is replaced by a new decision with a reason, both kept', async () => {
    const at = await scene();
    await meet(at);
    const first = await decideFinalists(at);
    const again = finalistsOrder(at, 'ABD', { reserve: ids(at, 'C') });
    expect((await decide(at, again)).body).toEqual({ refusal: 'already-decided' });
    expect((await decide(at, { ...again, supersedes: first })).body).toEqual({
      refusal: 'reason-required',
    });
    const second = await decide(at, { ...again, supersedes: first, reason: 'Ny inhabilitet.' });
    expect(second.status).toBe(201);
    const view = (await at.as.leader.get<MeetingView>(`${at.path}/meeting`)).body;
    expect(view.finalists).toMatchObject({ id: second.body.id, finalists: ids(at, 'ABD') });
    expect(view.earlierDecisions).toMatchObject([{ id: first, replaced: true }]);
    expect(view.class.stage).toBe('finalists-sealed');
  });

  it('is not decided anew once the finalists are released: also the database refuses', async () => {
    const at = await scene();
    await meet(at);
    const first = await decideFinalists(at);
    await app.db.query(
      `insert into release (edition_id, kind, scope) values ($1, 'finalists', 'all')`,
      [at.edition.id],
    );
    const order = finalistsOrder(at, 'ABD', { supersedes: first, reason: 'Sent.', reserve: [] });
    expect((await decide(at, order)).body).toEqual({ refusal: 'already-released' });
  });

  it('lets the next of the reserve step up for a finalist who withdraws after they are told, and nothing else', async () => {
    const at = await scene();
    await meet(at);
    const first = await decideFinalists(at);
    await app.db.query(
      `insert into release (edition_id, kind, scope) values ($1, 'finalists', 'all')`,
      [at.edition.id],
    );
    await app.db.query(`update edition set phase = 'finalists-published' where id = $1`, [
      at.edition.id,
    ]);
    const order = (letters: string, reason = 'B har trukket seg.') =>
      finalistsOrder(at, letters, { supersedes: first, reason, reserve: [] });
    const acts = async () =>
      (await at.as.leader.get<MeetingView>(`${at.path}/meeting`)).body.acts.supersedeFinalists;
    expect((await decide(at, order('ACD'))).body).toEqual({ refusal: 'already-released' });
    expect(await acts()).toBe('already-released');
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, ids(at, 'B'));
    expect(await acts()).toBeNull();
    for (const [letters, refusal] of [
      ['ACE', 'not-in-class'],
      ['ADE', 'not-in-class'],
      ['AC', 'not-in-class'],
    ] as const)
      expect((await decide(at, order(letters))).body).toEqual({ refusal });
    expect((await decide(at, order('ACD', ' '))).body).toEqual({ refusal: 'reason-required' });
    expect((await decide(at, order('ACD'))).status).toBe(201);
    const current = await app.get(Decisions).current(app.db, at.edition.id, 'small', 'finalists');
    expect(current?.finalists).toEqual(ids(at, 'ACD'));
  });

  it('steps out a member whose ground comes up in the meeting, and counts the room without', async () => {
    const at = await scene();
    await meet(at);
    await story(app).declare(at.seats.nho, entryOf(at, 'A'), at.edition, 'employment');
    await story(app).rule(at.seats.leader, at.seats.nho, entryOf(at, 'A'), at.edition, 'recused');
    const made = await decide(at, finalistsOrder(at));
    expect(made.status).toBe(201);
    const rows = await app.db.query(
      'select present, stepped_out_at is not null as out from attendance where seat_id = $1',
      [at.seats.nho.id],
    );
    expect(rows).toEqual([{ present: false, out: true }]);
    const steps = await app.db.query(
      `select facts from audit where act = 'meeting:step-out' and edition_id = $1`,
      [at.edition.id],
    );
    expect(steps).toEqual([{ facts: { classCode: 'small', seatId: at.seats.nho.id } }]);
  });
});
