import AxeBuilder from '@axe-core/playwright';
import type { MyEntriesView, OpenEntryView } from '@award/scoring/contract';
import { goTo } from './demo-year';
import { actAs } from './people';
import { expect, test } from './watched';

const WAITS = 'Uten nett. Det du skriver, ligger på denne enheten';

test('a juror reads and scores on the train, and nothing written is lost', async ({
  page,
  context,
  faults,
  request,
}) => {
  await goTo(request, 'judging');
  await actAs(page.request, 'medlem-ks', 'small');
  const list: MyEntriesView = await (await page.request.get('/api/scoring/entries')).json();
  const [one, two, three] = list.entries.filter(({ progress }) => progress !== 'locked');
  if (!one || !two || !three) throw new Error('the member has too little left to read');

  await page.goto('/jury');
  await page.getByRole('button', { name: 'Ta med forslagene på denne enheten' }).click();
  await expect(page.getByText('Forslagene ligger på denne enheten')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(WAITS)).toBeVisible();
  for (const [entry, line] of [
    [one, 'Skrevet før tunnelen'],
    [two, 'Skrevet i tunnelen'],
  ] as const) {
    await page.getByRole('link', { name: entry.municipalityName, exact: true }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: entry.municipalityName }),
    ).toBeVisible();
    await page.getByLabel('Hvorfor? Én setning').fill(line);
    await expect(page.getByText('Du er uten nett.')).toBeVisible();
    const five = page.locator('input[name="score-overall"][value="5"]');
    await page.locator('label').filter({ has: five }).click();
    await expect(five).toBeChecked();
    await page.getByRole('link', { name: 'Forslagene mine' }).click();
    await expect(page).toHaveURL(/\/jury$/);
  }
  await page.reload();
  await expect(page.getByText('Tekster som ikke er sendt ennå: 2')).toBeVisible();
  forgetTheLostLine(faults);

  await context.setOffline(false);
  await expect(page.getByText(WAITS)).toBeHidden();
  const onServer = async (id: string) => {
    const entry: OpenEntryView = await (
      await page.request.get(`/api/scoring/entries/${id}`)
    ).json();
    return [entry.sheet.line, entry.sheet.overall];
  };
  await expect.poll(() => onServer(one.nominationId)).toEqual(['Skrevet før tunnelen', 5]);
  await expect.poll(() => onServer(two.nominationId)).toEqual(['Skrevet i tunnelen', 5]);
  forgetTheLostLine(faults);
});

test('what has been closed meanwhile is erased before anything is shown, and signing out erases the rest', async ({
  page,
  context,
  faults,
  request,
}) => {
  await goTo(request, 'judging');
  await actAs(page.request, 'medlem-ks', 'small');
  const list: MyEntriesView = await (await page.request.get('/api/scoring/entries')).json();
  const [closing, other] = list.entries.filter(({ progress }) => progress !== 'locked');
  if (!closing || !other) throw new Error('the member has too little left to read');
  await page.goto('/jury');
  await page.getByRole('button', { name: 'Ta med forslagene på denne enheten' }).click();
  await expect(page.getByText('Forslagene ligger på denne enheten')).toBeVisible();

  await context.setOffline(true);
  await page.goto(`/jury/forslag/${closing.nominationId}`);
  await page.getByLabel('Hvorfor? Én setning').fill('Blir satt til side');
  // The server's word when the line is back: the entry is no longer among the member's.
  await context.route('**/api/scoring/entries', async (route) => {
    const answer = await route.fetch();
    const body: MyEntriesView = await answer.json();
    const entries = body.entries.filter(
      ({ nominationId }) => nominationId !== closing.nominationId,
    );
    await route.fulfill({ response: answer, json: { ...body, entries } });
  });
  const sent: string[] = [];
  page.on('request', (asked) => {
    if (asked.method() === 'PUT') sent.push(asked.url());
  });
  await context.setOffline(false);
  await expect(page.getByText('Satt til side', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/jury$/);
  expect(await page.evaluate(addressesKept)).not.toContain(
    `/api/scoring/entries/${closing.nominationId}`,
  );
  expect(sent.filter((url) => url.includes(closing.nominationId))).toEqual([]);

  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('link', { name: 'Logg inn' })).toBeVisible();
  expect(await page.evaluate(addressesKept)).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  forgetTheLostLine(faults);
});

/** What a browser says of a line that is gone is no fault here. */
function forgetTheLostLine(faults: string[]): void {
  const others = faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault));
  faults.splice(0, faults.length, ...others);
}

/** Runs in the page. */
function addressesKept(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaaring-device');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const keys = opening.result.transaction('answer').objectStore('answer').getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result.map(String));
      };
    };
  });
}
