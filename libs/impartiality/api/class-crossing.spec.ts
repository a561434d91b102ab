import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('PostgreSQL keeps the classes apart in matters of impartiality', () => {
  let app: TestApp;
  let jury: JuryScene;
  let other: JuryScene;
  let rulingId: string;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
    other = await juryStory(app, { year: 2028 });
    const [made] = await app.db.query(
      `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by)
       values ($1, $2, $3, 'small', 'recused', $4) returning id`,
      [jury.nora.id, jury.rauma.id, jury.edition.id, jury.leader.id],
    );
    rulingId = made.id;
  });
  afterAll(() => app.close());

  const declare = (nomination: string, edition: string) =>
    app.db.query(
      `insert into declaration (seat_id, nomination_id, edition_id, answer) values ($1, $2, $3, 'none')`,
      [jury.nora.id, nomination, edition],
    );
  const rule = (seat: string, nomination: string, by: string, classCode = 'small') =>
    app.db.query(
      `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by) values ($1, $2, $3, $5, 'recused', $4)`,
      [seat, nomination, jury.edition.id, by, classCode],
    );
  const confirm = (seat: string, classCode = 'small') =>
    app.db.query(
      'insert into ruling_confirmation (ruling_id, seat_id, edition_id, class_code) values ($1, $2, $3, $4)',
      [rulingId, seat, jury.edition.id, classCode],
    );

  it.each([
    [
      'a declaration on an entry of another edition',
      () => declare(other.rauma.id, jury.edition.id),
      'fk_declaration_nomination_id_edition_id',
    ],
    [
      'a ruling on an entry of another class',
      () => rule(jury.nora.id, jury.arendal.id, jury.leader.id),
      'fk_ruling_nomination_id',
    ],
    [
      'a ruling on a seat of another class',
      () => rule(jury.stranger.id, jury.rauma.id, jury.leader.id),
      'fk_ruling_seat_id',
    ],
    [
      'a ruling by a seat of another class',
      () => rule(jury.nora.id, jury.rauma.id, jury.stranger.id),
      'fk_ruling_ruled_by',
    ],
    [
      'a ruling that calls itself of another class',
      () => rule(jury.nora.id, jury.rauma.id, jury.leader.id, 'large'),
      'fk_ruling_nomination_id',
    ],
    [
      'a confirmation by a seat of another class',
      () => confirm(jury.stranger.id),
      'fk_ruling_confirmation_seat_id',
    ],
    [
      'a confirmation that calls itself of another class',
      () => confirm(jury.stranger.id, 'large'),
      'fk_ruling_confirmation_ruling_id',
    ],
  ])('refuses %s', async (_case, act, constraint) => {
    await expect(act()).rejects.toMatchObject({ driverError: { code: '23503', constraint } });
  });

  it('refuses a ruling on oneself', async () => {
    await expect(rule(jury.nora.id, jury.rauma.id, jury.nora.id)).rejects.toMatchObject({
      driverError: { code: '23514', constraint: 'ck_ruling_not_oneself' },
    });
  });

  it('does not let an entry change class under a ruling', async () => {
    await expect(
      app.db.query(`update nomination set class_code = 'large' where id = $1`, [jury.rauma.id]),
    ).rejects.toMatchObject({ driverError: { code: expect.stringMatching(/^(23001|23503)$/) } });
  });
});
