import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Settings } from '@award/settings/api';
import { AppModule } from '../app.module';
import { seedPeople } from './sample-people';

/** Fills a new demo database once. A seed that was cut short is begun again from an empty schema by `prepare`. */
export async function seedDemo(url: string): Promise<void> {
  const settings = new Settings(url, 'http://localhost:3000', 'demo', null, 'kaaring@localhost', [], 0, 'seed');
  const app = await NestFactory.createApplicationContext(AppModule.with(settings, undefined), { logger: ['error'] });
  try {
    const db = app.get(DataSource);
    const [{ seeded }] = await db.query('select seeded_at is not null as seeded from installation');
    if (seeded) return;
    console.log('Filling the demo with sample data …');
    await seedPeople(app);
    await db.query('update installation set seeded_at = clock_timestamp()');
  } finally {
    await app.close();
  }
}
