import { randomUUID } from 'node:crypto';
import type { MySeatView, PanelView, SeatOfficeView } from '@award/jury/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { fewestStatements } from '../../../apps/api/testing/statements';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

interface Refusal {
  refusal: string;
  fields?: { path: string; reason: string }[];
}

describe('the panel of a class', () => {
  let app: TestApp;
  let office: Visitor;
  let edition: SceneEdition;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
    await story(app).holder('Saksbehandler', 'case-officer');
    office = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    edition = await story(app).edition({ phase: 'closed', year: year++ });
  });

  const invitation = (email: string, values: object = {}) => ({
    name: `Navn på ${email}`,
    email,
    house: 'KS',
    role: 'member',
    ...values,
  });
  const address = (name: string) => `${name}-${year}@ks.example`;
  const seatsPath = (classCode = 'small') =>
    `/api/editions/${edition.id}/panels/${classCode}/seats`;
  const invite = (email: string, values: object = {}, who = office, classCode = 'small') =>
    who.post<SeatOfficeView & Refusal>(seatsPath(classCode), invitation(email, values));
  const panel = async (who = office) =>
    (await who.get<PanelView>(`/api/editions/${edition.id}/panels/small`)).body;
  /** Signs the invited person in, as if by the code in the mail. */
  const invited = async (email: string): Promise<Visitor> => {
    await app.db.query(
      `insert into identity (issuer, subject, person_id) select 'demo', $1, person_id from identity
       where issuer = 'email' and subject = $1 on conflict do nothing`,
      [email.toLowerCase()],
    );
    return app.visitor().signInAs(email.toLowerCase());
  };
  const accepted = async (name: string, values: object = {}): Promise<SeatOfficeView> => {
    const seat = await invite(address(name), values);
    expect(seat.status).toBe(201);
    const answer = await (
      await invited(address(name))
    ).post('/api/my-seat/accept', { pledge: true });
    expect(answer.status).toBe(200);
    return seat.body;
  };
  const stage = (to: string) =>
    app.db.query(`update edition_class set stage = $2 where edition_id = $1`, [edition.id, to]);
  const grants = (email: string) =>
    app.db.query(
      `select g.role, g.class_code, g.revoked_at is not null as ended from role_grant g join identity i on i.person_id = g.person_id
       where i.issuer = 'email' and i.subject = $1 and g.edition_id = $2 order by g.granted_at`,
      [email, edition.id],
    );
  const logged = (act: string) =>
    app.db.query('select facts from audit where act = $1 and edition_id = $2', [act, edition.id]);

  it('invites to a seat: a grant, one mail with a link, one row in the log without name or address', async () => {
    const seat = await invite(address('Anne'), { role: 'leader' });
    expect([seat.status, seat.body.standing, seat.body.role]).toEqual([201, 'invited', 'leader']);
    expect(await grants(address('anne').toLowerCase())).toEqual([
      { role: 'jury-leader', class_code: 'small', ended: false },
    ]);
    const mails = await app.db.query(
      `select recipient, words from mail_outbox where edition_id = $1`,
      [edition.id],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      recipient: address('anne').toLowerCase(),
      words: { className: 'Små kommuner', award: 'Årets vertskommune' },
    });
    const [{ facts }] = await logged('seat:invite');
    expect(facts).toEqual({ classCode: 'small', role: 'leader', house: 'KS' });
  });

  it('invites a person once under twenty clicks, and repeats the answer to a repeated request', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite(address('berit'))));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(answers.filter((one) => one.body.refusal === 'seat-taken')).toHaveLength(19);
    const mails = await app.db.query('select 1 from mail_outbox where edition_id = $1', [
      edition.id,
    ]);
    expect([mails.length, (await logged('seat:invite')).length]).toEqual([1, 1]);
    const key = { 'idempotency-key': randomUUID() };
    const body = invitation(address('bodil'));
    const twice = [
      await office.post<SeatOfficeView>(seatsPath(), body, key),
      await office.post<SeatOfficeView>(seatsPath(), body, key),
    ];
    expect(twice[1]?.body.id).toBe(twice[0]?.body.id);
  });

  it('asks for the right before it repeats an earlier answer', async () => {
    const officer = `Bundet ${year}`;
    await story(app).holder(officer, 'secretary', { editionId: edition.id });
    const bound = await app.visitor().signInAs(officer);
    const key = { 'idempotency-key': randomUUID() };
    const body = invitation(address('gro'));
    expect((await bound.post(seatsPath(), body, key)).status).toBe(201);
    const other = await story(app).edition({ year: year + 100 });
    await app.db.query(
      `update role_grant set edition_id = $1 where edition_id = $2 and role = 'secretary'`,
      [other.id, edition.id],
    );
    const after = await bound.post<Refusal>(seatsPath(), body, key);
    expect([after.status, after.body.refusal]).toEqual([404, 'not-found']);
  });

  it.each([
    ['an address that is none', { email: 'anne' }, 'email'],
    ['a house that is none', { house: 'Staten' }, 'house'],
    ['a role that is none', { role: 'observer' }, 'role'],
    ['no name', { name: '' }, 'name'],
    ['a blank name', { name: '   ' }, 'name'],
    ['a name of a thousand letters', { name: 'a'.repeat(1000) }, 'name'],
    ['a field nobody asked for', { state: 'accepted' }, 'state'],
  ])('refuses %s, and names the field', async (_case, values, path) => {
    const refused = await invite(address('carl'), values);
    expect([refused.status, refused.body.refusal]).toEqual([400, 'bad-input']);
    expect(refused.body.fields?.map((field) => field.path)).toContain(path);
    expect((await panel()).seats).toEqual([]);
  });

  it('refuses a second leader, and whoever acts for a municipality in the same edition', async () => {
    await invite(address('leder'), { role: 'leader' });
    expect((await invite(address('ny'), { role: 'leader' })).body.refusal).toBe('seat-taken');
    const municipality = await story(app).municipality('Rauma', 7100);
    const key = `Ordfører ${year}`;
    await story(app).holder(key, 'municipality-submitter', {
      editionId: edition.id,
      municipalityId: municipality,
    });
    const email = `${key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@people.example`;
    expect((await invite(email)).body).toEqual({ refusal: 'other-role-held' });
    expect((await panel()).seats).toHaveLength(1);
  });

  it('is found by the secretariat and by the jury of the class, and by nobody else', async () => {
    await accepted('dina');
    const member = await invited(address('dina'));
    const own = await panel(member);
    expect(own.seats[0]).not.toHaveProperty('email');
    expect((await panel()).seats[0]).toHaveProperty('email', address('dina'));
    const none = await office.get<Refusal>(`/api/editions/${randomUUID()}/panels/small`);
    for (const path of [
      `/api/editions/${edition.id}/panels/large`,
      `/api/editions/${edition.id}/panels/none`,
      `/api/editions/${randomUUID()}/panels/small`,
    ]) {
      const hidden = await member.get<Refusal>(path);
      expect([hidden.status, hidden.body]).toEqual([none.status, none.body]);
    }
    expect((await invite(address('x'), {}, member)).status).toBe(403);
    const officer = await app.visitor().signInAs('Saksbehandler');
    expect((await invite(address('x'), {}, officer)).status).toBe(403);
  });

  it('is accepted with the pledge only, by its own person, once', async () => {
    await invite(address('eva'));
    const eva = await invited(address('eva'));
    const view = await eva.get<MySeatView>('/api/my-seat');
    expect(view.body).toMatchObject({ standing: 'invited', classCode: 'small', house: 'KS' });
    for (const body of [{}, { pledge: false }, { pledge: 'true' }])
      expect((await eva.post<Refusal>('/api/my-seat/accept', body)).status).toBe(400);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        eva.post<MySeatView & Refusal>('/api/my-seat/accept', { pledge: true }),
      ),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.body.refusal === 'wrong-state')).toHaveLength(19);
    expect(await logged('seat:accept')).toHaveLength(1);
  });

  it('opens nothing to an invited person who has not pledged', async () => {
    await invite(address('finn'));
    const finn = await invited(address('finn'));
    for (const path of ['/api/scoring/entries', '/api/scoring/criteria', '/api/impartiality']) {
      const closed = await finn.get<Refusal>(path);
      expect([path, closed.status, closed.body]).toEqual([
        path,
        409,
        { refusal: 'seat-not-active' },
      ]);
    }
  });

  it('is declined with a reason, which ends the grant at once; the person can be asked again', async () => {
    const seat = await invite(address('grete'));
    const grete = await invited(address('grete'));
    expect((await grete.post<Refusal>('/api/my-seat/decline', { reason: ' ' })).body.refusal).toBe(
      'reason-required',
    );
    expect((await grete.post('/api/my-seat/decline', { reason: 'Permisjon' })).status).toBe(204);
    expect((await grete.get('/api/my-seat')).status).toBe(403);
    expect((await panel()).seats[0]).toMatchObject({
      standing: 'declined',
      declineReason: 'Permisjon',
    });
    const again = await invite(address('grete'), { role: 'deputy' });
    expect([again.status, again.body.id, again.body.standing]).toEqual([
      201,
      seat.body.id,
      'invited',
    ]);
    const mails = await app.db.query('select 1 from mail_outbox where edition_id = $1', [
      edition.id,
    ]);
    expect(mails).toHaveLength(2);
  });

  it('lets a deputy of the same house step in for a member, and step down again', async () => {
    const kari = await accepted('kari');
    const nils = await accepted('nils', { house: 'NHO' });
    const dag = await accepted('dag', { role: 'deputy' });
    const standings = async () =>
      Object.fromEntries((await panel()).seats.map((seat) => [seat.id, seat.standing]));
    expect(await standings()).toEqual({
      [kari.id]: 'active',
      [nils.id]: 'active',
      [dag.id]: 'waiting',
    });
    const standIn = (forSeatId: string, deputy = dag) =>
      office.post<SeatOfficeView & Refusal>(`/api/seats/${deputy.id}/stand-in`, { forSeatId });
    expect((await standIn(nils.id)).body.refusal).toBe('house-empty');
    expect((await standIn(kari.id, nils)).body.refusal).toBe('seat-not-active');
    expect((await standIn(randomUUID())).body.refusal).toBe('class-crossed');
    const answers = await Promise.all(Array.from({ length: 20 }, () => standIn(kari.id)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(await standings()).toMatchObject({ [kari.id]: 'replaced', [dag.id]: 'active' });
    const other = await accepted('didrik', { role: 'deputy' });
    expect((await standIn(kari.id, other)).body.refusal).toBe('seat-taken');
    const down = await office.post<SeatOfficeView>(`/api/seats/${dag.id}/stand-down`, {});
    expect(down.body.standing).toBe('waiting');
    expect(await standings()).toMatchObject({ [kari.id]: 'active', [dag.id]: 'waiting' });
  });

  it('gives who may have to lead the leader’s grant, and takes it back with the role', async () => {
    const kari = await accepted('kari');
    const changed = await office.put<SeatOfficeView>(`/api/seats/${kari.id}`, {
      house: 'KS',
      role: 'deputy-leader',
    });
    expect(changed.body.role).toBe('deputy-leader');
    await office.put(`/api/seats/${kari.id}`, { house: 'independent', role: 'leader' });
    expect(await grants(address('kari'))).toEqual([
      { role: 'juror', class_code: 'small', ended: true },
      { role: 'jury-leader', class_code: 'small', ended: false },
    ]);
  });

  it('is frozen when scoring opens: a later change needs a reason, which is kept with the seat', async () => {
    const kari = await accepted('kari');
    const dag = await accepted('dag', { role: 'deputy' });
    await stage('scoring');
    const acts = (reason?: string) => [
      () => invite(address('ny'), reason ? { reason } : {}),
      () => office.put<Refusal>(`/api/seats/${kari.id}`, { house: 'KS', role: 'leader', reason }),
      () => office.post<Refusal>(`/api/seats/${dag.id}/stand-in`, { forSeatId: kari.id, reason }),
      () => office.post<Refusal>(`/api/seats/${dag.id}/stand-down`, { reason }),
      () => office.post<Refusal>(`/api/seats/${dag.id}/remove`, { reason }),
    ];
    for (const [place, act] of acts().entries()) {
      if (place === 3) continue;
      expect([place, (await act()).body.refusal]).toEqual([place, 'reason-required']);
    }
    for (const [place, act] of acts('Sykmeldt til sommeren').entries())
      expect([place, Math.floor((await act()).status / 100)]).toEqual([place, 2]);
    const steps = await app.db.query(
      `select action, reason from seat_step t join seat s on s.id = t.seat_id where s.edition_id = $1 and reason is not null order by taken_at`,
      [edition.id],
    );
    expect(steps.map((one: { action: string }) => one.action)).toEqual([
      'invite',
      'change',
      'stand-in',
      'stand-down',
      'remove',
    ]);
    expect((await panel()).changes.map((one) => [one.action, one.reason, one.by])).toEqual(
      ['remove', 'stand-down', 'stand-in', 'change', 'invite'].map((action) => [
        action,
        'Sykmeldt til sommeren',
        'Sekretær',
      ]),
    );
    expect((await panel(await invited(address('kari')))).changes).toEqual([]);
    const log = await app.db.query('select facts::text as facts from audit where edition_id = $1', [
      edition.id,
    ]);
    expect(log.map((one: { facts: string }) => one.facts).join()).not.toContain('Sykmeldt');
    await stage('winner-sealed');
    expect((await invite(address('sent'), { reason: 'x' })).body.refusal).toBe('panel-frozen');
  });

  it('ends a membership: the grant and with it the session’s rights', async () => {
    const kari = await accepted('kari');
    const session = await invited(address('kari'));
    expect((await session.get('/api/my-seat')).status).toBe(200);
    const removed = await office.post<SeatOfficeView>(`/api/seats/${kari.id}/remove`, {});
    expect(removed.body.standing).toBe('left');
    expect((await session.get('/api/my-seat')).status).toBe(403);
    const twice = await office.post<Refusal>(`/api/seats/${kari.id}/remove`, {});
    expect(twice.body.refusal).toBe('wrong-state');
  });

  it('is kept apart by PostgreSQL: no deputy stands in across classes, no seat in a class of another edition', async () => {
    const scene = story(app);
    const small = await scene.seat(edition, 'small', `Liten ${year}`);
    const large = await scene.seat(edition, 'large', `Stor ${year}`, { role: 'deputy' });
    await expect(
      app.db.query('update seat set stands_in_for_id = $1 where id = $2', [small.id, large.id]),
    ).rejects.toMatchObject({
      driverError: { code: '23503', constraint: 'fk_seat_stands_in_for_id' },
    });
    await expect(
      app.db.query(`update seat set class_code = 'medium' where id = $1`, [small.id]),
    ).rejects.toMatchObject({
      driverError: { code: '23503', constraint: 'fk_seat_edition_id_class_code' },
    });
  });

  it('sends the same number of statements for a panel of two as for one of twenty', async () => {
    const scene = story(app);
    await scene.seat(edition, 'small', `Første ${year}`);
    const before = await fewestStatements(app, () => panel());
    for (let place = 0; place < 18; place++)
      await scene.seat(edition, 'small', `Nummer ${place} ${year}`);
    const after = await fewestStatements(app, () => panel());
    expect([before.length, after.length]).toEqual([4, 4]);
  });
});
