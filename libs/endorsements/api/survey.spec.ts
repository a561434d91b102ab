import { RATED_QUESTIONS } from '@award/award';
import type { AnswerSurvey } from '@award/endorsements/contract';
import { type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { partnerScene } from '../../../apps/api/testing/partner-scene';

const survey: AnswerSurvey = {
  ratings: {
    services: 4,
    'plans-and-follow-up': 3,
    infrastructure: null,
    'sites-and-premises': 5,
    involvement: 4,
    'funding-guidance': null,
    'reaches-out': 2,
  },
  services: ['sites', 'planning-and-building'],
  size: '10-49',
  trade: 'industry',
};

describe('the survey of businesses', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let scene: ReturnType<typeof story>;
  let people: ReturnType<typeof partnerScene>;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition();
    people = partnerScene(app, scene, edition);
  });
  afterAll(() => app.close());

  it('is answered once, and nothing left behind leads from an answer to a partner', async () => {
    const { id, writer } = await people.entry();
    const asked = [];
    for (const name of ['En', 'To', 'Tre', 'Fire']) asked.push(await people.ask(writer, id, name));
    const partnersBefore = await app.db.query(
      'select xmin, xmax, ctid, * from partner where nomination_id = $1 order by id',
      [id],
    );
    const logBefore = await app.db.query('select count(*) from audit');
    for (const [at, { token }] of asked.entries()) {
      const { status, body } = await people.post('partner-link/survey', token, {
        ...survey,
        trade: (['industry', 'building', 'services', 'other'] as const)[at],
      });
      expect([status, body.surveyAnswered]).toEqual([200, true]);
      const twice = await people.post('partner-link/survey', token, survey);
      expect([twice.status, twice.body.refusal]).toEqual([409, 'already-answered']);
    }
    expect(
      await app.db.query(
        'select xmin, xmax, ctid, * from partner where nomination_id = $1 order by id',
        [id],
      ),
    ).toEqual(partnersBefore);
    expect(await app.db.query('select count(*) from audit')).toEqual(logBefore);
    const rows = await app.db.query(
      'select xmin::text, * from survey_answer where nomination_id = $1',
      [id],
    );
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ xmin }: { xmin: string }) => xmin)).size).toBe(1);
    expect(Object.keys(rows[0]).sort()).toEqual([
      'answers',
      'edition_id',
      'id',
      'nomination_id',
      'size',
      'trade',
      'xmin',
    ]);
    const spent = await app.db.query('select * from survey_spent where edition_id = $1', [
      edition.id,
    ]);
    const everything = JSON.stringify(spent);
    for (const { partner, token } of asked) {
      expect(everything).not.toContain(partner.id);
      expect(everything).not.toContain(token.slice(22));
    }
    const view = JSON.stringify(await people.mine(writer, id));
    expect(view).not.toContain('industry');
    expect(view).not.toContain('surveyAnswered');
  });

  it('lays the answers anew each time, so that their order in the table is not the order of answering', async () => {
    const { id, writer } = await people.entry();
    const order: string[] = [];
    for (let at = 0; at < 8; at++) {
      const { token } = await people.ask(writer, id, `Bedrift ${'abcdefgh'[at]}`);
      const services = at % 2 === 0 ? ['sites'] : [];
      await people.post('partner-link/survey', token, {
        ...survey,
        services,
        ratings: { ...survey.ratings, services: (at % 5) + 1 },
      });
      const rows: { id: string }[] = await app.db.query(
        'select id from survey_answer where nomination_id = $1 order by ctid',
        [id],
      );
      order.push(rows.map((row) => row.id).join());
    }
    const ids = order.flatMap((line) => line.split(','));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is shown to the jury from three answers on, beside the own answers, and never less for none', async () => {
    const { id, writer } = await people.entry();
    const own = { ratings: survey.ratings, services: survey.services };
    const saved = await writer.put(`/api/nominations/${id}/own-survey`, { ...own, lockVersion: 0 });
    expect([saved.status, saved.body]).toMatchObject([200, { answers: own, lockVersion: 1 }]);
    const stale = await writer.put(`/api/nominations/${id}/own-survey`, { ...own, lockVersion: 0 });
    expect(stale.body).toMatchObject({
      refusal: 'stale-save',
      details: { stored: { lockVersion: 1 } },
    });
    expect((await people.forJury(id)).survey).toEqual({ own, business: null });
    for (const [at, name] of ['Ett', 'Tve', 'Tri', 'Fir', 'Fem'].entries()) {
      const { token } = await people.ask(writer, id, name);
      await people.post('partner-link/survey', token, survey);
      const { business } = (await people.forJury(id)).survey;
      expect(business?.answers ?? null).toBe(at < 2 ? null : at + 1);
      expect((await people.mine(writer, id)).summary).toBeNull();
    }
    expect((await people.forJury(id)).survey.business).toMatchObject({
      sizes: [{ size: '10-49', count: 5 }],
      trades: [{ trade: 'industry', count: 5 }],
    });
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [edition.id]);
    const after = (await people.mine(writer, id)).summary;
    await app.db.query(`update edition set phase = 'open' where id = $1`, [edition.id]);
    expect(after?.answers).toBe(5);
    expect(after?.rated.map(({ question }) => question)).toEqual([...RATED_QUESTIONS]);
  });

  it.each([
    ['a rating outside the scale', { ratings: { ...survey.ratings, services: 6 } }],
    ['a rating left out', { ratings: { services: 4 } }],
    [
      'four services',
      { services: ['sites', 'procurement', 'first-contact', 'port-and-transport'] },
    ],
    ['an unknown size', { size: 'huge' }],
    ['an identity', { email: 'x@y.example' }],
  ])('is refused with %s', async (_, part) => {
    const { id, writer } = await people.entry();
    const { token } = await people.ask(writer, id, 'Feil svar');
    const { status, body } = await people.post('partner-link/survey', token, {
      ...survey,
      ...part,
    });
    expect([status, body.refusal]).toEqual([400, 'bad-input']);
  });
});
