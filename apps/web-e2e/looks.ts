import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { beThere } from './being-there';
import { settled } from './settled';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1280, height: 900 };
const NARROW = [390, 320];

/** Something that a page opens: a dialog by its name, or more of the page itself. */
export interface Opening {
  /** The name of the button. */
  press: string | RegExp;
  dialog?: string | RegExp;
  /** What has to be done on the page before. */
  first?: (page: Page) => Promise<unknown>;
}

/** An address to look at, and what is opened there. */
export type Look = string | readonly [address: string, ...openings: Opening[]];

/** Opens the address and waits until what it asks for has come. */
export async function show(page: Page, address: string): Promise<void> {
  await page.setViewportSize(WIDE);
  await settled(page, address, async () => {
    await page.goto(address);
    await beThere(page);
  });
  await expect(page.locator('ui-failure, ui-no-right'), address).toHaveCount(0);
}

/** What axe finds is a failure, and so is a page that is wider than a phone. `within` looks at a part of it. */
export async function looksFine(page: Page, address: string, within?: string): Promise<void> {
  // One frame is enough to look at, and of what is found the violations: the same answer for half the work.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode();
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  expect(violations.map(({ id, nodes }) => ({ address, id, at: nodes[0]?.html }))).toEqual([]);
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 900 });
    const wider = await page.evaluate(widerThanScreen, within ?? null);
    expect({ address, width, wider }).toEqual({ address, width, wider: Math.min(wider, 0) });
  }
}

/** Opens a dialog, looks at it, and leaves it by Escape: the focus is back where it was. Or opens more of the page. */
export async function opens(page: Page, address: string, opening: Opening): Promise<void> {
  const { press, dialog, first } = opening;
  await page.setViewportSize(WIDE);
  await first?.(page);
  const opener = page.getByRole('button', { name: press, exact: true }).first();
  await settled(page, address, () => opener.click());
  if (dialog === undefined) return looksFine(page, `${address}, ${press}`);
  const asked = page.getByRole('dialog', { name: dialog });
  await expect(asked).toBeVisible();
  await looksFine(page, `${address}, ${dialog}`, 'dialog[open]');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(opener, `${address}, ${dialog}`).toBeFocused();
}

/**
 * Shows and looks at the pages in their order, and at what they open. `:` in an address stands for what a link on one of
 * the pages before has in that place, the nearest first, as in `/jury/forslag/:`.
 */
export async function lookAt(page: Page, looks: readonly Look[]): Promise<void> {
  const links: string[] = [];
  for (const look of looks) {
    const [pattern, ...openings] = typeof look === 'string' ? [look] : look;
    const address = pattern.includes(':') ? linkLike(pattern, links) : pattern;
    await show(page, address);
    links.unshift(...(await page.locator('a[href^="/"]').evaluateAll(hrefsOf)));
    await looksFine(page, address);
    for (const opening of openings) await opens(page, address, opening);
  }
}

function hrefsOf(links: Element[]): string[] {
  return links.map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*/, ''));
}

function linkLike(pattern: string, links: readonly string[]): string {
  const shape = new RegExp(`^${pattern.replaceAll(':', '[^/]*\\d[^/]*')}$`);
  const found = links.find((link) => shape.test(link));
  if (!found) throw new Error(`No page before leads to ${pattern}`);
  return found;
}

/** Runs in the page. By how many pixels the page, or a part of it, goes beyond the screen. */
function widerThanScreen(within: string | null): number {
  const page = document.documentElement.scrollWidth - innerWidth;
  const part = within === null ? null : document.querySelector(within);
  if (!part) return page;
  const { left, right } = part.getBoundingClientRect();
  return Math.ceil(Math.max(page, -left, right - innerWidth, part.scrollWidth - part.clientWidth));
}
