import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { PublicFront } from '@award/publication/api';
import { Settings } from '@award/settings/api';
import { createApp } from './app';
import { migrate } from './migrate';
import { Rehearsal, type RehearsalOptions } from './rehearsal/rehearsal';
import type { RehearsalReport } from './rehearsal/report';
import { blankReport } from './rehearsal/set-up/blank-report';
import { type EditionSetUp, readSetUp, setUpFrom } from './rehearsal/set-up/set-up';

export { setUpFrom };
export { reportInWords, wentWell } from './rehearsal/report';

/**
 * Rehearses an edition in a database of its own, which is made here and marked as a rehearsal for good. Mail is captured
 * on this machine. A database that is there already is refused and left as it is. Without a set-up it is the sample year
 * that is played.
 */
export async function rehearse(
  databaseUrl: string,
  options: RehearsalOptions,
  setUp: EditionSetUp | null = null,
): Promise<RehearsalReport> {
  const unplayed = blankReport(setUp);
  if (unplayed.setUp.faults.length > 0) return unplayed;
  const { fresh, kind } = await migrate(databaseUrl, 'rehearsal');
  if (!fresh || kind !== 'rehearsal')
    throw new Error('A rehearsal needs a database of its own: this one is in use.');
  const settings = new Settings(
    databaseUrl,
    'http://localhost',
    'rehearsal',
    null,
    'Kåring <kaaring@localhost>',
    [],
    0,
    randomBytes(32).toString('hex'),
  );
  const owner = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  const app = await createApp(settings, {
    role: 'kaaring_app',
    inFront: (server) => server.get(PublicFront).handler(null),
  });
  app.useLogger(['error']);
  try {
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const rehearsal = new Rehearsal(app, owner, url, options);
    await rehearsal.prepare();
    return await rehearsal.play(setUp);
  } finally {
    await app.close();
    await owner.destroy();
  }
}

/** The set-up of an edition in an installation that is in use. Reads only, and nothing that names anybody. */
export async function setUpIn(databaseUrl: string, year: number): Promise<EditionSetUp> {
  const db = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    extra: { max: 1, options: '-c default_transaction_read_only=on' },
  }).initialize();
  try {
    return await readSetUp(db, year);
  } finally {
    await db.destroy();
  }
}
