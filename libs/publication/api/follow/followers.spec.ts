import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { Jobs } from '@award/jobs/api';

interface Row {
  recipient: string;
  template: string;
  language: string;
  words: Record<string, string>;
}

describe('following by e-mail', () => {
  let app: TestApp;
  let scene: DecidedScene;

  const post = (path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/api/follow${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body ?? {}),
    });
  const ask = (email: string, more: object = {}) => post('', { email, language: 'nb', ...more });
  const mails = (template: string): Promise<Row[]> =>
    app.db.query(
      `select recipient, template, language, words from mail_outbox where template = $1 order by created_at, recipient`,
      [template],
    );
  const confirm = async (email: string) => {
    const asked = await mails('publication.follow-confirm');
    const token = asked.findLast(({ recipient }) => recipient === email)?.words.token ?? '';
    return post('/confirm', undefined, { 'link-token': token });
  };
  const followers = async (): Promise<string[]> =>
    (
      await app.db.query('select email from follower where confirmed_at is not null order by email')
    ).map(({ email }: { email: string }) => email);

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
  });
  afterAll(() => app.close());

  it('an address that has not answered follows nothing; one that has, follows once', async () => {
    expect((await ask('Kari@Avisa.example')).status).toBe(202);
    expect(await followers()).toEqual([]);
    expect((await confirm('kari@avisa.example')).status).toBe(204);
    expect((await confirm('kari@avisa.example')).status).toBe(204);
    expect(await followers()).toEqual(['kari@avisa.example']);
  });

  it('asking again for an address that follows is answered alike, and sends nothing', async () => {
    const before = await mails('publication.follow-confirm');
    expect((await ask('kari@avisa.example')).status).toBe(202);
    expect(await mails('publication.follow-confirm')).toEqual(before);
  });

  it.each([
    ['no address', { email: 'ikke en adresse' }, 400],
    ['an unknown municipality', { email: 'a@b.example', municipality: '9999' }, 404],
    ['an unknown language', { email: 'a@b.example', language: 'sv' }, 400],
    ['more than was asked for', { email: 'a@b.example', confirmedAt: '2026-01-01' }, 400],
  ])('%s is refused', async (_, body, status) => {
    expect((await post('', { language: 'nb', ...body })).status).toBe(status);
  });

  it('the fourth mail to one address within an hour is refused', async () => {
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push((await ask('mange@avisa.example')).status);
    expect(answers).toEqual([202, 202, 202, 429]);
  });

  it('a token for stopping confirms nothing, and a made-up one does neither', async () => {
    const [{ words }] = (await mails('publication.follow-confirm')) as [Row];
    expect((await post(`/stop?link=${words.token}`)).status).toBe(404);
    expect((await post('/confirm', undefined, { 'link-token': 'x'.repeat(54) })).status).toBe(404);
  });

  it('each release is told once to each address, and says where to read, not what', async () => {
    await ask('ola@kommune.example', { municipality: await numberOf('Fjordvik') });
    await confirm('ola@kommune.example');
    await ask('per@kommune.example', { municipality: await numberOf('Tinden') });
    await confirm('per@kommune.example');
    await publishFinalists(app, scene);
    for (let at = 0; at < 3; at += 1) await app.get(Jobs).minute();
    await announceWinner(app, scene, 'small');
    await Promise.all([app.get(Jobs).minute(), app.get(Jobs).minute()]);
    const told = await mails('publication.followed');
    expect(told.map(({ recipient, words }) => [recipient, words.kind])).toEqual([
      ['kari@avisa.example', 'finalists'],
      ['ola@kommune.example', 'finalists'],
      ['kari@avisa.example', 'winners'],
      ['ola@kommune.example', 'winners'],
    ]);
    for (const name of ['Fjordvik', 'Storby', 'Nesdal'])
      expect(JSON.stringify(told)).not.toContain(name);
  });

  it('one POST from a mail program ends it, and the address is forgotten', async () => {
    const [{ words }] = (await mails('publication.followed')) as [Row];
    const answer = await fetch(`${app.url}/api/follow/stop?link=${words.token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(204);
    expect(await followers()).toEqual(['ola@kommune.example', 'per@kommune.example']);
    expect((await fetch(`${app.url}/api/follow/stop?link=${words.token}`)).status).toBe(404);
  });

  it('whoever never answers is forgotten after a week', async () => {
    await ask('aldri@avisa.example');
    await app.db.query(
      `update follower set asked_at = award_now() - interval '8 days' where email = $1`,
      ['aldri@avisa.example'],
    );
    await app.get(Jobs).minute();
    const left = await app.db.query(`select from follower where email = 'aldri@avisa.example'`);
    expect(left).toEqual([]);
  });

  const numberOf = async (name: string): Promise<string> => {
    const [{ number }] = await app.db.query(
      'select number from municipality_version where name = $1',
      [name],
    );
    return number;
  };
});
