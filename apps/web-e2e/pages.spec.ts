import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PUBLIC = [
  '/',
  '/arkiv',
  '/arkiv/2021',
  '/kommuner/1539',
  '/direkte',
  '/eksempler',
  '/juryen',
  '/personvern',
  '/logg-inn',
];
const SIGNED_IN: Record<string, { classCode?: string; pages: string[] }> = {
  sekretaer: {
    pages: [
      '',
      '/kaaringer',
      '/kommuner',
      '/forslag',
      '/juryen',
      '/moter',
      '/begrunnelser',
      '/publisering',
      '/personer',
    ].map((page) => `/sekretariat${page}`),
  },
  'kommune-9001': { pages: ['/kommune'] },
  'kommune-9027': { pages: ['/kommune'] },
  'medlem-ks': { classCode: 'small', pages: ['/jury', '/jury/habilitet'] },
  leder: { classCode: 'small', pages: ['/jury', '/jury/habilitet/avgjorelser', '/jury/framdrift'] },
};

/** Gathers what a reader would never see but should not be there: errors, and what the page policy has stopped. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

async function signIn(context: BrowserContext, key: string, classCode?: string): Promise<void> {
  const signedIn = await context.request.post('/api/sign-in/demo', { data: { key } });
  const me = (await signedIn.json()) as {
    csrf: string;
    grants: { id: string; classCode: string | null }[];
  };
  const grant = me.grants.find((held) => held.classCode === classCode);
  if (!classCode || !grant) return;
  const headers = { 'x-csrf-token': me.csrf };
  await context.request.post('/api/act-as', { data: { grantId: grant.id }, headers });
}

async function isFine(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.locator('h1').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => ({ path, id, at: nodes[0]?.html }))).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ path, width, wider }).toEqual({ path, width, wider: Math.min(wider, 0) });
  }
}

for (const path of PUBLIC) {
  test(`anyone: ${path}`, async ({ page }) => {
    const found = complaints(page);
    await isFine(page, path);
    expect(found).toEqual([]);
  });
}

for (const [language, lang] of [
  ['nn', 'nn'],
  ['en', 'en'],
] as const) {
  test(`the front page and an edition in ${language}`, async ({ page }) => {
    for (const path of ['', 'arkiv/2021']) {
      await isFine(page, `/${language}/${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    }
  });
}

for (const [key, { classCode, pages }] of Object.entries(SIGNED_IN)) {
  test(`${key}: ${pages.length} pages`, async ({ page, context }) => {
    await signIn(context, key, classCode);
    const found = complaints(page);
    for (const path of pages) await isFine(page, path);
    expect(found).toEqual([]);
  });
}

test('public pages are readable without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/arkiv/2021');
  for (const name of ['Rauma', 'Båtsfjord', 'Vestre Toten', 'Arendal', 'Kinn', 'Kongsberg']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await page.goto('/kommuner/3006');
  await expect(page).toHaveURL(/\/kommuner\/3303$/);
  await expect(page.locator('h1')).toContainText('Kongsberg');
  await context.close();
});
