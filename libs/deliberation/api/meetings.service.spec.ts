import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { statementsOf } from '../../../apps/api/testing/statements';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { ClassProgressView, MeetingView, MinutesView } from '@award/deliberation/contract';

describe('the meeting of a class and its minutes', () => {
  let app: TestApp;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const scene = () => deliberationScene(app, { year: (year += 1) });
  const view = async (at: DeliberationScene, who: 'leader' | 'ks' | 'nho' = 'leader') =>
    (await at.as[who].get<MeetingView>(`${at.path}/meeting`)).body;
  const minutesOf = async (at: DeliberationScene, id: string) =>
    (await at.as.leader.get<MinutesView>(`/api/minutes/${id}`)).body;
  const write = async (at: DeliberationScene) =>
    (await at.as.leader.post<{ id: string }>(`${at.path}/minutes`)).body.id;

  it('opens once under twenty clicks, with a recused member out of the room from the start', async () => {
    const at = await scene();
    await story(app).rule(at.seats.leader, at.seats.ks, entryOf(at, 'A'), at.edition, 'recused');
    const present = Object.values(at.seats).map((seat) => seat.id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        at.as.leader.post<{ id: string }>(`${at.path}/meeting`, { present }),
      ),
    );
    expect(new Set(answers.map((one) => `${one.status} ${one.body.id}`)).size).toBe(1);
    const log = await app.db.query(
      `select 1 from audit where act = 'meeting:open' and edition_id = $1`,
      [at.edition.id],
    );
    expect(log).toHaveLength(1);
    const { members, quorum } = await view(at);
    const ks = members.find(({ seatId }) => seatId === at.seats.ks.id);
    expect(ks).toMatchObject({ present: false, takesPart: false });
    expect(ks?.steppedOutAt).not.toBeNull();
    expect(quorum).toMatchObject({
      needed: 3,
      present: 3,
      houses: { KS: 1, NHO: 2 },
      missing: null,
    });
    const forced = await at.as.leader.put(`${at.path}/meeting/attendance/${at.seats.ks.id}`, {
      present: true,
    });
    expect(forced.body).toEqual({ refusal: 'recused' });
  });

  it('is opened by the leader, in a class whose scoring is closed', async () => {
    const at = await scene();
    expect((await at.as.nho.post(`${at.path}/meeting`, { present: [] })).status).toBe(403);
    expect((await at.as.other.post(`${at.path}/meeting`, { present: [] })).status).toBe(404);
    await app.db.query(`update edition_class set stage = 'scoring' where edition_id = $1`, [
      at.edition.id,
    ]);
    const early = await at.as.leader.post(`${at.path}/meeting`, { present: [] });
    expect([early.status, early.body]).toEqual([409, { refusal: 'wrong-stage' }]);
  });

  it('notes who comes and goes: everyone for themselves, the leader for all', async () => {
    const at = await scene();
    await meet(at, ['leader', 'ks']);
    const note = (who: 'leader' | 'nho', seat: string, present: boolean) =>
      at.as[who].put(`${at.path}/meeting/attendance/${seat}`, { present });
    expect((await note('nho', at.seats.nho.id, true)).status).toBe(204);
    expect((await note('nho', at.seats.nho2.id, true)).body).toEqual({ refusal: 'not-permitted' });
    expect((await note('leader', at.seats.nho.id, false)).status).toBe(204);
    expect((await note('leader', at.seats.nho.id, true)).status).toBe(204);
    const nho = (await view(at)).members.find(({ seatId }) => seatId === at.seats.nho.id);
    expect(nho?.present).toBe(true);
    expect(nho?.steppedOutAt).not.toBeNull();
    expect(nho?.returnedAt).not.toBeNull();
  });

  it('says what each may do now, by the same rules that the acts ask', async () => {
    const at = await scene();
    expect((await view(at)).acts).toMatchObject({
      openMeeting: null,
      decideFinalists: 'no-meeting',
      openBallot: 'wrong-stage',
      closeMeeting: 'no-meeting',
    });
    await meet(at);
    expect((await view(at)).acts).toMatchObject({ decideFinalists: null, cast: 'ballot-closed' });
    expect((await view(at, 'nho')).acts).toMatchObject({ decideFinalists: 'not-permitted' });
    await decideFinalists(at);
    expect((await view(at)).acts).toMatchObject({
      decideFinalists: 'already-decided',
      supersedeFinalists: null,
      openBallot: null,
      decideWinner: 'vote-required',
    });
  });

  it('orders the agenda by what is contested', async () => {
    const at = await deliberationScene(app, {
      year: (year += 1),
      scores: {
        A: [6, 6, 6, 6],
        B: [5, 5, 5, 5],
        C: [6, 6, 2, 2],
        D: [3, 4, 4, 4],
        E: [1, 1, 1, 1],
      },
    });
    const { agenda } = await view(at);
    expect(agenda[0]).toMatchObject({ nominationId: ids(at, 'C')[0], spread: 4 });
    expect(agenda[0]?.contentions).toContain('two-camps');
    expect(agenda.at(-1)?.contentions).toEqual([]);
  });

  it('writes minutes that hold what happened, with a hash that can be made again', async () => {
    const at = await scene();
    await meet(at);
    await decideFinalists(at);
    const id = await write(at);
    const minutes = await minutesOf(at, id);
    expect(minutes).toMatchObject({ number: 1, intact: true, approvedAt: null, mayApprove: null });
    expect(minutes.content.decisions).toMatchObject([
      { kind: 'finalists', finalists: ids(at, 'ABC'), reserve: ids(at, 'D') },
    ]);
    expect(minutes.content.rankings).toHaveLength(1);
    expect(minutes.content.attendance.filter(({ present }) => present)).toHaveLength(4);
    expect(await write(at)).toBe(id);
  });

  it('never says why a member stepped out', async () => {
    const at = await scene();
    await meet(at);
    await story(app).declare(at.seats.nho, entryOf(at, 'A'), at.edition, 'spouse');
    await story(app).rule(at.seats.leader, at.seats.nho, entryOf(at, 'A'), at.edition, 'recused');
    await decideFinalists(at);
    const minutes = await minutesOf(at, await write(at));
    const nho = minutes.content.attendance.find(({ seatId }) => seatId === at.seats.nho.id);
    expect(nho).toMatchObject({ present: false });
    expect(nho?.steppedOutAt).not.toBeNull();
    expect(JSON.stringify(minutes.content)).not.toMatch(/spouse|recused|ground|ruling/);
  });

  it('gives what comes later a new number, and approves the newest once', async () => {
    const at = await scene();
    await meet(at);
    const first = await write(at);
    await decideFinalists(at);
    const second = await write(at);
    expect((await minutesOf(at, second)).number).toBe(2);
    const approve = (id: string, who: 'ks' | 'nho' = 'ks') =>
      at.as[who].post<{ refusal?: string }>(`/api/minutes/${id}/approve`);
    expect((await approve(first)).body).toEqual({ refusal: 'stale-save' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => approve(second, 'nho')));
    expect(answers.filter((one) => one.status === 204)).toHaveLength(1);
    expect((await minutesOf(at, second)).approvedBy).toBe(at.seats.nho.key);
    const log = await app.db.query(
      `select 1 from audit where act = 'minutes:approve' and subject_id = $1`,
      [second],
    );
    expect(log).toHaveLength(1);
    expect((await at.as.other.get(`/api/minutes/${second}`)).status).toBe(404);
  });

  it('shows minutes that have been tampered with as not intact', async () => {
    const at = await scene();
    await meet(at);
    const id = await write(at);
    await app.db.query('alter table minutes disable trigger tr_minutes_kept');
    await app.db.query(
      `update minutes set content = jsonb_set(content, '{quorum}', '1') where id = $1`,
      [id],
    );
    await app.db.query('alter table minutes enable trigger tr_minutes_kept');
    expect((await minutesOf(at, id)).intact).toBe(false);
  });

  it('closes with minutes, and a later meeting of the class decides the winner', async () => {
    const at = await scene();
    await meet(at);
    await decideFinalists(at);
    const closed = await at.as.leader.post<{ id: string }>(`${at.path}/meeting/close`);
    expect(closed.status).toBe(201);
    expect((await minutesOf(at, closed.body.id)).content.meeting.closedAt).not.toBeNull();
    expect((await at.as.leader.post(`${at.path}/ballots`)).body).toEqual({ refusal: 'no-meeting' });
    await meet(at);
    const ballot = (await at.as.leader.post<{ id: string }>(`${at.path}/ballots`)).body.id;
    expect((await at.as.leader.post(`${at.path}/meeting/close`)).body).toEqual({
      refusal: 'ballot-open',
    });
    await at.as.ks.put(`/api/ballots/${ballot}/paper`, { ranks: [{ options: ids(at, 'A') }] });
    await at.as.leader.post(`/api/ballots/${ballot}/close`);
    const won = await at.as.leader.post(`${at.path}/decisions/winner`, {
      number: 1,
      winners: ids(at, 'A'),
      reason: '',
    });
    expect(won.status).toBe(201);
    const second = await minutesOf(at, await write(at));
    expect(second.content.decisions.map(({ kind }) => kind)).toEqual(['winner']);
  });

  it('lists the classes that one may follow, and none of a class that is still being scored', async () => {
    const at = await scene();
    await story(app).holder(`office-${year}`, 'secretary');
    const office = await app.visitor().signInAs(`office-${year}`);
    const all = (await office.get<ClassProgressView[]>('/api/deliberation')).body;
    expect(
      all.filter((row) => row.editionId === at.edition.id).map((row) => row.classCode),
    ).toEqual(['small', 'large']);
    const own = (await at.as.ks.get<ClassProgressView[]>('/api/deliberation')).body;
    expect(own.map((row) => [row.editionId, row.classCode])).toEqual([[at.edition.id, 'small']]);
    await app.db.query(`update edition_class set stage = 'scoring' where edition_id = $1`, [
      at.edition.id,
    ]);
    expect((await at.as.ks.get('/api/deliberation')).body).toEqual([]);
  });

  it('reads the meeting page in a fixed number of statements', async () => {
    const few = await scene();
    await meet(few);
    const count = async (at: DeliberationScene) =>
      (await statementsOf(app, () => at.as.leader.get(`${at.path}/meeting`))).length;
    const before = await count(few);
    await decideFinalists(few);
    await few.as.leader.post(`${few.path}/ballots`);
    await write(few);
    expect(await count(few)).toBe(before);
    expect(before).toBeLessThanOrEqual(14);
  });
});
