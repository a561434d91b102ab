// `npm run test:faults`: the tests that break things, with the counts that the promises state. Build first.
import { spawn } from 'node:child_process';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '..'));
const child = spawn(
  process.execPath,
  ['tools/jest-api.mjs', 'apps/api-e2e/jest.config.ts', 'faults', '-w', '1'],
  { stdio: 'inherit', env: { FAULT_KILLS: '20', FAULT_SAVES: '200', ...process.env } },
);
process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
