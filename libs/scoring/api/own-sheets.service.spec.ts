import { randomUUID } from 'node:crypto';
import type {
  LockedView,
  MyEntriesView,
  OpenEntryView,
  SavedView,
  StoredSheetView,
} from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { fewestStatements } from '../../../apps/api/testing/statements';
import { type SceneNomination, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { OwnNotes } from './own-notes.service';

interface Refusal {
  refusal: string;
  details?: { stored?: StoredSheetView };
}

describe('a juror’s own sheets', () => {
  let app: TestApp;
  let jury: JuryScene;
  let nora: Visitor;
  let kjell: Visitor;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
    nora = await app.visitor().signInAs(jury.nora.key);
    kjell = await app.visitor().signInAs(jury.kjell.key);
  });
  afterAll(() => app.close());

  const at = (entry: { id: string }, rest = '') => `/api/scoring/entries/${entry.id}${rest}`;
  const sheet = (entry: SceneNomination, lockVersion: number, values: object = {}) => ({
    lockVersion,
    versionId: entry.versionId,
    overall: null,
    line: '',
    assessment: '',
    scores: [],
    ...values,
  });
  const save = (who: Visitor, entry: SceneNomination, lockVersion: number, values: object = {}) =>
    who.put<SavedView & Refusal>(at(entry, '/sheet'), sheet(entry, lockVersion, values));
  const open = async (who: Visitor, entry: { id: string }) =>
    (await who.get<OpenEntryView>(at(entry))).body;
  const lockRows = (entry: SceneNomination) =>
    app.db.query(
      `select act, facts ->> 'receipt' as receipt from audit where act like 'sheet:%' and facts ->> 'nomination' = $1 order by seq`,
      [entry.id],
    );

  it('lists each entry of the class once, in the member’s own order, with own status only', async () => {
    const mine = await nora.get<MyEntriesView>('/api/scoring/entries');
    expect(mine.status).toBe(200);
    expect(mine.body.entries.map((one) => one.municipalityName).sort()).toEqual([
      'Fyresdal',
      'Kvitsøy',
      'Rauma',
    ]);
    expect(mine.body.entries.map((one) => one.progress)).toEqual(Array(3).fill('untouched'));
  });

  it('opens the submitted version, and goes through the list by previous and next', async () => {
    const { body } = await nora.get<MyEntriesView>('/api/scoring/entries');
    const ids = body.entries.map((one) => one.nominationId);
    const opened = await Promise.all(ids.map((id) => open(nora, { id })));
    expect(opened.map((one) => [one.position, one.of, one.previousId, one.nextId])).toEqual([
      [1, 3, null, ids[1]],
      [2, 3, ids[0], ids[2]],
      [3, 3, ids[1], null],
    ]);
    expect(opened[0]?.content.text).toContain('ti nye arbeidsplasser');
    expect(opened[0]?.sheet).toEqual({
      lockVersion: 0,
      versionId: null,
      overall: null,
      line: '',
      assessment: '',
      scores: {},
      locked: false,
      savedAt: null,
      lockedAt: null,
      stale: false,
    });
  });

  it('saves as the member goes, keeps every version, and writes nothing of it in the log', async () => {
    const first = await save(nora, jury.rauma, 0, { overall: 4, line: 'Godt' });
    expect([first.status, first.body.lockVersion]).toEqual([200, 1]);
    const second = await save(nora, jury.rauma, 1, {
      overall: 5,
      line: 'Godt begrunnet',
      scores: [
        { criterion: 'together', value: 6 },
        { criterion: 'active', value: 2 },
      ],
    });
    expect(second.body.lockVersion).toBe(2);
    const third = await save(nora, jury.rauma, 2, {
      overall: 5,
      line: 'Godt begrunnet',
      scores: [
        { criterion: 'together', value: 5 },
        { criterion: 'active', value: null },
      ],
    });
    expect(third.body.lockVersion).toBe(3);
    expect((await open(nora, jury.rauma)).sheet).toMatchObject({
      lockVersion: 3,
      overall: 5,
      line: 'Godt begrunnet',
      scores: { together: 5 },
    });
    const versions = await app.db.query(
      `select v.number, v.content -> 'scores' as scores from sheet_version v join score_sheet s on s.id = v.sheet_id
       where s.seat_id = $1 order by v.number`,
      [jury.nora.id],
    );
    expect(versions).toEqual([
      { number: 1, scores: {} },
      { number: 2, scores: { together: 6, active: 2 } },
      { number: 3, scores: { together: 5 } },
    ]);
    expect(await lockRows(jury.rauma)).toEqual([]);
  });

  it('refuses a stale save and hands back what is stored; neither text is lost', async () => {
    const stale = await save(nora, jury.rauma, 1, { overall: 1, line: 'Fra et annet vindu' });
    expect([stale.status, stale.body.refusal]).toEqual([409, 'stale-save']);
    expect(stale.body.details?.stored).toMatchObject({ lockVersion: 3, line: 'Godt begrunnet' });
    const again = await save(nora, jury.rauma, 0, { overall: 1 });
    expect(again.body.refusal).toBe('stale-save');
    expect((await open(nora, jury.rauma)).sheet.overall).toBe(5);
  });

  it('does a repeated save once, and refuses the key for another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = sheet(jury.fyresdal, 0, { overall: 3, line: 'Lovende' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => nora.put<SavedView>(at(jury.fyresdal, '/sheet'), body, key)),
    );
    for (const one of answers) expect([one.status, one.body]).toEqual([200, answers[0]?.body]);
    const other = await nora.put<Refusal>(
      at(jury.fyresdal, '/sheet'),
      { ...body, overall: 2 },
      key,
    );
    expect([other.status, other.body.refusal]).toEqual([422, 'idempotency-mismatch']);
    const [{ count }] = await app.db.query(
      'select count(*)::int as count from sheet_version v join score_sheet s on s.id = v.sheet_id where s.nomination_id = $1',
      [jury.fyresdal.id],
    );
    expect(count).toBe(1);
  });

  it('lets one of twenty parallel first saves through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        save(kjell, jury.kvitsoy, 0, { overall: 2, line: `Forsøk ${place}` }),
      ),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.body.refusal === 'stale-save')).toHaveLength(19);
  });

  it.each([
    ['a score above the scale', { overall: 7 }, 'out-of-scale', 409],
    ['a score below the scale', { overall: 0 }, 'out-of-scale', 409],
    [
      'a criterion score off the scale',
      { scores: [{ criterion: 'active', value: 9 }] },
      'out-of-scale',
      409,
    ],
    ['an unknown criterion', { scores: [{ criterion: 'beauty', value: 3 }] }, 'bad-input', 400],
    [
      'a criterion twice',
      {
        scores: [
          { criterion: 'active', value: 3 },
          { criterion: 'active', value: 4 },
        ],
      },
      'bad-input',
      400,
    ],
    ['half a point', { overall: 3.5 }, 'bad-input', 400],
    ['a score as text', { overall: '4' }, 'bad-input', 400],
    ['a field nobody asked for', { locked: true }, 'bad-input', 400],
    ['a seat of somebody else', { seatId: randomUUID() }, 'bad-input', 400],
    ['an endless text', { assessment: 'a'.repeat(16_001) }, 'bad-input', 400],
    ['scores that are no list', { scores: { active: 3 } }, 'bad-input', 400],
    ['a version that is not the entry’s', { versionId: randomUUID() }, 'not-found', 404],
  ])('refuses %s and changes nothing', async (_case, values, refusal, status) => {
    const before = (await open(nora, jury.rauma)).sheet;
    const refused = await save(nora, jury.rauma, before.lockVersion, values);
    expect([refused.status, refused.body.refusal]).toEqual([status, refusal]);
    expect((await open(nora, jury.rauma)).sheet).toEqual(before);
  });

  it('refuses a save without an idempotency key', async () => {
    const refused = await nora.put<Refusal>(at(jury.rauma, '/sheet'), sheet(jury.rauma, 3), {
      'idempotency-key': 'once',
    });
    expect([refused.status, refused.body.refusal]).toEqual([400, 'bad-input']);
  });

  it('will not lock what is incomplete: a criterion left open is missing, never zero', async () => {
    const unscored = await save(nora, jury.kvitsoy, 0, { line: 'Ikke satt poeng' });
    const refused = await nora.post<Refusal>(at(jury.kvitsoy, '/sheet/lock'), {
      lockVersion: unscored.body.lockVersion,
    });
    expect([refused.status, refused.body.refusal]).toEqual([409, 'sheet-incomplete']);
    const wordless = await save(nora, jury.kvitsoy, 1, { overall: 6, line: '  ' });
    const again = await nora.post<Refusal>(at(jury.kvitsoy, '/sheet/lock'), {
      lockVersion: wordless.body.lockVersion,
    });
    expect(again.body.refusal).toBe('sheet-incomplete');
    const long = await save(nora, jury.kvitsoy, 2, { overall: 6, line: 'a'.repeat(301) });
    const tooLong = await nora.post<Refusal>(at(jury.kvitsoy, '/sheet/lock'), {
      lockVersion: long.body.lockVersion,
    });
    expect(tooLong.body.refusal).toBe('text-too-long');
  });

  it('locks once under fifty parallel clicks: one effect, one audit row, 49 clear refusals', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        nora.post<LockedView & Refusal>(at(jury.rauma, '/sheet/lock'), { lockVersion: 3 }),
      ),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.body.refusal === 'sheet-locked')).toHaveLength(49);
    const rows = await lockRows(jury.rauma);
    expect(rows).toHaveLength(1);
    const receipt = answers.find((one) => one.status === 200)?.body.receipt;
    expect(rows[0]).toEqual({ act: 'sheet:lock', receipt });
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses to write in a locked sheet, and takes it back on request', async () => {
    const refused = await save(nora, jury.rauma, 4, { overall: 1 });
    expect(refused.body.refusal).toBe('sheet-locked');
    const reopened = await nora.post<LockedView>(at(jury.rauma, '/sheet/reopen'), {
      lockVersion: 4,
    });
    expect([reopened.status, reopened.body.receipt]).toEqual([200, null]);
    const twice = await nora.post<Refusal>(at(jury.rauma, '/sheet/reopen'), { lockVersion: 5 });
    expect(twice.body.refusal).toBe('sheet-not-locked');
    expect((await save(nora, jury.rauma, 5, { overall: 5, line: 'Godt' })).status).toBe(200);
    const locked = await nora.post<LockedView>(at(jury.rauma, '/sheet/lock'), { lockVersion: 6 });
    expect(locked.status).toBe(200);
    expect((await lockRows(jury.rauma)).map((row: { act: string }) => row.act)).toEqual([
      'sheet:lock',
      'sheet:reopen',
      'sheet:lock',
    ]);
  });

  it('keeps a note that nobody else can read, and refuses to overwrite it from another window', async () => {
    const first = await nora.put<SavedView>(at(jury.rauma, '/note'), {
      lockVersion: 0,
      text: 'Ringe Åse om tallene',
    });
    expect(first.body.lockVersion).toBe(1);
    const stale = await nora.put<Refusal>(at(jury.rauma, '/note'), {
      lockVersion: 0,
      text: 'Noe annet',
    });
    expect([stale.body.refusal, stale.body.details?.stored]).toEqual([
      'stale-save',
      { lockVersion: 1, text: 'Ringe Åse om tallene' },
    ]);
    expect((await open(nora, jury.rauma)).note.text).toBe('Ringe Åse om tallene');
    expect((await open(kjell, jury.rauma)).note).toEqual({ lockVersion: 0, text: '' });
  });

  it('marks a sheet as stale when the entry has a newer version, without touching the sheet', async () => {
    const [version] = await app.db.query(
      `insert into nomination_version (nomination_id, number, kind, content, sha256)
       select nomination_id, 2, 'submitted', content, repeat('a', 64) from nomination_version where id = $1 returning id`,
      [jury.fyresdal.versionId],
    );
    await app.db.query('update nomination set submitted_version_id = $2 where id = $1', [
      jury.fyresdal.id,
      version.id,
    ]);
    expect((await open(nora, jury.fyresdal)).sheet.stale).toBe(true);
    const { body } = await nora.get<MyEntriesView>('/api/scoring/entries');
    expect(body.entries.filter((one) => one.stale).map((one) => one.nominationId)).toEqual([
      jury.fyresdal.id,
    ]);
    await save(nora, { ...jury.fyresdal, versionId: version.id }, 1, {
      overall: 3,
      line: 'Lest på nytt',
    });
    expect((await open(nora, jury.fyresdal)).sheet.stale).toBe(false);
  });

  it('answers an entry of another class exactly as one that does not exist', async () => {
    const none = randomUUID();
    const answers = await Promise.all(
      [jury.arendal.id, none].flatMap((id) => [
        nora.get(at({ id })),
        nora.put(at({ id }, '/sheet'), sheet(jury.arendal, 0)),
        nora.put(at({ id }, '/note'), { lockVersion: 0, text: 'x' }),
        nora.post(at({ id }, '/sheet/lock'), { lockVersion: 1 }),
        nora.get(at({ id }, '/sheets')),
      ]),
    );
    const told = answers.map((one) => JSON.stringify([one.status, one.body]));
    expect(new Set(told.slice(0, 4))).toEqual(new Set(['[404,{"refusal":"not-found"}]']));
    expect(told.slice(5)).toEqual(told.slice(0, 5));
  });

  it('shows nobody another’s sheet before the class is closed', async () => {
    const leader = await app.visitor().signInAs(jury.leader.key);
    await story(app).holder('Sekretær', 'secretary');
    const office = await app.visitor().signInAs('Sekretær');
    for (const who of [leader, nora, kjell, office]) {
      const refused = await who.get<Refusal>(at(jury.rauma, '/sheets'));
      expect([refused.status, refused.body.refusal]).toEqual([409, 'scoring-open']);
    }
    expect((await office.get(at(jury.rauma))).status).toBe(403);
    expect((await app.visitor().get(at(jury.rauma))).status).toBe(401);
  });

  it('sends one statement for the list and one for an entry beside the session, at 3 entries as at 30', async () => {
    const ofList = await fewestStatements(app, () => nora.get('/api/scoring/entries'));
    const ofEntry = await fewestStatements(app, () => nora.get(at(jury.rauma)));
    expect([ofList.length, ofEntry.length]).toEqual([2, 2]);
    const scene = story(app);
    for (let place = 0; place < 27; place++) {
      const municipality = await scene.municipality(`Kommune ${place}`, 3000);
      const entry = await scene.nomination(jury.edition, municipality, { state: 'in-review' });
      await scene.declare(jury.nora, entry, jury.edition);
      await scene.sheet(jury.nora, entry, jury.edition, 3);
    }
    const longer = await fewestStatements(app, async () => {
      const { body } = await nora.get<MyEntriesView>('/api/scoring/entries');
      expect(body.entries).toHaveLength(30);
    });
    expect(longer.length).toBe(2);
    let version = 3;
    const ofSave = await fewestStatements(app, () =>
      save(nora, jury.kvitsoy, version++, { overall: 6, line: `Kort ${version}` }),
    );
    expect(ofSave.map((one) => one.trim().split(/[\s(]/)[0]?.toLowerCase())).toEqual([
      'select',
      'start',
      'insert',
      'with',
      'with',
      'update',
      'commit',
    ]);
  });

  it('deletes the notes when the edition is archived', async () => {
    await app.get(OwnNotes).sweep();
    expect(await app.db.query('select 1 from private_note')).toHaveLength(1);
    await app.db.query(`update edition set phase = 'archived' where id = $1`, [jury.edition.id]);
    await app.get(OwnNotes).sweep();
    expect(await app.db.query('select 1 from private_note')).toHaveLength(0);
  });
});
