// Runs the browser tests with a Chromium of the machine if there is one, else with the one from npm.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
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
// The demo that the tests played in: named by playwright.config.ts.
rmSync(`tmp/browser-tests-${child.pid}`, { recursive: true, force: true });
