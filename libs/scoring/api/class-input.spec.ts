import type { OtherSheetView, OpenEntryView, ScoringProgressView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type SceneNomination, type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Scoring } from './scoring.service';

interface Refusal {
  refusal: string;
}

describe('what the ranking of a class is made of', () => {
  let app: TestApp;
  let jury: JuryScene;
  let office: Visitor;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    jury = await juryStory(app, { year: year++ });
  });

  const as = (seat: SceneSeat) => app.visitor().signInAs(seat.key);
  const input = () => app.get(Scoring).inputOfClass(app.db, jury.edition.id, 'small');
  const rowsOf = (sql: string) => app.db.query(sql, [jury.edition.id]);
  const close = (who: Visitor) =>
    who.post<ScoringProgressView>(`/api/editions/${jury.edition.id}/classes/small/scoring/close`, {
      acknowledgeMissing: false,
    });
  const scoreAll = async () => {
    for (const [place, seat] of jury.members.entries())
      for (const entry of jury.entries)
        await story(app).sheet(seat, entry, jury.edition, 2 + place);
  };
  const ruleOut = (seat: SceneSeat, entry: SceneNomination) =>
    story(app).rule(jury.leader, seat, entry, jury.edition, 'recused');

  it('holds every score with its member, entry and criterion, and what counts under the preset', async () => {
    await story(app).sheet(jury.nora, jury.rauma, jury.edition, 6);
    const made = await input();
    expect(made).toMatchObject({
      preset: 'simple',
      places: 3,
      quorum: 3,
      counted: [{ code: 'overall', weight: 1 }],
      scale: { min: 1, max: 6 },
      entries: jury.entries.map((one) => one.id).sort(),
    });
    expect(made.rows).toEqual(
      expect.arrayContaining([
        { seatId: jury.nora.id, nominationId: jury.rauma.id, criterion: 'overall', value: 6 },
        { seatId: jury.nora.id, nominationId: jury.rauma.id, criterion: 'together', value: 6 },
      ]),
    );
    expect(made.rows).toHaveLength(3);
    expect(made.missing).toHaveLength(11);
  });

  it('sets aside the sheets of a member who is recused later, and deletes none of them', async () => {
    await scoreAll();
    await ruleOut(jury.nora, jury.rauma);
    const { sheets, missing } = await input();
    const hers = sheets.filter((one) => one.judge === jury.nora.id);
    expect(hers.map((one) => one.setAside)).toEqual(['recused', 'recused', 'recused']);
    expect(missing).toEqual([]);
    expect(await rowsOf('select 1 from score_sheet where edition_id = $1')).toHaveLength(12);
    await story(app).rule(jury.leader, jury.nora, jury.rauma, jury.edition, 'impartial');
    await story(app).declare(jury.nora, jury.rauma, jury.edition);
    expect((await input()).sheets.filter((one) => one.setAside !== null)).toEqual([]);
  });

  it('lets the deputy’s sheet take the member’s place: one seat, one voice', async () => {
    await scoreAll();
    const deputy = await as(jury.deputyNho);
    const stepIn = await office.post(`/api/seats/${jury.deputyNho.id}/stand-in`, {
      forSeatId: jury.nora.id,
      reason: 'Nora er syk',
    });
    expect(stepIn.status).toBe(200);
    expect((await deputy.get<Refusal>('/api/scoring/entries')).body.refusal).toBe('undeclared');
    for (const entry of jury.entries) await story(app).declare(jury.deputyNho, entry, jury.edition);
    const listed = await deputy.get<{ entries: object[] }>('/api/scoring/entries');
    expect(listed.body.entries).toHaveLength(3);
    expect((await (await as(jury.nora)).get<Refusal>('/api/scoring/entries')).body.refusal).toBe(
      'seat-not-active',
    );
    expect((await input()).missing).toEqual([]);
    await story(app).sheet(jury.deputyNho, jury.rauma, jury.edition, 1);
    const { sheets } = await input();
    const onRauma = sheets.filter((one) => one.entry === jury.rauma.id && one.setAside === null);
    expect(onRauma.map((one) => one.judge)).not.toContain(jury.nora.id);
    expect(onRauma).toHaveLength(4);
    expect(
      sheets
        .filter((one) => one.judge === jury.nora.id)
        .map((one) => one.setAside)
        .sort(),
    ).toEqual([null, null, 'replaced']);
  });

  it('leaves out an entry that is withdrawn, and the sheets of who has left', async () => {
    await scoreAll();
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [jury.rauma.id]);
    await app.db.query(`update seat set state = 'left' where id = $1`, [jury.kjell.id]);
    const { entries, sheets } = await input();
    expect(entries).not.toContain(jury.rauma.id);
    expect(sheets.some((one) => one.entry === jury.rauma.id)).toBe(false);
    expect(
      new Set(sheets.filter((one) => one.judge === jury.kjell.id).map((one) => one.setAside)),
    ).toEqual(new Set(['left']));
  });
  it('shows the sheets of all to all once the class is closed, but not to who is recused', async () => {
    await scoreAll();
    await ruleOut(jury.kjell, jury.rauma);
    const sheets = (who: Visitor, entry = jury.rauma) =>
      who.get<OtherSheetView[] & Refusal>(`/api/scoring/entries/${entry.id}/sheets`);
    const nora = await as(jury.nora);
    expect((await sheets(nora)).body.refusal).toBe('scoring-open');
    expect((await close(await as(jury.leader))).status).toBe(200);
    const { body } = await sheets(nora);
    expect(body.map((one) => [one.memberName, one.overall, one.counts]).sort()).toEqual(
      [
        [jury.kjell.key, 5, false],
        [jury.leader.key, 2, true],
        [jury.nils.key, 3, true],
        [jury.nora.key, 4, true],
      ].sort(),
    );
    for (const entry of jury.entries)
      expect((await sheets(await as(jury.kjell), entry)).body.refusal).toBe('recused');
    expect((await sheets(await as(jury.stranger))).status).toBe(404);
    const own = await nora.get<OpenEntryView>(`/api/scoring/entries/${jury.rauma.id}`);
    expect([own.status, own.body.sheet.overall, own.body.sheet.locked]).toEqual([200, 4, true]);
  });
});
