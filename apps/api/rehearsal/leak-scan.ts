import { createHash } from 'node:crypto';
import type { ModulesContainer } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { Visitor } from '../demo/visitor';
import { routesOf } from '../routes';

/** Somebody who is not cleared, with a browser of their own. */
export interface Caller {
  name: string;
  visitor: Visitor;
}

/** Words or an id that nobody who is not cleared may read before its time. */
export interface Secret {
  what: string;
  text: string;
}

/** What everybody was answered at one moment. */
export interface Look {
  /** By caller and address: the status, the headers that could tell, and the bytes, as one mark. */
  marks: Map<string, string>;
  /** How many of the answers to each caller opened something. */
  opened: Map<string, number>;
  /** Where a secret stood in the open. */
  told: string[];
}

interface Ground {
  db: Pick<DataSource, 'query'>;
  editionId: string;
  year: number;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
const TELLING = ['etag', 'cache-control', 'content-type', 'location'];

/**
 * Asks every route that reads, as everybody who is not cleared. Two looks are compared by bytes, status and the headers
 * that could tell; a secret is looked for in each answer by itself.
 */
export class LeakScan {
  constructor(
    readonly callers: readonly Caller[],
    readonly addresses: readonly string[],
  ) {}

  async look(secrets: readonly Secret[] = []): Promise<Look> {
    const look: Look = { marks: new Map(), opened: new Map(), told: [] };
    await Promise.all(this.callers.map((caller) => this.lookAs(caller, secrets, look)));
    look.told.sort();
    return look;
  }

  private async lookAs({ name, visitor }: Caller, secrets: readonly Secret[], look: Look) {
    let opened = 0;
    for (const address of this.addresses) {
      const { status, headers, bytes } = await visitor.getBytes(address);
      const text = bytes.toString();
      const parts = [status, ...TELLING.map((one) => headers.get(one)), withoutClock(text)];
      const mark = createHash('sha256').update(parts.join('\n')).digest('base64');
      look.marks.set(`${name} ${address}`, mark);
      if (status === 200) opened += 1;
      for (const secret of secrets)
        if (holds(text, secret.text)) look.told.push(`${name} ${address}: ${secret.what}`);
    }
    look.opened.set(name, opened);
  }

  /** `caller address` of each answer that differs, but for the callers that are spared. */
  differences(before: Look, after: Look, spared: readonly string[] = []): string[] {
    return this.callers
      .filter(({ name }) => !spared.includes(name))
      .flatMap(({ name }) => this.addresses.map((address) => `${name} ${address}`))
      .filter((one) => before.marks.get(one) !== after.marks.get(one));
  }
}

/** Every address that reads, with the ids of everything that there is in the edition. */
export async function everyAddress(
  app: { get: (type: typeof ModulesContainer) => ModulesContainer },
  { db, editionId, year }: Ground,
): Promise<string[]> {
  const ids = async (sql: string): Promise<string[]> =>
    (await db.query(sql, [editionId])).map(({ id }: { id: string }) => id);
  const entries = await ids(
    `select id from nomination where edition_id = $1 and state = 'assessed' order by id`,
  );
  const known: Record<string, string[]> = {
    editionId: [editionId],
    classCode: ['small', 'large'],
    nominationId: entries,
    number: ['1'],
    seatId: await ids('select id from seat where edition_id = $1 order by id limit 4'),
    'editions/:id': [editionId],
  };
  const found = new Set<string>();
  for (const { path, method } of routesOf(app)) {
    if (method !== 'GET' || path.startsWith('/api/demo') || path === '/metrics') continue;
    for (const place of withIds(path, editionId, entries, known)) found.add(place);
  }
  for (const language of ['nb', 'nn', 'en'])
    for (const path of [
      '/',
      '/arkiv',
      `/arkiv/${year}`,
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
    `presse/${year}.zip`,
    'kort/forside.png',
    `kort/kaaring-${year}.png`,
    ...entries.map((id) => `bilder/${id}/960.webp`),
  ])
    found.add(`/${file}`);
  return [...found].sort();
}

function withIds(
  path: string,
  editionId: string,
  entries: readonly string[],
  known: Record<string, string[]>,
): string[] {
  let places = [path.replace('editions/:id', `editions/${editionId}`)];
  for (const name of ['nominations/:id', 'entries/:id'])
    places = places.flatMap((place) =>
      place.includes(name)
        ? entries.map((id) => place.replace(name, name.replace(':id', id)))
        : [place],
    );
  for (;;) {
    const next = places.findIndex((place) => /:\w+/.test(place));
    if (next < 0) return places;
    const place = places[next] ?? '';
    const [whole = '', name = ''] = /:(\w+)/.exec(place) ?? [];
    places.splice(next, 1, ...(known[name] ?? [NOBODY]).map((id) => place.replace(whole, id)));
  }
}

/** As it is, or as it stands in JSON. */
function holds(answer: string, secret: string): boolean {
  return answer.includes(secret) || answer.includes(JSON.stringify(secret).slice(1, -1));
}

/** The server's clock goes on between two readings; nothing else may. */
function withoutClock(text: string): string {
  return text.replace(/"now":"[^"]+"/g, '"now":""');
}
