import { expect, type Page, type Request } from '@playwright/test';

const underWay = new WeakMap<Page, Set<Request>>();

/**
 * Does something and waits for what follows from it, by what the page itself says: nothing is asked of the server any
 * more, nothing is marked as busy, nothing moves, and the page has had time to draw. No time of its own is waited.
 */
export async function settled(
  page: Page,
  what: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const asked = askedBy(page);
  await act();
  await expect(async () => {
    await expect(page.locator('h1').first(), what).toBeVisible();
    await page.evaluate(drawn);
    expect([...asked].map((request) => request.url())).toEqual([]);
    await expect(page.locator('ui-loading, [aria-busy="true"]'), what).toHaveCount(0);
  }).toPass({ intervals: [20, 50, 100], timeout: 20_000 });
}

/** What the page has asked the server for and not got yet; streams go on for ever and are left out. */
function askedBy(page: Page): Set<Request> {
  const known = underWay.get(page);
  if (known) return known;
  const asked = new Set<Request>();
  underWay.set(page, asked);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asked.add(request);
  });
  const answered = (request: Request) => asked.delete(request);
  page.on('requestfinished', answered).on('requestfailed', answered);
  return asked;
}

/**
 * Runs in the page. Answers when the page has nothing left to do at once, what moves has come to rest, and it is drawn.
 * What it has begun to ask for meanwhile is known before the answer is.
 */
async function drawn(): Promise<void> {
  await new Promise((free) => requestIdleCallback(free, { timeout: 5000 }));
  const moving = document
    .getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
  await Promise.allSettled(moving.map(({ finished }) => finished));
  await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
}
