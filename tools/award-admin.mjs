// A command of the award (`npm run audit:verify` and its like) on DATABASE_URL, else on the database that `npm start` made.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runningPostgres, startPostgres } from './embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { env } = process;
const bundle = path.join(root, 'dist/apps/api/award-admin.js');
if (!fs.existsSync(bundle)) {
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build-api.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
}

let mine;
if (!env.DATABASE_URL) {
  const folder = path.resolve(root, env.KAARING_DATA || '.data');
  const running = runningPostgres({ folder });
  mine = running ? undefined : await startPostgres({ folder });
  env.DATABASE_URL = (running ?? mine).url('kaaring');
}
try {
  const { runCommand } = await import(pathToFileURL(bundle).href);
  process.exitCode = await runCommand(process.argv.slice(2), env, {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
} finally {
  await mine?.stop();
}
