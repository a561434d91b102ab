import AxeBuilder from '@axe-core/playwright';
import { pdf, picture } from '../api/testing/sample-files';
import { goTo, playTo } from './demo-year';
import { actAs } from './people';
import { expect, test } from './watched';

/** A document and a picture from the municipality's form to the juror who reads the entry. */
test.describe.configure({ mode: 'serial' });

test('the municipality attaches a PDF and a picture on a line that breaks', async ({
  page,
  faults,
  request,
}) => {
  await playTo(request, 'open');
  await actAs(page.request, 'kommune-9004');
  await page.goto('/kommune/utdyp/vedlegg');
  await expect(page.getByRole('heading', { level: 1, name: 'Vedlegg og bilder' })).toBeVisible();
  const chooser = page.locator('input[type=file]');

  await chooser.setInputFiles({
    name: 'side.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script>'),
  });
  await expect(page.getByText('Vi kjenner ikke igjen filtypen.')).toBeVisible();
  await page.getByRole('button', { name: 'Ta bort fra listen side.pdf' }).click();

  let cut = 0;
  await page.route('**/files/*/content?offset=0', async (route) => {
    if (cut++ === 0) await route.abort('connectionreset');
    else await route.continue();
  });
  await chooser.setInputFiles({
    name: 'Næringsplan.pdf',
    mimeType: 'application/pdf',
    buffer: pdf({ pages: 3 }),
  });
  await expect(page.getByText('Venter på nettet.')).toBeVisible();
  faults.splice(0, faults.length, ...faults.filter((one) => !one.includes('ERR_CONNECTION_RESET')));
  await expect(page.getByText(/PDF · 3 sider · /)).toBeVisible();
  await page.unroute('**/files/*/content?offset=0');
  await expect(page.getByLabel('Hva filen heter')).toHaveValue('Næringsplan');

  await chooser.setInputFiles({
    name: 'kaien.jpg',
    mimeType: 'image/jpeg',
    buffer: await picture('jpeg', { width: 1200, height: 800 }),
  });
  const image = page.getByRole('group', { name: 'Fil 2: bilde' });
  await image.getByLabel('Hva bildet viser').fill('To personer ved kaien');
  await image.getByLabel('Hvem som har tatt bildet').fill('Kari Nordli');
  await image.getByLabel('Vi har rett til å bruke bildet').check();
  await image.getByLabel(/^De som er på bildet, har sagt ja/).check();
  await expect(image.getByRole('img', { name: 'To personer ved kaien' })).toBeVisible();
  await expect(page.getByText(/Lagret kl\.\s\d\d\.\d\d/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const overflows = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  expect(await overflows()).toBe(false);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await expect(image.getByLabel('Hva bildet viser')).toHaveValue('To personer ved kaien');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned Næringsplan' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^[a-z-]+-vedlegg-1\.pdf$/);
});

test('the juror reads both, and the PDF is shown in its place', async ({ page, request }) => {
  await goTo(request, 'judging');
  await actAs(page.request, 'leder', 'small');
  const { entries } = await (await page.request.get('/api/scoring/entries')).json();
  const titles: { nominationId: string; municipalityName: string }[] = entries;
  await actAs(request, 'kommune-9004');
  const { municipality } = await (await request.get('/api/nominations/mine')).json();
  const entry = titles.find((one) => one.municipalityName === municipality.name);
  await page.goto(`/jury/forslag/${entry?.nominationId}`);
  await expect(page.getByRole('heading', { name: 'Vedlegg og bilder' })).toBeVisible();
  const image = page.getByRole('img', { name: 'To personer ved kaien' });
  await expect(image).toBeVisible();
  expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1200);
  await expect(page.getByText('Foto: Kari Nordli')).toBeVisible();
  const answered = page.waitForResponse(/\/files\/[0-9a-f-]+\?show=1$/);
  await page.getByRole('button', { name: 'Vis her Næringsplan' }).click();
  // The browser's own viewer stands between the page and the answer: the address is asked once more.
  const headers = (await page.request.get((await answered).url())).headers();
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none';/);
  await expect(page.locator('iframe.pdf-preview')).toBeVisible();
  expect(
    (await new AxeBuilder({ page }).exclude('iframe.pdf-preview').analyze()).violations,
  ).toEqual([]);
});
