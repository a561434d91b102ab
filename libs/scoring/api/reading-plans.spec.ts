import type { CriteriaView, ReadingPlanView, ScoringProgressView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

interface Refusal {
  refusal: string;
}

describe('who reads what in a class', () => {
  let app: TestApp;
  let jury: JuryScene;
  let office: Visitor;
  let year = 2090;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    jury = await juryStory(app, { year: year++, stage: 'waiting' });
  });

  const at = (path: string) => `/api/editions/${jury.edition.id}/classes/small/${path}`;
  const set = (readings: number | null) =>
    office.put<ReadingPlanView & Refusal>(at('reading-plan'), { readings });
  const plan = async () => (await office.get<ReadingPlanView>(at('reading-plan'))).body;
  const openScoring = () => office.post<ScoringProgressView & Refusal>(at('scoring/open'));
  const handedOut = async (): Promise<{ seat: string; entry: string }[]> =>
    app.db.query(
      'select seat_id as seat, nomination_id as entry from assignment where edition_id = $1',
      [jury.edition.id],
    );

  it('is everybody everything unless a plan says otherwise', async () => {
    expect(await plan()).toMatchObject({
      readings: null,
      provisional: true,
      entries: 3,
      short: 0,
    });
    expect((await plan()).seats.map(({ entries }) => entries)).toEqual([3, 3, 3, 3]);
    await openScoring();
    expect(await handedOut()).toHaveLength(12);
    expect((await plan()).provisional).toBe(false);
  });

  it('shows what a plan would give, and the opening hands that out', async () => {
    const { body } = await set(2);
    expect(body).toMatchObject({ readings: 2, provisional: true, short: 0 });
    expect(body.seats.map(({ entries }) => entries).sort()).toEqual([1, 1, 2, 2]);
    expect(await handedOut()).toEqual([]);
    const opened = await openScoring();
    expect(opened.status).toBe(200);
    const pairs = await handedOut();
    for (const { id } of jury.entries) {
      const houses = pairs
        .filter(({ entry }) => entry === id)
        .map(({ seat }) => jury.members.find((one) => one.id === seat)?.house);
      expect(houses.sort()).toEqual(['KS', 'NHO']);
    }
    for (const { seatId, entries } of body.seats)
      expect(pairs.filter(({ seat }) => seat === seatId)).toHaveLength(entries);
    expect(opened.body.missingSheets).toBe(6);
    expect(opened.body.coverage.map(({ expected }) => expected)).toEqual([2, 2, 2]);
    expect((await plan()).seats).toEqual(body.seats);
  });

  it('follows a recusal that comes before the opening', async () => {
    await set(2);
    await story(app).rule(jury.leader, jury.nora, jury.rauma, jury.edition, 'recused');
    const planned = (await plan()).seats.find(({ seatId }) => seatId === jury.nora.id);
    expect(planned?.entries).toBe(0);
    await openScoring();
    expect((await handedOut()).filter(({ seat }) => seat === jury.nora.id)).toEqual([]);
  });

  it('gives a deputy what the member leaves behind, and moves nothing else', async () => {
    await set(2);
    await openScoring();
    const before = await handedOut();
    await story(app).declare(jury.deputyNho, jury.rauma, jury.edition);
    const stood = await office.post(`/api/seats/${jury.deputyNho.id}/stand-in`, {
      forSeatId: jury.nils.id,
      reason: 'Sykdom',
    });
    expect(stood.status).toBe(200);
    const after = await handedOut();
    expect(after).toEqual(expect.arrayContaining(before));
    const left = before.filter(({ seat }) => seat === jury.nils.id).map(({ entry }) => entry);
    const taken = after.filter(({ seat }) => seat === jury.deputyNho.id).map(({ entry }) => entry);
    expect(taken.sort()).toEqual(left.sort());
  });

  it('takes no deputy who has stepped out of the class, and one who has not', async () => {
    await openScoring();
    await story(app).rule(jury.leader, jury.deputyNho, jury.rauma, jury.edition, 'recused');
    const stepIn = (deputy: string, member: string) =>
      office.post<Refusal>(`/api/seats/${deputy}/stand-in`, {
        forSeatId: member,
        reason: 'Sykdom',
      });
    const recused = await stepIn(jury.deputyNho.id, jury.nils.id);
    expect([recused.status, recused.body.refusal]).toEqual([409, 'recused']);
    expect((await stepIn(jury.deputyKs.id, jury.kjell.id)).status).toBe(200);
  });

  it('says how many entries cannot have so many readers', async () => {
    expect((await set(5)).body).toMatchObject({ readings: 5, short: 3 });
  });

  it('is set until scoring opens, by the secretariat alone', async () => {
    await set(3);
    expect((await set(null)).body.readings).toBeNull();
    expect((await set(0)).body.refusal).toBe('bad-input');
    const leader = await app.visitor().signInAs(jury.leader.key);
    expect((await leader.put<Refusal>(at('reading-plan'), { readings: 2 })).status).toBe(403);
    await openScoring();
    expect((await set(2)).body.refusal).toBe('wrong-stage');
  });

  it('stands in the registered rule: another number of readers is another rule, and no plan of the edition changes afterwards', async () => {
    const ruleHash = async () => {
      const opened = await openScoring();
      return opened.body.ruleHash;
    };
    const everybody = await ruleHash();
    jury = await juryStory(app, { year: year++, stage: 'waiting' });
    await set(2);
    const two = await ruleHash();
    jury = await juryStory(app, { year: year++, stage: 'waiting' });
    await set(3);
    expect(new Set([everybody, two, await ruleHash()]).size).toBe(3);
    const large = await office.put<Refusal>(
      `/api/editions/${jury.edition.id}/classes/large/reading-plan`,
      { readings: 1 },
    );
    expect(large.body.refusal).toBe('rule-frozen');
    const leader = await app.visitor().signInAs(jury.leader.key);
    expect((await leader.get<CriteriaView>('/api/scoring/criteria')).body.readings).toBe(3);
  });
});
