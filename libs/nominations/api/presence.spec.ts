import type { PresenceView } from '@award/nominations/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type SceneNomination, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('who is writing now', () => {
  let app: TestApp;
  let entry: SceneNomination;
  let kari: Visitor;
  let ole: Visitor;
  let viewer: Visitor;
  let neighbour: Visitor;
  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    const edition = await scene.edition();
    const askedalen = await scene.municipality('Askedalen', 9000);
    const bjorkheim = await scene.municipality('Bjørkheim', 9000);
    entry = await scene.nomination(edition, askedalen, { state: 'draft' });
    const own = { editionId: edition.id, municipalityId: askedalen };
    await scene.holder('kari', 'municipality-submitter', own);
    await scene.holder('ole', 'municipality-editor', own);
    await scene.holder('siv', 'municipality-viewer', own);
    await scene.holder('berit', 'municipality-editor', { ...own, municipalityId: bjorkheim });
    [kari, ole, viewer, neighbour] = await Promise.all(
      ['kari', 'ole', 'siv', 'berit'].map((key) => app.visitor().signInAs(key)),
    );
  });
  afterAll(() => app.close());

  const here = (who: Visitor, part?: string) =>
    who.post<PresenceView>(`/api/nominations/${entry.id}/presence`, { part, lockVersion: 1 });

  it('is seen by colleagues with the part they are in, and not by oneself', async () => {
    expect((await here(kari, 'text')).body).toEqual({ others: [], lockVersion: 1 });
    expect((await here(ole, 'traits.own-strengths')).body.others).toEqual([
      { name: 'kari', part: 'text' },
    ]);
    expect((await here(kari, 'title')).body.others).toEqual([
      { name: 'ole', part: 'traits.own-strengths' },
    ]);
    expect((await here(ole)).body.others).toEqual([{ name: 'kari', part: 'title' }]);
  });

  it('tells that a colleague has saved', async () => {
    await app.db.query('update nomination set lock_version = lock_version + 1 where id = $1', [
      entry.id,
    ]);
    expect((await here(kari)).body.lockVersion).toBe(2);
  });

  it('ends when the page is left, and half a minute after the last word', async () => {
    expect((await ole.post(`/api/nominations/${entry.id}/presence/leave`)).status).toBe(204);
    expect((await here(kari)).body.others).toEqual([]);
    await here(ole);
    await app.db.query(`update presence set seen_at = seen_at - interval '31 seconds'`);
    expect((await here(kari)).body.others).toEqual([]);
  });

  it('is nothing to those who only read, and unknown to another municipality', async () => {
    expect((await here(viewer)).status).toBe(403);
    const answer = await here(neighbour);
    expect([answer.status, answer.body]).toEqual([404, { refusal: 'not-found' }]);
  });

  it.each(['<b>', 'a b', 'x'.repeat(61)])('refuses %p for a part', async (part) => {
    expect((await here(kari, part)).status).toBe(400);
  });
});
