import type { ScoringProgressView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { fewestStatements } from '../../../apps/api/testing/statements';
import { type SceneNomination, type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { HOLD_SAVES } from './scoring.queries';

interface Refusal {
  refusal: string;
}
type Progress = ScoringProgressView & Refusal;

describe('the scoring of a class', () => {
  let app: TestApp;
  let jury: JuryScene;
  let office: Visitor;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());

  const begin = async (options: Parameters<typeof juryStory>[1] = {}) => {
    jury = await juryStory(app, { year: year++, ...options });
  };
  const as = (seat: SceneSeat) => app.visitor().signInAs(seat.key);
  const path = (act = '', classCode = 'small') =>
    `/api/editions/${jury.edition.id}/classes/${classCode}/scoring${act}`;
  const progress = async (who: Visitor) => (await who.get<Progress>(path())).body;
  const close = (who: Visitor, acknowledgeMissing: boolean) =>
    who.post<Progress>(path('/close'), { acknowledgeMissing });
  const rowsOf = (sql: string) => app.db.query(sql, [jury.edition.id]);
  /** Everyone who sits in the class locks a sheet on every entry, but for those named. */
  const scoreAll = async (
    but: readonly (readonly [SceneSeat, SceneNomination])[] = [],
    seats: readonly SceneSeat[] = jury.members,
  ) => {
    for (const [place, seat] of seats.entries())
      for (const entry of jury.entries)
        if (!but.some(([who, what]) => who === seat && what === entry))
          await story(app).sheet(seat, entry, jury.edition, 2 + place);
  };
  const ruleOut = (seat: SceneSeat, entry: SceneNomination) =>
    story(app).rule(
      seat === jury.leader ? jury.nils : jury.leader,
      seat,
      entry,
      jury.edition,
      'recused',
    );

  describe('opening', () => {
    const open = (who: Visitor = office) => who.post<Progress>(path('/open'));

    it('takes the eligible entries into review, registers the rule and gives each member an order of the member’s own', async () => {
      await begin({ stage: 'waiting' });
      await app.db.query(`update edition set phase = 'closed' where id = $1`, [jury.edition.id]);
      expect(await progress(office)).toMatchObject({
        mayOpen: true,
        eligibleEntries: 3,
        openingObstacles: [],
      });
      const opened = await open();
      expect([opened.status, opened.body.stage, opened.body.ruleHash]).toEqual([
        200,
        'scoring',
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
      const [edition] = await rowsOf('select phase from edition where id = $1');
      expect(edition.phase).toBe('judging');
      expect(
        await rowsOf(
          'select class_code, state from nomination where edition_id = $1 order by class_code',
        ),
      ).toEqual([
        { class_code: 'large', state: 'eligible' },
        ...Array(3).fill({ class_code: 'small', state: 'in-review' }),
      ]);
      const orders = await rowsOf(
        `select array_agg(nomination_id order by position) as entries from assignment where edition_id = $1 group by seat_id`,
      );
      expect(orders).toHaveLength(4);
      expect(orders.every((one: { entries: string[] }) => new Set(one.entries).size === 3)).toBe(
        true,
      );
    });

    it('happens once under fifty clicks', async () => {
      await begin({ stage: 'waiting' });
      const answers = await Promise.all(Array.from({ length: 50 }, () => open()));
      expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
      expect(answers.filter((one) => one.body.refusal === 'wrong-stage')).toHaveLength(49);
      const log = await rowsOf(
        `select act from audit where edition_id = $1 and act in ('stage:open-scoring', 'edition:register-rule')`,
      );
      expect(log).toHaveLength(2);
      expect(await rowsOf('select 1 from assignment where edition_id = $1')).toHaveLength(12);
    });

    it.each([
      [
        'while an entry is still being checked',
        `update nomination set state = 'in-eligibility-check' where id = $1`,
        'eligibility-open',
      ],
      [
        'while a draft is on hold for its answer',
        `update nomination set state = 'held', class_code = null where id = $1`,
        'eligibility-open',
      ],
      ['with one house empty', `update seat set house = 'KS' where edition_id = $1`, 'house-empty'],
      [
        'in a phase without judging',
        `update edition set phase = 'open' where id = $1`,
        'wrong-phase',
      ],
      [
        'when nothing weighs',
        `update criterion set weight = 0 where edition_id = $1`,
        'zero-weights',
      ],
    ])('is refused %s, and the page says so beforehand', async (_case, sql, refusal) => {
      await begin({ stage: 'waiting' });
      await app.db.query(sql, [sql.includes('nomination') ? jury.rauma.id : jury.edition.id]);
      const told = await progress(office);
      expect(told.mayOpen).toBe(false);
      expect(told.openingObstacles.map((one) => one.reason)).toContain(refusal);
      const refused = await open();
      expect([refused.status, refused.body.refusal]).toEqual([409, refusal]);
      expect(await rowsOf('select 1 from assignment where edition_id = $1')).toEqual([]);
    });

    it('counts a house as empty when all of it is recused', async () => {
      await begin({ stage: 'waiting' });
      await ruleOut(jury.nils, jury.rauma);
      await ruleOut(jury.nora, jury.kvitsoy);
      expect((await open()).body.refusal).toBe('house-empty');
    });

    it('is refused when the registered rule no longer matches what the edition says', async () => {
      await begin({ stage: 'waiting' });
      await open();
      await app.db.query(
        `update edition_class set finalists = 4 where edition_id = $1 and code = 'small'`,
        [jury.edition.id],
      );
      const second = await office.post<Refusal>(path('/open', 'large'));
      expect(second.body.refusal).toMatch(/house-empty|rule-frozen/);
      await story(app).seat(jury.edition, 'large', `Nho ${year}`, { house: 'NHO' });
      expect((await office.post<Refusal>(path('/open', 'large'))).body.refusal).toBe('rule-frozen');
    });

    it('is for the secretariat and who leads the class', async () => {
      await begin({ stage: 'waiting' });
      expect((await open(await as(jury.nora))).status).toBe(403);
      expect((await open(await as(jury.stranger))).status).toBe(403);
      const leader = await as(jury.leader);
      expect((await leader.post<Refusal>(path('/open', 'large'))).status).toBe(404);
      expect((await open(leader)).status).toBe(200);
    });
  });

  describe('progress', () => {
    it('tells completion only, for whoever may see the class as a whole', async () => {
      await begin();
      await story(app).sheet(jury.nora, jury.rauma, jury.edition, 6);
      await story(app).sheet(jury.nora, jury.kvitsoy, jury.edition, 5, 'open');
      const view = await progress(office);
      expect(view.seats.find((one) => one.seatId === jury.nora.id)).toEqual({
        seatId: jury.nora.id,
        name: jury.nora.key,
        house: 'NHO',
        entries: 3,
        started: 2,
        complete: 2,
        locked: 1,
        open: true,
      });
      expect(view.coverage.find((one) => one.municipalityName === 'Rauma')).toMatchObject({
        expected: 4,
        locked: 1,
        lockedKs: 0,
        lockedNho: 1,
        belowQuorum: true,
      });
      expect(JSON.stringify(view)).not.toMatch(/"(overall|value|mean|scores)"/);
      expect((await (await as(jury.nora)).get(path())).status).toBe(403);
    });

    it('counts no entry of whoever is recused, and shows a recused leader nothing', async () => {
      await begin({ scope: 'entry' });
      await ruleOut(jury.nora, jury.rauma);
      await ruleOut(jury.leader, jury.rauma);
      const view = await progress(office);
      expect(view.seats.find((one) => one.seatId === jury.nora.id)?.entries).toBe(2);
      expect(view.coverage.find((one) => one.municipalityName === 'Rauma')?.expected).toBe(2);
      expect((await progress(await as(jury.leader))).refusal).toBe('recused');
      expect((await progress(await as(jury.nils))).stage).toBe('scoring');
    });

    it('sends the same number of statements whatever has been written', async () => {
      await begin();
      const before = await fewestStatements(app, () => progress(office));
      await scoreAll();
      const after = await fewestStatements(app, () => progress(office));
      expect(after.length).toBe(before.length);
    });
  });

  describe('closing', () => {
    it('is done with one click by who leads, and takes the entries to assessed', async () => {
      await begin();
      await scoreAll();
      const leader = await as(jury.leader);
      expect((await progress(leader)).mayClose).toBe(true);
      const closed = await close(leader, false);
      expect([closed.status, closed.body.stage]).toEqual([200, 'deliberation']);
      expect(
        await rowsOf(
          `select distinct state from nomination where edition_id = $1 and class_code = 'small'`,
        ),
      ).toEqual([{ state: 'assessed' }]);
      const [log] = await rowsOf(
        `select facts from audit where edition_id = $1 and act = 'scoring:close'`,
      );
      expect(log.facts).toEqual({ classCode: 'small', counted: 12, missing: [] });
    });

    it('asks the leader to acknowledge what is missing, and then lets it not block', async () => {
      await begin();
      await scoreAll([[jury.nora, jury.rauma]]);
      const leader = await as(jury.leader);
      const seen = await progress(leader);
      expect(seen.missingSheets).toBe(1);
      expect(seen.coverage.find((one) => one.municipalityName === 'Rauma')?.missing).toEqual([
        jury.nora.key,
      ]);
      expect((await close(leader, false)).body.refusal).toBe('missing-sheets');
      expect((await close(leader, true)).status).toBe(200);
      const [log] = await rowsOf(
        `select facts from audit where edition_id = $1 and act = 'scoring:close'`,
      );
      expect(log.facts.missing).toEqual([{ seatId: jury.nora.id, nominationId: jury.rauma.id }]);
    });

    it('is blocked where an entry has fewer sheets than the registered quorum', async () => {
      await begin();
      await scoreAll([
        [jury.nora, jury.rauma],
        [jury.kjell, jury.rauma],
      ]);
      const leader = await as(jury.leader);
      expect((await progress(leader)).closingObstacles).toEqual([
        { reason: 'quorum-missing', count: 1 },
      ]);
      expect((await close(leader, true)).body.refusal).toBe('quorum-missing');
    });

    it('waits for grounds that nobody has ruled on', async () => {
      await begin();
      await scoreAll();
      await story(app).declare(jury.nora, jury.rauma, jury.edition, 'board');
      const leader = await as(jury.leader);
      expect((await progress(leader)).closingObstacles.map((one) => one.reason)).toContain(
        'unresolved-declarations',
      );
      expect((await close(leader, true)).body.refusal).toBe('unresolved-declarations');
      await story(app).rule(jury.leader, jury.nora, jury.rauma, jury.edition, 'impartial');
      expect((await close(leader, false)).status).toBe(200);
    });

    it('happens once under fifty clicks, and no save slips in after it', async () => {
      await begin();
      await scoreAll([[jury.nora, jury.rauma]]);
      const leader = await as(jury.leader);
      const nora = await as(jury.nora);
      const body = (line: string) => ({
        lockVersion: 0,
        versionId: jury.rauma.versionId,
        overall: 5,
        line,
        assessment: '',
        scores: [],
      });
      const [clicks, saves] = await Promise.all([
        Promise.all(Array.from({ length: 50 }, () => close(leader, true))),
        Promise.all(
          Array.from({ length: 10 }, (_, place) =>
            nora.put<Refusal>(`/api/scoring/entries/${jury.rauma.id}/sheet`, body(String(place))),
          ),
        ),
      ]);
      expect(clicks.filter((one) => one.status === 200)).toHaveLength(1);
      expect(clicks.filter((one) => one.body.refusal === 'scoring-closed')).toHaveLength(49);
      expect(saves.filter((one) => one.status === 200).length).toBeLessThanOrEqual(1);
      const [late] = await rowsOf(
        `select s.updated_at > (select at from audit where edition_id = $1 and act = 'stage:close-scoring') as late
         from score_sheet s where s.edition_id = $1 order by s.updated_at desc limit 1`,
      );
      expect(late.late).toBe(false);
      const closed = await nora.put<Refusal>(`/api/scoring/entries/${jury.kvitsoy.id}/sheet`, {
        ...body('etter'),
        versionId: jury.kvitsoy.versionId,
        lockVersion: 1,
      });
      expect(closed.body.refusal).toBe('scoring-closed');
      const reopened = await nora.post<Refusal>(
        `/api/scoring/entries/${jury.kvitsoy.id}/sheet/reopen`,
        { lockVersion: 1 },
      );
      expect(reopened.body.refusal).toBe('scoring-closed');
    });

    it('refuses a save that began before the closing and comes to write after it', async () => {
      await begin();
      const nora = await as(jury.nora);
      const runner = app.db.createQueryRunner();
      await runner.startTransaction();
      await runner.query(HOLD_SAVES, [jury.edition.id, 'small']);
      const saving = nora.put<Refusal>(`/api/scoring/entries/${jury.rauma.id}/sheet`, {
        lockVersion: 0,
        versionId: jury.rauma.versionId,
        overall: 5,
        line: 'For sent',
        assessment: '',
        scores: [],
      });
      await new Promise((later) => setTimeout(later, 400));
      await runner.query(
        `update edition_class set stage = 'deliberation' where edition_id = $1 and code = 'small'`,
        [jury.edition.id],
      );
      await runner.commitTransaction();
      await runner.release();
      const late = await saving;
      expect([late.status, late.body.refusal]).toEqual([409, 'scoring-closed']);
      expect(await rowsOf('select 1 from score_sheet where edition_id = $1')).toEqual([]);
    });

    it('is refused to members, the secretariat and a leader who is recused; the deputy leader does it then', async () => {
      await begin();
      await scoreAll();
      expect((await close(office, true)).status).toBe(403);
      expect((await close(await as(jury.nora), true)).status).toBe(403);
      await ruleOut(jury.leader, jury.rauma);
      expect((await close(await as(jury.leader), true)).body.refusal).toBe('recused');
      expect((await close(await as(jury.nils), true)).status).toBe(200);
    });

    it('may be skipped only where there are no more entries than finalists', async () => {
      await begin({ stage: 'waiting' });
      const leader = await as(jury.leader);
      await app.db.query(`update edition_class set finalists = 2 where edition_id = $1`, [
        jury.edition.id,
      ]);
      expect((await leader.post<Refusal>(path('/skip'))).body.refusal).toBe('missing-sheets');
      await app.db.query(`update edition_class set finalists = 3 where edition_id = $1`, [
        jury.edition.id,
      ]);
      expect([(await progress(leader)).maySkip, (await progress(office)).maySkip]).toEqual([
        true,
        false,
      ]);
      const skipped = await leader.post<Progress>(path('/skip'));
      expect([skipped.status, skipped.body.stage]).toEqual([200, 'deliberation']);
      expect(
        await rowsOf(
          `select distinct state from nomination where edition_id = $1 and class_code = 'small'`,
        ),
      ).toEqual([{ state: 'assessed' }]);
    });
  });
});
