import { extractText, getDocumentProxy } from 'unpdf';
import { wholeContent } from '@award/award';
import type { SuccessorsView } from '@award/eligibility/contract';
import { readersOfMunicipality } from '@award/nominations/api';
import type {
  DiplomaLine,
  EditionPageView,
  OutcomeView,
  ReleaseRoomView,
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
import { PublicWatch } from '../public-watch.service';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import { Outcomes } from './outcomes.service';

describe('how it went', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let year = 2027;
  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    secretary = await app.visitor().signInAs('secretary');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    scene = await judgedEdition(app, (year += 1));
    await decide(app, scene);
  });

  const of = (list: SceneEntry[], at: number): SceneEntry => {
    const entry = list[at];
    if (!entry) throw new Error(`no entry ${at}`);
    return entry;
  };
  async function municipality({ municipalityId, name }: SceneEntry): Promise<Visitor> {
    const key = `${name}-${year}`;
    await story(app).holder(key, 'municipality-submitter', {
      editionId: scene.edition.id,
      municipalityId,
    });
    return app.visitor().signInAs(key);
  }
  const outcome = async (as: Visitor) =>
    (await as.get<OutcomeView>('/api/nominations/mine/outcome')).body;

  it('is the same for all before the release, whatever has been decided', async () => {
    const views: string[] = [];
    for (const at of [0, 1, 3]) {
      const entry = of(scene.small, at);
      const as = await municipality(entry);
      const view = await outcome(as);
      views.push(JSON.stringify(view).replaceAll(entry.name, 'X'));
      expect((await as.file(`/api/nominations/${entry.id}/diploma`)).status).toBe(404);
    }
    expect(new Set(views).size).toBe(1);
    expect(JSON.parse(views[0] ?? '')).toMatchObject({
      state: 'waiting',
      justification: null,
      diploma: null,
    });
    const lines = await secretary.get<DiplomaLine[]>(`/api/editions/${scene.edition.id}/diplomas`);
    expect(lines.body).toEqual([]);
  });

  it('is told in two steps, and the other class’s winner tells nothing of this one', async () => {
    const [first, second, last] = [0, 1, 3].map((at) => of(scene.small, at)) as SceneEntry[];
    if (!first || !second || !last) throw new Error('no scene');
    const [winner, finalist, other] = await Promise.all([first, second, last].map(municipality));
    if (!winner || !finalist || !other) throw new Error('nobody');
    await publishFinalists(app, scene);
    await announceWinner(app, scene, 'large');
    const early = [await outcome(winner), await outcome(finalist)];
    expect(early.map(({ state, announced, diploma }) => [state, announced, diploma])).toEqual([
      ['finalist', false, null],
      ['finalist', false, null],
    ]);
    expect((await winner.file(`/api/nominations/${first.id}/diploma`)).status).toBe(404);
    expect(await outcome(other)).toMatchObject({ state: 'not-finalist', justification: null });
    await announceWinner(app, scene, 'small');
    expect(await outcome(winner)).toMatchObject({
      state: 'winner',
      justification: 'Juryen legger vekt på arbeidet i Fjordvik.',
    });
    expect(await outcome(finalist)).toMatchObject({ state: 'finalist', announced: true });
    expect(await outcome(other)).toMatchObject({ state: 'not-finalist', diploma: null });
  });

  it('tells the others what the jury wrote to them, once sealed and with the winner of the class', async () => {
    const entry = of(scene.small, 3);
    const as = await municipality(entry);
    await publishFinalists(app, scene);
    await app.db.query(
      `insert into justification (kind, nomination_id, edition_id, class_code, written_form, text)
       values ('feedback', $1, $2, 'small', 'nn', 'Bygg vidare på samarbeidet.')`,
      [entry.id, scene.edition.id],
    );
    const seal = () =>
      app.db.query(
        `update justification set state = 'sealed', sealed_at = award_now(), sha256 = repeat('0', 64)
         where nomination_id = $1`,
        [entry.id],
      );
    await seal();
    expect(await outcome(as)).toMatchObject({ feedback: null, writtenForm: null });
    await announceWinner(app, scene, 'small');
    expect(await outcome(as)).toMatchObject({
      state: 'not-finalist',
      feedback: 'Bygg vidare på samarbeidet.',
      writtenForm: 'nn',
      justification: null,
    });
  });

  it('a winner who withdraws after the sealing is not announced; the page says that it has withdrawn', async () => {
    await story(app).holder(`key-${year}`, 'release-keyholder');
    const keyholder = await app.visitor().signInAs(`key-${year}`);
    const root = `/api/releases/${scene.edition.id}`;
    await publishFinalists(app, scene);
    const sealed = await secretary.post(`${root}/seal`, { scope: 'small', releaseAt: null });
    expect(sealed.status).toBe(200);
    const item = async () => {
      const { items } = (await secretary.get<ReleaseRoomView>(root)).body;
      const found = items.find(({ scope }) => scope === 'small');
      if (!found?.sealed) throw new Error('not sealed');
      return { ...found, sealed: found.sealed };
    };
    const { id, sha256 } = (await item()).sealed;
    for (const one of [secretary, keyholder])
      await one.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt: null });
    const winner = of(scene.small, 0);
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [winner.id]);
    const pressed = await secretary.post(`${root}/press`, { recordIds: [id] });
    expect([pressed.status, pressed.body]).toEqual([409, { refusal: 'entry-withdrawn' }]);
    const unmet = (await item()).conditions.filter(({ met }) => !met);
    expect(unmet.map(({ code, reason }) => [code, reason])).toContainEqual([
      'winner-decided',
      'entry-withdrawn',
    ]);
    const page = `/api/public/editions/${year}`;
    const { body } = await app.visitor().get<EditionPageView>(page);
    expect(body.classes[0]?.finalists[0]).toMatchObject({
      name: 'Fjordvik',
      winner: false,
      justification: 'Juryen legger vekt på arbeidet i Fjordvik.',
      withdrawnAt: expect.any(String),
    });
  });

  it('the municipality that another has gone into mid-year receives the prize; pages show its name now', async () => {
    await publishFinalists(app, scene);
    await announceWinner(app, scene, 'small');
    const winner = of(scene.small, 0);
    const successor = await story(app).municipality('Nyfjord', 12000);
    const key = `nyfjord-${year}`;
    await story(app).holder(key, 'municipality-submitter', {
      editionId: scene.edition.id,
      municipalityId: successor,
    });
    const as = await app.visitor().signInAs(key);
    expect((await outcome(as)).state).toBe('not-in-competition');
    await app.db.query(
      `insert into succession (from_id, to_id, on_date, kind) values ($1, $2, make_date($3, 6, 1), 'merged')`,
      [winner.municipalityId, successor, year],
    );
    await app.db.query(
      'update municipality_version set valid_to = make_date($2, 6, 1) where municipality_id = $1',
      [winner.municipalityId, year],
    );
    const told = await outcome(as);
    expect([told.state, told.announced]).toEqual(['winner', true]);
    expect((await as.file(told.diploma ?? '')).status).toBe(200);
    const other = await municipality(of(scene.small, 1));
    expect((await other.file(told.diploma ?? '')).status).toBe(404);
    await app.get(PublicWatch).catchUp();
    const { body } = await app.visitor().get<EditionPageView>(`/api/public/editions/${year}`);
    expect(body.classes[0]?.finalists[0]).toMatchObject({ name: 'Fjordvik', nameNow: 'Nyfjord' });
  });

  it('of one that was divided mid-year, the municipality that is named answers for the entry and receives the prize', async () => {
    await publishFinalists(app, scene);
    await announceWinner(app, scene, 'small');
    const winner = of(scene.small, 0);
    const people = [];
    for (const name of ['Ytrefjord', 'Indrefjord']) {
      const municipalityId = await story(app).municipality(name, 6000);
      people.push({
        municipalityId,
        as: await municipality({ ...winner, name, municipalityId }),
      });
      await app.db.query(
        `insert into succession (from_id, to_id, on_date, kind, share) values ($1, $2, make_date($3, 6, 1), 'divided', 0.5)`,
        [winner.municipalityId, municipalityId, year],
      );
    }
    const [outer, inner] = people as [(typeof people)[number], (typeof people)[number]];
    const at = `/api/eligibility/entries/${winner.id}/successor`;
    const name = (municipalityId: string, reason = 'De ansatte gikk dit.', as = secretary) =>
      as.post<SuccessorsView & { refusal: string }>(at, { municipalityId, reason });
    const states = async () => [(await outcome(outer.as)).state, (await outcome(inner.as)).state];
    const seen = await secretary.get<SuccessorsView>(`${at}s`);
    expect(seen.body.candidates.map((one) => one.name)).toEqual(['Indrefjord', 'Ytrefjord']);
    expect([seen.body.named, await states()]).toEqual([
      null,
      ['not-in-competition', 'not-in-competition'],
    ]);
    expect((await name(outer.municipalityId, ' ')).body.refusal).toBe('reason-required');
    expect((await name(winner.municipalityId)).body.refusal).toBe('unknown-municipality');
    expect((await name(outer.municipalityId, 'Vår.', outer.as)).status).toBe(403);
    const clicks = await Promise.all([1, 2, 3].map(() => name(outer.municipalityId)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await states()).toEqual(['winner', 'not-in-competition']);
    const { diploma } = await outcome(outer.as);
    expect((await outer.as.file(diploma ?? '')).status).toBe(200);
    expect((await inner.as.file(diploma ?? '')).status).toBe(404);
    const told = await readersOfMunicipality(app.db, {
      id: winner.id,
      editionId: scene.edition.id,
      municipalityId: winner.municipalityId,
      content: wholeContent({}),
    });
    expect(told).toContain(`ytrefjord.${year}@people.example`);
    expect((await name(inner.municipalityId)).body.named).toMatchObject({
      municipalityId: inner.municipalityId,
      reason: 'De ansatte gikk dit.',
    });
    expect(await states()).toEqual(['not-in-competition', 'winner']);
    const acts = await app.db.query(
      `select from audit where act = 'nomination:name-successor' and subject_id = $1`,
      [winner.id],
    );
    expect(acts).toHaveLength(2);
    const whole = of(scene.small, 1);
    const none = await secretary.post<{ refusal: string }>(
      `/api/eligibility/entries/${whole.id}/successor`,
      { municipalityId: outer.municipalityId, reason: 'x' },
    );
    expect(none.body.refusal).toBe('wrong-state');
  });

  it.each([
    [0, 'Vinner', ''],
    [1, 'Finalist', ''],
    [0, 'Vinnar', '?language=nn'],
    [0, 'Winner', '?language=en'],
  ])('gives finalist %d a diploma that says %s', async (at, honour, query) => {
    await publishFinalists(app, scene);
    await announceWinner(app, scene, 'small');
    const entry = of(scene.small, at);
    const as = await municipality(entry);
    const { diploma } = await outcome(as);
    const { status, body } = await as.file(`${diploma}${query}`);
    expect(status).toBe(200);
    expect(body.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect((await getDocumentProxy(new Uint8Array(body))).numPages).toBe(1);
    const text = (await extractText(new Uint8Array(body), { mergePages: true })).text;
    expect(text.replace(/\s+/g, ' ')).toContain(`${honour} ${entry.name} kommune`);
    expect(text).toContain(`Juryen legger vekt på arbeidet i ${entry.name}.`);
    const stranger = await municipality(of(scene.large, at));
    expect((await stranger.file(diploma ?? '')).status).toBe(404);
  });

  it('lists them for the secretariat and keeps them for the archive, without whoever withdrew', async () => {
    await publishFinalists(app, scene);
    await announceWinner(app, scene, 'small');
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [
      of(scene.small, 2).id,
    ]);
    const { body } = await secretary.get<DiplomaLine[]>(
      `/api/editions/${scene.edition.id}/diplomas`,
    );
    expect(body.map(({ municipality: name, winner }) => [name, winner])).toEqual([
      ['Fjordvik', true],
      ['Nesdal', false],
    ]);
    expect((await secretary.file(body[0]?.diploma ?? '')).status).toBe(200);
    const kept = await app.get(Outcomes).forArchive(app.db, scene.edition.id);
    expect(kept.map(({ nominationId }) => nominationId)).toEqual(
      body.map(({ nominationId }) => nominationId),
    );
    for (const { pdf } of kept)
      expect(pdf.toString('latin1')).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
  });
});
