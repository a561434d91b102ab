import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RegisterImporter } from '@award/municipalities/api';
import { ArchiveImport } from '@award/publication/api';
import { Settings } from '@award/settings/api';
import { createApp } from '../app';
import { DemoYear } from '../demo/demo-year.service';
import { seedInventedMunicipalities } from './invented-municipalities';
import { seedPeople } from './sample-people';

/**
 * Fills a new demo database once: the register, the archive, the sample people, and the sample year in full swing.
 * Its mail leads to `publicUrl`.
 */
export async function seedDemo(url: string, publicUrl: string): Promise<void> {
  const settings = new Settings(
    url,
    publicUrl,
    'demo',
    null,
    `Kåring <kaaring@${new URL(publicUrl).hostname}>`,
    [],
    0,
    'for the seed only',
  );
  const app = await createApp(settings);
  try {
    const db = app.get(DataSource);
    const [{ seeded }] = await db.query('select seeded_at is not null as seeded from installation');
    if (seeded) return;
    console.log('Filling the demo with the register, the archive and a sample year …');
    await seedGround(app);
    await app.listen(0, '127.0.0.1');
    await app.get(DemoYear).begin('judging');
    await db.query('update installation set seeded_at = clock_timestamp()');
  } finally {
    await app.close();
  }
}

/** What the sample year stands on. Safe to run again. */
export async function seedGround(app: Pick<INestApplicationContext, 'get'>): Promise<void> {
  const db = app.get(DataSource);
  await db.transaction((tx) => app.get(RegisterImporter).importShipped(tx));
  const [{ year }] = await db.query('select extract(year from clock_timestamp())::int as year');
  await seedInventedMunicipalities(db, year);
  await app.get(ArchiveImport).run();
  await seedPeople(app);
}
