import { randomUUID } from 'node:crypto';
import type { MyEntriesView, OpenEntryView, ScoringProgressView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type SceneNomination, type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Scoring } from './scoring.service';

interface Refusal {
  refusal: string;
}

/** Eight entries: two lead, three are level, one follows and two are far below. */
const LEVELS = [6, 6, 4, 4, 4, 3, 1, 1];

describe('the second round', () => {
  let app: TestApp;
  let jury: JuryScene;
  let year = 2070;
  let entries: SceneNomination[];

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
  });
  afterAll(() => app.close());

  const as = (seat: SceneSeat): Promise<Visitor> => app.visitor().signInAs(seat.key);
  const at = (path: string) => `/api/editions/${jury.edition.id}/classes/small/${path}`;
  const open = async (seat: SceneSeat, acknowledgeMissing = false) =>
    (await as(seat)).post<ScoringProgressView & Refusal>(at('scoring/second-round'), {
      acknowledgeMissing,
    });
  const mine = async (seat: SceneSeat) =>
    (await (await as(seat)).get<MyEntriesView>('/api/scoring/entries')).body;
  const askedOf = async (seat: SceneSeat) => {
    const { entries: listed } = await mine(seat);
    const asked = listed.filter((one) => one.asked).map((one) => one.nominationId);
    return entries
      .map(({ id }, place) => (asked.includes(id) ? place : -1))
      .filter((one) => one >= 0);
  };
  const save = async (who: Visitor, entry: SceneNomination, change: object = {}) => {
    const path = `/api/scoring/entries/${entry.id}`;
    const { body } = await who.get<OpenEntryView>(path);
    return who.put<{ lockVersion: number } & Refusal>(`${path}/sheet`, {
      lockVersion: body.sheet?.lockVersion ?? 0,
      versionId: entry.versionId,
      overall: 4,
      line: 'Godt.',
      assessment: 'Grundig lest.',
      scores: jury.edition.criteria.map(({ code }) => ({ criterion: code, value: 5 })),
      ...change,
    });
  };
  const lock = (who: Visitor, entry: SceneNomination, lockVersion: number) =>
    who.post<Refusal>(
      `/api/scoring/entries/${entry.id}/sheet/lock`,
      { lockVersion },
      { 'idempotency-key': randomUUID() },
    );
  const input = () => app.get(Scoring).inputOfClass(app.db, jury.edition.id, 'small');

  async function scene(
    options: { preset?: 'simple' | 'full'; scope?: 'class' | 'entry'; readings?: number } = {},
  ): Promise<void> {
    const { readings, ...rest } = options;
    jury = await juryStory(app, { year: year++, ...rest });
    const tell = story(app);
    entries = [...jury.entries];
    for (let more = entries.length; more < LEVELS.length; more += 1) {
      const place = await tell.municipality(`Sted ${more}`, 5000);
      entries.push(
        await tell.nomination(jury.edition, place, { state: 'in-review', population: 5000 }),
      );
    }
    for (const seat of jury.members)
      for (const entry of entries.slice(jury.entries.length))
        await tell.declare(seat, entry, jury.edition);
    if (readings)
      await app.db.query(
        `insert into reading_plan (edition_id, class_code, readings) values ($1, 'small', $2)`,
        [jury.edition.id, readings],
      );
  }
  async function scoreAll(by: readonly SceneSeat[] = jury.members): Promise<void> {
    for (const [place, entry] of entries.entries())
      for (const [member, seat] of by.entries())
        await story(app).sheet(
          seat,
          entry,
          jury.edition,
          Math.max(1, (LEVELS[place] ?? 1) - (LEVELS[place] === 4 ? (member + place) % 2 : 0)),
        );
  }

  it('asks everybody for more about the leading six and the contested, and closes the rest', async () => {
    await scene();
    await scoreAll();
    const opened = await open(jury.leader);
    expect([opened.status, opened.body.secondRound]).toMatchObject([200, { locked: 0 }]);
    expect(opened.body.mayOpenSecondRound).toBe(false);
    const asked = await askedOf(jury.nora);
    expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
    const nora = await as(jury.nora);
    const first = entries[0];
    if (!first) throw new Error('No entry');
    const saved = await save(nora, first, { overall: 5 });
    expect(saved.status).toBe(200);
    expect((await lock(nora, first, saved.body.lockVersion)).status).toBe(200);
    expect(
      (await mine(jury.nora)).entries.find((one) => one.nominationId === first.id),
    ).toMatchObject({
      progress: 'locked',
      overall: 5,
    });
  });

  it('refuses to write, lock or reopen what was not asked for', async () => {
    await scene();
    await scoreAll();
    await open(jury.leader);
    const asked = await askedOf(jury.nora);
    const other = entries.find((_, place) => !asked.includes(place));
    if (!other) throw new Error('Everything was asked for');
    const nora = await as(jury.nora);
    expect((await save(nora, other)).body.refusal).toBe('scoring-closed');
    const reopened = await nora.post<Refusal>(
      `/api/scoring/entries/${other.id}/sheet/reopen`,
      { lockVersion: 1 },
      { 'idempotency-key': randomUUID() },
    );
    expect(reopened.body.refusal).toBe('scoring-closed');
  });

  it('counts the first round until the second sheet is locked, and keeps what it said', async () => {
    await scene();
    await scoreAll();
    const before = await input();
    await open(jury.leader);
    const first = entries[0];
    if (!first) throw new Error('No entry');
    const of = async () =>
      (await input()).sheets.find((one) => one.judge === jury.nora.id && one.entry === first.id);
    expect((await input()).missing).toEqual(before.missing);
    expect(await of()).toMatchObject({ locked: true, scores: { overall: 6 } });
    const nora = await as(jury.nora);
    const saved = await save(nora, first, { overall: 2 });
    expect(await of()).toMatchObject({ locked: true, scores: { overall: 6 } });
    const half = await save(nora, first, { overall: 2, assessment: '' });
    expect((await lock(nora, first, half.body.lockVersion)).body.refusal).toBe('sheet-incomplete');
    const whole = await save(nora, first, { overall: 2 });
    expect(saved.status).toBe(200);
    await lock(nora, first, whole.body.lockVersion);
    expect(await of()).toMatchObject({ locked: true, scores: { overall: 2, together: 5 } });
    expect(
      await app.db.query(
        'select first_overall from second_reading where seat_id = $1 and nomination_id = $2',
        [jury.nora.id, first.id],
      ),
    ).toEqual([{ first_overall: 6 }]);
  });

  it('has the others read the contested entries where not everybody reads everything', async () => {
    await scene({ preset: 'full', readings: 2 });
    await scoreAll([jury.leader, jury.nils]);
    await app.db.query(`delete from assignment where edition_id = $1 and seat_id = any($2)`, [
      jury.edition.id,
      [jury.nora.id, jury.kjell.id],
    ]);
    await app.db.query('update edition set quorum = 2 where id = $1', [jury.edition.id]);
    const opened = await open(jury.leader);
    expect(opened.status).toBe(200);
    const asked = await askedOf(jury.nora);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).toEqual(await askedOf(jury.kjell));
    expect(asked.every((place) => LEVELS[place] === 4)).toBe(true);
    expect((await mine(jury.nora)).entries).toHaveLength(asked.length);
    expect((await askedOf(jury.nils)).length).toBe(0);
    expect(opened.body.missingSheets).toBe(asked.length * 2);
    const mails = await app.db.query(
      `select recipient from mail_outbox where template = 'second-round' and edition_id = $1 order by 1`,
      [jury.edition.id],
    );
    expect(mails).toHaveLength(2);
  });

  it('chooses for a member from whom an entry is hidden as if it were not there', async () => {
    const asked: string[][] = [];
    for (const hiddenScore of [1, 6]) {
      await scene({ scope: 'entry' });
      const hidden = entries[4];
      if (!hidden) throw new Error('No entry');
      await scoreAll();
      await app.db.query('update score_sheet set overall = $2 where nomination_id = $1', [
        hidden.id,
        hiddenScore,
      ]);
      await story(app).rule(jury.leader, jury.nora, hidden, jury.edition, 'recused');
      await open(jury.leader);
      asked.push((await askedOf(jury.nora)).map(String));
      expect(asked.flat()).not.toContain('4');
    }
    expect(asked[0]).toEqual(asked[1]);
  });

  it('asks a deputy who steps in afterwards about the same', async () => {
    await scene();
    await scoreAll();
    await open(jury.leader);
    for (const entry of entries) await story(app).declare(jury.deputyNho, entry, jury.edition);
    const office = await app.visitor().signInAs('Sekretær');
    const answer = await office.post(`/api/seats/${jury.deputyNho.id}/stand-in`, {
      forSeatId: jury.nora.id,
      reason: 'Sykdom',
    });
    expect(answer.status).toBe(200);
    expect(await askedOf(jury.deputyNho)).toEqual(await askedOf(jury.nils));
  });

  it.each([
    ['twice', async () => open(jury.leader), 'wrong-stage'],
    [
      'while a ground awaits a ruling',
      async () => story(app).declare(jury.kjell, jury.rauma, jury.edition, 'board'),
      'unresolved-declarations',
    ],
    [
      'with sheets missing that nobody has looked at',
      async () =>
        app.db.query(`delete from score_sheet where seat_id = $1 and nomination_id = $2`, [
          jury.nora.id,
          entries[7]?.id,
        ]),
      'missing-sheets',
    ],
  ])('is not opened %s', async (_case, before, refusal) => {
    await scene();
    await scoreAll();
    await app.db.query(
      'delete from sheet_score where sheet_id in (select id from score_sheet where seat_id = $1)',
      [jury.nora.id],
    );
    await before();
    const answer = await open(jury.leader);
    expect([answer.status, answer.body.refusal]).toEqual([409, refusal]);
  });

  it('is the leader’s to open, and is none under the full preset when everybody reads everything', async () => {
    await scene({ preset: 'full' });
    await scoreAll();
    expect((await open(jury.nora)).body.refusal).toBe('not-permitted');
    expect((await open(jury.leader)).body.refusal).toBe('wrong-stage');
  });

  it('is opened once by two at the same time', async () => {
    await scene();
    await scoreAll();
    const answers = await Promise.all([open(jury.leader), open(jury.nils)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
