import { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { Mail } from '@award/mail/api';
import { PublicViews } from '../../libs/publication/api/rendering';
import { DemoYear } from '../api/demo/demo-year.service';
import { decideFinalists, decideWinner, justify } from '../api/demo/sample-year/deciding';
import { prepareStage } from '../api/demo/sample-year/on-stage';
import { sealAndArm } from '../api/demo/sample-year/publishing';
import type { SampleYear } from '../api/demo/sample-year/sample-year';
import {
  everyRoute,
  openRoutes,
  type Places,
  placesIn,
  publicAddresses,
  publicPages,
} from '../api/rehearsal/every-address';
import {
  type Ask,
  type Caller,
  differences,
  holds,
  LeakScan,
  onlyIn,
  type Secret,
} from '../api/rehearsal/leak-scan';
import { tellingMail } from '../api/rehearsal/mail-account';
import { secretsOf } from '../api/rehearsal/secrets';
import { actsRefused } from '../api/testing/acts-refused';
import { COUNTED, statementsAtBoth } from '../api/testing/counted-statements';
import { type HeardLog, hearLog } from '../api/testing/heard-log';
import {
  Careless,
  CLEARED,
  FOLLOWER,
  type LeakScene,
  leakScene,
  MUNICIPALITIES,
  placesOf,
  TOLD_WHEN,
} from '../api/testing/leak-scene';
import { mailHasGone } from '../api/testing/statements';
import type { TestApp } from '../api/testing/test-app';
import {
  askBoth,
  mailsOf,
  moreThanTheTwin,
  part,
  passTime,
  type Twins,
} from '../api/testing/twins';

const [MUNICIPALITY = ''] = MUNICIPALITIES;
/** To whom the winner of the large class could be told beside the finalists. */
const BESIDE_THE_FINALISTS = ['anyone', ...MUNICIPALITIES.slice(2), 'inhabil-stor', TOLD_WHEN];
/** That something is sealed, as the secretary is told who seals it. */
const isWhen = (told: string) => told.startsWith(TOLD_WHEN) && told.endsWith('of what is sealed');
/** Who tries every act: to others no act is open that could tell. */
const REFUSED = [MUNICIPALITY, 'inhabil', 'inhabil-stor'];
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

  const both = (
    callers: readonly Caller[],
    asks: readonly (string | Ask)[],
    secrets: readonly Secret[] = [],
  ) => askBoth(twins, log?.lines ?? [], callers, asks, secrets);

  async function places(): Promise<Places> {
    return {
      ...(await placesIn({ ...year, db: twins.app.db })),
      ...(await placesOf(twins.app, year.editionId)),
    };
  }

  /** Lines of the log about somebody or something that was decided. */
  const tellingLines = (secrets: readonly Secret[]): string[] => {
    const words = [
      ...secrets.map(({ text }) => text),
      ...finalists.flatMap((one) => Object.values(one)),
    ];
    return (log?.lines ?? []).filter((line) => words.some((word) => holds(line, word)));
  };

  /** What is public is asked for by two, every route by each of those named, and what is open by who holds a link. */
  async function nothingDiffers(
    names: readonly string[],
    secrets: readonly Secret[],
  ): Promise<void> {
    const known = await places();
    const asked = scene.callers.filter(({ name }) => names.includes(name));
    const { app } = twins;
    const routes = everyRoute(app, known);
    const pages = [...publicAddresses(year.year, known), ...publicPages(year.year, known)];
    const looks = [
      await both(asked.slice(0, 2), pages, secrets),
      await both(scene.holders.callers, openRoutes(app, known), secrets),
      await both(asked, routes, secrets),
    ];
    const [open, held, whole] = looks.map(({ one }) => one.opened);
    expect(looks.flatMap(({ one, other }) => differences(one, other, [TOLD_WHEN]))).toEqual([]);
    expect(looks.flatMap(({ one }) => one.told).filter((told) => !isWhen(told))).toEqual([]);
    expect(open?.get('anyone')).toBeGreaterThan(120);
    expect(Math.min(...(held?.values() ?? []))).toBeGreaterThan(4);
    expect(routes.length).toBeGreaterThan(100);
    expect([...(whole?.values() ?? [])].some((opened) => opened > 30)).toBe(true);
    expect(await moreThanTheTwin(twins, CLEARED)).toEqual([]);
    expect(tellingLines(secrets)).toEqual([]);
    for (const { lines } of looks) expect(lines[0]).toEqual(lines[1]);
    expect(log?.lines.filter((line) => line.includes('could not be rendered'))).toEqual([]);
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

  it('whoever has a personal link is answered the same, whatever they do with it', async () => {
    const { callers, acts } = scene.holders;
    const { one, other, lines } = await both(callers, acts);
    expect(differences(one, other)).toEqual([]);
    const done = [...one.answers].filter(([, { status }]) => Number(status) < 400);
    const own =
      /^(tip-\d+ .*\/tips\/link\/confirm|follow .*\/follow\/confirm|.*\/follow\/stop\?link=)/;
    expect(done.filter(([asked]) => !own.test(asked))).toEqual([]);
    expect(done.filter(([asked]) => /^(tip|follow)/.test(asked))).not.toEqual([]);
    expect(lines).toEqual([[], []]);
  }, 120_000);

  const statements = (asked: readonly [string, string]) =>
    statementsAtBoth(twins, scene.callers, year.editionId, asked);

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
      ...['', '/nn', '/en'].flatMap((one) =>
        ['/', `/arkiv/${of}`, '/presse'].map((at) => one + at),
      ),
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

    const pages = ['/api/public/view?path=/arkiv%3Fplanted', '/arkiv?planted'];
    const views = app.get(PublicViews);
    const viewOf = views.viewOf.bind(views);
    views.viewOf = async (path, language) => {
      const found = await viewOf(path, language);
      if (!found || 'location' in found) return found;
      const head = `${found.head}<meta name="description" content="Vinneren er Askedal">`;
      // An address of its own, so that nothing is kept.
      return { ...found, head, address: `${found.address}?planted` };
    };
    const { one, other } = await both(scene.callers.slice(0, 1), pages, secrets);
    views.viewOf = viewOf;
    expect(differences(one, other)).toEqual(
      ['body', 'header etag', 'header content-length'].map((part) => `anyone ${pages[1]}: ${part}`),
    );
    expect(one.told).toEqual([`anyone ${pages[1]}: a name`]);

    expect(await moreThanTheTwin(twins, CLEARED)).toEqual([]);
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
    const more = await moreThanTheTwin(twins, CLEARED);
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
      '/',
      `/nn/arkiv/${of}`,
      '/en/direkte',
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
