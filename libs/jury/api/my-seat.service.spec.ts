import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';

interface Refusal {
  refusal?: string;
}

describe('answering an invitation', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let invited: Visitor;
  let seatId: string;
  let personId: string;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const begin = async (values: Parameters<ReturnType<typeof story>['edition']>[0]) => {
    edition = await story(app).edition({ ...values, year: ++year });
    const seat = await story(app).seat(edition, 'small', `Ida ${year}`, { state: 'invited' });
    seatId = seat.id;
    personId = seat.personId;
    invited = await app.visitor().signInAs(`Ida ${year}`);
  };
  const standing = async () =>
    (await app.db.query('select state from seat where id = $1', [seatId]))[0].state;

  it.each([
    ['winner-sealed', 'finalists-published'],
    ['winner-sealed', 'announced'],
  ] as const)('lets nobody into a panel that is done: %s, %s', async (stage, phase) => {
    await begin({ phase, stage });
    const answer = await invited.post<Refusal>('/api/my-seat/accept', { pledge: true });
    expect([answer.status, answer.body.refusal]).toEqual([409, 'panel-frozen']);
    expect(await standing()).toBe('invited');
    const declined = await invited.post('/api/my-seat/decline', { reason: 'For sent' });
    expect(declined.status).toBe(204);
  });

  it('takes every right away on a no, also when the seat is changed at the same moment', async () => {
    await begin({ phase: 'closed' });
    const change = app.db.createQueryRunner();
    await change.startTransaction();
    await change.query(
      `select from edition_class where edition_id = $1 and code = 'small' for no key update`,
      [edition.id],
    );
    await change.query(`update seat set role = 'leader' where id = $1`, [seatId]);
    await change.query(
      `update role_grant set revoked_at = clock_timestamp() where person_id = $1`,
      [personId],
    );
    await change.query(
      `insert into role_grant (person_id, role, edition_id, class_code) values ($1, 'jury-leader', $2, 'small')`,
      [personId, edition.id],
    );
    const declining = invited.post('/api/my-seat/decline', { reason: 'Reiser bort' });
    await new Promise((later) => setTimeout(later, 300));
    await change.commitTransaction();
    await change.release();
    expect((await declining).status).toBe(204);
    expect(await standing()).toBe('declined');
    expect(
      await app.db.query(
        'select role from role_grant where person_id = $1 and revoked_at is null',
        [personId],
      ),
    ).toEqual([]);
  });

  it('waits for the opening of scoring, so that whoever accepts meanwhile gets the entries', async () => {
    await begin({ phase: 'judging', stage: 'scoring' });
    const municipality = await story(app).municipality('Rauma', 7100);
    const entry = await story(app).nomination(edition, municipality, { state: 'eligible' });
    const opening = app.db.createQueryRunner();
    await opening.startTransaction();
    await opening.query(
      `select from edition_class where edition_id = $1 and code = 'small' for update`,
      [edition.id],
    );
    await opening.query(`update nomination set state = 'in-review' where id = $1`, [entry.id]);
    const accepting = invited.post('/api/my-seat/accept', { pledge: true });
    await new Promise((later) => setTimeout(later, 300));
    await opening.commitTransaction();
    await opening.release();
    expect((await accepting).status).toBe(200);
    expect(
      await app.db.query('select nomination_id from assignment where seat_id = $1', [seatId]),
    ).toEqual([{ nomination_id: entry.id }]);
  });
});
