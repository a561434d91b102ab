import { expect, type Locator, type Page } from '@playwright/test';

/** Goes on with Tab until the control has focus: whoever has no mouse has to get there too. */
export async function tabTo(page: Page, control: Locator, atMost = 80): Promise<void> {
  await expect(control).toBeVisible();
  for (let step = 0; step < atMost; step++) {
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${control} is not reached by Tab within ${atMost} steps`);
}

/** Presses a button or a link by keyboard. */
export async function pressByKey(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Writes into a field by keyboard. */
export async function writeByKey(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}
