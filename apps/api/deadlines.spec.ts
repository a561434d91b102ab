import { type LinkKind, LinkTokens } from '@award/access/api';
import { RATED_QUESTIONS } from '@award/award';
import { Jobs } from '@award/jobs/api';
import type { Answer } from './demo/visitor';
import { decide, judgedEdition, publishFinalists } from './testing/decided';
import { deliberationScene, meet } from './testing/deliberation-scene';
import { partnerScene } from './testing/partner-scene';
import { completeContent, type SceneEdition, story } from './testing/story';
import { type TestApp, testApp } from './testing/test-app';

/** While the call is open. */
const BEFORE = '2027-01-11T09:00:00Z';
/** A Wednesday at noon, and the next working day's noon. */
const DEADLINE = '2027-01-20T11:00:00Z';
const HELD_UNTIL = '2027-01-21T11:00:00Z';

/** What one row of the table does: makes its scene, and answers with what to try at which instant. */
interface Deadline {
  at: string;
  act: () => Promise<Pick<Answer<unknown>, 'status' | 'body'>>;
}

/**
 * Every deadline of the year at the second before, at its very instant, and the second after. The clock stands still at
 * each: the instant itself is in time, on the database's clock and to the millisecond.
 */
describe('a deadline', () => {
  let app: TestApp;
  let edition: SceneEdition;
  let people: ReturnType<typeof partnerScene>;
  let clock: string;
  let counter = 0;
  beforeAll(async () => {
    app = await testApp();
    const [row] = await app.db.query(
      `select pg_get_functiondef('award_now()'::regprocedure) as body`,
    );
    clock = row.body;
  });
  afterAll(async () => {
    await app.db.query(clock);
    await app.close();
  });
  beforeEach(async () => {
    await standAt(BEFORE);
    await app.db.query('truncate rate_limit');
    await app.db.query(`update edition set phase = 'archived'`);
    edition = await story(app).edition({ year: 2027 + ++counter });
    await app.db.query(
      `update edition set sample = true, reference_date = '2026-01-01', opens_at = '2026-10-01', deadline = $2 where id = $1`,
      [edition.id, DEADLINE],
    );
    people = partnerScene(app, story(app), edition);
  });

  const standAt = (instant: string) =>
    app.db.query(
      `create or replace function award_now() returns timestamptz language sql volatile as $$ select timestamptz '${instant}' $$`,
    );
  const setTo = (table: string, column: string, id: string, instant: string | null) =>
    app.db.query(`update ${table} set ${column} = $2 where id = $1`, [id, instant]);

  async function entry(state = 'draft', content: object = completeContent()) {
    const scene = story(app);
    const municipalityId = await scene.municipality(`Fristdal ${++counter}`, 9000);
    const { id } = await scene.nomination(edition, municipalityId, { state, content });
    const key = `frist-${counter}`;
    await scene.holder(key, 'municipality-submitter', { editionId: edition.id, municipalityId });
    const writer = await app.visitor().signInAs(key);
    return {
      id,
      writer,
      send: () => writer.post(`/api/nominations/${id}/submit`, { lockVersion: 1 }),
      save: () =>
        writer.put(`/api/nominations/${id}`, { content, writtenForm: 'nb', lockVersion: 1 }),
      takeBack: () => writer.post(`/api/nominations/${id}/take-back`),
    };
  }
  const tip = async (senderEmail: string) =>
    app.visitor().post('/api/tips', {
      municipalityId: await story(app).municipality(`Tipsdal ${++counter}`, 9000),
      why: 'De svarte samme dag.',
      senderName: 'Gunn Moe',
      senderEmail,
      relation: 'business',
      region: '',
      language: 'nb',
    });
  const byLink = (kind: LinkKind, id: string, path: string) =>
    app.visitor().send('POST', path, {}, { 'link-token': app.get(LinkTokens).tokenOf(kind, id) });
  async function partner() {
    const { id, writer } = await entry('submitted');
    const asked = await people.ask(writer, id, `Bedrift ${++counter}`);
    await setTo('partner', 'expires_at', asked.partner.id, '2027-02-01T08:00:00Z');
    return { at: '2027-02-01T08:00:00Z', token: asked.token };
  }

  /** The edition is decided, and one of its finalists is signed in. */
  async function finalist() {
    const scene = await judgedEdition(app, 2027 + ++counter);
    await decide(app, scene, { winners: false });
    const [{ id, municipalityId }] = scene.small as [(typeof scene.small)[number]];
    const key = `finalist-${counter}`;
    const grant = { editionId: scene.edition.id, municipalityId };
    const personId = await story(app).holder(key, 'municipality-submitter', grant);
    return { scene, id, personId, as: await app.visitor().signInAs(key) };
  }

  const DEADLINES: Record<string, () => Promise<Deadline>> = {
    'for sending in': async () => ({ at: DEADLINE, act: (await entry()).send }),
    'for saving what is not sent': async () => ({ at: DEADLINE, act: (await entry()).save }),
    'for taking back': async () => ({ at: DEADLINE, act: (await entry('submitted')).takeBack }),
    'for a tip': async () => ({ at: DEADLINE, act: () => tip(`tip${counter}@x.example`) }),
    'for confirming a tip': async () => {
      const email = `tipser${++counter}@x.example`;
      await tip(email);
      const [{ id }] = await app.db.query('select id from tip where sender_email = $1', [email]);
      await setTo('tip', 'expires_at', id, '2027-01-18T09:00:00Z');
      return { at: '2027-01-18T09:00:00Z', act: () => byLink('tip', id, '/api/tips/link/confirm') };
    },
    'for what was ready and not sent': async () => {
      const { send } = await entry('held');
      await app.db.query(`update edition set phase = 'closed' where id = $1`, [edition.id]);
      return { at: HELD_UNTIL, act: send };
    },
    'for what was returned': async () => {
      const { id, send } = await entry('returned');
      await app.db.query(`update edition set phase = 'closed' where id = $1`, [edition.id]);
      await setTo('nomination', 'return_due_at', id, '2027-01-27T11:00:00Z');
      return { at: '2027-01-27T11:00:00Z', act: send };
    },
    'for endorsing': async () => {
      const { at, token } = await partner();
      const { textHash } = (await people.open(token)).body;
      const endorsement = {
        answer: 'endorsed',
        contributions: ['network'],
        signerName: 'Marit Vik',
        signerTitle: '',
        textHash,
      };
      return { at, act: () => people.post('partner-link/endorsement', token, endorsement) };
    },
    'for the survey': async () => {
      const { at, token } = await partner();
      const ratings = Object.fromEntries(RATED_QUESTIONS.map((question) => [question, 4]));
      const answers = { ratings, services: [], size: '1-9', trade: 'services' };
      return { at, act: () => people.post('partner-link/survey', token, answers) };
    },
    'for opening a partner’s link': async () => {
      const { at, token } = await partner();
      return { at, act: () => people.open(token) };
    },
    'for the facts of one’s own text': async () => {
      const { id, scene, personId, as } = await finalist();
      const [check] = await app.db.query(
        `insert into fact_check (justification_id, nomination_id, edition_id, class_code, text, written_form, text_sha256, asked_by, due_at)
         select j.id, j.nomination_id, j.edition_id, j.class_code, j.text, 'nb', $3, $2, $4 from justification j
         where j.nomination_id = $1 and j.edition_id = $5 returning id`,
        [id, personId, 'a'.repeat(64), '2027-01-19T11:00:00Z', scene.edition.id],
      );
      const body = { answer: 'fine', remarks: '' };
      return {
        at: '2027-01-19T11:00:00Z',
        act: () => as.post(`/api/fact-checks/${check.id}/answer`, body),
      };
    },
    'for who comes on stage': async () => {
      const { scene, personId, as } = await finalist();
      await publishFinalists(app, scene);
      await app.db.query(
        `insert into stage_call (edition_id, due_at, asked_by) values ($1, $2, $3)`,
        [scene.edition.id, '2027-01-22T11:00:00Z', personId],
      );
      const party = {
        said: '',
        people: [{ name: 'Ola Nordli', role: 'Ordfører', said: '', photo: true }],
        needs: '',
        lockVersion: 0,
      };
      return { at: '2027-01-22T11:00:00Z', act: () => as.put('/api/stage-plan/mine', party) };
    },
    'for objecting to minutes': async () => {
      const jury = await deliberationScene(app, { year: 2027 + ++counter });
      await meet(jury);
      const { body } = await jury.as.leader.post<{ id: string }>(`${jury.path}/meeting/close`);
      const text = 'Vedtaket mangler dissensen.';
      return {
        at: '2027-01-13T09:00:00Z',
        act: () => jury.as.ks.post(`/api/minutes/${body.id}/objections`, { text }),
      };
    },
    'for confirming to follow': async () => {
      const email = `folger${++counter}@x.example`;
      await app.visitor().post('/api/follow', { email, municipality: null, language: 'nb' });
      const [{ id }] = await app.db.query('select id from follower where email = $1', [email]);
      await setTo('follower', 'asked_at', id, '2027-01-11T09:00:00Z');
      return { at: '2027-01-18T09:00:00Z', act: () => byLink('follow', id, '/api/follow/confirm') };
    },
  };

  it.each(
    Object.keys(DEADLINES).flatMap((name) =>
      ([-1, 0, 1] as const).map((seconds) => [name, seconds, seconds <= 0] as const),
    ),
  )('%s: %i seconds from it, in time: %s', async (name, seconds, inTime) => {
    const { at, act } = (await DEADLINES[name]?.()) as Deadline;
    await standAt(new Date(Date.parse(at) + seconds * 1000).toISOString());
    const { status, body } = await act();
    expect({ inTime: status < 400, body }).toMatchObject(
      inTime
        ? { inTime }
        : {
            inTime,
            body: {
              refusal: expect.stringMatching(
                /past-deadline|link-expired|not-found|already-decided/,
              ),
            },
          },
    );
  });

  it.each([
    ['opens', 'planned', 'opens_at', 'open-calls', -1, 'planned'],
    ['opens', 'planned', 'opens_at', 'open-calls', 0, 'open'],
    ['opens', 'planned', 'opens_at', 'open-calls', 1, 'open'],
    ['closes', 'open', 'deadline', 'call-deadline', -1, 'open'],
    ['closes', 'open', 'deadline', 'call-deadline', 0, 'open'],
    ['closes', 'open', 'deadline', 'call-deadline', 1, 'closed'],
  ])(
    'of the call: it %s by itself (%s, %s, %s) %i seconds from it: %s',
    async (_what, phase, column, work, seconds, expected) => {
      const at = Date.parse('2027-01-15T07:00:00Z');
      await app.db.query(`update edition set phase = $2, ${column} = $3 where id = $1`, [
        edition.id,
        phase,
        new Date(at).toISOString(),
      ]);
      await standAt(new Date(at + seconds * 1000).toISOString());
      await app.get(Jobs).run(work);
      const [row] = await app.db.query('select phase from edition where id = $1', [edition.id]);
      expect(row.phase).toBe(expected);
    },
  );
});
