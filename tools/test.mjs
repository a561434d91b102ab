// `npm test`: lint, types, rules, services on real PostgreSQL, pages, the award year through HTTP and in a browser.
// Four lanes on two cores, since each waits for a database or a page half of its time; ends with one line that counts every test.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { writeTogether } from './together.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const out = path.join('dist', 'test-results');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

const node = process.execPath;
const jest = 'node_modules/jest/bin/jest.js';
const nx = 'node_modules/nx/dist/bin/nx.js';
writeTogether({ lanes: 2, groupsPerLane: 3 });
const report = (name) => path.join(out, `${name}.json`);
const jestReport = (name) => ['--json', `--outputFile=${report(name)}`, '--silent'];

/** The longest first, so that the lanes end together. `after`: the step that must be done first. `count`: how its result is counted; a plain check counts as one. */
const steps = [
  { name: 'build', args: [nx, 'run-many', '-t', 'build', '--outputStyle=static'] },
  ...[1, 2].map((half) => ({
    name: `services-${half}`,
    args: [
      'tools/jest-api.mjs',
      'apps/api/jest.together.config.ts',
      '-w',
      '1',
      `lane-${half}-`,
      ...jestReport(`services-${half}`),
    ],
    count: jestCount,
  })),
  {
    name: 'browser',
    after: 'build',
    args: ['tools/browser-tests.mjs'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report('browser')) },
    count: browserCount,
  },
  {
    name: 'award-year',
    after: 'build',
    args: [
      'tools/jest-api.mjs',
      'apps/api-e2e/jest.config.ts',
      '-w',
      '1',
      ...jestReport('award-year'),
    ],
    count: jestCount,
  },
  {
    name: 'pages',
    args: [jest, '-c', 'apps/web/jest.config.ts', '-w', '1', ...jestReport('pages')],
    count: jestCount,
  },
  {
    name: 'rules',
    args: [jest, '--selectProjects', 'rules', '-w', '1', ...jestReport('rules')],
    count: jestCount,
  },
  { name: 'types', args: [nx, 'run-many', '-t', 'typecheck', '--outputStyle=static'] },
  {
    name: 'lint',
    args: [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--cache',
      '--cache-location',
      '.nx/eslintcache',
    ],
  },
  {
    name: 'format',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
];

function read(name) {
  try {
    return JSON.parse(fs.readFileSync(report(name), 'utf8'));
  } catch {
    return null;
  }
}

function jestCount(name) {
  const result = read(name);
  if (!result) return { passed: 0, failed: 1 };
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
}

function browserCount(name) {
  const result = read(name);
  if (!result) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = result.stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

const started = performance.now();
const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
const results = new Map();
const waiting = [...steps];

async function run(step) {
  const log = path.join(out, `${step.name}.log`);
  const file = fs.openSync(log, 'w');
  const from = performance.now();
  const child = spawn(node, step.args, {
    stdio: ['ignore', file, file],
    env: { ...process.env, ...step.env },
  });
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
  fs.closeSync(file);
  const counted = step.count
    ? step.count(step.name)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  results.set(step.name, counted);
  const took = Math.round((performance.now() - from) / 1000);
  console.log(
    `${step.name}: ${counted.passed} passed, ${counted.failed} failed (${took} s; at ${seconds()})`,
  );
  if (counted.failed > 0) console.log(fs.readFileSync(log, 'utf8').slice(-12_000));
}

async function lane() {
  for (;;) {
    const at = waiting.findIndex((step) => !step.after || results.has(step.after));
    if (at < 0 && waiting.length === 0) return;
    if (at < 0) await new Promise((later) => setTimeout(later, 200));
    else await run(waiting.splice(at, 1)[0]);
  }
}

await Promise.all([lane(), lane(), lane(), lane()]);
const total = [...results.values()].reduce(
  (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }),
  { passed: 0, failed: 0 },
);
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
