import { goTo } from './demo-year';
import { pressByKey, tabTo } from './keys';
import { expect, test } from './watched';

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
