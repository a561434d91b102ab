import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { map } from 'rxjs';
import { DemoYear } from './demo/demo-year.service';
import { decideFinalists, decideWinner, justify } from './demo/sample-year/deciding';
import { publishFinalists, sealAndArm } from './demo/sample-year/publishing';
import { type SampleYear } from './demo/sample-year/sample-year';
import { everyAddress, LeakScan } from './rehearsal/leak-scan';
import { seedGround } from './seed/seed-demo';
import { type TestApp, testApp } from './testing/test-app';

/** Sits in the large class only, recused or as a deputy: nothing of the small class is theirs. */
const OTHER_CLASS = ['inhabil-stor', 'vara-ks'];
const NO_CLASS = ['inhabil'];
/** Two of each class: a finalist and another, as the test makes sure. */
const MUNICIPALITIES = ['9001', '9008', '9028', '9021'].map((number) => `kommune-${number}`);

/**
 * Asks every route that reads, as everybody who is not cleared, and compares bytes, status and the
 * headers that could tell, before and after each step on the way to a release.
 */
describe('no result leaks to anybody who is not cleared', () => {
  let app: TestApp;
  let year: SampleYear;
  let scan: LeakScan;
  let planted: string | null = null;
  /** A handler that lets something slip, once the test says so. */
  const careless = {
    intercept: (context: ExecutionContext, next: CallHandler) =>
      next
        .handle()
        .pipe(
          map((answer: object) =>
            planted !== null && context.getHandler().name === 'me'
              ? { ...answer, planted }
              : answer,
          ),
        ),
  };

  beforeAll(async () => {
    app = await testApp(undefined, [careless]);
    await seedGround(app);
    await app.get(DemoYear).begin('deliberation');
    year = await app.get(DemoYear).sampleYear();
    const named = async (name: string) => ({ name, visitor: await year.people.person(name) });
    const callers = [{ name: 'anyone', visitor: app.visitor() }];
    for (const key of [...MUNICIPALITIES, ...OTHER_CLASS, ...NO_CLASS])
      callers.push(await named(key));
    scan = new LeakScan(callers, await everyAddress(app, year));
  }, 180_000);
  afterAll(() => app.close());

  async function mails(): Promise<string[]> {
    const rows: { recipient: string; template: string }[] = await app.db.query(
      `select recipient, template from mail_outbox order by created_at, recipient`,
    );
    return rows.map(({ recipient, template }) => `${template} ${recipient}`);
  }

  it('equal before, step by step, and complete after', async () => {
    expect(scan.addresses.length).toBeGreaterThan(100);
    const before = await scan.look();
    expect(before.opened.get('anyone')).toBeGreaterThan(20);
    const mailBefore = await mails();

    await decideFinalists(year, 'small');
    await decideWinner(year, 'small');
    await justify(year, 'small');
    expect(scan.differences(before, await scan.look())).toEqual([]);

    await decideFinalists(year, 'large');
    await decideWinner(year, 'large');
    await justify(year, 'large');
    for (const scope of ['all', 'small', 'large']) await sealAndArm(year, scope, null);
    expect(scan.differences(before, await scan.look(), OTHER_CLASS)).toEqual([]);

    const written = (await mails()).slice(mailBefore.length);
    expect(written.filter((mail) => /kommune-\d{4}@/.test(mail))).toEqual([]);

    await publishFinalists(year);
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

  it('finds a leak that is planted, and a secret that was open all along', async () => {
    const some = new LeakScan(scan.callers, ['/api/me', '/api/municipalities?limit=1']);
    const before = await some.look([{ what: 'a winner', text: 'Vinneren er' }]);
    expect(before.told).toEqual([]);
    planted = 'Vinneren er "Askedal"';
    const after = await some.look([{ what: 'a winner', text: planted }]);
    const everybody = scan.callers.map(({ name }) => `${name} /api/me`);
    expect(some.differences(before, after)).toEqual(everybody);
    expect(some.differences(before, after, MUNICIPALITIES)).toHaveLength(everybody.length - 4);
    expect(after.told).toEqual(everybody.map((one) => `${one}: a winner`).sort());
  });
});
