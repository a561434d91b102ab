import { randomUUID } from 'node:crypto';
import type { Ground } from '@award/award';
import type {
  MyDeclarationsView,
  RulingsView,
  SeatImpartialityView,
} from '@award/impartiality/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { fewestStatements } from '../../../apps/api/testing/statements';
import { type SceneNomination, type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Declarations } from './declarations.service';

interface Refusal {
  refusal: string;
}

describe('impartiality', () => {
  let app: TestApp;
  let jury: JuryScene;
  let year = 2030;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    jury = await juryStory(app, { declared: false, year: year++ });
    visitors.clear();
  });

  const as = async (seat: SceneSeat): Promise<Visitor> => {
    const known = visitors.get(seat.key) ?? (await app.visitor().signInAs(seat.key));
    visitors.set(seat.key, known);
    return known;
  };
  const declare = async (
    seat: SceneSeat,
    said: readonly (readonly [SceneNomination, Ground | null])[],
    headers: Record<string, string> = {},
  ) =>
    (await as(seat)).post<MyDeclarationsView & Refusal>(
      '/api/impartiality',
      { declarations: said.map(([one, ground]) => ({ nominationId: one.id, ground })) },
      headers,
    );
  const none = (...entries: SceneNomination[]) => entries.map((one) => [one, null] as const);
  const read = async (seat: SceneSeat, path = '/api/scoring/entries') =>
    (await as(seat)).get<Refusal>(path);
  const rule = async (
    by: SceneSeat,
    seat: SceneSeat,
    entry: SceneNomination,
    outcome: 'recused' | 'impartial',
  ) =>
    (await as(by)).post<RulingsView & Refusal>('/api/impartiality/rulings', {
      seatId: seat.id,
      nominationId: entry.id,
      outcome,
    });
  const rulings = async (seat: SceneSeat) =>
    (await (await as(seat)).get<RulingsView>('/api/impartiality/rulings')).body;
  const confirm = async (seat: SceneSeat, rulingId: string) =>
    (await as(seat)).post<RulingsView & Refusal>(`/api/impartiality/rulings/${rulingId}/confirm`);
  const count = async (table: string) =>
    (
      await app.db.query(`select count(*)::int as n from ${table} where edition_id = $1`, [
        jury.edition.id,
      ])
    )[0].n;

  it('shows what is needed to know of each entry, by municipality, and no title and no text', async () => {
    const { body } = await (await as(jury.nora)).get<MyDeclarationsView>('/api/impartiality');
    expect(body.entries.map((one) => one.municipalityName)).toEqual([
      'Fyresdal',
      'Kvitsøy',
      'Rauma',
    ]);
    expect(body).toMatchObject({ scope: 'class', closedBecause: 'undeclared', undeclared: 3 });
    expect(Object.keys(body.entries[0] ?? {}).sort()).toEqual([
      'contactName',
      'countyName',
      'declaredAt',
      'ground',
      'municipalityName',
      'municipalityNumber',
      'neighbours',
      'nominationId',
      'partners',
      'proposedBy',
      'standing',
      'suggestions',
    ]);
    expect(JSON.stringify(body)).not.toContain('Et godt tiltak');
  });

  it('opens nothing of the class before every entry is declared', async () => {
    const partly = await declare(jury.nora, none(jury.rauma, jury.fyresdal));
    expect([partly.status, partly.body.undeclared]).toEqual([200, 1]);
    for (const path of ['/api/scoring/entries', `/api/scoring/entries/${jury.rauma.id}`]) {
      const closed = await read(jury.nora, path);
      expect([closed.status, closed.body]).toEqual([409, { refusal: 'undeclared' }]);
    }
    const wholly = await declare(jury.nora, none(jury.kvitsoy));
    expect(wholly.body.closedBecause).toBeNull();
    expect((await read(jury.nora)).status).toBe(200);
  });

  it('keeps a ground that its member takes back closed, and before the leader, until there is a ruling', async () => {
    for (const one of jury.members) await declare(one, none(...jury.entries));
    await declare(jury.nora, [[jury.rauma, 'board']]);
    const back = await declare(jury.nora, none(jury.rauma));
    expect(back.body).toMatchObject({ closedBecause: 'ruling-awaited', undeclared: 0 });
    expect((await read(jury.nora)).body).toEqual({ refusal: 'ruling-awaited' });
    expect((await rulings(jury.leader)).awaiting).toMatchObject([
      { seatId: jury.nora.id, nominationId: jury.rauma.id, ground: 'board' },
    ]);
    const ruled = await rule(jury.leader, jury.nora, jury.rauma, 'impartial');
    expect(ruled.body.rulings).toMatchObject([{ ground: 'board', outcome: 'impartial' }]);
    expect((await read(jury.nora)).status).toBe(200);
  });

  it('asks for the seat before it repeats an earlier answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await declare(jury.nora, none(...jury.entries), key)).status).toBe(200);
    expect((await declare(jury.nora, none(...jury.entries), key)).status).toBe(200);
    await app.db.query(`update seat set state = 'left' where id = $1`, [jury.nora.id]);
    const after = await declare(jury.nora, none(...jury.entries), key);
    expect([after.status, after.body]).toEqual([409, { refusal: 'seat-not-active' }]);
  });

  it('closes again when an entry joins the class, however it is declared on the rest', async () => {
    await declare(jury.nora, none(...jury.entries));
    const scene = story(app);
    const late = await scene.nomination(jury.edition, await scene.municipality('Utsira', 220), {
      state: 'eligible',
    });
    expect((await read(jury.nora)).body).toEqual({ refusal: 'undeclared' });
    await declare(jury.nora, none(late));
    expect((await read(jury.nora)).status).toBe(200);
  });

  it('only adds: a changed mind is a new row, a repeated one is none, and twenty clicks are one act', async () => {
    await declare(jury.nora, [[jury.rauma, 'board']]);
    await declare(jury.nora, none(jury.rauma));
    await declare(jury.nora, none(jury.rauma));
    const said = await app.db.query(
      'select answer, ground from declaration where seat_id = $1 order by declared_at',
      [jury.nora.id],
    );
    expect(said).toEqual([
      { answer: 'ground', ground: 'board' },
      { answer: 'none', ground: null },
    ]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => declare(jury.kjell, [[jury.kvitsoy, 'kin']])),
    );
    expect(answers.every((one) => one.status === 200)).toBe(true);
    const rows = await app.db.query('select 1 from declaration where seat_id = $1', [
      jury.kjell.id,
    ]);
    const log = await app.db.query(
      `select facts from audit where act = 'declaration:make' and subject_id = $1`,
      [jury.kjell.id],
    );
    expect([rows.length, log.length]).toEqual([1, 1]);
    expect(log[0].facts).toEqual({ classCode: 'small', declared: 1, grounds: 1 });
    const mails = await app.db.query(
      `select recipient from mail_outbox where template = 'ground-declared' and event_key like $1 order by recipient`,
      [`ground-declared:${jury.kjell.id}:%`],
    );
    expect(mails).toHaveLength(2);
  });

  it('answers a repeated request with what it answered the first time', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await declare(jury.nora, none(jury.rauma), key);
    const again = await declare(jury.nora, none(jury.rauma), key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await declare(jury.nora, none(jury.kvitsoy), key);
    expect(other.body.refusal).toBe('idempotency-mismatch');
  });

  it.each([
    ['an entry of another class', async () => none(jury.arendal), 404, 'not-found'],
    [
      'an entry that does not exist',
      async () => none({ ...jury.rauma, id: randomUUID() }),
      404,
      'not-found',
    ],
    ['an entry twice', async () => [...none(jury.rauma), ...none(jury.rauma)], 400, 'bad-input'],
    ['nothing at all', async () => [], 400, 'bad-input'],
    [
      'a ground that is not on the list',
      async () => [[jury.rauma, 'friend' as Ground] as const],
      400,
      'bad-input',
    ],
  ])('refuses %s', async (_case, said, status, refusal) => {
    const refused = await declare(jury.nora, await said());
    expect([refused.status, refused.body.refusal]).toEqual([status, refusal]);
    const rows = await app.db.query('select 1 from declaration where seat_id = $1', [jury.nora.id]);
    expect(rows).toEqual([]);
  });

  it('refuses declarations outside the phases that ask for them', async () => {
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [jury.edition.id]);
    expect((await declare(jury.nora, none(jury.rauma))).body).toEqual({ refusal: 'wrong-phase' });
  });

  it('closes the class on a ground until it is ruled, and tells the leaders without a name', async () => {
    await declare(jury.nora, [...none(jury.fyresdal, jury.kvitsoy), [jury.rauma, 'employment']]);
    expect((await read(jury.nora)).body).toEqual({ refusal: 'ruling-awaited' });
    expect((await rulings(jury.kjell)).awaiting).toEqual([]);
    await declare(jury.leader, none(...jury.entries));
    const { awaiting, rules } = await rulings(jury.leader);
    expect(rules).toBe(true);
    expect(awaiting).toMatchObject([
      { seatId: jury.nora.id, municipalityName: 'Rauma', ground: 'employment', mayRule: true },
    ]);
    const ruled = await rule(jury.leader, jury.nora, jury.rauma, 'impartial');
    expect([ruled.status, ruled.body.awaiting]).toEqual([200, []]);
    expect((await read(jury.nora)).status).toBe(200);
  });

  it('recuses from the whole class by default, whatever id is asked for, and outranks a new declaration', async () => {
    await declare(jury.nora, none(...jury.entries));
    await rule(jury.leader, jury.nora, jury.rauma, 'recused');
    for (const entry of [jury.rauma, jury.kvitsoy]) {
      const closed = await read(jury.nora, `/api/scoring/entries/${entry.id}`);
      expect([closed.status, closed.body]).toEqual([409, { refusal: 'recused' }]);
    }
    expect((await read(jury.nora)).body).toEqual({ refusal: 'recused' });
    await declare(jury.nora, [[jury.rauma, 'other']]);
    await declare(jury.nora, none(jury.rauma));
    expect((await read(jury.nora)).body).toEqual({ refusal: 'recused' });
    await rule(jury.leader, jury.nora, jury.rauma, 'impartial');
    expect((await read(jury.nora)).status).toBe(200);
  });

  it('closes again on a ground that surfaces after a ruling', async () => {
    await declare(jury.nora, [...none(jury.fyresdal, jury.kvitsoy), [jury.rauma, 'employment']]);
    await rule(jury.leader, jury.nora, jury.rauma, 'impartial');
    await declare(jury.nora, [[jury.rauma, 'board']]);
    expect((await read(jury.nora)).body).toEqual({ refusal: 'ruling-awaited' });
  });

  it.each([
    [
      'a member who does not lead',
      () => [jury.kjell, jury.nora, jury.rauma] as const,
      403,
      'not-permitted',
    ],
    [
      'the leader on the own seat',
      () => [jury.leader, jury.leader, jury.rauma] as const,
      409,
      'rules-on-self',
    ],
    [
      'on an entry of another class',
      () => [jury.leader, jury.nora, jury.arendal] as const,
      404,
      'not-found',
    ],
    [
      'on a seat of another class',
      () => [jury.leader, jury.stranger, jury.rauma] as const,
      404,
      'not-found',
    ],
    [
      'a leader of another class',
      () => [jury.stranger, jury.nora, jury.rauma] as const,
      403,
      'not-permitted',
    ],
  ])('refuses a ruling by or on %s', async (_case, who, status, refusal) => {
    const [by, seat, entry] = who();
    const refused = await rule(by, seat, entry, 'recused');
    expect([refused.status, refused.body.refusal]).toEqual([status, refusal]);
    expect(await count('ruling')).toBe(0);
  });

  it('refuses a leader under question, and lets the deputy leader rule on the leader', async () => {
    await declare(jury.leader, [...none(jury.fyresdal, jury.kvitsoy), [jury.rauma, 'kin']]);
    expect((await rule(jury.leader, jury.nora, jury.rauma, 'recused')).body.refusal).toBe(
      'under-question',
    );
    const ruled = await rule(jury.nils, jury.leader, jury.rauma, 'recused');
    expect(ruled.status).toBe(200);
    expect((await rulings(jury.leader)).rulings.map((one) => one.seatId)).toEqual([jury.leader.id]);
  });

  it('rules once under twenty clicks: one row, one log entry, one mail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rule(jury.leader, jury.nora, jury.rauma, 'recused')),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.body.refusal === 'nothing-to-rule')).toHaveLength(19);
    const log = await app.db.query(
      `select 1 from audit where act = 'ruling:make' and edition_id = $1`,
      [jury.edition.id],
    );
    const mails = await app.db.query(
      `select 1 from mail_outbox where template = 'ruling-made' and edition_id = $1`,
      [jury.edition.id],
    );
    expect([await count('ruling'), log.length, mails.length]).toEqual([1, 1, 1]);
  });

  it('is confirmed by the others, without the member concerned and without who is under question', async () => {
    await rule(jury.leader, jury.nora, jury.rauma, 'recused');
    const [ruling] = (await rulings(jury.kjell)).rulings;
    expect(ruling).toMatchObject({
      confirmedAt: null,
      confirmations: 0,
      needed: 1,
      mayConfirm: true,
    });
    const id = ruling?.id ?? '';
    expect((await confirm(jury.nora, id)).body.refusal).toBe('rules-on-self');
    expect((await confirm(jury.leader, id)).body.refusal).toBe('nothing-to-rule');
    expect((await confirm(jury.stranger, id)).body).toEqual({ refusal: 'not-found' });
    await declare(jury.nils, [[jury.kvitsoy, 'office']]);
    expect((await confirm(jury.nils, id)).body.refusal).toBe('under-question');
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(jury.kjell, id)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    const after = (await rulings(jury.leader)).rulings[0];
    expect(after?.confirmedAt).not.toBeNull();
    expect((await confirm(jury.kjell, id)).body.refusal).toBe('nothing-to-rule');
  });

  it('tells the secretariat how far each seat has come: never which entry, never which ground', async () => {
    await declare(jury.nora, [...none(jury.fyresdal, jury.kvitsoy), [jury.rauma, 'spouse']]);
    const office = await app.visitor().signInAs('Sekretær');
    const path = `/api/editions/${jury.edition.id}/panels/small/impartiality`;
    const { body } = await office.get<SeatImpartialityView[]>(path);
    expect(body.find((one) => one.seatId === jury.nora.id)).toEqual({
      seatId: jury.nora.id,
      declared: 3,
      entries: 3,
      awaitingRuling: 1,
      recused: false,
    });
    expect(JSON.stringify(body)).not.toMatch(/spouse|Rauma/);
    expect(JSON.stringify(body)).not.toContain(jury.rauma.id);
    expect((await read(jury.nora, path)).status).toBe(403);
    expect((await read(jury.leader, path.replace('small', 'large'))).status).toBe(404);
  });

  it('forgets what is told of relations when the edition is archived, and keeps who stepped out', async () => {
    await declare(jury.nora, [[jury.rauma, 'spouse']]);
    await rule(jury.leader, jury.nora, jury.rauma, 'recused');
    await app.get(Declarations).sweep();
    expect(await count('declaration')).toBe(1);
    await app.db.query(`update edition set phase = 'archived' where id = $1`, [jury.edition.id]);
    await app.get(Declarations).sweep();
    expect([await count('declaration'), await count('ruling')]).toEqual([0, 1]);
  });

  it('sends a fixed number of statements for the list and the rulings', async () => {
    const nora = await as(jury.nora);
    const list = () => fewestStatements(app, () => nora.get('/api/impartiality'));
    const made = () => fewestStatements(app, () => nora.get('/api/impartiality/rulings'));
    const before = [(await list()).length, (await made()).length];
    const scene = story(app);
    for (let place = 0; place < 10; place++)
      await scene.nomination(jury.edition, await scene.municipality(`Kommune ${place}`, 900), {
        state: 'eligible',
      });
    await rule(jury.leader, jury.kjell, jury.rauma, 'recused');
    expect([(await list()).length, (await made()).length]).toEqual(before);
  });
});
