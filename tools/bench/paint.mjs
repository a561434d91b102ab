// How a public page comes to a phone on a slow line: the largest paint, the time the thread was blocked, what moved, and
// how soon the first press is answered.
import { chromium } from '@playwright/test';
import { chromiumEnv } from '../find-chromium.mjs';
import { filledBank } from './learning.mjs';

/** The front page, an earlier year, a finalist, and the learning bank with twenty of its examples. */
const PUBLIC = ['/', '/arkiv/2021', '/kommuner/1539', '/eksempler'];
const ROUNDS = 3;
/** Lighthouse's phone: 150 ms there and back, 1.6 Mbit/s, a processor four times slower. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
};
const SLOWER = 4;
const BUDGETS = {
  largest: { unit: 's', goal: 'at most 1.8', most: 1.8 },
  blocked: {
    unit: 'ms',
    goal: 'at most 100: what each task takes beyond 50 ms, from the first paint of content until it is quiet',
    most: 100,
  },
  moved: { unit: 'share of the screen', goal: 'at most 0.02', most: 0.02 },
};
/** What is pressed first on a page, and how soon the next picture has to be there. */
const PRESSED = {
  menu: ['/', '.site-nav a'],
  filter: ['/eksempler', '.learning__narrow summary'],
};
const ANSWERED_MS = 100;

/** Runs in the page before its own scripts. */
function watch() {
  const seen = { content: Infinity, largest: 0, moved: 0, tasks: [], presses: [] };
  globalThis.paintSeen = seen;
  const on = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.content = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime / 1000));
  on('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, startTime + duration]));
  on('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.moved += value;
  });
  const pressed = ({ duration, interactionId }) => {
    if (interactionId !== 0) seen.presses.push(duration);
  };
  on('event', pressed, { durationThreshold: 16 });
  on('first-input', pressed);
}

/** Quiet: two seconds without a long task. */
const isQuiet = () =>
  performance.now() - (globalThis.paintSeen.tasks.at(-1)?.[1] ?? globalThis.paintSeen.content) >
  2000;

async function open(browser, address, waitUntil) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', LINE);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil });
  return { page, seen: () => page.evaluate(() => globalThis.paintSeen) };
}

async function visit(browser, address) {
  const { page, seen } = await open(browser, address, 'networkidle');
  await page.waitForFunction(isQuiet);
  const { content, tasks, largest, moved } = await seen();
  await page.context().close();
  const blocked = tasks
    .map(([from, to]) => Math.max(0, to - Math.max(from, content) - 50))
    .reduce((sum, ms) => sum + ms, 0);
  return { largest, moved, blocked };
}

/** A finger on the control as soon as the page has loaded, until the picture after it. What the press leads to is left out. */
async function pressOn(browser, address, control) {
  const { page, seen } = await open(browser, address, 'load');
  await page.evaluate(() => {
    addEventListener('click', (event) => {
      if (event.target.closest('a')) event.preventDefault();
    });
  });
  await page.locator(control).first().tap();
  await page.waitForFunction(() => globalThis.paintSeen.presses.length > 0);
  const { presses } = await seen();
  await page.context().close();
  return Math.max(...presses);
}

const middle = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function withPhone(place, measure) {
  await filledBank(place);
  const { executablePath, env } = await chromiumEnv();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  try {
    return await measure(browser, place.server.base.replace('127.0.0.1', 'localhost'));
  } finally {
    await browser.close();
  }
}

const row = (job, ours, { unit, goal, most }) => ({
  job,
  ours,
  limit: null,
  ratio: null,
  unit,
  goal,
  holds: ours <= most,
});

/** Of the worst page its middle visit of three, each visit with nothing kept from before. */
export function paint(place) {
  return withPhone(place, async (browser, base) => {
    const worst = { largest: 0, blocked: 0, moved: 0 };
    for (const path of PUBLIC) {
      const visits = [];
      for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, base + path));
      for (const what of Object.keys(BUDGETS))
        worst[what] = Math.max(worst[what], middle(visits.map((seen) => seen[what])));
    }
    if (worst.largest === 0) throw new Error('nothing was painted');
    return Object.entries(BUDGETS).map(([what, budget]) =>
      row(`paint-${what}`, worst[what], budget),
    );
  });
}

/** The middle of three first presses. */
export function press(place) {
  return withPhone(place, async (browser, base) => {
    const rows = [];
    for (const [what, [path, control]] of Object.entries(PRESSED)) {
      const times = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(await pressOn(browser, base + path, control));
      rows.push(
        row(`press-${what}`, middle(times), {
          unit: 'ms',
          goal: `at most ${ANSWERED_MS}, the first press on a phone`,
          most: ANSWERED_MS,
        }),
      );
    }
    return rows;
  });
}
