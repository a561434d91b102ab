import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { PublicFront } from '@award/publication/api';
import { Settings } from '@award/settings/api';
import { createApp } from './app';
import { migrate } from './migrate';
import { Rehearsal, type RehearsalOptions } from './rehearsal/rehearsal';
import type { RehearsalReport } from './rehearsal/report';

export { reportInWords, wentWell } from './rehearsal/report';

/**
 * Rehearses an edition in a database of its own, which is made here and marked as a rehearsal for good. Mail is captured
 * on this machine. A database that is there already is refused and left as it is.
 */
export async function rehearse(
  databaseUrl: string,
  options: RehearsalOptions,
): Promise<RehearsalReport> {
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
    return await new Rehearsal(app, owner, url, options).play();
  } finally {
    await app.close();
    await owner.destroy();
  }
}
