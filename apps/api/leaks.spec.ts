import { DemoYear } from './demo/demo-year.service';
import { decideFinalists, decideWinner, justify } from './demo/sample-year/deciding';
import { type SampleYear } from './demo/sample-year/sample-year';
import type { Visitor } from './demo/visitor';
import { seedGround } from './seed/seed-demo';
import { routesOf } from './testing/routes';
import { type TestApp, testApp } from './testing/test-app';

/** Sits in the large class only, recused or as a deputy: nothing of the small class is theirs. */
const OTHER_CLASS = ['inhabil-stor', 'vara-ks'];
const NO_CLASS = ['inhabil'];
/** Two of each class: a finalist and another, as the test makes sure. */
const MUNICIPALITIES = ['9001', '9008', '9028', '9021'].map((number) => `kommune-${number}`);
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Asks every route that reads, as everybody who is not cleared, and compares bytes, status and the
 * headers that could tell, before and after each step on the way to a release.
 */
describe('no result leaks to anybody who is not cleared', () => {
  let app: TestApp;
  let year: SampleYear;
  let callers: { name: string; visitor: Visitor }[];
  let addresses: string[];

  beforeAll(async () => {
    app = await testApp();
    await seedGround(app);
    await app.get(DemoYear).begin('deliberation');
    year = await app.get(DemoYear).sampleYear();
    const named = async (name: string) => ({ name, visitor: await year.people.person(name) });
    callers = [{ name: 'anyone', visitor: app.visitor() }];
    for (const key of [...MUNICIPALITIES, ...OTHER_CLASS, ...NO_CLASS])
      callers.push(await named(key));
    addresses = await everyAddress();
  }, 180_000);
  afterAll(() => app.close());

  /** Every route that reads, with the ids of everything that there is. */
  async function everyAddress(): Promise<string[]> {
    const ids = async (sql: string): Promise<string[]> =>
      (await app.db.query(sql, [year.editionId])).map(({ id }: { id: string }) => id);
    const entries = await ids(
      `select id from nomination where edition_id = $1 and state = 'assessed' order by id`,
    );
    const known: Record<string, string[]> = {
      editionId: [year.editionId],
      classCode: ['small', 'large'],
      nominationId: entries,
      number: ['1'],
      seatId: await ids('select id from seat where edition_id = $1 order by id limit 4'),
      'editions/:id': [year.editionId],
    };
    const found = new Set<string>();
    for (const { path, method } of routesOf(app)) {
      if (method !== 'GET' || path.startsWith('/api/demo') || path === '/metrics') continue;
      let places = [path.replace('editions/:id', `editions/${year.editionId}`)];
      for (const name of ['nominations/:id', 'entries/:id'])
        places = places.flatMap((place) =>
          place.includes(name)
            ? entries.map((id) => place.replace(name, name.replace(':id', id)))
            : [place],
        );
      for (;;) {
        const next = places.findIndex((place) => /:\w+/.test(place));
        if (next < 0) break;
        const place = places[next] ?? '';
        const [whole, name = ''] = /:(\w+)/.exec(place) ?? [];
        places.splice(
          next,
          1,
          ...(known[name] ?? [NOBODY]).map((id) => place.replace(whole ?? '', id)),
        );
      }
      for (const place of places) found.add(place);
    }
    for (const language of ['nb', 'nn', 'en'])
      for (const path of [
        '/',
        '/arkiv',
        `/arkiv/${year.year}`,
        '/direkte',
        '/eksempler',
        '/juryen',
        '/presse',
      ])
        found.add(`/api/public/view?path=${encodeURIComponent(path)}&language=${language}`);
    for (const file of [
      'nyheter.atom',
      'data/resultater.csv',
      'sitemap.xml',
      `presse/${year.year}.zip`,
    ])
      found.add(`/${file}`);
    return [...found].sort();
  }

  type Seen = Record<string, Record<string, string>>;

  async function everything(): Promise<Seen> {
    const seen: Seen = {};
    for (const { name, visitor } of callers) {
      const own: Record<string, string> = {};
      for (const address of addresses) {
        const { status, headers, bytes } = await visitor.getBytes(address);
        const told = ['etag', 'cache-control', 'content-type', 'location'].map((one) =>
          headers.get(one),
        );
        own[address] = [status, ...told, withoutClock(bytes.toString())].join('\n');
      }
      seen[name] = own;
    }
    return seen;
  }

  async function mails(): Promise<string[]> {
    const rows: { recipient: string; template: string }[] = await app.db.query(
      `select recipient, template from mail_outbox order by created_at, recipient`,
    );
    return rows.map(({ recipient, template }) => `${template} ${recipient}`);
  }

  /** What differs between two views, for the callers that are asked about. */
  function differences(before: Seen, after: Seen, spared: readonly string[] = []): string[] {
    return callers
      .filter(({ name }) => !spared.includes(name))
      .flatMap(({ name }) =>
        addresses
          .filter((address) => before[name]?.[address] !== after[name]?.[address])
          .map((address) => `${name} ${address}`),
      );
  }

  it('equal before, step by step, and complete after', async () => {
    expect(addresses.length).toBeGreaterThan(100);
    const before = await everything();
    expect(
      Object.values(before['anyone'] ?? {}).filter((one) => one.startsWith('200')).length,
    ).toBeGreaterThan(20);
    const mailBefore = await mails();

    await decideFinalists(year, 'small');
    await decideWinner(year, 'small');
    await justify(year, 'small');
    expect(differences(before, await everything())).toEqual([]);

    await decideFinalists(year, 'large');
    await decideWinner(year, 'large');
    await justify(year, 'large');
    await sealAndArm();
    expect(differences(before, await everything(), OTHER_CLASS)).toEqual([]);

    const written = (await mails()).slice(mailBefore.length);
    expect(written.filter((mail) => /kommune-\d{4}@/.test(mail))).toEqual([]);

    const secretary = await year.people.person('sekretaer');
    const room = await roomOf(secretary);
    const recordIds = room.items
      .filter((one) => one.scope === 'all')
      .map(({ sealed }) => sealed?.id);
    await secretary.post(`/api/releases/${year.editionId}/press`, { recordIds });
    const finalists: { name: string; number: string }[] = await app.db.query(
      `select v.name, v.number from release_entry e join nomination n on n.id = e.nomination_id
       join municipality_version v on v.municipality_id = n.municipality_id where e.edition_id = $1`,
      [year.editionId],
    );
    expect(finalists).toHaveLength(6);
    const among = MUNICIPALITIES.map((key) =>
      finalists.some(({ number }) => key === `kommune-${number}`),
    );
    for (const ofClass of [among.slice(0, 2), among.slice(2)])
      expect(new Set(ofClass)).toEqual(new Set([true, false]));
    const { bytes } = await app.visitor().getBytes(`/api/public/editions/${year.year}`);
    for (const { name } of finalists) expect(bytes.toString()).toContain(name);
  }, 300_000);

  interface Room {
    items: { scope: string; sealed: { id: string; sha256: string; releaseAt: null } | null }[];
  }

  async function roomOf(visitor: Visitor): Promise<Room> {
    return (await visitor.get<Room>(`/api/releases/${year.editionId}`)).body;
  }

  async function sealAndArm(): Promise<void> {
    const secretary = await year.people.person('sekretaer');
    const keyholder = await year.people.person('nokkelholder');
    for (const scope of ['all', 'small', 'large'])
      await secretary.post(`/api/releases/${year.editionId}/seal`, { scope, releaseAt: null });
    for (const holder of [secretary, keyholder])
      for (const { sealed } of (await roomOf(holder)).items) {
        if (!sealed) throw new Error('nothing is sealed');
        const { status } = await holder.post(`/api/releases/records/${sealed.id}/arm`, {
          sha256: sealed.sha256,
          releaseAt: sealed.releaseAt,
        });
        expect(status).toBe(204);
      }
  }
});

/** The server's clock goes on between two readings; nothing else may. */
function withoutClock(text: string): string {
  return text.replace(/"now":"[^"]+"/g, '"now":""');
}
