// `npm run rehearse`: plays a whole edition on a shifted clock, with captured mail, in a throw-away database of its own,
// and prints what it found. Exit code 1 on a leak or a deadline's wrong side. --json: the report as JSON.
// --quick: looks for leaks as fewer people.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres } from './embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const { env } = process;
const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const bundle = path.join(root, 'dist/apps/api/rehearse.js');
if (!fs.existsSync(bundle)) {
  const built = spawnSync(process.execPath, ['tools/build-api.mjs'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

const started = performance.now();
const postgres = env.REHEARSAL_DATABASE_URL
  ? undefined
  : await startPostgres({
      folder: fs.mkdtempSync(path.join(os.tmpdir(), 'kaaring-rehearsal-')),
      throwAway: true,
    });
try {
  const { rehearse, reportInWords, wentWell } = await import(pathToFileURL(bundle).href);
  const url = env.REHEARSAL_DATABASE_URL ?? postgres.url('rehearsal');
  const report = await rehearse(url, { say: (line) => console.error(line), quick });
  if (json) console.log(JSON.stringify(report));
  else console.log(reportInWords(report).join('\n'));
  console.error(`${Math.round((performance.now() - started) / 1000)} s`);
  process.exitCode = wentWell(report) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
