import { createApp } from './app';
import { readSettings } from './read-settings';

const port = Number(process.env['PORT'] ?? 3000);
const settings = await readSettings(process.env, port);
const app = await createApp(settings, { role: 'kaaring_app' });
await app.listen(port);
console.log(`Kåring is ready at ${settings.publicUrl}`);
