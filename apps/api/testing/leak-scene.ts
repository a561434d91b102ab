import {
  type CallHandler,
  type ExecutionContext,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Refused } from '@award/access/api';
import { done } from '../demo/as-people';
import { DemoYear } from '../demo/demo-year.service';
import { playTo } from '../demo/sample-year/play';
import type { Places } from '../rehearsal/every-address';
import type { Caller } from '../rehearsal/leak-scan';
import { seedGround } from '../seed/seed-demo';
import { type LinkHolders, linkHolders } from './link-holders';
import { story } from './story';
import { type TestApp, testApp, testDatabase } from './test-app';

const addressOf = (key: string) => `${key}@eksempel.example`;
/** Who sits in the class and takes part, and who works on the release. */
export const CLEARED = [
  ...['leder', 'nestleder', 'medlem-ks', 'medlem-nho', 'medlem-uavhengig', 'vara-nho', 'vara-ks'],
  ...['sekretaer', 'nokkelholder'],
].map(addressOf);
/** Two of each class: a finalist and another, as the test makes sure. */
export const MUNICIPALITIES = ['9001', '9008', '9028', '9021'].map((number) => `kommune-${number}`);
/** Entries that nobody asks for, which would be read and scored for half of the scene's time. */
const NO_PART = new Set(['9002', '9003', '9006', '9007', '9009', '9022', '9023', '9026', '9027']);
/** Sits in the large class only: nothing of the small class is theirs. */
const OTHER_CLASS = 'vara-ks';
/** Recused in the only class that they sit in; who checks entries; who keeps the machine running. */
const OTHERS = ['inhabil', 'inhabil-stor', 'saksbehandler', 'drift'];
/** Recused from both classes. The secretary still works on the release, and so is told when, and never who. */
export const TOLD_WHEN = 'sekretaer-inhabil';
const RECUSED = { 'saksbehandler-inhabil': 'case-officer', [TOLD_WHEN]: 'secretary' } as const;
/** Who checks entries follows how far the jury has come, and not what it decides. */
const HOW_FAR = /"stage":"[a-z-]+"/g;
export const FOLLOWER = 'leser@avisa.example';

export interface LeakScene {
  app: TestApp;
  dropDatabase: () => Promise<void>;
  /** Everybody who is not cleared of anything, and who is cleared of the large class only. */
  callers: Caller[];
  otherClass: Caller;
  holders: LinkHolders;
}

/** The sample year when the jury is about to meet, and everybody who must not know what it will decide. */
export async function leakScene(): Promise<LeakScene> {
  const database = await testDatabase();
  const app = await testApp({ databaseUrl: database.url });
  await seedGround(app);
  const demo = app.get(DemoYear);
  await demo.begin('planned');
  const year = await demo.sampleYear();
  const municipalities = year.plan.municipalities.filter(({ number }) => !NO_PART.has(number));
  await playTo({ ...year, db: app.db, plan: { ...year.plan, municipalities } }, 'deliberation');
  await story(app).holder('drift', 'operator');
  await app.db.query(
    `insert into follower (email, language, confirmed_at) values ($1, 'nb', award_now())`,
    [FOLLOWER],
  );
  const named = async (name: string) => ({ name, visitor: await year.people.person(name) });
  const callers: Caller[] = [{ name: 'anyone', visitor: app.visitor() }];
  for (const key of [...MUNICIPALITIES, ...OTHERS]) callers.push(await named(key));
  const entries: { nominationId: string }[] = await app.db.query(
    `select distinct on (class_code) id as "nominationId" from nomination where edition_id = $1 and state = 'assessed'`,
    [year.editionId],
  );
  for (const [key, role] of Object.entries(RECUSED)) {
    await story(app).holder(key, role);
    const recused = await named(key);
    callers.push(recused);
    const path = `/api/editions/${year.editionId}/office-impartiality`;
    await done(
      recused.visitor.post(path, {
        declarations: entries.map((entry) => ({ ...entry, ground: 'employment' })),
      }),
    );
  }
  for (const caller of callers) if (caller.name === 'saksbehandler') caller.told = HOW_FAR;
  const numbers = MUNICIPALITIES.map((key) => key.slice(-4));
  return {
    app,
    dropDatabase: database.drop,
    callers,
    otherClass: await named(OTHER_CLASS),
    holders: await linkHolders(app, year.editionId, numbers),
  };
}

/** What there is to ask for by id, name and number once the jury has decided: the first caller's own entry, and who is decided first in the large class. */
export async function placesOf({ db }: TestApp, editionId: string): Promise<Places> {
  const all = async (sql: string): Promise<string[]> =>
    (await db.query(sql, [editionId])).map(({ one }: { one: string }) => one);
  const chosen = `nomination n join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
    where n.edition_id = $1 and (v.number = '${MUNICIPALITIES[0]?.slice(-4)}' or n.id in (
      select nomination_id from decision_entry where class_code = 'large' and position = 1)) order by n.class_code, n.id`;
  const entries = await all(`select n.id as one from ${chosen}`);
  const numbers = await all(`select v.number as one from ${chosen}`);
  const places: Record<string, string[]> = {
    nominationId: entries,
    'nominations/:id': entries,
    'entries/:id': entries,
    'fact-checks/:id': entries,
    'diplomas/:id': entries,
    'municipalities/:id': await all(`select n.municipality_id as one from ${chosen} limit 1`),
    'municipalities/:number': numbers.slice(0, 1),
    'municipality number': numbers,
    name: (await all(`select v.name as one from ${chosen}`)).slice(1),
    seatId: await all('select id as one from seat where edition_id = $1 order by id limit 1'),
    imageId: await all(
      `select f.file_id as one from nomination_file f join nomination n on n.id = f.nomination_id where n.edition_id = $1 order by 1 limit 1`,
    ),
    'records/:id': await all(
      `select id as one from sealed_record where edition_id = $1 order by 1`,
    ),
  };
  for (const table of ['ballot', 'minutes', 'ranking', 'decision', 'motion'])
    places[`${table}Id`] = await all(
      `select distinct on (class_code) id as one from ${table} where edition_id = $1 order by class_code, id`,
    );
  return places;
}

/** A server that lets something slip when somebody asks who they are, in the way that it is told. */
export class Careless implements NestInterceptor {
  slips: 'header' | 'count' | 'error' | 'log' | 'statement' | null = null;
  /** By the server that is careless. */
  db: DataSource | null = null;

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    if (this.slips === null || context.getHandler().name !== 'me') return next.handle();
    if (this.slips === 'header') http.getResponse().setHeader('X-Entries', '3');
    if (this.slips === 'error') throw new Refused('wrong-stage');
    if (this.slips === 'log') new Logger('Careless').debug('Vinneren er Askedal');
    if (this.slips === 'statement') await this.db?.query('select 1');
    const answer = next.handle();
    return this.slips === 'count'
      ? answer.pipe(map((body: object) => ({ ...body, finalists: 3 })))
      : answer;
  }
}
