import { jest } from '@jest/globals';
import type { ReleaseRoomView } from '@award/publication/contract';
import { decide, judgedEdition } from '../../../apps/api/testing/decided';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { PublicWatch } from './public-watch.service';
import { Rendering } from './rendering';

describe('a release that is near', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('wakes the renderer within a minute before its time, and not earlier', async () => {
    const wake = jest.spyOn(app.get(Rendering), 'wake');
    const scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    const secretary = await app.visitor().signInAs('secretary');
    const keyholder = await app.visitor().signInAs('keyholder');
    const root = `/api/releases/${scene.edition.id}`;
    const [{ at }] = await app.db.query(`select award_now() + interval '1 hour' as at`);
    const releaseAt = at.toISOString();
    expect((await secretary.post(`${root}/seal`, { scope: 'all', releaseAt })).status).toBe(200);
    const { sealed } = (await secretary.get<ReleaseRoomView>(root)).body.items[0] ?? {};
    const turn = { sha256: sealed?.sha256, releaseAt: sealed?.releaseAt };
    for (const one of [secretary, keyholder])
      expect((await one.post(`/api/releases/records/${sealed?.id}/arm`, turn)).status).toBe(204);
    const watch = app.get(PublicWatch);
    await watch.catchUp();
    expect(wake).not.toHaveBeenCalled();
    await story(app).moveClock('59 minutes 10 seconds');
    await watch.catchUp();
    expect(wake).toHaveBeenCalled();
    expect(
      await app.db.query('select 1 from release where edition_id = $1', [scene.edition.id]),
    ).toEqual([]);
  });
});
