import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, devices, type Page } from '@playwright/test';
import { goTo, mail } from './demo-year';
import { actAs } from './people';
import { expect, test } from './watched';

/** On a phone: a business, a mayor and a neighbour each do their part from a link, without an account. */
test.describe.configure({ mode: 'serial' });
test.use({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } });

const ADDRESS = 'post@havgapet.example';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No wider than the phone, and nothing that axe finds fault with. */
async function isFine(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes[0]?.html }))).toEqual([]);
}

async function linkIn(request: APIRequestContext, subject: RegExp, recipient: string) {
  const { body } = await mail(request, subject, recipient);
  const found = /https?:\/\/[^/\s]+(\/\S+#\S+)/.exec(body)?.[1];
  if (!found) throw new Error(`no link in «${body}»`);
  return found;
}

test('the municipality asks a partner, who endorses and answers on a phone', async ({
  page,
  request,
  someoneElse,
}) => {
  await goTo(request, 'open');
  await actAs(page.request, 'kommune-9001');
  await page.goto('/kommune/partnere');
  await expect(page.getByText('Støtter forslaget').first()).toBeVisible();
  await isFine(page);
  await page.goto('/kommune/partnere/egen-vurdering');
  await expect(page.getByText('Vet ikke').first()).toBeVisible();
  await isFine(page);
  await page.goto('/kommune/sjekkliste');
  await isFine(page);
  await page.goto('/kommune/partnere');
  await page.getByLabel('Bedriftens navn').fill('Havgapet Seil');
  await page.getByLabel('E-postadresse').fill(ADDRESS);
  await page.getByRole('button', { name: 'Send lenken' }).click();
  await expect(page.getByText('Havgapet Seil er spurt.')).toBeVisible();

  const phone = await someoneElse();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(await linkIn(request, /vil Havgapet Seil støtte/, ADDRESS));
  await expect(phone.getByRole('heading', { name: 'Askedalen og Havgapet Seil' })).toBeVisible();
  await isFine(phone);
  await phone.getByRole('link', { name: 'English' }).click();
  await expect(phone.getByRole('heading', { name: '1. Endorse the nomination' })).toBeVisible();
  await phone.goBack();
  await phone.getByLabel('Kontakter og nettverk').check();
  await phone.getByLabel('Navnet ditt').fill('Marit Vik');
  await phone.getByRole('button', { name: 'Vi støtter forslaget' }).click();
  await expect(phone.getByText('Takk. Dere støtter forslaget, og juryen ser det.')).toBeVisible();
  for (const group of await phone.locator('.rating').all()) {
    await group.locator('.rating__choice', { hasText: '4' }).click();
  }
  await phone.getByLabel('Tomter og lokaler', { exact: true }).check();
  await phone.getByLabel('1 til 9 ansatte').check();
  await phone.getByLabel('Industri').check();
  await phone.getByRole('button', { name: 'Send svarene' }).click();
  await expect(phone.getByText('det er ikke lagret hvem som ga dem')).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('button', { name: 'Send svarene' })).toHaveCount(0);

  await page.reload();
  const row = page.getByRole('row', { name: /Havgapet Seil/ });
  await expect(row.getByText('Støtter forslaget')).toBeVisible();
  await expect(row.getByText('Kontakter og nettverk')).toBeVisible();
  await row.getByRole('button', { name: /Trekk tilbake lenken/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(row.getByText('Trukket tilbake')).toBeVisible();
});

test('a link that has been taken back says so, in the language of the page', async ({
  page,
  faults,
  request,
}) => {
  const link = await linkIn(request, /vil Havgapet Seil støtte/, ADDRESS);
  await page.goto(`/en${link}`);
  await expect(page.getByText('The link has been taken back')).toBeVisible();
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
  faults.length = 0;
});

test('a mayor approves by link, and the page says so', async ({ page, request, someoneElse }) => {
  await actAs(page.request, 'kommune-9001');
  await page.goto('/kommune/godkjenning');
  await expect(page.getByText('Godkjent', { exact: true })).toBeVisible();
  await isFine(page);
  await page.getByRole('button', { name: 'Be om godkjenning' }).click();
  await page.getByLabel('Navn', { exact: true }).fill('Direktør Lie');
  await page.getByLabel('E-postadresse').fill('direktor@askedalen.example');
  await page.getByRole('button', { name: 'Send lenken' }).click();
  await expect(page.getByText('Spurt, ikke svart')).toBeVisible();
  const phone = await someoneElse();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(await linkIn(request, /godkjenne forslaget/, 'direktor@askedalen.example'));
  await phone.getByRole('button', { name: 'Godkjenn teksten som den står' }).click();
  await expect(phone.getByText(/Takk. Du godkjente forslaget/)).toBeVisible();
  await isFine(phone);
});

test('a neighbour tips, confirms by mail, and the municipality reads it', async ({
  page,
  request,
}) => {
  await page.goto('/tips');
  await expect(page.getByText('Eksempeldata').first()).toBeVisible();
  await isFine(page);
  await page.getByLabel('Hvilken kommune?').fill('9021');
  await page.getByRole('button', { name: /\(Eksempelfylke/ }).click();
  await page.getByLabel('Hvorfor?').fill('De ringer tilbake samme dag.');
  await page.getByLabel('Driver bedrift der').check();
  await page.getByLabel('Navnet ditt').fill('Siri Aas');
  await page.getByLabel('E-postadressen din').fill('siri@aas.example');
  await page.getByRole('button', { name: 'Send tipset' }).click();
  await expect(page.getByText('Vi har sendt deg en e-post')).toBeVisible();
  await isFine(page);
  await page.goto(await linkIn(request, /Bekreft tipset/, 'siri@aas.example'));
  await expect(page.getByRole('button', { name: 'Bekreft tipset' })).toBeVisible();
  await isFine(page);
  await page.getByRole('button', { name: 'Bekreft tipset' }).click();
  await expect(page.getByText('Takk. Tipset er bekreftet')).toBeVisible();

  const { municipality } = await tippedMunicipality(request, page);
  await actAs(page.request, `kommune-${municipality}`);
  await page.goto('/kommune');
  await expect(page.getByText('NHO Eksempel')).toBeVisible();
  await page.getByRole('button', { name: 'Lag et forslag' }).click();
  await expect(page.getByLabel('Tittel')).toBeVisible();
  const told = await mail(request, /vil lage et forslag/, 'gunn.moe@bedrift.example');
  expect(told.body).toContain('Takk for tipset');
});

/** The sample municipality that others have tipped about: told in the mail that it got. */
async function tippedMunicipality(request: APIRequestContext, page: Page) {
  const { recipient } = await mail(request, /er tipset til/);
  const municipality = /kommune-(\d{4})/.exec(recipient)?.[1];
  if (!municipality) throw new Error(`${recipient} is no sample municipality`);
  await page.context().clearCookies();
  return { municipality };
}
