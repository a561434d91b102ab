import { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { Mail } from '@award/mail/api';
import { DemoYear } from './demo/demo-year.service';
import { decideFinalists, decideWinner, justify } from './demo/sample-year/deciding';
import { prepareStage } from './demo/sample-year/on-stage';
import { sealAndArm } from './demo/sample-year/publishing';
import type { SampleYear } from './demo/sample-year/sample-year';
import { everyRoute, type Places, placesIn, publicAddresses } from './rehearsal/every-address';
import {
  type Ask,
  type Caller,
  differences,
  holds,
  LeakScan,
  type Look,
  onlyIn,
  type Secret,
} from './rehearsal/leak-scan';
import { tellingMail } from './rehearsal/mail-account';
import { secretsOf } from './rehearsal/secrets';
import { actsRefused } from './testing/acts-refused';
import { type HeardLog, hearLog } from './testing/heard-log';
import {
  Careless,
  CLEARED,
  FOLLOWER,
  type LeakScene,
  leakScene,
  MUNICIPALITIES,
  placesOf,
  TOLD_WHEN,
} from './testing/leak-scene';
import { fewestStatements, mailHasGone } from './testing/statements';
import type { TestApp } from './testing/test-app';
import { atOneInstant, jobsOf, mailsOf, part, passTime, type Twins } from './testing/twins';

const [MUNICIPALITY = ''] = MUNICIPALITIES;
/** Who says in the log that the database was away for a moment, whatever is asked. */
const OF_CONNECTIONS = / (Jobs|PublicWatch|PublicDatabase|MeetingStreams)$/;
/** To whom the winner of the large class could be told beside the finalists. */
const BESIDE_THE_FINALISTS = ['anyone', ...MUNICIPALITIES.slice(2), 'inhabil-stor', TOLD_WHEN];
/** That something is sealed, as the secretary is told who seals it. */
const isWhen = (told: string) => told.startsWith(TOLD_WHEN) && told.endsWith('of what is sealed');
/** Who tries every act: to others no act is open that could tell. */
const REFUSED = [MUNICIPALITY, 'inhabil', 'inhabil-stor'];
/** Asked for the number of statements, by somebody to whom it could tell something. */
const COUNTED: readonly [string, string][] = [
  ['anyone', '/api/me'],
  ['anyone', '/api/municipalities?search=a&limit=5'],
  [MUNICIPALITY, '/api/nominations/mine'],
  [MUNICIPALITY, '/api/nominations/mine/outcome'],
  [MUNICIPALITY, '/api/fact-checks/mine'],
  [MUNICIPALITY, '/api/stage-plan/mine'],
  ['inhabil', '/api/deliberation'],
  ['inhabil', '/api/editions/:editionId/classes/small/meeting'],
  ['inhabil', '/api/editions/:editionId/classes/small/ranking'],
  ['saksbehandler', '/api/eligibility/entries?classCode=small'],
  ['saksbehandler', '/api/outreach/undelivered'],
];

/**
 * Two servers on two databases that were one until the jury met: in the one it decides, writes and seals, in the other
 * nothing happens. Whoever is not cleared must be answered the same by both, to a byte; so must the mail, the log, the
 * queue and the number of statements be. After the release the one tells everything, and the other still nothing.
 */
describe('no result leaks to anybody who is not cleared', () => {
  const careless = new Careless();
  const drops: (() => Promise<void>)[] = [];
  let scene: LeakScene;
  let twins: Twins;
  let year: SampleYear;
  let log: HeardLog | undefined;
  let finalists: Named[] = [];
  /** When the jury began, and when nothing was a secret but the winners, on the real clock, by which mail is queued. */
  let began: string;
  let ended: string;

  beforeAll(async () => {
    scene = await leakScene();
    drops.push(scene.dropDatabase);
    await partFrom(scene.app);
    began = await realNow();
  }, 300_000);
  afterAll(async () => {
    log?.stop();
    for (const server of [twins.app, twins.twin]) await server.close();
    for (const drop of drops) await drop();
  });

  async function partFrom(app: TestApp): Promise<void> {
    log?.stop();
    const { copy, ...both } = await part(app, [careless]);
    drops.push(copy.drop);
    twins = both;
    careless.db = both.app.get(DataSource);
    year = await twins.app.get(DemoYear).sampleYear();
    log = hearLog();
  }

  /** The same questions to both, one server after the other, so that it is known whose a line of the log is. */
  async function both(
    callers: readonly Caller[],
    asks: readonly (string | Ask)[],
    secrets: readonly Secret[] = [],
  ): Promise<{ one: Look; other: Look; lines: string[][] }> {
    const { app, twin } = twins;
    const scan = new LeakScan(callers, asks);
    const heard = log?.lines ?? [];
    return atOneInstant([app, twin], async () => {
      const from = heard.length;
      const one = await scan.at(app.url).look(secrets);
      const between = heard.length;
      const other = await scan.at(twin.url).look();
      const lines = [heard.slice(from, between), heard.slice(between)];
      return {
        one,
        other,
        lines: lines.map((said) => said.filter((line) => !OF_CONNECTIONS.test(line))),
      };
    });
  }

  async function places(): Promise<Places> {
    return {
      ...(await placesIn({ ...year, db: twins.app.db })),
      ...(await placesOf(twins.app, year.editionId)),
    };
  }

  /** Mail and jobs of which the one has more or fewer than the other, but for mail to who is cleared. */
  async function moreThanTheTwin(): Promise<string[]> {
    const { app, twin } = twins;
    await mailHasGone(app);
    const [mails, fewer] = [await mailsOf(app), await mailsOf(twin)];
    const told = [...onlyIn(mails, fewer), ...onlyIn(fewer, mails)].filter(
      (mail) => !CLEARED.some((recipient) => mail.startsWith(`${recipient} `)),
    );
    const jobs = onlyIn(await jobsOf(app), await jobsOf(twin)).filter((job) => job !== 'mail {}');
    return [...told, ...jobs];
  }

  /** Lines of the log about somebody or something that was decided. */
  const tellingLines = (secrets: readonly Secret[]): string[] => {
    const words = [
      ...secrets.map(({ text }) => text),
      ...finalists.flatMap((one) => Object.values(one)),
    ];
    return (log?.lines ?? []).filter((line) => words.some((word) => holds(line, word)));
  };

  /** What is public is asked for by two, every route by each of those named. */
  async function nothingDiffers(
    names: readonly string[],
    secrets: readonly Secret[],
  ): Promise<void> {
    const known = await places();
    const asked = scene.callers.filter(({ name }) => names.includes(name));
    const open = await both(asked.slice(0, 2), publicAddresses(year.year, known), secrets);
    const routes = everyRoute(twins.app, known);
    const { one, other, lines } = await both(asked, routes, secrets);
    expect([...differences(open.one, open.other), ...differences(one, other, [TOLD_WHEN])]).toEqual(
      [],
    );
    expect([...open.one.told, ...one.told].filter((told) => !isWhen(told))).toEqual([]);
    expect(open.one.opened.get('anyone')).toBeGreaterThan(60);
    expect(routes.length).toBeGreaterThan(100);
    expect([...one.opened.values()].some((opened) => opened > 30)).toBe(true);
    expect(await moreThanTheTwin()).toEqual([]);
    expect(tellingLines(secrets)).toEqual([]);
    expect([open.lines[0], lines[0]]).toEqual([open.lines[1], lines[1]]);
  }

  async function realNow(): Promise<string> {
    const [{ now }] = await twins.app.db.query('select clock_timestamp()::text as now');
    return now;
  }

  async function dateOf(column: 'finalists_at' | 'announcement_at'): Promise<string> {
    const [{ at }] = await twins.app.db.query(`select ${column} as at from edition where id = $1`, [
      year.editionId,
    ]);
    return at.toISOString();
  }

  const decidedAs = (
    outcome: 'finalist' | 'winner',
    classCode: string | null = null,
  ): Promise<Named[]> =>
    twins.app.db.query(
      `select v.name, n.id from decision_entry e join nomination n on n.id = e.nomination_id
       join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
       where e.edition_id = $1 and e.outcome = $2 and ($3::text is null or e.class_code = $3) order by v.number`,
      [year.editionId, outcome, classCode],
    );

  /** The clock passes the time in both; answers what anybody is told by each. */
  async function afterTheTime(
    column: 'finalists_at' | 'announcement_at',
  ): Promise<(path: string) => Promise<[string, string]>> {
    const { app, twin } = twins;
    const at = new Date(Date.parse(await dateOf(column)) + 1000).toISOString();
    await passTime([app, twin], at);
    const [one, other] = [app.visitor(), twin.visitor()];
    return async (path) => [
      (await one.getBytes(path)).bytes.toString('latin1'),
      (await other.getBytes(path)).bytes.toString('latin1'),
    ];
  }
  const inBytes = (words: string) => Buffer.from(words).toString('latin1');

  it('finalists and a winner who are decided, written, sealed and armed are not there', async () => {
    for (const act of [decideFinalists, decideWinner, justify]) await act(year, 'small');
    const small = await both([scene.otherClass], everyRoute(twins.app, await places()));
    expect(differences(small.one, small.other)).toEqual([]);

    for (const act of [decideFinalists, justify]) await act(year, 'large');
    await sealAndArm(year, 'all', await dateOf('finalists_at'));
    await sealAndArm(year, 'small', await dateOf('announcement_at'));
    finalists = await decidedAs('finalist');
    const secrets = await secretsOf(twins.app.db, year.editionId, 'finalist');
    expect(finalists).toHaveLength(6);
    expect(new Set(secrets.map(({ what }) => what)).size).toBe(6);
    const large = MUNICIPALITIES.slice(2);
    const names = scene.callers.map(({ name }) => name).filter((name) => !large.includes(name));
    await nothingDiffers(names, secrets);
    const when = scene.callers.find(({ name }) => name === TOLD_WHEN)?.visitor.at(twins.app.url);
    for (const path of [
      '/api/deliberation',
      '/api/releases',
      `/api/images/editions/${year.editionId}`,
      `/api/stage/${year.editionId}`,
    ]) {
      const text = (await when?.getBytes(path))?.bytes.toString() ?? '';
      expect(finalists.filter(({ id, name }) => holds(text, id) || holds(text, name))).toEqual([]);
    }
  }, 240_000);

  it('every act is refused in the same words, also on what only the one knows of', async () => {
    const { app } = twins;
    const known = await places();
    const entry = { nominationId: known['nominationId']?.slice(0, 1) ?? [], classCode: ['small'] };
    const acts = actsRefused(app, known, { ...known, ...entry });
    const refused = scene.callers.filter(({ name }) => REFUSED.includes(name));
    const { one, other, lines } = await both(refused, acts);
    expect(differences(one, other)).toEqual([]);
    expect([...one.answers].filter(([, { status }]) => Number(status) < 400)).toEqual([]);
    expect(lines).toEqual([[], []]);
  }, 120_000);

  const statements = async ([name, route]: readonly [string, string]) => {
    const { app, twin } = twins;
    const caller = scene.callers.find((known) => known.name === name);
    const path = route.replace(':editionId', year.editionId);
    const made = (server: TestApp) => {
      const visitor = caller?.visitor.at(server.url) ?? server.visitor();
      return fewestStatements(server, () => visitor.get(path));
    };
    return [await made(app), await made(twin)];
  };

  it('the same statements are made', async () => {
    for (const one of COUNTED) {
      const [made, inTwin] = await statements(one);
      expect([one, made]).toEqual([one, inTwin]);
    }
  }, 120_000);

  it('finalists that are released are everywhere, and in the twin nowhere', async () => {
    ended = await realNow();
    const told = await afterTheTime('finalists_at');
    const { year: of } = year;
    for (const path of [
      `/api/public/editions/${of}`,
      ...['nb', 'nn', 'en'].map((one) => `/api/public/view?path=/arkiv/${of}&language=${one}`),
      '/api/public/live',
      '/api/public/press',
      '/data/resultater.json',
      '/data/resultater.csv',
      ...['', '/nn', '/en'].flatMap((one) => [`${one}/nyheter.atom`, `${one}/nyheter.rss`]),
    ]) {
      const [one, other] = await told(path);
      for (const { name } of finalists) {
        expect([path, name, one.includes(inBytes(name))]).toEqual([path, name, true]);
        expect([path, name, other.includes(inBytes(name))]).toEqual([path, name, false]);
      }
    }
    await prepareStage(year);
  }, 120_000);

  it('a winner who is decided, sealed and armed is not there beside the finalists', async () => {
    await twins.twin.close();
    await partFrom(twins.app);
    await decideWinner(year, 'large');
    const at = await dateOf('announcement_at');
    for (const scope of ['small', 'large']) await sealAndArm(year, scope, at);
    await nothingDiffers(
      BESIDE_THE_FINALISTS,
      await secretsOf(twins.app.db, year.editionId, 'winner'),
    );
  }, 240_000);

  it('each kind of leak is found', async () => {
    const { app } = twins;
    const secrets = [{ what: 'a name', text: 'Vinneren er Askedal' }];
    const found = async (): Promise<[string[], string[]]> => {
      const { one, other, lines } = await both(scene.callers.slice(0, 2), ['/api/me'], secrets);
      return [
        differences(one, other),
        [...one.told, ...tellingLines(secrets), ...(lines[0] ?? [])],
      ];
    };
    const everybody = (...parts: string[]) =>
      ['anyone', MUNICIPALITY].flatMap((name) => parts.map((part) => `${name} /api/me: ${part}`));
    expect(await found()).toEqual([[], []]);
    careless.slips = 'header';
    expect((await found())[0]).toEqual(everybody('header x-entries'));
    careless.slips = 'count';
    expect((await found())[0]).toEqual(everybody('body', 'header content-length'));
    careless.slips = 'error';
    expect((await found())[0]).toEqual(expect.arrayContaining(everybody('status', 'body')));
    careless.slips = 'log';
    expect((await found())[1]).toHaveLength(4);
    careless.slips = 'statement';
    const [made, inTwin] = await statements(['anyone', '/api/me']);
    expect(made).toHaveLength((inTwin?.length ?? 0) + 1);
    careless.slips = null;

    expect(await moreThanTheTwin()).toEqual([]);
    await app.db.transaction(async (tx) => {
      await app.get(Mail).queue(tx, {
        eventKey: 'planted',
        recipient: `${MUNICIPALITY}@eksempel.example`,
        template: 'sign-in-code',
        language: 'nb',
        words: { code: '111111' },
        editionId: null,
      });
      await app.get(Jobs).send(tx, 'mail', { winner: finalists[0]?.id }, 3600);
    });
    const more = await moreThanTheTwin();
    expect(more.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      `${MUNICIPALITY}@eksempel.example waits`,
      `mail {"winner":`,
    ]);
    const id = finalists[0]?.id ?? '';
    const ask = new LeakScan(scene.callers.slice(0, 1), [`/bilder/${id}/960.webp`]);
    expect((await ask.at(app.url).look([{ what: 'an id', text: id }])).told).toEqual([]);
  }, 120_000);

  it('winners who are announced are everywhere, and in the twin only the one that it has too', async () => {
    const { app, twin } = twins;
    const { year: of } = year;
    const [{ name, id }] = (await decidedAs('winner', 'large')) as [Named];
    const told = await afterTheTime('announcement_at');
    const heads = (feed: string) =>
      [...feed.matchAll(/<title[^>]*>([^]*?)<\/title>/g)].some(([head]) =>
        head.includes(inBytes(name)),
      );
    for (const path of ['/nyheter.atom', '/nn/nyheter.rss', '/en/nyheter.atom'])
      expect([path, ...(await told(path)).map(heads)]).toEqual([path, true, false]);
    const winners = (csv: string) => csv.split('\n').filter((row) => row.includes(',winner,'));
    const [all, fewer] = (await told('/data/resultater.csv')).map(winners) as [string[], string[]];
    expect(onlyIn(all, fewer).map((row) => row.includes(`,${inBytes(name)},`))).toEqual([true]);
    for (const path of [
      `/api/public/editions/${of}`,
      `/api/public/view?path=/arkiv/${of}&language=nb`,
      '/api/public/live',
      '/api/public/press',
      '/data/resultater.json',
      `/presse/${of}.zip`,
      `/kort/kaaring-${of}.png`,
    ]) {
      const [one, other] = await told(path);
      expect([path, one === other]).toEqual([path, false]);
    }
    for (const server of [app, twin]) {
      await server.get(Jobs).minute();
      await mailHasGone(server);
    }
    const mails = onlyIn(await mailsOf(app), await mailsOf(twin));
    expect(mails.filter((mail) => mail.startsWith(`${FOLLOWER} got`))).toHaveLength(1);
    expect(mails.filter((mail) => mail.includes(' waits for publication.news '))).not.toEqual([]);
    const secrets = await secretsOf(app.db, year.editionId, 'winner');
    const texts = [id, ...secrets.map(({ text }) => text)];
    expect(await tellingMail(app.db, { from: began, to: ended }, texts)).toEqual([]);
  }, 120_000);
});

interface Named {
  id: string;
  name: string;
}
