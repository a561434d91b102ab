import { existsSync } from 'node:fs';
import path from 'node:path';
import { PublicFront } from '@award/publication/api';
import { createApp } from './app';
import { drainOnSignal } from './drain';
import { readSettings } from './read-settings';

const port = Number(process.env['PORT'] || 3000);
const settings = await readSettings(process.env, port);
const web = path.resolve(import.meta.dirname, '../web');
const app = await createApp(settings, {
  ...(settings.databaseRoles ? { role: 'kaaring_app' } : {}),
  inFront: (server) => server.get(PublicFront).handler(existsSync(web) ? web : null),
});
await app.listen(port);
console.log(`Kåring is ready at ${settings.publicUrl}`);

/** Fulfilled when the server has been asked to end and has closed. */
export const drained = drainOnSignal(app, Number(process.env['DRAIN_SECONDS'] || 0));

if (process.argv[1]?.endsWith('main.js')) {
  await drained;
  process.exit(0);
}
