import {
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../../apps/api/testing/deliberation-scene';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import type { MeetingEvent, MinutesSilenceView, TalkView } from '@award/deliberation/contract';
import { Jobs } from '@award/jobs/api';
import { MeetingStreams } from './meeting-streams.service';

describe('the talk of a meeting', () => {
  let app: TestApp;
  let beside: TestApp;
  let year = 2040;
  beforeAll(async () => {
    app = await testApp();
    beside = await testApp(app);
  });
  afterAll(async () => {
    await beside.close();
    await app.close();
  });

  const scene = async () => {
    const at = await deliberationScene(app, { year: (year += 1) });
    await meet(at);
    return at;
  };
  const talk = async (at: DeliberationScene, who: keyof DeliberationScene['as'] = 'leader') =>
    (await at.as[who].get<TalkView>(`${at.path}/meeting/talk`)).body;
  const motion = async (at: DeliberationScene, text = 'Vi utsetter.') =>
    (await at.as.nho.post<{ id: string }>(`${at.path}/meeting/motions`, { text })).body.id;
  const logged = async (at: DeliberationScene, act: string): Promise<number> =>
    (
      await app.db.query('select 1 from audit where edition_id = $1 and act = $2', [
        at.edition.id,
        act,
      ])
    ).length;

  it('the leader puts one entry on the table after the other, and everybody sees which', async () => {
    const at = await scene();
    const [first, second] = ids(at, 'AB');
    const take = (nominationId: string | null | undefined, by: Visitor = at.as.leader) =>
      by.put(`${at.path}/meeting/table`, { nominationId });
    expect((await take(first)).status).toBe(204);
    expect((await take(first)).status).toBe(204);
    expect((await talk(at, 'nho')).onTheTable?.nominationId).toBe(first);
    expect((await take(second)).status).toBe(204);
    expect((await talk(at)).onTheTable?.nominationId).toBe(second);
    expect((await take(at.stranger.id)).body).toEqual({ refusal: 'not-found' });
    expect((await take(first, at.as.nho)).status).toBe(403);
    expect((await take(null)).status).toBe(204);
    expect((await talk(at)).onTheTable).toBeNull();
    expect(await logged(at, 'meeting:take-up')).toBe(3);
  });

  it('what is said of an entry is there for those who take part, in order, and nobody else', async () => {
    const at = await scene();
    const nominationId = entryOf(at, 'A').id;
    const say = (by: Visitor, text: string) =>
      by.post(`${at.path}/meeting/remarks`, { nominationId, text });
    expect((await say(at.as.ks, 'Sterkt på samarbeid.')).status).toBe(201);
    expect((await say(at.as.nho, '  Tallene holder ikke.  ')).status).toBe(201);
    expect((await say(at.as.other, 'Utenfra.')).status).toBe(404);
    expect((await say(at.as.ks, '')).status).toBe(400);
    const { remarks } = await talk(at, 'nho2');
    expect(remarks.map(({ text, seatId }) => [text, seatId])).toEqual([
      ['Sterkt på samarbeid.', at.seats.ks.id],
      ['Tallene holder ikke.', at.seats.nho.id],
    ]);
    await story(app).rule(at.seats.leader, at.seats.ks, entryOf(at, 'B'), at.edition, 'recused');
    const recused = await at.as.ks.get(`${at.path}/meeting/talk`);
    expect([recused.status, recused.body]).toEqual([409, { refusal: 'recused' }]);
    expect((await say(at.as.ks, 'Likevel.')).body).toEqual({ refusal: 'recused' });
  });

  it('a motion is voted on in secret, counted once, and told to all at the same time', async () => {
    const at = await scene();
    const id = await motion(at);
    const vote = (who: 'leader' | 'ks' | 'nho' | 'nho2', how: string) =>
      at.as[who].put(`/api/motions/${id}/vote`, { vote: how });
    expect((await at.as.ks.post(`${at.path}/meeting/motions`, { text: 'To.' })).body).toEqual({
      refusal: 'ballot-open',
    });
    expect((await vote('ks', 'for')).status).toBe(204);
    expect((await vote('ks', 'against')).status).toBe(204);
    expect((await vote('nho', 'for')).status).toBe(204);
    expect((await vote('nho2', 'abstain')).status).toBe(204);
    expect((await vote('nho2', 'maybe')).status).toBe(400);
    const seen = await talk(at, 'leader');
    expect(seen.motions).toEqual([
      expect.objectContaining({ id, votes: 3, mine: null, result: null, state: 'open' }),
    ]);
    expect((await at.as.nho.post(`/api/motions/${id}/close`)).status).toBe(403);
    const closings = await Promise.all(
      Array.from({ length: 10 }, () => at.as.leader.post(`/api/motions/${id}/close`)),
    );
    expect(closings.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await vote('leader', 'for')).body).toEqual({ refusal: 'ballot-closed' });
    expect((await talk(at, 'ks')).motions[0]).toMatchObject({
      mine: 'against',
      result: { inFavour: 1, against: 1, abstained: 1, carried: false, tie: true },
    });
    expect(await logged(at, 'motion:close')).toBe(1);
  });

  it('the vote of a member who has since stepped out is not counted', async () => {
    const at = await scene();
    const id = await motion(at);
    await at.as.ks.put(`/api/motions/${id}/vote`, { vote: 'for' });
    await at.as.nho.put(`/api/motions/${id}/vote`, { vote: 'against' });
    await story(app).rule(at.seats.leader, at.seats.ks, entryOf(at, 'B'), at.edition, 'recused');
    await at.as.leader.post(`/api/motions/${id}/close`);
    expect((await talk(at)).motions[0]?.result).toMatchObject({ inFavour: 0, against: 1 });
    expect(await logged(at, 'meeting:step-out')).toBe(1);
  });

  it('PostgreSQL keeps a motion and what is said within the class, and a closed motion as it is', async () => {
    const at = await scene();
    const id = await motion(at);
    const crossing = app.db.query(
      `insert into motion_vote (motion_id, seat_id, edition_id, class_code, vote) values ($1, $2, $3, 'small', 'for')`,
      [id, at.strangerSeat.id, at.edition.id],
    );
    await expect(crossing).rejects.toMatchObject({ constraint: 'fk_motion_vote_seat_id' });
    const remark = app.db.query(
      `insert into remark (seat_id, nomination_id, edition_id, class_code, text) values ($1, $2, $3, 'small', 'x')`,
      [at.seats.ks.id, at.stranger.id, at.edition.id],
    );
    await expect(remark).rejects.toMatchObject({ constraint: 'fk_remark_nomination_id' });
    await at.as.leader.post(`/api/motions/${id}/close`);
    await expect(
      app.db.query(`update motion set text = 'noe annet' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      app.db.query(
        `insert into motion_vote (motion_id, seat_id, edition_id, class_code, vote) values ($1, $2, $3, 'small', 'for')`,
        [id, at.seats.ks.id, at.edition.id],
      ),
    ).rejects.toMatchObject({ constraint: 'ck_motion_vote_open' });
  });

  it('every screen hears of what happens, on every server, by number only; who comes back is told where things stand', async () => {
    const at = await scene();
    const here = await screen(app, at.as.leader, at);
    const there = await screen(beside, at.as.nho, at);
    const before = (await here.next()).revision;
    expect((await there.next()).revision).toBe(before);
    await at.as.ks.post(`${at.path}/meeting/remarks`, {
      nominationId: ids(at, 'A')[0],
      text: 'Ja.',
    });
    expect(await here.next()).toEqual({ revision: before + 1 });
    expect(await there.next()).toEqual({ revision: before + 1 });
    expect((await talk(at)).revision).toBe(before + 1);
    there.leave();
    await motion(at);
    const back = await screen(beside, at.as.nho, at);
    expect(await back.next()).toEqual({ revision: before + 2 });
    const asked = await at.as.nho.get<MeetingEvent>(`${at.path}/meeting/stream`);
    expect(asked.body).toEqual({ revision: before + 2 });
    here.leave();
    back.leave();
  });

  it('a screen whose server has lost the database is told where things stand when it is back', async () => {
    const at = await scene();
    const own = await screen(app, at.as.leader, at);
    const before = (await own.next()).revision;
    const [cut] = await app.db.query(
      `select count(pg_terminate_backend(pid))::int as lines from pg_stat_activity
       where application_name = 'kaaring-meeting' and datname = current_database()`,
    );
    expect(cut.lines).toBeGreaterThan(0);
    await motion(at);
    expect((await own.next()).revision).toBe(before + 1);
    await at.as.ks.post(`${at.path}/meeting/remarks`, {
      nominationId: ids(at, 'A')[0],
      text: 'Igjen.',
    });
    expect((await own.next()).revision).toBe(before + 2);
    own.leave();
  });

  it('a ruling ends every stream of the class, and the member it is about does not come in again', async () => {
    const at = await scene();
    const own = await screen(app, at.as.ks, at);
    await own.next();
    await story(app).rule(at.seats.leader, at.seats.ks, entryOf(at, 'B'), at.edition, 'recused');
    await own.next();
    expect(await own.ended()).toBe(true);
    const again = await at.as.ks.get(`${at.path}/meeting/stream`);
    expect(again.body).toEqual({ refusal: 'recused' });
    expect(app.get(MeetingStreams).count).toBe(0);
  });

  it('minutes stand after two days of silence, and not when somebody has objected', async () => {
    const silent = await scene();
    const disputed = await scene();
    const write = async (at: DeliberationScene) => {
      const made = await at.as.leader.post<{ id: string }>(`${at.path}/meeting/close`);
      return made.body.id;
    };
    const [quiet, loud] = [await write(silent), await write(disputed)];
    const seen = await silent.as.ks.get<MinutesSilenceView>(`/api/minutes/${quiet}/objections`);
    expect(seen.body).toMatchObject({ objections: [], mayObject: null });
    expect(seen.body.standsAt).not.toBeNull();
    const object = (by: Visitor, text: string) =>
      by.post(`/api/minutes/${loud}/objections`, { text });
    expect((await object(disputed.as.nho, 'Vedtaket mangler dissensen.')).status).toBe(201);
    expect((await object(disputed.as.other, 'Utenfra.')).status).toBe(404);
    await story(app).moveClock('47 hours 59 minutes');
    await app.get(Jobs).minute();
    const approved = async (id: string) =>
      (await app.db.query('select approved_at, approved_by from minutes where id = $1', [id]))[0];
    expect((await approved(quiet)).approved_at).toBeNull();
    await story(app).moveClock('2 minutes');
    await Promise.all([app.get(Jobs).minute(), beside.get(Jobs).minute()]);
    expect(await approved(quiet)).toMatchObject({
      approved_at: expect.any(Date),
      approved_by: null,
    });
    expect((await approved(loud)).approved_at).toBeNull();
    expect(await logged(silent, 'minutes:stand-by-silence')).toBe(1);
    const late = await silent.as.ks.post(`/api/minutes/${quiet}/objections`, { text: 'For sent.' });
    expect(late.body).toEqual({ refusal: 'already-decided' });
    const [kept] = (await disputed.as.ks.get<MinutesSilenceView>(`/api/minutes/${loud}/objections`))
      .body.objections;
    expect(kept).toMatchObject({
      text: 'Vedtaket mangler dissensen.',
      name: disputed.seats.nho.key,
    });
    expect((await disputed.as.leader.post(`/api/minutes/${loud}/approve`)).status).toBe(204);
  });
});

/** A browser's event stream. */
async function screen(app: TestApp, visitor: Visitor, { path }: DeliberationScene) {
  const stop = new AbortController();
  const { headers } = visitor.wire('');
  const response = await fetch(`${app.url}${path}/meeting/stream`, {
    signal: stop.signal,
    headers: { ...headers, accept: 'text/event-stream' },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let text = '';
  const next = async (): Promise<MeetingEvent> => {
    for (;;) {
      const found = /^data: (.*)\n\n/m.exec(text);
      if (found) {
        text = text.slice((found.index ?? 0) + found[0].length);
        return JSON.parse(found[1] ?? '{}');
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  };
  return {
    next,
    leave: () => stop.abort(),
    ended: async () => (await reader.read()).done,
  };
}
