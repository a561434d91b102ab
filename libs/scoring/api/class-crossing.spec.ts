import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('PostgreSQL keeps the classes apart in scoring', () => {
  let app: TestApp;
  let jury: JuryScene;
  let other: JuryScene;
  let sheetId: string;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
    other = await juryStory(app, { year: 2028 });
    sheetId = await story(app).sheet(jury.nora, jury.rauma, jury.edition, 4);
  });
  afterAll(() => app.close());

  const assign = (seat: string, nomination: string, edition: string, classCode: string) =>
    app.db.query(
      'insert into assignment (seat_id, nomination_id, edition_id, class_code, position) values ($1, $2, $3, $4, 9)',
      [seat, nomination, edition, classCode],
    );
  const sheet = (nomination: string, version: string, classCode = 'small') =>
    app.db.query(
      `insert into score_sheet (seat_id, nomination_id, edition_id, class_code, nomination_version_id, overall) values ($1, $2, $3, $4, $5, 3)`,
      [jury.kjell.id, nomination, jury.edition.id, classCode, version],
    );
  const score = (criterion: string, edition: string) =>
    app.db.query(
      'insert into sheet_score (sheet_id, criterion_id, edition_id, value) values ($1, $2, $3, 3)',
      [sheetId, criterion, edition],
    );

  it.each([
    [
      'an assignment of an entry of another class',
      () => assign(jury.nora.id, jury.arendal.id, jury.edition.id, 'small'),
      'fk_assignment_nomination_id',
    ],
    [
      'an assignment to a seat of another class',
      () => assign(jury.stranger.id, jury.rauma.id, jury.edition.id, 'small'),
      'fk_assignment_seat_id',
    ],
    [
      'an assignment across editions',
      () => assign(jury.nora.id, other.rauma.id, jury.edition.id, 'small'),
      'fk_assignment_nomination_id',
    ],
    [
      'a sheet on an entry that the seat does not read',
      () => sheet(jury.arendal.id, jury.arendal.versionId),
      'fk_score_sheet_assignment',
    ],
    [
      'a sheet that calls itself of another class',
      () => sheet(jury.rauma.id, jury.rauma.versionId, 'large'),
      'fk_score_sheet_assignment',
    ],
    [
      'a sheet on a version of another entry',
      () => sheet(jury.rauma.id, jury.kvitsoy.versionId),
      'fk_score_sheet_nomination_version',
    ],
    [
      'a score on a criterion of another edition',
      () => score(other.edition.criteria[0]?.id ?? '', jury.edition.id),
      'fk_sheet_score_criterion_id',
    ],
    [
      'a score that calls itself of another edition',
      () => score(other.edition.criteria[0]?.id ?? '', other.edition.id),
      'fk_sheet_score_sheet_id',
    ],
  ])('refuses %s', async (_case, act, constraint) => {
    await expect(act()).rejects.toMatchObject({ driverError: { code: '23503', constraint } });
  });

  it('does not let an entry change class under an assignment', async () => {
    await expect(
      app.db.query(`update nomination set class_code = 'large' where id = $1`, [jury.rauma.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'fk_assignment_nomination_id' } });
  });
});
