import * as fs from 'node:fs';
import path from 'node:path';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Refused } from '@award/access/api';
import { decideFinalists, decideWinner } from './demo/sample-year/deciding';
import { DemoYear } from './demo/demo-year.service';
import type { Visitor } from './demo/visitor';
import { seedGround } from './seed/seed-demo';
import { type Route, routesOf } from './routes';
import { type TestApp, testApp } from './testing/test-app';

const FILE = path.resolve(import.meta.dirname, 'route-rights.md');

/** Ends every write behind the guard, so that all roles can knock on all doors without changing the scene. */
class OpenedDoor implements NestInterceptor {
  closed = false;
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<{ method: string }>();
    if (this.closed && method !== 'GET') throw new Refused('still-running');
    return next.handle();
  }
}

/** Who knocks: in the order of the columns. The entry, seat and class that are asked for are the small class's. */
const CALLERS: { column: string; key: string | null; classCode?: string }[] = [
  { column: 'anyone', key: null },
  { column: 'own municipality', key: 'kommune-9001' },
  { column: 'other municipality', key: 'kommune-9021' },
  { column: 'member', key: 'medlem-ks', classCode: 'small' },
  { column: 'member of the other class', key: 'vara-ks', classCode: 'large' },
  { column: 'recused member', key: 'inhabil', classCode: 'small' },
  { column: 'leader', key: 'leder', classCode: 'small' },
  { column: 'secretary', key: 'sekretaer' },
  { column: 'case officer', key: 'saksbehandler' },
  { column: 'keyholder', key: 'nokkelholder' },
];

describe('who may call what', () => {
  const door = new OpenedDoor();
  let app: TestApp;
  let ids: Record<string, string>;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    app = await testApp(undefined, [door]);
    await seedGround(app);
    const demo = app.get(DemoYear);
    await demo.begin('deliberation');
    const year = await demo.sampleYear();
    await decideFinalists(year, 'small');
    await decideWinner(year, 'small');
    const one = async (sql: string): Promise<string> =>
      (await app.db.query(sql, [year.editionId]))[0].id;
    const entry = await one(
      `select n.id from nomination n join municipality_version v using (municipality_id) where v.number = '9001' and n.edition_id = $1`,
    );
    ids = {
      editionId: year.editionId,
      classCode: 'small',
      number: '1539',
      nominationId: entry,
      seatId: await one(
        `select id from seat where edition_id = $1 and class_code = 'small' and role = 'member' limit 1`,
      ),
      ballotId: await one(`select id from ballot where edition_id = $1 limit 1`),
      minutesId: await one(`select id from minutes where edition_id = $1 limit 1`),
      rankingId: await one(
        `select id from ranking where edition_id = $1 and class_code = 'small' limit 1`,
      ),
      rulingId: await one(
        `select id from ruling where edition_id = $1 and class_code = 'small' limit 1`,
      ),
      'editions/:id': year.editionId,
      'nominations/:id': entry,
      'entries/:id': entry,
      'municipalities/:id': await one(
        `select municipality_id as id from nomination where edition_id = $1 limit 1`,
      ),
    };
    for (const { key, classCode } of CALLERS) {
      visitors.push(
        key ? await year.people.person(key, classCode ? { classCode } : {}) : app.visitor(),
      );
    }
    door.closed = true;
  }, 120_000);
  afterAll(() => app.close());

  function addressOf(route: Route): string {
    const known = Object.entries(ids).filter(([name]) => name.includes('/'));
    const placed = known.reduce(
      (address, [name, id]) => address.replace(name, name.replace(':id', id)),
      route.path,
    );
    const address = placed.replaceAll(/:(\w+)/g, (_all, name: string) =>
      name === 'number' && route.path.includes('versions')
        ? '1'
        : (ids[name] ?? '00000000-0000-4000-8000-000000000000'),
    );
    return route.path.endsWith('eligibility/entries') ? `${address}?classCode=small` : address;
  }

  async function cell(route: Route, visitor: Visitor): Promise<string> {
    const write = route.method !== 'GET';
    const { status, body } = await visitor.send(
      route.method,
      addressOf(route),
      write ? {} : undefined,
    );
    const refusal = (body as { refusal?: string } | null)?.refusal;
    if (refusal === 'not-signed-in') return 'sign in';
    if (refusal === 'not-permitted') return '–';
    if (write) return refusal === 'still-running' ? 'may' : `${status} ${refusal ?? ''}`;
    return refusal ?? 'sees';
  }

  it('is as the table says, for every route and every role', async () => {
    const routes = routesOf(app).filter((route) => !route.path.startsWith('/api/sign-out'));
    const rows: string[] = [];
    for (const route of routes) {
      const cells = [];
      for (const visitor of visitors) cells.push(await cell(route, visitor));
      rows.push(`| ${route.method} ${route.path} | ${cells.join(' | ')} |`);
    }
    const head = `| route | ${CALLERS.map((caller) => caller.column).join(' | ')} |`;
    const table = [head, `|${' --- |'.repeat(CALLERS.length + 1)}`, ...rows].join('\n');
    if (process.env['UPDATE_ROUTE_RIGHTS']) fs.writeFileSync(FILE, `${INTRO}\n\n${table}\n`);
    expect(tidy(fs.readFileSync(FILE, 'utf8').split('\n\n').slice(-1)[0] ?? '')).toEqual(
      tidy(table),
    );
  }, 120_000);

  it('never tells an outsider more of an entry that exists than of one that does not', async () => {
    const outsiders = [visitors[0], visitors[2], visitors[4], visitors[9]];
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const route of routesOf(app).filter(
      (one) => one.method === 'GET' && /:(nominationId|id)/.test(one.path),
    )) {
      const address = addressOf(route);
      if (!address.includes(ids['nominationId'] ?? '')) continue;
      for (const visitor of outsiders) {
        const real = await visitor?.get(address);
        const absent = await visitor?.get(address.replace(ids['nominationId'] ?? '', nowhere));
        expect({ address, status: real?.status, body: real?.body }).toEqual({
          address,
          status: absent?.status,
          body: absent?.body,
        });
      }
    }
  });
});

const tidy = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((row) => row.replaceAll(/\s+/g, ' ').trim());

const INTRO = `# Who may call what

Every route, called as every role by \`route-rights.spec.ts\`, which fails when an answer differs from this table. The scene is the small class of the sample year between decision and publication: the entry, seat, ballot, minutes and ranking asked for belong to it. \`sees\`: answered. \`may\`: let in to act; the rules of the area follow behind. \`–\`: the role has no such permission. \`sign in\`: not without signing in. Anything else is the refusal's code.

\`UPDATE_ROUTE_RIGHTS=1 npm run jest:api -- apps/api/route-rights.spec.ts\` writes the table anew: read the difference before you commit it.`;
