// Puts the web application that was just built in its place by renaming, so that a running server never sees half of one.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';

const built = 'dist/apps/web.new';
const place = 'dist/apps/web';
const before = `dist/apps/web.${process.pid}`;

if (!existsSync(`${built}/server`)) throw new Error(`${built} is missing: run nx build web.`);
mkdirSync('dist/apps', { recursive: true });
if (existsSync(place)) renameSync(place, before);
renameSync(built, place);
rmSync(before, { recursive: true, force: true });
