import type { SampleStop } from '@award/access/contract';
import { goTo } from './demo-year';
import { looksFine, lookAt, opens, show } from './looks';
import { dialogsOfTheMeeting } from './meeting-dialogs';
import { PAGES_OF_THE_YEAR } from './pages-of-the-year';
import { actAs } from './people';
import { expect, test } from './watched';

/**
 * What each person sees when the year stands where it does: no page there provokes an error, axe finds nothing, and
 * nothing is wider than a phone. What else is to be seen at a stop comes right after its pages, since each way back
 * plays the year anew.
 */
const ALSO: Partial<Record<SampleStop, () => void>> = {
  deliberation: () => {
    figuresOfTheRanking();
    dialogsOfTheMeeting();
  },
  archived: () => {
    closedJury();
    stageInTheHall();
    darkPages();
  },
};

for (const [stop, people] of Object.entries(PAGES_OF_THE_YEAR)) {
  for (const [person, addresses] of Object.entries(people)) {
    test(`${stop}, ${person}: ${addresses.length} pages`, async ({ page, request }) => {
      await goTo(request, stop as SampleStop);
      const [key, classCode] = person.split(' ');
      if (key && key !== 'anybody') await actAs(page.context().request, key, classCode);
      await lookAt(page, addresses);
    });
  }
  ALSO[stop as SampleStop]?.();
}

function closedJury(): void {
  test('whoever opens a page of the jury that is closed is told why on the start page', async ({
    page,
    request,
  }) => {
    await goTo(request, 'archived');
    await actAs(page.context().request, 'leder', 'small');
    for (const closed of ['rangering', 'mote', 'begrunnelser', 'framdrift', 'habilitet']) {
      await show(page, `/jury/${closed}`);
      await expect(page).toHaveURL(/\/jury$/);
      await expect(page.getByText('Kåringen ligger i arkivet')).toBeVisible();
    }
  });
}

function figuresOfTheRanking(): void {
  test('each figure of the ranking tells how it is made, by keyboard', async ({
    page,
    request,
  }) => {
    await goTo(request, 'deliberation');
    await actAs(page.context().request, 'leder', 'small');
    await show(page, '/jury/rangering');
    await page.getByRole('button', { name: 'Sjanse for plass' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Sjanse for plass' })).toBeVisible();
    await looksFine(page, '/jury/rangering');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Sjanse for plass' })).toBeHidden();
    await expect(page.getByText('Alle forslag i tall', { exact: true }).first()).toBeFocused();
    await expect(page.getByRole('region', { name: 'Alle forslag i tall' })).toBeVisible();
  });
}

function stageInTheHall(): void {
  test('the stage in the hall and the operator’s screen', async ({ page, request }) => {
    const { editionId } = await goTo(request, 'archived');
    await actAs(page.context().request, 'sekretaer');
    for (const address of [
      `/scene/${editionId}`,
      `/scene/${editionId}/styring`,
      `/scene/${editionId}/oving/styring`,
    ]) {
      await show(page, address);
      await looksFine(page, address);
    }
    await opens(page, 'the operator’s screen', {
      press: 'Stopp',
      dialog: 'Stoppe alt som ikke er publisert?',
    });
  });
}

function darkPages(): void {
  test('dark pages are readable, one of each audience', async ({ page, request }) => {
    await goTo(request, 'archived');
    await page.emulateMedia({ colorScheme: 'dark' });
    await lookAt(page, ['/', '/arkiv/2027', '/logg-inn']);
    await actAs(page.context().request, 'kommune-9001');
    await lookAt(page, ['/kommune']);
    await actAs(page.context().request, 'sekretaer');
    await lookAt(page, ['/sekretariat', '/sekretariat/moter', '/sekretariat/moter/:/small']);
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
