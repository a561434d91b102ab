import { DemoYear } from '../demo/demo-year.service';
import { seedGround } from '../seed/seed-demo';
import { type TestApp, testApp } from '../testing/test-app';
import { BREAKS } from './breaks';
import { brokenInvariants, INVARIANTS } from './index';

describe('what is true of the database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await seedGround(app);
    await app.get(DemoYear).begin('planned');
    await app.get(DemoYear).goTo('announced');
  }, 180_000);
  afterAll(() => app.close());

  it('is checked by at least thirty named checks', () => {
    expect(INVARIANTS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(INVARIANTS.map(({ name }) => name)).size).toBe(INVARIANTS.length);
  });

  it('holds for a whole award year that has been played, beside the archive', async () => {
    expect(await brokenInvariants(app.db)).toEqual([]);
  });

  it.each(INVARIANTS.map(({ name, promise, broken }) => [name, promise, broken] as const))(
    'is found broken: %s',
    async (name, _promise, broken) => {
      const runner = app.db.createQueryRunner();
      await runner.startTransaction();
      await runner.query('set local session_replication_role = replica');
      try {
        for (const statement of BREAKS[name] ?? []) await runner.query(statement);
        expect(await runner.query(broken)).not.toEqual([]);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    },
  );
});
