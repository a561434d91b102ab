import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROW = [390, 320];

/** Opens the address and waits until what it asks for has come. */
export async function show(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(page.locator('h1').first(), address).toBeVisible();
  await expect(page.locator('ui-loading, ui-failure, ui-no-right'), address).toHaveCount(0);
}

/** What axe finds is a failure, and so is a page that is wider than a phone. */
export async function looksFine(page: Page, address: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => ({ address, id, at: nodes[0]?.html }))).toEqual([]);
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 900 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ address, width, wider }).toEqual({ address, width, wider: Math.min(wider, 0) });
  }
}

/**
 * Shows and looks at the pages in their order. `:` in an address stands for what a link on one of the pages before has
 * in that place, as in `/jury/forslag/:`.
 */
export async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  const links = new Set<string>();
  for (const pattern of addresses) {
    const address = pattern.includes(':') ? linkLike(pattern, links) : pattern;
    await show(page, address);
    for (const link of await page.locator('a[href^="/"]').evaluateAll(hrefsOf)) links.add(link);
    await looksFine(page, address);
  }
}

function hrefsOf(links: Element[]): string[] {
  return links.map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*/, ''));
}

function linkLike(pattern: string, links: ReadonlySet<string>): string {
  const shape = new RegExp(`^${pattern.replaceAll(':', '[^/]*\\d[^/]*')}$`);
  const found = [...links].find((link) => shape.test(link));
  if (!found) throw new Error(`No page before leads to ${pattern}`);
  return found;
}
