// `npm run rehearse`: plays a whole edition on a shifted clock, with captured mail, in a throw-away database of its own,
// and prints what it found: the sample year, or with --edition 2027 the edition of that year as it is set up here (read
// only, from DATABASE_URL or the database that `npm start` made), or with --set-up <file> one that was written with
// --edition 2027 --save <file>. Exit code 1 on a leak, a deadline's wrong side or a set-up that cannot work.
// --json: the report as JSON. --quick: looks for leaks as fewer people. --no-leaks: nobody looks.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runningPostgres, startPostgres } from './embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');
const called = process.cwd();
process.chdir(root);
const { env } = process;
const started = performance.now();
let postgres;
try {
  const { values: asked } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      'no-leaks': { type: 'boolean' },
      edition: { type: 'string' },
      'set-up': { type: 'string' },
      save: { type: 'string' },
    },
  });
  const bundle = path.join(root, 'dist/apps/api/rehearse.js');
  if (!fs.existsSync(bundle)) {
    const built = spawnSync(process.execPath, ['tools/build-api.mjs'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
  }
  const api = await import(pathToFileURL(bundle).href);
  const setUp = await setUpOf(asked, api);
  if (asked.save) {
    if (!setUp) throw new Error('Say which edition to save: --edition 2027 --save set-up.json');
    fs.writeFileSync(path.resolve(called, asked.save), `${JSON.stringify(setUp, null, 1)}\n`);
    console.log(`The set-up of ${setUp.year} is in ${asked.save}. It names nobody.`);
  } else {
    postgres = env.REHEARSAL_DATABASE_URL
      ? undefined
      : await startPostgres({
          folder: fs.mkdtempSync(path.join(os.tmpdir(), 'kaaring-rehearsal-')),
          throwAway: true,
        });
    const url = env.REHEARSAL_DATABASE_URL ?? postgres.url('rehearsal');
    const looks = asked['no-leaks'] ? 'none' : asked.quick ? 'few' : 'all';
    const say = (line) => console.error(line);
    const report = await api.rehearse(url, { say, looks }, setUp);
    if (asked.json) console.log(JSON.stringify(report));
    else console.log(api.reportInWords(report).join('\n'));
    console.error(`${Math.round((performance.now() - started) / 1000)} s`);
    process.exitCode = api.wentWell(report) ? 0 : 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}

/** The edition that was asked for, or null for the sample year. */
async function setUpOf(asked, api) {
  if (asked['set-up'])
    return api.setUpFrom(
      JSON.parse(fs.readFileSync(path.resolve(called, asked['set-up']), 'utf8')),
    );
  if (asked.edition === undefined) return null;
  if (!/^\d{4}$/.test(asked.edition)) throw new Error('Give a year: --edition 2027');
  if (env.DATABASE_URL) return api.setUpIn(env.DATABASE_URL, Number(asked.edition));
  const folder = path.resolve(root, env.KAARING_DATA || '.data');
  const running = runningPostgres({ folder });
  const mine = running ? undefined : await startPostgres({ folder });
  try {
    return await api.setUpIn((running ?? mine).url('kaaring'), Number(asked.edition));
  } finally {
    await mine?.stop();
  }
}
