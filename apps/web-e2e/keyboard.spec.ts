import { goTo, mail, playTo } from './demo-year';
import { pressByKey, tabTo, writeByKey } from './keys';
import { expect, test } from './watched';

/** Innlia has been invited and tipped about, and has not begun. */
const ADDRESS = 'kommune-9008@eksempel.example';

test('a municipality signs in with a code and submits its entry by keyboard alone', async ({
  page,
  request,
}) => {
  await playTo(request, 'open');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused();
  await pressByKey(page, page.getByRole('link', { name: 'Logg inn' }));
  await writeByKey(page, page.getByLabel('E-postadresse'), ADDRESS);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Engangskode')).toBeFocused();
  const code = /\d{6}/.exec((await mail(request, /kode/i, ADDRESS)).body)?.[0] ?? '';
  await page.keyboard.insertText(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await pressByKey(page, page.getByRole('button', { name: 'Lag et forslag' }));
  await tabTo(page, page.getByRole('radio', { name: 'Et enkelt tiltak' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('Hvilket område gjelder tiltaket?'));
  await page.keyboard.type('Digitalisering');
  await writeByKey(page, page.getByLabel('Tittel'), 'Kontorplasser på butikken');
  await writeByKey(page, page.getByLabel('Begrunnelse'), 'Vi bygde ti kontorplasser på loftet.');
  await writeByKey(page, page.getByLabel('Navn'), 'Kari Nordli');
  await writeByKey(page, page.getByLabel('E-postadresse'), ADDRESS);
  await tabTo(page, page.getByLabel('Forslaget er avklart med kommunedirektøren'));
  await page.keyboard.press('Space');
  await pressByKey(page, page.getByRole('button', { name: 'Se over og send inn' }));
  await pressByKey(page, page.getByRole('button', { name: 'Send inn', exact: true }));
  await expect(page.getByRole('heading', { name: 'Kvittering' })).toBeVisible();
});

test('a visitor moves the sample year by keyboard, and is told of being signed out', async ({
  page,
  request,
}) => {
  await goTo(request, 'open');
  await page.context().request.post('/api/sign-in/demo', { data: { key: 'kommune-9001' } });
  await page.goto('/kommune');
  await tabTo(page, page.locator('summary', { hasText: 'Klokka i eksempelet' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Gå til'));
  await page.keyboard.press('Home');
  await expect(page.getByText('Året begynner på nytt')).toBeVisible();
  await pressByKey(page, page.getByRole('button', { name: 'Gå dit' }));
  await expect(page.getByText('Du er logget ut')).toBeVisible();
  await expect(page).toHaveURL(/\/logg-inn$/);
  await expect(page.getByText('Før utlysningen').first()).toBeVisible();
});
