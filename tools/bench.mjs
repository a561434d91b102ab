// `npm run bench`: what the server costs, beside the least that the job can cost on this machine in the same run.
// Prints one table; `--json` an array of { job, ours, limit, ratio, unit, goal, holds }; `--only JOB` some of the rows.
// A figure that misses its goal is reported as missing it; the command still exits 0.
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as aggregation from './bench/aggregation.mjs';
import { assignment } from './bench/assignment.mjs';
import { build, installation } from './bench/installation.mjs';
import * as jury from './bench/jury.mjs';
import { learning } from './bench/learning.mjs';
import * as live from './bench/live.mjs';
import * as pages from './bench/pages.mjs';
import { paint, press } from './bench/paint.mjs';
import * as server from './bench/process.mjs';
import { release } from './bench/release.mjs';
import { writing } from './bench/writing.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));

/** What the rules alone show, without a server. */
const RULES = {
  simulation: aggregation.simulation,
  chances: aggregation.chances,
  'second-readings': aggregation.secondReadings,
  million: aggregation.million,
  assignment,
};
/** On a server and a database of their own, because they break them. */
const APART = { writing, release };
/** In the order of measuring: what fills the database or opens thousands of streams comes last. */
const JOBS = {
  start: server.start,
  memory: server.memory,
  learning,
  weight: pages.weights,
  paint,
  press,
  'public-page': (place) => pages.page(place),
  'public-304': (place) => pages.page(place, { unchanged: true }),
  'public-page-rate': pages.pageRate,
  list: (place) => jury.job('list', place),
  open: (place) => jury.job('open', place),
  save: (place) => jury.job('save', place),
  'list-357': (place) => jury.job('list-357', place),
  'ranking-60': (place) => jury.job('ranking-60', place),
  'statements-list': (place) => jury.statements('list', place),
  'statements-open': (place) => jury.statements('open', place),
  'statements-save': (place) => jury.statements('save', place),
  'live-signal': live.signal,
  'memory-readers': live.memory,
  'live-page': live.painted,
  'live-fetch': live.fetches,
  'list-growth': jury.growth,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
/** Jobs that print several rows, each of which can be asked for. */
const ROWS = {
  simulation: [
    'simulation-table',
    'simulation-never-worse',
    'simulation-gain-30',
    'simulation-gain-60',
  ],
  chances: ['chance-calibration', 'chance-brier'],
  million: ['million-scores-editions', 'million-scores-one-design'],
  memory: ['memory-idle', 'memory-rendering'],
  release: ['release', 'correction'].flatMap((name) =>
    ['once', 'lost', 'twice', 'again', 'time'].map((what) => `${name}-${what}`),
  ),
  writing: ['writing-time', 'writing-lost', 'writing-killed'],
  weight: ['weight-html', 'weight-scripts', 'weight-styles', 'weight-font'],
  paint: ['paint-largest', 'paint-blocked', 'paint-moved'],
  press: ['press-menu', 'press-filter'],
  learning: [
    'list',
    'filters',
    'words',
    'words-everywhere',
    'inside-words',
    'first-after-change',
  ].map((what) => `learning-${what}`),
};
const asked = (name) => !values.only || values.only.includes(name);
const wantedOf = (jobs) => Object.keys(jobs).filter((job) => asked(job) || ROWS[job]?.some(asked));
const [wantedRules, wantedApart, wanted] = [RULES, APART, JOBS].map(wantedOf);
if (wantedRules.length + wantedApart.length + wanted.length === 0) {
  const all = [...Object.keys({ ...RULES, ...APART, ...JOBS }), ...Object.values(ROWS).flat()];
  console.error(`--only takes: ${all.join(', ')}`);
  process.exit(2);
}

const say = (line) => console.error(line);
const rows = [];
const take = async (job, measure) => {
  say(`${job} …`);
  const result = await measure();
  const found = Array.isArray(result) ? result : [{ job, ...result }];
  rows.push(...found.filter((row) => asked(job) || asked(row.job)));
};
for (const job of wantedRules) await take(job, RULES[job]);
if (wantedApart.length + wanted.length > 0) {
  say('Building …');
  if (process.env.KAARING_SKIP_BUILD !== '1') build();
}
for (const job of wantedApart) await take(job, APART[job]);
if (wanted.length > 0) {
  say('Filling …');
  const place = await installation();
  try {
    for (const job of wanted) await take(job, () => JOBS[job](place));
  } finally {
    live.closeReaders();
    await place.close();
  }
}

const number = (value) =>
  value === null
    ? ''
    : value >= 100
      ? value.toFixed(0)
      : value >= 1
        ? value.toFixed(2)
        : value.toFixed(3);
if (values.json) console.log(JSON.stringify(rows, null, 2));
else {
  const table = [
    ['job', 'ours', 'limit', 'ratio', 'unit', 'goal', 'holds'],
    ...rows.map(({ job, ours, limit, ratio, unit, goal, holds }) => [
      job,
      ...[ours, limit, ratio].map(number),
      unit,
      goal,
      holds ? 'yes' : 'NO',
    ]),
  ];
  const widths = table[0].map((_, at) => Math.max(...table.map((row) => row[at].length)));
  for (const row of table) console.log(row.map((cell, at) => cell.padEnd(widths[at])).join('  '));
}
