import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { AuditLog } from '@award/audit/api';
import {
  announceWinner,
  decide,
  type DecidedScene,
  judgedEdition,
  publishFinalists,
} from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { runCommand } from '../../../../apps/api/award-admin';
import {
  entryWithAttachment,
  pictureOf,
  RECEIVED,
  share,
  takeAway,
} from '../../../../apps/api/testing/package-scene';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { ExamplesPageView } from '@award/publication/contract';
import { verifyLog } from './kept-log';
import { PackageImport } from './package-import';
import { structuralFaults } from './testing/arkivmelding-structure';

const SCHEMAS = path.resolve(process.env['ARKIVMELDING_XSD'] ?? '../shared/data/xsd/fiks-arkiv-v1');
const MAIN = 'no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd';

describe('the archive package of an edition', () => {
  let app: TestApp;
  let scene: DecidedScene;
  const root = mkdtempSync(path.join(tmpdir(), 'kaaring-archive-'));
  const folder = path.join(root, 'arkiv-2027');
  const file = (name: string) => path.join(folder, name);
  const filesIn = (at = folder) =>
    (
      readdirSync(at, { recursive: true, withFileTypes: true }) as {
        name: string;
        parentPath: string;
        isFile(): boolean;
      }[]
    )
      .filter((one) => one.isFile())
      .map((one) => path.relative(at, path.join(one.parentPath, one.name)))
      .sort();
  const messages = () => filesIn().filter((name) => name.endsWith('arkivmelding.xml'));

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app);
    await decide(app, scene);
    const leader = await story(app).seat(scene.edition, 'small', 'Leder', { role: 'leader' });
    const recused = await story(app).seat(scene.edition, 'small', 'Nils', { house: 'NHO' });
    const [about] = scene.small;
    if (!about) throw new Error('no scene');
    await story(app).rule(leader, recused, about, scene.edition, 'recused');
    await app.db.query(`update nomination set received_at = award_now() - interval '60 days'`);
    await entryWithAttachment(app, scene);
    await share(app, scene.small[0], true);
    await share(app, scene.large[3], false);
    for (const act of ['archive:look', 'archive:see'])
      await app.db.transaction((tx) =>
        new AuditLog().write(tx, {
          principal: null,
          act,
          subjectType: 'edition',
          subjectId: scene.edition.id,
          editionId: scene.edition.id,
        }),
      );
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  async function command(...args: string[]) {
    const said: string[] = [];
    const code = await runCommand(
      args,
      { DATABASE_URL: app.databaseUrl, KAARING_KIND: 'test' },
      { say: (line) => said.push(line), complain: (line) => said.push(line) },
    );
    return { code, said };
  }

  it('is refused before the winners are announced, and leaves no folder behind', async () => {
    const { code, said } = await command('archive:export', '2027', folder);
    expect([code, said.join()]).toEqual([1, expect.stringContaining('not announced')]);
    expect(existsSync(folder)).toBe(false);
    expect((await command('archive:export', '27')).code).toBe(2);
  });

  it('is written by a command, and logged', async () => {
    await publishFinalists(app, scene);
    await pictureOf(app, scene.large[0]);
    await takeAway(app, scene.large[2]);
    await announceWinner(app, scene, 'small');
    await announceWinner(app, scene, 'large');
    await app.db.query(
      `update edition set phase = 'announced', announcement_at = '2027-03-02T17:30:00Z' where id = $1`,
      [scene.edition.id],
    );
    await app.db.query(
      `insert into postponement (edition_id, field, before, after, reason, proposed_by, confirmed_by, confirmed_at)
       select id, 'announcementAt', announcement_at - interval '1 day', announcement_at, 'Snøstorm', gen_random_uuid(), gen_random_uuid(), award_now()
       from edition where id = $1`,
      [scene.edition.id],
    );
    const gone = scene.large[1]?.id;
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [gone]);
    await app.db.query(
      `insert into nomination_step (nomination_id, action, from_state, to_state) values ($1, 'withdraw', 'assessed', 'withdrawn')`,
      [gone],
    );
    const { code, said } = await command('archive:export', '2027', folder);
    expect([code, said[0]]).toEqual([0, expect.stringMatching(/^\d+ files of 9 entries written/)]);
    const [log] = await app.db.query(`select facts from audit where act = 'archive:export'`);
    const list = readFileSync(file('checksums.sha256'));
    expect(log.facts.sha256).toBe(createHash('sha256').update(list).digest('hex'));
    expect((await command('archive:export', '2027', folder)).said[0]).toContain('is not empty');
  });

  it('lists the checksum of every file', async () => {
    const lines = readFileSync(file('checksums.sha256'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.slice(66)).sort()).toEqual(
      filesIn().filter((name) => name !== 'checksums.sha256'),
    );
    for (const line of lines)
      expect(line.slice(0, 64)).toBe(
        createHash('sha256')
          .update(readFileSync(file(line.slice(66))))
          .digest('hex'),
      );
  });

  it('tells of every document in a message whose structure is as it must be', () => {
    expect(messages().length).toBeGreaterThan(10);
    for (const name of messages()) {
      const xml = readFileSync(file(name), 'utf8');
      const beside = filesIn(path.dirname(file(name)));
      expect([name, structuralFaults(xml, path.dirname(file(name)), beside)]).toEqual([name, []]);
    }
  });

  const atHand = existsSync(path.join(SCHEMAS, MAIN));
  if (atHand)
    it('is valid against the schema of Fiks Arkiv, where that is at hand', async () => {
      const schema = readFileSync(path.join(SCHEMAS, MAIN), 'utf8');
      const others = readdirSync(SCHEMAS)
        .filter((name) => name.endsWith('.xsd') && name !== MAIN)
        .map((name) => ({
          fileName: name,
          contents: readFileSync(path.join(SCHEMAS, name), 'utf8'),
        }));
      const { valid, errors } = await validateXML({
        xml: messages().map((name) => ({
          fileName: name.replaceAll('/', '-'),
          contents: readFileSync(file(name), 'utf8'),
        })),
        schema: [{ fileName: MAIN, contents: schema }],
        preload: others,
      });
      expect([valid, errors]).toEqual([true, []]);
    });

  it('holds the entries as PDF/A and as the data that their hash is of', async () => {
    const folders = readdirSync(folder).filter((name) => name.includes('-forslag-'));
    expect(folders).toHaveLength(9);
    for (const name of folders) {
      const content = JSON.parse(readFileSync(file(`${name}/innhold.json`), 'utf8'));
      const { hash, title } = shown(readFileSync(file(`${name}/arkivmelding.xml`), 'utf8'));
      const [version] = await app.db.query(
        `select sha256 from nomination_version where content = $1::jsonb and content ->> 'title' = $2`,
        [JSON.stringify(content), content.title],
      );
      expect([title, hash]).toEqual([expect.stringMatching(/^Forslag fra /), version.sha256]);
      const pdf = readdirSync(file(name)).find((one) => one.endsWith('.pdf')) ?? '';
      expect(readFileSync(file(`${name}/${pdf}`), 'latin1')).toMatch(
        /<pdfaid:part>2<.*<pdfaid:conformance>A</s,
      );
    }
  });

  it('holds attachments byte for byte, and names as they were written', () => {
    const name = filesIn().find((one) => /vedlegg-.*\.pdf$/.test(one)) ?? '';
    expect(readFileSync(file(name)).equals(RECEIVED)).toBe(true);
    const xml = readFileSync(path.join(path.dirname(file(name)), 'arkivmelding.xml'), 'utf8');
    expect(unescaped(xml)).toContain('<tittel>Plan & <kart> "2027"</tittel>');
    expect(unescaped(xml)).toContain('Bø & <Sør> čđŋ kommune');
    expect(xml).not.toContain('<kart>');
  });

  it('holds the whole log, whose chain can be followed without the database', async () => {
    const lines = readFileSync(file('log.jsonl'), 'utf8').trimEnd().split('\n');
    const verify = (some: string[]) =>
      verifyLog(
        (async function* each() {
          yield* some;
        })(),
      );
    const whole = await verify(lines);
    const [{ hash }] = await app.db.query(
      `select prev_hash as hash from audit where act = 'archive:export'`,
    );
    expect(whole).toEqual({ head: hash, rows: lines.length });
    expect(readFileSync(file('LES-MEG.txt'), 'utf8')).toContain(hash);
    expect(lines.length).toBeGreaterThan(1);
    const forged = lines.map((line, at) => (at === 1 ? line.replace('archive', 'arkivet') : line));
    for (const wrong of [forged, lines.slice(1), [...lines].reverse()])
      expect(await verify(wrong)).toHaveProperty('fault');
  });

  describe('read into an empty system', () => {
    let empty: TestApp;
    beforeAll(async () => {
      empty = await testApp();
    });
    afterAll(() => empty.close());

    const pages = async (of: TestApp) => {
      const visitor = of.visitor();
      const numbers = scene.small.concat(scene.large).map(({ municipalityId }) => municipalityId);
      const known: { number: string }[] = await app.db.query(
        'select number from municipality_version where municipality_id = any($1) order by number',
        [numbers],
      );
      const { examples } = (await app.visitor().get<ExamplesPageView>('/api/public/examples')).body;
      const paths = [
        '/editions',
        '/editions/2027',
        '/current',
        '/municipalities',
        '/jury',
        '/press',
        '/examples',
        '/examples?sok=arbeidsplass',
        ...known.map(({ number }) => `/municipalities/${number}`),
        ...examples.map(({ year, number }) => `/examples/${year}/${number}`),
      ].flatMap((one) => [one, `${one}?language=en`]);
      const told: Record<string, unknown> = {};
      for (const one of paths) {
        const { status, body } = await visitor.get(`/api/public${one}`);
        told[one] = [status, body];
      }
      return told;
    };

    it.each([
      [
        'a changed file',
        (at: string) => appendFileSync(path.join(at, 'record.json'), ' '),
        'record.json: has been changed',
      ],
      [
        'a file too few',
        (at: string) => rmSync(path.join(at, 'LES-MEG.txt')),
        'LES-MEG.txt: is missing',
      ],
      [
        'a file too many',
        (at: string) => writeFileSync(path.join(at, 'x'), ''),
        'x: is not in the list',
      ],
    ])('is refused with %s', async (_, spoil, fault) => {
      const spoilt = path.join(root, 'spoilt');
      cpSync(folder, spoilt, { recursive: true });
      spoil(spoilt);
      await expect(new PackageImport(empty.db, new AuditLog()).run(spoilt)).rejects.toThrow(fault);
      expect(await empty.db.query('select 1 from edition')).toEqual([]);
      rmSync(spoilt, { recursive: true });
    });

    it('shows the same public record, and is read in once', async () => {
      const importer = new PackageImport(empty.db, new AuditLog());
      expect(await importer.run(folder)).toEqual({ year: 2027, entries: 9, releases: 3 });
      const theirs = await pages(app);
      const said = JSON.stringify(theirs);
      for (const told of [
        '"withdrawnAt":"2',
        '"steppedOut":[{',
        '"name":"Nils"',
        '"entries":5',
        '/960.webp',
        '"contact":{"name":"Kari Nordli"',
        '"own":{"title":"Tiltaket i Slettvik"',
      ])
        expect(said).toContain(told);
      expect(await pages(empty)).toEqual(theirs);
      const [, address = ''] = /"src":"([^"]+)"/.exec(said) ?? [];
      const [here, there] = await Promise.all(
        [app, empty].map(async ({ url }) => (await fetch(url + address)).arrayBuffer()),
      );
      expect(there).toEqual(here);
      expect(here?.byteLength).toBeGreaterThan(1000);
      for (const [status] of Object.values(theirs) as [number][]) expect(status).toBe(200);
      await expect(importer.run(folder)).rejects.toThrow('there is an edition of 2027 here');
    });

    it('answers at every public address with the same bytes, gone pictures too', async () => {
      const images: { id: string; gone: boolean }[] = await app.db.query(
        'select id, withdrawn_at is not null as gone from published_image order by gone',
      );
      expect(images.map(({ gone }) => gone)).toEqual([false, true]);
      const numbers: { number: string }[] = await app.db.query(
        'select number from municipality_version where municipality_id in (select municipality_id from nomination) order by number',
      );
      const paths = [
        ...['/', '/arkiv', '/arkiv/2027', '/juryen', '/presse', '/eksempler', '/personvern'],
        ...['/kommuner', '/apne-data', '/arkiv/2026', '/eksempler?sok=arbeidsplass'],
        ...numbers.flatMap(({ number }) => [`/kommuner/${number}`, `/eksempler/2027/${number}`]),
      ];
      const addresses = [
        ...paths.flatMap((one) =>
          ['nb', 'nn', 'en'].map(
            (language) => `/api/public/view?path=${encodeURIComponent(one)}&language=${language}`,
          ),
        ),
        ...images.flatMap(({ id }) =>
          ['480.webp', '960.webp', '1600.webp', 'presse.jpg'].map(
            (name) => `/bilder/${id}/${name}`,
          ),
        ),
        ...['/sitemap.xml', '/robots.txt', '/nyheter.atom', '/nyheter.rss', '/nn/nyheter.atom'],
        ...['/data/resultater.csv', '/data/resultater.json', '/data/katalog.jsonld'],
        ...['/presse/2027.zip', '/kort/forside.png', '/kort/kaaring-2027.png'],
      ];
      const answers = async (of: TestApp) =>
        Promise.all(
          addresses.map(async (address) => {
            const answer = await fetch(of.url + address, { redirect: 'manual' });
            const bytes = Buffer.from(await answer.arrayBuffer());
            const sha256 = createHash('sha256').update(bytes).digest('hex');
            return [address, answer.status, bytes.length, sha256] as const;
          }),
        );
      const [theirs, ours] = [await answers(app), await answers(empty)];
      expect(ours).toEqual(theirs);
      const statuses = new Map(theirs.map(([address, status]) => [address, status]));
      expect(statuses.get(`/bilder/${images[0]?.id}/960.webp`)).toBe(200);
      expect(statuses.get(`/bilder/${images[1]?.id}/960.webp`)).toBe(410);
      expect(theirs.filter(([, status]) => status === 200).length).toBeGreaterThan(60);
      const record = readFileSync(file('record.json'), 'utf8');
      expect(record).not.toMatch(/Ikke vårt bilde|Snøstorm/);
    });

    it('gives nobody a way in, and no words that were not released', async () => {
      expect(await empty.db.query('select 1 from identity')).toEqual([]);
      expect(await empty.db.query('select 1 from role_grant')).toEqual([]);
      expect(await empty.db.query(`select 1 from nomination where content <> '{}'`)).toEqual([]);
      const shared: { content: { title: string; contactName?: string } }[] = await empty.db.query(
        `select content from nomination_version order by content ->> 'title'`,
      );
      expect(shared.map(({ content }) => [content.title, content.contactName])).toEqual([
        ['Tiltaket i Fjordvik', 'Kari Nordli'],
        ['Tiltaket i Slettvik', undefined],
      ]);
    });
  });
});

/** The title of a record and the hash that its second document names. */
function shown(xml: string): { title: string | undefined; hash: string | undefined } {
  return {
    title:
      /^ {4}<tittel>(.*)<\/tittel>$/m.exec(xml)?.[1] ??
      /<\/dokumentbeskrivelse>\s*<tittel>(.*)<\/tittel>/.exec(xml)?.[1],
    hash: /Innholdet som data, SHA-256 ([0-9a-f]{64})/.exec(xml)?.[1],
  };
}

function unescaped(xml: string): string {
  return xml.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
