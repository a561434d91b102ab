import { expect, type Page, test } from '@playwright/test';
import { delegatedBy, type LocalOpenId, startLocalOpenId } from '../../tools/local-openid.mjs';
import { goTo, mail } from './demo-year';
import { OPENID_PORT, SITE } from './local-addresses';
import { signInAs } from './people';

/**
 * Signing in elsewhere, in a browser, against a real provider on this machine. Not through `watched`: these are the
 * journeys that leave the site.
 */
test.describe.configure({ mode: 'serial' });

let local: LocalOpenId;
const startProvider = async () => {
  local = await startLocalOpenId({
    port: OPENID_PORT,
    callbacks: ['ansattporten', 'ks'].map((key) => `${SITE}/api/sign-in/openid/${key}/callback`),
    home: `${SITE}/`,
    people: {
      kari: {
        name: 'Kari Eksempel',
        claims: { authorization_details: delegatedBy('310990019', 'ASKEDALEN KOMMUNE') },
      },
      firma: {
        name: 'Per Firma',
        claims: { authorization_details: delegatedBy('974760673', 'ET FIRMA AS') },
      },
      solveig: {
        name: 'Solveig T',
        claims: { tid: 'aaaaaaaa-1111-2222-3333-444444444444' },
      },
      fremmed: {
        name: 'En Fremmed',
        claims: { tid: 'bbbbbbbb-1111-2222-3333-444444444444' },
      },
    },
  });
};
test.afterAll(() => local.close());

const chooseAtProvider = async (page: Page, name: string) => {
  await expect(page.getByRole('heading', { name: 'Hvem er du?' })).toBeVisible();
  await page.getByRole('link', { name }).click();
};
const leaveFor = async (page: Page, provider: string, til = '') => {
  await page.goto(`/logg-inn${til}`);
  await page.getByRole('link', { name: `Logg inn med ${provider}` }).click();
};

test('a provider that is away says so, and the code by e-mail remains', async ({ page }) => {
  await leaveFor(page, 'Ansattporten');
  await expect(
    page.getByText(/Innloggingstjenesten svarer ikke|Innloggingen ble ikke/),
  ).toBeVisible();
  await expect(page.getByLabel('E-postadresse')).toBeVisible();
});

test('the organisation number decides the municipality, and it is shown', async ({
  page,
  request,
}) => {
  await startProvider();
  await goTo(request, 'open');
  await leaveFor(page, 'Ansattporten', '?til=%2Fkommune%2Fkolleger');
  await chooseAtProvider(page, 'Kari Eksempel');
  await expect(page.getByRole('heading', { name: 'Kolleger' })).toBeVisible();
  await expect(page.getByText('Du handler for Askedalen')).toBeVisible();
  await expect(page.getByText('Kom inn med kommunens organisasjonsnummer')).toBeVisible();
  await expect(page).toHaveURL(`${SITE}/kommune/kolleger`);
});

test('whoever came in that way adds a colleague, who signs in with a code', async ({
  page,
  browser,
  request,
}) => {
  await leaveFor(page, 'Ansattporten', '?til=%2Fkommune%2Fkolleger');
  await chooseAtProvider(page, 'Kari Eksempel');
  await page.getByLabel('Navn').fill('Ole Kollega');
  await page.getByLabel('E-postadresse').fill('ole@askedalen.example');
  await page.getByRole('button', { name: 'Legg til og send e-post' }).click();
  await expect(page.getByText('Ole Kollega har fått en e-post med lenke')).toBeVisible();
  const letter = await mail(request, /Du kan skrive for Askedalen/, 'ole@askedalen.example');
  expect(letter.body).toContain('Kari Eksempel har gitt deg tilgang');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(/http\S+/.exec(letter.body)?.[0] ?? '');
  await other.getByLabel('E-postadresse').fill('ole@askedalen.example');
  await other.getByRole('button', { name: 'Send meg en kode' }).click();
  const { body } = await mail(request, /Koden din/, 'ole@askedalen.example');
  await other.getByLabel('Engangskode').fill(/\d{6}/.exec(body)?.[0] ?? '');
  await other.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(other.getByRole('heading', { name: 'Forslaget fra Askedalen' })).toBeVisible();
  await context.close();
});

for (const [who, provider, words] of [
  ['Per Firma', 'Ansattporten', 'ikke en kommune i kåringen'],
  ['En Fremmed', 'KS', 'har ikke tilgang hit'],
  ['Solveig T', 'KS', 'Vi vet ikke hvem du er fra denne innloggingen'],
  ['Avbryt', 'Ansattporten', 'Du avbrøt innloggingen'],
] as const)
  test(`${who} at ${provider} is turned away in words`, async ({ page }) => {
    await leaveFor(page, provider);
    await chooseAtProvider(page, who);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Logg ut' })).toHaveCount(0);
  });

test('a secretary links the employer to herself, and signs in with it afterwards', async ({
  page,
}) => {
  await signInAs(page, 'Solveig Tangen');
  await page.goto('/innlogging');
  await page.getByRole('button', { name: 'Knytt til KS' }).click();
  await chooseAtProvider(page, 'Solveig T');
  await expect(page.getByText('Innloggingen er knyttet til deg')).toBeVisible();
  await page.getByRole('button', { name: 'Logg ut overalt' }).click();
  await expect(page.getByRole('link', { name: 'Logg inn', exact: true })).toBeVisible();

  await leaveFor(page, 'KS');
  await chooseAtProvider(page, 'Solveig T');
  await expect(page.getByText('Du handler som sekretær')).toBeVisible();
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`^${local.issuer}/session/end`));
});
