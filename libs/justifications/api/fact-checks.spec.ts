import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import type { JustificationView, MyFactCheckView } from '@award/justifications/contract';

interface Answered {
  refusal?: string;
  asked?: number;
}

describe('the finalists check the facts', () => {
  let app: TestApp;
  let at: DeliberationScene;
  let secretary: Visitor;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    secretary = await app.visitor().signInAs('secretary');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.query(`update installation set clock_offset = '0'`);
    at = await deliberationScene(app, { year: (year += 1) });
    await meet(at);
    await decideFinalists(at);
  });

  const write = async (
    letter: string,
    lockVersion = 0,
    text = `Eksempel ${letter} fikk det til.`,
  ) => {
    const path = `${at.path}/justifications/${ids(at, letter)[0]}`;
    const body = { lockVersion, text, stageText: '', internalNote: 'Internt.' };
    expect((await at.as.ks.put(path, body)).status).toBe(200);
  };
  const ask = (dueAt = in_(48), as = secretary) =>
    as.post<Answered>(`${at.path}/fact-checks`, { dueAt });
  const in_ = (hours: number) =>
    new Date(performance.timeOrigin + performance.now() + hours * 3.6e6).toISOString();
  async function municipality(letter: string): Promise<Visitor> {
    const { municipalityId } = entryOf(at, letter);
    const key = `${letter}-${year}-${Math.random()}`;
    await story(app).holder(key, 'municipality-editor', {
      editionId: at.edition.id,
      municipalityId,
    });
    return app.visitor().signInAs(key);
  }
  const mine = async (as: Visitor) =>
    (await as.get<MyFactCheckView>('/api/fact-checks/mine')).body.check;
  const answer = (as: Visitor, id: string, body: object) =>
    as.post<Answered>(`/api/fact-checks/${id}/answer`, body);

  it('are asked all at once, when every text is there, by the secretariat alone', async () => {
    await write('A');
    await write('B');
    expect((await ask()).body).toEqual({ refusal: 'text-too-short' });
    await write('C');
    expect((await ask(in_(48), at.as.leader)).status).toBe(403);
    expect((await ask(in_(-1))).body).toEqual({ refusal: 'timetable-order' });
    expect((await ask()).body).toEqual({ asked: 3 });
    expect((await ask()).body).toEqual({ asked: 0 });
    await write('B', 1, 'Eksempel B fikk det til sammen.');
    expect((await ask()).body).toEqual({ asked: 1 });
  });

  it('get a mail that tells no outcome, and see their own words and nothing else', async () => {
    for (const letter of 'ABC') await write(letter);
    await ask();
    const mails: { words: object; language: string }[] = await app.db.query(
      `select words, language from mail_outbox where template = 'fact-check' and edition_id = $1`,
      [at.edition.id],
    );
    expect(mails.length).toBeGreaterThanOrEqual(1);
    for (const { words } of mails)
      expect(Object.keys(words).sort()).toEqual(['due', 'municipality']);
    const check = await mine(await municipality('A'));
    expect(check).toMatchObject({
      state: 'asked',
      text: 'Eksempel A fikk det til.',
      writtenForm: 'nb',
      mayAnswer: true,
    });
    expect(JSON.stringify(check)).not.toMatch(/Internt|winner|position|Eksempel B/);
    expect(await mine(await municipality('E'))).toBeNull();
  });

  it('answer once and in time; what was asked and answered is kept beside later words', async () => {
    for (const letter of 'ABC') await write(letter);
    await ask();
    const a = await municipality('A');
    const id = (await mine(a))?.id ?? '';
    expect((await answer(a, id, { answer: 'remarks', remarks: ' ' })).body).toEqual({
      refusal: 'reason-required',
    });
    expect(
      (await answer(await municipality('B'), id, { answer: 'fine', remarks: '' })).status,
    ).toBe(404);
    expect(
      (await answer(a, id, { answer: 'remarks', remarks: 'Det var 12, ikke 10.' })).status,
    ).toBe(204);
    expect((await answer(a, id, { answer: 'fine', remarks: '' })).body).toEqual({
      refusal: 'already-decided',
    });
    await write('A', 1, 'Eksempel A fikk 12 til.');
    const { body } = await at.as.leader.get<JustificationView>(
      `${at.path}/justifications/${ids(at, 'A')[0]}`,
    );
    expect(body.text).toBe('Eksempel A fikk 12 til.');
    expect(body.factChecks).toMatchObject([
      { state: 'remarks', remarks: 'Det var 12, ikke 10.', text: 'Eksempel A fikk det til.' },
    ]);
    await expect(
      app.db.query(`update fact_check set remarks = 'Annet.' where id = $1`, [id]),
    ).rejects.toThrow();
    const log = await app.db.query(
      `select facts from audit where act = 'fact-check:answer' and subject_id = $1`,
      [id],
    );
    expect(log.map(({ facts }: { facts: object }) => facts)).toEqual([
      { nominationId: ids(at, 'A')[0], answer: 'remarks' },
    ]);
  });

  it.each([
    [-1, 204],
    [1, 409],
  ])('%d seconds from the end: %d', async (seconds, status) => {
    for (const letter of 'ABC') await write(letter);
    await ask();
    const a = await municipality('A');
    const id = (await mine(a))?.id ?? '';
    await app.db.query(
      `update installation set clock_offset = (select due_at from fact_check where id = $1) + make_interval(secs => $2) - clock_timestamp()`,
      [id, seconds > 0 ? seconds : seconds * 20],
    );
    expect((await answer(a, id, { answer: 'fine', remarks: '' })).status).toBe(status);
    if (status === 409) expect(await mine(a)).toMatchObject({ state: 'silent', mayAnswer: false });
  });
});
