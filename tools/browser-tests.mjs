// Runs the browser tests with a Chromium of the machine if there is one, else with the one from npm.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const onMachine = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Unpacks npm's Chromium with its own libraries and fonts, since a fresh machine has neither. */
async function fromNpm() {
  const folder = path.join(os.tmpdir(), `kaaring-chromium-${process.getuid?.() ?? 0}`);
  fs.mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executable = await chromium.executablePath();
  const fonts = path.join(folder, 'fonts.conf');
  fs.writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  return {
    CHROMIUM_PATH: executable,
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: fonts,
    TMPDIR: folder,
  };
}

const found = onMachine.find((place) => place && fs.existsSync(place));
const env = found ? { CHROMIUM_PATH: found } : await fromNpm();
const args = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '-c',
  'apps/web-e2e/playwright.config.ts',
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
