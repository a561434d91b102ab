import { TRAITS } from '@award/award';
import { type TestApp, testApp } from '../testing/test-app';
import { seedGround } from '../seed/seed-demo';
import { DemoYear } from './demo-year.service';
import { SAMPLE_STOPS } from './sample-year/play';

describe('the sample year', () => {
  let app: TestApp;
  const stop = async () => (await app.get(DemoYear).view()).stop;

  beforeAll(async () => {
    app = await testApp();
    await seedGround(app);
    await app.get(DemoYear).begin('planned');
  }, 120_000);
  afterAll(() => app.close());

  it.each(SAMPLE_STOPS.slice(1))(
    'is played to %s through the server',
    async (next) => {
      await app.get(DemoYear).goTo(next);
      expect(await stop()).toBe(next);
    },
    120_000,
  );

  it('holds what a year may bring, and something behind every choice of the learning bank', async () => {
    const { editionId } = await app.get(DemoYear).view();
    const count = async (from: string): Promise<number> =>
      (await app.db.query(`select count(*)::int as rows from ${from}`, [editionId]))[0].rows;
    const ofEdition = 'nomination_version v join nomination n on n.id = v.nomination_id';
    expect({
      moved: await count('reclassification where edition_id = $1'),
      asked: await count('class_question where edition_id = $1 and outcome is not null'),
      postponed: await count('postponement where edition_id = $1 and confirmed_at is not null'),
      corrected: await count('correction where edition_id = $1 and release_id is not null'),
      withdrawn: await count(`nomination where edition_id = $1 and state = 'withdrawn'`),
      onStage: await count(`audit where edition_id = $1 and act = 'stage:register'`),
      ruledInOffice: await count('office_ruling where edition_id = $1'),
      partnersNotReached: await count(
        `mail_outbox m join delivery_report r on r.mail_id = m.id
         where m.edition_id = $1 and m.recipient like '%@bedrift.example'`,
      ),
      withAnswer: await count(
        `(select distinct n.id from ${ofEdition}
          where n.edition_id = $1 and v.content -> 'answers' ? 'own-first-step') x`,
      ),
      traitsOfSeveral: await count(
        `(select t from ${ofEdition}, jsonb_object_keys(v.content -> 'traits') t
          where n.edition_id = $1 group by t having count(distinct n.id) > 1) x`,
      ),
    }).toEqual({
      moved: 1,
      asked: 1,
      postponed: 1,
      corrected: 1,
      withdrawn: 1,
      onStage: 4,
      ruledInOffice: 1,
      partnersNotReached: 1,
      withAnswer: 16,
      traitsOfSeveral: TRAITS.length,
    });
  });

  it('goes back by forgetting the sample edition, and nothing else', async () => {
    const count = async (table: string): Promise<number> =>
      (await app.db.query(`select count(*)::int as rows from ${table}`))[0].rows;
    const released = await count('release');
    await app.get(DemoYear).goTo('open');
    expect(await stop()).toBe('open');
    expect(await count('release')).toBe(released - 4);
    expect(await count('score_sheet')).toBe(0);
    const attached = await count('nomination_file');
    expect(attached).toBeGreaterThan(0);
    expect(await count('file where not released')).toBe(attached);
    expect(await app.db.query('select seq from audit_verify() where fault is not null')).toEqual(
      [],
    );
  }, 120_000);

  it('is played by one at a time', async () => {
    const both = await Promise.allSettled([
      app.get(DemoYear).goTo('planned'),
      app.get(DemoYear).goTo('planned'),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  }, 120_000);
});
