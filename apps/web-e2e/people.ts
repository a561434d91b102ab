import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { GrantView, MeView } from '@award/access/contract';

/** One click on the sign-in page, as a visitor of the demo does; then the role, for those who hold several. */
export async function signInAs(page: Page, name: string, role?: string): Promise<void> {
  await page.goto('/logg-inn');
  await page.getByRole('button', { name: new RegExp(`^${name}\\b`) }).click();
  await expect(page.getByRole('button', { name: 'Logg ut' })).toBeVisible();
  if (!role) return;
  await page.getByRole('link', { name: 'Bytt', exact: true }).click();
  await page.getByRole('button', { name: role }).click();
  await expect(page.getByText(new RegExp(`^Du handler som ${role}`, 'i'))).toBeVisible();
}

/** Signs a browser in without showing the page for it, in one class if the person sits in several. */
export async function actAs(
  request: APIRequestContext,
  key: string,
  classCode?: string,
): Promise<GrantView> {
  const answer = await request.post('/api/sign-in/demo', { data: { key } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { grants, csrf, acting }: MeView = await answer.json();
  const grant = grants.find((held) => !classCode || held.classCode === classCode);
  if (!grant || !csrf) throw new Error(`${key} holds no such role`);
  if (grant.id !== acting?.id) {
    const headers = { 'x-csrf-token': csrf };
    const chosen = await request.post('/api/act-as', { headers, data: { grantId: grant.id } });
    expect(chosen.status(), await chosen.text()).toBe(200);
  }
  return grant;
}
