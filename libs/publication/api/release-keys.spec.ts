import type { OfficeImpartialityView } from '@award/impartiality/contract';
import type { ClearancesView, ReleaseRoomView } from '@award/publication/contract';
import { decide, type DecidedScene, judgedEdition } from '../../../apps/api/testing/decided';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('two keys', () => {
  let app: TestApp;
  let secretary: Visitor;
  let alias: Visitor;
  let root: string;
  let scene: DecidedScene;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    secretary = await app.visitor().signInAs('secretary');
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    root = `/api/releases/${scene.edition.id}`;
    const gift = {
      name: 'Alias',
      email: 'alias@people.example',
      language: 'nb',
      role: 'release-keyholder',
      editionId: null,
    };
    expect((await secretary.post('/api/people', gift)).status).toBe(200);
    await app.db.query(
      `insert into identity (issuer, subject, person_id)
       select 'demo', 'alias', person_id from identity where subject = 'alias@people.example'`,
    );
    alias = await app.visitor().signInAs('alias');
    expect((await secretary.post(`${root}/seal`, { scope: 'all', releaseAt: null })).status).toBe(
      200,
    );
  });
  afterAll(() => app.close());

  const finalists = async (as: Visitor) => {
    const { body } = await as.get<ReleaseRoomView>(root);
    const [item] = body.items;
    if (!item?.sealed) throw new Error('nothing is sealed');
    return { ...item, sealed: item.sealed };
  };
  const arm = async (as: Visitor) => {
    const { id, sha256, releaseAt } = (await finalists(as)).sealed;
    const answer = await as.post<{ refusal?: string }>(`/api/releases/records/${id}/arm`, {
      sha256,
      releaseAt,
    });
    return [answer.status, answer.body.refusal];
  };
  const press = async () => {
    const { id } = (await finalists(secretary)).sealed;
    const answer = await secretary.post<{ refusal?: string }>(`${root}/press`, { recordIds: [id] });
    return [answer.status, answer.body.refusal];
  };
  const givenBy = (giver: string | null) =>
    app.db.query(
      `update role_grant set granted_by = (select person_id from identity where subject = $1)
       where person_id = (select person_id from identity where subject = 'alias')`,
      [giver],
    );

  it('do not come from one hand: who gives a key under another address cannot turn both', async () => {
    expect(await arm(secretary)).toEqual([204, undefined]);
    expect((await finalists(alias)).acts.arm).toBe('keys-from-one-hand');
    expect(await arm(alias)).toEqual([409, 'keys-from-one-hand']);
    expect(await press()).toEqual([409, 'not-armed']);
    expect((await secretary.post(`${root}/stop`)).status).toBe(204);
  });

  describe('to whom a class is closed', () => {
    let recused: Visitor;
    let small: string;
    beforeAll(async () => {
      await story(app).holder('recused', 'secretary');
      recused = await app.visitor().signInAs('recused');
      const [entry] = await app.db.query(
        `select n.id from nomination n where n.class_code = 'small' order by n.id limit 1`,
      );
      small = entry.id;
    });
    const say = (ground: string | null) =>
      app.db.query(
        `insert into office_declaration (person_id, nomination_id, edition_id, ground)
         select i.person_id, n.id, n.edition_id, $2 from identity i, nomination n where i.subject = 'recused' and n.id = $1`,
        [small, ground],
      );
    const record = async () => (await finalists(secretary)).sealed;
    const act = async (name: string, body: object = {}) => {
      const answer = await recused.post<{ refusal?: string; details?: { others: string[] } }>(
        `/api/releases/records/${(await record()).id}/${name}`,
        body,
      );
      return [answer.status, answer.body.refusal, answer.body.details?.others];
    };
    const seen = async () => {
      const { sha256, releaseAt } = await record();
      return { sha256, releaseAt };
    };
    const time = '2090-01-01T12:00:00.000Z';

    it('no key is turned, no time set and nothing pressed, and the refusal says who can', async () => {
      expect(await act('schedule', { releaseAt: time })).toEqual([204, undefined, undefined]);
      expect(await act('arm', await seen())).toEqual([204, undefined, undefined]);
      await say('kin');
      expect((await record()).keys).toEqual([]);
      const refused = (others: string[]) => [409, 'recused', others];
      expect(await act('arm', await seen())).toEqual(refused(['Alias', 'secretary']));
      expect(await act('schedule', { releaseAt: time })).toEqual(refused(['secretary']));
      const press = await recused.post<{ refusal?: string }>(`${root}/press`, {
        recordIds: [(await record()).id],
      });
      expect([press.status, press.body.refusal]).toEqual([409, 'recused']);
      const { acts, closed } = await finalists(recused);
      expect([acts.arm, acts.release, acts.schedule]).toEqual(['recused', 'recused', 'recused']);
      expect(closed).toEqual({ others: ['Alias', 'secretary'] });
      expect((await finalists(secretary)).closed).toBeNull();
    });

    it('every brake stays: the time is taken off, the release stopped, the seal taken back', async () => {
      expect(await act('schedule', { releaseAt: null })).toEqual([204, undefined, undefined]);
      expect((await record()).releaseAt).toBeNull();
      expect((await recused.post(`${root}/stop`)).status).toBe(204);
      expect(await act('cancel')).toEqual([204, undefined, undefined]);
      const sealing = await recused.post<{ refusal?: string; details?: { others: string[] } }>(
        `${root}/seal`,
        { scope: 'all', releaseAt: null },
      );
      expect([sealing.body.refusal, sealing.body.details?.others]).toEqual([
        'recused',
        ['secretary'],
      ]);
      expect((await secretary.post(`${root}/seal`, { scope: 'all', releaseAt: null })).status).toBe(
        200,
      );
    });

    it('a keyholder says so as everyone does, and a secretary rules', async () => {
      const office = `${root.replace('releases', 'editions')}/office-impartiality`;
      const said = { declarations: [{ nominationId: small, ground: 'board' }] };
      expect((await finalists(alias)).acts.arm).toBeNull();
      expect((await alias.post(office, said)).status).toBe(200);
      expect((await finalists(alias)).acts.arm).toBe('recused');
      const { body } = await secretary.get<OfficeImpartialityView>(office);
      const [{ personId, name } = { personId: '', name: '' }] = body.awaiting.filter(
        ({ ground }) => ground === 'board',
      );
      expect(name).toBe('Alias');
      const ruling = { personId, nominationId: small, outcome: 'impartial' };
      expect((await alias.post(`${office}/rulings`, ruling)).status).toBe(403);
      expect((await secretary.post(`${office}/rulings`, ruling)).status).toBe(200);
      expect((await finalists(alias)).acts.arm).toBeNull();
    });

    it('a winner of another class may be brought out', async () => {
      const seal = { scope: 'large', releaseAt: null };
      expect((await recused.post(`${root}/seal`, seal)).status).toBe(200);
      expect((await recused.post(`${root}/seal`, { ...seal, scope: 'small' })).status).toBe(409);
      const { body } = await recused.get<ReleaseRoomView>(root);
      const large = body.items.find(({ scope }) => scope === 'large');
      expect([large?.closed, large?.acts.arm]).toEqual([null, null]);
      const { id = '', sha256 = '' } = large?.sealed ?? {};
      const turn = { sha256, releaseAt: null };
      expect((await recused.post(`/api/releases/records/${id}/arm`, turn)).status).toBe(204);
    });
  });

  it('are turned when the operator has given the one, and are asked for it again at the release', async () => {
    expect(await arm(secretary)).toEqual([204, undefined]);
    await givenBy(null);
    expect(await arm(alias)).toEqual([204, undefined]);
    await givenBy('secretary');
    expect((await finalists(secretary)).acts.release).toBe('keys-from-one-hand');
    expect(await press()).toEqual([409, 'keys-from-one-hand']);
    await givenBy(null);
    expect(await press()).toEqual([200, undefined]);
  });

  it('and whoever could read what was decided stays on the list of those who know', async () => {
    const { edition, small } = scene;
    const [entry] = small;
    if (!entry) throw new Error('no entry');
    const { seat, rule, holder } = story(app);
    const leader = await seat(edition, 'small', 'Leder', { role: 'leader' });
    const [gone, late, early] = [
      await seat(edition, 'small', 'Gikk'),
      await seat(edition, 'small', 'Sen'),
      await seat(edition, 'small', 'Tidlig'),
    ];
    for (const one of [late, early]) await rule(leader, one, entry, edition, 'recused');
    const left = { reason: 'Flyttet' };
    expect((await secretary.post(`/api/seats/${gone.id}/remove`, left)).status).toBe(200);
    const former = await holder('Før', 'release-keyholder');
    for (const [change, id] of [
      [
        `update seat set answered_at = answered_at - interval '2 days' where edition_id = $1`,
        edition.id,
      ],
      [`update ruling set ruled_at = ruled_at - interval '1 day' where seat_id = $1`, early.id],
      [
        `update role_grant set granted_at = granted_at - interval '2 days', revoked_at = award_now() where person_id = $1`,
        former,
      ],
    ])
      await app.db.query(change ?? '', [id]);
    const stepped = async (as: Visitor) =>
      (
        await as.get<ClearancesView>(`/api/stage-plan/${edition.id}/clearances`)
      ).body.byRole.flatMap(({ name, endedAt, read }) =>
        endedAt ? [[name, ...read.map(({ knows, className }) => [knows, className])]] : [],
      );
    const inSmall = ['winners', 'Små kommuner'];
    const inLarge = ['winners', 'Store kommuner'];
    expect(await stepped(secretary)).toEqual([
      ['Gikk', inSmall],
      ['Sen', inSmall],
      ['Før', inSmall, inLarge],
    ]);
    expect(await stepped(await app.visitor().signInAs('recused'))).toEqual([['Før', inLarge]]);
  });
});
