// How a public page comes to a phone on a slow line: the largest paint, the time the thread was blocked, and what moved.
import { chromium } from '@playwright/test';
import { chromiumEnv } from '../find-chromium.mjs';

const PUBLIC = ['/', '/arkiv/2021', '/kommuner/1539'];
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
  largest: { unit: 's', most: 1.8 },
  blocked: { unit: 'ms', most: 100 },
  moved: { unit: 'share of the screen', most: 0.02 },
};

/** Runs in the page before its own scripts. Blocked is what a task takes beyond 50 ms. */
function watch() {
  const seen = { largest: 0, blocked: 0, moved: 0 };
  globalThis.paintSeen = seen;
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime / 1000));
  on('longtask', ({ duration }) => (seen.blocked += duration - 50));
  on('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.moved += value;
  });
}

async function visit(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
  });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', LINE);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => globalThis.paintSeen);
  await context.close();
  return seen;
}

/** Of the worst page its middle visit of three, each visit with nothing kept from before. */
export async function paint(place) {
  const { executablePath, env } = await chromiumEnv();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  const base = place.server.base.replace('127.0.0.1', 'localhost');
  const worst = { largest: 0, blocked: 0, moved: 0 };
  try {
    for (const path of PUBLIC) {
      const visits = [];
      for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, base + path));
      for (const what of Object.keys(BUDGETS)) {
        const middle = visits.map((seen) => seen[what]).sort((a, b) => a - b)[1];
        worst[what] = Math.max(worst[what], middle);
      }
    }
  } finally {
    await browser.close();
  }
  return Object.entries(BUDGETS).map(([what, { unit, most }]) => ({
    job: `paint-${what}`,
    ours: worst[what],
    limit: null,
    ratio: null,
    unit,
    goal: `at most ${most}`,
    holds: (what !== 'largest' || worst[what] > 0) && worst[what] <= most,
  }));
}
