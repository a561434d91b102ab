import type { BrokenGlassView, ScoringProgressView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

const REASON = 'To medlemmer melder at vurderingene deres er borte.';

describe('breaking the glass', () => {
  let app: TestApp;
  let jury: JuryScene;
  let secretary: Visitor;
  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
    await app.db.query(`update seat set email = replace(email, ' ', '-')`);
    await story(app).sheet(jury.nora, jury.rauma, jury.edition, 6, 'open');
    await story(app).holder('Solveig Tangen', 'secretary');
    secretary = await app.visitor().signInAs('Solveig Tangen');
  });
  afterAll(() => app.close());

  const path = () => `/api/editions/${jury.edition.id}/classes/small/scoring`;
  const read = (as: Visitor, reason = REASON) =>
    as.post<BrokenGlassView & { refusal?: string }>(`${path()}/break-glass`, { reason });
  const rows = (table: string, where: string) =>
    app.db.query(`select * from ${table} where ${where}`);

  it('shows the sheets to a secretary who gives a reason, on the log and told to everybody in the jury', async () => {
    const { status, body } = await read(secretary);
    expect(status).toBe(200);
    expect(body.entries).toMatchObject([
      {
        nominationId: jury.rauma.id,
        municipalityName: 'Rauma',
        sheets: [{ memberName: jury.nora.key, house: 'NHO', state: 'open', overall: 6 }],
      },
    ]);
    const mails = await rows('mail_outbox', `template = 'glass-broken'`);
    expect(mails).toHaveLength(6);
    expect(body.told).toBe(6);
    expect(mails[0].words).toEqual({
      className: 'Små kommuner',
      by: 'Solveig Tangen',
      reason: REASON,
    });
    expect(await rows('audit', `act = 'sheet:break-glass'`)).toMatchObject([
      { facts: { classCode: 'small', sheets: 1, told: 6 } },
    ]);
    expect(await rows('glass_breaking', 'true')).toMatchObject([{ reason: REASON }]);
  });

  it('is a new reading each time, logged and told anew', async () => {
    await read(secretary);
    expect(await rows('audit', `act = 'sheet:break-glass'`)).toHaveLength(2);
    expect(await rows('mail_outbox', `template = 'glass-broken'`)).toHaveLength(12);
  });

  it.each([
    ['no reason', '', 400],
    ['a reason of spaces', ' '.repeat(30), 409],
    ['a word', 'Fordi', 400],
  ])('refuses %s', async (_case, reason, status) => {
    expect((await read(secretary, reason)).status).toBe(status);
  });

  it('is for no other role, and leaves nothing behind when refused', async () => {
    await story(app).holder('Saksbehandler', 'case-officer');
    for (const key of ['Saksbehandler', jury.leader.key]) {
      const answer = await read(await app.visitor().signInAs(key));
      expect([answer.status, answer.body.refusal]).toEqual([403, 'not-permitted']);
    }
    await app.db.query(`update edition_class set stage = 'deliberation' where edition_id = $1`, [
      jury.edition.id,
    ]);
    expect((await read(secretary)).body.refusal).toBe('wrong-stage');
    expect(await rows('glass_breaking', 'true')).toHaveLength(2);
  });

  it('is the only way: the progress shows no score before the close', async () => {
    await app.db.query(`update edition_class set stage = 'scoring' where edition_id = $1`, [
      jury.edition.id,
    ]);
    const seen = (await secretary.get<ScoringProgressView>(path())).body;
    expect(JSON.stringify(seen)).not.toContain('overall');
  });
});
