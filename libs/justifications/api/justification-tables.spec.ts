import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

/** What PostgreSQL holds by itself, whatever the server does. */
describe('the tables of justifications', () => {
  let app: TestApp;
  let at: DeliberationScene;
  let id: string;
  let path: string;
  let sha256: string;

  beforeAll(async () => {
    app = await testApp();
    at = await deliberationScene(app);
    await meet(at);
    await decideFinalists(at);
    path = `${at.path}/justifications/${ids(at, 'A')[0]}`;
    const words = { lockVersion: 0, text: 'En begrunnelse.', stageText: '', internalNote: '' };
    sha256 = (await at.as.ks.put<{ sha256: string }>(path, words)).body.sha256;
    [{ id }] = await app.db.query('select id from justification');
  });
  afterAll(() => app.close());

  const refusedBy = (sql: string, values: unknown[]) =>
    app.db.query(sql, values).then(
      () => null,
      (reason: { driverError: { code: string; constraint?: string } }) => [
        reason.driverError.code,
        reason.driverError.constraint,
      ],
    );

  it('refuse a crossing of the classes in justification', async () => {
    expect(
      await refusedBy(
        `insert into justification (nomination_id, edition_id, class_code, written_form) values ($1, $2, 'small', 'nb')`,
        [at.stranger.id, at.edition.id],
      ),
    ).toEqual(['23503', 'fk_justification_nomination_id']);
  });

  it('refuse a crossing of the classes in sign_off', async () => {
    expect(
      await refusedBy(
        `insert into sign_off (justification_id, seat_id, edition_id, class_code, house, text_sha256) values ($1, $2, $3, 'small', 'KS', 'x')`,
        [id, at.strangerSeat.id, at.edition.id],
      ),
    ).toEqual(['23503', 'fk_sign_off_seat_id']);
    expect(
      await refusedBy(
        `insert into sign_off (justification_id, seat_id, edition_id, class_code, house, text_sha256) values ($1, $2, $3, 'large', 'KS', 'x')`,
        [id, at.strangerSeat.id, at.edition.id],
      ),
    ).toEqual(['23503', 'fk_sign_off_justification_id']);
  });

  it('never change what is sealed, signed or kept as a version', async () => {
    for (const who of ['leader', 'nho'] as const)
      await at.as[who].post(`${path}/sign-off`, { sha256 });
    expect((await at.as.leader.post(`${path}/seal`, { sha256 })).status).toBe(204);
    for (const change of [
      `text = 'x'`,
      `stage_text = 'x'`,
      `state = 'draft', text = 'x', sealed_at = null`,
      `sealed_at = award_now()`,
    ])
      expect(await refusedBy(`update justification set ${change} where id = $1`, [id])).toEqual([
        '42501',
        undefined,
      ]);
    for (const table of ['sign_off', 'justification_version', 'justification_step'])
      expect(await refusedBy(`delete from ${table} where justification_id = $1`, [id])).toEqual([
        '42501',
        undefined,
      ]);
    expect(await refusedBy('delete from justification where id = $1', [id])).toEqual([
      '42501',
      undefined,
    ]);
  });
});
