import { test as base, type BrowserContext, type Page } from '@playwright/test';

/**
 * Tests in which everything that goes wrong in a browser is a failure: errors on the console, broken scripts, what the
 * content security policy stops, and requests that leave the site.
 */
export const test = base.extend<{ faults: string[]; someoneElse: () => Promise<Page> }>({
  faults: async ({ baseURL: _baseURL }, use) => {
    const faults: string[] = [];
    await use(faults);
    test.expect(faults).toEqual([]);
  },

  page: async ({ page, faults, baseURL }, use) => {
    watch(page.context(), faults, baseURL);
    await use(page);
  },

  /** A page in a browser of its own: another person, or a stranger. */
  someoneElse: async ({ browser, faults, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, faults, baseURL);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export const expect = test.expect;

export function watch(context: BrowserContext, faults: string[], site = ''): void {
  context.on('console', (message) => {
    if (message.type() === 'error')
      faults.push(`${message.page()?.url()}: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => {
    faults.push(`${error.page()?.url()}: ${error.error().message}`);
  });
  context.on('request', (request) => {
    // The browser's own viewer of PDFs fetches its own parts.
    if (
      !/^(data|blob|chrome|chrome-extension):/.test(request.url()) &&
      !request.url().startsWith(site)
    )
      faults.push(`${request.frame().url()} asks ${request.url()}`);
  });
}
