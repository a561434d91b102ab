// Runs a server-side Jest project against a throw-away PostgreSQL with a migrated template database.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './embedded-postgres.mjs';

const [config, ...args] = process.argv.slice(2);
const migrateDir = `dist/migrate-${process.pid}`;
const built = spawnSync(process.execPath, ['tools/build-api.mjs'], {
  env: { ...process.env, OUT_DIR: migrateDir, ONLY: 'migrate' },
  encoding: 'utf8',
});
if (built.status !== 0) throw new Error(built.stderr);

const postgres = await startPostgres({
  folder: mkdtempSync(path.join(os.tmpdir(), 'kaaring-test-')),
  throwAway: true,
});
let status = 1;
// A signal ends the tests, which ends this after it has cleaned up.
let jest;
let asked = false;
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => (asked = true) && jest?.kill('SIGTERM'));
try {
  const migrated = spawnSync(process.execPath, [`${migrateDir}/migrate.js`], {
    env: { ...process.env, DATABASE_URL: postgres.url('template_kaaring'), KAARING_KIND: 'test' },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`${migrated.stdout}${migrated.stderr}`);
  await new Promise((later) => setImmediate(later));
  if (asked) throw new Error('Asked to end.');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  jest = spawn(
    process.execPath,
    [...flags, 'node_modules/jest/bin/jest.js', '-c', config, ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, TEST_POSTGRES: postgres.url('postgres'), TZ: 'UTC' },
    },
  );
  status = await new Promise((done) => jest.once('exit', (code) => done(code ?? 1)));
} finally {
  await postgres.stop();
  rmSync(migrateDir, { recursive: true, force: true });
}
process.exitCode = status;
