import type { APIRequest, Page } from '@playwright/test';
import type { MeView } from '@award/access/contract';
import type { MeetingView } from '@award/deliberation/contract';
import { goTo } from './demo-year';
import { lookAt, looksFine, type Opening, opens, show } from './looks';
import { actAs } from './people';
import { settled } from './settled';
import { expect, test } from './watched';

const OTHERS = ['nestleder', 'medlem-ks', 'medlem-nho', 'medlem-uavhengig', 'vara-nho'];

/** Looks at the dialog, leaves it, opens it again and does what it asks about. */
async function goesThrough(page: Page, opening: Opening, confirm: string): Promise<void> {
  await opens(page, '/jury/mote', opening);
  await page.getByRole('button', { name: opening.press, exact: true }).first().click();
  const asked = page.getByRole('dialog', { name: opening.dialog });
  await settled(page, '/jury/mote', () => asked.getByRole('button', { name: confirm }).click());
  await expect(asked).toBeHidden();
}

/** Everybody else votes as the paper stands. */
async function voteAsTheOthers(anew: APIRequest, site: string, page: Page): Promise<void> {
  const year = await (await page.request.get('/api/demo/year')).json();
  const meeting: MeetingView = await (
    await page.request.get(`/api/editions/${year.editionId}/classes/small/meeting`)
  ).json();
  const ballot = meeting.ballots.find(({ state }) => state === 'open');
  if (!ballot) throw new Error('no ballot is open');
  for (const key of OTHERS) {
    const request = await anew.newContext({ baseURL: site });
    await actAs(request, key, 'small');
    const { csrf }: MeView = await (await request.get('/api/me')).json();
    const answer = await request.put(`/api/ballots/${ballot.id}/paper`, {
      headers: { 'x-csrf-token': csrf ?? '' },
      data: { ranks: ballot.options.map((option) => ({ options: [option] })) },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    await request.dispose();
  }
}

/** The leader's way through the meeting, dialog by dialog, and a justification while it is a draft. */
export function dialogsOfTheMeeting(): void {
  test('each dialog of the jury’s meeting, and what is written and remarked on after it', async ({
    page,
    request,
    playwright,
    baseURL,
  }) => {
    await goTo(request, 'deliberation');
    await actAs(page.context().request, 'leder', 'small');
    await show(page, '/jury/mote');
    await settled(page, '/jury/mote', () =>
      page.getByRole('button', { name: 'Åpne møtet' }).click(),
    );
    for (const at of [0, 1, 2])
      await page
        .getByRole('button', { name: /^Finalist / })
        .nth(at)
        .click();
    await goesThrough(
      page,
      { press: 'Vedta finalister', dialog: 'Vedta finalister' },
      'Vedta og forsegl',
    );
    await settled(page, '/jury/mote', () =>
      page.getByRole('button', { name: 'Åpne avstemning' }).click(),
    );
    for (const at of [0, 1, 2])
      await page
        .locator('.paper__option')
        .nth(at)
        .getByText(`${at + 1}`, { exact: true })
        .click();
    await page.getByRole('button', { name: 'Lever stemmen' }).click();
    await expect(page.getByText('Stemmen din er levert')).toBeVisible();
    await looksFine(page, '/jury/mote with a ballot');
    await voteAsTheOthers(playwright.request, baseURL ?? '', page);
    await goesThrough(
      page,
      { press: 'Avslutt og tell', dialog: 'Avslutt avstemningen' },
      'Avslutt og tell',
    );
    await goesThrough(page, { press: 'Vedta vinner', dialog: 'Vedta vinner' }, 'Vedta og forsegl');
    await goesThrough(page, { press: 'Avslutt møtet', dialog: 'Avslutt møtet' }, 'Avslutt møtet');

    await lookAt(page, ['/jury/begrunnelser', '/jury/begrunnelser/:']);
    await page
      .getByLabel('Begrunnelse som publiseres')
      .fill('Bedriftene fikk svar samme uke. Det har gitt tolv nye arbeidsplasser.');
    await page.getByLabel('Internt notat').focus();
    await expect(page.getByText(/Lagret kl\.\s\d\d\.\d\d/)).toBeVisible();
    await page.getByText('Skriv en merknad eller oppgi en kilde').click();
    await page.getByLabel('Si hvor en påstand kommer fra').check();
    await looksFine(page, 'a remark on a draft');
  });
}
