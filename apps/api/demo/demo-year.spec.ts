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
});
