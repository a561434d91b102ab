// Runs the browser tests.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chromiumEnv } from './find-chromium.mjs';

const { executablePath, env } = await chromiumEnv();
const args = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '-c',
  'apps/web-e2e/playwright.config.ts',
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, ...env, CHROMIUM_PATH: executablePath },
});
process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
// The demos that runs now ended have played in: playwright.config.ts names them by process.
for (const name of existsSync('tmp') ? readdirSync('tmp') : []) {
  const pid = Number(/^browser-tests-(\d+)$/.exec(name)?.[1]);
  if (pid && !lives(pid)) rmSync(`tmp/${name}`, { recursive: true, force: true });
}

function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
