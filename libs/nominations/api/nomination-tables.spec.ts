import { randomUUID } from 'node:crypto';
import { type SceneEdition, type SceneNomination, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

/** What PostgreSQL refuses by itself, whatever the program tries. */
describe('the tables of entries', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let other: SceneEdition;
  let entry: SceneNomination;
  let foreign: SceneNomination;

  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    edition = await scene.edition({ phase: 'closed' });
    other = await scene.edition({ phase: 'closed', year: 2028 });
    await app.db.query(
      `update edition_class set min_population = 100 where edition_id = $1 and code = 'small'`,
      [other.id],
    );
    await app.db.query(
      `insert into edition_class (edition_id, code, position, name, min_population, max_population)
       values ($1, 'islands', 3, '{"nb": "Øyer", "nn": "", "en": ""}', 0, 100)`,
      [other.id],
    );
    entry = await scene.nomination(edition, await scene.municipality('Rauma', 7000));
    foreign = await scene.nomination(other, await scene.municipality('Arendal', 45000));
  });
  afterAll(() => app.close());

  const attempt = async (sql: string, values: unknown[]): Promise<string> => {
    try {
      await app.db.query(sql, values);
    } catch (error) {
      return (error as { driverError: { constraint: string } }).driverError.constraint;
    }
    return 'accepted';
  };

  it.each<[string, string, (() => unknown)[], string]>([
    [
      'an entry in a class of another edition',
      `update nomination set class_code = 'islands' where id = $1`,
      [() => entry.id],
      'fk_nomination_edition_id_class_code',
    ],
    [
      'an entry that is sent and has no class',
      'update nomination set class_code = null where id = $1',
      [() => entry.id],
      'ck_nomination_sent_has_class',
    ],
    [
      'a second living entry of a municipality',
      `insert into nomination (edition_id, municipality_id) values ($1, $2)`,
      [() => edition.id, () => entry.municipalityId],
      'uq_nomination_living',
    ],
    [
      'another entry’s version as what was sent',
      'update nomination set submitted_version_id = $2 where id = $1',
      [() => entry.id, () => foreign.versionId],
      'fk_nomination_submitted_version_id',
    ],
    [
      'a version with a number that is taken',
      `insert into nomination_version (nomination_id, number, kind, content, sha256) values ($1, 1, 'save', '{}', '')`,
      [() => entry.id],
      'uq_nomination_version_nomination_id_number',
    ],
    [
      'a check of an entry in another edition',
      `insert into eligibility_check (nomination_id, edition_id, outcome, checklist) values ($1, $2, 'eligible', '{}')`,
      [() => entry.id, () => other.id],
      'fk_eligibility_check_nomination_id_edition_id',
    ],
    [
      'a check that finds ineligible without a reason',
      `insert into eligibility_check (nomination_id, edition_id, outcome, checklist) values ($1, $2, 'ineligible', '{}')`,
      [() => entry.id, () => edition.id],
      'ck_eligibility_check_reason',
    ],
    [
      'a return without a date',
      `insert into eligibility_check (nomination_id, edition_id, outcome, checklist, reason) values ($1, $2, 'returned', '{}', 'x')`,
      [() => entry.id, () => edition.id],
      'ck_eligibility_check_due',
    ],
    [
      'a move to a class of another edition',
      `insert into reclassification (nomination_id, edition_id, from_class, to_class, ground, reason)
       values ($1, $2, 'small', 'islands', 'waiver', 'x')`,
      [() => entry.id, () => edition.id],
      'fk_reclassification_edition_id_to_class',
    ],
    [
      'a move from a class of another edition',
      `insert into reclassification (nomination_id, edition_id, from_class, to_class, ground, reason)
       values ($1, $2, 'islands', 'large', 'waiver', 'x')`,
      [() => entry.id, () => edition.id],
      'fk_reclassification_edition_id_from_class',
    ],
    [
      'a move of an entry in another edition',
      `insert into reclassification (nomination_id, edition_id, from_class, to_class, ground, reason)
       values ($1, $2, 'small', 'large', 'waiver', 'x')`,
      [() => entry.id, () => other.id],
      'fk_reclassification_nomination_id_edition_id',
    ],
    [
      'a step of an entry that does not exist',
      `insert into nomination_step (nomination_id, action, from_state, to_state) values ($1, 'submit', 'draft', 'submitted')`,
      [randomUUID],
      'fk_nomination_step_nomination_id',
    ],
  ])('refuse %s', async (_case, sql, values, constraint) => {
    expect(
      await attempt(
        sql,
        values.map((value) => value()),
      ),
    ).toBe(constraint);
  });

  it('make room for another entry when one is withdrawn', async () => {
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [foreign.id]);
    expect(
      await attempt('insert into nomination (edition_id, municipality_id) values ($1, $2)', [
        other.id,
        foreign.municipalityId,
      ]),
    ).toBe('accepted');
  });
});
