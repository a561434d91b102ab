import { randomUUID } from 'node:crypto';
import type { Ground } from '@award/award';
import type { EntryCounts } from '@award/eligibility/contract';
import type { OfficeImpartialityView } from '@award/impartiality/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type SceneNomination, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

type View = OfficeImpartialityView & { refusal?: string };

describe('impartiality in the secretariat', () => {
  let app: TestApp;
  let jury: JuryScene;
  let officer: Visitor;
  let officerId: string;
  let solveig: Visitor;
  let year = 2030;
  const secretaries: Record<string, Visitor> = {};

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('solveig', 'secretary');
    await story(app).holder('randi', 'secretary');
    officerId = await story(app).holder('amund', 'case-officer');
    for (const name of ['solveig', 'randi']) secretaries[name] = await app.visitor().signInAs(name);
    solveig = secretaries['solveig'] as Visitor;
    officer = await app.visitor().signInAs('amund');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    jury = await juryStory(app, { stage: 'scoring', year: (year += 1) });
  });

  const path = () => `/api/editions/${jury.edition.id}/office-impartiality`;
  const declare = (
    who: Visitor,
    said: readonly (readonly [SceneNomination, Ground | null])[],
    headers: Record<string, string> = {},
  ) =>
    who.post<View>(
      path(),
      { declarations: said.map(([one, ground]) => ({ nominationId: one.id, ground })) },
      headers,
    );
  const rule = (who: Visitor, outcome: 'recused' | 'impartial', personId = officerId) =>
    who.post<View>(`${path()}/rulings`, { personId, nominationId: jury.rauma.id, outcome });
  const read = async (who: Visitor, entry: SceneNomination) => {
    const answer = await who.get<{ refusal?: string }>(`/api/eligibility/entries/${entry.id}`);
    return [answer.status, answer.body.refusal];
  };
  /** What the secretariat reads of the small class, one address of each area. */
  const readsOfClass = () => {
    const of = `/api/editions/${jury.edition.id}`;
    return [
      `/api/eligibility/entries?edition=${jury.edition.id}&classCode=small`,
      `/api/eligibility/entries/${jury.fyresdal.id}`,
      `/api/nominations/${jury.fyresdal.id}/partner-counts`,
      `${of}/panels/small`,
      `${of}/classes/small/scoring`,
    ];
  };
  const count = async (table: string) =>
    (
      await app.db.query(`select count(*)::int as n from ${table} where edition_id = $1`, [
        jury.edition.id,
      ])
    )[0].n;

  it('closes the whole class at once to who declares a ground, in every area, and leaves the other open', async () => {
    for (const address of readsOfClass()) expect((await officer.get(address)).status).toBe(200);
    const { status, body } = await declare(officer, [
      [jury.rauma, 'board'],
      [jury.fyresdal, null],
    ]);
    expect(status).toBe(200);
    expect(body.classes.map(({ code, closed }) => [code, closed])).toEqual([
      ['small', true],
      ['large', false],
    ]);
    expect(body.entries.find((one) => one.nominationId === jury.rauma.id)).toMatchObject({
      standing: 'ground-awaiting-ruling',
      ground: 'board',
    });
    for (const address of readsOfClass()) {
      const closed = await officer.get<{ refusal?: string }>(address);
      expect([address, closed.status, closed.body.refusal]).toEqual([address, 409, 'recused']);
    }
    expect(await read(officer, jury.arendal)).toEqual([200, undefined]);
    const counts = await officer.get<EntryCounts>(
      `/api/eligibility/counts?edition=${jury.edition.id}`,
    );
    expect(counts.body.classes.map(({ code }) => code)).toEqual(['large']);
  });

  it('refuses the acts of that class too', async () => {
    await declare(officer, [[jury.rauma, 'kin']]);
    const act = await officer.post<{ refusal: string }>(
      `/api/eligibility/entries/${jury.fyresdal.id}/start-check`,
    );
    expect([act.status, act.body.refusal]).toEqual([409, 'recused']);
  });

  it('goes by person and beats every grant', async () => {
    await declare(officer, [[jury.rauma, 'kin']]);
    await app.db.query(`insert into role_grant (person_id, role) values ($1, 'secretary')`, [
      officerId,
    ]);
    const other = await app.visitor().signInAs('amund');
    const { body } = await other.get<{ grants: { id: string; role: string }[] }>('/api/me');
    for (const { id } of body.grants) {
      expect((await other.post('/api/act-as', { grantId: id })).status).toBe(200);
      expect(await read(other, jury.fyresdal)).toEqual([409, 'recused']);
    }
    await app.db.query(`delete from role_grant where person_id = $1 and role = 'secretary'`, [
      officerId,
    ]);
  });

  it('opens when another secretary finds the person impartial, and not by taking the ground back', async () => {
    await declare(officer, [[jury.rauma, 'board']]);
    await declare(officer, [[jury.rauma, null]]);
    expect(await read(officer, jury.fyresdal)).toEqual([409, 'recused']);
    const waiting = (await solveig.get<View>(path())).body;
    expect(waiting.awaiting).toMatchObject([
      { personId: officerId, name: 'amund', municipalityName: 'Rauma', ground: 'board' },
    ]);
    expect(waiting.closedTo).toEqual([{ name: 'amund', classCode: 'small' }]);
    expect((await rule(solveig, 'impartial')).status).toBe(200);
    expect(await read(officer, jury.fyresdal)).toEqual([200, undefined]);
    await declare(officer, [[jury.rauma, 'ownership']]);
    expect(await read(officer, jury.fyresdal)).toEqual([409, 'recused']);
    expect((await rule(solveig, 'recused')).status).toBe(200);
    expect((await rule(solveig, 'recused')).body.refusal).toBe('nothing-to-rule');
    expect(await read(officer, jury.fyresdal)).toEqual([409, 'recused']);
  });

  it('is ruled on by nobody concerned: not the person, not who is locked out as well, not a case officer', async () => {
    const [{ id: solveigId }] = await app.db.query(
      `select person_id as id from identity where subject = 'solveig'`,
    );
    await declare(solveig, [[jury.rauma, 'board']]);
    expect((await rule(solveig, 'impartial', solveigId)).body.refusal).toBe('rules-on-self');
    await declare(officer, [[jury.rauma, 'kin']]);
    expect((await rule(solveig, 'impartial')).body.refusal).toBe('under-question');
    expect((await solveig.get<View>(path())).body.awaiting).toEqual([]);
    expect((await rule(officer, 'impartial', solveigId)).status).toBe(403);
    const randi = secretaries['randi'] as Visitor;
    expect((await rule(randi, 'impartial', solveigId)).status).toBe(200);
    expect((await rule(solveig, 'impartial')).status).toBe(200);
  });

  it('writes a statement once, tells the other secretaries without a name, and logs no ground', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await Promise.all(
      Array.from({ length: 10 }, () => declare(officer, [[jury.rauma, 'board']], key)),
    );
    await declare(officer, [[jury.rauma, 'board']]);
    expect(await count('office_declaration')).toBe(1);
    const mails = await app.db.query(
      `select recipient, words from mail_outbox where edition_id = $1 and template = 'office-ground-declared' order by recipient`,
      [jury.edition.id],
    );
    expect(mails).toEqual([
      { recipient: 'randi@people.example', words: {} },
      { recipient: 'solveig@people.example', words: {} },
    ]);
    const log = await app.db.query('select act, facts from audit where edition_id = $1', [
      jury.edition.id,
    ]);
    expect(log).toEqual([{ act: 'office-declaration:make', facts: { declared: 1, grounds: 1 } }]);
  });

  it('is declared by a list of statements, not by a list of lists', async () => {
    const answer = await officer.post<View>(path(), { declarations: [[]] });
    expect([answer.status, answer.body.refusal]).toEqual([400, 'bad-input']);
  });

  it('is for those who prepare: a member of the jury has another page', async () => {
    const leader = await app.visitor().signInAs(jury.leader.key);
    expect((await leader.get(path())).status).toBe(403);
    expect((await app.visitor().get(path())).status).toBe(401);
  });
});
