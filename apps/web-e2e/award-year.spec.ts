import type { Page } from '@playwright/test';
import { demoYear, goTo, mail, playTo } from './demo-year';
import { pressByKey } from './keys';
import { signInAs } from './people';
import { expect, test } from './watched';

/**
 * One award year in the browser, each act by the person whose it is. Between them the sample's people do what is only
 * more of the same. Read it from the top: each test goes on where the one before ended.
 */
test.describe.configure({ mode: 'serial' });

const ADDRESS = 'kommune-9001@eksempel.example';

test('the secretary opens the call and invites a municipality', async ({ page, request }) => {
  await playTo(request, 'planned');
  await signInAs(page, 'Solveig Tangen');
  await expect(page.getByText('Du handler som sekretær')).toBeVisible();
  await page.getByRole('link', { name: 'Åpne for forslag' }).first().click();
  await page.getByRole('button', { name: 'Åpne for forslag nå' }).click();
  const asked = page.getByRole('dialog', { name: 'Åpne for forslag nå?' });
  await expect(asked).toContainText('onsdag 20. januar 2027 kl. 12.00');
  await asked.getByRole('button', { name: 'Åpne' }).click();
  await expect(page.getByText('Frist for forslag').first()).toBeVisible();
  await expect(page.getByText('Åpen for forslag').first()).toBeVisible();

  await page.getByRole('link', { name: 'Kommuner', exact: true }).click();
  await page.getByRole('button', { name: 'Inviter kommuner' }).click();
  await page.getByLabel('Én adresse på hver linje').fill(`9001; ${ADDRESS}`);
  await page.getByRole('button', { name: 'Vis hvem som blir invitert' }).click();
  await expect(page.getByRole('row', { name: 'Askedalen' }).first()).toContainText(ADDRESS);
  await page.getByRole('button', { name: 'Inviter 1' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'invit' })).toBeVisible();
  expect((await mail(request, /Invitasjon/, ADDRESS)).body).toContain('/logg-inn');
});

test('the municipality writes, submits and gets a receipt', async ({ page }) => {
  await signInAs(page, 'Næringssjefen i Askedalen');
  await expect(page.getByRole('heading', { name: 'Forslaget fra Askedalen' })).toBeVisible();
  await expect(page.locator('.page-header').getByText('Små kommuner')).toBeVisible();
  await expect(page.getByText(/14\s783 innbyggere/)).toBeVisible();
  await page.getByRole('button', { name: 'Start på forslaget' }).click();
  await page.getByLabel('Et enkelt tiltak').check();
  await page.getByLabel('Hvilket område gjelder tiltaket?').selectOption('Plan og saksbehandling');
  await page.getByLabel('Tittel').fill('Ni uker til ferdig tomt');
  await page
    .getByLabel('Begrunnelse')
    .fill('Vi samlet plan, byggesak, vann og veg rundt ett bord, og svarte innen ni uker.');
  await page.getByLabel('Navn').fill('Kari Nordli');
  await page.getByLabel('E-postadresse').fill(ADDRESS);
  await page.getByLabel('Forslaget er avklart med kommunedirektøren').check();
  await expect(page.getByText(/Lagret kl\.\s\d\d\.\d\d/)).toBeVisible();

  await page.getByRole('button', { name: 'Se over og send inn' }).click();
  await expect(page.getByText('Ni uker til ferdig tomt')).toBeVisible();
  await page.getByRole('button', { name: 'Send inn', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kvittering' })).toBeVisible();
  const reference = await page.getByText('Referanse').locator('+ dd').innerText();

  await page.getByRole('link', { name: 'E-post', exact: true }).click();
  await page.getByLabel('Mottaker').selectOption(ADDRESS);
  const letter = page.getByRole('listitem').filter({ hasText: reference }).first();
  await letter.getByText('Kvittering: forslaget fra Askedalen er mottatt').click();
  await letter.getByRole('link').first().click();
  await expect(page.getByText('Sendt inn').first()).toBeVisible();
});

test('the secretariat finds one entry eligible and returns another', async ({ page, request }) => {
  await goTo(request, 'closed');
  await signInAs(page, 'Amund Brekke');
  const judge = async (item: string, answer: string) =>
    page.getByRole('group', { name: item }).getByLabel(answer, { exact: true }).check();
  const begin = async () => {
    await page.getByRole('link', { name: 'Forslag', exact: true }).first().click();
    await page.getByLabel('Tilstand').selectOption('submitted');
    await page
      .getByRole('row', { name: /Sendt inn/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('button', { name: 'Start kontrollen' }).click();
    await judge('Forslaget handler om næringsutvikling', 'I orden');
  };
  const end = async () => {
    await page.getByRole('button', { name: 'Avslutt kontrollen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avslutt kontrollen' }).click();
  };
  await begin();
  await judge('Forslaget inneholder ikke noe taushetsbelagt', 'I orden');
  await page.getByLabel('I orden, går videre til juryen').check();
  await end();
  await expect(page.getByText('Kontrollert og i orden')).toBeVisible();

  await begin();
  await judge('Forslaget inneholder ikke noe taushetsbelagt', 'Ikke i orden');
  await page.getByLabel('Må rettes av kommunen').check();
  await page.getByLabel('Hva må kommunen rette?').fill('Ta ut navnet på den ansatte.');
  await end();
  await expect(page.getByText('Må rettes', { exact: true })).toBeVisible();
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const { body } = await mail(request, new RegExp(`${name} må rett`));
  expect(body).toContain('/kommune');
});

test('a juror declares impartiality by keyboard, scores one entry and locks it', async ({
  page,
  request,
}) => {
  await goTo(request, 'judging');
  await signInAs(page, 'Mariann Sundby', 'Jurymedlem, store kommuner');
  await pressByKey(page, page.getByRole('link', { name: 'Svar på habilitet' }));
  await expect(page.getByText(/\b0 av \d+ besvart/)).toBeVisible();
  await pressByKey(page, page.getByRole('button', { name: 'Ingen grunn for alle de andre' }));
  await pressByKey(page, page.getByRole('button', { name: 'Lagre svarene' }));
  await expect(page.getByText('Alt er besvart, og forslagene er åpne for deg')).toBeVisible();
  await pressByKey(page, page.getByRole('link', { name: 'Gå til forslagene' }));

  await page.getByRole('link', { name: /^Fortsett med/ }).click();
  await page.getByRole('radio', { name: '5' }).first().press('Space');
  await page.getByLabel('Hvorfor? Én setning').fill('De spurte bedriftene først.');
  await page.getByLabel('Hvorfor? Én setning').blur();
  await expect(page.getByText(/Lagret kl\.\s\d\d\.\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Avslutt vurderingen' }).click();
  await expect(page.getByText('Vurderingen er avsluttet')).toBeVisible();
  await expect(page.getByText(/Kvittering:/)).toBeVisible();
});

test('the leader sees the class closed and ranked', async ({ page, request }) => {
  await goTo(request, 'deliberation');
  await signInAs(page, 'Ingrid Halvorsen', 'Juryleder, små kommuner');
  await page.getByRole('link', { name: 'Framdrift' }).click();
  await expect(page.getByText('Vurderingen er avsluttet')).toBeVisible();
  await page.getByRole('link', { name: 'Rangering' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rangering' })).toBeVisible();
});

test('the finalists are there for anybody, and no winner is', async ({ page, request }) => {
  await goTo(request, 'finalists-published');
  await page.goto('/');
  await expect(page.getByText('Juryen har valgt finalistene i de to kategoriene.')).toBeVisible();
  await page.getByRole('link', { name: 'Les alle begrunnelsene samlet' }).click();
  await expect(page.locator('.finalist')).toHaveCount(6);
  await expect(page.getByRole('blockquote')).toHaveCount(6);
  await expect(page.locator('.finalist--winner')).toHaveCount(0);
});

test('two people turn their keys, and one press shows the winner to the hall and to everybody', async ({
  page,
  someoneElse,
  request,
  faults,
}) => {
  const keyholder = await someoneElse();
  await signInAs(page, 'Solveig Tangen');
  await signInAs(keyholder, 'Randi Myhre');
  for (const one of [page, keyholder])
    await one.getByRole('link', { name: 'Publisering', exact: true }).click();
  const press = (by: Page, winner: string, button: string) =>
    by.getByRole('region', { name: winner }).getByRole('button', { name: button }).click();
  const winners = ['Vinneren, Små kommuner', 'Vinneren, Store kommuner'];
  for (const winner of winners) {
    const waiting = page.getByRole('region', { name: winner });
    await waiting.getByRole('link', { name: 'Skriv pressemeldingen' }).click();
    const inNorwegian = page.getByRole('group', { name: /^Bokmål/ });
    await inNorwegian.getByRole('button', { name: 'Sett inn et utkast' }).click();
    await page.getByRole('button', { name: 'Lagre pressemeldingen' }).click();
    await expect(page.getByText('Pressemeldingen er lagret.')).toBeVisible();
    await page.goBack();
    await press(page, winner, 'Forsegle resultatet');
    await press(page, winner, 'Vri om nøkkelen');
  }
  for (const winner of winners) await press(keyholder, winner, 'Vri om nøkkelen');
  for (const winner of winners) {
    const room = page.getByRole('region', { name: winner });
    await expect(room.getByText('Klar', { exact: true })).toBeVisible();
  }

  const stranger = await someoneElse();
  await stranger.goto('/direkte');
  await expect(stranger.getByRole('heading', { name: 'Direkte' })).toBeVisible();
  let loaded = 0;
  stranger.on('load', () => (loaded += 1));
  const { editionId } = await demoYear(request);
  await page.goto(`/scene/${editionId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2027');
  for (const classCode of ['Små kommuner', 'Store kommuner']) {
    await page.keyboard.press('Space');
    await expect(page.locator('.hall__class').getByText(classCode)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.locator('.hall__finalist')).toHaveCount(3);
    await page.keyboard.press('Space');
    await expect(page.locator('.hall__finalist')).toHaveCount(0);
    await page.keyboard.press('b');
    await expect(page.locator('.hall__screen')).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await expect(page.locator('.hall__screen')).toHaveCount(0);
    // The line is cut while the screen is held: the server hears of the lifted hold and of the name in that order.
    const cut = classCode === 'Store kommuner';
    await expect
      .poll(async () => (await page.request.get(`/api/stage/${editionId}/control`)).json())
      .toMatchObject({ held: true });
    await page.context().setOffline(cut);
    await page.keyboard.press('b');
    await expect(page.locator('.hall__screen')).toBeVisible();
    await page.keyboard.press('PageDown');
    if (cut) {
      await expect(page.locator('.hall__name')).toBeVisible();
      await expect(stranger.locator('.live__class--won')).toHaveCount(1);
      await page.context().setOffline(false);
    }
    const name = await page.locator('.hall__name').innerText();
    const won = stranger.locator('.live__class--won').filter({ hasText: classCode });
    await expect(won).toContainText(name);
  }
  expect(loaded).toBe(0);
  // What was asked for while the line was cut is said on the console, and is what was to be shown.
  expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  faults.length = 0;
});

test('the secretary moves the award to the archive', async ({ page }) => {
  await signInAs(page, 'Solveig Tangen');
  await page.getByRole('link', { name: 'Flytt kåringen til arkivet' }).first().click();
  await page.getByRole('button', { name: 'Flytt til arkivet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Flytt til arkivet' }).click();
  await expect(page.locator('.page-header').getByText('I arkivet')).toBeVisible();
  await page.goto('/arkiv/2027');
  await expect(page.locator('.finalist--winner')).toHaveCount(2);
});

test('the application comes to a public page when somebody is there, and takes nothing from them', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (one) => {
    if (/\/application-[^/]+\.js$/.test(one.url())) asked.push(one.url());
  });
  await page.goto('/kommuner', { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);
  const search = page.getByLabel('Søk etter navn eller nummer');
  await search.pressSequentially('rau');
  await expect(page.locator('app-demo-year')).toBeAttached();
  expect(asked).toHaveLength(1);
  await expect(search).toHaveValue('rau');
  let loaded = 0;
  page.on('load', () => (loaded += 1));
  await search.press('Enter');
  await expect(page).toHaveURL(/sok=rau$/);
  await expect(page.getByRole('link', { name: 'Rauma' })).toBeVisible();
  expect(loaded).toBe(0);
});

test('a year later anybody searches the learning bank, without JavaScript too', async ({
  browser,
}) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  await page.goto('/eksempler');
  const all = await page.locator('.example').count();
  await page.locator('summary', { hasText: 'Avgrens' }).click();
  await page.getByLabel('Kategori').selectOption('Små kommuner');
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page).toHaveURL(/klasse=small/);
  await expect(page.getByLabel('Kategori')).toHaveValue('small');
  const small = await page.locator('.example').count();
  expect(small).toBeGreaterThan(0);
  expect(small).toBeLessThan(all);
  await expect(page.locator('.example', { hasText: 'Store kommuner' })).toHaveCount(0);
  const searched = page.getByLabel('Søk i tekster, kommuner og fylker');
  await searched.fill('finnesikke');
  await page.getByRole('button', { name: 'Søk' }).click();
  await expect(page.getByText('Ingen eksempler passer')).toBeVisible();
  await expect(searched).toHaveValue('finnesikke');
  await expect(page.getByLabel('Kategori')).toHaveValue('small');
  await page.getByRole('link', { name: 'Vis alle eksempler' }).click();
  await expect(page.locator('.example')).toHaveCount(all);
  await context.close();
});
