import {
  completeContent,
  formWithItsOwn,
  type SceneEdition,
  story,
} from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { DraftReminders } from './draft-reminders.service';

interface Sent {
  template: string;
  recipient: string;
  words: { missing: string; senders: string; municipality: string };
}

describe('reminders of a draft', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let askedalen: string;
  let year = 2030;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const scene = story(app);
    await app.db.query(`update edition set phase = 'archived' where phase = 'open'`);
    await app.db.query('delete from mail_outbox');
    edition = await scene.edition({ year: (year += 1) });
    askedalen = await scene.municipality(`Askedalen ${year}`, 9000);
    const own = { editionId: edition.id, municipalityId: askedalen };
    await scene.holder(`Kari ${year}`, 'municipality-submitter', own);
    await scene.holder(`Ole ${year}`, 'municipality-editor', own);
    await scene.holder(`Siv ${year}`, 'municipality-viewer', own);
  });

  const draft = async (content: object, begun = '20 days') => {
    const { id } = await story(app).nomination(edition, askedalen, { state: 'draft', content });
    await app.db.query(
      'update nomination set created_at = award_now() - $2::interval where id = $1',
      [id, begun],
    );
    return id;
  };
  const deadlineIn = (interval: string) =>
    app.db.query('update edition set deadline = award_now() + $2::interval where id = $1', [
      edition.id,
      interval,
    ]);
  const sent = async (): Promise<Sent[]> => {
    await app.get(DraftReminders).sweep();
    return app.db.query(
      `select template, recipient, words from mail_outbox where template like 'draft-%' order by recipient`,
    );
  };

  it('name what is missing and who can send, and go to those who write', async () => {
    await draft({ ...completeContent(), title: '', confirmedWithChiefExecutive: false });
    await deadlineIn('6 days');
    const mails = await sent();
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['draft-unfinished', `kari.${year}@people.example`],
      ['draft-unfinished', `ole.${year}@people.example`],
    ]);
    expect(mails[0]?.words).toMatchObject({
      missing: '– tittel\n– bekreftelse på at forslaget er avklart med kommunedirektøren',
      senders: `Kari ${year}`,
    });
  });

  it('name a question of the edition’s own in its words', async () => {
    await app.db.query('update edition set form = $2 where id = $1', [
      edition.id,
      JSON.stringify(formWithItsOwn()),
    ]);
    await draft(completeContent());
    await deadlineIn('6 days');
    expect((await sent())[0]).toMatchObject({
      template: 'draft-unfinished',
      words: { missing: '– Klimaet' },
    });
  });

  it('say of a finished draft that it only has to be sent', async () => {
    await draft(completeContent());
    await deadlineIn('30 hours');
    expect((await sent()).map(({ template }) => template)).toEqual([
      'draft-unsent',
      'draft-unsent',
    ]);
  });

  it('go once for each time, however often the clock asks and from however many processes', async () => {
    await draft(completeContent());
    await deadlineIn('6 days');
    await Promise.all([1, 2, 3].map(() => app.get(DraftReminders).sweep()));
    expect(await sent()).toHaveLength(2);
    await deadlineIn('47 hours');
    expect(await sent()).toHaveLength(4);
  });

  it.each([
    ['a week and a minute ahead', '7 days 1 minute', '20 days'],
    ['after the deadline', '-1 second', '20 days'],
    ['to those who began after the time', '6 days', '1 hour'],
  ])('do not go %s', async (_case, deadline, begun) => {
    await draft(completeContent(), begun);
    await deadlineIn(deadline);
    expect(await sent()).toEqual([]);
  });

  it('do not go once the draft is no longer one', async () => {
    const id = await draft(completeContent());
    await deadlineIn('6 days');
    await app.db.query(`update nomination set state = 'lapsed' where id = $1`, [id]);
    expect(await sent()).toEqual([]);
  });
});
