import { randomUUID } from 'node:crypto';
import type {
  CandidateView,
  MyDeclarationsView,
  MyRelationsView,
  RulingsView,
} from '@award/impartiality/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Relations } from './relations.service';

interface Refusal {
  refusal: string;
}

const TIE = {
  type: 'employment',
  municipalityId: null,
  organisationNumber: null,
  businessName: null,
  fromYear: null,
  toYear: null,
};
const SVEIS = { organisationNumber: '923609016', name: 'Fjord Sveis AS' };

describe('standing relations', () => {
  let app: TestApp;
  let jury: JuryScene;
  let nora: Visitor;
  let year = 2060;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('Sekretær', 'secretary');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    jury = await juryStory(app, { declared: false, year: year++ });
    nora = await app.visitor().signInAs(jury.nora.key);
    await app.db.query(
      `update nomination_version set content = content || jsonb_build_object('partners', $2::jsonb, 'neighbours', $3::jsonb) where id = $1`,
      [
        jury.rauma.versionId,
        JSON.stringify([SVEIS]),
        JSON.stringify([jury.arendal.municipalityId]),
      ],
    );
  });

  const tell = (visitor: Visitor, tie: object, key = randomUUID()) =>
    visitor.post<MyRelationsView & Refusal>(
      '/api/my-relations',
      { ...TIE, ...tie },
      { 'idempotency-key': key },
    );
  const mine = async (visitor: Visitor) =>
    (await visitor.get<MyRelationsView>('/api/my-relations')).body.relations;
  const declarations = async (visitor: Visitor) =>
    (await visitor.get<MyDeclarationsView>('/api/impartiality')).body.entries;
  const declareNone = async (visitor: Visitor) =>
    visitor.post('/api/impartiality', {
      declarations: jury.entries.map(({ id }) => ({ nominationId: id, ground: null })),
    });

  it('suggests grounds in the list of declarations, with what they come from', async () => {
    await tell(nora, { type: 'board', businessName: ' Fjord Sveis ', fromYear: 2019 });
    await tell(nora, { type: 'office', municipalityId: jury.arendal.municipalityId });
    await tell(nora, { type: 'residence', municipalityId: jury.fyresdal.municipalityId });
    const entries = await declarations(nora);
    const of = (id: string) => entries.find(({ nominationId }) => nominationId === id);
    expect(of(jury.rauma.id)).toMatchObject({
      partners: ['Fjord Sveis AS'],
      neighbours: ['Arendal'],
      suggestions: [
        { type: 'board', name: 'Fjord Sveis', link: 'partner', ground: 'board' },
        { type: 'office', name: 'Arendal', link: 'neighbour', ground: 'office' },
      ],
    });
    expect(of(jury.fyresdal.id)?.suggestions).toEqual([
      { type: 'residence', name: 'Fyresdal', link: 'municipality', ground: null },
    ]);
    expect(of(jury.kvitsoy.id)?.suggestions).toEqual([]);
  });

  it('follows the register to the municipality that this one came from', async () => {
    const old = await story(app).municipality('Gamle Rauma', 3000);
    await app.db.query(
      `insert into succession (from_id, to_id, on_date, kind) values ($1, $2, '2020-01-01', 'merged')`,
      [old, jury.rauma.municipalityId],
    );
    await tell(nora, { municipalityId: old });
    const [rauma] = (await declarations(nora)).filter((one) => one.nominationId === jury.rauma.id);
    expect(rauma?.suggestions).toEqual([
      { type: 'employment', name: 'Gamle Rauma', link: 'merged', ground: 'employment' },
    ]);
  });

  it('follows it two changes back, and to who borders on the municipality, which is no ground by itself', async () => {
    const [older, old] = [
      await story(app).municipality('Eldre Rauma', 1000),
      await story(app).municipality('Gamle Rauma', 3000),
    ];
    for (const [from, to] of [
      [older, old],
      [old, jury.rauma.municipalityId],
    ])
      await app.db.query(
        `insert into succession (from_id, to_id, on_date, kind) values ($1, $2, '2020-01-01', 'merged')`,
        [from, to],
      );
    const [vestnes] = await app.db.query(
      `select municipality_id as id from municipality_version where number = '1535' and valid_to is null`,
    );
    const next = vestnes?.id ?? (await story(app).municipality('Vestnes', 7000));
    await app.db.query('update municipality set invented = false where id = $1', [next]);
    const number = (id: string, value: string) =>
      app.db.query('update municipality_version set number = $2 where municipality_id = $1', [
        id,
        value,
      ]);
    await number(next, '1535');
    await number(jury.rauma.municipalityId, '1539');
    await tell(nora, { municipalityId: older });
    await tell(nora, { municipalityId: next });
    await tell(nora, { type: 'residence', municipalityId: next });
    const entries = await declarations(nora);
    const of = (id: string) => entries.find(({ nominationId }) => nominationId === id)?.suggestions;
    expect(of(jury.rauma.id)).toEqual([
      { type: 'employment', name: 'Eldre Rauma', link: 'merged', ground: 'employment' },
      { type: 'employment', name: 'Vestnes', link: 'border', ground: null },
    ]);
    expect(of(jury.kvitsoy.id)).toEqual([]);
    await number(jury.rauma.municipalityId, `97${year % 100}`);
    await number(next, `98${year % 100}`);
  });

  it('knows a business that has endorsed, not one that was only asked, and the region that tipped', async () => {
    await app.db.query(
      `insert into partner (nomination_id, edition_id, name, email, language, origin, asked_at, expires_at)
       values ($1, $2, 'Havbruk Nord', 'post@havbruk.example', 'nb', 'municipality', award_now() - interval '1 day', award_now()),
         ($1, $2, 'Bare spurt', 'post@spurt.example', 'nb', 'municipality', award_now() - interval '1 day', award_now())`,
      [jury.kvitsoy.id, jury.edition.id],
    );
    await app.db.query(
      `insert into endorsement (partner_id, nomination_id, edition_id, answer, signer_name, text_hash, endorsed_at)
       select id, nomination_id, edition_id, 'endorsed', 'Kari', 'x', award_now() from partner where name = 'Havbruk Nord' and nomination_id = $1`,
      [jury.kvitsoy.id],
    );
    await app.db.query(
      `insert into tip (edition_id, municipality_id, nomination_id, why, sender_name, sender_email, relation, region, language, expires_at, confirmed_at)
       values ($1, $2, $3, 'Fordi', 'Ola', 'ola@nho.example', 'nho-region', 'NHO Rogaland', 'nb', award_now(), award_now())`,
      [jury.edition.id, jury.kvitsoy.municipalityId, jury.kvitsoy.id],
    );
    await tell(nora, { type: 'ownership', businessName: 'Havbruk Nord AS' });
    await tell(nora, { type: 'employment', businessName: 'NHO Rogaland' });
    const [kvitsoy] = (await declarations(nora)).filter(
      (one) => one.nominationId === jury.kvitsoy.id,
    );
    expect(kvitsoy).toMatchObject({
      partners: ['Havbruk Nord'],
      proposedBy: ['NHO Rogaland'],
      suggestions: [
        { link: 'tip', ground: 'proposed' },
        { link: 'partner', ground: 'ownership' },
      ],
    });
  });

  it('shows who rules what a ground rests on, and what was not mentioned; nobody else', async () => {
    await tell(nora, { municipalityId: jury.rauma.municipalityId });
    await declareNone(nora);
    for (const seat of [jury.leader, jury.nils, jury.kjell])
      await declareNone(await app.visitor().signInAs(seat.key));
    const rulings = async (seat: SceneSeat) =>
      (await (await app.visitor().signInAs(seat.key)).get<RulingsView>('/api/impartiality/rulings'))
        .body;
    expect((await rulings(jury.leader)).unmentioned).toMatchObject([
      {
        seatId: jury.nora.id,
        nominationId: jury.rauma.id,
        municipalityName: 'Rauma',
        suggestions: [{ type: 'employment', name: 'Rauma' }],
        mayRule: true,
      },
    ]);
    expect((await rulings(jury.kjell)).unmentioned).toEqual([]);
    const leader = await app.visitor().signInAs(jury.leader.key);
    const ruled = await leader.post<RulingsView>('/api/impartiality/rulings', {
      seatId: jury.nora.id,
      nominationId: jury.rauma.id,
      outcome: 'impartial',
    });
    expect(ruled.body.unmentioned).toEqual([]);
    await nora.post('/api/impartiality', {
      declarations: [{ nominationId: jury.rauma.id, ground: 'employment' }],
    });
    expect((await rulings(jury.leader)).awaiting).toMatchObject([
      { suggestions: [{ link: 'municipality', ground: 'employment' }] },
    ]);
  });

  it('is the member’s own: renewed, removed and read by nobody else', async () => {
    const told = await tell(nora, { type: 'board', businessName: 'Annet AS' });
    const [own] = told.body.relations;
    expect(own).toMatchObject({ name: 'Annet AS', renewed: true });
    const kjell = await app.visitor().signInAs(jury.kjell.key);
    expect(await mine(kjell)).toEqual([]);
    const other = await kjell.delete<Refusal>(`/api/my-relations/${own?.id}`);
    expect([other.status, other.body.refusal]).toEqual([404, 'not-found']);
    const earlier = await story(app).edition({ year: year++, phase: 'announced' });
    await app.db.query('update standing_relation set edition_id = $2 where id = $1', [
      own?.id,
      earlier.id,
    ]);
    expect(await mine(nora)).toMatchObject([{ renewed: false }]);
    const renewed = await nora.post<MyRelationsView>(`/api/my-relations/${own?.id}/renew`);
    expect(renewed.body.relations).toMatchObject([{ renewed: true }]);
    const gone = await nora.delete<MyRelationsView>(`/api/my-relations/${own?.id}`);
    expect(gone.body.relations).toEqual([]);
  });

  it('goes when the edition is archived, unless it was renewed for a newer one', async () => {
    await tell(nora, { type: 'board', businessName: 'Blir borte AS' });
    await tell(nora, { type: 'board', businessName: 'Fornyet AS' });
    const next = await story(app).edition({ year: year++ });
    await app.db.query(
      `update standing_relation set edition_id = $1 where business_name = 'Fornyet AS'`,
      [next.id],
    );
    await app.db.query(`update edition set phase = 'archived' where id = $1`, [jury.edition.id]);
    await app.get(Relations).sweep();
    expect(
      await app.db.query('select business_name from standing_relation where person_id = $1', [
        jury.nora.personId,
      ]),
    ).toEqual([{ business_name: 'Fornyet AS' }]);
  });

  it('keeps names and kinds of ties out of the log', async () => {
    await tell(nora, { type: 'board', businessName: 'Hemmelig AS' });
    const log = await app.db.query(
      `select act, facts from audit where act like 'relation:%' and edition_id = $1`,
      [jury.edition.id],
    );
    expect(log).toEqual([{ act: 'relation:tell', facts: {} }]);
  });

  it.each([
    ['neither municipality nor business', {}, 'incomplete-form'],
    ['years backwards', { businessName: 'A', fromYear: 2020, toYear: 2019 }, 'timetable-order'],
    [
      'a number with a wrong check digit',
      { businessName: 'A', organisationNumber: '923609017' },
      'bad-input',
    ],
    ['a municipality that is none', { municipalityId: randomUUID() }, 'unknown-municipality'],
    ['a kind that is none', { type: 'friend', businessName: 'A' }, 'bad-input'],
  ])('refuses %s', async (_case, tie, refusal) => {
    const answer = await tell(nora, tie);
    expect(answer.body.refusal).toBe(refusal);
    expect(await mine(nora)).toEqual([]);
  });

  it('is told once however often it is sent', async () => {
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => tell(nora, { businessName: 'En gang AS' }, key)));
    expect(await mine(nora)).toHaveLength(1);
  });

  describe('asked of a candidate', () => {
    const check = async (body: object, who = 'Sekretær') =>
      (await app.visitor().signInAs(who)).post<CandidateView & Refusal>(
        `/api/editions/${jury.edition.id}/panels/small/candidate-check`,
        { email: null, relations: [], ...body },
      );

    it('tells which entries would be touched and what it comes to, and stores nothing', async () => {
      const before = await app.db.query('select count(*) from standing_relation');
      const answer = await check({
        relations: [{ ...TIE, type: 'ownership', ...pick(SVEIS) }],
      });
      expect(answer.body).toMatchObject({
        scope: 'class',
        entries: 3,
        outcome: 'whole-class',
        otherRole: false,
        touched: [
          {
            municipalityName: 'Rauma',
            registered: false,
            ties: [{ type: 'ownership', link: 'partner', ground: 'ownership' }],
          },
        ],
      });
      expect(await app.db.query('select count(*) from standing_relation')).toEqual(before);
    });

    it('takes in what the person has told, without saying what it is', async () => {
      await tell(nora, { type: 'family', municipalityId: jury.kvitsoy.municipalityId });
      const [{ subject }] = await app.db.query(
        `select subject from identity where issuer = 'email' and person_id = $1`,
        [jury.nora.personId],
      );
      const answer = await check({ email: subject });
      expect(answer.body.touched).toEqual([
        {
          nominationId: jury.kvitsoy.id,
          municipalityName: 'Kvitsøy',
          countyName: 'Eksempelfylke',
          ties: [],
          registered: true,
        },
      ]);
      expect(JSON.stringify(answer.body)).not.toContain('family');
    });

    it('is nothing known from living there, and says when another role stands in the way', async () => {
      await story(app).holder(`Ordfører ${year}`, 'municipality-editor', {
        editionId: jury.edition.id,
        municipalityId: jury.rauma.municipalityId,
      });
      const answer = await check({
        email: `ordfører ${year}`.replaceAll(/[^a-z0-9]+/g, '.') + '@people.example',
        relations: [{ ...TIE, type: 'residence', municipalityId: jury.rauma.municipalityId }],
      });
      expect(answer.body).toMatchObject({ outcome: 'nothing-known', otherRole: true });
      expect(answer.body.touched).toHaveLength(1);
    });

    it('is for the secretariat only', async () => {
      const answer = await check({}, jury.leader.key);
      expect([answer.status, answer.body.refusal]).toEqual([403, 'not-permitted']);
    });
  });
});

const pick = ({ organisationNumber, name }: typeof SVEIS) => ({
  organisationNumber,
  businessName: name,
});
