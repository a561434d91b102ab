import { expect, type Page } from '@playwright/test';

/**
 * Lets a page know that somebody is there, and waits until the application has taken it over: public pages are whole
 * without it. Pages that have no part for those who act have taken over already, or never do.
 */
export async function beThere(page: Page): Promise<void> {
  if ((await page.locator('[data-script=act]').count()) === 0) return;
  await page.mouse.move(2, 2);
  await page.mouse.move(3, 3);
  await expect(page.locator('app-demo-year')).toBeAttached();
}
