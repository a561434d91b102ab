import type {
  ClearancesView,
  MyStagePartyView,
  RunSheetView,
  StageControlView,
  StagePlanView,
  StageView,
} from '@award/publication/contract';
import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
  type SceneEntry,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import { Jobs } from '@award/jobs/api';

const PERSON = { name: 'Ola Nordli', role: 'Ordfører', said: 'O-la', photo: true };
const PARTY = { said: 'Fjord-vik', people: [PERSON], needs: 'Rullestol', lockVersion: 0 };

interface Refusal {
  refusal?: string;
}

describe('who comes on stage', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;
  let keyholderId: string;
  let year = 2027;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    keyholderId = await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await app.visitor().signInAs('keyholder');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.query(`update installation set clock_offset = '0'`);
    scene = await judgedEdition(app, (year += 1));
    await decide(app, scene);
  });

  const entry = (list: SceneEntry[], at: number): SceneEntry => {
    const found = list[at];
    if (!found) throw new Error(`no entry ${at}`);
    return found;
  };
  async function municipality({ municipalityId, name }: SceneEntry): Promise<Visitor> {
    const key = `${name}-${year}`;
    await story(app).holder(key, 'municipality-editor', {
      editionId: scene.edition.id,
      municipalityId,
    });
    return app.visitor().signInAs(key);
  }
  const plan = () => `/api/stage-plan/${scene.edition.id}`;
  const in_ = (hours: number) =>
    new Date(performance.timeOrigin + performance.now() + hours * 3.6e6).toISOString();
  const ask = (hours = 100, as = secretary) =>
    as.post<StagePlanView & Refusal>(`${plan()}/call`, { dueAt: in_(hours) });
  const mine = async (as: Visitor) =>
    (await as.get<MyStagePartyView>('/api/stage-plan/mine')).body.call;
  const save = (as: Visitor, body: object = PARTY) =>
    as.put<MyStagePartyView & Refusal>('/api/stage-plan/mine', body);
  const mails = async (template: string): Promise<string[]> =>
    (
      await app.db.query(
        `select recipient from mail_outbox where template = $1 and edition_id = $2 order by recipient`,
        [template, scene.edition.id],
      )
    ).map(({ recipient }: { recipient: string }) => recipient);

  it('is asked of the finalists alike, after they are told, and of nobody else', async () => {
    expect((await ask()).body).toEqual({ refusal: 'wrong-phase' });
    await publishFinalists(app, scene);
    expect((await ask(-1)).body).toEqual({ refusal: 'timetable-order' });
    expect((await ask(100, keyholder)).status).toBe(403);
    const asked = await ask();
    expect(asked.body.classes.map(({ finalists }) => finalists.map((one) => one.party))).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(await mails('publication.stage-call')).toEqual([
      'post@elvestad.example',
      'post@fjordvik.example',
      'post@havna.example',
      'post@nesdal.example',
      'post@solvang.example',
      'post@storby.example',
    ]);
    const calls = await Promise.all(
      [0, 1].map(async (at) => mine(await municipality(entry(scene.small, at)))),
    );
    expect(JSON.stringify(calls[0]).replace('Fjordvik', 'X')).toBe(
      JSON.stringify(calls[1]).replace('Nesdal', 'X'),
    );
    const other = await municipality(entry(scene.small, 3));
    expect(await mine(other)).toBeNull();
    expect((await save(other)).status).toBe(404);
  });

  it('is answered by the municipality, and put right by the secretariat, never one over the other', async () => {
    await publishFinalists(app, scene);
    await ask();
    const fjordvik = await municipality(entry(scene.small, 0));
    expect((await save(fjordvik, { ...PARTY, people: [] })).status).toBe(400);
    expect((await save(fjordvik, { ...PARTY, people: [{ ...PERSON, name: ' ' }] })).status).toBe(
      400,
    );
    expect((await save(fjordvik)).body.call?.party).toMatchObject({
      said: 'Fjord-vik',
      people: [PERSON],
      lockVersion: 1,
    });
    expect((await save(fjordvik)).body).toMatchObject({ refusal: 'stale-save' });
    const of = `${plan()}/parties/${entry(scene.small, 0).id}`;
    const right = { ...PARTY, said: 'Fjor-vik', lockVersion: 1 };
    expect((await keyholder.put(of, right)).status).toBe(403);
    expect((await secretary.put(of, right)).status).toBe(204);
    expect((await save(fjordvik, { ...PARTY, lockVersion: 1 })).body).toMatchObject({
      refusal: 'stale-save',
    });
    expect(
      (await secretary.put(`${plan()}/parties/${entry(scene.small, 3).id}`, PARTY)).status,
    ).toBe(404);
    const { body } = await keyholder.get<StagePlanView>('/api/stage-plan');
    expect(body.edition.id).toBeDefined();
    const seen = (await keyholder.get<RunSheetView>(`${plan()}/run-sheet`)).body;
    expect(seen.classes[0]?.finalists[0]?.party).toMatchObject({
      said: 'Fjor-vik',
      lockVersion: 2,
    });
    const acts = await app.db.query(
      `select facts from audit where act = 'stage:register' and edition_id = $1 order by seq`,
      [scene.edition.id],
    );
    expect(JSON.stringify(acts)).not.toMatch(/Nordli|Rullestol|Fjor/);
    expect(acts.length).toBe(2);
  });

  it.each([
    [-20, 200],
    [1, 409],
  ])('%d seconds from the end the answer is %d', async (seconds, status) => {
    await publishFinalists(app, scene);
    await ask();
    const nesdal = await municipality(entry(scene.small, 1));
    await app.db.query(
      `update installation set clock_offset = (select due_at from stage_call where edition_id = $1) + make_interval(secs => $2) - clock_timestamp()`,
      [scene.edition.id, seconds],
    );
    expect((await save(nesdal)).status).toBe(status);
    expect((await mine(nesdal))?.closed).toBe(status === 409 ? 'past-deadline' : null);
  });

  it('reminds who has not answered, once when the end is near and once a day by hand', async () => {
    await publishFinalists(app, scene);
    await ask(50);
    await save(await municipality(entry(scene.small, 0)));
    await app.get(Jobs).minute();
    expect(await mails('publication.stage-reminder')).toEqual([]);
    await story(app).moveClock('3 hours');
    await app.get(Jobs).minute();
    await app.get(Jobs).minute();
    const reminded = await mails('publication.stage-reminder');
    expect(reminded.length).toBe(5);
    expect(reminded).not.toContain('post@fjordvik.example');
    const by = () => secretary.post<{ reminded: number }>(`${plan()}/remind`, {});
    expect((await by()).body).toEqual({ reminded: 5 });
    await by();
    expect((await mails('publication.stage-reminder')).length).toBe(10);
  });

  describe('the cards', () => {
    const sheet = async (as: Visitor) =>
      (await as.get<RunSheetView>(`${plan()}/run-sheet`)).body.classes.map(
        ({ winners, closed }) => [winners?.map(({ municipality: name }) => name) ?? null, closed],
      );
    const clear = (body: object, as = secretary) =>
      as.post<ClearancesView & Refusal>(`${plan()}/clearances`, {
        name: 'Pia Programleder',
        part: 'presenter',
        organisation: '',
        knows: 'winners',
        classCode: 'small',
        personId: null,
        ...body,
      });
    const CLOSED = [null, 'not-cleared'];

    it('name no winner to anyone who is not on the list, until two keys are turned', async () => {
      await publishFinalists(app, scene);
      expect(await sheet(secretary)).toEqual([CLOSED, CLOSED]);
      expect(await sheet(keyholder)).toEqual([CLOSED, CLOSED]);
      const listed = (await clear({ personId: keyholderId })).body;
      expect(await sheet(keyholder)).toEqual([[['Fjordvik'], null], CLOSED]);
      expect(await sheet(secretary)).toEqual([CLOSED, CLOSED]);
      await secretary.post(`${plan()}/clearances/${listed.clearances[0]?.id}/end`, {});
      expect(await sheet(keyholder)).toEqual([CLOSED, CLOSED]);
      await announceWinner(app, scene, 'large');
      expect(await sheet(keyholder)).toEqual([CLOSED, [['Storby'], null]]);
      const room = `/api/releases/${scene.edition.id}`;
      await secretary.post(`${room}/seal`, { scope: 'small', releaseAt: null });
      const [record] = await app.db.query(
        `select id, sha256 from sealed_record where edition_id = $1 and scope = 'small'`,
        [scene.edition.id],
      );
      const turn = (as: Visitor) =>
        as.post(`/api/releases/records/${record.id}/arm`, {
          sha256: record.sha256,
          releaseAt: null,
        });
      await turn(secretary);
      expect((await sheet(secretary))[0]).toEqual(CLOSED);
      await turn(keyholder);
      expect((await sheet(secretary))[0]).toEqual([['Fjordvik'], null]);
    });

    it('hold nothing of finalists before they are out', async () => {
      const { body } = await keyholder.get<RunSheetView>(`${plan()}/run-sheet`);
      expect(JSON.stringify(body)).not.toMatch(/Fjordvik|Storby/);
    });

    it('go by presenters and notes that nobody overwrites', async () => {
      const body = { presenters: 'Kari og Per', note: 'Inn fra venstre', lockVersion: 0 };
      const of = `${plan()}/classes/small`;
      expect((await secretary.put(of, body)).status).toBe(200);
      expect((await secretary.put(of, body)).body).toMatchObject({ refusal: 'stale-save' });
      expect((await keyholder.put(of, { ...body, lockVersion: 1 })).status).toBe(403);
      const seen = (await keyholder.get<RunSheetView>(`${plan()}/run-sheet`)).body;
      expect(seen.classes[0]).toMatchObject({ presenters: 'Kari og Per', note: 'Inn fra venstre' });
    });

    it('and the list of who knows says who does not see a class, and what they could read before', async () => {
      const shut = async (key: string, role: 'secretary' | 'release-keyholder', offset: string) => {
        const id = await story(app).holder(`${key}-${year}`, role, { editionId: scene.edition.id });
        await app.db.query(
          `update role_grant set granted_at = granted_at - interval '1 day' where person_id = $1`,
          [id],
        );
        await app.db.query(
          `insert into office_declaration (person_id, nomination_id, edition_id, ground, declared_at)
           values ($1, $2, $3, 'kin', award_now() + $4::interval)`,
          [id, entry(scene.small, 2).id, scene.edition.id, offset],
        );
        return id;
      };
      await shut('early', 'secretary', '-1 hour');
      const late = await shut('late', 'release-keyholder', '0 hours');
      await clear({ name: 'Sen', personId: late });
      const listed = async (as: Visitor) => {
        const { body } = await as.get<ClearancesView>(`${plan()}/clearances`);
        const [named] = body.clearances;
        const closedTo = (name: string) => body.byRole.find((one) => one.name === name)?.closed;
        return {
          early: closedTo(`early-${year}`),
          late: closedTo(`late-${year}`),
          other: closedTo('secretary'),
          named: named?.closed,
        };
      };
      const none = { className: 'Små kommuner', handed: null };
      const [{ decided }] = await app.db.query(
        `select sealed_at as decided from decision where edition_id = $1 and class_code = 'small' and kind = 'winner'`,
        [scene.edition.id],
      );
      const before = { knows: 'winners', at: decided.toISOString() };
      expect(await listed(secretary)).toEqual({
        early: [none],
        late: [{ ...none, handed: before }],
        other: [],
        named: [none],
      });
      const early = await app.visitor().signInAs(`early-${year}`);
      expect((await listed(early)).late).toEqual([none]);
    });

    it('and the list of who knows has name and time, and journalists for finalists only', async () => {
      expect((await clear({ part: 'journalist' })).body).toMatchObject({ refusal: 'not-cleared' });
      expect((await clear({ classCode: 'middle' })).body).toMatchObject({
        refusal: 'unknown-class',
      });
      expect((await clear({}, keyholder)).status).toBe(403);
      const stranger = await story(app).person(`Fremmed ${year}`);
      expect((await clear({ personId: stranger })).status).toBe(404);
      await clear({ name: 'Jon', part: 'journalist', knows: 'finalists', organisation: 'Avisa' });
      const seat = await story(app).seat(scene.edition, 'small', `Juror ${year}`);
      const { body } = await clear({});
      expect(body.clearances.map(({ name, knows, className }) => [name, knows, className])).toEqual(
        [
          ['Jon', 'finalists', null],
          ['Pia Programleder', 'winners', 'Små kommuner'],
        ],
      );
      expect(body.byRole.map(({ part }) => part)).toEqual([
        'juror',
        'release-keyholder',
        'secretary',
      ]);
      const first = entry(scene.small, 0);
      const leader = await story(app).seat(scene.edition, 'small', `Leder ${year}`, {
        role: 'leader',
      });
      await story(app).rule(leader, seat, first, scene.edition, 'recused');
      const after = await secretary.get<ClearancesView>(`${plan()}/clearances`);
      expect(
        after.body.byRole.flatMap(({ part, endedAt }) =>
          part === 'juror' ? [endedAt === null] : [],
        ),
      ).toEqual([false, true]);
      await publishFinalists(app, scene);
      expect((await clear({ part: 'other', knows: 'finalists' })).body).toMatchObject({
        refusal: 'already-released',
      });
    });
  });

  describe('the screens', () => {
    const stage = () => `/api/stage/${scene.edition.id}`;

    it('rehearse with invented names on a place of their own, and release nothing', async () => {
      const { body } = await keyholder.get<StageView>(`${stage()}/rehearsal`);
      expect(body.rehearsal).toBe(true);
      expect(JSON.stringify(body)).not.toMatch(/Fjordvik|Storby|Eksempelfylke/);
      expect(body.steps.flatMap((step) => (step.kind === 'reveal' ? [step.recordId] : []))).toEqual(
        [null, null],
      );
      const moved = { step: 4, blank: true, held: true };
      const there = await keyholder.put<StageControlView>(`${stage()}/rehearsal/control`, moved);
      expect(there.body).toMatchObject({ ...moved, sequence: 1 });
      const real = await keyholder.get<StageControlView>(`${stage()}/control`);
      expect(real.body).toMatchObject({ step: 0, held: false, sequence: 0 });
    });

    it('say in each language what is said, and no more than the step itself', async () => {
      await publishFinalists(app, scene);
      const { body } = await keyholder.get<StageView>(stage());
      expect(body.captions.length).toBe(body.steps.length);
      expect(body.captions[2]?.words.nn).toBe(
        'Finalistane i kategorien Små kommuner er Fjordvik, Nesdal og Solvang.',
      );
      expect(body.captions[4]?.words.nb).not.toContain('Fjordvik');
    });

    it('are handed the winner when two keys are turned, but not to whom the class is closed', async () => {
      await publishFinalists(app, scene);
      await secretary.post(`/api/releases/${scene.edition.id}/seal`, {
        scope: 'small',
        releaseAt: null,
      });
      const [record] = await app.db.query(
        `select id, sha256 from sealed_record where edition_id = $1 and scope = 'small'`,
        [scene.edition.id],
      );
      for (const one of [secretary, keyholder])
        await one.post(`/api/releases/records/${record.id}/arm`, {
          sha256: record.sha256,
          releaseAt: null,
        });
      const told = (await keyholder.get<StageView>(stage())).body;
      expect(told.classes[0]?.notReady).toBeNull();
      expect(told.steps[4]).toMatchObject({ kind: 'reveal', winners: ['Fjordvik'] });

      const recusedId = await story(app).holder(`recused-${year}`, 'release-keyholder');
      await app.db.query(
        `insert into office_declaration (person_id, nomination_id, edition_id, ground) values ($1, $2, $3, 'kin')`,
        [recusedId, entry(scene.small, 1).id, scene.edition.id],
      );
      const recused = await app.visitor().signInAs(`recused-${year}`);
      const { classes, steps, captions } = (await recused.get<StageView>(stage())).body;
      expect(classes.map(({ notReady }) => notReady)).toEqual(['recused', 'not-sealed']);
      expect(steps[3]).toMatchObject({ kind: 'silence', stageTexts: [] });
      expect(steps[4]).toMatchObject({ kind: 'reveal', winners: [] });
      expect(steps.at(-1)).toMatchObject({ kind: 'end', winners: [] });
      expect(JSON.stringify(captions.slice(3))).not.toContain('Fjordvik');
      const press = { recordIds: [record.id] };
      expect((await secretary.post(`/api/releases/${scene.edition.id}/press`, press)).status).toBe(
        200,
      );
      const out = (await recused.get<StageView>(stage())).body;
      expect(out.steps[4]).toMatchObject({ winners: ['Fjordvik'] });
    });

    it('have a delay for the live page, at most 90 seconds, with the captions', async () => {
      const set = (liveDelay: number) =>
        keyholder.put<StageControlView>(`${stage()}/settings`, { liveDelay, captions: 'nn' });
      expect((await set(91)).status).toBe(400);
      expect((await set(-1)).status).toBe(400);
      expect((await set(25)).body).toMatchObject({ liveDelay: 25, captions: 'nn', step: 0 });
    });
  });
});
