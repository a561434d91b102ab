import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { MY_ENTRIES, OPEN_ENTRY, SHEET_SITUATION } from './own-sheets.queries';

describe('the hot reads of a juror', () => {
  let app: TestApp;
  let jury: JuryScene;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
  });
  afterAll(() => app.close());

  const place = () => [jury.nora.personId, jury.edition.id, 'small'];

  it.each([
    ['the own list', MY_ENTRIES, () => place()],
    ['one entry', OPEN_ENTRY, () => [...place(), jury.rauma.id]],
    [
      'what decides about a save',
      SHEET_SITUATION,
      () => [...place(), jury.rauma.id, jury.rauma.versionId],
    ],
  ])('find every row by an index: %s', async (_case, sql, values) => {
    const plan = await app.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query(`explain ${sql}`, values());
    });
    const lines = plan.map((row: Record<string, string>) => row['QUERY PLAN']);
    expect(lines.filter((line: string) => line.includes('Seq Scan on'))).toEqual([]);
    expect(lines.join('\n')).toContain('uq_seat_person');
  });
});
